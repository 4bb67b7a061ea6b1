import type { ClaimActor, DenialScope } from '../model/claim.ts';
import { actorsBefore } from './actors.ts';
import { between, type Sentence, sentencesOf } from './clauses.ts';
import { type Judged, judgeClause, leadOf, type Open } from './judgement.ts';
import { type DataHit, type Scan, type Span, termsOf } from './scan.ts';
import { type Demand, purposesIn, verbOf } from './verbs.ts';

/** Data that one text says, with the sentence in which it stands. */
export interface Statement {
  hit: DataHit;
  sentence: Span;
  stance: 'affirmed' | 'denied';
  scope: DenialScope | null;
  actors: ClaimActor[];
  purpose: string | null;
  background: boolean;
}

export interface Reading {
  statements: Statement[];
  /** What kind of list the text ends by announcing: of data that are collected, or that are not. */
  announces: Open;
  /** What limits the denial of a list that is announced so. */
  scope: DenialScope | null;
  /** Who collects at the end of the text. */
  actors: ClaimActor[];
}

const SCOPES: readonly DenialScope[] = [
  'other-content',
  'background',
  'mode',
  'minors',
  'after-withdrawal',
  'without-consent',
  'exceptions',
  'retention',
  'feature',
  'sharing',
];
/** Verbs that bring data in, as against keeping or passing them on. */
const GATHERS = /collect|gather|obtain|read|access|receive|track|record|收集|采集|获取|读取|访问/i;
/** "While you are not navigating", which limits a denial to that time. */
const MEANWHILE =
  /(?:您|你|用户)(?:尚)?(?:未|没有?|不)[^,，。；;不]{1,24}(?:时|之?前|期间|情况下|情形下|场景下)|\b(?:when|while|until|before|as long as) (?:you|users?|the user)\b[^,.;]{0,40}\b(?:not|haven['’]t|don['’]t|aren['’]t)\b/i;
/** A question that is answered by yes or no states nothing. */
const ASKS = /(?:吗|么|是否.{0,80})\s*[?？]\s*$|^\s*(?:do|does|did|can|could|will|is|are|should)\b[^.!]*[?？]\s*$/i;
const NONE_OF = /^\s*(?:no|none of|neither)\s/i;
/** "We collect your location, not track it": denies another use of what the sentence takes. */
const CONTRASTS = /^[\s,，]*(?:not|never|而不|而非|并非)(?![a-z])/i;
/** What stands between a list and the rest that it takes in. */
const LIST_END = /(?:[等、,，或者及和与]|\b(?:or|and|nor)) ?(?:任何|一切|所有|any|all)? ?$/i;
/** A label in front of a colon is no longer than this. */
const MAX_LABEL = 24;
/** A label of which data are only a part ("Recording a route:") names a function. */
const MIN_LABEL_COVER = 0.6;
const MAX_PURPOSE = 80;
/** The verb that a list of denied data is announced by follows the denial so soon. */
const MAX_DENIED_VERB = 12;

/** Reads the statements of one text. `actors` collect where the text names nobody. */
export function statementsOf(scanned: Scan, demand: Demand, actors: ClaimActor[]): Reading {
  const statements: Statement[] = [];
  const sentences = sentencesOf(scanned.text);
  let declaring = demand === 'listed';
  let current = actors;
  for (const [index, sentence] of sentences.entries()) {
    const goesOn = declaring && (demand === 'listed' || index === 0 || startsWith(scanned, sentence, 'continuation'));
    const read = sentenceStatements(scanned, sentence, demand, goesOn, current, actors);
    for (const statement of read.statements) statements.push(statement);
    declaring = demand === 'listed' || read.declaring;
    current = read.actors;
  }
  const first = statements.find((statement) => statement.stance === 'affirmed');
  const before = first !== undefined && demand === 'stated' ? labelled(scanned, first, statements) : [];
  const last = sentences[sentences.length - 1];
  const announces = last === undefined ? null : announced(scanned, last, demand);
  return {
    statements: [...before, ...statements],
    announces,
    scope: last !== undefined && announces === 'denied' ? announcedScope(scanned, last) : null,
    actors: current,
  };
}

function sentenceStatements(
  scanned: Scan,
  sentence: Sentence,
  demand: Demand,
  goesOn: boolean,
  actors: ClaimActor[],
  initial: ClaimActor[],
): { statements: Statement[]; declaring: boolean; actors: ClaimActor[] } {
  const statements: Statement[] = [];
  const inSentence = (group: string) => between(termsOf(scanned, group), sentence.start, sentence.end);
  if (ASKS.test(scanned.text.slice(sentence.start, sentence.end))) return { statements, declaring: false, actors };
  const described = inSentence('verb/describe')[0];
  if (described !== undefined && !inSentence('verb/collect').some((span) => span.end <= described.start)) {
    return { statements, declaring: false, actors };
  }
  if (inSentence('future').length > 0 || inSentence('hypothetical-other').length > 0) {
    return { statements, declaring: false, actors };
  }
  const background = inSentence('background').length > 0;
  const purpose = purposeOf(scanned, sentence);
  let open: Open = goesOn ? 'declared' : null;
  let current = actors;
  let denies: Span | null = null;
  let unclaimed: DataHit[] = [];
  const none = NONE_OF.test(scanned.text.slice(sentence.start, sentence.start + 12));
  for (const clause of sentence.clauses) {
    const told = judgeClause(scanned, clause, demand, open);
    // "No contacts, photos or messages are collected": the first word denies for the verb at the end.
    const judged: Judged = none && told.passive ? { ...told, stance: 'denied', leaves: 'denied' } : told;
    if (judged.verb !== null) current = actorsBefore(scanned, sentence, clause, judged.verb, current, initial);
    denies = judged.stance !== 'denied' ? null : open === 'denied' ? (denies ?? judged.verb) : judged.verb;
    // "As for your photos, we do not collect them": the object stands in front.
    const fronted = judged.passive || (judged.stance === 'denied' && judged.hits.length === 0);
    const contrasts = judged.stance === 'denied' && CONTRASTS.test(scanned.text.slice(clause.start, clause.start + 12));
    const hits = (fronted ? [...unclaimed, ...judged.hits] : judged.hits).filter(
      (hit) => !contrasts || !statements.some((taken) => taken.stance === 'affirmed' && shares(taken.hit, hit)),
    );
    const silent = judged.hits.length === 0 && judged.verb === null && open === null;
    unclaimed =
      silent && (bare(scanned, clause) || (none && clause.start === sentence.start))
        ? [...unclaimed, ...dataIn(scanned, clause)]
        : [];
    for (const hit of hits) {
      const denied = judged.stance === 'denied';
      const scope = denied ? scopeOf(scanned, sentence, denies, hit) : null;
      statements.push({ hit, sentence, stance: judged.stance, scope, actors: current, purpose, background });
    }
    open = judged.leaves;
  }
  return { statements, declaring: open === 'declared', actors: current };
}

function shares(one: DataHit, other: DataHit): boolean {
  return one.ids.some((id) => other.ids.includes(id));
}

/** A clause of data alone, as in a list that its verb follows. */
function bare(scanned: Scan, clause: Span): boolean {
  return ['condition', 'purpose', 'refusal', 'consequence', 'denial', 'actor/partner'].every(
    (group) => between(termsOf(scanned, group), clause.start, clause.end).length === 0,
  );
}

function dataIn(scanned: Scan, stretch: Span): DataHit[] {
  return between(scanned.data, stretch.start, stretch.end);
}

/** Labels such as "Log information:" in front of a text that says that something is collected. */
function labelled(scanned: Scan, first: Statement, known: Statement[]): Statement[] {
  const colon = /[:：]/.exec(scanned.text.slice(0, MAX_LABEL));
  if (colon === null) return [];
  const end = colon.index;
  const inLabel = between(scanned.data, 0, end).filter((hit) => hit.end <= end);
  const covered = inLabel.reduce((sum, hit) => sum + hit.end - hit.start, 0);
  if (covered < end * MIN_LABEL_COVER) return [];
  return inLabel.filter((hit) => !known.some((statement) => statement.hit === hit)).map((hit) => ({ ...first, hit }));
}

function announced(scanned: Scan, sentence: Sentence, demand: Demand): Open {
  const text = scanned.text.slice(sentence.start, sentence.end).trimEnd();
  const points = /[:：]$/.test(text);
  const last = sentence.clauses[sentence.clauses.length - 1];
  if (last === undefined) return null;
  const of = (group: string) => between(termsOf(scanned, group), sentence.start, sentence.end);
  const denial = of('denial')[0];
  if (denial !== undefined) {
    return points && announcesDenied(scanned, sentence, denial) ? 'denied' : null;
  }
  if (demand === 'plainly-stated') return null;
  const leads = between(termsOf(scanned, 'list-lead'), last.start, last.end);
  const tail = leads[leads.length - 1];
  if (!points && (tail === undefined || tail.end < sentence.start + text.length - 1)) return null;
  if (of('hypothetical-other').length > 0) return null;
  const states =
    sentence.clauses.some(
      (clause) => verbOf(scanned, clause, between(scanned.data, clause.start, clause.end), 'stated') !== null,
    ) ||
    (points &&
      leads.length > 0 &&
      (of('permission-marker').length > 0 || scanned.data.some((hit) => hit.start >= sentence.start)));
  return states ? 'declared' : null;
}

/** Words that make a list one of cases in which something is not done, and not one of data. */
const CASES =
  /除外|除非|情况|情形|场景|例外|目的|方式|\b(?:except|unless|cases?|circumstances|purposes?|situations?|ways)\b/i;

/** "We do not collect the following:" */
export function announcesDenied(scanned: Scan, stretch: Span, denial: Span): boolean {
  if (CASES.test(scanned.text.slice(stretch.start, stretch.end))) return false;
  return between(termsOf(scanned, 'verb/collect'), denial.start, stretch.end).some(
    (verb) => verb.start - denial.end <= MAX_DENIED_VERB && GATHERS.test(scanned.text.slice(verb.start, verb.end)),
  );
}

/** What limits "in basic mode, we do not collect the following:", and so each item of the list. */
export function announcedScope(scanned: Scan, stretch: Span): DenialScope | null {
  const denial = between(termsOf(scanned, 'denial'), stretch.start, stretch.end)[0];
  if (denial === undefined) return null;
  return scopeOf(
    scanned,
    stretch,
    between(termsOf(scanned, 'verb/collect'), denial.start, stretch.end)[0] ?? null,
    null,
  );
}

/**
 * What the items of a list of denied data say: all of it is not collected.
 * @param announced what limits the denial of the whole list
 */
export function deniedItems(scanned: Scan, actors: ClaimActor[], announced: DenialScope | null): Statement[] {
  const whole = { start: 0, end: scanned.text.length };
  return scanned.data.map((hit) => ({
    hit,
    sentence: whole,
    stance: 'denied',
    scope: scopeOf(scanned, whole, null, hit) ?? announced,
    actors,
    purpose: null,
    background: false,
  }));
}

/** @param hit what is denied; null for a list that is only announced */
function scopeOf(scanned: Scan, sentence: Span, verb: Span | null, hit: DataHit | null): DenialScope | null {
  const shares = verb !== null && between(termsOf(scanned, 'verb/share'), verb.start, verb.start + 1).length > 0;
  const withdrawn = between(termsOf(scanned, 'denial-scope/after-withdrawal'), sentence.start, sentence.end).length > 0;
  if (shares && !withdrawn) return 'sharing';
  const gathers = verb !== null && GATHERS.test(scanned.text.slice(verb.start, verb.end));
  for (const scope of SCOPES) {
    // "we do not collect, store or share" denies more than the storing.
    // "does not start itself, nor collects in the background": the background is not where it does not start.
    if (hit?.behaviour && scope === 'background') continue;
    if (gathers && (scope === 'retention' || scope === 'sharing')) continue;
    const limits = between(termsOf(scanned, `denial-scope/${scope}`), sentence.start, sentence.end);
    if (limits.some((limit) => hit === null || !endsList(scanned.text, hit, limit))) return scope;
  }
  return MEANWHILE.test(scanned.text.slice(sentence.start, sentence.end)) ? 'feature' : null;
}

/** "... your contacts or any other data": the end of a list that takes the rest in, and limits nothing in front of it. */
function endsList(text: string, hit: DataHit, limit: Span): boolean {
  if (hit.end > limit.start || !/^(?:其[他它]|(?:any )?other$)/i.test(text.slice(limit.start, limit.end))) return false;
  return LIST_END.test(text.slice(Math.max(hit.end - 1, limit.start - 12), limit.start));
}

function purposeOf(scanned: Scan, sentence: Sentence): string | null {
  const marker = purposesIn(scanned, sentence)[0];
  if (marker === undefined) return null;
  const clause = sentence.clauses.find((each) => marker.start >= each.start && marker.start < each.end);
  const end = Math.min(clause?.end ?? sentence.end, marker.start + MAX_PURPOSE);
  const text = scanned.text.slice(marker.start, end).replace(/(?<![,，。;；.)）\s])[,，。;；.)）\s]+$/, '');
  return text === '' ? null : text;
}

function startsWith(scanned: Scan, sentence: Sentence, group: string): boolean {
  return between(termsOf(scanned, group), sentence.start, sentence.end).some(
    (span) => leadOf(scanned.text, sentence, span) === 0,
  );
}
