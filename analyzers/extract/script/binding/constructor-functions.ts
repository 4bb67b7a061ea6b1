import type * as t from '@babel/types';
import { wrappedFunction } from '../syntax/function-nodes.ts';
import { keyName } from '../syntax/pattern.ts';
import type { BoundScript } from './bound-script.ts';
import { heldFunction, heldNode } from './held-node.ts';
import type { Assignment } from './record-assignment.ts';
import { addSource, type Scope, type Source } from './scope.ts';
import { ClassValue, FunctionValue, type InstanceValue, LiteralValue, type Value } from './value.ts';

/** A call that may be a compiler's helper that makes a class of a function. */
export interface HelperCall {
  node: t.CallExpression;
  scope: Scope;
}

/** What `new` makes an object of. */
export interface Construction {
  callee: t.Identifier;
  scope: Scope;
}

/** A member that such a helper is given. */
interface Member {
  name: string;
  value: t.Node;
  isGetter: boolean;
  scope: Scope;
}

/** By the node of a constructor or of a member: what `this` is in there. */
type Selves = Map<t.Node, InstanceValue | ClassValue>;

/** Syntax nodes between a member and a function in it. */
const MAX_NESTING = 48;

/**
 * Whether a call has the shape of such a helper's: `(F, [{ key, value }])`, `(F, null, [...])`, or `(F, Base)`; and of the
 * helper in it, where a minifier has left that alone: `(F.prototype, [{ key, value }])`.
 */
export function mayMakeClass({ arguments: [first, second, third, fourth] }: t.CallExpression): boolean {
  if (first?.type === 'MemberExpression') {
    return (
      prototypeOwner(first) !== null &&
      third === undefined &&
      (second?.type === 'Identifier' || second?.type === 'ArrayExpression')
    );
  }
  if (first?.type !== 'Identifier' && first?.type !== 'FunctionExpression') return false;
  if (second === undefined || fourth !== undefined) return false;
  const isGiven = (node: t.Node): boolean => node.type === 'ArrayExpression' || node.type === 'Identifier';
  return third === undefined ? isGiven(second) : isGiven(third);
}

/**
 * Finds the functions that compilers and older code use as classes: members by a helper that takes a list of
 * `{ key, value }`, or by `F.prototype.m = ...`; or none, where `new F()` makes an object that F gives its fields. They
 * become classes with these members, and `this` in them an instance.
 */
export function findConstructorFunctions(
  script: BoundScript,
  calls: readonly HelperCall[],
  assignments: readonly Assignment[],
  constructions: readonly Construction[],
): void {
  const selves: Selves = new Map();
  for (const { node, scope } of calls) {
    const [first, second, third] = node.arguments;
    const ofPrototype = first?.type === 'MemberExpression' ? prototypeOwner(first) : null;
    const owner = first === undefined ? undefined : functionOf(script, ofPrototype ?? first, scope);
    if (owner === undefined) continue;
    const members = describedMembers(second, scope);
    const statics = describedMembers(third, scope);
    if (members.length + statics.length === 0) continue;
    if (ofPrototype === null) script.classCalls.set(node, owner);
    const made = madeClass(owner, scope, selves);
    for (const member of members) declare(script, made.instance, made.members, member, selves);
    for (const member of statics) declare(script, made, made.statics, member, selves);
  }
  for (const { target, source, scope } of assignments) {
    const member = target.type === 'MemberExpression' ? prototypeMember(target) : null;
    const owner = member === null ? undefined : functionOf(script, member.owner, scope);
    if (member === null || owner === undefined || source.kind !== 'expression') continue;
    const made = madeClass(owner, scope, selves);
    const { expression: value, scope: inner } = source;
    declare(script, made.instance, made.members, { name: member.name, value, isGetter: false, scope: inner }, selves);
  }
  const looked = new Set<FunctionValue>();
  for (const { callee, scope } of constructions) {
    const owner = functionOf(script, callee, scope);
    if (owner === undefined || owner.madeClass !== null || looked.has(owner)) continue;
    looked.add(owner);
    if (givesFields(owner)) madeClass(owner, scope, selves);
  }
  if (selves.size === 0) return;
  for (const { node, scope } of calls) addBase(script, node, scope);
  giveSelves(script, selves);
  for (const owner of script.functions.values()) {
    if (owner.madeClass !== null) nameReturned(owner, owner.madeClass.instance);
  }
}

/**
 * A derived class gets its instance from what it extends, and gives it back: `_this = callSuper(this, F)`, and at the
 * end `return _this`. Whatever a minifier calls the helper, the variable holds the instance.
 */
function nameReturned({ inner, returns }: FunctionValue, instance: InstanceValue): void {
  for (const { expression, scope } of returns) {
    const last = expression.type === 'SequenceExpression' ? expression.expressions.at(-1) : expression;
    const held = last?.type === 'Identifier' ? scope.lookup(last.name) : undefined;
    if (held === undefined || held !== inner?.lookup(held.name)) continue;
    if (held.sources.some((source) => source.kind === 'expression' && isGivenThis(source.expression)))
      held.give({ kind: 'value', value: instance });
  }
}

/** `helper(this, ...)`, `Base.call(this, ...) || this` */
function isGivenThis(node: t.Node): boolean {
  const call = node.type === 'LogicalExpression' ? node.left : node;
  return call.type === 'CallExpression' && call.arguments.some(({ type }) => type === 'ThisExpression');
}

