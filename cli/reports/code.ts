import { type CodeExcerpt, spotKey } from '../../analyzers/model/excerpt.ts';

/** The code around places, by spot. */
export type Code = ReadonlyMap<string, CodeExcerpt>;

export function codeOf(excerpts: readonly CodeExcerpt[]): Code {
  return new Map(excerpts.map((excerpt) => [spotKey(excerpt.at), excerpt]));
}
