import type { Comparison } from '../../analyzers/model/comparison.ts';
import type { FactsReport, PolicyReport, Report } from '../../analyzers/model/report.ts';
import { csv } from './csv.ts';
import { dataSafety } from './declarations/data-safety.ts';
import { privacyManifest } from './declarations/privacy-manifest.ts';
import { docx } from './docx.ts';
import { gitlab } from './gitlab.ts';
import { htmlPage } from './html/html.ts';
import { policyPage } from './html/policy-page.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { comparisonMarkdown } from './markdown/comparison.ts';
import { markdown } from './markdown/markdown.ts';
import { sarif } from './sarif/sarif.ts';
import type { Style } from './style.ts';
import { comparisonText } from './text/comparison.ts';
import { factsText } from './text/facts.ts';
import { policyText } from './text/policy.ts';
import { scanText } from './text/scan.ts';
import { xlsx } from './xlsx.ts';

/** A report format takes a report and returns the whole file: text, or the bytes of an office document. */
type Render<R> = (report: R, style: Style) => string | Promise<Uint8Array>;

export const SCAN_FORMATS = {
  text: scanText,
  json,
  html: htmlPage,
  sarif,
  junit,
  markdown,
  csv,
  gitlab,
  docx,
  xlsx,
  'privacy-manifest': privacyManifest,
  'data-safety': dataSafety,
} satisfies Record<string, Render<Report>>;
export const FACTS_FORMATS = { text: factsText, json } satisfies Record<string, Render<FactsReport>>;
export const POLICY_FORMATS = { text: policyText, json, html: policyPage } satisfies Record<
  string,
  Render<PolicyReport>
>;
export const COMPARISON_FORMATS = { text: comparisonText, json, markdown: comparisonMarkdown } satisfies Record<
  string,
  Render<Comparison>
>;

export type ScanFormat = keyof typeof SCAN_FORMATS;
export type FactsFormat = keyof typeof FACTS_FORMATS;
export type PolicyFormat = keyof typeof POLICY_FORMATS;
export type ComparisonFormat = keyof typeof COMPARISON_FORMATS;
