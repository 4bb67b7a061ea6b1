import type { Catalogue } from '../model/catalogue.ts';
import type { Severity } from '../model/discrepancy.ts';
import type { Actor, Evidence } from '../model/evidence.ts';

const ORDER: readonly Severity[] = ['low', 'medium', 'high'];

/** Negative when a is worse than b. */
export function compareSeverity(a: Severity, b: Severity): number {
  return ORDER.indexOf(b) - ORDER.indexOf(a);
}

export function atLeast(severity: Severity, threshold: Severity): boolean {
  return compareSeverity(severity, threshold) <= 0;
}

/** One step milder, `low` at the least. */
export function milder(severity: Severity): Severity {
  return ORDER[Math.max(0, ORDER.indexOf(severity) - 1)] ?? 'low';
}

/**
 * How grave an undeclared practice is: the sensitivity of its data, one step milder in third-party code that nobody
 * knows and where only a manifest entry shows it, and `low` where all that shows it is an API that everybody calls.
 */
export function severityOfPractice(
  data: string,
  actor: Actor,
  evidence: Evidence[],
  dataTypes: Catalogue['dataTypes'],
): Severity {
  if (evidence.every((item) => item.lowSignal)) return 'low';
  let severity: Severity = dataTypes[data]?.sensitivity ?? 'medium';
  if (actor.startsWith('library:')) severity = milder(severity);
  if (evidence.every((item) => item.grade === 'requested')) severity = milder(severity);
  return severity;
}
