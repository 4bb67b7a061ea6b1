import type * as t from '@babel/types';
import { keyName } from './pattern.ts';

/**
 * Properties of the options of Vue components, of Pinia stores and of mini-programs' components whose own properties
 * belong to the component as a whole. Source: the documentation of Vue 2 and 3, Pinia and WeChat's mini-programs.
 */
export const MEMBER_GROUPS: ReadonlySet<string> = new Set([
  'methods',
  'computed',
  'actions',
  'getters',
  'watch',
  'filters',
  'lifetimes',
  'pageLifetimes',
]);

interface Groups {
  readonly groups: readonly t.Node[];
  readonly mixed: readonly t.Node[];
}

/** Of objects with more properties than these the groups are kept: they are asked for with every name not found. */
const LONG = 32;
const kept = new WeakMap<t.ObjectExpression, Groups>();

/** What the options of a component hold for it in groups, and the components that it is mixed from. */
export function groupsOf(node: t.ObjectExpression): Groups {
  const known = kept.get(node);
  if (known !== undefined) return known;
  const groups: t.Node[] = [];
  const mixed: t.Node[] = [];
  for (const property of node.properties) {
    if (property.type !== 'ObjectProperty') continue;
    const name = keyName(property);
    if (name === null) continue;
    if (MEMBER_GROUPS.has(name)) groups.push(property.value);
    else if (name === 'extends') mixed.push(property.value);
    else if ((name === 'mixins' || name === 'behaviors') && property.value.type === 'ArrayExpression') {
      for (const element of property.value.elements) if (element !== null) mixed.push(element);
    }
  }
  const found = { groups, mixed };
  if (node.properties.length > LONG) kept.set(node, found);
  return found;
}
