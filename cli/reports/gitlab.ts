import type { Severity } from '../../analyzers/model/discrepancy.ts';
import type { Report } from '../../analyzers/model/report.ts';
import { placeOf, storiesOf } from './story.ts';
import { printable } from './text/printable.ts';

const SEVERITIES: Record<Severity, string> = { high: 'critical', medium: 'major', low: 'minor' };

/** GitLab's Code Quality report: what counts, each with a path and a line. */
export function gitlab(report: Report): string {
  const issues = storiesOf(report)
    .filter(({ status }) => status !== 'suppressed')
    .map((story) => {
      const { item } = story;
      const at = placeOf(story) ?? { file: report.input.name };
      // Lines of compiled code are lines of a source file that is not at hand.
      const line = 'class' in at ? 1 : (at.line ?? 1);
      return {
        description: printable(item.message),
        check_name: `candor/${item.kind}`,
        fingerprint: item.id,
        severity: SEVERITIES[item.severity],
        location: { path: printable(at.file), lines: { begin: line } },
      };
    });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
