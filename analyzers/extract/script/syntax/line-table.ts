/** A place in a text as syntax nodes tell it: lines from 1, columns in UTF-16 units from 0, and the offset. */
export interface LinePlace {
  line: number;
  column: number;
  index: number;
}

/** Where the lines of a text begin, worked out when the first place is asked for. */
export class LineTable {
  private starts: Uint32Array | null = null;

  /** @param line,column place of the text's first character in its file */
  constructor(
    private readonly text: string,
    private readonly line = 1,
    private readonly column = 0,
  ) {}

  at(index: number): LinePlace {
    this.starts ??= lineStarts(this.text);
    const { starts } = this;
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= index) low = middle;
      else high = middle;
    }
    const column = index - (starts[low] ?? 0) + (low === 0 ? this.column : 0);
    return { line: this.line + low, column, index };
  }
}

/** Lines end as JavaScript has it: at LF, CR, CR LF, U+2028 and U+2029. */
function lineStarts(text: string): Uint32Array {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(index + end.length);
  return Uint32Array.from(starts);
}
