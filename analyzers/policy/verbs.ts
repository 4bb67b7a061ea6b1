import { between } from './clauses.ts';
import { type DataHit, type Scan, type Span, termsOf } from './scan.ts';

/** How much a text must say before its data words count. */
export type Demand =
  /** A verb of collection, use or supply. */
  | 'stated'
  /** Someone who will, may or must collect: sections on rights, security, cookies, minors. */
  | 'plainly-stated'
  /** Every data word counts: items below "we collect the following:", cells of a data column. */
  | 'listed';

/** In guarded sections the object follows its verb of use at once. */
export const MAX_OBJECT_DISTANCE = 6;
/** A verb so soon behind a marker of purpose tells the purpose. */
const MAX_PURPOSE_VERB = 8;

/** The first verb of the clause by which data come to the operator; verbs that say something else are passed over. */
export function verbOf(scanned: Scan, clause: Span, data: DataHit[], demand: Demand): Span | null {
  const of = (group: string) => between(termsOf(scanned, group), clause.start, clause.end);
  const others = of('verb/not-collecting');
  const purposes = purposesIn(scanned, clause);
  const free = (span: Span) =>
    !others.some(
      (other) => other.start <= span.start && other.end >= span.end && other.end - other.start > span.end - span.start,
    ) &&
    !data.some((hit) => hit.start < span.start && hit.end > span.start) &&
    !purposes.some((marker) =>
      marker.end <= span.start
        ? servesPurpose(scanned, marker, span)
        : marker.start < span.start && marker.end >= span.end,
    );
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

/** What stands in front of "to access" where that is what is asked for and not what for. */
const ASKED_FOR =
  /\b(?:permissions?|access|needs?|wants?|able|ability|required|requires?|allows? (?:us|the app|you)|enables? us|permits? us|consent|authori[sz]ation|agree|asks?(?: you)?|request|continue|right|like|try|attempt|used|chooses?|need you)\s+$/i;

const OF_COLLECTION =
  /^to\s+(?:access|read|use|track|record|scan|receive|get|view|capture|monitor|take|upload|store|log|open|make|place|see)$/i;

/** The markers of purpose in a stretch; "permission to read" and the like are none. */
export function purposesIn(scanned: Scan, stretch: Span): Span[] {
  return between(termsOf(scanned, 'purpose'), stretch.start, stretch.end).filter(
    (span) =>
      !OF_COLLECTION.test(scanned.text.slice(span.start, span.end)) ||
      !ASKED_FOR.test(scanned.text.slice(Math.max(stretch.start, span.start - 24), span.start)),
  );
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

/** "in order to read": a verb soon behind the marker, without anyone who must or will do it, is a part of the purpose. */
export function servesPurpose(scanned: Scan, marker: Span, verb: Span): boolean {
  if (verb.start - marker.end > MAX_PURPOSE_VERB) return false;
  const between = scanned.text.slice(marker.end, verb.start + 1);
  return !/[需会将可]|我们|应用|[,，]|\b(?:we|may|will|need|must)\b/i.test(between);
}
