import { createHash } from 'node:crypto';
import type { Claim, PolicyReading } from '../model/claim.ts';
import { fingerprint } from '../model/fingerprint.ts';
import type { StoreType } from './store-types.ts';

/** One category that a form declares. */
export interface Declared {
  type: StoreType;
  /** As it stands in the file. */
  quote: string;
  purpose: string | null;
  line: number;
}

/** A form as a reading of a policy: its claims are the app's own. */
export function declaredReading(name: string, bytes: Uint8Array, declared: readonly Declared[]): PolicyReading {
  const claims = declared.flatMap(({ type, quote, purpose, line }): Claim[] =>
    (['exact', 'broad'] as const).flatMap((breadth) =>
      type[breadth].map((data) => ({
        id: fingerprint('claim', data, breadth, 'affirmed', 'app', quote),
        data,
        breadth,
        stance: 'affirmed' as const,
        scope: null,
        actor: 'app' as const,
        purpose,
        background: false,
        quote,
        at: { file: name, line, column: 1 },
      })),
    ),
  );
  return {
    policy: { name, sha256: createHash('sha256').update(bytes).digest('hex'), language: 'unknown', passages: [] },
    claims: claims.filter((claim, at) => claims.findIndex(({ id }) => id === claim.id) === at),
    sdks: [],
    permissions: [],
    mentions: [],
    defects: [],
    gaps: [],
  };
}
