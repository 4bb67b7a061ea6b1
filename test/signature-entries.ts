import type { Catalogue } from '../analyzers/model/catalogue.ts';
import type { Manifest } from '../analyzers/model/manifest.ts';

type Sdk = Catalogue['sdks'][string];
type DataType = Catalogue['dataTypes'][string];

/** An SDK signature that knows nothing but what a test gives it. */
export function sdk(parts: Partial<Sdk>): Sdk {
  return {
    names: { zh: [], en: [] },
    companies: [],
    category: 'analytics',
    packages: [],
    components: [],
    settings: [],
    libraries: [],
    assets: [],
    domains: [],
    modules: [],
    policyUrl: null,
    declared: [],
    observed: [],
    ...parts,
  };
}

export function dataType(parts: Partial<DataType>): DataType {
  return {
    zh: '',
    en: '',
    parent: null,
    kind: 'leaf',
    sensitivity: 'medium',
    phrases: { zh: [], en: [] },
    standards: { gbt35273: null, play: null, apple: null },
    ...parts,
  };
}

export function manifestOf(parts: Partial<Manifest>): Manifest {
  return {
    file: 'AndroidManifest.xml',
    package: 'com.example.app',
    versionName: null,
    versionCode: null,
    minSdk: null,
    targetSdk: null,
    label: null,
    applicationClass: null,
    permissions: [],
    components: [],
    metaData: [],
    queries: { packages: [], actions: [], authorities: [] },
    features: [],
    ...parts,
  };
}
