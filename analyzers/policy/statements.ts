import type { ClaimActor, DenialScope } from '../model/claim.ts';
import { actorsBefore } from './actors.ts';
import { between, type Sentence, sentencesOf } from './clauses.ts';
import { type DataHit, type Scan, type Span, termsOf } from './scan.ts';

/** How much a text must say before its data words count. */
export type Demand =
  /** A verb of collection, use or supply. */
  | 'stated'
  /** Someone who will, may or must collect: sections on rights, security, cookies, minors. */
  | 'plainly-stated'
  /** Every data word counts: items below "we collect the following:", cells of a data column. */
  | 'listed';

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
  /** The text ends by announcing a list of collected data. */
  announces: boolean;
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
/** A label in front of a colon is no longer than this. */
const MAX_LABEL = 24;
const MAX_PURPOSE = 80;
/** In guarded sections the object follows its verb of use at once. */
const MAX_OBJECT_DISTANCE = 6;
/** A verb so soon behind a marker of purpose tells the purpose. */
const MAX_PURPOSE_VERB = 8;
/** A denial further in front of its verb speaks of something else. */
const MAX_DENIAL_DISTANCE = 28;

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
  if (first !== undefined && demand === 'stated') statements.unshift(...labelled(scanned, first, statements));
  const last = sentences[sentences.length - 1];
  return { statements, announces: last !== undefined && announces(scanned, last, demand), actors: current };
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
  const described = inSentence('verb/describe')[0];
  if (described !== undefined && !inSentence('verb/collect').some((span) => span.end <= described.start)) {
    return { statements, declaring: false, actors };
  }
  if (inSentence('future').length > 0 || inSentence('hypothetical-other').length > 0) {
    return { statements, declaring: false, actors };
  }
  const background = inSentence('background').length > 0;
  const purpose = purposeOf(scanned, sentence);
  let declaring = goesOn;
  let current = actors;
  for (const clause of sentence.clauses) {
    const judged = judgeClause(scanned, clause, demand, declaring);
    if (judged.verb !== null) current = actorsBefore(scanned, sentence, clause, judged.verb, current, initial);
    for (const hit of judged.hits) {
      const denied = judged.stance === 'denied';
      const scope = denied ? scopeOf(scanned, sentence, judged.verb) : null;
      statements.push({ hit, sentence, stance: judged.stance, scope, actors: current, purpose, background });
    }
    declaring = judged.declaring;
  }
  return { statements, declaring, actors: current };
}

interface Judged {
  hits: DataHit[];
  stance: 'affirmed' | 'denied';
  /** The verb that makes it a statement; null where it only goes on. */
  verb: Span | null;
  declaring: boolean;
}

function judgeClause(scanned: Scan, clause: Span, demand: Demand, declaring: boolean): Judged {
  const of = (group: string) => between(termsOf(scanned, group), clause.start, clause.end);
  const data = between(scanned.data, clause.start, clause.end);
  const nothing: Judged = { hits: [], stance: 'affirmed', verb: null, declaring: false };
  const verb = verbOf(scanned, clause, data, demand);
  const refusals = of('refusal');
  if (verb === null) {
    if (!declaring) return nothing;
    const begins = (group: string) => of(group).some((span) => leadOf(scanned.text, clause, span) <= 1);
    if (refusals.length > 0 || of('consequence').length > 0) {
      return demand === 'listed' && refusals.length === 0
        ? { ...nothing, declaring }
        : { ...nothing, declaring: demand === 'listed' };
    }
    if (demand !== 'listed' && (begins('condition') || begins('actor/app') || of('denial').length > 0)) return nothing;
    if (
      demand === 'listed' &&
      begins('condition') &&
      of('purpose').length === 0 &&
      /[时后]\s*[,，]?$/.test(scanned.text.slice(clause.start, clause.end))
    ) {
      return { ...nothing, declaring: true };
    }
    const masks = masksIn(scanned, clause, clause.start);
    if (demand === 'listed') {
      const told = explanationIn(scanned, clause, data);
      if (told !== null) return { ...nothing, hits: outside(data, [...masks, told]), declaring: false };
    }
    const open = masks.every((mask) => mask.end < clause.end - 1);
    return { ...nothing, hits: outside(data, masks), declaring: demand === 'listed' || open };
  }
  if (refusals.some((span) => span.end <= verb.start + 2 && !(verb.start <= span.start && verb.end >= span.end))) {
    return { ...nothing, declaring: demand === 'listed' };
  }
  const denial = of('denial').find((span) => span.start <= verb.start && verb.start - span.end <= MAX_DENIAL_DISTANCE);
  if (denial !== undefined) {
    const hits = data.filter((hit) => hit.start >= denial.start || verb.start < hit.start);
    return { hits, stance: 'denied', verb, declaring: demand === 'listed' };
  }
  const masks = masksIn(scanned, clause, verb.start);
  const before = data.filter((hit) => hit.end <= verb.start && countsBefore(scanned, clause, hit, demand));
  const after = outside(
    data.filter((hit) => hit.end > verb.start),
    masks,
  );
  const lastMask = masks[masks.length - 1];
  const open = lastMask === undefined || lastMask.end < clause.end - 1;
  return { hits: [...before, ...after], stance: 'affirmed', verb, declaring: demand === 'listed' || open };
}

