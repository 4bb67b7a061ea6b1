import type { ZipLimits } from '../formats/zip.ts';
import { DEFAULT_LIMITS, type Limits } from '../model/limits.ts';

/** Bounds on what unpacking may cost; whatever they cut off is a Gap. Sizes are bytes. */
export interface UnpackLimits {
  /** An input file that is larger is refused. */
  maxInputSize: number;
  zip: ZipLimits;
  /** Archives inside one another below the input; 1 opens the APKs of an .apks file, 2 what lies in their assets. */
  maxNesting: number;
  /** Nested archives that are compressed have to be kept inflated; all of them together. */
  maxNestedSize: number;
  /** All nested archives together, stored ones too: entries may share bytes, so their number times their size is unbounded. */
  maxOpenedSize: number;
  /** Files of one build, over all nested archives or folders. */
  maxFiles: number;
  /** One file of a folder. */
  maxFileSize: number;
  /** All files of a folder. */
  maxFolderSize: number;
}

export function unpackLimits(limits: Limits): UnpackLimits {
  return {
    maxInputSize: limits.inputSize,
    zip: {
      maxEntries: limits.archiveEntries,
      maxEntrySize: limits.entrySize,
      maxRatio: limits.inflateRatio,
      maxTotalSize: limits.archiveSize,
    },
    maxNesting: limits.nesting,
    maxNestedSize: limits.nestedSize,
    maxOpenedSize: limits.openedSize,
    maxFiles: limits.files,
    maxFileSize: limits.folderFileSize,
    maxFolderSize: limits.folderSize,
  };
}

export const DEFAULT_UNPACK_LIMITS: UnpackLimits = unpackLimits(DEFAULT_LIMITS);
