import type { Claim, DeclaredPermission, DeclaredSdk } from '../model/claim.ts';
import type { Scan } from './scan.ts';

/** What one part of a policy says. */
export interface Outcome {
  claims: Claim[];
  sdks: DeclaredSdk[];
  permissions: DeclaredPermission[];
  /** Scans of texts that no part carries (table cells), with their positions, for whoever looks for names in them. */
  scans: ScannedText[];
}

/** A text with its positions; `of` are the SDKs that it describes, as a row or entry that was understood. */
export interface ScannedText {
  scan: Scan;
  offsets: Int32Array;
  of?: readonly string[];
}

export function emptyOutcome(): Outcome {
  return { claims: [], sdks: [], permissions: [], scans: [] };
}

/** What a text is about that describes these SDKs. */
export function idsOf(sdks: readonly DeclaredSdk[]): { of?: readonly string[] } {
  const ids = sdks.flatMap(({ id }) => (id === null ? [] : [id]));
  return ids.length === 0 ? {} : { of: ids };
}
