import type { ClaimActor } from '../model/claim.ts';
import { between } from './clauses.ts';
import type { SdkNaming } from './lexicon.ts';
import { type Scan, type SdkHit, type Span, termsOf } from './scan.ts';
import { bestSdk } from './sdk-identity.ts';

/** Words between "we" and "our partners" that make both one subject. */
const JOINED = /^\s*[（(]?(?:或者?|和|及|与|以及|、|and\/or|and|or)/i;
/** Words that make the party that follows a source, a means or a recipient instead of the one who acts. */
const NOT_ACTING =
  /(?:从|向|与|给|通过|至|委托|使用|利用|via|from|to|with|through|by using)\s*(?:(?:我们的|our|these|the|其他|任何)\s*)?$/i;

/**
 * Who acts by a verb: the party nearest in front of it in its clause; without one the actor of the clause before. Names
 * of SDKs count as what they stand for, "third party" as the SDK that the text has named, if it has.
 */
export function actorsBefore(
  scanned: Scan,
  sentence: Span,
  clause: Span,
  verb: Span,
  current: ClaimActor[],
  initial: ClaimActor[],
): ClaimActor[] {
  const parties = between(termsOf(scanned, 'actor/partner'), clause.start, verb.start);
  const apps = between(termsOf(scanned, 'actor/app'), clause.start, verb.start).filter(
    (span) => !parties.some((party) => owns(scanned, span, party)),
  );
  const partners = acting(scanned, parties);
  const sdks = acting(
    scanned,
    between(scanned.sdks, clause.start, verb.start).filter((hit) => namesActor(scanned, hit)),
  );
  const app = apps[apps.length - 1];
  const partner = partners[partners.length - 1];
  const sdk = sdks[sdks.length - 1];
  const other = later(partner, sdk);
  const fixed = initial.some((actor) => actor !== 'app');
  if (other === undefined) {
    if (app === undefined) return current;
    return fixed ? initial : ['app'];
  }
  if (fixed && sdk === undefined) return initial;
  if (app !== undefined) {
    if (app.start > other.start) return fixed ? initial : ['app'];
    const first = [...partners, ...sdks].filter((span) => span.start >= app.end).sort((a, b) => a.start - b.start)[0];
    if (first !== undefined && JOINED.test(scanned.text.slice(app.end, first.start + 2))) return ['app'];
  }
  const users = between(termsOf(scanned, 'actor/user'), other.end, verb.start);
  const supplies = between(termsOf(scanned, 'verb/supply'), verb.start, verb.end + 1).some(
    (span) => span.start === verb.start,
  );
  if (supplies && users.length > 0) return current;
  return sdkActors(scanned, sentence, verb) ?? (fixed ? initial : ['partner']);
}

/** "our advertising partners": the possessive is no party of its own. */
function owns(scanned: Scan, app: Span, party: Span): boolean {
  if (party.start < app.end) return party.start >= app.start;
  return (
    /^our$/i.test(scanned.text.slice(app.start, app.end)) &&
    /^(?:\s+[\w-]{2,16}){0,2}\s*$/.test(scanned.text.slice(app.end, party.start))
  );
}

/** The SDKs that a text names before a position, in this sentence or, if it names none, further up. */
function sdkActors(scanned: Scan, sentence: Span, verb: Span): ClaimActor[] | null {
  const near = between(scanned.sdks, sentence.start, verb.start).filter((hit) => namesActor(scanned, hit));
  const named = near.length > 0 ? near : between(scanned.sdks, 0, verb.start).filter((hit) => namesActor(scanned, hit));
  const vendors = vendorsBefore(scanned, sentence, verb);
  const ids: string[] = [];
  const companies: SdkHit[] = [];
  for (const hit of named) {
    if (hit.sdks.every((sdk) => isCompany(sdk.how))) {
      companies.push(hit);
      continue;
    }
    const id = bestSdk([hit], companies);
    if (id !== null && !ids.includes(id)) ids.push(id);
  }
  if (ids.length === 0 && companies.length > 0) {
    const id = bestSdk([], companies);
    if (id !== null) ids.push(id);
  }
  for (const id of vendors) if (!ids.includes(id)) ids.push(id);
  return ids.length === 0 ? null : ids.map((id): ClaimActor => `sdk:${id}`);
}

/** Makers of phones that stand for their push service where the text speaks of push channels. */
export function vendorsBefore(scanned: Scan, sentence: Span, verb: Span): string[] {
  if (between(termsOf(scanned, 'by-vendor/context'), sentence.start, verb.start).length === 0) return [];
  const found: { id: string; start: number }[] = [];
  for (const [group, spans] of scanned.terms) {
    if (!group.startsWith('by-vendor/') || group === 'by-vendor/context') continue;
    const span = between(spans, sentence.start, verb.start)[0];
    if (span !== undefined) found.push({ id: group.slice('by-vendor/'.length), start: span.start });
  }
  return found.sort((a, b) => a.start - b.start).map((vendor) => vendor.id);
}

function acting<T extends Span>(scanned: Scan, spans: T[]): T[] {
  const found: T[] = [];
  let passive = -1;
  for (const span of spans) {
    // In a list the word in front of the first party goes for all.
    const listed = passive !== -1 && /^\s*(?:[、和或及,]\s*)?$/.test(scanned.text.slice(passive, span.start));
    if (listed || NOT_ACTING.test(scanned.text.slice(Math.max(0, span.start - 12), span.start))) passive = span.end;
    else {
      passive = -1;
      found.push(span);
    }
  }
  return found;
}

/** A bare name such as that of a popular app stands for its SDK only where it is said to be one, or acts itself. */
export function namesActor(scanned: Scan, hit: SdkHit): boolean {
  if (hit.sdks.some((sdk) => sdk.how === 'name' || isCompany(sdk.how) || sdk.how === 'package')) return true;
  if (hit.sdks.every((sdk) => sdk.how === 'domain')) return false;
  return /^\s*(?:(?:[+＋]\s*)?sdk|会|将会?|需要|可能会|提供的|may|will|can|collects?|receives?|analytics|crashlytics|gathers?)/i.test(
    scanned.text.slice(hit.end, hit.end + 16),
  );
}

function isCompany(how: SdkNaming): boolean {
  return how === 'company' || how === 'later-company';
}

function later(a: Span | undefined, b: Span | undefined): Span | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.start > b.start ? a : b;
}
