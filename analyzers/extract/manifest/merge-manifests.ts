import type { Manifest, ManifestPermission } from '../../model/manifest.ts';
import type { ManifestReading } from './read-manifest.ts';

/**
 * One manifest out of a base and what splits, modules or libraries add to it. Package, versions, label and application
 * class are the base's, or the first other's that has them; lists are joined, the base's entries first. What the base
 * removes (`tools:node="remove"`) the others do not bring back.
 */
export function mergeManifests(base: ManifestReading, others: readonly ManifestReading[]): Manifest {
  const removed = new Set(base.removed.map(({ element, name }) => `${element} ${name}`));
  const isRemoved = (element: string, name: string): boolean =>
    removed.has(`${element} ${name}`) || removed.has(`${element} `);
  const all = [
    base.manifest,
    ...others.map(
      ({ manifest }): Manifest => ({
        ...manifest,
        permissions: manifest.permissions.filter(({ name }) => !isRemoved('uses-permission', name)),
        components: manifest.components.filter(({ type, name }) => !isRemoved(type, name)),
        metaData: manifest.metaData.filter(
          ({ component, name }) => component !== null || !isRemoved('meta-data', name),
        ),
        features: manifest.features.filter(({ name }) => !isRemoved('uses-feature', name)),
      }),
    ),
  ];
  const first = <K extends keyof Manifest>(key: K): Manifest[K] =>
    (all.find((manifest) => manifest[key] !== null) ?? base.manifest)[key];
  return {
    file: base.manifest.file,
    package: all.find((manifest) => manifest.package !== '')?.package ?? '',
    versionName: first('versionName'),
    versionCode: first('versionCode'),
    minSdk: first('minSdk'),
    targetSdk: first('targetSdk'),
    label: first('label'),
    applicationClass: first('applicationClass'),
    otherClasses: [...new Set(all.flatMap((manifest) => manifest.otherClasses ?? []))],
    permissions: joinPermissions(all.flatMap((manifest) => manifest.permissions)),
    components: firstOf(
      all.flatMap((manifest) => manifest.components),
      ({ type, name }) => `${type} ${name}`,
    ),
    metaData: firstOf(
      all.flatMap((manifest) => manifest.metaData),
      ({ component, name }) => `${component ?? ''} ${name}`,
    ),
    queries: {
      packages: [...new Set(all.flatMap((manifest) => manifest.queries.packages))],
      actions: [...new Set(all.flatMap((manifest) => manifest.queries.actions))],
      authorities: [...new Set(all.flatMap((manifest) => manifest.queries.authorities))],
    },
    features: joinFeatures(all.flatMap((manifest) => manifest.features)),
  };
}

function firstOf<T>(entries: readonly T[], key: (entry: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const entry of entries) {
    const id = key(entry);
    if (!seen.has(id)) seen.set(id, entry);
  }
  return [...seen.values()];
}

/** A permission requested twice is requested up to the higher of the two levels, or on all when one has no limit. */
export function joinPermissions(permissions: readonly ManifestPermission[]): ManifestPermission[] {
  const joined = new Map<string, ManifestPermission>();
  for (const permission of permissions) {
    const known = joined.get(permission.name);
    if (known === undefined) {
      joined.set(permission.name, permission);
      continue;
    }
    const [a, b] = [known.maxSdkVersion, permission.maxSdkVersion];
    joined.set(permission.name, { ...known, maxSdkVersion: a === null || b === null ? null : Math.max(a, b) });
  }
  return [...joined.values()];
}

/** A feature is required when any of the manifests requires it. */
function joinFeatures(features: Manifest['features']): Manifest['features'] {
  const joined = new Map<string, boolean>();
  for (const { name, required } of features) joined.set(name, required || (joined.get(name) ?? false));
  return [...joined].map(([name, required]) => ({ name, required }));
}
