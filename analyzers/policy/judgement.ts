import { between } from './clauses.ts';
import { type DataHit, type Scan, type Span, termsOf } from './scan.ts';
import { type Demand, MAX_OBJECT_DISTANCE, purposesIn, servesPurpose, verbOf } from './verbs.ts';

/** A denial further in front of its verb speaks of something else. */
const MAX_DENIAL_DISTANCE = 28;

/** What one clause says. */
export interface Judged {
  hits: DataHit[];
  stance: 'affirmed' | 'denied';
  /** The verb that makes it a statement; null where it only goes on. */
  verb: Span | null;
  /** What the clause after it, if it only goes on, takes over. */
  leaves: Open;
  /** "Your name, your e-mail address and your age are collected": the clauses before it count as well. */
  passive: boolean;
}

/** The list that a clause leaves open for the next one: of what is declared, of what is denied, or none. */
export type Open = 'declared' | 'denied' | null;

const SILENT: Judged = { hits: [], stance: 'affirmed', verb: null, leaves: null, passive: false };
/** What turns the sense of the clause before, or speaks of something else. */
const TURNS =
  /^\s*(?:but|however|except|unless|only|instead|rather|yet|while|although|so|which|and we|但|仅|只|而|除|并|以)/i;
const PASSIVE_BEFORE =
  /\b(?:is|are|was|were|be|been|being|get|gets)\s+(?:(?:not|never)\s+)?(?:\w{2,16}ly\s+)?(?:\w{2,14}\s+(?:and|or)\s+)?$|会?被(?:我们|本应用|本平台|平台|系统)?\s*$/i;
/** "Works without the permission": nothing is said of what is collected with it. */
const WORKS_WITHOUT =
  /(?:不需要|无需|无须|不必|不用)[^,，。;；]{0,40}?(?:即可|就可|便可|仍可|也可|亦可|照样|就能|也能|仍能|便能)/;
/** "... and never sell them": a verb of use under a denial of its own. */
const USES = /^\s*(?:\w+ly\s+)?(?:us(?:e|ed|ing)|sell|sold|rent|trade|shar(?:e|ed|ing)|disclos|transfer|link|sync)/i;
const PASSIVE = /^(?:is|are|was|being)\b/i;

/** Judges one clause; `open` is the list that the clause before left open. */
export function judgeClause(scanned: Scan, clause: Span, demand: Demand, open: Open): Judged {
  const of = (group: string) => between(termsOf(scanned, group), clause.start, clause.end);
  const data = between(scanned.data, clause.start, clause.end);
  const verb = verbOf(scanned, clause, data, demand);
  const kept: Open = demand === 'listed' ? 'declared' : null;
  if (verb === null) {
    if (open === null) return SILENT;
    return open === 'denied'
      ? judgeDenied(scanned, clause, data, kept)
      : judgeContinuation(scanned, clause, data, demand);
  }
  const refusals = of('refusal');
  if (refusals.some((span) => span.end <= verb.start + 2 && !(verb.start <= span.start && verb.end >= span.end))) {
    return { ...SILENT, leaves: kept };
  }
  if (open === 'denied' && goesOnDenying(scanned, clause, verb)) {
    return { ...SILENT, hits: data, stance: 'denied', verb, leaves: 'denied' };
  }
  const denial = of('denial').find((span) => span.start <= verb.start && verb.start - span.end <= MAX_DENIAL_DISTANCE);
  const passive =
    PASSIVE.test(scanned.text.slice(verb.start, verb.end)) ||
    PASSIVE_BEFORE.test(scanned.text.slice(Math.max(clause.start, verb.start - 40), verb.start));
  if (denial !== undefined) {
    if (WORKS_WITHOUT.test(scanned.text.slice(clause.start, clause.end))) return { ...SILENT, leaves: kept };
    const other = of('denial').find(
      (span) => span.start >= verb.end && USES.test(scanned.text.slice(span.end, clause.end)),
    );
    // "Photos are not collected when the app is in the background": what is collected by no one stands in front.
    const hits = passive
      ? data.filter((hit) => hit.start < verb.start || !hit.behaviour)
      : data.filter(
          (hit) => (hit.start >= denial.start || verb.start < hit.start) && hit.start < (other?.start ?? clause.end),
        );
    return { ...SILENT, hits, stance: 'denied', verb, leaves: 'denied', passive };
  }
  const masks = masksIn(scanned, clause, verb.start, verb.end);
  const goesOn = passive || (open === 'declared' && of('actor/app').every((span) => span.start >= verb.start));
  const before = data.filter((hit) => hit.end <= verb.start && countsBefore(scanned, clause, hit, demand, goesOn));
  const after = outside(
    data.filter((hit) => hit.end > verb.start),
    masks,
  );
  const lastMask = masks[masks.length - 1];
  const unfinished = lastMask === undefined || lastMask.end < clause.end - 1;
  const leaves = kept ?? (unfinished ? 'declared' : null);
  return { hits: [...before, ...after], stance: 'affirmed', verb, leaves, passive };
}

/** "We never collect, store or share photos": a verb without a subject of its own stays under the denial before it. */
function goesOnDenying(scanned: Scan, clause: Span, verb: Span): boolean {
  const before = scanned.text.slice(clause.start, verb.start);
  return /^\s*(?:\w{2,14}\s+){0,2}(?:(?:and|or|nor)\s+)?(?:\w{2,14}\s+)?$/i.test(before);
}

