/**
 * Bounds on what an input may cost; whatever they cut off becomes a Gap or, where nothing is left, an error. Sizes are
 * bytes. `docs/limits.md` explains each; a test keeps the two together.
 */
export interface Limits {
  /** The input file. Larger ones are refused. */
  inputSize: number;
  /** Entries of one archive. */
  archiveEntries: number;
  /** What one entry of an archive may inflate to. */
  entrySize: number;
  /** What a compressed byte of an entry of more than 1 MiB may inflate to. */
  inflateRatio: number;
  /** What all entries of one archive together may inflate to. */
  archiveSize: number;
  /** Archives inside one another below the input; 1 opens the APKs of an .apks file. */
  nesting: number;
  /** Nested archives that are compressed, together; they have to be kept inflated. */
  nestedSize: number;
  /** Nested archives, stored ones too, together: entries may share bytes. */
  openedSize: number;
  /** Files of a build, over all archives or folders. */
  files: number;
  /** One file of a source folder. */
  folderFileSize: number;
  /** All files of a source folder. */
  folderSize: number;
  /** One DEX file. */
  dexSize: number;
  /** One string of a DEX file; constants of Java end at 65,535. */
  stringSize: number;
  /** Strings of one pool of a compiled manifest or resource table, together, in characters. */
  poolSize: number;
  /** All DEX files, which are held in memory for the call graph. */
  dexTotal: number;
  /** One native library. */
  nativeSize: number;
  /** One script, or one group of scripts that see each other. */
  scriptSize: number;
  /** Levels of syntax inside one another in one script; a thread has the stack for the default. */
  syntaxDepth: number;
  /** Heap of a thread that reads code. */
  scriptMemory: number;
  /** Steps that reading one DEX file may take: bytes that are read, characters that are made. */
  dexSteps: number;
  /** Steps that making the call graph may take: registers and edges that are looked at. */
  graphSteps: number;
  /** Facts of one file. */
  factsOfFile: number;
  /** Facts of a build. */
  facts: number;
  /** Bytes of one policy; of a document, characters of its text. */
  policySize: number;
  /** Characters of all facts in a report, with the ways that lead to them and from them. */
  reportSize: number;
  /** Steps by which values are followed from where they are read to where they leave. */
  flowSteps: number;
}

const MEBIBYTE = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  // Node reads no more than 2 GiB into one buffer.
  inputSize: 2048 * MEBIBYTE - 1,
  archiveEntries: 262_144,
  entrySize: 512 * MEBIBYTE,
  // Deflate comes to 1,032 at most.
  inflateRatio: 1_100,
  archiveSize: 4096 * MEBIBYTE,
  nesting: 3,
  nestedSize: 512 * MEBIBYTE,
  openedSize: 4096 * MEBIBYTE,
  files: 400_000,
  folderFileSize: 512 * MEBIBYTE,
  folderSize: 4096 * MEBIBYTE,
  dexSize: 128 * MEBIBYTE,
  stringSize: 65_536,
  poolSize: 128 * MEBIBYTE,
  dexTotal: 384 * MEBIBYTE,
  nativeSize: 256 * MEBIBYTE,
  scriptSize: 64 * MEBIBYTE,
  syntaxDepth: 50_000,
  scriptMemory: 1152 * MEBIBYTE,
  dexSteps: 256 * MEBIBYTE,
  graphSteps: 256 * MEBIBYTE,
  factsOfFile: 100_000,
  facts: 250_000,
  policySize: 2 * MEBIBYTE,
  reportSize: 64 * MEBIBYTE,
  flowSteps: 2_000_000,
};

export const LIMIT_NAMES = Object.keys(DEFAULT_LIMITS) as (keyof Limits)[];
