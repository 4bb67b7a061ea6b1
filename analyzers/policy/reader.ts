import type { Catalogue } from '../model/catalogue.ts';
import type { PackedLexicon } from '../model/packed-lexicon.ts';
import { compileLexicon, type Lexicon } from './lexicon.ts';
import { normalisePhrase } from './normalise.ts';
import { unpackLexicon } from './packed-lexicon.ts';

/** The type of the taxonomy for collecting in the background. */
const BACKGROUND = 'background-collection';

/** Everything that reading policies needs of the catalogue, compiled once per process. */
export interface PolicyReader {
  lexicon: Lexicon;
  /** Data types that are only terms. */
  broad: ReadonlySet<string>;
  /** Terms so wide that they tell nothing: broad types without a broader one. */
  umbrella: ReadonlySet<string>;
  /** What a statement about the background says besides its data. */
  inBackground: readonly { data: string; breadth: 'exact' }[];
  /** Normalised phrase -> types that it names exactly, besides those it is a phrase of. */
  alsoExact: ReadonlyMap<string, string[]>;
  /** Normalised phrase -> types for which it is a broader term, besides those it is a phrase of. */
  alsoBroad: ReadonlyMap<string, string[]>;
  /** Companies that are known to make each SDK, by id. */
  sdkCompanies: ReadonlyMap<string, readonly string[]>;
  /** Display names of SDKs by id. */
  sdkNames: ReadonlyMap<string, string>;
}

/**
 * Compiles phrases, names and words into one index. Costs some milliseconds: do it once.
 * @param packed the lexicon of this catalogue where the build has written it
 */
export function compilePolicyReader(catalogue: Catalogue, packed: PackedLexicon | null = null): PolicyReader {
  const broad = new Set<string>();
  for (const [id, type] of Object.entries(catalogue.dataTypes)) if (type.kind === 'broad') broad.add(id);
  const umbrella = new Set([...broad].filter((id) => catalogue.dataTypes[id]?.parent === null));
  const inBackground = Object.hasOwn(catalogue.dataTypes, BACKGROUND)
    ? [{ data: BACKGROUND, breadth: 'exact' as const }]
    : [];
  const sdkNames = new Map<string, string>();
  for (const [id, sdk] of Object.entries(catalogue.sdks)) sdkNames.set(id, sdk.names.zh[0] ?? sdk.names.en[0] ?? id);
  return {
    lexicon: packed === null ? compileLexicon(catalogue) : unpackLexicon(packed, catalogue),
    broad,
    umbrella,
    inBackground,
    alsoExact: rulesOf(catalogue, 'also-exact/'),
    alsoBroad: rulesOf(catalogue, 'also-broad/'),
    sdkNames,
    sdkCompanies: new Map(Object.entries(catalogue.sdks).map(([id, sdk]) => [id, sdk.companies])),
  };
}

function rulesOf(catalogue: Catalogue, prefix: string): Map<string, string[]> {
  const rules = new Map<string, string[]>();
  for (const [group, words] of Object.entries(catalogue.policyTerms)) {
    if (!group.startsWith(prefix)) continue;
    const data = group.slice(prefix.length);
    for (const phrase of [...words.zh, ...words.en]) {
      const key = normalisePhrase(phrase);
      const known = rules.get(key);
      if (known === undefined) rules.set(key, [data]);
      else if (!known.includes(data)) known.push(data);
    }
  }
  return rules;
}
