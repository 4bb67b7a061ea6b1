import { neededPermissions } from '../analyzers/catalogue/compile.ts';
import type { Catalogue } from '../analyzers/model/catalogue.ts';

/** A catalogue that knows nothing but what a test gives it. */
export function catalogueWith(parts: Partial<Catalogue> = {}): Catalogue {
  const catalogue: Catalogue = {
    digest: '0'.repeat(64),
    dataTypes: {},
    androidApis: {},
    androidStrings: {},
    scriptApis: {},
    scriptSinks: {},
    androidSinks: {},
    nativeApis: {},
    libraries: { packages: {}, natives: {}, onBehalf: [] },
    sdks: {},
    permissions: {},
    neededPermissions: [],
    frameworks: {},
    packers: {},
    regulations: {},
    policyTerms: {},
    entryPoints: {},
    implicitEdges: {},
    storedReads: {},
    classHierarchy: {},
    ...parts,
  };
  return { ...catalogue, neededPermissions: parts.neededPermissions ?? neededPermissions(catalogue) };
}
