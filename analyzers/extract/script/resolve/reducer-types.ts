import type * as t from '@babel/types';
import type { FunctionValue } from '../binding/value.ts';
import { keyName } from '../syntax/pattern.ts';
import type { Resolver } from './resolve.ts';
import { childrenOf } from './way-down.ts';

/** Nodes of one function that are looked at. */
const MAX_NODES = 4000;

/** The types of actions that a function of a state and an action asks for: `switch (action.type) { case 'set': ... }`. */
export function typesHandledBy(resolver: Resolver, { node, inner }: FunctionValue): ReadonlySet<string> {
  const types = new Set<string>();
  const [first, second, other] = node.params;
  const state = first?.type === 'AssignmentPattern' ? first.left : first;
  const action = second?.type === 'AssignmentPattern' ? second.left : second;
  if (state?.type !== 'Identifier' || action === undefined || other !== undefined || inner === null) return types;
  if (action.type !== 'Identifier' && action.type !== 'ObjectPattern') return types;
  const note = (test: t.Node): void => {
    for (const value of resolver.valuesOf(test, inner)) if (typeof value === 'string') types.add(value);
  };
  const open: t.Node[] = [node.body];
  for (let next = open.pop(), count = 0; next !== undefined && count < MAX_NODES; next = open.pop(), count++) {
    if (next.type === 'SwitchStatement' && isType(next.discriminant)) {
      for (const { test } of next.cases) if (test) note(test);
    }
    if (next.type === 'BinaryExpression' && /^===?$/.test(next.operator)) {
      if (isType(next.left)) note(next.right);
      else if (isType(next.right)) note(next.left);
    }
    if (!/Function/.test(next.type)) for (const child of childrenOf(next)) open.push(child);
  }
  return types;
}

/** `action.type`, or `type` of a pattern. */
function isType(node: t.Node): boolean {
  if (node.type === 'Identifier') return node.name === 'type';
  return node.type === 'MemberExpression' && keyName({ key: node.property, computed: node.computed }) === 'type';
}
