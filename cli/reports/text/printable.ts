/** Control characters (ANSI escapes among them), bidirectional controls, line separators and invisible joiners. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Text from the input made harmless for a terminal: what would not print, or would reorder the line, becomes `\u{…}`. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) =>
    character === '\n' || character === '\t' ? ' ' : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/** The first `limit` characters of a text, with an ellipsis where more follow. */
export function shortened(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit).join('')}…`;
}
