import type { Comparison } from '../../analyzers/model/comparison.ts';
import type { FactsReport, PolicyReport, Report } from '../../analyzers/model/report.ts';
import { csv } from './csv.ts';
import { gitlab } from './gitlab.ts';
import { htmlPage } from './html/html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown/markdown.ts';
import { sarif } from './sarif/sarif.ts';
import type { Style } from './style.ts';
import { comparisonText } from './text/comparison.ts';
import { factsText } from './text/facts.ts';
import { policyText } from './text/policy.ts';
import { scanText } from './text/scan.ts';

/** A report format takes a report and returns the whole text of the file. */
type Render<R> = (report: R, style: Style) => string;

export const SCAN_FORMATS = {
  text: scanText,
  json,
  html: htmlPage,
  sarif,
  junit,
  markdown,
  csv,
  gitlab,
} satisfies Record<string, Render<Report>>;
export const FACTS_FORMATS = { text: factsText, json } satisfies Record<string, Render<FactsReport>>;
export const POLICY_FORMATS = { text: policyText, json } satisfies Record<string, Render<PolicyReport>>;
export const COMPARISON_FORMATS = { text: comparisonText, json } satisfies Record<string, Render<Comparison>>;

export type ScanFormat = keyof typeof SCAN_FORMATS;
export type FactsFormat = keyof typeof FACTS_FORMATS;
export type PolicyFormat = keyof typeof POLICY_FORMATS;
export type ComparisonFormat = keyof typeof COMPARISON_FORMATS;
