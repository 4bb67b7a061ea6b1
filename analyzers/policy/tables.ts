import type { ClaimActor, DeclaredSdk } from '../model/claim.ts';
import type { TableBlock } from './block.ts';
import { addData, claimsOf, type Locator } from './claims.ts';
import { type ColumnRole, columnRole } from './columns.ts';
import { declaredSdk, fieldOf, filledField, identify, linkOf, urlOf } from './declared-sdk.ts';
import { joinMapped, type MappedText } from './mapped-text.ts';
import { emptyOutcome, idsOf, type Outcome } from './outcome.ts';
import { permissionsIn } from './permissions.ts';
import type { PolicyReader } from './reader.ts';
import { type Scan, scan, termsOf } from './scan.ts';
import type { SectionRole } from './sections.ts';
import { statementsOf } from './statements.ts';
import type { Demand } from './verbs.ts';

/** The name of a permission in full; a row that has one only describes it in its other cells. */
const CONSTANT = /\bpermission\.[A-Z][A-Z_]{2,}/;
/** Longer cells are sentences or lists. */
const MAX_ITEM = 12;

interface Cell {
  text: MappedText;
  scan: Scan;
}

/** Roles of columns, kept for a table that goes on without a header of its own. */
export interface Header {
  roles: (ColumnRole | null)[];
  /** The table lists SDKs or other third parties. */
  sdks: boolean;
}

/** Reads a table: one SDK a row where it lists SDKs, else data and permissions of the app. */
export function readTable(
  reader: PolicyReader,
  block: TableBlock,
  role: SectionRole,
  before: Header | null,
  locate: Locator,
): { outcome: Outcome; header: Header | null } {
  const rows = block.rows.map((row) => row.map((text) => cellOf(reader, text)));
  const own = headerOf(rows, role);
  const continued =
    own === null && before !== null && rows.every((row) => Math.abs(row.length - before.roles.length) <= 1);
  const header = own ?? (continued ? before : null);
  const body = own === null ? rows : rows.slice(1);
  const outcome = emptyOutcome();
  for (const row of body) {
    const known = outcome.sdks.length;
    if (isClosed(role) || (header !== null && isHeaderAgain(row, header))) {
      // A row of a definition declares nothing, nor does a header.
    } else if (header?.sdks === true) readSdkRow(reader, row, header, outcome, locate);
    else readAppRow(reader, row, header, role, outcome, locate);
    // A row that only goes on with the one above describes the same SDK.
    const described = idsOf(
      outcome.sdks.slice(header?.sdks === true ? Math.min(known, outcome.sdks.length - 1) : known),
    );
    for (const { scan, text } of row) outcome.scans.push({ scan, offsets: text.offsets, ...described });
  }
  return { outcome, header };
}

function cellOf(reader: PolicyReader, text: MappedText): Cell {
  return { text, scan: scan(reader.lexicon, text.text) };
}

/** A data cell may leave out the word "information" that its only item is known by. */
function completed(reader: PolicyReader, cell: Cell): Cell {
  if (cell.scan.data.length > 0 || cell.text.text.length > MAX_ITEM || !/[\u4e00-\u9fff]$/.test(cell.text.text))
    return cell;
  const edge = cell.text.offsets[cell.text.offsets.length - 1] ?? 0;
  const longer = cellOf(reader, joinMapped(cell.text, '', { text: '信息', offsets: Int32Array.of(edge, edge) }));
  return { text: cell.text, scan: { ...cell.scan, data: longer.scan.data } };
}

function isClosed(role: SectionRole): boolean {
  return role === 'definitions' || role === 'exceptions';
}

function headerOf(rows: Cell[][], role: SectionRole): Header | null {
  const first = rows[0];
  if (first === undefined) return null;
  const roles = first.map((cell) => columnRole(cell.scan));
  const told = roles.filter((each) => each !== null).length;
  if (told < 2 && !(first.length <= 2 && told === first.length)) return null;
  const signed = first.some((cell) => termsOf(cell.scan, 'column/sdk-sign').length > 0);
  const named = roles.includes('name') || roles.includes('company');
  const body = rows.slice(1);
  const known = body.filter((row) => row.slice(0, 2).some((cell) => cell.scan.sdks.length > 0)).length;
  const sdks =
    named &&
    (signed || role === 'sdk-list' || known * 2 >= body.length) &&
    (roles.includes('company') || roles.includes('link') || signed || known > 0);
  return { roles, sdks };
}

