import type { BuildKind } from '../model/build.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { PolicyReading } from '../model/claim.ts';
import type { Evidence, FoundSdk, RequestedPermission } from '../model/evidence.ts';
import type { Gap } from '../model/gap.ts';

/** Both sides of the comparison, in one currency. */
export interface DiffInput {
  kind: BuildKind;
  evidence: Evidence[];
  sdks: FoundSdk[];
  permissions: RequestedPermission[];
  /** One for each policy file; empty when no policy was given. */
  readings: PolicyReading[];
  gaps: Gap[];
  catalogue: Catalogue;
  language: 'zh' | 'en';
}
