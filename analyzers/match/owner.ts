import type { Catalogue } from '../model/catalogue.ts';
import type { Actor } from '../model/evidence.ts';
import type { Location } from '../model/location.ts';
import type { Manifest } from '../model/manifest.ts';
import { fitsWildcard } from '../model/wildcard.ts';
import { PrefixIndex } from './prefix-index.ts';

/** Says whose code a location is in. */
export interface Owners {
  actorAt(at: Location): Actor;
}

/** First segments below which many unrelated publishers have their packages. */
const SHARED_ROOTS = new Set([
  'com',
  'org',
  'net',
  'io',
  'cn',
  'me',
  'dev',
  'app',
  'co',
  'de',
  'jp',
  'eu',
  'edu',
  'gov',
]);

/** Two-segment names that are hosts of many publishers, not one publisher's own. */
const SHARED_HOSTS = new Set([
  'com.github',
  'io.github',
  'com.gitlab',
  'com.android',
  'com.google',
  'cn.com',
  'org.apache',
]);

/**
 * Whose code is where. A class belongs to the SDK with the longest matching package prefix, else to the app when it
 * lies in the app's own packages, else to an unknown library. A script belongs to the npm package whose folder it lies
 * in, else to the framework whose own file it is, else to the app.
 */
export function compileOwners(catalogue: Catalogue, manifest: Manifest | null): Owners {
  const sdkPrefixes = new PrefixIndex(
    Object.entries(catalogue.sdks).flatMap(([id, sdk]) => sdk.packages.map((prefix) => [prefix, id] as const)),
  );
  const sdkModules = new Map(
    Object.entries(catalogue.sdks).flatMap(([id, sdk]) => sdk.modules.map((module) => [module, id] as const)),
  );
  const own = manifest === null ? [] : ownPackages(manifest, (name) => sdkPrefixes.find(name) !== undefined);
  const ownPrefixes = new PrefixIndex(own.map((prefix) => [prefix, true] as const));
  const frameworkFiles = Object.entries(catalogue.frameworks).flatMap(([id, framework]) =>
    framework.ownFiles.map((pattern) => [pattern, id] as const),
  );
  const known = new Map<string, Actor>();

  const ownerOfClass = (name: string): Actor => {
    const sdk = sdkPrefixes.find(name);
    const app = ownPrefixes.find(name);
    // The app's own package may lie below an SDK's prefix (the vendor's own demo); the longer prefix decides.
    if (app !== undefined && (sdk === undefined || app.prefix.length >= sdk.prefix.length)) return 'app';
    if (sdk !== undefined) return `sdk:${sdk.value}`;
    return manifest === null ? 'app' : `library:${libraryPrefix(name)}`;
  };

  const frameworkOf = (file: string): Actor => {
    let actor = known.get(file);
    if (actor === undefined) {
      const inner = file.slice(file.lastIndexOf('!') + 1);
      const framework = frameworkFiles.find(([pattern]) => fitsWildcard(pattern, inner));
      actor = framework === undefined ? 'app' : `library:${framework[1]}`;
      known.set(file, actor);
    }
    return actor;
  };

  return {
    actorAt(at) {
      if (at.class === undefined) {
        const module = npmPackageOf(at.file);
        if (module === null) return frameworkOf(at.file);
        const sdk = sdkModules.get(module);
        return sdk === undefined ? `library:${module}` : `sdk:${sdk}`;
      }
      let actor = known.get(at.class);
      if (actor === undefined) {
        actor = ownerOfClass(at.class);
        known.set(at.class, actor);
      }
      return actor;
    },
  };
}

/**
 * The packages that are the app's: the manifest's, the application class's and the launcher activities', each widened to
 * the publisher's root where that root is one publisher's.
 */
function ownPackages(manifest: Manifest, isSdk: (className: string) => boolean): string[] {
  const classes = manifest.components
    .filter((component) =>
      component.intentFilters.some(({ actions }) => actions.includes('android.intent.action.MAIN')),
    )
    .map((component) => component.target ?? component.name);
  if (manifest.applicationClass !== null) classes.push(manifest.applicationClass);
  const packages = [
    manifest.package,
    ...classes.filter((name) => !isSdk(name) && !PLATFORM_LIBRARIES.test(name)).map(packageOf),
  ];
  return [...new Set(packages.filter((name) => name !== '').map(publisherRoot))].sort();
}

/** Libraries that put components into almost every app's manifest. */
const PLATFORM_LIBRARIES = /^(?:android|androidx|kotlin|kotlinx|com\.google\.android|com\.facebook\.react)\./;

function packageOf(className: string): string {
  return className.slice(0, Math.max(0, className.lastIndexOf('.')));
}

function publisherRoot(name: string): string {
  const [first = '', second] = name.split('.');
  if (second === undefined) return name;
  const root = `${first}.${second}`;
  return SHARED_HOSTS.has(root) || (first.length <= 2 && second === 'com') ? name : root;
}

/** A prefix that names the library: `androidx.core`, `okhttp3`, `com.squareup.picasso`. */
function libraryPrefix(className: string): string {
  const segments = packageOf(className).split('.');
  const depth = SHARED_ROOTS.has(segments[0] ?? '') ? 3 : 2;
  return segments.slice(0, depth).join('.') || className;
}

function npmPackageOf(file: string): string | null {
  const at = file.lastIndexOf('node_modules/');
  if (at < 0) return null;
  const [scope = '', name = ''] = file.slice(at + 'node_modules/'.length).split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
