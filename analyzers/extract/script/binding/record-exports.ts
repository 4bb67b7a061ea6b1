import type * as t from '@babel/types';
import { keyName } from '../syntax/pattern.ts';
import type { MemberWrite } from './bound-script.ts';
import { heldFunction, heldNode } from './held-node.ts';
import { roleOfBinding, type Scope, type Source } from './scope.ts';
import type { ScriptModule } from './script-module.ts';
import type { FunctionValue } from './value.ts';

/**
 * The module whose exports an expression is: `exports` or `module.exports`, free in a file, or what a bundler calls
 * them in one of its modules.
 */
export function exportsOwner(node: t.Node, scope: Scope): ScriptModule | undefined {
  if (node.type === 'Identifier') {
    const binding = scope.lookup(node.name);
    if (binding === undefined) return node.name === 'exports' ? (scope.enclosingModule() ?? undefined) : undefined;
    const role = roleOfBinding(binding);
    return role?.kind === 'exports' ? role.module : undefined;
  }
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return undefined;
  if (keyName({ key: node.property, computed: node.computed }) !== 'exports') return undefined;
  const binding = scope.lookup(node.object.name);
  if (binding === undefined) return node.object.name === 'module' ? (scope.enclosingModule() ?? undefined) : undefined;
  const role = roleOfBinding(binding);
  return role?.kind === 'module' ? role.module : undefined;
}

/** Notes an assignment that exports something; false where it is another one. */
export function recordExport(target: t.Node, source: Source, scope: Scope): boolean {
  if (target.type !== 'MemberExpression') return false;
  const whole = exportsOwner(target, scope);
  if (whole !== undefined) {
    whole.whole.push(source);
    return true;
  }
  const owner = exportsOwner(target.object, scope);
  if (owner === undefined) return false;
  const name = keyName({ key: target.property, computed: target.computed });
  if (name !== null) exportSource(owner, name, source);
  else if (source.kind === 'expression') addStar(owner, source.expression, source.scope);
  return true;
}

/** Notes what calls of compilers' helpers export, and what they write to other objects. */
export function recordHelperCall(
  node: t.CallExpression,
  scope: Scope,
  functions: ReadonlyMap<t.Node, FunctionValue>,
): MemberWrite[] {
  const [target, second, third] = node.arguments;
  if (target === undefined || second === undefined) return [];
  if (isStarHelper(node.callee)) {
    const owner = exportsOwner(second, scope) ?? exportsOwner(target, scope);
    const from = exportsOwner(second, scope) === undefined ? second : target;
    owner?.stars.push({ kind: 'expression', expression: from, scope, path: [] });
    return [];
  }
  const owner = exportsOwner(target, scope);
  if (owner === undefined && target.type !== 'Identifier') return [];
  const writes: MemberWrite[] = [];
  const write = (name: string, sources: readonly Source[]): void => {
    for (const source of sources) {
      if (owner !== undefined) exportSource(owner, name, source);
      else writes.push({ object: target, scope, name, source });
    }
  };
  if (third !== undefined) {
    // Object.defineProperty(exports, "a", { get }) and webpack's n.d(exports, "a", getter)
    const described = heldNode(third, scope) ?? { node: third, scope };
    const sources =
      described.node.type === 'ObjectExpression'
        ? describedSources(described.node, described.scope, functions)
        : getterSources(described.node, functions);
    if (second.type === 'StringLiteral') write(second.value, sources);
    else if (owner !== undefined) {
      for (const source of sources) if (source.kind === 'expression') addStar(owner, source.expression, source.scope);
    }
    return writes;
  }
  const called = node.callee.type === 'MemberExpression' ? keyName({ key: node.callee.property }) : null;
  const isAssign = called === 'assign';
  if (second.type === 'ArrayExpression' && called === 'd') {
    for (const [name, sources] of listedExports(second, scope, functions)) write(name, sources);
    return writes;
  }
  if (second.type !== 'ObjectExpression') {
    if (isAssign) owner?.stars.push({ kind: 'expression', expression: second, scope, path: [] });
    return [];
  }
  for (const property of second.properties) {
    if (property.type === 'SpreadElement') continue;
    const name = keyName(property);
    if (name === null) continue;
    const value = property.type === 'ObjectMethod' ? property : property.value;
    if (!isAssign) write(name, getterSources(value, functions));
    else if (property.type === 'ObjectProperty') {
      write(name, [{ kind: 'expression', expression: property.value, scope, path: [] }]);
    }
  }
  return writes;
}

