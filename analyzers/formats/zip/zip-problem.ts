export type ZipProblemCode =
  | 'missing-directory'
  | 'damaged-directory'
  | 'too-many-entries'
  | 'entry-count-mismatch'
  | 'prefixed-data'
  | 'trailing-data'
  | 'false-end-record'
  | 'duplicate-name'
  | 'invalid-name'
  | 'unknown-method'
  | 'encryption-flag'
  | 'local-header-mismatch'
  | 'out-of-bounds'
  | 'overlapping-data'
  | 'impossible-size'
  | 'entry-too-large'
  | 'over-budget'
  | 'size-mismatch'
  | 'crc-mismatch';

/** Something about an archive that a writer of archives would not produce, or that reading had to work around. */
export interface ZipProblem {
  code: ZipProblemCode;
  /** Path of the entry it is about, null for the archive as a whole. */
  entry: string | null;
  /** One English clause. */
  detail: string;
  /** Byte position in the archive. */
  offset: number;
}
