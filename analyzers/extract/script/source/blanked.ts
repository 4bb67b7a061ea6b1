/** A text with blanks in place of some parts of it, which do not overlap and stand in their order; line breaks stay. */
export function blanked(text: string, left: readonly { bodyStart: number; bodyEnd: number }[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { bodyStart, bodyEnd } of left) {
    parts.push(text.slice(at, bodyStart), text.slice(bodyStart, bodyEnd).replace(/[^\n\r\u2028\u2029]+/g, blank));
    at = bodyEnd;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

function blank(run: string): string {
  return ' '.repeat(run.length);
}
