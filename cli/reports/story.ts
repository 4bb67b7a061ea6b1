import type { Claim } from '../../analyzers/model/claim.ts';
import type { Discrepancy } from '../../analyzers/model/discrepancy.ts';
import type { Evidence } from '../../analyzers/model/evidence.ts';
import type { Location } from '../../analyzers/model/location.ts';
import type { Report } from '../../analyzers/model/report.ts';

/** One discrepancy with everything that it refers to, in place of ids. */
export interface Story {
  item: Discrepancy;
  /** What a baseline did not know first. */
  evidence: Evidence[];
  claims: Claim[];
  /** `failing`: it fails the gate; `open`: it counts and does not fail; `suppressed`: it does not count. */
  status: 'failing' | 'open' | 'suppressed';
}

/** All discrepancies of a report, in its order. */
export function storiesOf(report: Report): Story[] {
  const evidenceById = new Map(report.evidence.map((entry) => [entry.id, entry]));
  const claimById = new Map(report.claims.map((claim) => [claim.id, claim]));
  const failing = new Set(report.gate?.failing);
  return report.discrepancies.map((item) => {
    const grown = new Set(report.gate?.baseline?.grown[item.id]);
    const ids = [...grown, ...item.evidence.filter((id) => !grown.has(id))];
    return {
      item,
      evidence: ids.flatMap((id) => evidenceById.get(id) ?? []),
      claims: item.claims.flatMap((id) => claimById.get(id) ?? []),
      status: item.suppressed !== null ? 'suppressed' : failing.has(item.id) ? 'failing' : 'open',
    };
  });
}

/** Where a discrepancy is best looked at: in the code, else where it stands, else in the policy; null where nowhere. */
export function placeOf({ item, evidence, claims }: Story): Location | null {
  return evidence[0]?.at ?? item.at ?? claims[0]?.at ?? null;
}

/** An API as it stands in reports, with the constant that tells. */
export function apiText({ api, argument }: Evidence): string {
  return argument === null ? api : `${api}("${argument}")`;
}
