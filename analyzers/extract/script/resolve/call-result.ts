import type * as t from '@babel/types';
import { ApiNode, FOREIGN } from '../apis/api-node.ts';
import { heldNode } from '../binding/held-node.ts';
import { isInteropHelper, requireSpecifier } from '../binding/require-call.ts';
import type { Role, Scope } from '../binding/scope.ts';
import { ScriptModule } from '../binding/script-module.ts';
import { ClassValue, FunctionValue, LiteralValue, NO_VALUES, type Value } from '../binding/value.ts';
import { calledName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import { isPlatformChoice } from '../syntax/platform-choice.ts';
import type { CallNode } from './call-sites.ts';
import { javaObject } from './java-access.ts';
import { only, type Resolver, union } from './resolve.ts';
import { componentInside } from './wrapped-component.ts';
import { awaitedGenerator, wrappedGenerator } from './wrapped-generator.ts';

/** What a call or a construction gives. */
export function resultOfCall(resolver: Resolver, node: CallNode, scope: Scope): readonly Value[] {
  const { callee } = node;
  const [first] = node.arguments;
  const made = resolver.madeBy.get(node);
  if (made !== undefined) return [made];
  if (node.type !== 'NewExpression') {
    const loaded = loadedModule(resolver, node, scope);
    if (loaded !== undefined) return loaded;
    const chosen = first !== undefined && isPlatformChoice(node) ? anyValueOf(resolver, first, scope) : NO_VALUES;
    if (chosen.length > 0) return chosen;
    const generator = wrappedGenerator(node);
    if (generator !== undefined) return resolver.valuesOf(generator, scope);
    const awaited = awaitedGenerator(node);
    if (awaited !== undefined) return resolver.returnsOf(awaited);
    if (callee.type === 'Identifier' && callee.name === 'getApp' && scope.lookup('getApp') === undefined) {
      return resolver.apps();
    }
    if (first !== undefined && returnsItsArgument(node, first, scope)) return resolver.valuesOf(first, scope);
    const java = javaObject(resolver, node, scope);
    if (java !== undefined && java.length > 0) return java;
    if (callee.type === 'MemberExpression') {
      const name = keyName({ key: callee.property, computed: callee.computed });
      if (name === 'bind') return resolver.valuesOf(callee.object, scope);
      if (name === 'then' && first !== undefined) return resultOfThen(resolver, callee.object, first, scope);
      // `import('expo-contacts').catch(() => null)`: where nothing fails, what was promised.
      if (name === 'catch' || name === 'finally') {
        const promised = resolver.valuesOf(callee.object, scope);
        if (promised.length > 0) return promised;
      }
    }
  } else if (callee.type === 'Identifier' && callee.name === 'Proxy' && first !== undefined) {
    return union(
      resolver.valuesOf(first, scope),
      resolver.limited(() => readByName(resolver, node.arguments[1], scope)),
    );
  }
  const stored = resultOfStore(resolver, node, scope);
  if (stored !== undefined && stored.length > 0) return stored;
  const typed = typedRef(resolver, node, scope);
  if (typed.length > 0) return typed;
  const hooked = first === undefined ? undefined : resultOfHook(resolver, callee, first, scope);
  if (hooked !== undefined) return hooked;
  let values: readonly Value[] = NO_VALUES;
  for (const value of resolver.valuesOf(callee, scope)) values = union(values, resultOf(resolver, value, node, scope));
  const wrapped = first === undefined ? NO_VALUES : wrappedPlatform(resolver, first, scope, values);
  if (wrapped.length > 0) return wrapped;
  if (values.some((value) => value !== FOREIGN)) return values;
  const native = nativeByName(resolver, callee, first, scope);
  if (native.length > 0) return native;
  const component = componentInside(resolver, node, scope);
  return component.length > 0 ? component : values;
}

/** The module that esbuild or webpack made a function of: `var load = helper((exports, module) => { ... })`, `load()`. */
function wrappedModule(resolver: Resolver, callee: t.Node, scope: Scope): ScriptModule | undefined {
  if (callee.type !== 'Identifier') return undefined;
  const held = heldNode(callee, scope)?.node;
  if (held?.type !== 'CallExpression' || held.arguments.length !== 1) return undefined;
  const [given] = held.arguments;
  const [named] = given?.type === 'ObjectExpression' ? given.properties : [];
  const factory = named?.type === 'ObjectProperty' ? named.value : (named ?? given);
  return factory === undefined ? undefined : resolver.program.moduleIn(factory);
}

/**
 * What a proxy's handler takes members of by the name that it is asked for, `get(_, name) { return (...) => wx[name](...) }`:
 * the proxy has these members.
 */
function readByName(resolver: Resolver, handler: t.Node | undefined, scope: Scope): readonly Value[] {
  if (handler === undefined) return NO_VALUES;
  let values: readonly Value[] = NO_VALUES;
  for (const get of resolver.propertyOfAll(resolver.valuesOf(handler, scope), 'get')) {
    const script = get instanceof FunctionValue ? resolver.program.scriptWith(get) : undefined;
    if (!(get instanceof FunctionValue) || script === undefined) continue;
    const name = get.node.params[1];
    const binding = name?.type === 'Identifier' ? get.inner?.lookup(name.name) : undefined;
    if (binding === undefined) continue;
    const { at, scopes } = script.identifiers;
    for (const order of resolver.program.placesIn(script).variable(binding)) {
      const use = script.nodes[at[order] as number];
      const member = script.nodes[script.parents[at[order] as number] ?? -1];
      if (member?.type !== 'MemberExpression' || !member.computed || member.property !== use) continue;
      values = union(values, resolver.valuesOf(member.object, scopes[order] as Scope).filter(isPlatform));
    }
  }
  return values;
}

function isPlatform(value: Value): boolean {
  return value instanceof ApiNode && value.kind !== 'foreign';
}

/** Globals by which mini-programs and uni-app offer the whole of their platform. */
const PLATFORMS = new Set(['wx', 'uni', 'my', 'tt', 'swan', 'qq', 'ks', 'jd', 'xhs', 'dd']);

/**
 * `promisifyAll(wx)`, `adapt(my)`: what a function makes of a whole platform has the platform's members, where nothing
 * else is known of it, or only that it is an object which is filled later on.
 */
function wrappedPlatform(resolver: Resolver, first: t.Node, scope: Scope, known: readonly Value[]): readonly Value[] {
  if (first.type !== 'Identifier' || !PLATFORMS.has(first.name) || scope.lookup(first.name) !== undefined) {
    return NO_VALUES;
  }
  const isOpen = known.every((value) => value === FOREIGN || (value instanceof LiteralValue && isEmpty(value)));
  return isOpen ? resolver.globalNamed(first.name) : NO_VALUES;
}

function isEmpty({ node }: LiteralValue): boolean {
  return node.type === 'ObjectExpression' && node.properties.length === 0;
}

/** Any of the values of an object literal. */
function anyValueOf(resolver: Resolver, object: t.Node, scope: Scope): readonly Value[] {
  let values: readonly Value[] = NO_VALUES;
  for (const value of resolver.valuesOf(object, scope)) {
    if (!(value instanceof LiteralValue) || value.node.type !== 'ObjectExpression') continue;
    for (const property of value.node.properties) {
      const key = property.type === 'SpreadElement' ? null : keyName(property);
      if (key !== null) values = union(values, resolver.propertyOfAll([value], key));
    }
  }
  return values;
}

/** `useRef<TwilioVideo>(null)`: what a reference is declared to come to hold. */
function typedRef(resolver: Resolver, node: CallNode, scope: Scope): readonly Value[] {
  const [type] = node.typeParameters?.params ?? [];
  const name = type === undefined ? undefined : calledName(node);
  if (type === undefined || (name !== 'useRef' && name !== 'createRef')) return NO_VALUES;
  return resolver.types.heldBy(type, scope);
}

/** React's hooks that keep what they are given: `useRef(new X()).current`, `useMemo(() => new X(), [])`. */
function resultOfHook(resolver: Resolver, callee: t.Node, first: t.Node, scope: Scope): readonly Value[] | undefined {
  const name = callee.type === 'MemberExpression' ? keyName({ key: callee.property, computed: callee.computed }) : null;
  switch (callee.type === 'Identifier' ? callee.name : name) {
    case 'useRef':
    case 'useCallback':
      return resolver.valuesOf(first, scope);
    case 'inject':
      // Angular's: an instance of the class that it is given.
      return resolver.valuesOf(first, scope).flatMap((value) => instanceOf(value) ?? []);
    case 'useMemo':
      return resolver
        .valuesOf(first, scope)
        .flatMap((value) => (value instanceof FunctionValue ? resolver.returnsOf(value.node) : []));
    default:
      return undefined;
  }
}

/** What calls of Redux, Vuex and Pinia give: a store stands for what it is made of, and for its state where that is asked for. */
function resultOfStore(resolver: Resolver, node: CallNode, scope: Scope): readonly Value[] | undefined {
  const [first] = node.arguments;
  const last = node.arguments.at(-1);
  const { states } = resolver.handovers;
  switch (calledName(node)) {
    case 'getState':
      return states.all;
    case 'useStore':
      return states.allStores;
    case 'Store':
    case 'createStore':
      return first === undefined ? undefined : resolver.valuesOf(first, scope).filter(isLiteral);
    case 'defineStore':
      return last === undefined || last === first ? undefined : resolver.valuesOf(last, scope);
    case 'storeToRefs':
    case 'toRefs':
    case 'bindActionCreators':
      return first === undefined ? undefined : resolver.valuesOf(first, scope);
    case 'useSelector':
    case 'useAppSelector':
    case 'select':
      if (first === undefined || states.all.length === 0) return undefined;
      return resolver
        .valuesOf(first, scope)
        .flatMap((value) => (value instanceof FunctionValue ? resolver.returnsOf(value.node) : []));
    default:
      return undefined;
  }
}

function isLiteral(value: Value): boolean {
  return value instanceof LiteralValue;
}

function instanceOf(value: Value): Value | undefined {
  if (value instanceof ClassValue) return value.instance;
  return value instanceof ApiNode ? (value.children.get('()') ?? value) : undefined;
}

/** The module that a call loads; undefined where it loads none. */
function loadedModule(
  resolver: Resolver,
  node: t.CallExpression | t.OptionalCallExpression,
  scope: Scope,
): readonly Value[] | undefined {
  const { callee } = node;
  const [first, second] = node.arguments;
  const role = callee.type === 'Identifier' ? scope.roleOf(callee.name) : null;
  if (role && first !== undefined) {
    const loaded = loadedByRole(resolver, role, first, scope);
    if (loaded !== undefined) return loaded;
  }
  const wrapped = first === undefined ? wrappedModule(resolver, callee, scope) : undefined;
  if (wrapped !== undefined) return [wrapped];
  const specifier = requireSpecifier(node);
  if (specifier !== undefined) {
    return resolver.loadsModules(node, scope) ? resolver.moduleNamed(specifier, scope.enclosingModule()) : NO_VALUES;
  }
  if (callee.type === 'CallExpression' && callee.callee.type === 'Identifier' && first !== undefined) {
    // Metro's import(): `r(d[7])(d[6], d.paths)`.
    const outer = scope.roleOf(callee.callee.name);
    if (outer?.kind !== 'require' || !isDependency(first, scope)) return undefined;
    return loadedByRole(resolver, outer, first, scope);
  }
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || first === undefined)
    return undefined;
  const loader = scope.roleOf(callee.object.name);
  if (loader?.kind !== 'require') return undefined;
  switch (keyName({ key: callee.property, computed: callee.computed })) {
    case 'n':
      return resolver.valuesOf(first, scope);
    case 't':
      return loadedByRole(resolver, loader, first, scope);
    case 'bind':
      return second === undefined ? undefined : loadedByRole(resolver, loader, second, scope);
    default:
      return undefined;
  }
}

