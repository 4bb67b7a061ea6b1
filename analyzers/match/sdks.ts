import type { Catalogue } from '../model/catalogue.ts';
import type { FoundSdk } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import { fitsWildcard } from '../model/wildcard.ts';

type How = FoundSdk['found'][number]['how'];
type SdkEntry = Catalogue['sdks'][string];

/** How many places are listed for each way by which an SDK was found; more tell a reader nothing new. */
const PLACES_PER_WAY = 5;

/** Which field of an SDK's signature a fact of each kind is looked up in. */
const PATTERNS_OF: Record<How, (sdk: SdkEntry) => string[]> = {
  class: (sdk) => sdk.packages,
  component: (sdk) => sdk.components,
  setting: (sdk) => sdk.settings,
  library: (sdk) => sdk.libraries,
  asset: (sdk) => sdk.assets,
  module: (sdk) => sdk.modules,
};

/** SDKs that the facts show, sorted by id, each with what shows it. `claimed` is false until a policy is looked at. */
export function findSdks(facts: Fact[], catalogue: Catalogue): FoundSdk[] {
  const indexes = new Map((Object.keys(PATTERNS_OF) as How[]).map((how) => [how, indexPatterns(catalogue, how)]));
  const found = new Map<string, FoundSdk['found']>();
  for (const fact of facts) {
    const index = indexes.get(fact.kind as How);
    if (index === undefined) continue;
    for (const id of index(fact.value)) {
      const places = found.get(id) ?? [];
      if (places.filter(({ how }) => how === fact.kind).length < PLACES_PER_WAY) {
        places.push({ how: fact.kind as How, value: fact.value, at: fact.at });
      }
      found.set(id, places);
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, places]) => describe(id, catalogue.sdks[id], places));
}

function describe(id: string, sdk: SdkEntry | undefined, found: FoundSdk['found']): FoundSdk {
  const name = sdk?.names.zh[0] ?? sdk?.names.en[0] ?? id;
  return { id, name, company: sdk?.companies[0] ?? null, found, claimed: false };
}

/** Ids of the SDKs whose signature takes a name; whole names by hash, patterns one by one. */
function indexPatterns(catalogue: Catalogue, how: How): (name: string) => string[] {
  const exact = new Map<string, string[]>();
  const patterns: [pattern: string, id: string][] = [];
  for (const [id, sdk] of Object.entries(catalogue.sdks)) {
    for (const pattern of PATTERNS_OF[how](sdk)) {
      if (pattern.includes('*')) patterns.push([pattern, id]);
      else exact.set(pattern, [...(exact.get(pattern) ?? []), id]);
    }
  }
  return (name) => {
    const ids = exact.get(name) ?? [];
    const fitting = patterns.filter(([pattern]) => fitsWildcard(pattern, name)).map(([, id]) => id);
    return [...new Set([...ids, ...fitting])];
  };
}
