import type * as t from '@babel/types';
import { ApiNode, FOREIGN, NATIVE_GETTER } from '../apis/api-node.ts';
import { heldNode } from '../binding/held-node.ts';
import type { Scope } from '../binding/scope.ts';
import { ScriptModule } from '../binding/script-module.ts';
import { NO_VALUES, type Value } from '../binding/value.ts';
import { keyName } from '../syntax/pattern.ts';
import { permissionConstant, sensorConstant } from './named-constant.ts';
import { propertyOfUnknown } from './property-of.ts';
import { MAX_VALUES, only, type Resolver, union } from './resolve.ts';

export type MemberNode = t.MemberExpression | t.OptionalMemberExpression | t.JSXMemberExpression;

/** What a member access gives: by what its object is, by what is assigned to the member, or by its name alone. */
export function memberValues(resolver: Resolver, node: MemberNode, scope: Scope): readonly Value[] {
  let values: readonly Value[] = NO_VALUES;
  const names = propertyNames(resolver, node, scope);
  const objects = names.length === 0 ? NO_VALUES : resolver.valuesOf(node.object, scope);
  for (const name of names) {
    values = union(values, resolver.propertyOfAll(objects, name));
    values = union(values, assignedMember(resolver, node.object, name, scope));
    const isUnknown = !values.some((value) => value instanceof ApiNode) && objects.every(isOfBundle);
    if (isUnknown) values = union(values, propertyOfUnknown(resolver, name));
    // Capacitor's core packed beside the app's code, which calls it by another name: `const e = core.registerPlugin`.
    if (name === 'registerPlugin') values = union(values, [NATIVE_GETTER]);
    // Of a class that extends a component of somebody else's nothing is known of what all components have.
    if (values.every((value) => value === FOREIGN) && (name.startsWith('$') || isSelf(node.object, scope)))
      values = union(values, injected(resolver, name));
    // uView puts its tools on `uni` and on all components.
    if (values.length === 0 && name === '$u') values = resolver.propertyOfAll(resolver.globalNamed('uni'), name);
    if (values.length === 0) values = hungOnInjected(resolver, node.object, name);
    // `(event: React.ClipboardEvent) => ...`: the type is a module's that says nothing of its members.
    if (name === 'clipboardData' && values.every((value) => value === FOREIGN) && isGiven(node.object, scope))
      values = propertyOfUnknown(resolver, name);
    if (name === '$store') values = union(values, resolver.handovers.states.allStores);
  }
  if (values.length > 0 || node.type === 'JSXMemberExpression') return values;
  return only(permissionConstant(node, scope) ?? sensorConstant(node));
}

/** Whether an object is what a function is given, or hangs on it (`event.nativeEvent`). */
function isGiven(object: t.Node, scope: Scope): boolean {
  let root = object;
  while (root.type === 'MemberExpression' || root.type === 'OptionalMemberExpression') root = root.object;
  return root.type === 'Identifier' && scope.lookup(root.name)?.kind === 'parameter';
}

/** The names that a member access can go by. */
export function propertyNames(resolver: Resolver, node: MemberNode, scope: Scope): readonly string[] {
  if (node.type === 'JSXMemberExpression') return [node.property.name];
  const name = keyName({ key: node.property, computed: node.computed });
  if (name !== null) return [name];
  if (!node.computed) return [];
  return resolver.valuesOf(node.property, scope).filter((value) => typeof value === 'string');
}

/**
 * `this.$clip` of Vue, where `Vue.prototype.$clip` or `globalProperties.$clip` was given something. Names of this form are
 * nearly always meant so; any other name is by what it is written to alone.
 */
function injected(resolver: Resolver, name: string): readonly Value[] {
  const writes = resolver.program.writesTo(name);
  const shared = name.startsWith('$') ? writes : writes.filter(({ object }) => isSharedByComponents(object));
  if (shared.length === 0) return NO_VALUES;
  return resolver.limited(() => resolver.valuesOfSources(shared.map(({ source }) => source)));
}

/** `Vue.prototype`, `app.config.globalProperties` */
function isSharedByComponents(node: t.Node): boolean {
  if (node.type !== 'MemberExpression') return false;
  const name = keyName({ key: node.property, computed: node.computed });
  if (name === 'globalProperties') return true;
  return name === 'prototype' && node.object.type === 'Identifier' && node.object.name === 'Vue';
}

/** `this`, or a variable that holds it. */
function isSelf(node: t.Node, scope: Scope): boolean {
  return heldNode(node, scope)?.node.type === 'ThisExpression';
}

/** `this.$u.api`, where `vm.$u.api` was given something: what components share under such a name is one object. */
function hungOnInjected(resolver: Resolver, object: t.Node, name: string): readonly Value[] {
  const shared = injectedName(object);
  if (shared === null) return NO_VALUES;
  const writes = resolver.program.writesTo(name).filter((write) => injectedName(write.object) === shared);
  return resolver.limited(() => resolver.valuesOfSources(writes.map(({ source }) => source)));
}

/** The name of a member that all components have: `$u` of `vm.$u`. */
function injectedName(node: t.Node): string | null {
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return null;
  const name = keyName({ key: node.property, computed: node.computed });
  return name?.startsWith('$') === true ? name : null;
}

/** `shim.Geo`, where something was assigned to it. */
function assignedMember(resolver: Resolver, object: t.Node, name: string, scope: Scope): readonly Value[] {
  if (object.type !== 'Identifier') return NO_VALUES;
  const sources = scope.lookup(object.name)?.members?.get(name);
  if (sources === undefined) return NO_VALUES;
  return resolver.limited(() => resolver.valuesOfSources(sources.slice(0, MAX_VALUES)));
}

/** Modules of a bundle say little about what they export by names that bundling keeps. */
function isOfBundle(value: Value): boolean {
  return value instanceof ScriptModule && value.table !== null;
}
