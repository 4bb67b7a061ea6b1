import type * as t from '@babel/types';
import type { PackageShape, ScriptWatch } from '../apis/watch.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import { packageInMessage } from '../binding/package-message.ts';
import type { Binding, Scope, Source } from '../binding/scope.ts';
import type { ScriptModule } from '../binding/script-module.ts';
import { plainCallee } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';

/** Requires between the module that asks for a native module and the one that is its package's face. */
const MAX_STEPS_UP = 3;
/** Variables that hand one value on. */
const MAX_VARIABLES = 3;
/** Exports by which React Native's own entry is known. */
export const REACT_NATIVE_EXPORTS = ['AppRegistry', 'NativeModules', 'StyleSheet', 'TurboModuleRegistry'];
/** What axios hangs on the function that it exports, in every version since 0.12. */
const AXIOS_MEMBERS = ['CancelToken', 'isCancel', 'spread', 'all'];
/** It has had more than 80 since long. */
const LEAST_ENTRY_EXPORTS = 40;

/**
 * Says of a bundle's modules to which npm package they belong, where the bundle has lost their paths: by the native
 * modules they ask for together with the names they export, by package names in their own messages, and, from those,
 * by who alone requires them. What is known so is marked on the modules.
 */
export function nameBundledPackages(script: BoundScript, watch: ScriptWatch): void {
  const { bundled } = script;
  const axios = nameAxios(script, watch);
  if (bundled.length === 0) return;
  const graph = new ModuleGraph(script);
  for (const [module, natives] of nativeModulesAsked(script, watch)) {
    for (const native of natives) markFace(module, watch.nativeOwners.get(native) ?? [], graph, script.faces);
  }
  for (const [module, native] of nativeModulesHanded(script, watch)) {
    const owners = watch.nativeOwners.get(native) ?? [];
    markFace(module, owners, graph, script.faces);
    if (owners[0] !== undefined && module.exports.has('default')) {
      module.packageName ??= owners[0].name;
      module.isFace = true;
    }
  }
  for (const [module, name] of packagesInStrings(script, watch)) module.packageName ??= name;
  for (const module of bundled) {
    for (const { object, names } of offered(module)) {
      if (!isReactNative(names)) continue;
      module.packageName = 'react-native';
      module.isFace = true;
      if (object !== null) script.faces.set(object, 'react-native');
    }
  }
  for (const module of axios.size === 0 ? [] : bundled) {
    if (exportedBindings(module).some((binding) => axios.has(binding))) module.packageName ??= 'axios';
  }
  for (const module of bundled) {
    if (module.packageName !== null || !isReExport(module)) continue;
    const named = graph.required(module).find(({ packageName }) => packageName !== null);
    if (named !== undefined) module.packageName = named.packageName;
  }
  spread(script, graph);
}

/**
 * Whether a module is React Native's own entry, through which apps see it, and not one of the app's that passes some of
 * its exports on: all that it requires is React Native's then.
 */
export function isReactNativeEntry(module: ScriptModule): boolean {
  return offered(module).some(({ names }) => names.size >= LEAST_ENTRY_EXPORTS && isReactNative(names));
}

function isReactNative(names: ReadonlySet<string>): boolean {
  return REACT_NATIVE_EXPORTS.every((name) => names.has(name));
}

/**
 * The variable that got what axios hangs on the function that it exports is axios itself: also where a bundler has joined
 * its modules with others, and whatever the name by which they are exported. Gives back these variables.
 */
function nameAxios({ memberWrites }: BoundScript, watch: ScriptWatch): ReadonlySet<Binding> {
  const found = new Set<Binding>();
  const axios = watch.modules.get('axios');
  const [first] = AXIOS_MEMBERS;
  if (axios === undefined) return found;
  for (const { name, object, scope } of memberWrites) {
    if (name !== first || object.type !== 'Identifier') continue;
    const binding = scope.lookup(object.name);
    if (binding === undefined || !AXIOS_MEMBERS.every((member) => binding.members?.has(member))) continue;
    if (!found.has(binding)) binding.give({ kind: 'value', value: axios });
    found.add(binding);
  }
  return found;
}

