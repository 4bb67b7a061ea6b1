import type { Severity } from '../../../analyzers/model/discrepancy.ts';
import { detailIn } from '../../../analyzers/model/gap-detail.ts';
import type { Report } from '../../../analyzers/model/report.ts';
import { TRICK_WORDING, TRICKS_HEADING } from '../anti-analysis.ts';
import { suggestionFor } from '../remedy.ts';
import { apiText, type Story, storiesOf } from '../story.ts';
import type { Language, Style } from '../style.ts';
import { place } from '../text/place.ts';
import { shortened } from '../text/printable.ts';
import { WORDING } from '../text/wording.ts';
import { code, escaped } from './escape.ts';
import { MARKDOWN_WORDING } from './wording.ts';

/** A comment on GitHub holds 65,536 characters, and half of them is more than anybody reads. */
const MAX_LENGTH = 32_000;
const PLACES_SHOWN = 3;
const QUOTES_SHOWN = 2;
const QUOTE_LENGTH = 120;
const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low'];
const MARKS: Record<Severity, string> = { high: '🔴', medium: '🟡', low: '🔵' };

/** A comment for a pull request: the answer first, then what counts, worst first, cut where a comment must end. */
export function markdown(report: Report, { language }: Style): string {
  const words = MARKDOWN_WORDING[language];
  const stories = storiesOf(report).filter(({ status }) => status !== 'suppressed');
  const entries = stories.map((story) => entry(story, report, language));
  const parts = [head(report, stories, language)];
  let length = parts.join('\n\n').length;
  let shown = 0;
  for (const text of entries) {
    if (length + text.length > MAX_LENGTH) break;
    parts.push(text);
    length += text.length + 2;
    shown++;
  }
  if (shown < entries.length) parts.push(words.more(entries.length - shown));
  const material = report.gaps.filter((gap) => gap.material);
  if (material.length > 0) {
    const files = material
      .slice(0, PLACES_SHOWN)
      .map(({ file, detail }) => `- ${code(file)}: ${escaped(detailIn(language, detail))}`);
    parts.push([words.gaps(material.length), ...files].join('\n'));
  }
  if (report.antiAnalysis !== undefined) {
    const kinds = [...new Set(report.antiAnalysis.map(({ trick }) => TRICK_WORDING[language][trick]))];
    parts.push([`**${TRICKS_HEADING[language]}**`, ...kinds.map((kind) => `- ${kind}`)].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

function head({ input, policies, summary, gate }: Report, stories: Story[], language: Language): string {
  const words = MARKDOWN_WORDING[language];
  const titles = WORDING[language];
  const title = [input.label ?? input.package ?? input.name, input.versionName]
    .filter((part) => part !== null)
    .join(' ');
  const count = (severity: Severity) => stories.filter(({ item }) => item.severity === severity).length;
  const counts = SEVERITIES.map((severity) => `${MARKS[severity]} ${titles.severity[severity]} **${count(severity)}**`);
  const lines = [
    `## ${summary.passed ? '✅' : '❌'} Candor: ${summary.passed ? titles.passed : titles.failed}`,
    `${escaped(title)} (${code(input.name)}) · ${
      policies.length === 0 ? titles.noPolicy : policies.map(({ name }) => code(name)).join(', ')
    }`,
    counts.join(' · '),
  ];
  if (gate?.baseline) {
    const { name, known, gone, grown } = gate.baseline;
    const fresh = stories.filter(
      ({ item }) => grown[item.id] === undefined && item.kind !== 'incomplete-analysis',
    ).length;
    lines.push(escaped(titles.baseline(name, known, fresh, Object.keys(grown).length, gone.length)));
  }
  lines.push(words.suspicion);
  return lines.join('\n\n');
}

function entry(story: Story, report: Report, language: Language): string {
  const { item, evidence, claims, status } = story;
  const words = MARKDOWN_WORDING[language];
  const titles = WORDING[language];
  const fails = status === 'failing' ? ` · **${words.fails}**` : '';
  const lines = [`### ${MARKS[item.severity]} ${titles.kind[item.kind]}${fails}`, '', escaped(item.message), ''];
  for (const one of evidence.slice(0, PLACES_SHOWN)) {
    lines.push(`- ${titles.code}: ${code(apiText(one))} — ${code(place(one.at))}`);
  }
  if (evidence.length > PLACES_SHOWN) lines.push(`- ${titles.moreSites(evidence.length - PLACES_SHOWN)}`);
  if (evidence.length === 0 && item.at !== null) lines.push(`- ${code(place(item.at))}`);
  for (const { quote, at } of claims.slice(0, QUOTES_SHOWN)) {
    lines.push(`- ${titles.policy}: ${code(place(at))} “${escaped(shortened(quote, QUOTE_LENGTH))}”`);
  }
  const suggestion = suggestionFor(item, report);
  if (suggestion !== null) lines.push(`- ${words.suggestion}: ${escaped(suggestion)}`);
  lines.push(`- ${code(`candor explain report.json ${item.id}`)}`);
  return lines.join('\n');
}
