import type { Block, TextBlock } from './block.ts';
import { joinMapped, type MappedText, mapRange, sliceMapped, trimMapped } from './mapped-text.ts';
import { plain } from './markdown-marks.ts';
import { numberingOf } from './numbering.ts';
import { endsCell, lineEnd, lineWithRest, nextLine, pipeCells, tabCells } from './table-lines.ts';

/** A joined paragraph longer than this takes no further line, so that a missing bracket cannot swallow the file. */
const MAX_JOINED = 6_000;

/**
 * Reads plain text and Markdown into blocks: Markdown marks are dropped, rows with pipes or tabs become tables, and a line that goes
 * on in the next one (an open bracket, a comma at the end, an English sentence) is joined with it.
 */
export function readLines(file: string): Block[] {
  const blocks: Block[] = [];
  let rows: MappedText[][] = [];
  let open: TextBlock | null = null;
  let apart = true;
  let split = true;
  let byTabs = false;
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows, ...(split ? { split } : {}) });
    rows = [];
    split = true;
    byTabs = false;
  };
  for (let start = 0; start < file.length; ) {
    const end = lineEnd(file, start);
    let line = trimMapped(mapRange(file, start, end));
    const tabbed = tabCells(file, start, end);
    start = nextLine(file, end);
    if (line.text === '') {
      if (byTabs) endTable();
      open = null;
      apart = true;
      continue;
    }
    if (tabbed !== null && (byTabs || tabCells(file, start, lineEnd(file, start)) !== null)) {
      if (!byTabs) endTable();
      byTabs = true;
      split = false;
      open = null;
      rows.push(tabbed);
      continue;
    }
    if (byTabs) endTable();
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

/** Whether a line goes on in the next one. */
function continues(before: TextBlock, after: TextBlock): boolean {
  const head = before.content.text;
  const tail = after.content.text;
  if (before.level > 0 || after.level > 0 || after.item || after.apart || head.length > MAX_JOINED) return false;
  if (/^[。，,、；;：:）)】」』.!?！？]/.test(tail)) return true;
  if (numberingOf(tail) !== null || /^[【《[]|^(?:yes|no)$/i.test(tail)) return false;
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
