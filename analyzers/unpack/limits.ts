import { DEFAULT_ZIP_LIMITS, type ZipLimits } from '../formats/zip.ts';

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

const MEBIBYTE = 1024 * 1024;

export const DEFAULT_UNPACK_LIMITS: UnpackLimits = {
  // Node reads no more than 2 GiB into one buffer.
  maxInputSize: 2048 * MEBIBYTE - 1,
  zip: DEFAULT_ZIP_LIMITS,
  maxNesting: 3,
  maxNestedSize: 768 * MEBIBYTE,
  maxOpenedSize: 4096 * MEBIBYTE,
  maxFiles: 400_000,
  maxFileSize: 512 * MEBIBYTE,
  maxFolderSize: 4096 * MEBIBYTE,
};
