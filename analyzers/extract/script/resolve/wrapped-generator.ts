import type * as t from '@babel/types';
import { keyName } from '../syntax/pattern.ts';
import type { CallNode } from './call-sites.ts';

/**
 * The function in a call that compilers write for an asynchronous one, by whatever name their helper goes:
 * `helper(function* () { ... })`, and `helper(runtime.mark(function () { ... }))` where generators are compiled, too (`m` in
 * place of `mark` since Babel 7.27).
 * The result does what the function does.
 */
export function wrappedGenerator({ type, arguments: args }: CallNode): t.Node | undefined {
  const [only, other] = args;
  if (type === 'NewExpression' || only === undefined || other !== undefined) return undefined;
  if (only.type === 'FunctionExpression') return only.generator === true ? only : undefined;
  if (only.type !== 'CallExpression' || only.callee.type !== 'MemberExpression') return undefined;
  const { callee, arguments: marked } = only;
  const [first] = marked;
  if (first?.type !== 'FunctionExpression') return undefined;
  const isMarked = keyName({ key: callee.property, computed: callee.computed }) === 'mark';
  return isMarked || first.generator === true ? first : undefined;
}

/** Arguments of TypeScript's helper: `this`, the arguments, the promise's class, and the generator. */
const AWAITER_ARGUMENTS = 4;

/**
 * The function that TypeScript's helper runs at once, by whatever name that goes:
 * `helper(this, void 0, void 0, function* () { ... })`. The result is what the function returns.
 */
export function awaitedGenerator({ type, arguments: args }: CallNode): t.FunctionExpression | undefined {
  if (type === 'NewExpression' || args.length !== AWAITER_ARGUMENTS) return undefined;
  const last = args[AWAITER_ARGUMENTS - 1];
  return last?.type === 'FunctionExpression' && last.generator === true ? last : undefined;
}
