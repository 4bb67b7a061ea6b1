import type * as t from '@babel/types';
import type { Scope } from '../binding/scope.ts';
import { LiteralValue, NO_VALUES, type Value } from '../binding/value.ts';
import { type Resolver, union } from './resolve.ts';

/** Elements of one list that are looked at, with those of lists that are spread out in it. */
const MAX_ELEMENTS = 64;

/** What any element of a list may be: what stands in it, what is spread out there, and what is put into its variable. */
export function elementsOf(resolver: Resolver, list: t.Node, scope: Scope): readonly Value[] {
  let found: readonly Value[] = NO_VALUES;
  const open: { node: t.Node; scope: Scope }[] = [{ node: list, scope }];
  const seen = new Set<Value>();
  for (let count = 0; count < MAX_ELEMENTS && open.length > 0; count++) {
    const next = open.shift() as (typeof open)[number];
    const binding = next.node.type === 'Identifier' ? next.scope.lookup(next.node.name) : undefined;
    for (const { node, scope: around } of binding === undefined ? [] : resolver.filled.into(binding)) {
      if (node.type === 'SpreadElement') open.push({ node: node.argument, scope: around });
      else found = union(found, resolver.valuesOf(node, around));
    }
    for (const value of resolver.valuesOf(next.node, next.scope)) {
      if (!(value instanceof LiteralValue) || value.node.type !== 'ArrayExpression' || seen.has(value)) continue;
      seen.add(value);
      for (const element of value.node.elements.slice(0, MAX_ELEMENTS)) {
        if (element?.type === 'SpreadElement') open.push({ node: element.argument, scope: value.scope });
        else if (element !== null) found = union(found, resolver.valuesOf(element, value.scope));
      }
    }
  }
  return found;
}
