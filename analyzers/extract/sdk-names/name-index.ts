import type { Catalogue } from '../../model/catalogue.ts';
import type { Fact } from '../../model/fact.ts';
import type { Location } from '../../model/location.ts';
import { ByteTrie } from '../dex/byte-trie.ts';

/**
 * Names in string constants, manifests and resource tables that a shrinker leaves: actions, keys and permissions below
 * an SDK's own packages, hosts that it talks to, and names that signatures list. Names of classes are none, as those are
 * also written by whoever asks whether an SDK is there.
 */
export interface NameIndex {
  /** Java package -> ids of the SDKs. */
  packages: ReadonlyMap<string, string>;
  /** Host -> id; its subdomains are meant too. */
  hosts: ReadonlyMap<string, string>;
  /** String constants that signatures list. */
  strings: ListedNames;
  /** Names of resources that signatures list. */
  resources: ListedNames;
}

/** Listed names, first those of which the beginning is enough; `owners` at the same positions. */
export interface ListedNames {
  trie: ByteTrie;
  prefixes: number;
  owners: readonly string[];
}

/** As many as are listed for each SDK in one file; more say no more. */
const MOST = 24;

/** Code and resources are searched by the same index. */
const compiled = new WeakMap<Catalogue, NameIndex>();

export function compileNameIndex(catalogue: Catalogue): NameIndex {
  let index = compiled.get(catalogue);
  if (index === undefined) {
    index = indexNames(catalogue);
    compiled.set(catalogue, index);
  }
  return index;
}

function indexNames(catalogue: Catalogue): NameIndex {
  const sdks = Object.entries(catalogue.sdks);
  return {
    packages: new Map(sdks.flatMap(([id, sdk]) => sdk.packages.map((name) => [name, id] as const))),
    hosts: new Map(sdks.flatMap(([id, sdk]) => sdk.domains.map((host) => [host.toLowerCase(), id] as const))),
    strings: listNames(sdks.flatMap(([id, { strings = [] }]) => strings.map((name) => [name, id] as const))),
    resources: listNames(sdks.flatMap(([id, { resources = [] }]) => resources.map((name) => [name, id] as const))),
  };
}

function listNames(names: readonly (readonly [pattern: string, owner: string])[]): ListedNames {
  const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
  const prefixes = sorted.filter(([name]) => name.endsWith('*')).map(([name, id]) => [name.slice(0, -1), id] as const);
  const all = [...prefixes, ...sorted.filter(([name]) => !name.endsWith('*'))];
  return {
    trie: new ByteTrie(all.map(([name]) => name)),
    prefixes: prefixes.length,
    owners: all.map(([, id]) => id),
  };
}

/** A class in a name, whatever member of it follows: a capital with small letters behind it. */
const CLASS_PART = /\.[A-Z][A-Z0-9_]*[a-z]/;

/** The SDK in whose package a name lies; undefined for a package itself, and for a class and what belongs to one. */
export function ownerOfName(name: string, { packages }: NameIndex): string | undefined {
  if (packages.has(name) || CLASS_PART.test(name)) return undefined;
  for (let end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('.', end - 1)) {
    const id = packages.get(name.slice(0, end));
    if (id !== undefined) return id;
  }
  return undefined;
}

export function ownerOfHost(name: string, { hosts }: NameIndex): string | undefined {
  const host = name.toLowerCase();
  for (let start = 0; start >= 0; start = host.indexOf('.', start) + 1 || -1) {
    const id = hosts.get(host.slice(start));
    if (id !== undefined) return id;
  }
  return undefined;
}

/** The SDK that lists the NUL-terminated name at `offset`, or its beginning. */
export function ownerOfListed(bytes: Uint8Array, offset: number, names: ListedNames): string | undefined {
  return names.owners[names.trie.wholeOrPrefixKey(bytes, offset, names.prefixes)];
}

/** The names of SDKs in one file. */
export class FoundNames {
  private readonly byOwner = new Map<string, Set<string>>();

  add(owner: string, name: string): void {
    const names = this.byOwner.get(owner) ?? new Set<string>();
    if (names.size < MOST) names.add(name);
    this.byOwner.set(owner, names);
  }

  /** One fact `<sdk>/names` for each SDK, sorted; its arguments are the names. */
  facts(at: Location): Fact[] {
    return [...this.byOwner]
      .map(([id, names]): Fact => ({ kind: 'mark', value: `${id}/names`, args: [...names].sort(), at }))
      .sort((a, b) => (a.value < b.value ? -1 : 1));
  }
}
