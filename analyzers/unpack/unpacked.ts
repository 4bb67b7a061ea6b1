import type { ZipProblemCode } from '../formats/zip.ts';
import type { Trick } from '../model/anti-analysis.ts';
import type { BuildFile } from '../model/build.ts';
import type { Gap } from '../model/gap.ts';

/** The problems of archives that are tricks: those that did not stop the reading. */
export type ArchiveTrick = ZipProblemCode &
  (Trick extends infer T ? (T extends `zip/${infer Code}` ? Code : never) : never);

/**
 * A way in which an archive departs from what its tools write and that did not stop the reading: what installs all the
 * same is often made so to mislead analysis. One for each archive and code.
 */
export interface ArchiveAnomaly {
  /** Path of the archive inside the build; the input's name for the outermost. */
  archive: string;
  code: ArchiveTrick;
  /** Path inside the build of the first entry concerned, null where it is the archive as a whole. */
  entry: string | null;
  /** Entries concerned. */
  count: number;
  /** One English clause on the first of them. */
  detail: string;
}

export interface ArchiveFile extends BuildFile {
  /** True when reading inflates it into memory of its own; false when it yields a view of the archive. */
  deflated: boolean;
  /** The first bytes, few or none where they cannot be had or begin with no magic. */
  head(magics: readonly Uint8Array[]): Uint8Array;
}

/** What became of one archive, or of several. */
export interface Unpacked {
  files: ArchiveFile[];
  gaps: Gap[];
  anomalies: ArchiveAnomaly[];
}