function loadedByRole(resolver: Resolver, role: Role, id: t.Node, scope: Scope): readonly Value[] | undefined {
  if (role.kind !== 'require' && role.kind !== 'importDefault' && role.kind !== 'importAll') return undefined;
  const module = bundledModule(resolver, role.module, id, scope);
  if (module === undefined) return undefined;
  return role.kind === 'importDefault' ? resolver.propertyOfAll([module], 'default') : [module];
}

function bundledModule(resolver: Resolver, from: ScriptModule, id: t.Node, scope: Scope): Value | undefined {
  let key: string | undefined;
  if (isDependency(id, scope)) key = keyName({ key: (id as t.MemberExpression).property }) ?? undefined;
  else if (id.type === 'NumericLiteral' || id.type === 'StringLiteral') key = String(id.value);
  if (key === undefined) return undefined;
  const module = resolver.program.bundled(from.dependencies?.get(key) ?? key, from);
  if (module === undefined) return undefined;
  // Code of a package that signatures know is not looked into by those who use it.
  const known =
    module.packageName === null || !module.isFace ? undefined : resolver.watch.modules.get(module.packageName);
  return known !== undefined && module.packageName !== from.packageName ? known : module;
}

/** `d[5]` */
function isDependency(node: t.Node, scope: Scope): boolean {
  if (node.type !== 'MemberExpression' || !node.computed || node.object.type !== 'Identifier') return false;
  return scope.roleOf(node.object.name)?.kind === 'dependencies';
}

