import type { AntiAnalysis } from '../../../analyzers/model/anti-analysis.ts';
import type { DiscrepancyKind, Severity } from '../../../analyzers/model/discrepancy.ts';
import type { Gap } from '../../../analyzers/model/gap.ts';
import { detailIn } from '../../../analyzers/model/gap-detail.ts';
import type { InputSummary, Report } from '../../../analyzers/model/report.ts';
import { TRICK_WORDING, TRICKS_HEADING } from '../anti-analysis.ts';
import { causesOf } from '../causes.ts';
import { declaredEntry } from '../declared-entry.ts';
import { sdkName, sinkName } from '../names.ts';
import { type Story, storiesOf } from '../story.ts';
import type { Language, Style } from '../style.ts';
import { describeCause, policyEntryLine } from './cause.ts';
import { dataTable, filled } from './data-table.ts';
import { explanationText } from './explanation.ts';
import { levelsText } from './levels.ts';
import { type Paint, painter, SEVERITY_COLOUR } from './paint.ts';
import { place } from './place.ts';
import { printable, shortened } from './printable.ts';
import { isUnreached, wayTo } from './way.ts';
import { WORDING, type Wording } from './wording.ts';

const SITES_SHOWN = 2;
const QUOTES_SHOWN = 1;
const GAPS_SHOWN = 10;
const TRICKS_SHOWN = 10;
const QUOTE_LENGTH = 60;
const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low'];

/** The answer and the table of data types on the first screen, then every cause, worst first, then what was not analysed. */
export function scanText(report: Report, style: Style): string {
  const { language, columns } = style;
  const words = WORDING[language];
  const paint = painter(style.colour);
  if (style.detail === 'brief') return `${verdict(report, words, paint)}\n`;
  const stories = storiesOf(report);
  const open = stories.filter(({ status }) => status !== 'suppressed');
  const head = [
    describeInput(report.input, paint),
    report.policies.length === 0
      ? words.noPolicy
      : words.policyGiven(report.policies.map(({ name, language }) => printable(`${name} (${language})`)).join(', ')),
    verdict(report, words, paint),
    ...filled(kindCounts(open, words), columns - 2).map((line) => `  ${line}`),
    ...describeGate(report, words),
    ...(report.sdks.length === 0 ? [] : [words.sdksFound(sdkNames(report, language))]),
  ];
  const table = dataTable(report, stories, style, paint);
  const sections = table.length > 0 ? [[paint('bold', words.table), ...table].join('\n')] : [];
  for (const item of SEVERITIES.flatMap((severity) => severitySection(severity, open, report, style, paint)))
    sections.push(item);
  if (open.length === 0 && report.policies.length > 0) sections.push(words.nothing);
  if (report.missingPermissions.length > 0) sections.push(describeMissing(report, style, paint));
  if (report.gaps.length > 0) sections.push(describeGaps(report.gaps, style.language, paint, style.detail));
  if (report.antiAnalysis !== undefined) sections.push(describeTricks(report.antiAnalysis, style, paint));
  return `${[head.join('\n'), ...sections].join('\n\n')}\n`;
}

/** The SDKs found, those that no policy names marked where there is a policy. */
function sdkNames({ sdks, policies, terms }: Report, language: Language): string[] {
  return sdks.map(({ id, name, claimed }) => {
    const shown = Object.hasOwn(terms.sdks, id) ? sdkName(id, terms, language) : name;
    return printable(policies.length === 0 || claimed ? shown : WORDING[language].notDisclosed(shown));
  });
}

