import type { Build } from '../../model/build.ts';
import type { ClassNames } from '../../model/class-names.ts';
import { ABSENT_CLASS, type Fact } from '../../model/fact.ts';
import type { Gap } from '../../model/gap.ts';
import type { Manifest } from '../../model/manifest.ts';

/** Classes that come with the system. */
const SYSTEM = /^(?:android\.(?!support\.|arch\.)|com\.android\.internal\.|dalvik\.|java\.)/;

/** Manifests often name a few components of libraries that a shrinker took out; never that many, and never most. */
const MIN_MISSING = 4;

const LAUNCHER = 'android.intent.category.LAUNCHER';

/**
 * A packed app keeps its manifest, as the system reads it, and hides the classes that it names. Material gap when the
 * application class, every launcher activity or most components are in no DEX file of the build. A split that comes
 * without its base, a module and a library name classes that are elsewhere: they have no application class of their own.
 */
export function missingCode(build: Build, manifest: Manifest | null, classes: ClassNames): Gap[] {
  const kinds: Build['kind'][] = ['apk', 'aab', 'apks', 'xapk', 'apkm'];
  if (manifest === null || !kinds.includes(build.kind)) return [];
  const isMissing = (name: string): boolean => !SYSTEM.test(name) && !classes.has(name);
  const gap = (detail: string): Gap[] => [
    { stage: 'dex', file: manifest.file, code: 'packed', detail, material: true },
  ];

  const { applicationClass } = manifest;
  if (applicationClass !== null && isMissing(applicationClass)) {
    return gap(`the application class ${applicationClass} is in no DEX file`);
  }
  const components = manifest.components.map((component) => ({
    ...component,
    className: component.target ?? component.name,
  }));
  const launchers = components.filter(({ intentFilters }) =>
    intentFilters.some(({ categories }) => categories.includes(LAUNCHER)),
  );
  const [launcher] = launchers;
  if (launcher !== undefined && launchers.every(({ className }) => isMissing(className))) {
    return gap(`the launcher activity ${launcher.className} is in no DEX file`);
  }
  const names = [...new Set(components.map(({ className }) => className))].filter((name) => !SYSTEM.test(name));
  const missing = names.filter(isMissing);
  if (missing.length < MIN_MISSING || missing.length * 2 <= names.length) return [];
  return gap(`${missing.length} of ${names.length} components are in no DEX file, ${missing[0]} among them`);
}

/**
 * The facts, those of components without a class with the argument {@link ABSENT_CLASS}: what a manifest keeps of a library
 * that the app leaves out, or that an aggregator names for apps that add it. Call it only where no code is hidden.
 */
export function markAbsent(facts: readonly Fact[], manifest: Manifest | null, classes: ClassNames): Fact[] {
  if (manifest === null || classes.size === 0) return [...facts];
  const absent = new Set(
    manifest.components.flatMap(({ name, target }) => (classes.has(target ?? name) ? [] : [name])),
  );
  return facts.map((fact) => {
    const { kind, value, args = [] } = fact;
    return kind === 'component' && absent.has(value) ? { ...fact, args: [...args, ABSENT_CLASS] } : fact;
  });
}
