import { joinMapped, type MappedText, mapRange, sliceMapped, trimMapped } from './mapped-text.ts';
import { plain } from './markdown-marks.ts';

const MIN_TAB_CELLS = 3;
/** Lines of one cell behind its first. */
const MOST_LINES_OF_CELL = 20;

/**
 * A row of a table with the lines on which its last cell goes on, up to one that ends with a bar; the row alone where
 * none of the next ones does.
 */
export function lineWithRest(file: string, row: MappedText, from: number): { line: MappedText; end: number } {
  let line = row;
  let start = from;
  for (let more = 0; more < MOST_LINES_OF_CELL && start < file.length; more++) {
    const end = lineEnd(file, start);
    const next = trimMapped(mapRange(file, start, end));
    if (next.text === '') break;
    line = joinMapped(line, ' ', next);
    start = nextLine(file, end);
    if (next.text.endsWith('|')) return { line, end: start };
  }
  return { line: row, end: from };
}

/** The cells of a row that tabs part, as tables are copied out of pages and sheets; null where the line has fewer than three. */
export function tabCells(file: string, start: number, end: number): MappedText[] | null {
  const text = file.slice(start, end);
  if (text.trim().split('\t').length < MIN_TAB_CELLS) return null;
  const cells: MappedText[] = [];
  for (let from = 0; from <= text.length; ) {
    const tab = text.indexOf('\t', from);
    const to = tab === -1 ? text.length : tab;
    cells.push(plain(trimMapped(mapRange(file, start + from, start + to))));
    from = to + 1;
  }
  return cells;
}

/** The cells of a pipe row; an empty list for the rule below a header, null where the line is no row. */
export function pipeCells(line: MappedText): MappedText[] | null {
  const { text } = line;
  const bars: number[] = [];
  for (let i = text.indexOf('|'); i !== -1; i = text.indexOf('|', i + 1)) if (text.charAt(i - 1) !== '\\') bars.push(i);
  if (bars.length < 2 && !(bars.length === 1 && (text.startsWith('|') || text.endsWith('|')))) return null;
  if (/^[\s|:-]+$/.test(text)) return [];
  const cells: MappedText[] = [];
  let from = 0;
  for (const bar of [...bars, text.length]) {
    cells.push(plain(trimMapped(sliceMapped(line, from, bar))));
    from = bar + 1;
  }
  if (text.startsWith('|')) cells.shift();
  if (text.endsWith('|')) cells.pop();
  return cells;
}

/** A line that ends with a bar and begins with none. */
export function endsCell(line: string): boolean {
  return line.endsWith('|') && !line.startsWith('|');
}

/** Position of the line break behind a position, or the end of the file. */
export function lineEnd(file: string, start: number): number {
  const end = /[\r\n]/g;
  end.lastIndex = start;
  return end.test(file) ? end.lastIndex - 1 : file.length;
}

/** Position behind the line break at one. */
export function nextLine(file: string, end: number): number {
  return file.charCodeAt(end) === 13 && file.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}
