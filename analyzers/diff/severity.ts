import type { BuildKind } from '../model/build.ts';
import type { Severity } from '../model/discrepancy.ts';
import type { Evidence } from '../model/evidence.ts';
import type { DiffInput } from './diff-input.ts';
import type { Practice } from './practices.ts';

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

/** Builds whose manifest says what the system calls. */
const WITH_ENTRY_POINTS: readonly BuildKind[] = ['apk', 'aab', 'apks', 'xapk', 'apkm'];

/**
 * How grave an undeclared practice is: the sensitivity of its data, one step milder in third-party code that nobody
 * knows, one where third-party code lacks the permission for all of it, one where only a manifest entry shows it, one where its code is in the build and nothing was found that leads
 * there, and `low` where all that shows it is an API that everybody calls.
 */
export function severityOfPractice(
  { data, actor, evidence }: Practice,
  { catalogue, kind }: Pick<DiffInput, 'catalogue' | 'kind'>,
): Severity {
  if (evidence.every((item) => item.lowSignal)) return 'low';
  let severity: Severity = catalogue.dataTypes[data]?.sensitivity ?? 'medium';
  if (actor.startsWith('library:')) severity = milder(severity);
  // Libraries try what they may not, for apps that request it; that the app's own code does is a permission away.
  if (actor !== 'app' && evidence.every(({ lacks }) => lacks !== undefined)) severity = milder(severity);
  if (evidence.every((item) => item.grade === 'requested')) severity = milder(severity);
  if (WITH_ENTRY_POINTS.includes(kind) && evidence.every(isUnreached)) severity = milder(severity);
  return severity;
}

/** Ways are looked for in compiled classes only; of anything else that is merely there, nothing is known. */
function isUnreached({ grade, at }: Evidence): boolean {
  return grade === 'bundled' && at.class !== undefined;
}
