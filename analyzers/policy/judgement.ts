import { between } from './clauses.ts';
import { type DataHit, type Scan, type Span, termsOf } from './scan.ts';
import { type Demand, MAX_OBJECT_DISTANCE, servesPurpose, verbOf } from './verbs.ts';

/** A denial further in front of its verb speaks of something else. */
const MAX_DENIAL_DISTANCE = 28;

/** What one clause says. */
export interface Judged {
  hits: DataHit[];
  stance: 'affirmed' | 'denied';
  /** The verb that makes it a statement; null where it only goes on. */
  verb: Span | null;
  declaring: boolean;
}

const SILENT: Judged = { hits: [], stance: 'affirmed', verb: null, declaring: false };

/** Judges one clause; `declaring` tells that the clause before declared data and left its list open. */
export function judgeClause(scanned: Scan, clause: Span, demand: Demand, declaring: boolean): Judged {
  const of = (group: string) => between(termsOf(scanned, group), clause.start, clause.end);
  const data = between(scanned.data, clause.start, clause.end);
  const verb = verbOf(scanned, clause, data, demand);
  if (verb === null) return declaring ? judgeContinuation(scanned, clause, data, demand) : SILENT;
  const refusals = of('refusal');
  if (refusals.some((span) => span.end <= verb.start + 2 && !(verb.start <= span.start && verb.end >= span.end))) {
    return { ...SILENT, declaring: demand === 'listed' };
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

/** A clause without a verb of its own goes on with the list before it, unless it says what happens otherwise. */
function judgeContinuation(scanned: Scan, clause: Span, data: DataHit[], demand: Demand): Judged {
  const of = (group: string) => between(termsOf(scanned, group), clause.start, clause.end);
  const begins = (group: string) => of(group).some((span) => leadOf(scanned.text, clause, span) <= 1);
  const listed = demand === 'listed';
  const passedOver: Judged = { ...SILENT, declaring: listed };
  if (of('refusal').length > 0 || of('consequence').length > 0) return passedOver;
  if (!listed && (begins('condition') || begins('actor/app') || of('denial').length > 0)) return SILENT;
  const occasion = /[时后]\s*[,，]?$/.test(scanned.text.slice(clause.start, clause.end));
  if (listed && occasion && begins('condition') && of('purpose').length === 0) return passedOver;
  const masks = masksIn(scanned, clause, clause.start);
  const explanation = listed ? explanationIn(scanned, clause, data) : null;
  if (explanation !== null) return { ...SILENT, hits: outside(data, [...masks, explanation]) };
  const open = masks.every((mask) => mask.end < clause.end - 1);
  return { ...SILENT, hits: outside(data, masks), declaring: listed || open };
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

/** Units that are neither space nor bracket between the start of a stretch and a word in it. */
export function leadOf(text: string, stretch: Span, span: Span): number {
  return text.slice(stretch.start, span.start).replace(/[\s(（"“]/g, '').length;
}
