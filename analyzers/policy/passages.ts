import type { Claim, ClaimActor, DeclaredSdk, DenialScope, PolicyDefect } from '../model/claim.ts';
import { addData, claimsOf, type Locator } from './claims.ts';
import { between } from './clauses.ts';
import { columnRole } from './columns.ts';
import { cookieStatements } from './cookies.ts';
import { declaredSdk } from './declared-sdk.ts';
import { openLists } from './defects.ts';
import { type FlatHeader, flatSdkHeader, readFlatSdkRow } from './flat-sdk-rows.ts';
import { idsOf, type Outcome } from './outcome.ts';
import { permissionsIn } from './permissions.ts';
import type { PolicyReader } from './reader.ts';
import { recordedData } from './records.ts';
import { type Scan, scan, termsOf } from './scan.ts';
import { readSdkEntry } from './sdk-entries.ts';
import { announcesThirdParties, readSdkItem } from './sdk-items.ts';
import { bodyOf, type Part, type SectionRole } from './sections.ts';
import {
  announcedScope,
  announcesDenied,
  deniedItems,
  type Reading,
  type Statement,
  statementsOf,
} from './statements.ts';
import { type Header, mostlyData, readTable } from './tables.ts';
import type { Demand } from './verbs.ts';

/** Sections in which only what is plainly said to be collected counts. */
const GUARDED: ReadonlySet<SectionRole> = new Set<SectionRole>([
  'rights',
  'security',
  'cookies',
  'minors',
  'changes',
  'contact',
]);
const CLOSED: ReadonlySet<SectionRole> = new Set<SectionRole>(['definitions', 'exceptions']);
/** Lines without number below "we collect the following:" that still belong to it. */
const MAX_LOOSE_LINES = 12;

/** Of headings that have neither a number nor a level. */
const RANK_WITHOUT_NUMBER = 2;

/** A list that a text above has announced. */
interface OpenList {
  actors: ClaimActor[];
  /** Rank of its items, null for lines without number, undefined before the first. */
  rank: number | null | undefined;
  lines: number;
  /** The items are permissions. */
  permissions: boolean;
  /** The items are what is not collected. */
  denied: boolean;
  /** What limits their denial. */
  scope: DenialScope | null;
}

/** Everything that the passages of a policy say, in order. */
export interface Passages extends Outcome {
  /** SDKs that have a row or entry of their own; `sdks` also has those that running text speaks of. */
  rows: DeclaredSdk[];
  defects: PolicyDefect[];
  /** Parts that describe SDKs. */
  described: Map<Part, { of?: readonly string[] }>;
}

/**
 * Reads the parts in order.
 * @param ofMinors the whole policy is one for children
 */
