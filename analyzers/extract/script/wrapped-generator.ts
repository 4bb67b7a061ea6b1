import type * as t from '@babel/types';
import type { CallNode } from './call-sites.ts';
import { keyName } from './pattern.ts';

/**
 * The function in a call that compilers write for an asynchronous one, by whatever name their helper goes:
 * `helper(function* () { ... })`, and `helper(runtime.mark(function () { ... }))` where generators are compiled, too.
 * The result does what the function does.
 */
export function wrappedGenerator({ type, arguments: args }: CallNode): t.Node | undefined {
  const [only, other] = args;
  if (type === 'NewExpression' || only === undefined || other !== undefined) return undefined;
  if (only.type === 'FunctionExpression') return only.generator === true ? only : undefined;
  if (only.type !== 'CallExpression' || only.callee.type !== 'MemberExpression') return undefined;
  const { callee, arguments: marked } = only;
  const [first] = marked;
  if (keyName({ key: callee.property, computed: callee.computed }) !== 'mark') return undefined;
  return first?.type === 'FunctionExpression' ? first : undefined;
}
