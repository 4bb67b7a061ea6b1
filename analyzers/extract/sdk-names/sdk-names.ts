import type { Build } from '../../model/build.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import type { Extraction } from '../../model/fact.ts';
import type { Manifest } from '../../model/manifest.ts';
import { manifestNames } from './manifest-names.ts';
import { compileNameIndex } from './name-index.ts';
import { resourceNames } from './resource-names.ts';

/** Names of SDKs outside of code: in the manifest and in the names of resources. */
export function extractSdkNames(build: Build, manifest: Manifest | null, catalogue: Catalogue): Extraction {
  const index = compileNameIndex(catalogue);
  return { facts: [...manifestNames(manifest, index), ...resourceNames(build, index)], gaps: [] };
}
