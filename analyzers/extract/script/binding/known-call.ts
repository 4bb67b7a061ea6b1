import type * as t from '@babel/types';
import { keyName } from '../syntax/pattern.ts';

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

/** The functions in the arguments of a call, and in the options that these hold, which it may call back. */
export function callbacksOf(node: t.CallExpression | t.OptionalCallExpression): t.Node[] {
  return node.arguments.flatMap((argument): t.Node[] => {
    if (argument.type === 'ArrowFunctionExpression' || argument.type === 'FunctionExpression') return [argument];
    if (argument.type !== 'ObjectExpression') return [];
    return argument.properties.flatMap((property): t.Node[] => {
      if (property.type === 'SpreadElement') return [];
      const name = keyName(property);
      if (name !== 'success' && name !== 'complete' && name !== 'callback') return [];
      if (property.type === 'ObjectMethod') return [property];
      const { type } = property.value;
      return type === 'ArrowFunctionExpression' || type === 'FunctionExpression' ? [property.value] : [];
    });
  });
}

/** `promise.then((value) => ...)`: the parameter is what the promise gives, which is not told from the promise. */
export function thenCall(node: t.CallExpression | t.OptionalCallExpression): KnownCall | undefined {
  const { callee } = node;
  const [first] = node.arguments;
  if (callee.type !== 'MemberExpression' || first === undefined) return undefined;
  const { object, property } = callee;
  if (property.type !== 'Identifier' || property.name !== 'then') return undefined;
  const isFunction = first.type === 'ArrowFunctionExpression' || first.type === 'FunctionExpression';
  return isFunction ? { callee: first, values: [object] } : undefined;
}