/** The value of `promise.then(callback)`: what the callback returns. */
function resultOfThen(resolver: Resolver, promise: t.Node, callback: t.Node, scope: Scope): readonly Value[] {
  const callbacks = resolver.valuesOf(callback, scope);
  if (callbacks.some((value) => value instanceof ScriptModule)) return callbacks;
  let values: readonly Value[] = NO_VALUES;
  for (const value of callbacks) {
    if (value instanceof FunctionValue) values = union(values, resolver.returnsOf(value.node));
  }
  return callbacks.length > 0 ? values : resolver.valuesOf(promise, scope);
}

function resultOf(resolver: Resolver, callee: Value, node: CallNode, scope: Scope): readonly Value[] {
  if (callee instanceof FunctionValue) {
    if (callee.madeClass !== null && node.type === 'NewExpression') return [callee.madeClass.instance];
    const own = bundleLoader(resolver, callee, node, scope);
    return own ?? resolver.limited(() => resolver.returnsOf(callee.node));
  }
  // `useUser()` of Pinia: the store that was defined.
  if (callee instanceof LiteralValue) return node.type === 'NewExpression' ? NO_VALUES : [callee];
  if (callee instanceof ClassValue) return node.type === 'NewExpression' ? [callee.instance] : NO_VALUES;
  if (callee instanceof ScriptModule) {
    const whole = resolver.propertyOfAll([callee], 'default');
    // webpack's getter of a default export: `n.n(module)()`.
    if (callee.table !== null && node.type !== 'NewExpression') return whole;
    return whole.flatMap((value) => (value instanceof ScriptModule ? [] : resultOf(resolver, value, node, scope)));
  }
  if (!(callee instanceof ApiNode)) return NO_VALUES;
  if (callee.kind === 'foreign') return [FOREIGN];
  if (callee.kind === 'native-getter') return nativeModulesNamed(resolver, node.arguments[0], scope);
  const result = callee.children.get('()');
  if (result !== undefined) return [result];
  if (callee.kind === 'module' && node.arguments.length === 0) return only(callee.property('default'));
  // Signatures list what instances have beside what the class has.
  return node.type === 'NewExpression' ? [callee.made()] : NO_VALUES;
}

