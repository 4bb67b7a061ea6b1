import type { Location } from './location.ts';

/** The code around a place, as a person reads it. */
export interface CodeExcerpt {
  at: Location;
  /**
   * Lines in order, each led by where it stands: `0x1c  invoke-virtual …` counted as the location counts, `34  code` by
   * the line of a text. Long ones are cut, with an ellipsis.
   */
  lines: string[];
  /** Index of the line at the place itself. */
  here: number;
}

/** The same for two locations of the same spot, whatever else they say of it. */
export function spotKey({ file, class: owner, method, offset, line, column }: Location): string {
  const spot = owner === undefined && offset === undefined ? [line, column] : [owner, method, offset];
  return JSON.stringify([file, ...spot]);
}
