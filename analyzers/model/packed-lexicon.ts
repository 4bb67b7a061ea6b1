/**
 * What every phrase of a catalogue means, as the build writes it: numbers in place of objects, which are made of those
 * phrases alone that a text has. It stands for the catalogue that it was made of and no other.
 */
export interface PackedLexicon {
  /** Normalised, by position. */
  phrases: string[];
  /** By position: bits for what else is known of the phrase. */
  flags: number[];
  /** By position: its one meaning, or `-1 - i` for the meanings `several[i]`. */
  meanings: number[];
  several: number[][];
  /** Positions with the meanings in Chinese and those in English where these differ. */
  byLanguage: [position: number, zh: number[], en: number[]][];
  /** Groups of policy-terms, by the number in their meanings; data types and SDKs count as the catalogue lists them. */
  groups: string[];
}
