import type * as t from '@babel/types';

/** An expression without the parentheses, casts and assertions around it, which change nothing at run time. */
export function withoutTypes(node: t.Node): t.Node {
  let plain = node;
  for (;;) {
    switch (plain.type) {
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
        plain = plain.expression;
        break;
      default:
        return plain;
    }
  }
}
