import type { ClaimActor } from '../model/claim.ts';
import { addData, claimsOf, type Locator } from './claims.ts';
import type { ColumnRole } from './columns.ts';
import { behindLead, companyIn, declaredSdk, fieldOf, filledField, identify, linkOf, urlOf } from './declared-sdk.ts';
import { keyOf, MAX_KEY } from './fields.ts';
import { type MappedText, sliceMapped, trimMapped } from './mapped-text.ts';
import { emptyOutcome, type Outcome } from './outcome.ts';
import { permissionsIn } from './permissions.ts';
import type { PolicyReader } from './reader.ts';
import { type Scan, scan, termsOf } from './scan.ts';
import { bodyOf, type Part } from './sections.ts';
import { statementsOf } from './statements.ts';

const MAX_TITLE = 60;
/** A title and its first key stand at most so many blocks apart. */
const KEY_WITHIN = 2;

/** "SDKs built in and what they share" is a list's title and no SDK's. */
const OF_A_LIST = /(?:共享|清单|目录|列表|名单|说明|情况|披露|如下|\blist)$/i;

interface Section {
  role: ColumnRole | null;
  text: MappedText;
  scan: Scan;
}

function purposesOf(sections: readonly Section[]): Section[] {
  return sections.filter((section) => section.role === 'purpose');
}

/**
 * Reads an SDK that is described as keys and values, the values behind the key or on the lines below it, from the part at
 * `from` on. Returns the first part that no longer belongs to it, or null where no such description begins.
 * @param listed the text above announces third parties
 */
export function readSdkEntry(
  reader: PolicyReader,
  parts: readonly Part[],
  from: number,
  listed: boolean,
  locate: Locator,
): { outcome: Outcome; next: number } | null {
  const title = titleAt(reader, parts, from);
  if (title === null) return readInline(reader, parts, from, locate);
  const outcome = emptyOutcome();
  const sections: Section[] = [];
  let role: ColumnRole | null = null;
  let next = from + title.lines;
  const add = (text: MappedText, as: ColumnRole | null) => {
    const trimmed = trimMapped(text);
    if (trimmed.text !== '') sections.push({ role: as, text: trimmed, scan: scan(reader.lexicon, trimmed.text) });
  };
  for (; next < parts.length; next++) {
    const part = parts[next];
    if (part === undefined || part.scan === null || ends(reader, parts, from, next)) break;
    const key = keyOf(reader, part);
    if (key !== null) {
      role = key.role;
      add(key.value, role);
    } else add(bodyOf(part), role);
  }
  const first = (wanted: ColumnRole) => sections.find((section) => section.role === wanted);
  const company = first('company');
  const link = first('link');
  const told = purposesOf(sections);
  const address = sections.map((section) => linkOf(section.text)).find((each) => each !== null) ?? linkOf(title.text);
  const signs = scan(reader.lexicon, `${link?.text.text ?? ''} ${address ?? ''}`);
  const id = identify(title.scan, company?.scan ?? null, signs, told[0]?.scan ?? null);
  if (id === null && !listed && isOperator(parts[from], title, sections)) return null;
  const actor: ClaimActor = id === null ? `named:${bareName(title.text.text)}` : `sdk:${id}`;
  const purposes = told.map((section) => section.text.text);
  const urls = sections.map((section) => urlOf(section.text.text)).filter((url) => url !== null);
  const sdk = declaredSdk(id, {
    name: bareName(title.text.text),
    company: company === undefined ? companyIn(title.text.text) : filledField(company.text.text, company.scan),
    purpose: purposes.length === 0 ? null : fieldOf(purposes.join('；')),
    url: (link === undefined ? null : urlOf(link.text.text)) ?? urls[urls.length - 1] ?? address,
    at: locate(title.text.offsets[0] ?? 0),
  });
  for (const section of sections) {
    if (section.role === 'company' || section.role === 'link') continue;
    const listed = section.role === 'data' || section.role === 'permission';
    const { statements } = statementsOf(section.scan, listed ? 'listed' : 'stated', [actor]);
    const claims = claimsOf(reader, section.text, statements, locate);
    for (const claim of claims) outcome.claims.push(claim);
    addData(reader, sdk, claims, actor);
    for (const permission of permissionsIn(section.scan, section.text, 'told', locate))
      outcome.permissions.push(permission);
  }
  outcome.sdks.push(sdk);
  return { outcome, next };
}

