import type { Report } from '../../../analyzers/model/report.ts';
import { type Story, storiesOf } from '../story.ts';
import type { Language, Style } from '../style.ts';
import { WORDING } from '../text/wording.ts';
import { findings } from './findings.ts';
import { foreign, html, type Markup } from './markup.ts';
import { matrix } from './matrix.ts';
import { page } from './page.ts';
import { policySection } from './policy-section.ts';
import { gapTable, permissionTable, sdkTable, trickTable } from './tables.ts';
import { HTML_WORDING } from './wording.ts';

const SEVERITIES = ['high', 'medium', 'low'] as const;

/** One page that needs nothing beside it and no network; without its script everything but the filter works. */
export function htmlPage(report: Report, { language }: Style): string {
  const words = HTML_WORDING[language];
  const stories = storiesOf(report);
  const sections: [keyof typeof words.sections, Markup][] = [
    ['overview', overview(report, stories, language)],
    ['matrix', matrix(report, stories, language)],
    ['findings', findings(report, stories, language)],
    ['policy', policySection(report, stories, language)],
    ['sdks', sdkTable(report, stories, language)],
    ['permissions', permissionTable(report, stories, language)],
    ['gaps', html`${gapTable(report, language)}${trickTable(report, language)}`],
    ['about', about(report, language)],
  ];
  const title = report.input.label ?? report.input.package ?? report.input.name;
  const beside = [report.input.versionName, report.input.name].filter((part) => part !== null).join(' · ');
  const parts = sections.map(([id, content]) => ({
    id,
    label: words.sections[id],
    count: count(id, report, stories),
    content,
  }));
  return page({ title, subtitle: beside, sections: parts, version: report.tool.version, language });
}

function count(id: string, { sdks, permissions, gaps }: Report, stories: Story[]): Markup | null {
  const counts: Record<string, number> = {
    findings: stories.filter(({ status }) => status !== 'suppressed').length,
    sdks: sdks.length,
    permissions: permissions.length,
    gaps: gaps.length,
  };
  const number = counts[id];
  return number === undefined ? null : html` <small>${number}</small>`;
}

function overview(report: Report, stories: Story[], language: Language): Markup {
  const words = HTML_WORDING[language];
  const titles = WORDING[language];
  const { summary, gaps, evidence, claims, policies, permissions, sdks, gate } = report;
  const open = stories.filter(({ status }) => status !== 'suppressed');
  const incomplete = gaps.some(({ material }) => material);
  const tiles: [number, string][] = [
    [new Set(evidence.map(({ data }) => data)).size, words.tiles.data],
    [new Set(evidence.map(({ actor }) => actor)).size, words.tiles.actors],
    [sdks.length, words.tiles.sdks],
    [permissions.length, words.tiles.permissions],
    [claims.length, words.tiles.claims],
    [gaps.length, words.tiles.gaps],
  ];
  const policyNames = policies.map(({ name, language: written }) => `${name} (${written})`).join(words.listMark);
  const baseline = gate?.baseline ?? null;
  return html`<div class="verdict ${summary.passed ? 'passed' : 'failed'}"><strong>${summary.passed ? '✔' : '✘'} ${
    summary.passed ? titles.passed : titles.failed
  }</strong>${SEVERITIES.map(
    (severity) =>
      html`<span class="tally ${severity}"><b>${open.filter(({ item }) => item.severity === severity).length}</b> ${titles.severity[severity]}</span>`,
  )}${incomplete ? html`<span class="tag fails">${titles.incomplete}</span>` : null}</div>
<p>${policies.length === 0 ? titles.noPolicy : titles.policyGiven(policyNames)}${
    baseline === null
      ? null
      : html`<br>${foreign(
          titles.baseline(
            baseline.name,
            baseline.known,
            open.filter(({ item }) => !Object.hasOwn(baseline.grown, item.id) && item.kind !== 'incomplete-analysis')
              .length,
            Object.keys(baseline.grown).length,
            baseline.gone.length,
          ),
        )}`
  }</p>
<ul class="tiles">${tiles.map(([number, label]) => html`<li><b>${number}</b><span>${label}</span></li>`)}</ul>
${kindBars(open, language)}`;
}

/** How many of each kind, as bars in the colours of their severities. */
function kindBars(stories: Story[], language: Language): Markup | null {
  const titles = WORDING[language];
  const kinds = [...new Set(stories.map(({ item }) => item.kind))];
  if (kinds.length === 0) return null;
  const of = (kind: string) => stories.filter(({ item }) => item.kind === kind);
  const most = kinds.reduce((longest, kind) => Math.max(longest, of(kind).length), 0);
  return html`<h3>${HTML_WORDING[language].byKind}</h3><table class="bars"><tbody>${kinds.map((kind) => {
    const all = of(kind);
    const parts = SEVERITIES.map(
      (severity) => [severity, all.filter(({ item }) => item.severity === severity).length] as const,
    );
    return html`<tr><th scope="row">${titles.kind[kind]}</th><td>${all.length}</td><td aria-hidden="true"><div class="track">${parts
      .filter(([, number]) => number > 0)
      .map(
        ([severity, number]) => html`<i class="${severity}" style="width:${((100 * number) / most).toFixed(2)}%"></i>`,
      )}</div></td></tr>`;
  })}</tbody></table>`;
}

function about({ input, tool, policies }: Report, language: Language): Markup {
  const { facts } = HTML_WORDING[language];
  const version = [input.versionName, input.versionCode === null ? null : `(${input.versionCode})`];
  const rows: [string, string][] = [
    [facts.file, input.name],
    ['SHA-256', input.sha256],
    [facts.size, String(input.size)],
    [facts.kind, input.kind],
    [facts.package, input.package ?? '–'],
    [facts.version, version.filter((part) => part !== null).join(' ') || '–'],
    [facts.sdk, `${input.minSdk ?? '–'} / ${input.targetSdk ?? '–'}`],
    [facts.frameworks, input.frameworks.join(', ') || '–'],
    ...policies.map(({ name, sha256 }): [string, string] => [name, `SHA-256 ${sha256}`]),
    [facts.tool, `${tool.name} ${tool.version}`],
    [facts.signatures, tool.signatures],
  ];
  return html`<dl>${rows.map(([name, value]) => html`<dt>${foreign(name)}</dt><dd>${foreign(value)}</dd>`)}</dl>`;
}
