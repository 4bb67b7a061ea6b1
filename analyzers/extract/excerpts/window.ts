/** Lines before and behind a place that are shown with it. */
const AROUND = 3;
/** Characters of a line that are shown. */
const MAX_LINE = 240;

/** The neighbourhood of one line among many: first and last index, and the index of the line itself among them. */
export function windowAround(index: number, count: number): { first: number; last: number; here: number } {
  const first = Math.max(0, index - AROUND);
  return { first, last: Math.min(count - 1, index + AROUND), here: index - first };
}

/** A line within the limit; where it is longer, the part around a column, with ellipses. @param column from 0 */
export function cutLine(text: string, column = 0): string {
  if (text.length <= MAX_LINE) return text;
  const start = Math.max(0, Math.min(column - MAX_LINE / 2, text.length - MAX_LINE));
  const end = Math.min(text.length, start + MAX_LINE);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}
