import type { SdkHit } from './scan.ts';

const WEIGHTS = { name: 30, package: 40, 'bare-name': 12, company: 6, 'later-company': 5, domain: 8 } as const;

/**
 * The one SDK that names and supporting signs (company, link) point to together; ties go to the shortest id, which is mostly the
 * maker's general product.
 * Null where nothing is known. Names that several SDKs share are decided by the signs.
 */
export function bestSdk(names: readonly SdkHit[], signs: readonly SdkHit[]): string | null {
  const scores = new Map<string, number>();
  const count = (hits: readonly SdkHit[]) => {
    for (const hit of hits) {
      const best = new Map<string, number>();
      for (const sdk of hit.sdks) {
        const weight =
          WEIGHTS[sdk.how] + (sdk.how === 'name' || sdk.how === 'bare-name' ? Math.min(hit.end - hit.start, 12) : 0);
        best.set(sdk.id, Math.max(best.get(sdk.id) ?? 0, weight));
      }
      for (const [id, weight] of best) scores.set(id, (scores.get(id) ?? 0) + weight);
    }
  };
  count(names);
  count(signs);
  let found: string | null = null;
  let top = 0;
  for (const [id, score] of [...scores].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
    if (score > top) {
      top = score;
      found = id;
    }
  }
  return found;
}
