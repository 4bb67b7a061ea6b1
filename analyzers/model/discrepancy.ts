import type { Actor } from './evidence.ts';
import type { Location } from './location.ts';

export type Severity = 'high' | 'medium' | 'low';

export type DiscrepancyKind =
  | 'undisclosed'
  | 'vague'
  | 'contradicted'
  | 'undisclosed-sdk'
  | 'sdk-exceeds'
  | 'before-consent'
  | 'background'
  | 'undeclared-permission'
  | 'unused-permission'
  | 'unevidenced'
  | 'policy-defect'
  | 'incomplete-analysis';

/** A disagreement between build and policy, or a defect of one of them. */
export interface Discrepancy {
  /** Fingerprint of kind, data, actor and subject; stable across machines, runs and unrelated changes. */
  id: string;
  kind: DiscrepancyKind;
  severity: Severity;
  /** Data type id, null where the discrepancy is not about one type. */
  data: string | null;
  actor: Actor | null;
  /** What it is about where that is no data type: a permission, an SDK id, a policy defect's code, a gap's code. */
  subject: string | null;
  /** One or two sentences for a person, in the report's language. */
  message: string;
  /** Ids of Evidence, most telling first. */
  evidence: string[];
  /** Ids of Claims. */
  claims: string[];
  /** Where it stands when it rests on no evidence: a manifest entry, a place in the policy. */
  at: Location | null;
  /** Ids of regulation clauses, `<regulation>/<clause>`. */
  clauses: string[];
  /** Why it does not count: the reason that a person gave, or `baseline`. */
  suppressed: { reason: string; owner?: string; expires?: string } | null;
}
