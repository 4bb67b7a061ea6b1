import type * as t from '@babel/types';
import { isGlobalObjectName } from '../apis/watch.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import { isInteropHelper } from '../binding/require-call.ts';
import { keyName } from '../syntax/pattern.ts';

/**
 * What is done with the value of an expression: `called` (with the arguments; `at` is the index of the call), `passed` on to where it can be called
 * later, an `element` of JSX, `read`, `stored` under another name in this file, or only `tested` for being there (which
 * includes being written, deleted and not used at all).
 */
export type Use =
  | { kind: 'called'; args: readonly t.Node[]; at: number }
  | { kind: 'element'; attributes?: readonly t.Node[] }
  | { kind: 'passed' | 'read' | 'stored' | 'tested' };

/** Follows the value of a node upwards through everything that hands it on unchanged. */
export function useOf(script: BoundScript, index: number): Use {
  let at = index;
  for (;;) {
    const current = script.nodes[at] as t.Node;
    const above = script.parents[at] ?? -1;
    const parent = script.nodes[above];
    if (parent === undefined || isFilledIn(parent, script.nodes[index] as t.Node)) return { kind: 'tested' };
    const step = useIn(parent, current, script, above);
    if (typeof step !== 'number') return step;
    at = step;
  }
}

const PASSED: Use = { kind: 'passed' };
const READ: Use = { kind: 'read' };
const STORED: Use = { kind: 'stored' };
const TESTED: Use = { kind: 'tested' };

/** The use, or the index of the node whose value it is, too. */
function useIn(parent: t.Node, node: t.Node, script: BoundScript, above: number): Use | number {
  switch (parent.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      if (parent.callee === node) return { kind: 'called', args: parent.arguments, at: above };
      if (parent.callee.type !== 'Identifier') return PASSED;
      if (parent.callee.name === 'Object' || isInteropHelper(parent.callee.name)) return above;
      return isTestFunction(parent.callee.name) ? TESTED : PASSED;
    case 'TaggedTemplateExpression':
      return { kind: 'called', args: [], at: above };
    case 'Decorator':
      return { kind: 'called', args: [], at: above };
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return parent.object === node ? useOfMember(parent, script, above) : READ;
    case 'JSXMemberExpression':
      return TESTED;
    case 'JSXOpeningElement':
      return { kind: 'element', attributes: parent.attributes };
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'TypeCastExpression':
      return above;
    case 'SequenceExpression':
      return parent.expressions.at(-1) === node ? above : TESTED;
    case 'ConditionalExpression':
      return parent.test === node ? TESTED : above;
    case 'LogicalExpression':
      return parent.operator === '&&' && parent.left === node ? TESTED : above;
    case 'UnaryExpression':
      return /^(?:typeof|!|void|delete)$/.test(parent.operator) ? TESTED : READ;
    case 'UpdateExpression':
      return TESTED;
    case 'BinaryExpression':
      return useInBinary(parent, node);
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      return TESTED;
    case 'AssignmentExpression':
      return useInAssignment(parent, node);
    case 'VariableDeclarator':
      return STORED;
    case 'ObjectProperty':
      return holdsLocally(script, script.parents[above] ?? -1) ? STORED : PASSED;
    case 'ArrowFunctionExpression':
      // Default values of parameters hang on the function, too.
      return parent.body === node ? PASSED : STORED;
    case 'FunctionExpression':
    case 'FunctionDeclaration':
    case 'ClassMethod':
    case 'ClassPrivateMethod':
    case 'ObjectMethod':
      return STORED;
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'YieldExpression':
    case 'ArrayExpression':
    case 'SpreadElement':
    case 'JSXExpressionContainer':
    case 'JSXSpreadAttribute':
    case 'ExportDefaultDeclaration':
    case 'ExportNamedDeclaration':
    case 'TSExportAssignment':
    case 'ClassProperty':
    case 'ClassPrivateProperty':
    case 'ClassAccessorProperty':
      return PASSED;
    default:
      return READ;
  }
}

/** `f.call(...)`, `f.apply(...)` call it and `f.bind(...)` is it; any other property is a read of something else. */
function useOfMember(
  member: t.MemberExpression | t.OptionalMemberExpression,
  script: BoundScript,
  index: number,
): Use | number {
  const name = keyName({ key: member.property, computed: member.computed });
  const callIndex = script.parents[index] ?? -1;
  const call = script.nodes[callIndex];
  if (call === undefined || (call.type !== 'CallExpression' && call.type !== 'OptionalCallExpression')) return READ;
  if (call.callee !== member) return READ;
  if (name === 'bind') return callIndex;
  if (name === 'call') return { kind: 'called', args: call.arguments.slice(1), at: callIndex };
  if (name !== 'apply') return READ;
  const list = call.arguments[1];
  const elements = list?.type === 'ArrayExpression' ? list.elements : [];
  return { kind: 'called', args: elements.filter((element) => element !== null), at: callIndex };
}

function useInBinary(parent: t.BinaryExpression, node: t.Node): Use {
  const { operator } = parent;
  if (operator === 'in' || operator === 'instanceof') return TESTED;
  if (!/^[!=]==?$/.test(operator)) return READ;
  const other = parent.left === node ? parent.right : parent.left;
  const isNothing =
    other.type === 'NullLiteral' ||
    (other.type === 'Identifier' && other.name === 'undefined') ||
    (other.type === 'UnaryExpression' && other.operator === 'void');
  return isNothing ? TESTED : READ;
}

/** `navigator.getUserMedia = navigator.getUserMedia || navigator.webkitGetUserMedia`: what calls it goes by the name on the left. */
function isFilledIn(parent: t.Node, member: t.Node): boolean {
  if (parent.type !== 'AssignmentExpression' || parent.left.type !== 'MemberExpression') return false;
  if (member.type !== 'MemberExpression' || member.object.type !== 'Identifier') return false;
  const { object } = parent.left;
  if (object.type !== 'Identifier') return false;
  if (object.name !== member.object.name && !isGlobalObjectName(object.name)) return false;
  const [to, from] = [parent.left, member].map(({ property, computed }) => keyName({ key: property, computed }));
  return typeof to === 'string' && typeof from === 'string' && unprefixed(to) === unprefixed(from);
}

/** A name without the mark of a browser's maker. */
function unprefixed(name: string): string {
  return name.replace(/^(?:webkit|moz|ms|o)(?=[A-Z])/, '').toLowerCase();
}

function useInAssignment(parent: t.AssignmentExpression, node: t.Node): Use {
  if (parent.left === node) return TESTED;
  return parent.left.type === 'MemberExpression' ? PASSED : STORED;
}

/** Whether an object literal is the value of a variable, so that its properties are found where they are used. */
function holdsLocally(script: BoundScript, objectIndex: number): boolean {
  return script.nodes[script.parents[objectIndex] ?? -1]?.type === 'VariableDeclarator';
}

/** `isFunction(wx.getLocation)`, `Boolean(wx.getLocation)`. */
function isTestFunction(name: string): boolean {
  return name === 'Boolean' || /^is[A-Z]/.test(name);
}