/** The variables that a module exports, by themselves or by another that holds them. */
function exportedBindings(module: ScriptModule): Binding[] {
  return [...module.whole, ...[...module.exports.values()].flat()].flatMap((source) => {
    if (source.kind !== 'expression' || source.expression.type !== 'Identifier' || source.path.length > 0) return [];
    const binding = source.scope.lookup(source.expression.name);
    const held = binding?.sources[0];
    const other =
      held?.kind === 'expression' && held.expression.type === 'Identifier' && held.path.length === 0
        ? held.scope.lookup(held.expression.name)
        : undefined;
    return [binding, other].filter((each) => each !== undefined);
  });
}

/** Who requires whom. */
class ModuleGraph {
  private readonly requiring = new Map<ScriptModule, ScriptModule[]>();

  constructor({ bundled }: BoundScript) {
    for (const module of bundled) {
      for (const required of this.required(module)) {
        const list = this.requiring.get(required);
        if (list === undefined) this.requiring.set(required, [module]);
        else list.push(module);
      }
    }
  }

  required(module: ScriptModule): ScriptModule[] {
    return [...(module.dependencies?.values() ?? [])].flatMap((id) => module.table?.get(id) ?? []);
  }

  requiredBy(module: ScriptModule): readonly ScriptModule[] {
    return this.requiring.get(module) ?? [];
  }
}

/** The native modules that each module names in code: `NativeModules.X`, `getEnforcing("X")`, `requireNativeModule("X")`. */
function nativeModulesAsked(script: BoundScript, watch: ScriptWatch): Map<ScriptModule, Set<string>> {
  const asked = new Map<ScriptModule, Set<string>>();
  const note = (name: string, scope: Scope): void => {
    const module = scope.enclosingModule();
    if (module === null || module.table === null || !watch.nativeOwners.has(name)) return;
    const names = asked.get(module) ?? new Set();
    asked.set(module, names.add(name));
  };
  for (let order = 0; order < script.calls.at.length; order++) {
    const index = script.calls.at[order] as number;
    const { callee, arguments: args } = script.nodes[index] as t.CallExpression;
    const plain = plainCallee(callee);
    const name = plain.type === 'MemberExpression' ? keyName({ key: plain.property, computed: plain.computed }) : null;
    if (name === null || !/^(?:get|getEnforcing|require(?:Optional)?NativeModule)$/.test(name)) continue;
    if (args[0]?.type === 'StringLiteral') note(args[0].value, script.calls.scopes[order] as Scope);
  }
  for (let order = 0; order < script.members.at.length; order++) {
    const index = script.members.at[order] as number;
    const node = script.nodes[index] as t.MemberExpression;
    const { object } = node;
    if (object.type !== 'MemberExpression' || keyName({ key: object.property }) !== 'NativeModules') continue;
    const name = keyName({ key: node.property, computed: node.computed });
    if (name !== null) note(name, script.members.scopes[order] as Scope);
  }
  return asked;
}

/**
 * The native modules whose names modules hand on to a function that asks for them, as the packages of React Native
 * Firebase do: `createModuleNamespace({ nativeModuleName: "X" })`.
 */
function nativeModulesHanded(script: BoundScript, watch: ScriptWatch): [ScriptModule, string][] {
  const handed: [ScriptModule, string][] = [];
  for (let order = 0; order < script.calls.at.length; order++) {
    const [given] = (script.nodes[script.calls.at[order] as number] as t.CallExpression).arguments;
    const options = given === undefined ? undefined : variableValue(given, script.calls.scopes[order] as Scope);
    if (options?.type !== 'ObjectExpression') continue;
    const named = options.properties.find(
      (property) => property.type === 'ObjectProperty' && keyName(property) === 'nativeModuleName',
    );
    if (named?.type !== 'ObjectProperty') continue;
    const scope = script.calls.scopes[order] as Scope;
    const module = scope.enclosingModule();
    const value = variableValue(named.value, scope);
    const name = value?.type === 'ArrayExpression' ? value.elements[0] : value;
    if (module === null || module.table === null || name?.type !== 'StringLiteral') continue;
    if (watch.nativeOwners.has(name.value)) handed.push([module, name.value]);
  }
  return handed;
}

