import type { DiscrepancyKind, Severity } from './discrepancy.ts';

/** The severity from which a discrepancy fails; `none` never fails. */
export type Threshold = Severity | 'none';

/** A finding that a person accepted, for a reason and for a time. */
export interface Suppression {
  /** Id of the discrepancy; where absent, all patterns that are given must fit. */
  id?: string;
  kind?: DiscrepancyKind;
  /** Data type id; `*` stands for any run of characters. */
  data?: string;
  /** `app`, `sdk:<id>` or `library:<prefix>`; `*` stands for any run of characters. */
  actor?: string;
  /** A permission, an SDK id, a defect's or a gap's code; `*` stands for any run of characters. */
  subject?: string;
  reason: string;
  owner?: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  expires?: string;
}

/** How the release gate judged a report. */
export interface Gate {
  failOn: Threshold;
  /** Kinds with a threshold of their own. */
  kinds: Partial<Record<DiscrepancyKind, Threshold>>;
  allowIncomplete: boolean;
  /** Ids of the discrepancies that fail, in the order of the report. */
  failing: string[];
  /** Suppressions past their last day that would still cover something, with the ids of what they would cover. */
  expired: { suppression: Suppression; covers: string[] }[];
  /** Suppressions that cover nothing any more. */
  idle: Suppression[];
  baseline: BaselineVerdict | null;
}

export interface BaselineVerdict {
  /** Name of the file. */
  name: string;
  /** Discrepancies that pass because the baseline has them. */
  known: number;
  /** Ids of discrepancies that the baseline has and this report has not. */
  gone: string[];
  /** Known discrepancies that rest on more than before: id -> ids of the evidence that is new. */
  grown: Record<string, string[]>;
}
