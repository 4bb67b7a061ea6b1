/**
 * What every phrase of a catalogue means, as the build writes it: numbers in place of objects, which are made of those
 * phrases alone that a text has. It stands for the catalogue that it was made of and no other. Lists of numbers are in
 * Base64, little-endian, which are read in one go.
 */
export interface PackedLexicon {
  /** Normalised, by place; see PhraseTable. */
  phrases: { text: string; ends: string; units: string; below: string; places: string };
  /** By place, of 32 bits: what else is known of a phrase. */
  flags: string;
  /** By place, of 32 bits: its one meaning, or `-1 - i` for the meanings `several[i]`. */
  meanings: string;
  several: number[][];
  /** Places with the meanings in Chinese and those in English where these differ. */
  byLanguage: [place: number, zh: number[], en: number[]][];
  /** Groups of policy-terms, by the number in their meanings; data types and SDKs count as the catalogue lists them. */
  groups: string[];
}

/** Phrases, and a tree by which all that a text has are found in one pass; its first node is the root. */
export interface PhraseTable {
  /** All phrases, one behind the other. */
  text: string;
  /** By phrase: its end in the text, exclusive. */
  ends: Int32Array;
  /** By node: the unit by which it goes on from the one above. */
  units: Uint16Array;
  /** By node: the first of those below it, which stand together by unit and end where those of the next node begin. */
  below: Int32Array;
  /** By node: the phrase that ends there, or the only one that begins so where no nodes are below; -1 for none. */
  places: Int32Array;
}
