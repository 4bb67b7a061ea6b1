import type { Trick } from './anti-analysis.ts';
import type { Gap } from './gap.ts';

/** What an input is, told from its content and not from its name. */
export type BuildKind = 'apk' | 'aab' | 'apks' | 'xapk' | 'apkm' | 'dex' | 'js-bundle' | 'hermes' | 'folder';

/** One file of a build; its bytes are read (and inflated) when asked for and not kept. */
export interface BuildFile {
  /** Path inside the build, `/` between folders; the member of a nested archive is `outer.apk!inner/path`. */
  path: string;
  /** Bytes after inflating, as the archive or the disk states it. */
  size: number;
  /** Bytes in the archive that holds it; absent in folders. */
  compressedSize?: number;
  /** What the contents are by their first bytes where the name does not say so: code that hides. */
  disguised?: 'dex' | 'archive';
  /** What the archive states wrongly about contents that were read; absent outside of archives. */
  verify?(contents: Uint8Array): { trick: Trick; detail: string }[];
  /** @throws Error when the bytes cannot be had (corrupt or encrypted entry); callers turn it into a Gap. */
  read(): Uint8Array;
  /** Has the bytes inflated beside what the program does meanwhile, for the next `read`; absent where there is nothing to inflate. */
  prepare?(): Promise<void>;
  /** The deflated data in the archive, with the size and the CRC-32 that it states of the contents; null or absent where `read` is the only way. */
  deflatedData?(): { data: Uint8Array; size: number; crc: number } | null;
}

/** One analysed input. Files are sorted by path, so that everything downstream is deterministic. */
export interface Build {
  /** Base name of the input. */
  name: string;
  kind: BuildKind;
  /** Lower-case hex; of the file's bytes, or for a folder of the sorted list of `path NUL size NUL sha256` lines. */
  sha256: string;
  /** Bytes of the input file, or the sum over a folder's files. */
  size: number;
  files: BuildFile[];
  /** What could not be unpacked. */
  gaps: Gap[];
}
