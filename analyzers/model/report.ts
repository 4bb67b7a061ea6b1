import type { AntiAnalysis } from './anti-analysis.ts';
import type { BuildKind } from './build.ts';
import type { Claim, DeclaredPermission, DeclaredSdk, PolicyDocument } from './claim.ts';
import type { Discrepancy, DiscrepancyKind, Severity } from './discrepancy.ts';
import type { Evidence, FoundSdk, MissingPermission, RequestedPermission } from './evidence.ts';
import type { CodeExcerpt } from './excerpt.ts';
import type { Fact } from './fact.ts';
import type { Gap } from './gap.ts';
import type { Gate } from './gate.ts';
import type { Terms } from './terms.ts';

export interface Tool {
  name: 'candor';
  version: string;
  /** Hex digest of the signature catalogue. */
  signatures: string;
}

export interface InputSummary {
  name: string;
  kind: BuildKind;
  sha256: string;
  size: number;
  package: string | null;
  label: string | null;
  versionName: string | null;
  versionCode: string | null;
  minSdk: number | null;
  targetSdk: number | null;
  frameworks: string[];
}

export interface Summary {
  /** Unsuppressed discrepancies by kind; kinds without any are left out. */
  discrepancies: Partial<Record<DiscrepancyKind, number>>;
  worst: Severity | null;
  /** True when nothing unsuppressed reaches the threshold the scan was given and nothing material was left out. */
  passed: boolean;
}

/** What `candor scan` writes. */
export interface Report {
  schema: 1;
  tool: Tool;
  input: InputSummary;
  policies: PolicyDocument[];
  permissions: RequestedPermission[];
  missingPermissions: MissingPermission[];
  sdks: FoundSdk[];
  evidence: Evidence[];
  claims: Claim[];
  declaredSdks: DeclaredSdk[];
  declaredPermissions: DeclaredPermission[];
  discrepancies: Discrepancy[];
  gaps: Gap[];
  /** The code around what discrepancies rest on and around the steps to it, as far as it can be shown. */
  code: CodeExcerpt[];
  /** Tricks against analysis that the build uses, and in spite of which it was read; absent where it uses none. */
  antiAnalysis?: AntiAnalysis[];
  summary: Summary;
  terms: Terms;
  /** Absent where no gate judged the report, as in a scan through the library. */
  gate?: Gate;
}

/** What `candor facts` writes. */
export interface FactsReport {
  schema: 1;
  tool: Tool;
  input: InputSummary;
  permissions: RequestedPermission[];
  missingPermissions: MissingPermission[];
  sdks: FoundSdk[];
  facts: (Omit<Fact, 'reach'> & { data: string[] })[];
  gaps: Gap[];
}

/** What `candor policy` writes. */
export interface PolicyReport {
  schema: 1;
  tool: Tool;
  policies: PolicyDocument[];
  claims: Claim[];
  declaredSdks: DeclaredSdk[];
  declaredPermissions: DeclaredPermission[];
  discrepancies: Discrepancy[];
  gaps: Gap[];
  /** Names of the data types that are claimed, by id. */
  names: Record<string, { zh: string; en: string }>;
}