function readSdkRow(reader: PolicyReader, row: Cell[], header: Header, outcome: Outcome, locate: Locator): void {
  const cellFor = (role: ColumnRole) => row[header.roles.indexOf(role)];
  const nameCell = cellFor('name') ?? cellFor('company') ?? row[0];
  const name = nameCell === undefined ? null : fieldOf(nameCell.text.text);
  if (nameCell === undefined || name === null) return;
  if (!isName(name)) {
    goOn(reader, row, outcome, locate);
    return;
  }
  const company = cellFor('company');
  const purpose = cellFor('purpose');
  const links = row.filter((_, index) => header.roles[index] === 'link');
  const link = links[links.length - 1];
  const anywhere = row.map((cell) => urlOf(cell.text.text)).filter((url) => url !== null);
  const address =
    (link === undefined ? null : linkOf(link.text)) ??
    row.map((cell) => linkOf(cell.text)).find((each) => each !== null) ??
    null;
  const signs = address === null ? (link?.scan ?? null) : scan(reader.lexicon, `${link?.scan.text ?? ''} ${address}`);
  const id =
    identify(nameCell.scan, company?.scan ?? null, signs, purpose?.scan ?? null) ??
    identify({ ...nameCell.scan, sdks: [] }, company?.scan ?? null, signs, purpose?.scan ?? null);
  const actor: ClaimActor = id === null ? `named:${name}` : `sdk:${id}`;
  const sdk = declaredSdk(id, {
    name,
    company: company === undefined || company === nameCell ? null : filledField(company.text.text, company.scan),
    purpose: purpose === undefined ? null : fieldOf(purpose.text.text),
    url: (link === undefined ? null : urlOf(link.text.text)) ?? address ?? anywhere[anywhere.length - 1] ?? null,
    at: locate(nameCell.text.offsets[0] ?? 0),
  });
  for (const [index, cell] of row.entries()) {
    const role = header.roles[index] ?? null;
    if (cell === nameCell || role === 'company' || role === 'link' || role === 'name') continue;
    const listed = role === 'data' || role === 'permission';
    const scanned = role === 'data' ? completed(reader, cell).scan : cell.scan;
    const { statements } = statementsOf(scanned, listed ? 'listed' : 'stated', [actor]);
    const claims = claimsOf(reader, cell.text, statements, locate);
    for (const claim of claims) outcome.claims.push(claim);
    addData(reader, sdk, claims, actor);
    for (const permission of permissionsIn(cell.scan, cell.text, 'told', locate)) outcome.permissions.push(permission);
  }
  const above = outcome.sdks[outcome.sdks.length - 1];
  if (above !== undefined && above.id === id && samePlace(above, sdk)) {
    // The cell with the name goes down over several rows.
    for (const breadth of ['exact', 'broad'] as const) {
      above.data[breadth] = [...new Set([...above.data[breadth], ...sdk.data[breadth]])].sort();
    }
    above.purpose ??= sdk.purpose;
    above.url ??= sdk.url;
  } else outcome.sdks.push(sdk);
}

/** An address or a sentence in the place of a name belongs to the row above, which was cut. */
function isName(text: string): boolean {
  return !/^(?:https?:|www\.)/i.test(text) && !/[。；！？]/.test(text);
}

/** Reads a row without a name as further words on the SDK above it. */
function goOn(reader: PolicyReader, row: Cell[], outcome: Outcome, locate: Locator): void {
  const above = outcome.sdks[outcome.sdks.length - 1];
  if (above === undefined) return;
  const actor: ClaimActor = above.id === null ? `named:${above.name}` : `sdk:${above.id}`;
  for (const cell of row) {
    above.url ??= linkOf(cell.text) ?? urlOf(cell.text.text);
    const claims = claimsOf(reader, cell.text, statementsOf(cell.scan, 'stated', [actor]).statements, locate);
    for (const claim of claims) outcome.claims.push(claim);
    addData(reader, above, claims, actor);
  }
}

/** The header again, as on each page of a printed table. */
function isHeaderAgain(row: readonly Cell[], { roles }: Header): boolean {
  return row.length === roles.length && row.every((cell, at) => columnRole(cell.scan) === roles[at]);
}

function samePlace(a: DeclaredSdk, b: DeclaredSdk): boolean {
  return a.name === b.name && a.at.line === b.at.line && a.at.column === b.at.column;
}

function readAppRow(
  reader: PolicyReader,
  row: Cell[],
  header: Header | null,
  role: SectionRole,
  outcome: Outcome,
  locate: Locator,
): void {
  const verdict = row.map((cell) => verdictOf(cell.text.text)).find((each) => each !== null) ?? null;
  if (verdict === false) return;
  const open =
    verdict === true ||
    role === 'collection' ||
    role === 'permissions' ||
    role === 'other' ||
    role === 'sharing' ||
    role === 'intro';
  const inFull = row.some((cell) => CONSTANT.test(cell.text.text));
  for (const [index, cell] of row.entries()) {
    const column = header?.roles[index] ?? null;
    const listed = open && (column === 'data' || column === 'permission' || (header === null && mostlyData(cell.scan)));
    const demand: Demand = listed ? 'listed' : open ? 'stated' : 'plainly-stated';
    const mode = column === 'permission' && open ? 'listed' : 'told';
    if (!inFull || CONSTANT.test(cell.text.text)) {
      for (const permission of permissionsIn(cell.scan, cell.text, mode, locate)) outcome.permissions.push(permission);
    }
    if (column === 'purpose' || column === 'link' || column === 'company') {
      if (column !== 'purpose') continue;
    }
    const { statements } = statementsOf(cell.scan, demand, ['app']);
    for (const claim of claimsOf(reader, cell.text, statements, locate)) outcome.claims.push(claim);
  }
}

/** A cell that says only whether the row's data are collected. */
function verdictOf(text: string): boolean | null {
  const trimmed = text.trim();
  if (/^(?:yes|✓|✔|☑|collected)$/i.test(trimmed)) return true;
  return /^(?:no|✗|✘|☒|not collected|不收集|未收集)$/i.test(trimmed) ? false : null;
}

/** Words of data make up most of it: a cell or heading that is a list of data. */
export function mostlyData(scanned: Scan): boolean {
  let covered = 0;
  for (const hit of scanned.data) covered += hit.end - hit.start;
  const length = scanned.text.replace(/[\s、,，()（）/:：;；和及或]|app|信息|权限|功能/gi, '').length;
  return covered > 0 && covered >= length * 0.75;
}
