import type * as t from '@babel/types';
import { isFunctionValue } from '../syntax/function-nodes.ts';
import { keyName } from '../syntax/pattern.ts';
import type { RoleKind } from './scope.ts';

/** A function into which a bundler wrapped one module. */
export interface ModuleFactory {
  node: t.Function;
  /** Its number or name in the bundle. */
  id: string;
  /** What its parameters are, in order. */
  roles: readonly RoleKind[];
  /** What the module's own numbers or names for its dependencies stand for; null where it calls them by their ids. */
  dependencies: ReadonlyMap<string, string> | null;
  /** The path that the bundler kept, in development bundles. */
  path: string | null;
}

const METRO: readonly RoleKind[] = [
  'global',
  'require',
  'importDefault',
  'importAll',
  'module',
  'exports',
  'dependencies',
];
/** Before importDefault and importAll (Metro 0.43). */
const OLD_METRO: readonly RoleKind[] = ['global', 'require', 'module', 'exports', 'dependencies'];
const WEBPACK: readonly RoleKind[] = ['module', 'exports', 'require'];
const BROWSERIFY: readonly RoleKind[] = ['require', 'module', 'exports'];
const ESBUILD: readonly RoleKind[] = ['exports', 'module'];
/** webpack since 5.110. */
const INLINED: readonly RoleKind[] = ['module', 'exports'];

/** The modules that a call defines or is given: Metro's `__d`, webpack's chunks and start, browserify's prelude. */
export function factoriesOfCall(node: t.CallExpression): ModuleFactory[] {
  const { callee } = node;
  const [first] = node.arguments;
  if (first === undefined) return [];
  if (callee.type === 'Identifier') {
    if (callee.name.endsWith('__d')) return metroModule(node);
    return /^__(?:commonJS|esm)/.test(callee.name) ? tableOf(first, ESBUILD, true) : [];
  }
  if (callee.type === 'MemberExpression') {
    if (keyName({ key: callee.property, computed: callee.computed }) !== 'push') return [];
    const table = first.type === 'ArrayExpression' ? first.elements[1] : undefined;
    return table === null || table === undefined ? [] : tableOf(table, WEBPACK, true);
  }
  // Minifiers write `!function(e){...}(modules)`, browserify calls what its prelude returns.
  if (callee.type !== 'FunctionExpression' && callee.type !== 'CallExpression') return [];
  const modules = browserifyModules(first);
  if (modules.length > 0 || callee.type === 'CallExpression') return modules;
  return tableOf(first, WEBPACK, true);
}

/**
 * The module that a bundler's helper for CommonJS is given by itself, esbuild's where names are minified and webpack's
 * where it puts such a module among those that it joins: `var load = helper((exports, module) => { ... })`. Its place in the
 * file is its id.
 */
export function factoryOfHelper(call: t.CallExpression, roles: readonly RoleKind[]): ModuleFactory[] {
  const [only, other] = call.arguments;
  if (only === undefined || other !== undefined || !isFunctionValue(only) || only.params.length > roles.length)
    return [];
  if (only.params.some(({ type }) => type !== 'Identifier')) return [];
  return [{ node: only, id: `@${only.start ?? 0}`, roles, dependencies: null, path: null }];
}

/** What `loader.cw((module, exports) => { ... })` of webpack gives its function, whose name no minifier changes. */
export function rolesOfInlined({ callee, arguments: [only] }: t.CallExpression): readonly RoleKind[] | undefined {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined;
  if (keyName({ key: callee.property, computed: callee.computed }) !== 'cw') return undefined;
  return only?.type === 'ArrowFunctionExpression' || only?.type === 'FunctionExpression' ? INLINED : undefined;
}

/** What a function gives to those that it is given, where it is a bundler's helper for CommonJS by whatever name. */
export function rolesOfHelper(node: t.Node | null | undefined): readonly RoleKind[] | undefined {
  if (isCommonJsHelper(node)) return ESBUILD;
  return isInliningHelper(node) ? INLINED : undefined;
}

/** webpack's: `(run) => { var module; return () => { ...; return module.exports; }; }` */
function isInliningHelper(node: t.Node | null | undefined): boolean {
  if (node?.type !== 'ArrowFunctionExpression' && node?.type !== 'FunctionExpression') return false;
  if (node.params.length !== 1 || node.body.type !== 'BlockStatement') return false;
  const last = node.body.body.at(-1);
  const loads = last?.type === 'ReturnStatement' ? last.argument : null;
  if (loads?.type !== 'ArrowFunctionExpression' && loads?.type !== 'FunctionExpression') return false;
  if (loads.params.length > 0 || loads.body.type !== 'BlockStatement') return false;
  const given = loads.body.body.at(-1);
  const exported = given?.type === 'ReturnStatement' ? given.argument : null;
  return (
    exported?.type === 'MemberExpression' &&
    keyName({ key: exported.property, computed: exported.computed }) === 'exports'
  );
}

/**
 * Whether a function is esbuild's helper for CommonJS, by whatever name it goes: it runs a module once and gives what that
 * exports, `(run, made) => () => (made || run((made = { exports: {} }).exports, made), made.exports)`.
 */
