import type { Block, TableBlock, TextBlock } from './block.ts';
import { type ColumnRole, columnRole } from './columns.ts';
import { companyIn } from './declared-sdk.ts';
import type { Lexicon } from './lexicon.ts';
import { joinMapped, type MappedText } from './mapped-text.ts';
import { numberingOf } from './numbering.ts';
import { alignCells } from './row-alignment.ts';
import { scan } from './scan.ts';
import { mostlyData } from './tables.ts';

const MIN_COLUMNS = 3;
const MAX_COLUMNS = 10;
/** Tables with more, whose lines tell their cells, are left as they are. */
const MOST_COLUMNS_OF_LINES = 32;
/** Headings of columns are no longer than this, of Latin letters twice as long. */
const MAX_LABEL = 18;
/** Cells of one table that are looked at. */
const MOST_CELLS = 4_000;
/** Cells that are looked at in vain before no more tables are looked for: the lines are read as they stand then. */
const MOST_IN_VAIN = 40_000;
/** Longer lines are running text. */
const MAX_CELL = 1_500;
/** Headings of a table whose words are not known. */
const MOST_UNKNOWN = 2;
/** What a row may cost by cell, and all rows on average. */
const WORST_ROW = 0.9;
const WORST_TABLE = 0.6;
/** Numbering of chapters and of what stands right below them ends a table. */
const RANK_OF_CHAPTERS = 2;

/** What it costs to take a cell from the row above, where an empty one costs 1. */
const COPIED_CELL = 0.5;

type Roles = readonly (ColumnRole | null)[];

interface Search {
  blocks: readonly Block[];
  lexicon: Lexicon;
  /** By block: what its line names as a column, once that was asked for. */
  roles: (ColumnRole | null | undefined)[];
  /** Cells that may still be looked at in vain. */
  left: number;
}

interface Gathered {
  rows: MappedText[][];
  /** Blocks that became the table. */
  used: number;
  /** What it costs to read them so, by cell. */
  cost: number;
}

/**
 * Finds tables whose cells stand on lines of their own, which is what is left of one that was copied out of a page or a
 * document as text: the headings of its columns line by line, then the cells of every row, some of them empty and lost.
 */
export function gatherTables(blocks: readonly Block[], lexicon: Lexicon): Block[] {
  const found: Block[] = [];
  const search: Search = { blocks, lexicon, roles: new Array(blocks.length), left: MOST_IN_VAIN };
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block;
    if (block.kind === 'table') {
      found.push(block.split === true ? reflowed(block, lexicon) : reachedDown(block, lexicon));
      at++;
      continue;
    }
    const table = tableAt(search, at);
    if (table === null) found.push(block);
    else found.push({ kind: 'table', rows: table.rows });
    at += table?.used ?? 1;
  }
  return found;
}

/** The rows of a table whose lines do not end where its rows do: every row has as many cells as the first, or as there are headings. */
function reflowed(block: TableBlock, lexicon: Lexicon): TableBlock {
  const cells = block.rows.flat();
  const first = block.rows[0]?.length ?? 0;
  const columns = first > 1 ? first : columnsOf(cells, lexicon);
  if (columns < MIN_COLUMNS || columns > MOST_COLUMNS_OF_LINES) return block;
  const rows: MappedText[][] = [];
  let row: MappedText[] = [];
  for (const line of block.rows) {
    for (const cell of line) row.push(cell);
    // A line on which one row ends and the next begins is none of a table that was cut so.
    if (row.length > columns) return block;
    if (row.length < columns) continue;
    rows.push(row);
    row = [];
  }
  // The last row may have lost its end.
  if (row.length > 0) rows.push([...row, ...new Array<MappedText>(columns - row.length).fill(EMPTY)]);
  const [header = []] = rows;
  const roles = header.map(({ text }) => columnRole(scan(lexicon, text)));
  for (let i = 2; i < rows.length; i++) rows[i] = unpadded(rows[i] ?? [], rows[i - 1] ?? [], roles, lexicon);
  return { kind: 'table', rows };
}

/**
 * A table of data whose first cells go down over several rows, which are shorter there: those get them from the row
 * above. Of tables of SDKs a short row can as well be one whose end is empty.
 */
function reachedDown(block: TableBlock, lexicon: Lexicon): TableBlock {
  const [header = []] = block.rows;
  if (header.length < MIN_COLUMNS || header.length > MOST_COLUMNS_OF_LINES) return block;
  const roles = header.map(({ text }) => columnRole(scan(lexicon, text)));
  const known = roles.filter((role) => role !== null);
  if (!roles.slice(1).includes('data') || known.length < 2 || known.includes('name') || known.includes('company'))
    return block;
  const rows = [...block.rows];
  for (let i = 2; i < rows.length; i++) rows[i] = shifted(rows[i] ?? [], rows[i - 1] ?? [], roles, lexicon);
  return { ...block, rows };
}

