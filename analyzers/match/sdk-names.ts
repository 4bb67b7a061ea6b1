import type { Catalogue } from '../model/catalogue.ts';
import type { FoundBy } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import { PrefixIndex } from './prefix-index.ts';

/** Value of facts that list names, behind the SDK's id. */
const NAMES = '/names';
/** What an app keeps of a library that it leaves out, and of one for which an aggregator is made. */
const LEFT_BEHIND = /(?:^|[/!])(?:AndroidManifest\.xml|resources\.arsc)$/;
/** How many names are listed as places. */
const LISTED = 5;

/**
 * SDKs of whose own names (actions, keys, permissions; hosts; listed strings and resources) a build holds enough. One
 * that only talks to another, or starts it, has a few of them; what a found SDK is known to hold of another's does not
 * count.
 * @param known SDKs that are found in other ways
 */
export function findByNames(
  facts: readonly Fact[],
  known: ReadonlySet<string>,
  catalogue: Catalogue,
): [id: string, by: FoundBy][] {
  const carried = new PrefixIndex(
    [...known].flatMap((id) => (catalogue.sdks[id]?.carries ?? []).map((prefix) => [prefix, id] as const)),
  );
  const met = new Map<string, Map<string, Fact['at']>>();
  for (const { kind, value, args = [], at } of facts) {
    if (kind !== 'mark' || !value.endsWith(NAMES)) continue;
    const id = value.slice(0, -NAMES.length);
    const names = met.get(id) ?? new Map<string, Fact['at']>();
    for (const name of args) if (carried.find(name) === undefined && !names.has(name)) names.set(name, at);
    met.set(id, names);
  }
  return [...met].flatMap(([id, names]) => {
    if (known.has(id)) return [];
    const { packages = [], strings = [], resources = [] } = catalogue.sdks[id] ?? {};
    const patterns = [...strings, ...resources];
    const rankOf = (name: string): number => {
      if (patterns.some((pattern) => fits(pattern, name))) return 0;
      return packages.some((prefix) => name.startsWith(`${prefix}.`)) ? 1 : 2;
    };
    if ([...names.values()].every(({ file }) => LEFT_BEHIND.test(file))) return [];
    const ranks = new Map([...names.keys()].map((name) => [name, rankOf(name)]));
    const count = (rank: number): number => [...ranks.values()].filter((of) => of === rank).length;
    if (!isEnough(count(0), count(1), count(2))) return [];
    return [...names]
      .sort(([a], [b]) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, LISTED)
      .map(([value, at]): [string, FoundBy] => [id, { how: 'string', value, sure: 'likely', at }]);
  });
}

function fits(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/**
 * @param listed names that its signature lists; @param own names below its packages; @param hosts of its domains, which
 * others may call as well
 */
function isEnough(listed: number, own: number, hosts: number): boolean {
  const names = listed + own;
  return names >= 4 || (names >= 2 && hosts >= 1) || (names >= 1 && hosts >= 5);
}