/** The first verb of the clause by which data come to the operator; verbs that say something else are passed over. */
function verbOf(scanned: Scan, clause: Span, data: DataHit[], demand: Demand): Span | null {
  const of = (group: string) => between(termsOf(scanned, group), clause.start, clause.end);
  const others = of('verb/not-collecting');
  const purposes = of('purpose');
  const free = (span: Span) =>
    !others.some(
      (other) => other.start <= span.start && other.end >= span.end && other.end - other.start > span.end - span.start,
    ) &&
    !data.some((hit) => hit.start < span.start && hit.end > span.start) &&
    !purposes.some((marker) => marker.end <= span.start && servesPurpose(scanned, marker, span));
  const acts = (span: Span) => free(span) && !userActs(scanned, clause, span);
  const collecting = of('verb/collect').filter(acts);
  if (demand === 'plainly-stated') {
    const near = (span: Span) =>
      data.some((hit) => hit.start >= span.start && hit.start - span.end <= MAX_OBJECT_DISTANCE);
    const behaviours = of('verb/use').filter((span) => acts(span) && near(span));
    const verb = [...collecting, ...behaviours].sort((a, b) => a.start - b.start)[0];
    return verb !== undefined && isPlain(scanned, clause, verb) ? verb : permissionVerb(scanned, clause, demand);
  }
  const behaviour = behaviourVerb(scanned, clause, data);
  const found = [
    ...(behaviour === null ? [] : [behaviour]),
    ...collecting,
    ...of('verb/use').filter(acts),
    ...of('verb/supply').filter(free),
    ...of('verb/share').filter(acts),
  ];
  found.sort((a, b) => a.start - b.start);
  return found[0] ?? permissionVerb(scanned, clause, demand);
}

/** "you can access": the user is the one who does it. */
function userActs(scanned: Scan, clause: Span, verb: Span): boolean {
  const user = between(termsOf(scanned, 'actor/user'), clause.start, verb.start).pop();
  if (user === undefined || between(termsOf(scanned, 'actor/app'), user.end, verb.start).length > 0) return false;
  return /^\s*(?:可以?|有权|能够?|自行|有时|may|can|have the right|should|must not)/i.test(
    scanned.text.slice(user.end, verb.start + 1),
  );
}

/** "the app will start itself": what follows the modal verb is no data but a way of acting, and says all. */
function behaviourVerb(scanned: Scan, clause: Span, data: DataHit[]): Span | null {
  for (const hit of data) {
    if (!hit.behaviour) continue;
    const modal = /(?:会|将|需要?|可能|\b(?:will|may|can))(?=\S{0,6}$|\s?\w{0,10}\s?$)/i.exec(
      scanned.text.slice(Math.max(clause.start, hit.start - 10), hit.start),
    );
    if (modal === null) continue;
    const start = Math.max(clause.start, hit.start - 10) + modal.index;
    return { start, end: start + modal[0].length };
  }
  return null;
}