export function readPassages(
  reader: PolicyReader,
  parts: readonly Part[],
  locate: Locator,
  ofMinors: boolean,
): Passages {
  const all: Passages = {
    claims: [],
    sdks: [],
    permissions: [],
    scans: [],
    rows: [],
    defects: [],
    described: new Map(),
  };
  const add = (outcome: Outcome) => {
    for (const claim of outcome.claims) all.claims.push(claim);
    for (const permission of outcome.permissions) all.permissions.push(permission);
    for (const text of outcome.scans) all.scans.push(text);
    for (const item of outcome.sdks) all.sdks.push(item);
    for (const item of outcome.sdks) all.rows.push(item);
  };
  let header: Header | null = null;
  let list: OpenList | null = null;
  let flattened = false;
  let flatSdks: FlatHeader | null = null;
  let catalogue = false;
  // Rank of the heading that asks what is collected, while its section lasts.
  let asked: number | null = null;
  let thirdParties = false;
  let minors: number | null = ofMinors ? -1 : null;
  const told: { claims: Claim[]; scan: Scan; offsets: Int32Array }[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (part === undefined || part.contents) continue;
    if (part.block.kind === 'table') {
      const read = readTable(reader, part.block, part.role, header, locate);
      header = read.header;
      add(read.outcome);
      list = null;
      continue;
    }
    if (part.scan === null) continue;
    if (part.heading || part.scan.text.length > 0) header = part.heading ? null : header;
    if (part.heading) {
      const rank = part.rank ?? RANK_WITHOUT_NUMBER;
      if (minors === null || rank <= minors) minors = termsOf(part.scan, 'section/minors').length > 0 ? rank : null;
      const asks = part.role === 'collection' && asksWhat(part.scan);
      if (asked !== null && rank <= asked) asked = null;
      // "Usage data" below "What we collect" says of what kind the data are.
      catalogue = asks || (asked !== null && part.role === 'collection' && namesKind(part.scan));
      if (asks) asked ??= rank;
      thirdParties = announcesThirdParties(part.scan);
      const denial = termsOf(part.scan, 'denial')[0];
      const whole = { start: 0, end: part.scan.text.length };
      if (denial !== undefined && announcesDenied(part.scan, whole, denial)) {
        const scope = announcedScope(part.scan, whole) ?? (minors === null ? null : 'minors');
        list = { actors: ['app'], rank: undefined, lines: 0, permissions: false, denied: true, scope };
        continue;
      }
    }
    if (CLOSED.has(part.role)) {
      list = null;
      continue;
    }
    const flatHeader = isFlatHeader(reader, part.scan);
    const sdkHeader = flatSdkHeader(reader, part.scan);
    if (part.heading || flatHeader || sdkHeader !== null) flatSdks = sdkHeader;
    if (sdkHeader !== null) continue;
    const flat = flatSdks === null ? null : readFlatSdkRow(reader, part, flatSdks, locate);
    if (flat !== null) {
      add(flat);
      all.described.set(part, idsOf(flat.sdks));
      continue;
    }
    const entry = readSdkEntry(reader, parts, i, part.role === 'sdk-list' || thirdParties, locate);
    if (entry !== null) {
      add(entry.outcome);
      for (const each of parts.slice(i, entry.next)) all.described.set(each, idsOf(entry.outcome.sdks));
      i = entry.next - 1;
      list = null;
      continue;
    }
    const items = readSdkItem(reader, part, part.role === 'sdk-list' || thirdParties, locate);
    if (items !== null) {
      add(items);
      all.described.set(part, idsOf(items.sdks));
      continue;
    }
    if (!part.block.item && announcesThirdParties(part.scan)) thirdParties = true;
    const closed = list?.denied === true || (minors !== null && !ofMinors);
    const recorded = closed ? null : recordedData(reader, parts, i);
    if (recorded !== null) {
      const scanned = scan(reader.lexicon, recorded.text);
      const { statements } = statementsOf(scanned, 'listed', ['app']);
      for (const claim of claimsOf(reader, recorded, statements, locate)) all.claims.push(claim);
      for (const defect of openLists(scanned, recorded.offsets, statements, locate)) all.defects.push(defect);
      const mode = list?.permissions === true || part.role === 'permissions' ? 'label' : 'told';
      for (const permission of permissionsIn(part.scan, bodyOf(part), mode, locate)) all.permissions.push(permission);
      list = null;
      continue;
    }
    const body = bodyOf(part);
    flattened = flatHeader || (flattened && part.rank === null && !part.block.apart);
    list = goesOn(list, part);
    const own = demandOf(part, parts[i + 1], list, flattened);
    const demand = own === 'stated' && catalogue && !part.heading && isCatalogueLine(part) ? 'listed' : own;
    const announcing = /[:：]\s*$/.test(part.scan.text);
    if (flatHeader || (part.heading && demand !== 'listed' && !announcing)) {
      // In a list of permissions their names are the headings.
      const named = part.role === 'permissions' ? permissionsIn(part.scan, body, 'told', locate) : [];
      for (const permission of named) all.permissions.push(permission);
      continue;
    }
    if (list?.denied === true && list.rank !== undefined) {
      for (const claim of claimsOf(reader, body, deniedItems(part.scan, list.actors, list.scope), locate))
        all.claims.push(claim);
      continue;
    }
    const read = statementsOf(part.scan, demand, list?.actors ?? ['app']);
    if (minors !== null) limitToMinors(read);
    if (part.role === 'cookies')
      for (const statement of cookieStatements(part.scan, read.statements, ['app'])) read.statements.push(statement);
    const explains = list?.permissions === true || part.role === 'permissions' || PERMISSION_LABEL.test(part.scan.text);
    const statements = explains ? labelsOnly(part.scan, read.statements) : read.statements;
    const claims = claimsOf(reader, body, statements, locate);
    for (const claim of claims) all.claims.push(claim);
    if (claims.length > 0) told.push({ claims, scan: part.scan, offsets: body.offsets });
    const itemised =
      list?.permissions === true || (part.role === 'permissions' && (part.rank !== null || part.block.item));
    for (const permission of permissionsIn(part.scan, body, itemised ? 'label' : 'told', locate))
      all.permissions.push(permission);
    for (const defect of openLists(part.scan, body.offsets, read.statements, locate)) all.defects.push(defect);
    if (read.announces !== null) {
      const permissions = announcesPermissions(part.scan);
      const denied = read.announces === 'denied';
      list = { actors: read.actors, rank: undefined, lines: 0, permissions, denied, scope: read.scope };
    }
  }
  for (const sdk of proseSdks(reader, told, all.rows, locate)) all.sdks.push(sdk);
  return all;
}

