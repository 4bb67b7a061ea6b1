import type * as t from '@babel/types';
import type { BoundScript } from './bound-script.ts';

/**
 * How many levels of syntax stand inside one another in a script, when they are more than a limit; else a number up to it.
 * A chain of members and calls, and a sum, is one level, however long.
 */
export function syntaxDepth(script: BoundScript, limit: number): number {
  const levels = deepest(script, () => true);
  return levels > limit ? deepest(script, (node, parent) => !goesOn(node, parent)) : levels;
}

function deepest({ nodes, parents }: BoundScript, isInside: (node: t.Node, parent: t.Node) => boolean): number {
  const levels = new Int32Array(parents.length);
  let most = 0;
  for (let at = 1; at < levels.length; at++) {
    const parent = parents[at] as number;
    const level = (levels[parent] as number) + (isInside(nodes[at] as t.Node, nodes[parent] as t.Node) ? 1 : 0);
    levels[at] = level;
    if (level > most) most = level;
  }
  return most;
}

/** Whether a node is what its parent goes on from: `a` of `a.b`, `a()`, `a + b`. */
function goesOn(node: t.Node, parent: t.Node): boolean {
  switch (parent.type) {
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return parent.object === node;
    case 'CallExpression':
    case 'OptionalCallExpression':
      return parent.callee === node;
    case 'BinaryExpression':
    case 'LogicalExpression':
      return parent.left === node;
    default:
      return false;
  }
}
