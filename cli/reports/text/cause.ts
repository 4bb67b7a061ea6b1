import type { DeclaredSdk } from '../../../analyzers/model/claim.ts';
import type { Report } from '../../../analyzers/model/report.ts';
import type { Cause } from '../causes.ts';
import { declaredEntry, entryText } from '../declared-entry.ts';
import { actorName, dataName } from '../names.ts';
import { apiText, placeOf, type Story } from '../story.ts';
import type { Language, Style } from '../style.ts';
import { CAUSE_WORDING } from './cause-wording.ts';
import { displayWidth, grid } from './grid.ts';
import type { Paint } from './paint.ts';
import { SEVERITY_COLOUR } from './paint.ts';
import { place, shortPlace } from './place.ts';
import { printable, shortened } from './printable.ts';
import { wayTo } from './way.ts';
import { WORDING } from './wording.ts';

const ROWS_SHOWN = 12;
const QUOTE_LENGTH = 60;
/** Columns at most of what a row names, and of the API. */
const LIMITS = { id: 16, about: 24, api: 40 };
const INDENT = 4;
const BETWEEN = 2;
/** Columns below which the place is left out. */
const NARROWEST = 16;

/** Several discrepancies of one cause: what they have in common once, then one line for each. */
export function describeCause(cause: Cause, report: Report, style: Style, paint: Paint): string {
  const [first] = cause;
  const { language, columns } = style;
  const words = WORDING[language];
  const { kind, severity } = first.item;
  const title = `${paint(SEVERITY_COLOUR[severity], '●')} ${paint('bold', words.kind[kind])}  ${printable(sentence(cause, report, language))}`;
  const rows = cause.slice(0, ROWS_SHOWN).map((story) => rowOf(story, report, language));
  const limits = [LIMITS.id, LIMITS.about, LIMITS.api];
  const widest = (at: number) => rows.reduce((width, row) => Math.max(width, displayWidth(row[at] ?? '')), 0);
  const taken = limits.map((limit, at) => Math.min(limit, widest(at)));
  const rest = columns - INDENT - taken.reduce((sum, width) => sum + width + BETWEEN, 0);
  const lines = grid(rows, rest < NARROWEST ? limits : [...limits, rest]);
  const way = kind === 'before-consent' ? first.evidence.map(wayTo).find((text) => text !== null) : undefined;
  const [claim] = first.claims;
  const own = declaredEntry(first.item, report);
  return [
    title,
    ...lines.map((line) => ' '.repeat(INDENT) + line),
    ...(cause.length > ROWS_SHOWN ? [`    ${words.moreAlike(cause.length - ROWS_SHOWN)}`] : []),
    ...(way == null ? [] : [`    ${words.entry}  ${way}`]),
    ...(own === null ? [] : [policyEntryLine(own, report, language)]),
    ...(claim === undefined || kind === 'unevidenced'
      ? []
      : [`    ${words.policy}  ${place(claim.at)}  “${printable(shortened(claim.quote, QUOTE_LENGTH))}”`]),
  ].join('\n');
}

/** The line of the policy's own entry of an SDK. */
export function policyEntryLine(entry: DeclaredSdk, report: Report, language: Language): string {
  return `    ${WORDING[language].policy}  ${place(entry.at)}  ${printable(entryText(entry, report, language))}`;
}

function sentence(cause: Cause, { terms }: Report, language: Language): string {
  const [{ item, evidence, claims }] = cause;
  const say = CAUSE_WORDING[language];
  const about = {
    who: item.actor === null ? '' : item.actor === 'app' ? say.app : actorName(item.actor, terms, language),
    count: cause.length,
    term: claims[0] === undefined ? '' : dataName(claims[0].data, terms, language),
    basis: evidence[0]?.consentBasis ?? null,
  };
  if (item.kind === 'background') {
    const isBehaviour = item.data !== null && terms.data[item.data]?.kind === 'behaviour';
    return capital(say[isBehaviour ? 'behaviour' : 'in-background'](about));
  }
  // These stand alone and are never grouped.
  if (item.kind === 'undisclosed-sdk' || item.kind === 'incomplete-analysis') return item.message;
  return capital(say[item.kind](about));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function rowOf(story: Story, { terms }: Report, language: Language): string[] {
  const { item, evidence, claims } = story;
  const [first] = evidence;
  const at = placeOf(story);
  const shown = at === null ? '' : shortPlace(at);
  if (item.kind === 'policy-defect') return [item.id, subjectOf(item.subject ?? ''), shown, ''];
  const about =
    item.data === null ? (item.subject ?? '').replace('android.permission.', '') : dataName(item.data, terms, language);
  if (first === undefined)
    return [item.id, about, claims.length > 0 && at !== null ? place(at) : shown, ''].map(printable);
  return [item.id, about, shortApi(apiText(first)), shown].map(printable);
}

/** `sdk-without-company 某推送 policy.txt` is about 某推送. */
function subjectOf(subject: string): string {
  const [, ...rest] = subject.split(' ');
  return printable(rest.length > 1 ? rest.slice(0, -1).join(' ') : (rest[0] ?? ''));
}

/** `WifiInfo.getBSSID` of `android.net.wifi.WifiInfo.getBSSID`; what is no Java name stays. */
function shortApi(api: string): string {
  const [, owner] = /^(?:[a-z_]\w*\.)+(?=[A-Z])(.*)$/s.exec(api) ?? [];
  return owner ?? api;
}
