import type * as t from '@babel/types';
import { keyName } from '../pattern.ts';
import { withoutTypes } from './write-flow.ts';

/** The last name in what is called: of a member its own, null for what has none. */
export function lastName(callee: t.Node): string | null {
  const plain = withoutTypes(callee);
  if (plain.type === 'SequenceExpression')
    return lastName(plain.expressions.at(-1) ?? (plain.expressions[0] as t.Node));
  if (plain.type === 'Identifier') return plain.name;
  if (plain.type !== 'MemberExpression' && plain.type !== 'OptionalMemberExpression') return null;
  return keyName({ key: plain.property, computed: plain.computed });
}