/** "... your contacts, your messages or your photos": the rest of a list of what is denied. */
function judgeDenied(scanned: Scan, clause: Span, data: DataHit[], kept: Open): Judged {
  const of = (group: string) => between(termsOf(scanned, group), clause.start, clause.end);
  const turns = TURNS.test(scanned.text.slice(clause.start, clause.end)) || of('actor/app').length > 0;
  if (turns || of('purpose').length + of('condition').length + of('consequence').length > 0) {
    return { ...SILENT, leaves: kept };
  }
  return { ...SILENT, hits: data, stance: 'denied', leaves: 'denied' };
}

/** A clause without a verb of its own goes on with the list before it, unless it says what happens otherwise. */
function judgeContinuation(scanned: Scan, clause: Span, data: DataHit[], demand: Demand): Judged {
  const of = (group: string) => between(termsOf(scanned, group), clause.start, clause.end);
  const begins = (group: string) => of(group).some((span) => leadOf(scanned.text, clause, span) <= 1);
  const listed = demand === 'listed';
  const passedOver: Judged = { ...SILENT, leaves: listed ? 'declared' : null };
  if (of('refusal').length > 0 || of('consequence').length > 0) return passedOver;
  if (!listed && (begins('condition') || begins('actor/app') || of('denial').length > 0)) return SILENT;
  const occasion = /[时后]\s*[,，]?$/.test(scanned.text.slice(clause.start, clause.end));
  if (listed && occasion && begins('condition') && of('purpose').length === 0) return passedOver;
  const masks = masksIn(scanned, clause, clause.start);
  const explanation = listed ? explanationIn(scanned, clause, data) : null;
  if (explanation !== null) return { ...SILENT, hits: outside(data, [...masks, explanation]) };
  const unfinished = masks.every((mask) => mask.end < clause.end - 1);
  return { ...SILENT, hits: outside(data, masks), leaves: listed || unfinished ? 'declared' : null };
}

/** Stretches that tell what for, and Latin conditions that follow; data words in them are not collected by them. */
function masksIn(scanned: Scan, clause: Span, from: number, verb = from): Span[] {
  const masks: Span[] = [];
  const add = (span: Span, group: string) => {
    if (span.start < from) return;
    const end = stretchEnd(scanned, span, clause.end, group);
    masks.push({ start: span.start, end });
  };
  for (const span of purposesIn(scanned, clause)) add(span, 'purpose');
  for (const span of between(termsOf(scanned, 'condition'), clause.start, clause.end)) {
    if (scanned.text.charCodeAt(span.start) < 0x250 && span.start >= verb) add(span, 'condition');
  }
  // "but never your card number"
  for (const span of between(termsOf(scanned, 'denial'), verb, clause.end)) {
    if (scanned.text.charCodeAt(span.start) < 0x250) masks.push({ start: span.start, end: clause.end });
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
  const closing = /[)）]/.test(scanned.text.slice(span.end, end));
  let depth = 0;
  for (let i = span.end; closing && i < end; i++) {
    const character = scanned.text.charAt(i);
    if (character === '(' || character === '（') depth++;
    else if (character === ')' || character === '）') {
      if (depth === 0) return i;
      depth--;
    }
  }
  return end;
}

/** "Identifiers: including but not limited to ..." */
const LIST_LEAD =
  /^\s*(?:(?:主要|通常)?(?:包括|包含)(?:但不限于)?|例如|比如|如|(?:this )?(?:may )?includ(?:es?|ing)(?: but not limited to| without limitation)?|such as|for example|e\.g\.)[:：,，]?\s*/i;

/** "Network information: keeps the connection stable": behind the colon stands what it is for, unless data begin there. */
function explanationIn(scanned: Scan, clause: Span, data: DataHit[]): Span | null {
  if (!/[:：\-–—]/.test(scanned.text.slice(clause.start, clause.end))) return null;
  for (let i = clause.start; i < clause.end; i++) {
    const character = scanned.text.charAt(i);
    const dash = /[-–—]/.test(character) && scanned.text.charAt(i - 1) === ' ' && scanned.text.charAt(i + 1) === ' ';
    if (character !== ':' && character !== '：' && !dash) continue;
    const labelled = data.some((hit) => hit.end <= i + 1);
    const next = data.find((hit) => hit.start > i);
    const lead = LIST_LEAD.exec(scanned.text.slice(i + 1, i + 40))?.[0].length ?? 0;
    if (labelled && (next === undefined || next.start - i - lead > MAX_OBJECT_DISTANCE))
      return { start: i, end: clause.end };
  }
  return null;
}

function outside(hits: DataHit[], masks: Span[]): DataHit[] {
  return masks.length === 0
    ? hits
    : hits.filter((hit) => !masks.some((mask) => hit.start >= mask.start && hit.start < mask.end));
}

/** "We, through cookies, collect": a data word in front of the verb counts when the operator stands before it. */
function countsBefore(scanned: Scan, clause: Span, hit: DataHit, demand: Demand, goesOn: boolean): boolean {
  if (demand === 'listed') return true;
  const led = (group: string) => between(termsOf(scanned, group), clause.start, hit.start).length > 0;
  if (purposesIn(scanned, { start: clause.start, end: hit.start }).length > 0 || led('condition')) return false;
  if (goesOn) return true;
  return led('actor/app') || /您的|将|your/.test(scanned.text.slice(clause.start, hit.start));
}

/** Units that are neither space nor bracket between the start of a stretch and a word in it. */
export function leadOf(text: string, stretch: Span, span: Span): number {
  return text.slice(stretch.start, span.start).replace(/[\s(（"“]/g, '').length;
}
