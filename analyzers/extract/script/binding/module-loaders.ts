import type * as t from '@babel/types';
import { keyName } from '../syntax/pattern.ts';
import type { BoundScript } from './bound-script.ts';

/**
 * Marks the functions by which a bundle loads its modules where code calls them that stands beside these, as the one does
 * that webpack puts behind its loader: `function load(id) { ... return module.exports; }`.
 */
export function nameLoaders({ bundled, functions, module }: BoundScript): void {
  if (bundled.length === 0) return;
  for (const { node, binding, returns } of functions.values()) {
    if (node.type !== 'FunctionDeclaration' || binding === null || node.params.length !== 1 || returns.length === 0)
      continue;
    const [id] = node.params;
    if (returns.every(({ expression }) => givesExports(expression, id))) binding.role = { kind: 'require', module };
  }
}

/** `module.exports`, of another thing than what the function is given. */
function givesExports(node: t.Node, id: t.Node | undefined): boolean {
  const last = node.type === 'SequenceExpression' ? node.expressions.at(-1) : node;
  if (last?.type !== 'MemberExpression') return false;
  const isOfGiven = last.object.type === 'Identifier' && id?.type === 'Identifier' && last.object.name === id.name;
  return !isOfGiven && keyName({ key: last.property, computed: last.computed }) === 'exports';
}
