import type { Discrepancy } from '../model/discrepancy.ts';
import { backgroundPractices } from './background.ts';
import { practicesBeforeConsent } from './before-consent.ts';
import type { DiffInput } from './diff-input.ts';
import { incompleteAnalyses } from './incomplete.ts';
import { undeclaredPermissions, unusedPermissions } from './permissions.ts';
import { policyDefects } from './policy-defects.ts';
import { uncoveredPractices } from './practices.ts';
import { undisclosedSdks } from './sdks.ts';
import { compareSeverity } from './severity.ts';
import { unevidencedClaims } from './unevidenced.ts';

/**
 * Evidence against claims: set logic over practices. Without a policy there is nothing to disagree with, and only what
 * the build shows by itself is reported. Worst first, then by kind and id.
 */
export function diff(input: DiffInput): Discrepancy[] {
  const { readings, gaps, catalogue, language } = input;
  const found = [
    ...incompleteAnalyses(gaps, catalogue, language),
    ...unusedPermissions(input),
    ...practicesBeforeConsent(input),
  ];
  if (readings.length > 0) {
    const namedSdks = sdksNamedBy(input);
    found.push(
      ...uncoveredPractices(input, namedSdks),
      ...backgroundPractices(input),
      ...undisclosedSdks(input, namedSdks),
      ...undeclaredPermissions(input),
      ...unevidencedClaims(input),
      ...policyDefects(readings, catalogue, language),
    );
  }
  return found.sort(
    (a, b) => compareSeverity(a.severity, b.severity) || compareText(a.kind, b.kind) || compareText(a.id, b.id),
  );
}

/** Ids of the SDKs that any policy names in any way. */
export function sdksNamedBy({ readings }: Pick<DiffInput, 'readings'>): Set<string> {
  return new Set(
    readings.flatMap(({ sdks, mentions }) => [
      ...sdks.flatMap(({ id }) => (id === null ? [] : [id])),
      ...mentions.map(({ sdk }) => sdk),
    ]),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
