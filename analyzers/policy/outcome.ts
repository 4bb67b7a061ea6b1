import type { Claim, DeclaredPermission, DeclaredSdk } from '../model/claim.ts';
import type { Scan } from './scan.ts';

/** What one part of a policy says. */
export interface Outcome {
  claims: Claim[];
  sdks: DeclaredSdk[];
  permissions: DeclaredPermission[];
  /** Scans of texts that no part carries (table cells), with their positions, for whoever looks for names in them. */
  scans: { scan: Scan; offsets: Int32Array }[];
}

export function emptyOutcome(): Outcome {
  return { claims: [], sdks: [], permissions: [], scans: [] };
}
