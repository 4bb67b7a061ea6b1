import type { ClaimActor } from '../model/claim.ts';
import { addData, claimsOf, type Locator } from './claims.ts';
import { between, sentencesOf } from './clauses.ts';
import { type ColumnRole, columnRole } from './columns.ts';
import { behindLead, companyIn, declaredSdk, fieldOf, linkOf, urlOf } from './declared-sdk.ts';
import { type MappedText, sliceMapped, trimMapped } from './mapped-text.ts';
import { emptyOutcome, type Outcome } from './outcome.ts';
import { permissionsIn } from './permissions.ts';
import type { PolicyReader } from './reader.ts';
import { type Scan, type SdkHit, scan, termsOf } from './scan.ts';
import { bestSdk, categoriesIn } from './sdk-identity.ts';
import { bodyOf, type Part, type SectionRole } from './sections.ts';
import { statementsOf } from './statements.ts';
import { mostlyData } from './tables.ts';
import { purposesIn } from './verbs.ts';

const MAX_NAME = 70;
const MAX_LABEL = 40;
const MAX_LEAD = 110;
/** A name counts as that of a known SDK where the known words make up so much of it. */
const MIN_NAME_COVER = 0.45;
/** Sections that speak of third parties for other reasons. */
const FOREIGN: ReadonlySet<SectionRole> = new Set<SectionRole>(['rights', 'contact', 'changes', 'definitions']);

/** How the name at the start of an item ends. */
type Stop = 'colon' | 'dash' | 'bracket' | 'by' | 'end' | 'other';

/**
 * Reads SDKs and services that one list item describes: "Name (Company): purpose. Data: types. Link", "Name by Company:
 * ...", or the bare name. `listed` says that the text above announces third parties. Null where the part is no such item.
 */
export function readSdkItem(reader: PolicyReader, part: Part, listed: boolean, locate: Locator): Outcome | null {
  if (part.scan === null || part.heading || part.block.kind !== 'text' || FOREIGN.has(part.role)) return null;
  const body = bodyOf(part);
  const { end, stop } = nameEnd(body.text);
  const hits = part.scan.sdks.filter((hit) => hit.end <= end && isName(hit));
  const name = trimMapped(behindLead(sliceMapped(body, 0, end)));
  if (name.text === '' || name.text.length > MAX_NAME) return null;
  const rest = sliceMapped(body, end, body.text.length);
  const bracket = stop === 'bracket' ? enclosed(rest.text) : '';
  const company = companyIn(bracket) ?? companyIn(rest.text.slice(0, 160));
  const item = part.block.item || part.rank !== null;
  if (!isItem(name.text, hits, { stop, item, listed, company, rest: rest.text, link: linkOf(body) })) return null;
  const outcome = emptyOutcome();
  const maker = stop === 'by' && company !== null ? rest.text.indexOf(company) + company.length : 0;
  const from = bracket === '' ? maker : bracket.length + 2;
  const text = sliceMapped(rest, from, rest.text.length);
  const groups = hits.length > 1 && separate(part.scan, hits) ? hits.map((hit) => [hit]) : [hits];
  const fields = fieldsOf(reader, text);
  const whole = scan(reader.lexicon, rest.text);
  for (const group of groups) {
    const id = bestSdk(group, whole.sdks.filter(isSign), categoriesIn(whole));
    const only = group.length === 1 && groups.length > 1 ? group[0] : undefined;
    const title = only === undefined ? name.text : part.scan.text.slice(only.start, only.end);
    const actor: ClaimActor = id === null ? `named:${title}` : `sdk:${id}`;
    const sdk = declaredSdk(id, {
      name: title,
      company,
      purpose: fields.purpose,
      url: linkOf(body) ?? urlOf(rest.text),
      at: locate(name.offsets[0] ?? 0),
    });
    const labelled = fields.texts.some((field) => field.role === 'data');
    for (const field of fields.texts) {
      // Beside a sentence that lists the data, one such as "usage statistics" says what for.
      if (labelled && field.role === null && mostlyData(field.scan)) continue;
      const all =
        field.role === 'data' || field.role === 'permission' || (field.role === null && mostlyData(field.scan));
      const { statements } = statementsOf(field.scan, all ? 'listed' : 'stated', [actor]);
      const claims = claimsOf(reader, field.text, statements, locate);
      for (const claim of claims) outcome.claims.push(claim);
      addData(reader, sdk, claims, actor);
    }
    outcome.sdks.push(sdk);
  }
  for (const field of fields.texts) {
    for (const permission of permissionsIn(field.scan, field.text, 'told', locate))
      outcome.permissions.push(permission);
  }
  return outcome;
}

function isName(hit: SdkHit): boolean {
  return hit.sdks.some((sdk) => sdk.how === 'name' || sdk.how === 'bare-name' || sdk.how === 'package');
}

function isSign(hit: SdkHit): boolean {
  return hit.sdks.some((sdk) => sdk.how === 'company' || sdk.how === 'later-company' || sdk.how === 'domain');
}

