import { type MappedText, withoutRanges } from './mapped-text.ts';

/** The address of a Markdown link that leads out of the document. */
const LINK = /\]\((https?:\/\/[^()\s]{1,500})\)/g;

/** Drops Markdown emphasis and code marks, and the address of links and images. */
export function plain(line: MappedText): MappedText {
  if (!/[*_`[\\]/.test(line.text)) return line;
  const ranges: (readonly [number, number])[] = [];
  const marks = /\*{1,3}|__|`+|!?\[(?=[^[\]]{1,200}\]\([^()\s]{1,500}\))|\]\([^()\s]{1,500}\)|\\(?=[*_[\]|\\])/g;
  for (const match of line.text.matchAll(marks)) ranges.push([match.index, match.index + match[0].length]);
  const links = [...line.text.matchAll(LINK)].map((match) => match[1] ?? '');
  return withoutRanges(links.length === 0 ? line : { ...line, links }, ranges);
}
