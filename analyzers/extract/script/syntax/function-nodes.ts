import type * as t from '@babel/types';

/** Whether a node is a function of any form. */
export function isFunction(node: t.Node): node is t.Function {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ObjectMethod':
    case 'ClassMethod':
    case 'ClassPrivateMethod':
      return true;
    default:
      return false;
  }
}

/** Whether a node is a function that stands where a value or a member of an object does. */
export function isFunctionValue(
  node: t.Node,
): node is t.FunctionExpression | t.ArrowFunctionExpression | t.ObjectMethod {
  return node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression' || node.type === 'ObjectMethod';
}

/** Whether a node is a function that is no method. */
export function isFunctionNode(
  node: t.Node,
): node is t.FunctionDeclaration | t.FunctionExpression | t.ArrowFunctionExpression {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  );
}

/** The function without a name that a wrapper gives back which is called at once: `function () { var t = ...; return function () {}; }()`. */
export function wrappedFunction(node: t.Node): t.FunctionExpression | null {
  if (node.type !== 'CallExpression' || node.arguments.length > 0) return null;
  const { callee } = node;
  if (callee.type !== 'FunctionExpression' || callee.params.length > 0) return null;
  const last = callee.body.body.at(-1);
  return last?.type === 'ReturnStatement' && last.argument?.type === 'FunctionExpression' ? last.argument : null;
}
