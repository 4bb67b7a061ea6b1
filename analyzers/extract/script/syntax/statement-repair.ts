/** Lines that one statement is taken to have at most. */
const MAX_LINES = 60;

/**
 * What a script may be without the statement that a parser cannot get past: texts of the same length, so that all places
 * stay, in which something around the error is blank. The one that loses the least comes first.
 *
 * @param at where the parser gave up, as an offset in UTF-16 units
 */
export function withoutStatementAt(text: string, at: number): string[] {
  if (at < 0 || at > text.length) return [];
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = endOfLine(text, at);
  const before = statementBefore(text, at);
  const texts = [
    /^[)\]}]$/.test(text.charAt(at)) ? blank(text, at, at + 1) : text,
    blank(text, before, at),
    blank(text, lineStart, lineEnd),
    blank(text, before, lineEnd),
  ];
  return [...new Set(texts)].filter((each) => each !== text);
}

/** Where the lines begin that end at a place and close all the brackets which they close. */
function statementBefore(text: string, end: number): number {
  let start = end;
  let open = 0;
  for (let line = 0; line < MAX_LINES && start > 0; line++) {
    const from = text.lastIndexOf('\n', start - 2) + 1;
    let hasCode = false;
    for (let at = start - 1; at >= from; at--) {
      const code = text.charCodeAt(at);
      if (code > 0x20) hasCode = true;
      if (code === 0x29 || code === 0x5d || code === 0x7d) open++;
      else if ((code === 0x28 || code === 0x5b || code === 0x7b) && open > 0) open--;
      // What is opened here goes on behind the error.
      else if (code === 0x7b) return at + 1;
    }
    start = from;
    if (hasCode && open === 0) break;
  }
  return start;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Line breaks stay. */
function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(from, to).replace(/[^\r\n\u2028\u2029]/g, ' ') + text.slice(to);
}
