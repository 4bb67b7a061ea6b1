import { type AnyNode, type Node, parse } from 'acorn';

/** What stands for a number: a variable, or the members of an object that is nothing but a list of names for numbers. */
type Constant = string | ReadonlyMap<string, string>;

/** A place where a name is read, and the number that can stand there. */
interface Reading {
  start: number;
  end: number;
  number: string;
}

/**
 * Writes the numbers in place of the names that a script has for them: of its own variables, as `var NONE = -1`, and of its
 * own tables, as `var Kind = { NEW: 1, CLASS: 2 }`. Until V8 optimises a function, which few live to see in a run of a
 * second, it looks each such name up whenever it comes to it, and makes no table of jumps of a `switch` over them (measured:
 * every fourth property that a scan of an APK reads is such a name). A name counts where nothing else in the script is called
 * so, and all that is ever done with it is to read it.
 * @param script a classic script, as the bundler writes it
 */
export function inlineConstants(script: string): string {
  const program = parse(script, { ecmaVersion: 'latest', sourceType: 'script' });
  const constants = constantsOf(program);
  const readings = new Map([...constants.keys()].map((name): [string, Reading[]] => [name, []]));
  const declared = new Set<string>();
  const pending: [node: AnyNode, parent: AnyNode | null, grandparent: AnyNode | null][] = [[program, null, null]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, parent, grandparent] = next;
    for (const child of childrenOf(node)) pending.push([child, node, parent]);
    if (node.type !== 'Identifier' || isKey(node, parent)) continue;
    const constant = constants.get(node.name);
    if (constant === undefined) continue;
    const isDeclaration = parent?.type === 'VariableDeclarator' && parent.id === node;
    const reading = isDeclaration ? null : readingOf(node, parent, grandparent, constant);
    if (reading !== null) readings.get(node.name)?.push(reading);
    else if (isDeclaration && !declared.has(node.name)) declared.add(node.name);
    else constants.delete(node.name);
  }
  const all = [...constants.keys()].flatMap((name) => readings.get(name) ?? []).sort((a, b) => a.start - b.start);
  let written = '';
  let end = 0;
  for (const reading of all) {
    written += script.slice(end, reading.start) + reading.number;
    end = reading.end;
  }
  return written + script.slice(end);
}

/** What is declared outside of all functions and stands for a number or for several. */
function constantsOf(program: AnyNode): Map<string, Constant> {
  const constants = new Map<string, Constant>();
  if (program.type !== 'Program') return constants;
  for (const statement of program.body) {
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      const constant = id.type === 'Identifier' && init ? constantOf(init) : null;
      if (id.type === 'Identifier' && constant !== null) constants.set(id.name, constant);
    }
  }
  return constants;
}

function constantOf(value: AnyNode): Constant | null {
  const number = numberOf(value);
  if (number !== null) return number;
  if (value.type !== 'ObjectExpression' || value.properties.length === 0) return null;
  const members = new Map<string, string>();
  for (const property of value.properties) {
    if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') return null;
    const member = numberOf(property.value);
    if (member === null) return null;
    members.set(property.key.name, member);
  }
  return members;
}

/** A number as it is written anywhere, null for what is none. */
function numberOf(value: AnyNode): string | null {
  if (value.type === 'Literal') return typeof value.value === 'number' ? String(value.value) : null;
  const isNegative = value.type === 'UnaryExpression' && value.operator === '-';
  const number = isNegative ? numberOf(value.argument) : null;
  return number === null || number.startsWith('(') ? null : `(-${number})`;
}

/** The place where a name is read, null where anything else is done with it. */
function readingOf(
  name: AnyNode,
  parent: AnyNode | null,
  grandparent: AnyNode | null,
  constant: Constant,
): Reading | null {
  if (parent === null) return null;
  if (typeof constant === 'string') {
    return isRead(name, parent) ? { start: name.start, end: name.end, number: constant } : null;
  }
  if (parent.type !== 'MemberExpression' || parent.object !== name || parent.computed) return null;
  const number = parent.property.type === 'Identifier' ? constant.get(parent.property.name) : undefined;
  if (number === undefined || grandparent === null || !isRead(parent, grandparent)) return null;
  return { start: parent.start, end: parent.end, number };
}

/** Whether a number can stand in place of an expression: nothing is written to it, called on it or declared by it. */
function isRead(expression: AnyNode, parent: AnyNode): boolean {
  switch (parent.type) {
    case 'ArrayExpression':
    case 'BinaryExpression':
    case 'ConditionalExpression':
    case 'ExpressionStatement':
    case 'IfStatement':
    case 'LogicalExpression':
    case 'ReturnStatement':
    case 'SequenceExpression':
    case 'SwitchCase':
    case 'SwitchStatement':
    case 'TemplateLiteral':
      return true;
    case 'UnaryExpression':
      return parent.operator !== 'delete';
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return parent.right === expression;
    case 'ArrowFunctionExpression':
      return parent.body === expression;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== expression;
    case 'MemberExpression':
      return parent.computed && parent.property === expression;
    case 'Property':
      return !parent.shorthand && parent.value === expression;
    case 'PropertyDefinition':
      return parent.value === expression;
    case 'VariableDeclarator':
      return parent.init === expression;
    default:
      return false;
  }
}

/** Whether an identifier only names a member. */
function isKey(name: AnyNode, parent: AnyNode | null): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return !parent.computed && parent.property === name;
    case 'Property':
      return !parent.computed && !parent.shorthand && parent.key === name;
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return !parent.computed && parent.key === name;
    default:
      return false;
  }
}

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]).filter(isNode));
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';
}
