import type { PolicyReport, Report } from '../../../analyzers/model/report.ts';
import { storiesOf } from '../story.ts';
import type { Style } from '../style.ts';
import { named, typeRows } from '../text/policy.ts';
import { POLICY_WORDING } from '../text/policy-wording.ts';
import { findings } from './findings.ts';
import { foreign, html, type Markup, verbatim } from './markup.ts';
import { page } from './page.ts';
import { policySection } from './policy-section.ts';
import { gapTable, table } from './tables.ts';
import { HTML_WORDING } from './wording.ts';

/** Cells this short stay on one line. */
const SHORT = 8;
const NOWRAP = ' style="white-space:nowrap"';

/** What policies are understood to say, on one page: the data types, the policies' own text with what was read in it, defects. */
export function policyPage(report: PolicyReport, { language }: Style): string {
  const words = HTML_WORDING[language];
  const titles = POLICY_WORDING[language];
  const whole = asReport(report);
  const stories = storiesOf(whole);
  const section = (id: string, label: string, content: Markup, count?: number) => ({
    id,
    label,
    count: count === undefined ? null : html` <small>${count}</small>`,
    content,
  });
  const [heads = [], ...rows] = typeRows(report, titles, (data) => named(report, data, language));
  const types = table(
    heads,
    rows.map(
      (cells) =>
        html`<tr>${cells.map((cell) => html`<td${cell.length <= SHORT ? verbatim(NOWRAP) : null}>${foreign(cell)}</td>`)}</tr>\n`,
    ),
    titles.dataTypes,
    words.none,
  );
  const permissions = table(
    [titles.permissions, titles.line, titles.quote],
    report.declaredPermissions.map(
      ({ name, quote, at }) =>
        html`<tr><td><code>${name}</code></td><td>${at.line ?? ''}</td><td>${foreign(quote)}</td></tr>\n`,
    ),
    titles.permissions,
    words.none,
  );
  const names = report.policies.map(({ name }) => name).join(words.listMark);
  return page({
    title: names,
    subtitle: titles.totals(
      rows.length,
      report.declaredSdks.length,
      report.declaredPermissions.length,
      report.discrepancies.length,
    ),
    sections: [
      section('types', titles.dataTypes, types, rows.length),
      section('policy', words.sections.policy, policySection(whole, stories, language)),
      section('permissions', titles.permissions, permissions, report.declaredPermissions.length),
      section('findings', titles.defects, findings(whole, stories, language), stories.length),
      section('gaps', words.sections.gaps, gapTable(whole, language), report.gaps.length),
    ],
    version: report.tool.version,
    language,
  });
}

/** The reading as a report of a build in which nothing was looked at, for the sections that both pages share. */
function asReport({ names, ...report }: PolicyReport): Report {
  const data: Report['terms']['data'] = {};
  for (const [id, { zh, en }] of Object.entries(names)) {
    data[id] = { zh, en, parent: null, kind: 'leaf', sensitivity: 'low', play: null, apple: null };
  }
  const nothing = { package: null, label: null, versionName: null, versionCode: null, minSdk: null, targetSdk: null };
  return {
    ...report,
    input: { name: '', kind: 'apk', sha256: '', size: 0, frameworks: [], ...nothing },
    permissions: [],
    missingPermissions: [],
    sdks: [],
    evidence: [],
    code: [],
    summary: { discrepancies: {}, worst: null, passed: true },
    terms: { data, sdks: {}, clauses: {} },
  };
}