/** `["a", () => a, "b", 0, b]`, as webpack writes exports since 5.110: behind a name its getter, or zero and its value. */
function listedExports(
  { elements }: t.ArrayExpression,
  scope: Scope,
  functions: ReadonlyMap<t.Node, FunctionValue>,
): [string, Source[]][] {
  const exports: [string, Source[]][] = [];
  for (let at = 0; at + 1 < elements.length; at++) {
    const name = elements[at];
    const given = elements[++at];
    if (name?.type !== 'StringLiteral' || !given) break;
    const value = given.type === 'NumericLiteral' ? elements[++at] : null;
    if (value) exports.push([name.value, [{ kind: 'expression', expression: value, scope, path: [] }]]);
    else exports.push([name.value, getterSources(given, functions)]);
  }
  return exports;
}

/** Whether `recordHelperCall` has anything to say about a call: a cheap look at its shape. */
export function mayExport(node: t.CallExpression): boolean {
  const { callee } = node;
  const [target, second] = node.arguments;
  if (target === undefined || second === undefined || node.arguments.length > 3) return false;
  if (isStarHelper(callee)) return true;
  if (target.type !== 'Identifier' && target.type !== 'MemberExpression') return false;
  if (callee.type === 'MemberExpression') {
    const name = keyName({ key: callee.property, computed: callee.computed });
    return name === 'defineProperty' || name === 'd' || name === 'assign';
  }
  return callee.type === 'Identifier' && second.type === 'ObjectExpression' && node.arguments.length === 2;
}

function isStarHelper(callee: t.Node): boolean {
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return name.type === 'Identifier' && /^_*(?:export_?star|reexport)$/i.test(name.name);
}

function exportSource(owner: ScriptModule, name: string, source: Source): void {
  owner.addExport(name, source);
  if (source.kind !== 'expression' || source.expression.type !== 'Identifier' || source.path.length > 0) return;
  const binding = source.scope.lookup(source.expression.name);
  if (binding === undefined) return;
  binding.exportNames ??= [];
  if (!binding.exportNames.includes(name)) binding.exportNames.push(name);
}

/** `exports[key] = other[key]`: everything of the other. */
function addStar(owner: ScriptModule, expression: t.Node, scope: Scope): void {
  if (expression.type !== 'MemberExpression' || !expression.computed) return;
  owner.stars.push({ kind: 'expression', expression: expression.object, scope, path: [] });
}

function getterSources(node: t.Node, functions: ReadonlyMap<t.Node, FunctionValue>): Source[] {
  const getter = functions.get(node);
  if (getter === undefined || getter.node.params.length > 0) return [];
  return getter.returns.map(({ expression, scope }) => ({ kind: 'expression', expression, scope, path: [] }));
}

/** What a property descriptor gives: by its getter, or its value. */
function describedSources(
  descriptor: t.ObjectExpression,
  scope: Scope,
  functions: ReadonlyMap<t.Node, FunctionValue>,
): Source[] {
  return descriptor.properties.flatMap((property): Source[] => {
    if (property.type === 'SpreadElement') return [];
    const name = keyName(property);
    if (name === 'get') {
      const getter = property.type === 'ObjectMethod' ? property : heldFunction(property.value, scope);
      return getterSources(getter, functions);
    }
    if (name !== 'value' || property.type !== 'ObjectProperty') return [];
    return [{ kind: 'expression', expression: property.value, scope, path: [] }];
  });
}
