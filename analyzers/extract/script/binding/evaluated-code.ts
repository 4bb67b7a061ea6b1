import type * as t from '@babel/types';
import type { LinePlace } from '../syntax/line-table.ts';
import { parsePlain } from '../syntax/plain-parser.ts';

/**
 * The code of `eval("...")`, as webpack's development builds write every module; null where it is no constant text, or no
 * code. The places of its nodes are those of the characters in the file, as `JSON.stringify` has written the text.
 */
export function evaluatedCode({ callee, arguments: args }: t.CallExpression): t.Program | null {
  const [text, other] = args;
  if (callee.type !== 'Identifier' || callee.name !== 'eval' || other !== undefined) return null;
  if (text?.type !== 'StringLiteral') return null;
  const start = text.loc?.start;
  const lines = new QuotedLines(text.value, start?.line ?? 1, (start?.column ?? 0) + 1);
  try {
    return parsePlain({ text: text.value, line: 1, column: 0, language: 'js' }, lines);
  } catch (error) {
    // What is no code throws where it is run, too.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Places of a text that stands between quotes on one line of a file. */
class QuotedLines {
  /** Columns of the characters, worked out when the first place is asked for. */
  private columns: Uint32Array | null = null;

  /** @param line,column place in the file of the first character behind the quote */
  constructor(
    private readonly text: string,
    private readonly line: number,
    private readonly column: number,
  ) {}

  at(index: number): LinePlace {
    this.columns ??= this.columnsOfAll();
    return { line: this.line, column: this.columns[index] as number, index };
  }

  private columnsOfAll(): Uint32Array {
    const columns = new Uint32Array(this.text.length + 1);
    let column = this.column;
    for (let at = 0; at < this.text.length; at++) {
      columns[at] = column;
      column += widthOf(this.text.charCodeAt(at));
    }
    columns[this.text.length] = column;
    return columns;
  }
}

/** UTF-16 units that a character takes between quotes. */
function widthOf(code: number): number {
  if (code === 0x22 || code === 0x5c) return 2;
  if (code >= 0x20) return 1;
  return code >= 0x08 && code <= 0x0d && code !== 0x0b ? 2 : 6;
}