/** The loader that webpack writes into a bundle, called by code that stands beside it. */
function bundleLoader(
  resolver: Resolver,
  callee: FunctionValue,
  node: CallNode,
  scope: Scope,
): readonly Value[] | undefined {
  const [id] = node.arguments;
  if (callee.node.params.length !== 1 || (id?.type !== 'NumericLiteral' && id?.type !== 'StringLiteral'))
    return undefined;
  const returnsExports = callee.returns.some(
    ({ expression }) => expression.type === 'MemberExpression' && keyName({ key: expression.property }) === 'exports',
  );
  const from = scope.enclosingModule();
  if (!returnsExports || from === null) return undefined;
  const module = bundledModule(resolver, from, id, scope);
  return module === undefined ? undefined : [module];
}

function nativeModulesNamed(resolver: Resolver, argument: t.Node | undefined, scope: Scope): readonly Value[] {
  if (argument === undefined) return NO_VALUES;
  let values: readonly Value[] = NO_VALUES;
  for (const name of resolver.valuesOf(argument, scope)) {
    if (typeof name === 'string') values = union(values, only(resolver.watch.nativeModules.property(name)));
  }
  return values;
}

/** Functions that take the name of a native module and return it. */
const GETTER = /^(?:require(?:Optional)?NativeModule|requireNativePlugin|registerPlugin)$/;

