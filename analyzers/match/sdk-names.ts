import type { Catalogue } from '../model/catalogue.ts';
import type { FoundBy } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import { PrefixIndex } from './prefix-index.ts';

/** Value of facts that list names, behind the SDK's id. */
const NAMES = '/names';
/** How many names are listed as places. */
const LISTED = 5;

/**
 * SDKs of whose own names (actions, keys, permissions; hosts) a build's strings hold enough. One that only talks to
 * another, or starts it, has a few of them; what a found SDK is known to hold of another's does not count.
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
    const packages = catalogue.sdks[id]?.packages ?? [];
    const own = [...names.keys()].filter((name) => packages.some((prefix) => name.startsWith(`${prefix}.`)));
    if (!isEnough(own.length, names.size - own.length)) return [];
    return [...names]
      .sort(([a], [b]) => Number(own.includes(b)) - Number(own.includes(a)) || (a < b ? -1 : 1))
      .slice(0, LISTED)
      .map(([value, at]): [string, FoundBy] => [id, { how: 'string', value, sure: 'likely', at }]);
  });
}

/** @param own names below its packages; @param hosts of its domains, which others may call as well */
function isEnough(own: number, hosts: number): boolean {
  return own >= 4 || (own >= 2 && hosts >= 1) || (own >= 1 && hosts >= 5);
}
