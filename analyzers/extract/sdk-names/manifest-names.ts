import type { Fact } from '../../model/fact.ts';
import type { Manifest } from '../../model/manifest.ts';
import { FoundNames, type NameIndex, ownerOfListed, ownerOfName } from './name-index.ts';

/** Longer names are nobody's. */
const LONGEST = 1024;

/**
 * Names of SDKs in a manifest, which no shrinker touches: intent actions of components, authorities of providers,
 * permissions, and names of meta-data; not the classes of components, which are facts of their own.
 */
export function manifestNames(manifest: Manifest | null, index: NameIndex): Fact[] {
  if (manifest === null) return [];
  const found = new FoundNames();
  const names = new Set([
    ...manifest.components.flatMap(({ authorities, intentFilters, permission }) => [
      ...authorities,
      ...intentFilters.flatMap(({ actions, categories }) => [...actions, ...categories]),
      ...(permission === null ? [] : [permission]),
    ]),
    ...manifest.permissions.map(({ name }) => name),
    ...manifest.metaData.map(({ name }) => name),
  ]);
  for (const name of names) {
    if (name.length > LONGEST) continue;
    const owner = ownerOfListed(Buffer.from(`${name}\0`), 0, index.strings) ?? ownerOfName(name, index);
    if (owner !== undefined) found.add(owner, name);
  }
  return found.facts({ file: manifest.file });
}
