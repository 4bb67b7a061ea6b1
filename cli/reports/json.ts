import type { Comparison } from '../../analyzers/model/comparison.ts';
import type { FactsReport, PolicyReport, Report } from '../../analyzers/model/report.ts';

/** The report as the schema describes it, indented by two, with a newline at the end. */
export function json(report: Report | FactsReport | PolicyReport | Comparison): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