/** "after you open the camera permission" says that the camera is used. */
function permissionVerb(scanned: Scan, clause: Span, demand: Demand): Span | null {
  const of = (group: string) => between(termsOf(scanned, group), clause.start, clause.end);
  if (of('permission-marker').length === 0 || of('permission-negative').length > 0) return null;
  const verb = of('verb/permission')[0];
  if (verb === undefined) return null;
  return demand !== 'plainly-stated' || isPlain(scanned, clause, verb) ? verb : null;
}

/** Someone will, may or needs to do it, and that is not the user. */
function isPlain(scanned: Scan, clause: Span, verb: Span): boolean {
  const before = scanned.text.slice(clause.start, verb.start + 2);
  if (!/会|将|可能|需|\b(?:may|will|might|can|we|also)\b/i.test(before)) return false;
  const users = between(termsOf(scanned, 'actor/user'), clause.start, verb.start);
  const apps = between(termsOf(scanned, 'actor/app'), clause.start, verb.start);
  const user = users
    .filter(
      (span) =>
        !/(?:需要|要求|请求|向|申请|经|为|ask|require|request)\s*$/i.test(
          scanned.text.slice(Math.max(0, span.start - 8), span.start),
        ),
    )
    .pop();
  const app = apps[apps.length - 1];
  if (app !== undefined)
    return (
      user === undefined || user.start < app.start || /[可会需]|may|will/.test(scanned.text.slice(app.end, user.start))
    );
  return user === undefined;
}

/** Stretches that tell what for, and Latin conditions that follow; data words in them are not collected by them. */
function masksIn(scanned: Scan, clause: Span, from: number): Span[] {
  const masks: Span[] = [];
  const add = (span: Span, group: string) => {
    if (span.start < from) return;
    const end = stretchEnd(scanned, span, clause.end, group);
    masks.push({ start: span.start, end });
  };
  for (const span of between(termsOf(scanned, 'purpose'), clause.start, clause.end)) add(span, 'purpose');
  for (const span of between(termsOf(scanned, 'condition'), clause.start, clause.end)) {
    if (scanned.text.charCodeAt(span.start) < 0x250) add(span, 'condition');
  }
  return masks.sort((a, b) => a.start - b.start);
}

/** Until the next verb of collection, the bracket that encloses it closes, or the clause ends. */
function stretchEnd(scanned: Scan, span: Span, limit: number, group: string): number {
  let end = limit;
  if (group === 'purpose') {
    for (const verbs of ['verb/collect', 'verb/supply']) {
      const main = between(termsOf(scanned, verbs), span.end, limit).find(
        (verb) => !servesPurpose(scanned, span, verb),
      );
      end = Math.min(end, main?.start ?? limit);
    }
  }
  let depth = 0;
  for (let i = span.end; i < end; i++) {
    const character = scanned.text.charAt(i);
    if (character === '(' || character === '（') depth++;
    else if (character === ')' || character === '）') {
      if (depth === 0) return i;
      depth--;
    }
  }
  return end;
}

/** "in order to read": a verb soon behind the marker, without anyone who must or will do it, is a part of the purpose. */
function servesPurpose(scanned: Scan, marker: Span, verb: Span): boolean {
  if (verb.start - marker.end > MAX_PURPOSE_VERB) return false;
  const between = scanned.text.slice(marker.end, verb.start + 1);
  return !/[需会将可]|我们|应用|[,，]|\b(?:we|may|will|need|must)\b/i.test(between);
}

/** "Network information: keeps the connection stable": behind the colon stands what it is for, unless data begin there. */
function explanationIn(scanned: Scan, clause: Span, data: DataHit[]): Span | null {
  for (let i = clause.start; i < clause.end; i++) {
    const character = scanned.text.charAt(i);
    if (character !== ':' && character !== '：') continue;
    const labelled = data.some((hit) => hit.end <= i);
    const next = data.find((hit) => hit.start > i);
    if (labelled && (next === undefined || next.start - i > MAX_OBJECT_DISTANCE)) return { start: i, end: clause.end };
  }
  return null;
}