function nameEnd(text: string): { end: number; stop: Stop } {
  const head = text.slice(0, MAX_NAME + 1);
  const match =
    /[:：]|\s[-–—]\s|[（(]|\s(?:(?:is )?(?:provided|operated|developed|made)\s+)?by\s|[,，。;；、]|\.\s/.exec(head);
  if (match === null) return { end: text.length, stop: 'end' };
  const mark = match[0].trim();
  const stop: Stop = /^[:：]$/.test(mark)
    ? 'colon'
    : /^[-–—]$/.test(mark)
      ? 'dash'
      : /^[（(]$/.test(mark)
        ? 'bracket'
        : /by$/.test(mark)
          ? 'by'
          : 'other';
  return { end: match.index, stop };
}

/** What the bracket at the start of a text encloses, with brackets inside; empty where it does not close soon. */
function enclosed(text: string): string {
  let depth = 0;
  for (let i = 0; i < Math.min(text.length, 2 * MAX_NAME); i++) {
    const character = text.charAt(i);
    if (character === '(' || character === '（') depth++;
    else if (character === ')' || character === '）') {
      depth--;
      if (depth === 0) return text.slice(1, i);
    }
  }
  return '';
}

interface Signs {
  stop: Stop;
  item: boolean;
  listed: boolean;
  company: string | null;
  rest: string;
  link: string | null;
}

function isItem(name: string, hits: readonly SdkHit[], { stop, item, listed, company, rest, link }: Signs): boolean {
  if (stop === 'other') return false;
  const covered = hits.reduce((sum, hit) => sum + hit.end - hit.start, 0);
  const known = covered >= name.replace(/[\s/&,]|sdk|and|和/gi, '').length * MIN_NAME_COVER;
  if (known) {
    if (stop === 'end') return listed && (item || name.length <= MAX_LABEL);
    if (stop === 'bracket') return item || listed || company !== null;
    return stop === 'by' ? (item || listed) && company !== null : true;
  }
  // "Bird SDK (Bird Ltd.): ..." is one wherever it stands.
  if (stop === 'bracket' && item && company !== null && /sdk|插件/i.test(name)) return true;
  if (!listed || stop === 'end') return false;
  const proper = (item && /sdk|插件/i.test(name)) || /^[A-Z0-9][\w.+-]*(?:\s[A-Z0-9][\w.+-]*){0,3}$/.test(name);
  const evidenced = company !== null || link !== null || urlOf(rest) !== null || TELLS_DATA.test(rest);
  return proper && evidenced;
}

/** "Data: ...", or a sentence that begins with the verb. */
const TELLS_DATA =
  /\b(?:data|information)(?: collected| shared)?:|[.:;：。]\s*(?:it |this sdk |the sdk )?(?:may )?(?:collects?|receives?|processes)\b/i;

/** "Firebase Analytics / Crashlytics": several SDKs in one name. */
function separate(scanned: Scan, hits: readonly SdkHit[]): boolean {
  return hits.every((hit, at) => {
    const next = hits[at + 1];
    return (
      next === undefined ||
      /^[^\w\u4e00-\u9fff]*(?:(?:and|和|及|与)[^\w\u4e00-\u9fff]*)?$/.test(scanned.text.slice(hit.end, next.start))
    );
  });
}

interface Field {
  role: ColumnRole | null;
  text: MappedText;
  scan: Scan;
}

/** The sentences behind the name, each with the role that its label tells, and the purpose. */
function fieldsOf(reader: PolicyReader, text: MappedText): { texts: Field[]; purpose: string | null } {
  const texts: Field[] = [];
  let purpose: string | null = null;
  let bare: string | null = null;
  for (const sentence of sentencesOf(text.text)) {
    const whole = trimMapped(sliceMapped(text, sentence.start, sentence.end));
    const lead = /^[\s:：,，.–—-]*/.exec(whole.text)?.[0].length ?? 0;
    const plain = sliceMapped(whole, lead, whole.text.length);
    if (plain.text === '' || /^https?:\/\/\S+$/.test(plain.text)) continue;
    const colon = /[:：]/.exec(plain.text.slice(0, MAX_LABEL))?.index ?? -1;
    const role = colon === -1 ? null : columnRole(scan(reader.lexicon, plain.text.slice(0, colon)));
    const value = role === null ? plain : trimMapped(sliceMapped(plain, colon + 1, plain.text.length));
    const scanned = scan(reader.lexicon, value.text);
    if (role === 'purpose') purpose ??= fieldOf(value.text);
    else if (
      role === null &&
      purpose === null &&
      (!mostlyData(scanned) || purposesIn(scanned, all(scanned)).length > 0)
    ) {
      const told = statementsOf(scanned, 'stated', ['app']).statements[0];
      const by =
        companyIn(value.text) !== null && value.text.length < 2 * MAX_LABEL && termsOf(scanned, 'purpose').length === 0;
      purpose = told === undefined ? (by ? null : fieldOf(value.text.replace(/[.。;；]$/, ''))) : told.purpose;
    }
    if (role === null && mostlyData(scanned)) bare ??= fieldOf(value.text.replace(/[.。;；]$/, ''));
    if (role === 'company' || role === 'link') continue;
    texts.push({ role, text: value, scan: scanned });
  }
  const labelled = texts.some((field) => field.role === 'data');
  return { texts, purpose: purpose ?? (labelled ? bare : null) };
}

function all(scanned: Scan): { start: number; end: number } {
  return { start: 0, end: scanned.text.length };
}

/** Whether a text above a list announces third parties or SDKs. */
export function announcesThirdParties(scanned: Scan): boolean {
  const signs = between(termsOf(scanned, 'sdk-lead'), 0, scanned.text.length);
  const last = signs[signs.length - 1];
  if (last === undefined) return false;
  return /[:：.。]\s*$/.test(scanned.text.trimEnd()) || scanned.text.length < MAX_LEAD;
}