/** Marks what a package gives to others: the nearest module that exports what the package exports, and one around it. */
function markFace(asking: ScriptModule, owners: readonly PackageShape[], graph: ModuleGraph, faces: Faces): void {
  let level: ScriptModule[] = [asking];
  for (let step = 0; step <= MAX_STEPS_UP; step++) {
    let best: { module: ScriptModule; shape: PackageShape; score: number } | undefined;
    for (const module of level) {
      for (const shape of owners) {
        const score = Math.max(0, ...offered(module).map(({ names }) => scoreOf(names, shape)));
        if (score >= Math.min(2, shape.members.size) && score > (best?.score ?? 0)) best = { module, shape, score };
      }
    }
    if (best !== undefined) {
      const { module, shape, score } = best;
      mark(module, shape, score / 2, faces);
      const [outer, ...others] = graph.requiredBy(module);
      if (outer !== undefined && others.length === 0) mark(outer, shape, Math.max(2, score / 2), faces);
      return;
    }
    level = [...new Set(level.flatMap((module) => graph.requiredBy(module)))].slice(0, 32);
  }
}

type Faces = BoundScript['faces'];

function mark(module: ScriptModule, shape: PackageShape, least: number, faces: Faces): void {
  for (const { object, names } of offered(module)) {
    if (scoreOf(names, shape) < least) continue;
    module.packageName = shape.name;
    if (object === null) module.isFace = true;
    else faces.set(object, shape.name);
  }
}

function scoreOf(names: ReadonlySet<string>, { members }: PackageShape): number {
  let score = 0;
  for (const member of members) if (names.has(member)) score++;
  return score;
}

/** The objects that a module offers by its exports, with the names of their properties; null is the module itself. */
function offered(module: ScriptModule): { object: t.Node | null; names: ReadonlySet<string> }[] {
  const offers: { object: t.Node | null; names: Set<string> }[] = [
    { object: null, names: new Set(module.exports.keys()) },
  ];
  for (const source of [...module.whole, ...[...module.exports.values()].flat()]) {
    const expression = heldExpression(source);
    if (expression?.type !== 'ObjectExpression') continue;
    const names = expression.properties.flatMap((property) =>
      property.type === 'SpreadElement' ? [] : (keyName(property) ?? []),
    );
    offers.push({ object: expression, names: new Set(names) });
  }
  return offers;
}

/** The expression of a source, or of the variable that it names. */
function heldExpression(source: Source): t.Node | undefined {
  if (source.kind !== 'expression') return undefined;
  const { expression, scope } = source;
  if (expression.type === 'AssignmentExpression') return expression.right;
  const held = variableValue(expression, scope);
  // A minifier's `(list = [], { ... })`.
  if (held?.type === 'SequenceExpression') return held.expressions.at(-1);
  return held?.type === 'CallExpression' ? (returnedObject(held, scope) ?? held) : held;
}

/** What a variable got first, also from another variable; any other expression is its own value. */
function variableValue(expression: t.Node, scope: Scope): t.Node | undefined {
  let value: t.Node = expression;
  let at = scope;
  for (let step = 0; value.type === 'Identifier' && step < MAX_VARIABLES; step++) {
    // A variable of bytecode may be cleared before it gets its value.
    const held = at.lookup(value.name)?.sources.find((source) => !isUndefined(source));
    if (held?.kind !== 'expression') return undefined;
    value = held.expression;
    at = held.scope;
  }
  return value;
}

