import type * as t from '@babel/types';
import { keyName } from './pattern.ts';
import { withoutTypes } from './without-types.ts';

/** The last name of what a call calls, null where it has none. */
export function calledName({ callee }: t.CallExpression | t.OptionalCallExpression | t.NewExpression): string | null {
  return lastName(plainCallee(callee));
}

/** What `(0, x.f)()` calls, and `Object(x["f"])()` as webpack 4 has it: a function that is called without its object. */
export function plainCallee(callee: t.Node): t.Node {
  if (callee.type === 'SequenceExpression') return callee.expressions.at(-1) ?? callee;
  if (callee.type !== 'CallExpression' || callee.callee.type !== 'Identifier' || callee.callee.name !== 'Object') {
    return callee;
  }
  const [only, other] = callee.arguments;
  return other === undefined && only?.type === 'MemberExpression' ? only : callee;
}

/** The last name in an expression: a variable's, or of a member its own; null for what has none. */
export function lastName(expression: t.Node): string | null {
  let plain = withoutTypes(expression);
  while (plain.type === 'SequenceExpression') plain = withoutTypes(plain.expressions.at(-1) as t.Node);
  if (plain.type === 'Identifier') return plain.name;
  if (plain.type !== 'MemberExpression' && plain.type !== 'OptionalMemberExpression') return null;
  return keyName({ key: plain.property, computed: plain.computed });
}
