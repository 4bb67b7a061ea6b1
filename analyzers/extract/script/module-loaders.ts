import type * as t from '@babel/types';
import type { BoundScript } from './bound-script.ts';
import { keyName } from './pattern.ts';

/**
 * Marks the functions by which a bundle loads its modules where code calls them that stands beside these, as the one does
 * that webpack puts behind its loader: `function load(id) { ... return module.exports; }`.
 */
export function nameLoaders({ bundled, functions, module }: BoundScript): void {
  if (bundled.length === 0) return;
  for (const { node, binding, returns } of functions.values()) {
    if (node.type !== 'FunctionDeclaration' || binding === null || node.params.length !== 1 || returns.length === 0)
      continue;
    if (returns.every(({ expression }) => givesExports(expression))) binding.role = { kind: 'require', module };
  }
}

function givesExports(node: t.Node): boolean {
  const last = node.type === 'SequenceExpression' ? node.expressions.at(-1) : node;
  if (last?.type !== 'MemberExpression') return false;
  return keyName({ key: last.property, computed: last.computed }) === 'exports';
}
