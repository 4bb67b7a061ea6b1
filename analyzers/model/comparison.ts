import type { PolicyDocument } from './claim.ts';
import type { Discrepancy } from './discrepancy.ts';
import type { Actor, FoundSdk, RequestedPermission } from './evidence.ts';
import type { Gap } from './gap.ts';
import type { Location } from './location.ts';
import type { InputSummary, Tool } from './report.ts';
import type { Terms } from './terms.ts';

export interface Changes<T> {
  added: T[];
  removed: T[];
}

/** Who collects what, in one of two builds. */
export interface ChangedPractice {
  data: string;
  actor: Actor;
  /** True where every sign of it is an API that everybody calls. */
  lowSignal: boolean;
  apis: string[];
  at: Location[];
  /** Ids of the discrepancies of the same build about it. */
  discrepancies: string[];
}

/** What `candor compare` writes: what the new build has that the old one had not, and the other way round. */
export interface Comparison {
  schema: 1;
  tool: Tool;
  old: InputSummary;
  new: InputSummary;
  policies: { old: PolicyDocument[]; new: PolicyDocument[]; changed: boolean };
  /** Data type ids. */
  data: Changes<string>;
  actors: Changes<Actor>;
  practices: Changes<ChangedPractice>;
  sdks: Changes<FoundSdk>;
  permissions: Changes<RequestedPermission>;
  frameworks: Changes<string>;
  /** Data types that the policies declare as collected. */
  declared: Changes<string>;
  /** Discrepancies by id. */
  discrepancies: Changes<Discrepancy>;
  /** What could not be looked at, in either build: a difference may hide there. */
  gaps: { old: Gap[]; new: Gap[] };
  terms: Terms;
}
