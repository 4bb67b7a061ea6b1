import type { Manifest, ManifestComponent } from '../model/manifest.ts';
import type { ProgramFile } from '../model/program.ts';
import type { LayoutNames } from '../model/reach.ts';
import type { BridgeCall } from '../model/script-bridge.ts';
import type { Hierarchy } from './program/hierarchy.ts';
import type { MemberSpecs } from './program/member-names.ts';
import type { EntryRule, Platform } from './program/platform.ts';
import { StaticInitialisers } from './program/static-initialisers.ts';

const LAUNCHERS = new Set(['android.intent.category.LAUNCHER', 'android.intent.category.LEANBACK_LAUNCHER']);

/** A method that the framework calls by itself. */
export interface EntryPoint {
  kind: string;
  /** Class that the framework knows. */
  cls: number;
  method: number;
  start: 'process' | 'launcher' | null;
  background: boolean;
  /** The place in a script that calls it, where that is what leads here. */
  calledBy?: BridgeCall;
}

/** A class that the manifest brings before the framework. */
interface Declared {
  rooted: EntryRule['rooted'];
  cls: number;
  launcher: boolean;
  /** The platform knows it as something else than the rule's own kind of component. */
  special: boolean;
}

/**
 * The entry points that the manifest declares, in its order; each method once for a class.
 * @param listed classes that a framework's own configuration names, as it could by meta-data
 * @param annotatedOn the methods of a class that the framework finds by their annotations
 */
export function findEntryPoints(
  manifest: Manifest,
  hierarchy: Hierarchy,
  { rules }: Platform,
  listed: readonly string[] = [],
  annotatedOn: (cls: number) => readonly number[] = () => [],
): EntryPoint[] {
  const all = declaredClasses(manifest, hierarchy, listed);
  // The platform's types have numbers once code mentions them or a class is found to have them as supertypes.
  for (const { cls } of all) hierarchy.supertypes(hierarchy.typeOfClass[cls] as number);
  // A rule for a special kind of service goes before the one for all services.
  const resolved = rules
    .map((rule) => resolve(rule, hierarchy))
    .sort((a, b) => Number(a.kind === a.rooted) - Number(b.kind === b.rooted));
  const initialisers = new StaticInitialisers(hierarchy);
  return all.flatMap((declared) => {
    const points: EntryPoint[] = [];
    const seen = new Set<number>();
    for (const rule of resolved) {
      if (rule.rooted !== declared.rooted) continue;
      for (const point of pointsOf(declared, rule, hierarchy, initialisers)) {
        if (seen.has(point.method)) continue;
        seen.add(point.method);
        points.push(point);
      }
    }
    for (const method of annotatedOn(declared.cls)) {
      if (!seen.has(method)) {
        points.push({ kind: declared.rooted, cls: declared.cls, method, start: null, background: false });
      }
    }
    return points;
  });
}

function declaredClasses(manifest: Manifest, hierarchy: Hierarchy, listed: readonly string[] = []): Declared[] {
  const declared: Declared[] = [];
  const add = (rooted: EntryRule['rooted'], name: string | null, launcher = false, special = false): void => {
    const type = name === null ? -1 : hierarchy.findType(name);
    const cls = type < 0 ? -1 : (hierarchy.classOfType[type] as number);
    if (cls >= 0) declared.push({ rooted, cls, launcher, special });
  };
  add('application', manifest.applicationClass);
  for (const name of manifest.otherClasses ?? []) add('application', name, false, true);
  const launched = new Set(
    manifest.components.filter(isLauncher).map((component) => component.target ?? component.name),
  );
  const isOff = disabledIn(manifest, hierarchy);
  for (const component of manifest.components) {
    const { type, name, target } = component;
    if (isOff(component)) continue;
    add(type === 'activity-alias' ? 'activity' : type, target ?? name, launched.has(target ?? name));
  }
  for (const { name, value } of manifest.metaData) {
    for (const text of new Set([name, value ?? ''])) add('meta-data', text.slice(text.lastIndexOf(':') + 1));
  }
  for (const name of listed) add('meta-data', name);
  return declared;
}

/** Tells components that are turned off for good: where code turns some on, it is not asked which. */
function disabledIn(manifest: Manifest, hierarchy: Hierarchy): (component: ManifestComponent) => boolean {
  const some = manifest.components.some(({ disabled }) => disabled === true);
  if (!some || hierarchy.files.some((file) => hasText(file, TURNS_ON))) return () => false;
  return ({ disabled }) => disabled === true;
}