/** Of "depending on the permissions you gave, we collect this information:", the last clause tells what is listed. */
function announcesPermissions(scanned: Scan): boolean {
  const last = Math.max(scanned.text.lastIndexOf(','), scanned.text.lastIndexOf('，')) + 1;
  const telling = between(scanned.data, last, scanned.text.length).length > 0 ? last : 0;
  return /permissions|权限/i.test(scanned.text.slice(telling));
}

/** What a section on children denies, it denies of children. */
function limitToMinors(read: Reading): void {
  for (const statement of read.statements) if (statement.stance === 'denied') statement.scope ??= 'minors';
  if (read.announces === 'denied') read.scope ??= 'minors';
}

function demandOf(part: Part, next: Part | undefined, list: OpenList | null, flattened: boolean): Demand {
  if (GUARDED.has(part.role)) return 'plainly-stated';
  const scan = part.scan;
  if (scan === null) return 'stated';
  if (flattened) return 'listed';
  if (part.heading) {
    const bare = next?.rank !== null && (next?.rank ?? 0) <= (part.rank ?? 0);
    return (mostlyData(scan) && namesData(scan)) || (list !== null && bare) ? 'listed' : 'stated';
  }
  if (list === null) return 'stated';
  if (list.rank === null) return scan.data.some((hit) => hit.start <= 4) || LABEL.test(scan.text) ? 'listed' : 'stated';
  return 'listed';
}

/** The label of a line of a catalogue: "Identifiers: name, ...". */
const LABEL = /^[^:：.。,，;；]{2,60}[:：]\s*\S/;
/** So does a label that is the data: "Crash report: what happened before". */
const MIN_LABEL_COVER = 0.8;
/** A line of a catalogue consists of data to this part, up to where it says what for. */
const MIN_CATALOGUE_COVER = 0.4;

/** A heading under which lines without a verb say what is collected: "Information we collect". */
function asksWhat(scan: Scan): boolean {
  if (termsOf(scan, 'denial').length > 0) return false;
  return termsOf(scan, 'verb/collect').length > 0 || /process|automatically|provide|收集|采集|获取/i.test(scan.text);
}

function namesKind(scanned: Scan): boolean {
  if (termsOf(scanned, 'denial').length + termsOf(scanned, 'purpose').length > 0) return false;
  return scanned.data.length > 0 || termsOf(scanned, 'data-sign').length > 0;
}

/** An item or labelled line under such a heading that is a list of data. */
function isCatalogueLine(part: Part): boolean {
  const { scan } = part;
  if (scan === null || part.block.kind !== 'text') return false;
  if (termsOf(scan, 'denial').length + termsOf(scan, 'refusal').length > 0) return false;
  const label = LABEL.exec(scan.text)?.[0];
  const from = label === undefined ? 0 : label.length - 1;
  if (label === undefined && !part.block.item && part.rank === null && !listsData(scan)) return false;
  if (label !== undefined && coverOf(scan, 0, label.search(/[:：]/)) >= MIN_LABEL_COVER) return true;
  const purpose = termsOf(scan, 'purpose').find((span) => span.start > from)?.start ?? scan.text.length;
  const stop = /[。.;；]\s/.exec(scan.text.slice(from))?.index ?? scan.text.length;
  const end = Math.min(purpose, from + stop);
  return coverOf(scan, from, end) >= MIN_CATALOGUE_COVER;
}

/** The part of a stretch that is words of data. */
function coverOf({ text, data }: Scan, from: number, end: number): number {
  const covered = between(data, from, end).reduce((sum, hit) => sum + hit.end - hit.start, 0);
  const length = text.slice(from, end).replace(/[\s、,，()（）/:：;；.]|\b(?:and|or|your|the|of|a|an)\b/gi, '').length;
  return covered === 0 ? 0 : covered / Math.max(1, length);
}

function listsData(scan: Scan): boolean {
  return scan.data.length > 1 && scan.data.some((hit) => hit.start <= 4);
}

/** A heading such as 分享 names a function, one such as 位置信息 data; ways of acting are never functions. */
function namesData(scan: Scan): boolean {
  return termsOf(scan, 'data-sign').length > 0 || scan.data.some((hit) => hit.behaviour);
}

