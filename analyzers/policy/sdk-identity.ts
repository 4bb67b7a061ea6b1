import type { Scan, SdkHit } from './scan.ts';

const WEIGHTS = { name: 30, package: 40, 'bare-name': 12, company: 6, 'later-company': 5, domain: 8 } as const;
/** What the words of a row tell of what an SDK is for decides between SDKs of one name or maker. */
const CATEGORY_WEIGHT = 4;
const CATEGORY = 'sdk-category/';

/** The categories of SDKs that texts speak of. */
export function categoriesIn(...scans: readonly Scan[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { terms } of scans) {
    for (const group of terms.keys()) if (group.startsWith(CATEGORY)) found.add(group.slice(CATEGORY.length));
  }
  return found;
}

/**
 * The one SDK that names, supporting signs (company, link) and words of purpose point to together. Names that several SDKs
 * share are decided by the signs; a tie between names goes to the shortest id, which is mostly the maker's general
 * product. Signs alone must point to one SDK. Null where nothing is known.
 */
export function bestSdk(
  names: readonly SdkHit[],
  signs: readonly SdkHit[],
  categories: ReadonlySet<string> = new Set(),
): string | null {
  const scores = new Map<string, number>();
  const named = new Set<string>();
  const count = (hits: readonly SdkHit[], asNames: boolean) => {
    for (const hit of hits) {
      const best = new Map<string, number>();
      for (const sdk of hit.sdks) {
        const isName = sdk.how === 'name' || sdk.how === 'bare-name' || sdk.how === 'package';
        if (asNames && isName) named.add(sdk.id);
        const weight = WEIGHTS[sdk.how] + (isName ? Math.min(hit.end - hit.start, 12) : 0);
        const fits = sdk.category !== null && categories.has(sdk.category) ? CATEGORY_WEIGHT : 0;
        best.set(sdk.id, Math.max(best.get(sdk.id) ?? 0, weight + fits));
      }
      for (const [id, weight] of best) scores.set(id, (scores.get(id) ?? 0) + weight);
    }
  };
  count(names, true);
  count(signs, false);
  let found: string | null = null;
  let top = 0;
  let tied = false;
  for (const [id, score] of [...scores].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
    if (score > top) {
      top = score;
      found = id;
      tied = false;
    } else if (score === top) tied = true;
  }
  return tied && named.size === 0 ? null : found;
}
