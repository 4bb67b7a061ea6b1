/** The number or letter in front of a heading or list item. */
export interface Numbering {
  /** 0 for parts and chapters, 1 for 一、 2 for (一), 3 for `1.`, 4 and 5 for `1.1` and `1.1.1`, 6 for `(1)`, 7 for letters. */
  rank: number;
  /** UTF-16 units of the line that it takes. */
  length: number;
}

const FORMS: readonly (readonly [number, RegExp])[] = [
  [0, /^第[一二三四五六七八九十\d]{1,3}(?:部分|章|条|节)[\s、.:：]*/],
  [0, /^(?:part|chapter|section|article)\s+(?:[ivx]{1,5}|\d{1,2})\b[\s.:：-]*/i],
  [1, /^[一二三四五六七八九十]{1,3}\s*[、.．]\s*/],
  [2, /^[（(]?[一二三四五六七八九十]{1,3}[)）][、.．]?\s*/],
  [5, /^\d{1,2}[.．]\d{1,2}[.．]\d{1,2}[.．、]?\s*/],
  [4, /^\d{1,2}[.．]\d{1,2}(?![\d.])[、:：.]?\s*/],
  [3, /^\d{1,2}\s*(?:[、．]|\.(?!\d))\s*/],
  [6, /^[（(]?\d{1,2}[)）][.、．]?\s*/],
  [6, /^[①-⑳]\s*/],
  [7, /^[（(]?[a-zA-Z][)）.、](?=[\s\u4e00-\u9fff])\s*/],
  [3, /^\d{1,2}(?=[\u4e00-\u9fff])(?![年月日个周岁天号条款项次种位人小分时秒])/],
];

/** The numbering at the start of a line, or null. A number glued to Chinese words counts unless a measure word follows. */
export function numberingOf(line: string): Numbering | null {
  const head = line.slice(0, 32);
  for (const [rank, form] of FORMS) {
    const match = form.exec(head);
    if (match !== null) return { rank, length: match[0].length };
  }
  return null;
}