/** A row with the first cells of the one above, where its own fit their columns better so. */
function shifted(
  row: readonly MappedText[],
  above: readonly MappedText[],
  roles: Roles,
  lexicon: Lexicon,
): MappedText[] {
  const own = lengthOf(row);
  const missing = Math.min(roles.indexOf('data'), roles.length - own);
  if (own === 0 || missing <= 0) return [...row];
  let before = 0;
  let after = 0;
  for (let i = 0; i < own; i++) {
    const costs = costsOf(row[i] ?? EMPTY, roles, lexicon);
    before += costs[i] ?? 0;
    after += costs[i + missing] ?? 0;
  }
  if (after + missing * COPIED_CELL >= before + missing) return [...row];
  return [...above.slice(0, missing), ...row.slice(0, own)];
}

/** How many cells a row has up to its last that is not empty. */
function lengthOf(row: readonly MappedText[]): number {
  let own = row.length;
  while (own > 0 && row[own - 1]?.text === '') own--;
  return own;
}

/**
 * A row below one whose cells go down over several rows: those are missing in it, and empty ones stand at its end instead.
 * Where its cells fit their columns better so, it gets the missing ones from the row above.
 */
function unpadded(
  row: readonly MappedText[],
  above: readonly MappedText[],
  roles: Roles,
  lexicon: Lexicon,
): MappedText[] {
  const own = lengthOf(row);
  const missing = row.length - own;
  let best = [...row];
  if (missing === 0 || own === 0) return best;
  const costs = row.map((cell) => costsOf(cell, roles, lexicon));
  let least = Number.POSITIVE_INFINITY;
  for (let gap = own; gap >= 0; gap--) {
    let cost = gap === own ? missing : missing * COPIED_CELL;
    for (let i = 0; i < own; i++) cost += costs[i]?.[i < gap ? i : i + missing] ?? 0;
    if (cost >= least) continue;
    least = cost;
    best = gap === own ? [...row] : [...row.slice(0, gap), ...above.slice(gap, gap + missing), ...row.slice(gap, own)];
  }
  return best;
}

/** As many as the headings that are known at the beginning of some cells, or a few more that are not, so that rows come out even; 0 for none. */
function columnsOf(cells: readonly MappedText[], lexicon: Lexicon): number {
  const roles = headings(cells.slice(0, MAX_COLUMNS + 1).map(({ text }) => columnRole(scan(lexicon, text))));
  if (!isTableOfPolicies(roles)) return 0;
  for (let columns = roles.length; columns <= roles.length + MOST_UNKNOWN; columns++) {
    if (cells.length % columns === 0) return columns;
  }
  return 0;
}

function tableAt(search: Search, at: number): Gathered | null {
  const { blocks, lexicon, roles } = search;
  if (search.left <= 0) return null;
  // Most lines are no headings of columns; that is seen without looking up their words.
  for (let i = 0; i < MIN_COLUMNS; i++) if (!isLabel(blocks[at + i])) return null;
  const labels: (ColumnRole | null)[] = [];
  for (let i = at; i < at + MAX_COLUMNS + 1; i++) {
    const block = blocks[i];
    if (!isLabel(block)) break;
    let role = roles[i];
    if (role === undefined) {
      role = columnRole(scan(lexicon, block.content.text));
      roles[i] = role;
    }
    labels.push(role);
  }
  const run = headings(labels);
  let best: Gathered | null = null;
  // Behind a heading that is not known there can be more, or that is the first cell already.
  for (let end = MIN_COLUMNS; end <= run.length; end++) {
    if (run[end - 1] === null || (end < run.length && run[end] !== null)) continue;
    const table = rowsUnder(search, at, run.slice(0, end));
    if (table !== null && (best === null || table.cost < best.cost)) best = table;
  }
  // The words of the first cell can be those of a heading, too.
  best ??= rowsUnder(search, at, run.slice(0, -1));
  if (best === null || run[0] !== null) return best;
  // The first line may be the title above the headings.
  const below = tableAt(search, at + 1);
  return below !== null && below.cost <= best.cost ? null : best;
}