/** `undisclosed 3`, in the order of the report. */
function kindCounts(stories: readonly Story[], words: Wording): string[] {
  const counts = new Map<DiscrepancyKind, number>();
  for (const { item } of stories) counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${words.kind[kind]} ${count}`);
}

function severitySection(
  severity: Severity,
  open: readonly Story[],
  report: Report,
  style: Style,
  paint: Paint,
): string[] {
  const words = WORDING[style.language];
  const stories = open.filter(({ item }) => item.severity === severity);
  if (stories.length === 0) return [];
  const causes = causesOf(stories, report);
  const heading = paint('bold', `${words.severity[severity]} (${words.tally(stories.length, causes.length)})`);
  if (style.detail === 'full') {
    const told = stories.map(({ item }) => explanationText(item, report, style).trimEnd());
    return [[heading, ...told].join('\n\n')];
  }
  const shown = causes.map((cause) =>
    cause.length > 1 ? describeCause(cause, report, style, paint) : describe(cause[0], report, style.language, paint),
  );
  return [[heading, ...shown].join('\n')];
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

function describe(story: Story, report: Report, language: Style['language'], paint: Paint): string {
  const words = WORDING[language];
  const { item, evidence, claims } = story;
  const mark = paint(SEVERITY_COLOUR[item.severity], '●');
  const title = `${mark} ${paint('bold', words.kind[item.kind])}  ${printable(item.message)}`;
  const lines = [`${title} ${paint('dim', item.id)}`];
  const added = report.gate?.baseline?.grown[item.id]?.length ?? 0;
  if (added > 0) lines.push(`    ${words.grown(added)}`);
  const places = [...new Set(evidence.map(({ at }) => place(at)))];
  for (const text of places.slice(0, SITES_SHOWN)) lines.push(`    ${words.code}  ${text}`);
  if (places.length > SITES_SHOWN) lines.push(`          ${words.moreSites(places.length - SITES_SHOWN)}`);
  const way = evidence.map(wayTo).find((text) => text !== null);
  if (way != null) lines.push(`    ${words.entry}  ${way}`);
  else if (isUnreached(evidence)) lines.push(`    ${words.entry}  ${words.unreached}`);
  const sinks = evidence.flatMap((entry) => entry.sinks);
  const ways = [...new Set(sinks.map(({ kind, api, at }) => `${sinkName(kind, language)} ${api}  ${place(at)}`))];
  for (const text of ways.slice(0, SITES_SHOWN)) lines.push(`    ${words.sink}  ${printable(text)}`);
  if (ways.length > SITES_SHOWN) lines.push(`          ${words.moreSites(ways.length - SITES_SHOWN)}`);
  if (evidence.length === 0 && item.claims.length === 0 && item.at !== null) {
    const inPolicy = report.policies.some(({ name }) => name === item.at?.file);
    lines.push(`    ${inPolicy ? words.policy : words.code}  ${place(item.at)}`);
  }
  for (const { quote, at } of claims.slice(0, QUOTES_SHOWN)) {
    lines.push(`    ${words.policy}  ${place(at)}  “${printable(shortened(quote, QUOTE_LENGTH))}”`);
  }
  const own = declaredEntry(item, report);
  if (own !== null) lines.push(policyEntryLine(own, report, language));
  else if (claims.length === 0 && ABOUT_ABSENCE.has(item.kind)) lines.push(`    ${words.policy}  ${words.notInPolicy}`);
  return lines.join('\n');
}

/** Kinds that say that the policy is silent. */
const ABOUT_ABSENCE = new Set<DiscrepancyKind>([
  'undisclosed',
  'undisclosed-sdk',
  'sdk-exceeds',
  'background',
  'undeclared-permission',
]);

function describeTricks(tricks: AntiAnalysis[], { language }: Style, paint: Paint): string {
  const lines = tricks.slice(0, TRICKS_SHOWN).map(({ trick, detail, at }) => {
    return `  - ${TRICK_WORDING[language][trick]}  ${printable(`${at.file}: ${detailIn(language, detail)}`)}`;
  });
  if (tricks.length > TRICKS_SHOWN) lines.push(`    ${WORDING[language].moreSites(tricks.length - TRICKS_SHOWN)}`);
  return [paint('bold', `${TRICKS_HEADING[language]} (${tricks.length})`), ...lines].join('\n');
}

/** What code needs and the build does not request. */
export function describeMissing(
  { missingPermissions }: Pick<Report, 'missingPermissions'>,
  { language }: Style,
  paint: Paint,
): string {
  const words = WORDING[language];
  const lines = missingPermissions.map(({ permissions, levels, api, at }) => {
    const names = permissions.map((name) => name.replace('android.permission.', '')).join(' | ');
    return printable(`  - ${names}  API ${levelsText(levels)}  ${api}  ${place(at)}`);
  });
  const heading = `${words.missingPermissions} (${missingPermissions.length})`;
  return [paint('bold', heading), `  ${words.missingLead}`, ...lines].join('\n');
}

export function describeGaps(gaps: Gap[], language: Language, paint: Paint, detail: Style['detail'] = 'usual'): string {
  const words = WORDING[language];
  const sorted = [...gaps.filter(({ material }) => material), ...gaps.filter(({ material }) => !material)];
  const limit = detail === 'full' ? gaps.length : GAPS_SHOWN;
  const lines = sorted.slice(0, limit).map(({ file, code, detail, material }) => {
    const mark = material ? paint('yellow', `! ${words.material}`) : '-';
    return `  ${mark} ${printable(file)}: ${code}, ${printable(detailIn(language, detail))}`;
  });
  if (gaps.length > limit) lines.push(`    ${words.moreSites(gaps.length - limit)}`);
  return [paint('bold', `${words.gaps} (${gaps.length})`), ...lines].join('\n');
}
