import type { Catalogue } from '../analyzers/model/catalogue.ts';

/** A catalogue that knows nothing but what a test gives it. */
export function catalogueWith(parts: Partial<Catalogue> = {}): Catalogue {
  return {
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
}