function isLabel(block: Block | undefined): block is TextBlock {
  if (block?.kind !== 'text' || block.level > 0) return false;
  const { text } = block.content;
  const most = /^[\x20-\x7e]+$/.test(text) ? 2 * MAX_LABEL : MAX_LABEL;
  return text.length <= most && !/[。；;，,：:]|www\./.test(text) && numberingOf(text) === null;
}

/** What the first of some cells name as columns, up to the last that is known; null for what is not. */
function headings(roles: Roles): Roles {
  let unknown = 0;
  let end = 0;
  for (let i = 0; i < roles.length; i++) {
    if (roles[i] !== null) end = i + 1;
    else if (++unknown > MOST_UNKNOWN) break;
  }
  return roles.slice(0, end);
}

/** Whether columns are those of a table of SDKs, or of data and what they are for. */
function isTableOfPolicies(roles: Roles): boolean {
  const has = (role: ColumnRole): boolean => roles.includes(role);
  if (roles.length < MIN_COLUMNS || roles.length > MAX_COLUMNS || roles[1] === null) return false;
  if (has('name') || has('company')) return has('data') || has('purpose') || has('permission');
  return has('data') && (has('purpose') || has('permission'));
}

function rowsUnder(search: Search, at: number, roles: Roles): Gathered | null {
  const { blocks, lexicon } = search;
  if (!isTableOfPolicies(roles) || search.left <= 0) return null;
  const columns = roles.length;
  const header = blocks.slice(at, at + columns).map((block) => (block as TextBlock).content);
  const cells: MappedText[] = [];
  for (let i = at + columns; i < blocks.length && cells.length < MOST_CELLS; i++) {
    const block = blocks[i] as Block;
    if (block.kind !== 'text' || block.level > 0 || block.content.text.length > MAX_CELL) break;
    const rank = numberingOf(block.content.text)?.rank;
    if (rank !== undefined && rank <= RANK_OF_CHAPTERS) break;
    if (block.content.text === header[0]?.text) break;
    cells.push(block.content);
  }
  const costs = cells.map((cell) => costsOf(cell, roles, lexicon));
  const aligned = alignCells(costs, columns);
  const rows: MappedText[][] = [];
  let used = columns;
  let cost = 0;
  for (const row of aligned) {
    if (row.cost > WORST_ROW * columns) break;
    rows.push(row.cells.map((lines) => joined(lines.map((line) => cells[line] as MappedText))));
    used += row.cells.flat().length;
    cost += row.cost;
  }
  const byCell = cost / (columns * Math.max(1, rows.length));
  search.left -= cells.length - (used - columns);
  return rows.length < 2 || byCell > WORST_TABLE ? null : { rows: [header, ...rows], used, cost: byCell };
}

function joined(lines: readonly MappedText[]): MappedText {
  const [first = EMPTY, ...others] = lines;
  return others.reduce((before, line) => joinMapped(before, ' ', line), first);
}

const EMPTY: MappedText = { text: '', offsets: new Int32Array(0) };

/** Decides between columns that would both do. */
const UNLIKELY = 0.25;
const NOTHING = /^(?:[/\\—–-]+|无|暂无|不涉及|none|n\/a|null)$/i;
const ADDRESS = /https?:|www\./i;

/** What it costs to take a line for a cell of each column: 0 where its form is that of one. */
function costsOf({ text }: MappedText, roles: Roles, lexicon: Lexicon): number[] {
  const scanned = scan(lexicon, text);
  const isNothing = NOTHING.test(text);
  const isAddress = ADDRESS.test(text);
  const isCompany = companyIn(text) !== null && text.length <= 2 * MAX_LABEL;
  const names = scanned.sdks.length > 0 || /sdk/i.test(text);
  return roles.map((role) => {
    if (role === 'link') return isAddress || isNothing || /隐私|官网|链接|privacy/i.test(text) ? 0 : 4;
    if (isAddress) return role === null || role === 'other' ? 2 : 6;
    if (role === 'company') return isCompany || isNothing ? 0 : text.length <= MAX_LABEL ? 2 : 4;
    if (role === 'name') {
      if (isCompany && roles.includes('company')) return 3;
      return names && text.length <= 4 * MAX_LABEL ? 0 : text.length <= MAX_LABEL ? 1 : 4;
    }
    if (role === 'data') return scanned.data.length > 0 || isNothing ? 0 : 2;
    if (role === 'permission') return /权限|permission/i.test(text) || isNothing ? 0 : 2;
    if (isCompany) return 3;
    if (scanned.sdks.length > 0 && roles.includes('name')) return UNLIKELY;
    return role === 'purpose' && roles.includes('data') && mostlyData(scanned) ? 1 : 0;
  });
}
