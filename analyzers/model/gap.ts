/** The step of the program that could not look at something. */
export type GapStage = 'unpack' | 'manifest' | 'dex' | 'script' | 'native' | 'policy';

/** Why something was not analysed. */
export type GapCode = 'packed' | 'encrypted' | 'corrupt' | 'unsupported' | 'too-large' | 'over-budget' | 'missing';

/**
 * Something that was not analysed, and why: "did not find" is never "could not look". A gap is `material` when code
 * that exists was not read, so that collection could hide in it; only material gaps make an analysis incomplete.
 */
export interface Gap {
  stage: GapStage;
  file: string;
  code: GapCode;
  /** One English clause for a person; facts only, no advice. */
  detail: string;
  material: boolean;
}
