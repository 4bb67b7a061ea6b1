import type { AntiAnalysis } from '../../../analyzers/model/anti-analysis.ts';
import type { Claim } from '../../../analyzers/model/claim.ts';
import type { Discrepancy, Severity } from '../../../analyzers/model/discrepancy.ts';
import type { Evidence } from '../../../analyzers/model/evidence.ts';
import type { Gap } from '../../../analyzers/model/gap.ts';
import type { InputSummary, Report } from '../../../analyzers/model/report.ts';
import { TRICK_WORDING, TRICKS_HEADING } from '../anti-analysis.ts';
import { sinkName } from '../names.ts';
import type { Style } from '../style.ts';
import { type Paint, painter, SEVERITY_COLOUR } from './paint.ts';
import { place } from './place.ts';
import { printable, shortened } from './printable.ts';
import { wayTo } from './way.ts';
import { WORDING, type Wording } from './wording.ts';

const SITES_SHOWN = 2;
const QUOTES_SHOWN = 1;
const GAPS_SHOWN = 10;
const TRICKS_SHOWN = 10;
const QUOTE_LENGTH = 60;
const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low'];

/** The answer in the first lines, then every discrepancy, worst first, then what was not analysed. */
export function scanText(report: Report, style: Style): string {
  const words = WORDING[style.language];
  const paint = painter(style.colour);
  const head = [
    describeInput(report.input, paint),
    report.policies.length === 0
      ? words.noPolicy
      : `${words.policy}: ${report.policies.map(({ name, language }) => printable(`${name} (${language})`)).join(', ')}`,
    verdict(report, words, paint),
    ...describeGate(report, words),
  ];
  if (style.brief) return `${verdict(report, words, paint)}\n`;
  const lookUp = {
    evidence: new Map(report.evidence.map((item) => [item.id, item])),
    claims: new Map(report.claims.map((claim) => [claim.id, claim])),
  };
  const open = report.discrepancies.filter(({ suppressed }) => suppressed === null);
  const sections = SEVERITIES.flatMap((severity) => {
    const items = open.filter((item) => item.severity === severity);
    if (items.length === 0) return [];
    const heading = paint('bold', `${words.severity[severity]} (${items.length})`);
    const shown = foldDefects(items).map(({ item, more }) => {
      const text = describe(item, lookUp, report, style.language, paint);
      return more === 0 ? text : `${text}\n    ${words.moreAlike(more)}`;
    });
    return [[heading, ...shown].join('\n')];
  });
  if (open.length === 0 && report.policies.length > 0) sections.push(words.nothing);
  if (report.gaps.length > 0) sections.push(describeGaps(report.gaps, words, paint));
  if (report.antiAnalysis !== undefined) sections.push(describeTricks(report.antiAnalysis, style, paint));
  return `${[head.join('\n'), ...sections].join('\n\n')}\n`;
}

export function describeInput(input: InputSummary, paint: Paint): string {
  const title = input.label ?? input.package ?? input.name;
  const details = [input.package, input.versionName, input.name, input.kind, ...input.frameworks];
  const known = details.filter((detail): detail is string => detail !== null && detail !== title);
  return `${paint('bold', printable(title))}  ${printable(known.join(' · '))}`;
}

function verdict({ summary, discrepancies, gaps }: Report, words: Wording, paint: Paint): string {
  const counts = SEVERITIES.map((severity) => {
    const count = discrepancies.filter((item) => item.severity === severity && item.suppressed === null).length;
    return paint(count > 0 ? SEVERITY_COLOUR[severity] : 'dim', `${words.severity[severity]} ${count}`);
  });
  const incomplete = gaps.some((gap) => gap.material);
  const answer = summary.passed ? paint('green', `✔ ${words.passed}`) : paint('red', `✘ ${words.failed}`);
  return [answer, ...counts, ...(incomplete ? [paint('yellow', words.incomplete)] : [])].join('  ');
}

/** What the baseline and suppressions took off the list, where there are any. */
function describeGate({ gate, discrepancies }: Report, words: Wording): string[] {
  const lines: string[] = [];
  if (gate?.baseline) {
    const { name, known, gone, grown } = gate.baseline;
    const open = discrepancies.filter(({ suppressed, kind }) => suppressed === null && kind !== 'incomplete-analysis');
    const fresh = open.filter(({ id }) => grown[id] === undefined).length;
    lines.push(printable(words.baseline(name, known, fresh, Object.keys(grown).length, gone.length)));
  }
  const accepted = discrepancies.filter(({ suppressed }) => suppressed !== null && suppressed.reason !== 'baseline');
  if (accepted.length > 0) lines.push(words.suppressed(accepted.length));
  for (const { suppression } of gate?.expired ?? []) {
    const { reason, owner, expires = '' } = suppression;
    lines.push(printable(words.expired(expires, [owner, reason].filter((part) => part !== undefined).join(', '))));
  }
  return lines;
}