/** "Camera permission: ..." */
const PERMISSION_LABEL = /^[^:：。，,]{0,50}(?:权限|permission)[^:：。，,]{0,40}[:：]/i;

/** In an item of a list of permissions, what stands behind the label says what for, unless it says what is collected. */
function labelsOnly(scan: Scan, statements: readonly Statement[]): readonly Statement[] {
  if (termsOf(scan, 'verb/collect').length > 0) return statements;
  const end = /[:：]|\s[-–—]\s/.exec(scan.text)?.index ?? scan.text.length;
  return statements.filter((statement) => statement.hit.start < end);
}

/** Whether a part is still an item of the list that was announced. */
function goesOn(list: OpenList | null, part: Part): OpenList | null {
  if (list === null) return null;
  const rank =
    part.rank !== null && part.rank <= 2 ? -1 : part.block.kind === 'text' && part.block.item ? 9 : part.rank;
  if (rank === -1) return null;
  if (list.rank === undefined) return { ...list, rank, lines: 1 };
  if (rank === null)
    return list.lines < MAX_LOOSE_LINES && list.rank === null ? { ...list, lines: list.lines + 1 } : null;
  if (list.rank === null) return null;
  return rank >= list.rank ? list : null;
}

/** The header line of a table that lost its cells: names of columns with nothing but spaces between them. */
function isFlatHeader(reader: PolicyReader, scanned: Scan): boolean {
  const text = scanned.text.trim();
  if (text.length > 90 || /[。；;，,]/.test(text) || !/\S\s+\S/.test(text)) return false;
  const cells = text.split(/\s+/);
  if (cells.length < 2 || cells.length > 10) return false;
  let signs = 0;
  let at = 0;
  for (const cell of cells) {
    const start = scanned.text.indexOf(cell, at);
    at = start + cell.length;
    if (between(termsOf(scanned, 'header-sign'), start, at).length > 0) signs++;
  }
  if (scanned.data.length > 2) return false;
  if (signs >= 2 && signs * 2 > cells.length) return true;
  const roles = cells.map((cell) => columnRole(scan(reader.lexicon, cell)));
  return !roles.includes(null) && roles.includes('data') && roles.includes('purpose');
}

/** The maker that a text names for one of its SDKs. */
function companyBeside(scan: Scan, id: string): string | null {
  const hit = scan.sdks.find((each) => each.sdks.some((sdk) => sdk.id === id && /company/.test(sdk.how)));
  return hit === undefined ? null : scan.text.slice(hit.start, hit.end);
}

/** SDKs of which running text says what they collect, as far as no row speaks of them; rows take the rest in. */
function proseSdks(
  reader: PolicyReader,
  told: readonly { claims: Claim[]; scan: Scan; offsets: Int32Array }[],
  rows: readonly DeclaredSdk[],
  locate: Locator,
): DeclaredSdk[] {
  const found = new Map<string, DeclaredSdk>();
  const rowOf = new Map<string, DeclaredSdk>();
  for (const row of rows) if (row.id !== null && !rowOf.has(row.id)) rowOf.set(row.id, row);
  for (const { claims, scan, offsets } of told) {
    const actors = new Set(claims.filter((claim) => claim.stance === 'affirmed').map((claim) => claim.actor));
    for (const actor of actors) {
      if (!actor.startsWith('sdk:')) continue;
      const id = actor.slice('sdk:'.length);
      const row = rowOf.get(id) ?? found.get(id);
      if (row !== undefined) {
        addData(reader, row, claims, actor);
        continue;
      }
      const hit =
        scan.sdks.find((each) => each.sdks.some((sdk) => sdk.id === id && /name|package/.test(sdk.how))) ??
        scan.sdks.find((each) => each.sdks.some((sdk) => sdk.id === id && sdk.how !== 'domain')) ??
        termsOf(scan, `by-vendor/${id}`)[0];
      const purpose = claims.find((claim) => claim.actor === actor)?.purpose ?? null;
      const sdk = declaredSdk(id, {
        name: hit === undefined ? (reader.sdkNames.get(id) ?? id) : scan.text.slice(hit.start, hit.end),
        company: companyBeside(scan, id),
        purpose,
        url: null,
        at: locate(offsets[hit?.start ?? 0] ?? 0),
      });
      addData(reader, sdk, claims, actor);
      found.set(id, sdk);
    }
  }
  return [...found.values()];
}
