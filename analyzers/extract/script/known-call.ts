import type * as t from '@babel/types';
import { requireSpecifier } from './require-call.ts';

/** A call of a function whose code stands right there. */
export interface KnownCall {
  /** The function. */
  callee: t.Node;
  /** What its parameters get, in order. */
  values: t.Node[];
}

/** `(function (a) { ... })(x)` and `(function (a) { ... }).call(this, x)`: the parameters are the arguments. */
export function immediateCall(node: t.CallExpression | t.OptionalCallExpression): KnownCall | undefined {
  const { callee } = node;
  if (callee.type === 'FunctionExpression' || callee.type === 'ArrowFunctionExpression') {
    return { callee, values: node.arguments };
  }
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'FunctionExpression') return undefined;
  const { property, object } = callee;
  const isCall = property.type === 'Identifier' && property.name === 'call';
  return isCall ? { callee: object, values: node.arguments.slice(1) } : undefined;
}

/** `import('x').then((module) => ...)`: the parameter is the module. */
export function thenOfImport(node: t.CallExpression | t.OptionalCallExpression): KnownCall | undefined {
  const { callee } = node;
  const [first] = node.arguments;
  if (callee.type !== 'MemberExpression' || first === undefined) return undefined;
  const { object, property } = callee;
  if (property.type !== 'Identifier' || property.name !== 'then') return undefined;
  if (object.type !== 'CallExpression' || requireSpecifier(object) === undefined) return undefined;
  const isFunction = first.type === 'ArrowFunctionExpression' || first.type === 'FunctionExpression';
  return isFunction ? { callee: first, values: [object] } : undefined;
}
