import type { Block, TextBlock } from './block.ts';
import { joinMapped, type MappedText, mapRange, sliceMapped, trimMapped, withoutRanges } from './mapped-text.ts';
import { numberingOf } from './numbering.ts';

/** A joined paragraph longer than this takes no further line, so that a missing bracket cannot swallow the file. */
const MAX_JOINED = 6_000;
/** Lines of one cell behind its first. */
const MOST_LINES_OF_CELL = 20;

/**
 * Reads plain text and Markdown into blocks: Markdown marks are dropped, pipe rows become tables, and a line that goes
 * on in the next one (an open bracket, a comma at the end, an English sentence) is joined with it.
 */
export function readLines(file: string): Block[] {
  const blocks: Block[] = [];
  let rows: MappedText[][] = [];
  let open: TextBlock | null = null;
  let apart = true;
  let split = true;
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows, ...(split ? { split } : {}) });
    rows = [];
    split = true;
  };
  for (let start = 0; start < file.length; ) {
    const end = lineEnd(file, start);
    let line = trimMapped(mapRange(file, start, end));
    start = file.charCodeAt(end) === 13 && file.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
    if (line.text === '') {
      open = null;
      apart = true;
      continue;
    }
    if (split && rows.length > 0 && !line.text.endsWith('|') && line.text.includes('|')) {
      const whole = lineWithRest(file, line, start);
      line = whole.line;
      start = whole.end;
    }
    const cells = pipeCells(line);
    if (cells !== null) {
      open = null;
      // Bars alone end empty cells where rows go on from line to line.
      if (/^\|+$/.test(line.text) && split && rows.length > 0) {
        rows.push(Array.from(line.text, () => sliceMapped(line, 0, 0)));
      } else if (cells.length > 0) {
        split &&= endsCell(line.text);
        rows.push(cells);
      } else split = false;
      continue;
    }
    endTable();
    const block = textBlock(line, apart);
    apart = false;
    if (block === null) continue;
    if (open !== null && continues(open, block)) {
      open.content = joinMapped(open.content, joint(open.content.text, block.content.text), block.content);
    } else {
      blocks.push(block);
      open = block;
    }
  }
  endTable();
  return blocks;
}

function lineEnd(file: string, start: number): number {
  const end = /[\r\n]/g;
  end.lastIndex = start;
  return end.test(file) ? end.lastIndex - 1 : file.length;
}

/**
 * A row of a table with the lines on which its last cell goes on, up to one that ends with a bar; the row alone where
 * none of the next ones does.
 */
function lineWithRest(file: string, row: MappedText, from: number): { line: MappedText; end: number } {
  let line = row;
  let start = from;
  for (let more = 0; more < MOST_LINES_OF_CELL && start < file.length; more++) {
    const end = lineEnd(file, start);
    const next = trimMapped(mapRange(file, start, end));
    if (next.text === '') break;
    line = joinMapped(line, ' ', next);
    start = file.charCodeAt(end) === 13 && file.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
    if (next.text.endsWith('|')) return { line, end: start };
  }
  return { line: row, end: from };
}

/** The cells of a pipe row; an empty list for the rule below a header, null where the line is no row. */
function pipeCells(line: MappedText): MappedText[] | null {
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
function endsCell(line: string): boolean {
  return line.endsWith('|') && !line.startsWith('|');
}

function textBlock(line: MappedText, apart: boolean): TextBlock | null {
  let rest = line;
  let level = 0;
  let item = false;
  const heading = /^#{1,6}(?=\s|[^!-~])/.exec(rest.text)?.[0];
  if (heading !== undefined) {
    level = heading.length;
    rest = trimMapped(sliceMapped(rest, heading.length, rest.text.length));
  }
  const mark = /^(?:>+\s?|[-*+]\s+|-(?=[^\s\d-])|[•·●○■◆▪Ø➢➤\uf06c\uf0b7]\s*)/.exec(rest.text)?.[0];
  if (mark !== undefined && !rest.text.startsWith('**')) {
    item = !mark.startsWith('>');
    rest = trimMapped(sliceMapped(rest, mark.length, rest.text.length));
  }
  if (/^(?:[-=*_]\s?){3,}$/.test(line.text)) return null;
  const content = trimMapped(plain(rest));
  return content.text === '' ? null : { kind: 'text', level, item, content, apart };
}

/** The address of a Markdown link that leads out of the document. */
const LINK = /\]\((https?:\/\/[^()\s]{1,500})\)/g;

/** Drops Markdown emphasis and code marks, and the address of links and images. */
function plain(line: MappedText): MappedText {
  if (!/[*_`[\\]/.test(line.text)) return line;
  const ranges: (readonly [number, number])[] = [];
  const marks = /\*{1,3}|__|`+|!?\[(?=[^[\]]{1,200}\]\([^()\s]{1,500}\))|\]\([^()\s]{1,500}\)|\\(?=[*_[\]|\\])/g;
  for (const match of line.text.matchAll(marks)) ranges.push([match.index, match.index + match[0].length]);
  const links = [...line.text.matchAll(LINK)].map((match) => match[1] ?? '');
  return withoutRanges(links.length === 0 ? line : { ...line, links }, ranges);
}

/** Whether a line goes on in the next one. */
function continues(before: TextBlock, after: TextBlock): boolean {
  const head = before.content.text;
  const tail = after.content.text;
  if (before.level > 0 || after.level > 0 || after.item || after.apart || head.length > MAX_JOINED) return false;
  if (/^[。，,、；;：:）)】」』.!?！？]/.test(tail)) return true;
  if (numberingOf(tail) !== null || /^[【《[]/.test(tail)) return false;
  if (/[、,，(（和及与或/]$/.test(head) && !/https?:\/\/[\x21-\x7e]{0,300}$/.test(head.slice(-310))) return true;
  if (bracketsOpen(head)) return true;
  if (/https?:\/\/[\x21-\x7e]{1,300}$/.test(head.slice(-310))) return false;
  const latin = /[A-Za-z]$/.test(head);
  if (latin && head.length >= 40 && /^[A-Za-z/]/.test(tail)) return true;
  return /[a-z][,;'")-]*$/.test(head) && (/^[a-z]/.test(tail) || (head.length >= 60 && !/[.:;!?)]$/.test(head)));
}

function bracketsOpen(text: string): boolean {
  if (!/[(（]/.test(text)) return false;
  let depth = 0;
  for (let i = Math.max(0, text.length - 1_000); i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '(' || character === '（') depth++;
    else if ((character === ')' || character === '）') && depth > 0) depth--;
  }
  return depth > 0;
}

/** A space between Latin words, nothing between Chinese ones. */
function joint(head: string, tail: string): string {
  return /[\x21-\x7e]$/.test(head) && /^[\x21-\x7e]/.test(tail) ? ' ' : '';
}
