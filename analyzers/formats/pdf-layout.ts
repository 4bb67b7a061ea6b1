/** A piece of text on a page; lengths in points, y grows upwards. */
export interface Chunk {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Of the font. */
  size: number;
}

/** A gap between pieces from which they are two cells, or two words, in font sizes. */
const CELL_GAP = 1.1;
const WORD_GAP = 0.15;
/** A smaller one from which they are two cells where a cell of another row begins at the same place. */
const COLUMN_GAP = 0.25;
/** Places so near to each other are the same, in font sizes. */
const SAME_PLACE = 0.2;
/** Lines further apart belong to two paragraphs, in font sizes. */
const PARAGRAPH_GAP = 2.1;
/** A line that ends so near to the right margin goes on in the next one, in font sizes. */
const FULL_LINE = 2.5;

interface Line {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
}

/** Lines of one cell are no further apart, in font sizes. */
const LINE_GAP = 1.7;

/** A paragraph, or a row with its cells. */
interface Row {
  cells: string[];
  first: Line;
  /** Of its last cell. */
  last: Line;
}

/**
 * The paragraphs of one page, a line each; pieces that stand beside each other are cells of a row, written between pipes.
 * Pieces come in the order of the file, in which writers put one cell of a row after the other.
 */
export function layoutOf(chunks: readonly Chunk[]): string[] {
  const lines = linesOf(chunks, columnsOf(linesOf(chunks, [])));
  const margin = lines.reduce((right, line) => Math.max(right, line.right), 0);
  const rows: Row[] = [];
  for (const line of lines) {
    const row = rows[rows.length - 1];
    if (row === undefined) {
      rows.push({ cells: [line.text], first: line, last: line });
      continue;
    }
    const size = Math.max(line.size, row.last.size);
    const down = row.last.y - line.y;
    const end = row.cells.length - 1;
    const beside = down < 0.5 * size && line.x > row.first.x + size && line.x > row.last.x + size;
    if (beside) {
      if (row.cells.length === 1 && down < -0.5 * size) takeUp(rows, line.x);
      const open = rows[rows.length - 1] ?? row;
      if (open.cells.length === 1 && isMark(open.cells[0] ?? '')) open.cells[0] = `${open.cells[0]} ${line.text}`;
      else open.cells.push(line.text);
      open.last = line;
    } else if (goesOn(row.last, line, down, size, row.cells.length > 1, margin)) {
      row.cells[end] = joined(row.cells[end] ?? '', line.text);
      row.last = line;
    } else rows.push({ cells: [line.text], first: line, last: line });
  }
  return rows.map(({ cells }) => written(cells)).filter((text) => text !== '');
}

/**
 * Lines above the last that belong to its cell, which is known only once a cell begins beside it, further up: they begin
 * where it does, or are centred like it.
 * @param beside where that cell begins
 */
function takeUp(rows: Row[], beside: number): void {
  for (;;) {
    const row = rows[rows.length - 1];
    const above = rows[rows.length - 2];
    if (row === undefined || above === undefined || above.cells.length > 1) return;
    const { size } = row.first;
    const isCentred = above.last.right < beside && above.last.x < row.first.right && row.first.x < above.last.right;
    if (!isCentred && Math.abs(above.first.x - row.first.x) > size) return;
    if (above.last.y - row.first.y > LINE_GAP * size) return;
    rows.splice(-2, 2, {
      cells: [joined(above.cells[0] ?? '', row.cells[0] ?? '')],
      first: above.first,
      last: row.last,
    });
  }
}

function written(cells: readonly string[]): string {
  const texts = cells.map((text) => text.trim());
  return texts.length === 1 ? (texts[0] ?? '') : `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** A number or bullet in front of its item. */
function isMark(text: string): boolean {
  return (
    text.length <= 5 &&
    /^(?:[(（]?(?:[\d一二三四五六七八九十]{1,3}|[a-zA-Z])[)）.、．:]?|[•●○■◆▪·–-])$/.test(text.trim())
  );
}

/** Whether a line belongs to the paragraph or cell above it. */
function goesOn(above: Line, line: Line, down: number, size: number, cells: boolean, margin: number): boolean {
  if (down < 0 || down > PARAGRAPH_GAP * size || Math.abs(above.size - line.size) > 0.2 * size) return false;
  if (cells) return Math.abs(above.x - line.x) < size;
  if (/^(?:[(（]?[\d一二三四五六七八九十]{1,3}[)）.、．]|第.{1,3}[章条节部]|[•●○■◆▪·])/.test(line.text)) return false;
  return above.right > margin - FULL_LINE * size;
}

/** Where cells begin beside the one before, behind a wide gap or further up again, in order. */
function columnsOf(lines: readonly Line[]): number[] {
  const places = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const isBeside = before !== undefined && line.y > before.y - 0.5 * line.size && line.x > before.right;
    return isBeside ? [line.x] : [];
  });
  return places.sort((a, b) => a - b);
}

/** Whether a cell begins at a place, or so near to it as makes no difference. */
function isColumn(columns: readonly number[], x: number, size: number): boolean {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((columns[middle] as number) < x - SAME_PLACE * size) low = middle + 1;
    else high = middle;
  }
  return (columns[low] ?? Number.POSITIVE_INFINITY) <= x + SAME_PLACE * size;
}

/**
 * Pieces in one line, with spaces where the page has them; wide gaps begin a line of their own.
 * @param columns places in front of which narrow ones do, too
 */
function linesOf(chunks: readonly Chunk[], columns: readonly number[]): Line[] {
  const lines: Line[] = [];
  for (const { text, x, y, width, size } of chunks) {
    if (text.trim() === '') continue;
    const open = lines[lines.length - 1];
    const gap = open === undefined ? 0 : x - open.right;
    const same =
      open !== undefined &&
      Math.abs(open.y - y) < 0.5 * size &&
      gap > -size &&
      gap < CELL_GAP * size &&
      !(gap > COLUMN_GAP * size && isColumn(columns, x, size));
    if (!same) lines.push({ text, x, right: x + width, y, size });
    else {
      open.text += gap > WORD_GAP * size && !/\s$/.test(open.text) ? ` ${text}` : text;
      open.right = x + width;
      open.size = Math.max(open.size, size);
    }
  }
  return lines;
}

/** Nothing between Chinese words, a space between Latin ones; a word cut by a hyphen is mended. */
function joined(head: string, tail: string): string {
  if (/[a-z]-$/.test(head) && /^[a-z]/.test(tail)) return head.slice(0, -1) + tail;
  return /[\x21-\x7e]$/.test(head) && /^[\x21-\x7e]/.test(tail) ? `${head} ${tail}` : head + tail;
}
