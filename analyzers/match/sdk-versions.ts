import type { Catalogue } from '../model/catalogue.ts';
import type { Fact } from '../model/fact.ts';
import { fitsWildcard } from '../model/wildcard.ts';
import { PrefixIndex } from './prefix-index.ts';

/** What a library that states itself begins with, in front of group and artifact. */
const STATED = /^!SDK-VERSION-STRING!:([\w.-]+):/;

/** The group of artifacts that a library states itself to be of, undefined for other facts. */
export function statedSdk(value: string): string | undefined {
  return STATED.exec(value)?.[1];
}

/**
 * The version of an SDK by its id: what a member or a string that its signature lists holds; else what a file of its own states;
 * else the one version that all members with usual names in its packages, and all libraries that state
 * themselves to be of its packages, agree on. Undefined where nothing tells.
 */
export function compileVersions(facts: readonly Fact[], catalogue: Catalogue): (id: string) => string | undefined {
  const stated = new Map<string, string>();
  const owners = new PrefixIndex(
    Object.entries(catalogue.sdks).flatMap(([id, sdk]) => sdk.packages.map((prefix) => [prefix, id] as const)),
  );
  const usual = new Map<string, Set<string>>();
  for (const { kind, value, args: [version] = [] } of facts) {
    if (version === undefined || kind !== 'version') continue;
    if (!stated.has(value)) stated.set(value, version);
    const owner = owners.find(statedSdk(value) ?? value)?.value;
    if (owner !== undefined) usual.set(owner, (usual.get(owner) ?? new Set<string>()).add(version));
  }
  const files = facts.filter(({ kind, args = [] }) => kind === 'asset' && args.length > 0);
  return (id) => {
    const sdk = catalogue.sdks[id];
    const listed = [...(sdk?.versionFields ?? []), ...(sdk?.versionStrings ?? [])]
      .map((name) => stated.get(name))
      .find((version) => version !== undefined);
    if (listed !== undefined) return listed;
    const file = files.find(({ value }) => sdk?.assets.some((pattern) => fitsWildcard(pattern, value)) === true);
    const agreed = usual.get(id);
    return file?.args?.[0] ?? (agreed?.size === 1 ? [...agreed][0] : undefined);
  };
}
