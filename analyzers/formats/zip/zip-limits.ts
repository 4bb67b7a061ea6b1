/** Bounds on what an archive may cost to read. */
export interface ZipLimits {
  /** Entries listed; later ones are left out and reported. */
  maxEntries: number;
  /** Bytes that one entry may inflate to. */
  maxEntrySize: number;
  /** Bytes that a compressed byte of an entry may inflate to, where it may inflate to more than 1 MiB. */
  maxRatio: number;
  /** Bytes that all entries together may inflate to; entries beyond it, in directory order, cannot be read. */
  maxTotalSize: number;
}

const MEBIBYTE = 1024 * 1024;

/** Four times the 65,535 entries of an archive without ZIP64, 512 MiB an entry, any ratio that Deflate can reach, 4 GiB in total. */
export const DEFAULT_ZIP_LIMITS: ZipLimits = {
  maxEntries: 262_144,
  maxEntrySize: 512 * MEBIBYTE,
  maxRatio: 1_100,
  maxTotalSize: 4096 * MEBIBYTE,
};
