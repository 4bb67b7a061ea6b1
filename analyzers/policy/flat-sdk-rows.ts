import type { ClaimActor } from '../model/claim.ts';
import { addData, claimsOf, type Locator } from './claims.ts';
import { type ColumnRole, columnRole } from './columns.ts';
import { declaredSdk, fieldOf, identify, urlOf } from './declared-sdk.ts';
import { type MappedText, sliceMapped } from './mapped-text.ts';
import { emptyOutcome, type Outcome } from './outcome.ts';
import type { PolicyReader } from './reader.ts';
import { type Scan, scan } from './scan.ts';
import { bodyOf, type Part } from './sections.ts';
import { statementsOf } from './statements.ts';
import { mostlyData } from './tables.ts';

/** Columns of a table of SDKs that lost its cells, in order. */
export type FlatHeader = readonly (ColumnRole | null)[];

const MAX_HEADER = 90;
const MIN_COLUMNS = 3;
const MAX_COLUMNS = 10;
/** A name is no longer than this. */
const MAX_NAME = 40;
const COMPANY = /(?:公司|有限合伙|研究院|\b(?:Inc\.?|LLC|Ltd\.?|Limited|GmbH))(?:及其关联公司)?$/;

/** A piece of a line between spaces. */
interface Piece {
  start: number;
  end: number;
  text: string;
}

/** The columns that a header line names, where they are those of a table of SDKs; null otherwise. */
export function flatSdkHeader(reader: PolicyReader, scanned: Scan): FlatHeader | null {
  const text = scanned.text.trim();
  if (text.length > MAX_HEADER || /[。；;，,：:]/.test(text)) return null;
  const cells = text.split(/\s+/);
  if (cells.length < MIN_COLUMNS || cells.length > MAX_COLUMNS) return null;
  const roles = cells.map((cell) => columnRole(scan(reader.lexicon, cell)));
  const has = (role: ColumnRole) => roles.includes(role);
  return has('name') && (has('company') || has('link')) && (has('data') || has('purpose')) ? roles : null;
}

/**
 * Reads one line of such a table: the company and the address are told by their form, what stands in front of the company
 * is the name, and of the rest lists of data are told from purposes. Null where the line is no such row.
 */
export function readFlatSdkRow(reader: PolicyReader, part: Part, header: FlatHeader, locate: Locator): Outcome | null {
  if (part.scan === null || part.block.kind !== 'text' || part.heading) return null;
  const body = bodyOf(part);
  const pieces = piecesOf(body.text);
  const maker = pieces.findIndex(({ text }) => COMPANY.test(text));
  const url = urlOf(body.text);
  if (maker === -1 && url === null) return null;
  const companyFirst = header.indexOf('company') !== -1 && header.indexOf('company') < header.indexOf('name');
  const names = maker === -1 || companyFirst ? nameAfter(pieces, maker) : pieces.slice(0, maker);
  const first = names[0];
  const last = names[names.length - 1];
  if (first === undefined || last === undefined || last.end - first.start > MAX_NAME) return null;
  const name = body.text.slice(first.start, last.end);
  const rest = pieces.filter(
    (piece, at) => at !== maker && !names.includes(piece) && !/^(?:https?:|www\.)/i.test(piece.text),
  );
  const cells = rest.map((piece) => {
    const text: MappedText = sliceMapped(body, piece.start, piece.end);
    return { text, scan: scan(reader.lexicon, text.text) };
  });
  const onlyData = header.includes('data') && !header.includes('purpose');
  const isData = (cell: (typeof cells)[number]) => cell.scan.data.length > 0 && (onlyData || mostlyData(cell.scan));
  const purpose = cells.filter((cell) => !isData(cell)).map(({ text }) => text.text);
  const company = maker === -1 ? null : (pieces[maker]?.text ?? null);
  const signs = (text: string | null) => (text === null ? null : scan(reader.lexicon, text));
  const id = identify(scan(reader.lexicon, name), signs(company), signs(url), signs(purpose.join(' ')));
  const actor: ClaimActor = id === null ? `named:${name}` : `sdk:${id}`;
  const sdk = declaredSdk(id, {
    name,
    company,
    purpose: fieldOf(purpose.join(' ')),
    url,
    at: locate(body.offsets[first.start] ?? 0),
  });
  const outcome = emptyOutcome();
  for (const cell of cells) {
    const { statements } = statementsOf(cell.scan, isData(cell) ? 'listed' : 'stated', [actor]);
    const claims = claimsOf(reader, cell.text, statements, locate);
    for (const claim of claims) outcome.claims.push(claim);
    addData(reader, sdk, claims, actor);
  }
  outcome.sdks.push(sdk);
  return outcome;
}

/** Cut at spaces, but not inside brackets; numbers of items are left out. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const character = text.charAt(i);
    const ends = character === '' || (depth === 0 && /\s/.test(character));
    if (!ends) {
      if (start === -1) start = i;
      if (character === '(' || character === '（') depth++;
      else if ((character === ')' || character === '）') && depth > 0) depth--;
    } else if (start !== -1) {
      const piece = text.slice(start, i);
      if (!/^\d{1,2}[.、]$/.test(piece)) pieces.push({ start, end: i, text: piece });
      start = -1;
    }
  }
  return pieces;
}

/** The name behind a company, or at the start of the line; "SDK" may stand apart from it. */
function nameAfter(pieces: readonly Piece[], at: number): Piece[] {
  const first = pieces[at + 1];
  const second = pieces[at + 2];
  if (first === undefined) return [];
  return second !== undefined && /^sdk/i.test(second.text) ? [first, second] : [first];
}
