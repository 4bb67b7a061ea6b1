import type * as t from '@babel/types';
import type { Scope, Source } from './scope.ts';

/** Variables looked through to what they hold. */
const MAX_ALIASES = 4;

/** The expression that a variable got first, with its scope; any other expression is its own. */
export function heldNode(node: t.Node, scope: Scope): { node: t.Node; scope: Scope } | undefined {
  let held: { node: t.Node; scope: Scope } | undefined = { node, scope };
  for (let step = 0; step < MAX_ALIASES && held?.node.type === 'Identifier'; step++) {
    const source: Source | undefined = held.scope.lookup(held.node.name)?.sources[0];
    held =
      source?.kind === 'expression' && source.path.length === 0
        ? { node: source.expression, scope: source.scope }
        : undefined;
  }
  return held;
}

/** The function that a variable holds, as bytecode has them; any other expression is its own. */
export function heldFunction(value: t.Node, scope: Scope): t.Node {
  const held = value.type === 'Identifier' ? heldNode(value, scope)?.node : undefined;
  return held?.type === 'FunctionExpression' ? held : value;
}
