import { readResourceNames } from '../../formats/resource-names.ts';
import type { Build, BuildFile } from '../../model/build.ts';
import type { Fact } from '../../model/fact.ts';
import { FoundNames, type NameIndex, ownerOfListed } from './name-index.ts';

/** Larger tables are not read: names of resources are one sign of several. */
const MAX_SIZE = 64 << 20;

/**
 * Names of SDKs' resources in compiled resource tables, which shrinkers of code leave. A table that cannot be read
 * names nothing; that it is damaged is said where the manifest is read.
 */
export function resourceNames(build: Build, index: NameIndex): Fact[] {
  if (index.resources.owners.length === 0) return [];
  return build.files
    .filter(({ path, size }) => /(?:^|[/!])resources\.arsc$/.test(path) && size <= MAX_SIZE)
    .flatMap((file) => namesIn(file, index));
}

function namesIn(file: BuildFile, index: NameIndex): Fact[] {
  const found = new FoundNames();
  for (const name of readNames(file)) {
    const owner = ownerOfListed(Buffer.from(`${name}\0`), 0, index.resources);
    if (owner !== undefined) found.add(owner, name);
  }
  return found.facts({ file: file.path });
}

function readNames(file: BuildFile): string[] {
  try {
    return readResourceNames(file.read());
  } catch (error) {
    if (error instanceof Error) return [];
    throw error;
  }
}
