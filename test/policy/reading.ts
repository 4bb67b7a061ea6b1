import type { Claim, PolicyReading } from '../../analyzers/model/claim.ts';
import { compilePolicyReader, type PolicyReader, readPolicy } from '../../analyzers/policy/read-policy.ts';
import { loadPolicyCatalogue } from '../../scripts/eval-policies.ts';

let reader: PolicyReader | undefined;

/** The signatures that policies are read by, as they stand in the repository; compiled once. */
export function policyReader(): PolicyReader {
  reader ??= compilePolicyReader(loadPolicyCatalogue());
  return reader;
}

export function read(text: string | Uint8Array): PolicyReading {
  return readPolicy('policy', typeof text === 'string' ? new TextEncoder().encode(text) : text, policyReader());
}

/**
 * Claims in short, sorted and without repetition: `imei` exact, `~device-info` broad, `-clipboard/other-content` denied
 * with its scope, and `sdk:x imei` or `partner imei` where another than the app acts.
 */
export function claimsIn(text: string): string[] {
  return [...new Set(read(text).claims.map(shortClaim))].sort();
}

/** One claim in the form of `claimsIn`. */
export function shortClaim(claim: Claim): string {
  const denied = claim.stance === 'denied' ? '-' : '';
  const scope = claim.stance === 'denied' ? `/${claim.scope ?? 'any'}` : '';
  const actor = claim.actor === 'app' ? '' : `${claim.actor} `;
  return `${actor}${denied}${claim.breadth === 'broad' ? '~' : ''}${claim.data}${scope}`;
}
