import type { Catalogue } from '../model/catalogue.ts';
import type { Actor } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import type { Location } from '../model/location.ts';
import type { Manifest } from '../model/manifest.ts';
import { fitsWildcard } from '../model/wildcard.ts';
import { ownPackages } from './own-packages.ts';
import { isShrunkPackage, libraryPrefix, packageOf } from './package-name.ts';
import { PrefixIndex } from './prefix-index.ts';
import { findByMarks } from './sdk-marks.ts';

/** Says whose code a location is in. */
export interface Owners {
  /** @param module the npm package to which a bundle's code was traced */
  actorAt(at: Location, module?: string): Actor;
}

/** Classes of the system that an app may name as its own components. */
const SYSTEM = /^(?:android\.(?!support\.|arch\.)|java\.|javax\.|dalvik\.)/;

/** Known names that many libraries share; the segment behind them tells which. */
const FAMILIES = new Set(['androidx', 'kotlinx']);

/**
 * Whose code is where.
 * - A class belongs to whom the longest prefix names: the app by its own packages, an SDK, a known library or framework.
 *   What a shrinker gave a name of its own is the SDK's whose marks it has, else the app's, whose build it ran in; anything else is of an unknown library.
 * - A script belongs to the npm package that it was bundled from or whose folder it lies in, else to the framework whose
 *   own file it is, else to the app.
 * - A native library belongs to the SDK, framework or library that has its name, else to whom the classes belong whose
 *   native methods it exports, else to the app.
 * @param facts of the build, of which those on native libraries are looked at
 */
export function compileOwners(catalogue: Catalogue, manifest: Manifest | null, facts: readonly Fact[] = []): Owners {
  const ownerOfClass = compileClassOwners(catalogue, manifest, renamedCode(facts, catalogue));
  const ownerOfModule = whenAsked(() => compileModuleOwners(catalogue));
  const ownerOfScript = whenAsked(() => compileScriptOwners(catalogue, ownerOfModule));
  const ownerOfLibrary = whenAsked(() => compileLibraryOwners(catalogue, facts, ownerOfClass));
  const known = new Map<string, Actor>();
  const remember = (key: string, find: (key: string) => Actor): Actor => {
    let actor = known.get(key);
    if (actor === undefined) {
      actor = find(key);
      known.set(key, actor);
    }
    return actor;
  };
  return {
    actorAt(at, module) {
      if (module !== undefined) return remember(`npm:${module}`, () => ownerOfModule(module));
      if (at.class !== undefined) return remember(at.class, ownerOfClass);
      return remember(at.file, at.file.endsWith('.so') ? ownerOfLibrary : ownerOfScript);
    },
  };
}

/** Few builds have code of all kinds. */
function whenAsked(compile: () => (name: string) => Actor): (name: string) => Actor {
  let find: ((name: string) => Actor) | undefined;
  return (name) => {
    find ??= compile();
    return find(name);
  };
}

/** Renamed classes, and packages as `a.b.*`, that marks tell to be of an SDK which enough marks show. */
function renamedCode(facts: readonly Fact[], catalogue: Catalogue): ReadonlyMap<string, Actor> {
  const shown = new Set(findByMarks(facts, catalogue).map(([id]) => id));
  return new Map(
    facts
      .filter(({ kind, value }) => kind === 'mark' && value.endsWith(CODE))
      .map(({ value, args = [] }) => ({ id: value.slice(0, -CODE.length), args }))
      .filter(({ id }) => shown.has(id))
      .flatMap(({ id, args }) => args.map((name): [string, Actor] => [name, `sdk:${id}`])),
  );
}

const CODE = '/code';

