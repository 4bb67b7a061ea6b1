import { Access, type ProgramFile } from '../model/program.ts';
import type { BridgeCall, ScriptBridge } from '../model/script-bridge.ts';
import type { EntryPoint } from './entry-points.ts';
import type { Hierarchy } from './program/hierarchy.ts';

/** Base classes of native modules, with the annotation whose `name` names one where no method does. */
const BASES: readonly { base: string; named: 'getName' | 'class'; annotations: readonly string[] }[] = [
  {
    base: 'com.facebook.react.bridge.NativeModule',
    named: 'getName',
    annotations: ['Lcom/facebook/react/module/annotations/ReactModule;'],
  },
  {
    base: 'com.facebook.react.bridge.BaseJavaModule',
    named: 'getName',
    annotations: ['Lcom/facebook/react/module/annotations/ReactModule;'],
  },
  {
    base: 'com.facebook.react.bridge.ReactContextBaseJavaModule',
    named: 'getName',
    annotations: ['Lcom/facebook/react/module/annotations/ReactModule;'],
  },
  {
    base: 'com.getcapacitor.Plugin',
    named: 'class',
    annotations: ['Lcom/getcapacitor/annotation/CapacitorPlugin;', 'Lcom/getcapacitor/NativePlugin;'],
  },
];
const GET_NAME = ['getName()Ljava/lang/String;'];
/** The one method by which Cordova hands all actions of a service over. */
const EXECUTE = ['execute'];

/**
 * The methods of native modules that scripts call, as entry points that know the call: the module is found by the name
 * under which it registers itself or is listed, the method by its own.
 */
export function findScriptEntryPoints({ calls, listed }: ScriptBridge, hierarchy: Hierarchy): EntryPoint[] {
  if (calls.length === 0) return [];
  const classes = new Map<string, Set<number>>();
  const add = (of: BridgeCall['of'], name: string, cls: number): void => {
    const known = classes.get(`${of} ${name}`);
    if (known === undefined) classes.set(`${of} ${name}`, new Set([cls]));
    else known.add(cls);
  };
  for (const { framework, name, class: className } of listed) {
    const type = hierarchy.findType(className);
    const cls = type < 0 ? -1 : (hierarchy.classOfType[type] as number);
    if (cls >= 0 && name !== null) add(framework === 'cordova' ? 'service' : 'module', name, cls);
  }
  for (const { name, cls } of registeredModules(hierarchy)) add('module', name, cls);
  return calls.flatMap((call) =>
    [...(classes.get(`${call.of} ${call.module}`) ?? [])].flatMap((cls) =>
      hierarchy
        .membersOf(cls, call.of === 'service' ? EXECUTE : [call.method])
        .filter((method) => ((hierarchy.accessOf[method] as number) & (Access.STATIC | Access.PRIVATE)) === 0)
        .map((method) => entryPoint(call, cls, method)),
    ),
  );
}

/** The classes that a framework's configuration lists. */
export function listedClasses({ listed }: ScriptBridge): string[] {
  return listed.map((module) => module.class);
}

/** What the framework calls on the objects that it makes of those classes. */
export function findListedEntryPoints(
  listed: readonly string[],
  hierarchy: Hierarchy,
  calledOn: (cls: number) => readonly number[],
): EntryPoint[] {
  return [...new Set(listed)].flatMap((name) => {
    const type = hierarchy.findType(name);
    const cls = type < 0 ? -1 : (hierarchy.classOfType[type] as number);
    if (cls < 0) return [];
    return calledOn(cls).map((method) => ({ kind: 'plugin', cls, method, start: null, background: false }));
  });
}

function entryPoint(call: BridgeCall, cls: number, method: number): EntryPoint {
  const early = call.reach !== null && call.reach.beforeConsent !== null;
  return { kind: 'script', cls, method, start: early ? 'process' : null, background: false, calledBy: call };
}

function registeredModules(hierarchy: Hierarchy): { name: string; cls: number }[] {
  const bases = BASES.map((rule) => ({ ...rule, type: hierarchy.findType(rule.base) })).filter(({ type }) => type >= 0);
  if (bases.length === 0) return [];
  const modules: { name: string; cls: number }[] = [];
  hierarchy.typeOfClass.forEach((type, cls) => {
    if ((hierarchy.accessOfClass(cls) & (Access.INTERFACE | Access.ABSTRACT)) !== 0) return;
    const rule = bases.find((base) => base.type !== type && hierarchy.isSubtype(type, base.type));
    if (rule === undefined) return;
    const file = hierarchy.files[hierarchy.fileOfClass[cls] as number] as ProgramFile;
    const def = hierarchy.defOfClass[cls] as number;
    const stated = rule.annotations.map((annotation) => file.classAnnotationText(def, annotation, 'name'));
    const name =
      (rule.named === 'getName' ? returnedName(hierarchy, cls) : null) ??
      stated.find((each) => each !== null && each !== '') ??
      (rule.named === 'class' ? simpleName(hierarchy.nameOfType(type)) : null);
    if (name !== null) modules.push({ name, cls });
  });
  return modules;
}

function returnedName(hierarchy: Hierarchy, cls: number): string | null {
  for (const method of hierarchy.membersOf(cls, GET_NAME)) {
    const code = hierarchy.codeOf[method] as number;
    const file = hierarchy.files[hierarchy.fileOfMethod(method)] as ProgramFile;
    const text = code > 0 ? file.returnedText(code) : null;
    if (text !== null) return text;
  }
  return null;
}

function simpleName(className: string): string {
  return className.slice(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
}
