import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCatalogue } from '../../analyzers/catalogue/compile.ts';
import type { Catalogue } from '../../analyzers/model/catalogue.ts';
import type { PolicyReading } from '../../analyzers/model/claim.ts';
import { compilePolicyReader, type PolicyReader, readPolicy } from '../../analyzers/policy/read-policy.ts';

const SIGNATURES = new URL('../../signatures/', import.meta.url).pathname;

/** The signatures that policies are read by, as they stand in the repository. */
export function policyCatalogue(): Catalogue {
  const files = new Map<string, string>();
  for (const folder of ['data-types', 'sdks', 'permissions', 'policy-terms']) {
    for (const path of readdirSync(join(SIGNATURES, folder), { recursive: true, encoding: 'utf8' })) {
      if (path.endsWith('.json')) files.set(`${folder}/${path}`, readFileSync(join(SIGNATURES, folder, path), 'utf8'));
    }
  }
  return compileCatalogue(files);
}

let reader: PolicyReader | undefined;

export function policyReader(): PolicyReader {
  reader ??= compilePolicyReader(policyCatalogue());
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
  const short = read(text).claims.map((claim) => {
    const denied = claim.stance === 'denied' ? '-' : '';
    const scope = claim.stance === 'denied' ? `/${claim.scope ?? 'any'}` : '';
    const actor = claim.actor === 'app' ? '' : `${claim.actor} `;
    return `${actor}${denied}${claim.breadth === 'broad' ? '~' : ''}${claim.data}${scope}`;
  });
  return [...new Set(short)].sort();
}