/** `requireNativeModule('X')`, imported from whichever of the Expo packages, `uni.requireNativePlugin('X')` and the like. */
function nativeByName(
  resolver: Resolver,
  callee: t.Node,
  argument: t.Node | undefined,
  scope: Scope,
): readonly Value[] {
  if (callee.type === 'MemberExpression') {
    const name = keyName({ key: callee.property, computed: callee.computed });
    return name !== null && GETTER.test(name) ? nativeModulesNamed(resolver, argument, scope) : NO_VALUES;
  }
  if (callee.type !== 'Identifier' || !GETTER.test(callee.name)) return NO_VALUES;
  const binding = scope.lookup(callee.name);
  const isFree = binding === undefined || binding.kind === 'import';
  return isFree ? nativeModulesNamed(resolver, argument, scope) : NO_VALUES;
}

/** Interop helpers by name or, where they are renamed, by what they are given: a module that was just loaded. */
function returnsItsArgument(node: t.CallExpression | t.OptionalCallExpression, first: t.Node, scope: Scope): boolean {
  const { callee } = node;
  if (callee.type !== 'Identifier') return false;
  if (isInteropHelper(callee.name)) return true;
  if (callee.name === 'Object' && scope.lookup('Object') === undefined) return true;
  const loading = heldCall(first, scope);
  if (loading === undefined || loading.node.callee.type === 'Import') return false;
  if (requireSpecifier(loading.node) !== undefined) return true;
  const loader = loading.node.callee;
  if (loader.type !== 'Identifier' || node.arguments.length > 2) return false;
  return loading.scope.roleOf(loader.name)?.kind === 'require' && scope.roleOf(callee.name) === null;
}

/** A call, or the one whose result a variable holds. */
function heldCall(node: t.Node, scope: Scope): { node: t.CallExpression; scope: Scope } | undefined {
  if (node.type === 'CallExpression') return { node, scope };
  if (node.type !== 'Identifier') return undefined;
  const sources = scope.lookup(node.name)?.sources;
  const source = sources?.length === 1 ? sources[0] : undefined;
  if (source?.kind !== 'expression' || source.path.length > 0 || source.expression.type !== 'CallExpression') {
    return undefined;
  }
  return { node: source.expression, scope: source.scope };
}