const TURNS_ON = 'setComponentEnabledSetting';

/** Whether a text stands among those of a DEX file, which are in the order of their UTF-16 units. */
function hasText(file: ProgramFile, wanted: string): boolean {
  let low = 0;
  let high = file.stringCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (file.text(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < file.stringCount && file.text(low) === wanted;
}

function isLauncher({ type, intentFilters }: ManifestComponent): boolean {
  return (
    (type === 'activity' || type === 'activity-alias') &&
    intentFilters.some(
      ({ actions, categories }) =>
        actions.includes('android.intent.action.MAIN') && categories.some((category) => LAUNCHERS.has(category)),
    )
  );
}

/** A rule with its names looked up, once for all the classes that are declared. */
interface ResolvedRule {
  kind: string;
  rooted: EntryRule['rooted'];
  background: boolean;
  /** Members by type, -1 for a type that no code mentions. */
  classes: (readonly [type: number, members: MemberSpecs])[];
  /** Members that run at the start of the process, or of the app's first activity. */
  processStart: ReadonlySet<string>;
  launcherStart: ReadonlySet<string>;
}

function resolve(rule: EntryRule, hierarchy: Hierarchy): ResolvedRule {
  const { kind, rooted, background } = rule;
  return {
    ...{ kind, rooted, background },
    classes: Object.entries(rule.classes).map(([name, members]) => [hierarchy.findType(name), members] as const),
    processStart: new Set(rule.processStart),
    launcherStart: new Set(rule.launcherStart),
  };
}

function pointsOf(
  { rooted, cls, launcher, special }: Declared,
  rule: ResolvedRule,
  hierarchy: Hierarchy,
  initialisers: StaticInitialisers,
): EntryPoint[] {
  const supertypes = hierarchy.supertypes(hierarchy.typeOfClass[cls] as number);
  // A component may extend a class that neither the build nor the platform's table has.
  const general = rule.kind === rooted && !special;
  const { processStart, launcherStart } = rule;
  const specs = rule.classes.flatMap(([type, members]) => (general || supertypes.includes(type) ? [members] : []));
  if (specs.length === 0) return [];
  const startOf = (name: string): EntryPoint['start'] => {
    if (processStart.has(name)) return 'process';
    return launcher && launcherStart.has(name) ? 'launcher' : null;
  };
  const atOnce = processStart.size > 0 ? 'process' : launcher ? 'launcher' : null;
  const { kind, background } = rule;
  const before = [...initialisers.of(cls), ...hierarchy.membersOf(cls, CONSTRUCTOR)];
  return [
    ...before.map((method): EntryPoint => ({ kind, cls, method, start: atOnce, background })),
    ...specs
      .flatMap((members) => hierarchy.membersOf(cls, members))
      .map((method): EntryPoint => {
        const name = hierarchy.selectorName(hierarchy.selectorOf(method, hierarchy.fileOfMethod(method)));
        return { kind, cls, method, start: startOf(name), background };
      }),
  ];
}

/**
 * Entry points that resources name: the classes that layouts and the like have made, and methods of the declared
 * activities that handle clicks.
 */
export function findLayoutEntryPoints(
  { classes, handlers }: LayoutNames,
  manifest: Manifest,
  hierarchy: Hierarchy,
  calledOn: (cls: number) => readonly number[],
): EntryPoint[] {
  const points: EntryPoint[] = [];
  const declared = new Set(declaredClasses(manifest, hierarchy).map(({ cls }) => cls));
  for (const name of classes) {
    const type = hierarchy.findType(name);
    const cls = type < 0 ? -1 : (hierarchy.classOfType[type] as number);
    if (cls < 0 || declared.has(cls)) continue;
    const called = calledOn(cls);
    if (called.length === 0) continue;
    for (const method of new Set([...hierarchy.membersOf(cls, CONSTRUCTORS), ...called])) {
      points.push({ kind: 'layout', cls, method, start: null, background: false });
    }
  }
  const specs = handlers.flatMap((name) => [`${name}(Landroid/view/View;)V`, `${name}(Landroid/view/MenuItem;)Z`]);
  for (const { rooted, cls } of declaredClasses(manifest, hierarchy)) {
    if (rooted !== 'activity') continue;
    for (const method of hierarchy.membersOf(cls, specs)) {
      points.push({ kind: 'layout', cls, method, start: null, background: false });
    }
  }
  return points;
}

const CONSTRUCTOR = ['<init>()V'];
const CONSTRUCTORS = ['<init>'];