/** Whether a function gives what `this` is in it a field, by a statement of its own. */
function givesFields({ node, inner }: FunctionValue): boolean {
  if (inner?.self !== 'unknown' || node.body.type !== 'BlockStatement') return false;
  return node.body.body.some(
    (statement) =>
      statement.type === 'ExpressionStatement' &&
      (statement.expression.type === 'SequenceExpression'
        ? statement.expression.expressions.some(isField)
        : isField(statement.expression)),
  );
}

function isField(node: t.Node): boolean {
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return false;
  return node.left.object.type === 'ThisExpression';
}

/** `F.prototype.name` */
function prototypeMember({ object, property, computed }: t.MemberExpression): { owner: t.Node; name: string } | null {
  const owner = object.type === 'MemberExpression' ? prototypeOwner(object) : null;
  const name = owner === null ? null : keyName({ key: property, computed });
  return owner === null || name === null ? null : { owner, name };
}

/** F of `F.prototype` */
function prototypeOwner({ object, property, computed }: t.MemberExpression): t.Node | null {
  return keyName({ key: property, computed }) === 'prototype' ? object : null;
}

function madeClass(owner: FunctionValue, scope: Scope, selves: Selves): ClassValue {
  owner.madeClass ??= new ClassValue(owner.node, scope);
  selves.set(owner.node, owner.madeClass.instance);
  return owner.madeClass;
}

function declare(
  script: BoundScript,
  self: InstanceValue | ClassValue,
  members: Map<string, Source[]>,
  { name, value, isGetter, scope }: Member,
  selves: Selves,
): void {
  const last = value.type === 'SequenceExpression' ? value.expressions.at(-1) : value;
  const method = last === undefined ? undefined : script.functions.get(wrappedFunction(last) ?? last);
  if (method !== undefined) method.addName(name);
  if (isGetter) {
    for (const { expression, scope: inner } of method?.returns ?? []) {
      addSource(members, name, { kind: 'expression', expression, scope: inner, path: [] });
    }
  } else addSource(members, name, { kind: 'expression', expression: value, scope, path: [] });
  selves.set(value, self);
}

/** `(F, Base)`, where F is a class: what it extends. */
function addBase(script: BoundScript, { arguments: [first, second, third] }: t.CallExpression, scope: Scope): void {
  if (first === undefined || second?.type !== 'Identifier' || third !== undefined) return;
  const made = functionOf(script, first, scope)?.madeClass;
  if (made && made.extended === null && functionOf(script, second, scope)?.madeClass !== made) {
    made.extended = { expression: second, scope };
  }
}

/** Functions inside of a member that have no `this` of their own that is known are called on the instance. */
function giveSelves(
  { nodes, parents, functions }: BoundScript,
  selves: ReadonlyMap<t.Node, InstanceValue | ClassValue>,
): void {
  const types = new Set([...selves.keys()].map(({ type }) => type));
  // By node: its own index or that of the nearest one above that is a member, and how many nodes lie between.
  const owners = new Int32Array(nodes.length).fill(-1);
  const distances = new Uint8Array(nodes.length);
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as t.Node;
    if (types.has(node.type) && selves.has(node)) owners[index] = index;
    else {
      const above = parents[index] ?? -1;
      const distance = (distances[above] ?? 0) + 1;
      if (above < 0 || distance >= MAX_NESTING || owners[above] === -1) continue;
      owners[index] = owners[above] as number;
      distances[index] = distance;
    }
    if (node.type !== 'FunctionExpression' && node.type !== 'FunctionDeclaration' && node.type !== 'ObjectMethod')
      continue;
    const inner = functions.get(node)?.inner;
    if (!inner || inner.self === null || !(inner.self === 'unknown' || isDescription(inner.self))) continue;
    inner.self = selves.get(nodes[owners[index] as number] as t.Node) ?? 'unknown';
  }
}

/** A member that stands in its description, as `{ key, value: function () {} }`, is not called on that. */
function isDescription(self: Value): boolean {
  if (!(self instanceof LiteralValue) || self.node.type !== 'ObjectExpression') return false;
  const names = self.node.properties.map((property) => (property.type === 'SpreadElement' ? null : keyName(property)));
  return names.includes('key') && (names.includes('value') || names.includes('get'));
}

function describedMembers(list: t.Node | undefined, scope: Scope): Member[] {
  const held = list === undefined ? undefined : heldNode(list, scope);
  if (held?.node.type !== 'ArrayExpression') return [];
  return held.node.elements.flatMap((element): Member[] => {
    const described = element === null ? undefined : heldNode(element, held.scope);
    if (described?.node.type !== 'ObjectExpression') return [];
    let name: string | null = null;
    let value: t.Node | null = null;
    let isGetter = false;
    for (const property of described.node.properties) {
      if (property.type === 'SpreadElement') continue;
      const key = keyName(property);
      const given = property.type === 'ObjectMethod' ? property : heldFunction(property.value, described.scope);
      if (key === 'key' && given.type === 'StringLiteral') name = given.value;
      else if (key === 'value' || key === 'get') {
        value = given;
        isGetter = key === 'get';
      }
    }
    return name === null || value === null ? [] : [{ name, value, isGetter, scope: described.scope }];
  });
}

function functionOf(script: BoundScript, node: t.Node, scope: Scope): FunctionValue | undefined {
  if (node.type === 'FunctionExpression') return script.functions.get(node);
  if (node.type !== 'Identifier') return undefined;
  for (const source of scope.lookup(node.name)?.sources ?? []) {
    if (source.kind === 'value' && source.value instanceof FunctionValue) return source.value;
    if (source.kind !== 'expression' || source.path.length > 0) continue;
    const value = script.functions.get(source.expression);
    if (value !== undefined) return value;
  }
  return undefined;
}