interface LookUp {
  evidence: ReadonlyMap<string, Evidence>;
  claims: ReadonlyMap<string, Claim>;
}

function describe(
  item: Discrepancy,
  lookUp: LookUp,
  report: Report,
  language: Style['language'],
  paint: Paint,
): string {
  const words = WORDING[language];
  const mark = paint(SEVERITY_COLOUR[item.severity], '●');
  const title = `${mark} ${paint('bold', words.kind[item.kind])}  ${printable(item.message)}`;
  const lines = [`${title} ${paint('dim', item.id)}`];
  const added = new Set(report.gate?.baseline?.grown[item.id]);
  const ids = [...added, ...item.evidence.filter((id) => !added.has(id))];
  const evidence = ids.flatMap((id) => lookUp.evidence.get(id) ?? []);
  if (added.size > 0) lines.push(`    ${words.grown(added.size)}`);
  const places = [...new Set(evidence.map(({ at }) => place(at)))];
  for (const text of places.slice(0, SITES_SHOWN)) lines.push(`    ${words.code}  ${text}`);
  if (places.length > SITES_SHOWN) lines.push(`          ${words.moreSites(places.length - SITES_SHOWN)}`);
  const way = evidence.map(wayTo).find((text) => text !== null);
  if (way != null) lines.push(`    ${words.entry}  ${way}`);
  const sinks = evidence.flatMap((entry) => entry.sinks);
  const ways = [...new Set(sinks.map(({ kind, api, at }) => `${sinkName(kind, language)} ${api}  ${place(at)}`))];
  for (const text of ways.slice(0, SITES_SHOWN)) lines.push(`    ${words.sink}  ${printable(text)}`);
  if (ways.length > SITES_SHOWN) lines.push(`          ${words.moreSites(ways.length - SITES_SHOWN)}`);
  if (evidence.length === 0 && item.claims.length === 0 && item.at !== null) {
    const inPolicy = report.policies.some(({ name }) => name === item.at?.file);
    lines.push(`    ${inPolicy ? words.policy : words.code}  ${place(item.at)}`);
  }
  const claims = item.claims.flatMap((id) => lookUp.claims.get(id) ?? []);
  for (const { quote, at } of claims.slice(0, QUOTES_SHOWN)) {
    lines.push(`    ${words.policy}  ${place(at)}  “${printable(shortened(quote, QUOTE_LENGTH))}”`);
  }
  if (claims.length === 0 && ABOUT_ABSENCE.has(item.kind)) lines.push(`    ${words.policy}  ${words.notInPolicy}`);
  return lines.join('\n');
}

/** Defects of one kind, found for many SDKs, take one entry; every other discrepancy one of its own. */
function foldDefects(items: Discrepancy[]): { item: Discrepancy; more: number }[] {
  const shown: { item: Discrepancy; more: number }[] = [];
  const byDefect = new Map<string, { item: Discrepancy; more: number }>();
  for (const item of items) {
    const defect = item.kind === 'policy-defect' ? item.subject?.split(' ')[0] : undefined;
    const first = defect === undefined ? undefined : byDefect.get(defect);
    if (first !== undefined) {
      first.more++;
      continue;
    }
    const entry = { item, more: 0 };
    shown.push(entry);
    if (defect !== undefined) byDefect.set(defect, entry);
  }
  return shown;
}

/** Kinds that say that the policy is silent. */
const ABOUT_ABSENCE = new Set<Discrepancy['kind']>([
  'undisclosed',
  'undisclosed-sdk',
  'sdk-exceeds',
  'background',
  'undeclared-permission',
]);

function describeTricks(tricks: AntiAnalysis[], { language }: Style, paint: Paint): string {
  const lines = tricks.slice(0, TRICKS_SHOWN).map(({ trick, detail, at }) => {
    return `  - ${TRICK_WORDING[language][trick]}  ${printable(`${at.file}: ${detail}`)}`;
  });
  if (tricks.length > TRICKS_SHOWN) lines.push(`    ${WORDING[language].moreSites(tricks.length - TRICKS_SHOWN)}`);
  return [paint('bold', `${TRICKS_HEADING[language]} (${tricks.length})`), ...lines].join('\n');
}

export function describeGaps(gaps: Gap[], words: Wording, paint: Paint): string {
  const sorted = [...gaps.filter(({ material }) => material), ...gaps.filter(({ material }) => !material)];
  const lines = sorted.slice(0, GAPS_SHOWN).map(({ file, code, detail, material }) => {
    const mark = material ? paint('yellow', `! ${words.material}`) : '-';
    return `  ${mark} ${printable(file)}: ${code}, ${printable(detail)}`;
  });
  if (gaps.length > GAPS_SHOWN) lines.push(`    ${words.moreSites(gaps.length - GAPS_SHOWN)}`);
  return [paint('bold', `${words.gaps} (${gaps.length})`), ...lines].join('\n');
}
