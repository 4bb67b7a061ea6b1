import { atLeast, compareSeverity } from './diff/severity.ts';
import type { Discrepancy } from './model/discrepancy.ts';
import type { Gap } from './model/gap.ts';
import type { Summary } from './model/report.ts';

interface Thresholds {
  failOn?: 'high' | 'medium' | 'low' | 'none';
  allowIncomplete?: boolean;
}

/** Discrepancies that fail a scan: unsuppressed and grave enough. What could not be looked at is no disagreement. */
export function failing(discrepancies: Discrepancy[], failOn: Thresholds['failOn'] = 'high'): Discrepancy[] {
  if (failOn === 'none') return [];
  return discrepancies.filter(
    ({ kind, severity, suppressed }) =>
      suppressed === null && kind !== 'incomplete-analysis' && atLeast(severity, failOn),
  );
}

export function summarise(discrepancies: Discrepancy[], gaps: Gap[], { failOn, allowIncomplete }: Thresholds): Summary {
  const open = discrepancies.filter(({ suppressed }) => suppressed === null);
  const counts: Summary['discrepancies'] = {};
  for (const kind of open.map((item) => item.kind).sort()) counts[kind] = (counts[kind] ?? 0) + 1;
  const worst = open.map((item) => item.severity).sort(compareSeverity)[0] ?? null;
  const incomplete = allowIncomplete !== true && gaps.some((gap) => gap.material);
  return { discrepancies: counts, worst, passed: failing(discrepancies, failOn).length === 0 && !incomplete };
}