function compileClassOwners(
  catalogue: Catalogue,
  manifest: Manifest | null,
  renamed: ReadonlyMap<string, Actor>,
): (name: string) => Actor {
  const packers = new Set(Object.values(catalogue.packers).flatMap(({ classes }) => classes));
  // Of equal prefixes the last one counts: an SDK's signature says more than the list of libraries.
  const theirs = new PrefixIndex<Actor>([
    ...Object.keys(catalogue.libraries.packages).map((prefix) => [prefix, `library:${prefix}`] as const),
    ...Object.values(catalogue.frameworks).flatMap(({ packages }) =>
      packages.map((prefix) => [prefix, `library:${prefix}`] as const),
    ),
    ...Object.entries(catalogue.sdks).flatMap(([id, sdk]) =>
      sdk.packages.map((prefix) => [prefix, `sdk:${id}`] as const),
    ),
  ]);
  const isKnown = (name: string): boolean => SYSTEM.test(name) || packers.has(name) || theirs.find(name) !== undefined;
  const own = new PrefixIndex(
    manifest === null ? [] : ownPackages(manifest, isKnown).map((prefix) => [prefix, true] as const),
  );
  return (name) => {
    const other = theirs.find(name);
    const app = own.find(name);
    // The app's own package may lie below an SDK's prefix (the vendor's own demo); the longer prefix decides.
    if (app !== undefined && (other === undefined || app.prefix.length >= other.prefix.length)) return 'app';
    if (other !== undefined) return FAMILIES.has(other.prefix) ? `library:${libraryPrefix(name)}` : other.value;
    const marked = renamed.get(name) ?? renamed.get(`${packageOf(name)}.*`);
    if (marked !== undefined) return marked;
    return manifest === null || isShrunkPackage(name) ? 'app' : `library:${libraryPrefix(name)}`;
  };
}

function compileModuleOwners(catalogue: Catalogue): (module: string) => Actor {
  const modules = new Map(
    Object.entries(catalogue.sdks).flatMap(([id, sdk]) => sdk.modules.map((module) => [module, id] as const)),
  );
  return (module) => {
    const sdk = modules.get(module);
    return sdk === undefined ? `library:${module}` : `sdk:${sdk}`;
  };
}

function compileScriptOwners(catalogue: Catalogue, ownerOfModule: (module: string) => Actor): (file: string) => Actor {
  const frameworkFiles = Object.entries(catalogue.frameworks).flatMap(([id, framework]) =>
    framework.ownFiles.map((pattern) => [pattern, id] as const),
  );
  return (file) => {
    const module = npmPackageOf(file);
    if (module !== null) return ownerOfModule(module);
    const inner = file.slice(file.lastIndexOf('!') + 1);
    const framework = frameworkFiles.find(([pattern]) => fitsWildcard(pattern, inner));
    return framework === undefined ? 'app' : `library:${framework[1]}`;
  };
}

function compileLibraryOwners(
  catalogue: Catalogue,
  facts: readonly Fact[],
  ownerOfClass: (name: string) => Actor,
): (file: string) => Actor {
  const named: [pattern: string, actor: Actor][] = [
    ...Object.entries(catalogue.sdks).flatMap(([id, sdk]) =>
      sdk.libraries.map((pattern): [string, Actor] => [pattern, `sdk:${id}`]),
    ),
    ...Object.entries(catalogue.frameworks).flatMap(([id, framework]) =>
      framework.libraries.map((pattern): [string, Actor] => [pattern, `library:${id}`]),
    ),
  ];
  const natives = Object.keys(catalogue.libraries.natives);
  const classes = new Map(facts.filter(({ kind }) => kind === 'library').map(({ at, args = [] }) => [at.file, args]));
  return (file) => {
    const name = file.slice(file.lastIndexOf('/') + 1);
    const known = named.find(([pattern]) => fitsWildcard(pattern, name));
    if (known !== undefined) return known[1];
    if (natives.some((pattern) => fitsWildcard(pattern, name))) return `library:${name}`;
    const jni = (classes.get(file) ?? []).filter((argument) => argument.startsWith('jni='));
    const [first] = jni;
    return first === undefined ? 'app' : ownerOfClass(first.slice('jni='.length));
  };
}

function npmPackageOf(file: string): string | null {
  const at = file.lastIndexOf('node_modules/');
  if (at < 0) return null;
  const [scope = '', name = ''] = file.slice(at + 'node_modules/'.length).split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