function outside(hits: DataHit[], masks: Span[]): DataHit[] {
  return masks.length === 0
    ? hits
    : hits.filter((hit) => !masks.some((mask) => hit.start >= mask.start && hit.start < mask.end));
}

/** "We, through cookies, collect": a data word in front of the verb counts when the operator stands before it. */
function countsBefore(scanned: Scan, clause: Span, hit: DataHit, demand: Demand): boolean {
  if (demand === 'listed') return true;
  const led = (group: string) => between(termsOf(scanned, group), clause.start, hit.start).length > 0;
  if (led('purpose') || led('condition')) return false;
  return led('actor/app') || /您的|将|your/.test(scanned.text.slice(clause.start, hit.start));
}

/** Labels such as "Log information:" in front of a text that says that something is collected. */
function labelled(scanned: Scan, first: Statement, known: Statement[]): Statement[] {
  const colon = /[:：]/.exec(scanned.text.slice(0, MAX_LABEL));
  if (colon === null) return [];
  const end = colon.index;
  return between(scanned.data, 0, end)
    .filter((hit) => hit.end <= end && !known.some((statement) => statement.hit === hit))
    .map((hit) => ({ ...first, hit }));
}

function announces(scanned: Scan, sentence: Sentence, demand: Demand): boolean {
  if (demand === 'plainly-stated') return false;
  const text = scanned.text.slice(sentence.start, sentence.end).trimEnd();
  const points = /[:：]$/.test(text);
  const last = sentence.clauses[sentence.clauses.length - 1];
  if (last === undefined) return false;
  const leads = between(termsOf(scanned, 'list-lead'), last.start, last.end);
  const tail = leads[leads.length - 1];
  if (!points && (tail === undefined || tail.end < sentence.start + text.length - 1)) return false;
  const of = (group: string) => between(termsOf(scanned, group), sentence.start, sentence.end);
  if (of('denial').length > 0 || of('hypothetical-other').length > 0) return false;
  return (
    sentence.clauses.some(
      (clause) => verbOf(scanned, clause, between(scanned.data, clause.start, clause.end), 'stated') !== null,
    ) ||
    (points &&
      leads.length > 0 &&
      (of('permission-marker').length > 0 || scanned.data.some((hit) => hit.start >= sentence.start)))
  );
}

function scopeOf(scanned: Scan, sentence: Span, verb: Span | null): DenialScope | null {
  const shares = verb !== null && between(termsOf(scanned, 'verb/share'), verb.start, verb.start + 1).length > 0;
  const withdrawn = between(termsOf(scanned, 'denial-scope/after-withdrawal'), sentence.start, sentence.end).length > 0;
  if (shares && !withdrawn) return 'sharing';
  for (const scope of SCOPES) {
    if (between(termsOf(scanned, `denial-scope/${scope}`), sentence.start, sentence.end).length > 0) return scope;
  }
  return null;
}

function purposeOf(scanned: Scan, sentence: Sentence): string | null {
  const marker = between(termsOf(scanned, 'purpose'), sentence.start, sentence.end)[0];
  if (marker === undefined) return null;
  const clause = sentence.clauses.find((each) => marker.start >= each.start && marker.start < each.end);
  const end = Math.min(clause?.end ?? sentence.end, marker.start + MAX_PURPOSE);
  const text = scanned.text.slice(marker.start, end).replace(/[,，。;；.)）\s]+$/, '');
  return text === '' ? null : text;
}

function startsWith(scanned: Scan, sentence: Sentence, group: string): boolean {
  return between(termsOf(scanned, group), sentence.start, sentence.end).some(
    (span) => leadOf(scanned.text, sentence, span) === 0,
  );
}

/** Units that are neither space nor bracket between the start of a stretch and a word in it. */
function leadOf(text: string, stretch: Span, span: Span): number {
  return text.slice(stretch.start, span.start).replace(/[\s(（"“]/g, '').length;
}
