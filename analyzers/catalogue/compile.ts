import { createHash } from 'node:crypto';
import type { Catalogue } from '../model/catalogue.ts';
import { ShapeError } from './shape.ts';
import { parseSignature, type SignatureFile } from './signature-file.ts';

/**
 * Makes the catalogue of all signatures. Pure: the same files give the same object and the same digest, in whatever
 * order the map lists them.
 * @param files path below signatures/ (`/` between folders) -> JSON text
 * @throws Error that names the file and the field, at the first file (by path) that is no signature
 */
export function compileCatalogue(files: ReadonlyMap<string, string>): Catalogue {
  const paths = [...files.keys()].sort();
  const digest = createHash('sha256');
  const catalogue: Catalogue = {
    digest: '',
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
  };
  for (const path of paths) {
    const source = files.get(path) ?? '';
    digest.update(`${path}\0${source}\0`);
    try {
      add(catalogue, parseSignature(path, source));
    } catch (error) {
      if (error instanceof ShapeError) throw new Error(`signatures/${path}: ${error.message}`);
      throw error;
    }
  }
  return {
    digest: digest.digest('hex'),
    dataTypes: sortedByKey(catalogue.dataTypes),
    androidApis: sortedByKey(catalogue.androidApis),
    androidStrings: sortedByKey(catalogue.androidStrings),
    scriptApis: sortedByKey(catalogue.scriptApis),
    scriptSinks: sortedByKey(catalogue.scriptSinks),
    androidSinks: sortedByKey(catalogue.androidSinks),
    nativeApis: sortedByKey(catalogue.nativeApis),
    libraries: {
      packages: sortedByKey(catalogue.libraries.packages),
      natives: sortedByKey(catalogue.libraries.natives),
      onBehalf: [...new Set(catalogue.libraries.onBehalf)].sort(),
    },
    sdks: sortedByKey(catalogue.sdks),
    permissions: sortedByKey(catalogue.permissions),
    neededPermissions: neededPermissions(catalogue),
    frameworks: sortedByKey(catalogue.frameworks),
    packers: sortedByKey(catalogue.packers),
    regulations: sortedByKey(catalogue.regulations),
    policyTerms: sortedByKey(catalogue.policyTerms),
    entryPoints: sortedByKey(catalogue.entryPoints),
    implicitEdges: sortedByKey(catalogue.implicitEdges),
    storedReads: sortedByKey(catalogue.storedReads),
    classHierarchy: sortedByKey(catalogue.classHierarchy),
  };
}

/** The permissions that some API or string of a catalogue needs, by their full names. */
export function neededPermissions({
  androidApis,
  androidStrings,
  scriptApis,
}: Pick<Catalogue, 'androidApis' | 'androidStrings' | 'scriptApis'>): string[] {
  const entries = [
    ...Object.values(androidApis).flatMap((members) => Object.values(members)),
    ...Object.values(androidStrings).flatMap((table) => Object.values(table.strings)),
    ...Object.values(scriptApis).flatMap((api) => Object.values(api.members)),
  ];
  const names = entries.flatMap((entry) => entry.permissions ?? []);
  return [...new Set(names.map((name) => (name.includes('.') ? name : `android.permission.${name}`)))].sort();
}

function add(catalogue: Catalogue, file: SignatureFile): void {
  switch (file.folder) {
    case 'data-types':
      catalogue.dataTypes[file.id] = withoutSources(file.signature);
      break;
    case 'apis/android':
      catalogue.androidApis[file.id] = file.signature.members;
      break;
    case 'apis/android-strings':
      catalogue.androidStrings[file.id] = withoutSources(file.signature);
      break;
    case 'apis/native':
      addOnce(catalogue.nativeApis, file.signature.symbols, '$.symbols');
      break;
    case 'libraries':
      addOnce(catalogue.libraries.packages, file.signature.packages, '$.packages');
      addOnce(catalogue.libraries.natives, file.signature.libraries, '$.libraries');
      for (const prefix of file.signature.onBehalf ?? []) catalogue.libraries.onBehalf.push(prefix);
      break;
    case 'apis/script':
      catalogue.scriptApis[file.id] = withoutSources(file.signature);
      break;
    case 'sinks/script':
      catalogue.scriptSinks[file.id] = withoutSources(file.signature);
      break;
    case 'sinks/android':
      catalogue.androidSinks[file.id] = file.signature.members;
      break;
    case 'sdks':
      catalogue.sdks[file.id] = withoutSources(file.signature);
      break;
    case 'permissions':
      addOnce(catalogue.permissions, file.signature.permissions, '$.permissions');
      break;
    case 'frameworks':
      catalogue.frameworks[file.id] = withoutSources(file.signature);
      break;
    case 'packers':
      catalogue.packers[file.id] = withoutSources(file.signature);
      break;
    case 'regulations':
      catalogue.regulations[file.id] = withoutSources(file.signature);
      break;
    case 'policy-terms':
      catalogue.policyTerms[file.id] = { zh: file.signature.zh, en: file.signature.en };
      break;
    case 'entry-points':
      catalogue.entryPoints[file.id] = withoutSources(file.signature);
      break;
    case 'implicit-edges':
      catalogue.implicitEdges[file.id] = withoutSources(file.signature);
      break;
    case 'stored-flags':
      Object.assign(catalogue.storedReads, file.signature.reads);
      break;
    case 'class-hierarchy':
      Object.assign(catalogue.classHierarchy, file.signature.supertypes);
      break;
  }
}

/** @throws ShapeError when a key is there already */
function addOnce<T>(table: Record<string, T>, entries: Record<string, T>, at: string): void {
  for (const [key, entry] of Object.entries(entries)) {
    if (Object.hasOwn(table, key)) throw new ShapeError(`${at}.${key}`, 'stands in another file already');
    table[key] = entry;
  }
}

function withoutSources<S extends { references: string[]; examples: unknown }>(
  signature: S,
): Omit<S, 'references' | 'examples'> {
  const { references: _references, examples: _examples, ...entry } = signature;
  return entry;
}

/** Ids sort differently from paths (`a`, `a-b` but `a-b.json`, `a.json`). */
function sortedByKey<R extends object>(record: R): R {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))) as R;
}