/** `(function () { ... return { ... }; })()` */
function returnedObject({ callee, arguments: args }: t.CallExpression, scope: Scope): t.Node | undefined {
  const called = args.length > 0 ? undefined : variableValue(callee, scope);
  if (called?.type !== 'FunctionExpression' && called?.type !== 'ArrowFunctionExpression') return undefined;
  const statements = called.body.type === 'BlockStatement' ? called.body.body : [];
  const last = statements.at(-1);
  const given = last?.type === 'ReturnStatement' ? last.argument : undefined;
  const value = given?.type === 'AssignmentExpression' ? given.right : given;
  if (value?.type !== 'Identifier') return value?.type === 'ObjectExpression' ? value : undefined;
  const declared = statements
    .flatMap((statement) => (statement.type === 'VariableDeclaration' ? statement.declarations : []))
    .find(({ id }) => id.type === 'Identifier' && id.name === value.name);
  return declared?.init?.type === 'ObjectExpression' ? declared.init : undefined;
}

/** Whether all that a module exports comes from other modules. */
function isReExport(module: ScriptModule): boolean {
  const sources = [...module.exports.values()].flat().filter((source) => !isPlaceholder(source));
  if (sources.length + module.stars.length === 0 || module.whole.length > 0) return false;
  return sources.every((source) => source.kind === 'expression' && heldExpression(source)?.type === 'MemberExpression');
}

/** `exports.a = exports.b = void 0`, `exports.__esModule = true` */
function isPlaceholder(source: Source): boolean {
  if (isUndefined(source)) return true;
  const type = heldExpression(source)?.type;
  return type === 'UnaryExpression' || type === 'BooleanLiteral' || type === 'AssignmentExpression';
}

function isUndefined(source: Source): boolean {
  if (source.kind !== 'expression') return false;
  return source.expression.type === 'Identifier' && source.expression.name === 'undefined';
}

function packagesInStrings(script: BoundScript, watch: ScriptWatch): Map<ScriptModule, string> {
  const found = new Map<ScriptModule, string>();
  const { at, scopes } = script.namingTexts;
  for (let order = 0; order < at.length; order++) {
    const name = packageInMessage((script.nodes[at[order] as number] as t.StringLiteral).value);
    const module = (scopes[order] as Scope).enclosingModule();
    if (name !== undefined && module !== null && module.table !== null && watch.packages.has(name)) {
      found.set(module, name);
    }
  }
  return found;
}

/**
 * What React Native's entry requires is React Native's, whoever else requires it. Other modules that the app's own code
 * does not reach but through a package are that package's, or below it.
 */
function spread({ bundled, starts }: BoundScript, graph: ModuleGraph): void {
  const [table] = bundled.map((module) => module.table);
  const roots = starts.flatMap((id) => table?.get(id) ?? []);
  const entry = roots.at(-1);
  if (entry === undefined) return;
  for (const face of bundled.filter(({ packageName }) => packageName === 'react-native').filter(isReactNativeEntry)) {
    for (const module of graph.required(face)) nameBelow(module, 'react-native', graph, new Set());
  }
  const own = new Set<ScriptModule>();
  walk(entry, graph, (module) => module.packageName === null && !own.has(module) && own.add(module) !== undefined);
  // What runs before the entry is React Native's preparation.
  for (const root of roots.slice(0, -1)) {
    if (!own.has(root)) root.packageName ??= 'react-native';
  }
  for (const named of bundled.filter(({ packageName }) => packageName !== null)) {
    for (const module of graph.required(named)) nameBelow(module, named.packageName, graph, own);
  }
}

/** Gives a package's name to a module and to all that it requires but those that have one or are `kept`. */
function nameBelow(from: ScriptModule, name: string | null, graph: ModuleGraph, kept: ReadonlySet<ScriptModule>): void {
  walk(from, graph, (below) => {
    if (kept.has(below) || below.packageName !== null) return false;
    below.packageName = name;
    return true;
  });
}

/** Visits modules from one on, and goes on from those that `enter` accepts. */
function walk(from: ScriptModule, graph: ModuleGraph, enter: (module: ScriptModule) => boolean): void {
  const open = [from];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    if (enter(module)) for (const item of graph.required(module)) open.push(item);
  }
}
