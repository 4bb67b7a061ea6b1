import type * as t from '@babel/types';
import { keyName } from './pattern.ts';
import { withoutTypes } from './without-types.ts';

/** The last name of what a call calls, null where it has none. */
export function calledName({ callee }: t.CallExpression | t.OptionalCallExpression | t.NewExpression): string | null {
  return lastName(callee);
}

/** The last name in an expression: a variable's, or of a member its own; null for what has none. */
export function lastName(expression: t.Node): string | null {
  let plain = withoutTypes(expression);
  while (plain.type === 'SequenceExpression') plain = withoutTypes(plain.expressions.at(-1) as t.Node);
  if (plain.type === 'Identifier') return plain.name;
  if (plain.type !== 'MemberExpression' && plain.type !== 'OptionalMemberExpression') return null;
  return keyName({ key: plain.property, computed: plain.computed });
}