/** An SDK in one block: its name, a colon, and sentences that say who makes it, what it is for and what it collects. */
function readInline(
  reader: PolicyReader,
  parts: readonly Part[],
  at: number,
  locate: Locator,
): { outcome: Outcome; next: number } | null {
  const part = parts[at];
  if (part === undefined || part.scan === null || part.contents || part.heading) return null;
  const body = bodyOf(part);
  const colon = /[:：]/.exec(body.text.slice(0, MAX_KEY + 1))?.index;
  if (colon === undefined || /[。，,；;]/.test(body.text.slice(0, colon))) return null;
  const name = trimMapped(behindLead(sliceMapped(body, 0, colon)));
  const text = trimMapped(sliceMapped(body, colon + 1, body.text.length));
  const named = scan(reader.lexicon, name.text);
  if (!/sdk|插件/i.test(name.text) || termsOf(named, 'section/sdk-list').length > 0) return null;
  const scanned = scan(reader.lexicon, text.text);
  const id = identify(named, scanned, scanned, scanned);
  if (id === null && part.role !== 'sdk-list' && part.rank === null) return null;
  const actor: ClaimActor = id === null ? `named:${name.text}` : `sdk:${id}`;
  const { statements } = statementsOf(scanned, 'stated', [actor]);
  if (statements.length === 0) return null;
  const bracket = name.text.search(/[（(]/);
  const maker = bracket < 0 ? null : companyIn(name.text.slice(bracket));
  const sdk = declaredSdk(id, {
    name: maker === null ? name.text : name.text.slice(0, bracket).trim(),
    company: maker ?? companyIn(text.text),
    purpose: statements[0]?.purpose ?? null,
    url: urlOf(text.text),
    at: locate(name.offsets[0] ?? 0),
  });
  const claims = claimsOf(reader, text, statements, locate);
  addData(reader, sdk, claims, actor);
  const permissions = permissionsIn(scanned, text, 'told', locate);
  return { outcome: { claims, sdks: [sdk], permissions, scans: [] }, next: at + 1 };
}

/** "Product: X; developer: Y Ltd.", which says whose policy it is: what X collects, and what for, does not follow. */
function isOperator(part: Part | undefined, title: Title, sections: readonly Section[]): boolean {
  if (/sdk|插件|第三方|third[- ]part/i.test(part?.scan?.text ?? '') || /sdk|插件/i.test(title.text.text)) return false;
  return !sections.some(({ role }) => role === 'data' || role === 'purpose' || role === 'permission');
}

interface Title {
  text: MappedText;
  scan: Scan;
  /** Parts that it takes. */
  lines: number;
}

/** The name of an SDK where one stands as a title and a key follows, or as the value of a "name" key, or below that. */
function titleAt(reader: PolicyReader, parts: readonly Part[], at: number): Title | null {
  const part = parts[at];
  if (part === undefined || part.scan === null || part.contents) return null;
  const key = keyOf(reader, part);
  if (key !== null) {
    if (key.role !== 'name') return null;
    if (key.value.text === '') return titleBelow(reader, parts, at + 1);
    if (!keyFollows(reader, parts, at)) return null;
    return { text: key.value, scan: scan(reader.lexicon, key.value.text), lines: 1 };
  }
  const text = trimMapped(bodyOf(part));
  if (text.text.length > MAX_TITLE || /[。；;]/.test(text.text)) return null;
  const named = part.scan.sdks.some((hit) =>
    hit.sdks.some((sdk) => sdk.how !== 'company' && sdk.how !== 'later-company' && sdk.how !== 'domain'),
  );
  const marked = /sdk|插件/i.test(text.text);
  const titled = part.rank !== null || (part.block.kind === 'text' && (part.block.level > 0 || part.block.item));
  if ((!marked && !(named && titled)) || isSentence(part.scan)) return null;
  if (/[:：]$/.test(text.text) || termsOf(part.scan, 'section/sdk-list').length > 0) return null;
  if (OF_A_LIST.test(text.text)) return null;
  if (
    !keyFollows(reader, parts, at) &&
    !(part.rank !== null && prose(parts[at + 1]) && parts[at + 1]?.role === 'sdk-list')
  )
    return null;
  return { text, scan: part.scan, lines: 1 };
}

/** The line below "Name:". */
function titleBelow(reader: PolicyReader, parts: readonly Part[], at: number): Title | null {
  const part = parts[at];
  if (part === undefined || part.scan === null || part.contents || keyOf(reader, part) !== null) return null;
  const text = trimMapped(bodyOf(part));
  if (text.text.length > MAX_TITLE || /[。；;]/.test(text.text) || !keyFollows(reader, parts, at)) return null;
  return { text, scan: part.scan, lines: 2 };
}

/** "We do not keep what you share", "This SDK is called by the app": what someone does is no name. */
function isSentence(scanned: Scan): boolean {
  if (/^(?:我们|您|你|该|此|本)|^(?:we|you|it|this|these|the app)\s/i.test(scanned.text.trim())) return true;
  return termsOf(scanned, 'denial').length > 0;
}

/** A title without the brackets around it. */
function bareName(text: string): string {
  return /^[【[《「](.+)[】\]》」]$/.exec(text)?.[1] ?? text;
}

/** "Starting by itself: the app will ...": the app's own statement below the last SDK. */
function speaksOfApp(part: Part): boolean {
  if (part.scan === null || part.block.kind !== 'text' || !part.block.apart || part.rank !== null) return false;
  return /^[^:：。，,]{2,16}[:：][^。]{0,60}(?:本(?:应用|软件|产品|app|游戏|平台)|\bthe app\b)/i.test(part.scan.text);
}

function prose(part: Part | undefined): boolean {
  return part !== undefined && part.scan !== null && part.rank === null && part.scan.text.length > MAX_TITLE;
}

function keyFollows(reader: PolicyReader, parts: readonly Part[], at: number): boolean {
  let prosePassed = 0;
  for (let i = at + 1; i <= at + KEY_WITHIN; i++) {
    const part = parts[i];
    if (part === undefined || part.scan === null) return false;
    const key = keyOf(reader, part);
    if (key !== null) return key.role !== 'name';
    if (part.rank !== null && part.rank <= 2) return false;
    prosePassed++;
    if (prosePassed > 1) return false;
  }
  return false;
}

function ends(reader: PolicyReader, parts: readonly Part[], from: number, at: number): boolean {
  const start = parts[from];
  const part = parts[at];
  if (start === undefined || part === undefined || part.scan === null) return true;
  const key = keyOf(reader, part);
  if (key !== null && key.role !== 'name') return false;
  if (key === null && speaksOfApp(part)) return true;
  const among = start.rank === null || (part.rank ?? 9) <= start.rank;
  if ((among || (key !== null && keyOf(reader, start)?.role === 'name')) && titleAt(reader, parts, at) !== null)
    return true;
  if (part.rank === null) return part.heading && key === null && part.block.kind === 'text' && part.block.level > 0;
  if (start.rank !== null) return part.rank <= start.rank;
  return part.rank <= 3 && part.scan.text.length > MAX_KEY;
}