function isCommonJsHelper(node: t.Node | null | undefined): boolean {
  if (node?.type !== 'ArrowFunctionExpression' && node?.type !== 'FunctionExpression') return false;
  const [run, made] = node.params;
  const loads = givenBy(node);
  if (run?.type !== 'Identifier' || made?.type !== 'Identifier' || node.params.length !== 2) return false;
  if (loads?.type !== 'ArrowFunctionExpression' && loads?.type !== 'FunctionExpression') return false;
  const given = loads.params.length === 0 ? givenBy(loads) : null;
  if (given?.type !== 'SequenceExpression') return false;
  const [first] = given.expressions;
  const last = given.expressions.at(-1);
  return (
    first?.type === 'LogicalExpression' &&
    isNamed(first.left, made.name) &&
    last?.type === 'MemberExpression' &&
    isNamed(last.object, made.name) &&
    keyName({ key: last.property, computed: last.computed }) === 'exports'
  );
}

/** What a function gives that does nothing else, or forgets what it has made where that fails, as newer versions do. */
function givenBy({ body }: t.ArrowFunctionExpression | t.FunctionExpression): t.Expression | null {
  if (body.type !== 'BlockStatement') return body;
  const [first] = body.body;
  const tried = first?.type === 'TryStatement' && body.body.length === 1 ? first.block.body : body.body;
  const [only, other] = tried;
  return only?.type === 'ReturnStatement' && other === undefined ? (only.argument ?? null) : null;
}

function isNamed(node: t.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

/** The module that Metro's `__r(0)` runs. */
export function startedModule({ callee, arguments: args }: t.CallExpression): string | null {
  if (callee.type !== 'Identifier' || !callee.name.endsWith('__r') || args.length !== 1) return null;
  const [id] = args;
  return id?.type === 'NumericLiteral' || id?.type === 'StringLiteral' ? String(id.value) : null;
}

/** The modules of a table that stands by itself, as webpack writes it since version 5. */
export function factoriesOfObject(node: t.ObjectExpression): ModuleFactory[] {
  return tableOf(node, WEBPACK, false);
}

function metroModule(node: t.CallExpression): ModuleFactory[] {
  const [factory, id, list, name] = node.arguments;
  if (factory === undefined || id === undefined || !isFunctionValue(factory)) return [];
  if (id.type !== 'NumericLiteral' && id.type !== 'StringLiteral') return [];
  const dependencies = new Map<string, string>();
  if (list?.type === 'ArrayExpression') {
    for (const [at, element] of list.elements.entries()) {
      if (element?.type === 'NumericLiteral') dependencies.set(String(at), String(element.value));
    }
  } else if (list?.type === 'ObjectExpression') {
    for (const property of list.properties) {
      if (property.type !== 'ObjectProperty' || property.value.type !== 'NumericLiteral') continue;
      const key = keyName(property);
      if (key !== null) dependencies.set(key, String(property.value.value));
    }
  }
  return [
    {
      node: factory,
      id: String(id.value),
      roles: factory.params.length === 5 ? OLD_METRO : METRO,
      dependencies,
      path: name?.type === 'StringLiteral' ? name.value : null,
    },
  ];
}

/** `trusted` where the place alone tells a table; elsewhere the keys have to look like a bundler's. */
function tableOf(table: t.Node, roles: readonly RoleKind[], trusted: boolean): ModuleFactory[] {
  const factories: ModuleFactory[] = [];
  const add = (id: string, node: t.Node): boolean => {
    if (!isFunctionValue(node) || node.params.length > roles.length) return false;
    if (node.params.some(({ type }) => type !== 'Identifier')) return false;
    factories.push({ node, id, roles, dependencies: null, path: /[/]/.test(id) ? id : null });
    return true;
  };
  if (table.type === 'ArrayExpression') {
    for (const [at, element] of table.elements.entries()) if (element !== null && !add(String(at), element)) return [];
    return factories;
  }
  if (table.type !== 'ObjectExpression') return [];
  for (const property of table.properties) {
    if (property.type === 'SpreadElement') return [];
    const id = keyName(property);
    if (id === null) return [];
    if (!trusted && !/^\d+$|^\.{0,2}\/|\.[mc]?[jt]sx?$/.test(id)) return [];
    if (!add(id, property.type === 'ObjectMethod' ? property : property.value)) return [];
  }
  return factories;
}

/** `{ 1: [function (require, module, exports) { ... }, { "./a": 2 }], ... }` */
function browserifyModules(table: t.Node): ModuleFactory[] {
  if (table.type !== 'ObjectExpression') return [];
  const factories: ModuleFactory[] = [];
  for (const property of table.properties) {
    if (property.type !== 'ObjectProperty' || property.value.type !== 'ArrayExpression') return [];
    const id = keyName(property);
    const [node, names] = property.value.elements;
    if (id === null || !node || !isFunctionValue(node) || names?.type !== 'ObjectExpression') return [];
    const dependencies = new Map<string, string>();
    for (const entry of names.properties) {
      const name = entry.type === 'ObjectProperty' ? keyName(entry) : null;
      if (name === null || entry.type !== 'ObjectProperty') continue;
      const { value } = entry;
      if (value.type === 'NumericLiteral' || value.type === 'StringLiteral') {
        dependencies.set(name, String(value.value));
      }
    }
    factories.push({ node, id, roles: BROWSERIFY, dependencies, path: /[/]/.test(id) ? id : null });
  }
  return factories;
}
