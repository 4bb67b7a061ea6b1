/** The library: analyses inputs and returns reports; it never prints, exits or touches the network. */
export { compareReports } from './compare-reports.ts';
export type { AntiAnalysis, Trick } from './model/anti-analysis.ts';
export type { Claim, DeclaredPermission, DeclaredSdk, PolicyDocument } from './model/claim.ts';
export type { ChangedPractice, Changes, Comparison } from './model/comparison.ts';
export type { Discrepancy, DiscrepancyKind, Severity } from './model/discrepancy.ts';
export type { Actor, Evidence, FoundSdk, Grade, RequestedPermission } from './model/evidence.ts';
export type { Fact, FactKind } from './model/fact.ts';
export type { Gap } from './model/gap.ts';
export type { BaselineVerdict, Gate, Suppression, Threshold } from './model/gate.ts';
export { InputError } from './model/input-error.ts';
export { DEFAULT_LIMITS, LIMIT_NAMES, type Limits } from './model/limits.ts';
export type { Location } from './model/location.ts';
export { type Progress, type ProgressListener, STAGES, type Stage } from './model/progress.ts';
export type { FactsReport, InputSummary, PolicyReport, Report, Summary } from './model/report.ts';
export type { Terms } from './model/terms.ts';
export { facts, policy, type ScanOptions, scan } from './pipeline.ts';
export {
  catalogueWith,
  readOwnSignatures,
  shippedSignatures,
  testSignatures,
} from './signatures.ts';
export { failing } from './summary.ts';
