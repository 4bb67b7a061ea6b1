import type * as t from '@babel/types';
import type { Scope } from '../binding/scope.ts';
import { calledName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';

/** Names that speak of the user's answer. */
const CONSENT = /agree|consent|privacy|accept|policy|protocol|gdpr|authori[sz]ed|同意|授权|隐私|协议/i;
/** Calls that read what was stored before. */
const STORED =
  /^(?:getItem|getItemAsync|getStorage(?:Sync)?|getStorageInfoSync|multiGet|getBoolean|getBool|getPreference|getSetting)$/;
/** Calls whose callbacks run when the user has answered. */
const DIALOG =
  /^(?:alert|confirm|prompt|showModal|showActionSheet|showDialog|requirePrivacyAuthorize|onNeedPrivacyAuthorization)$/;
/** Expressions and variables looked through on the way to a name. */
const MAX_DEPTH = 6;
/** Values of one variable that are looked at: with every level of depth they multiply. */
const MAX_SOURCES = 4;

/** Whether a callback given to a call of this name waits for the user. */
export function asksUser(name: string | null): boolean {
  return name !== null && (DIALOG.test(name) || CONSENT.test(name));
}

/**
 * Whether a place runs only where the user has answered before, or something was stored: it stands behind a condition
 * that is not met on a device on which nothing was stored yet.
 * @param way nodes from a function or module down to the place, both included
 */
export function isGuarded(way: readonly t.Node[], scope: Scope): boolean {
  for (let at = 0; at + 1 < way.length; at++) {
    const node = way[at] as t.Node;
    const child = way[at + 1] as t.Node;
    if (guardsChild(node, child, scope)) return true;
    const statements = statementsOf(node);
    if (statements === undefined || (node.type === 'SwitchCase' && child === node.test)) continue;
    const open = untilLeaving(statements, scope);
    if (open !== null && !open.has(child)) return true;
  }
  return false;
}

function guardsChild(node: t.Node, child: t.Node, scope: Scope): boolean {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression': {
      const truth = onFirstRun(node.test, scope, 0);
      return (child === node.consequent && truth === false) || (child === node.alternate && truth === true);
    }
    case 'LogicalExpression': {
      if (child !== node.right) return false;
      const truth = onFirstRun(node.left, scope, 0);
      return (node.operator === '&&' && truth === false) || (node.operator === '||' && truth === true);
    }
    default:
      return false;
  }
}

function statementsOf(node: t.Node): readonly t.Statement[] | undefined {
  if (node.type === 'BlockStatement' || node.type === 'Program') return node.body;
  return node.type === 'SwitchCase' ? node.consequent : undefined;
}

/** What is known of lists of statements, which every fact below them asks for. */
const openUntil = new WeakMap<readonly t.Statement[], ReadonlySet<t.Node> | null>();

/** The statements up to the first that leaves on the first run, itself included; null where none does. */
function untilLeaving(statements: readonly t.Statement[], scope: Scope): ReadonlySet<t.Node> | null {
  let open = openUntil.get(statements);
  if (open === undefined) {
    const leaving = statements.findIndex((each) => leaves(each, scope));
    open = leaving < 0 ? null : new Set(statements.slice(0, leaving + 1));
    openUntil.set(statements, open);
  }
  return open;
}

/** Whether nothing behind a statement runs on the first run: it returns or throws then, or waits for the user's answer. */
function leaves(statement: t.Statement, scope: Scope): boolean {
  if (statement.type === 'IfStatement') {
    return ends(statement.consequent) && onFirstRun(statement.test, scope, 0) === true;
  }
  let awaited: t.Node | null | undefined;
  if (statement.type === 'ExpressionStatement') awaited = statement.expression;
  else if (statement.type === 'VariableDeclaration') awaited = statement.declarations[0]?.init;
  if (awaited?.type !== 'AwaitExpression') return false;
  return awaited.argument.type === 'CallExpression' && asksUser(calledName(awaited.argument));
}

function ends(statement: t.Statement): boolean {
  if (statement.type === 'BlockStatement') return statement.body.some(ends);
  return statement.type === 'ReturnStatement' || statement.type === 'ThrowStatement';
}

/** What a condition comes to where nothing was stored and the user was not asked yet; undefined where that is open. */
function onFirstRun(test: t.Node, scope: Scope, depth: number): boolean | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const of = (node: t.Node): boolean | undefined => onFirstRun(node, scope, depth + 1);
  switch (test.type) {
    case 'UnaryExpression': {
      const truth = test.operator === '!' ? of(test.argument) : undefined;
      return truth === undefined ? undefined : !truth;
    }
    case 'LogicalExpression': {
      const sides = [of(test.left), of(test.right)];
      if (test.operator === '&&') return sides.includes(false) ? false : sides.includes(undefined) ? undefined : true;
      if (sides.includes(true)) return true;
      return sides.includes(undefined) ? undefined : false;
    }
    case 'BinaryExpression': {
      const isAnswer = speaksOfAnswer(test.left, scope, 0) || speaksOfAnswer(test.right, scope, 0);
      const negative = [test.left, test.right].some(isNothing);
      if (!isAnswer || !/^[!=]==?$/.test(test.operator)) return undefined;
      return test.operator.startsWith('=') === negative;
    }
    default:
      return speaksOfAnswer(test, scope, 0) ? false : undefined;
  }
}

function isNothing(node: t.Node): boolean {
  if (node.type === 'UnaryExpression') return node.operator === 'void' || isOne(node.argument);
  return (
    node.type === 'NullLiteral' ||
    (node.type === 'BooleanLiteral' && !node.value) ||
    (node.type === 'NumericLiteral' && node.value === 0) ||
    (node.type === 'StringLiteral' && /^(?:0|false|no|)$/.test(node.value)) ||
    (node.type === 'Identifier' && node.name === 'undefined')
  );
}

/** `!1` */
function isOne(node: t.Node): boolean {
  return node.type === 'NumericLiteral' && node.value === 1;
}

/** Whether an expression is an answer of the user or something stored: by its name, or by what its variable was given. */
function speaksOfAnswer(node: t.Node, scope: Scope, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  const of = (each: t.Node): boolean => speaksOfAnswer(each, scope, depth + 1);
  switch (node.type) {
    case 'Identifier': {
      if (CONSENT.test(node.name)) return true;
      const sources = scope.lookup(node.name)?.sources.slice(0, MAX_SOURCES) ?? [];
      return sources.some((source) => source.kind === 'expression' && of(source.expression));
    }
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      const name = keyName({ key: node.property, computed: node.computed });
      return (name !== null && (CONSENT.test(name) || name === 'confirm')) || of(node.object);
    }
    case 'AwaitExpression':
      return of(node.argument);
    case 'YieldExpression':
      return node.argument !== null && node.argument !== undefined && of(node.argument);
    case 'CallExpression':
    case 'OptionalCallExpression': {
      const name = calledName(node);
      if (name !== null && (STORED.test(name) || CONSENT.test(name))) return true;
      const [first] = node.arguments;
      const isParsing = name === 'parse' || name === 'Boolean' || name === 'Number';
      return (isParsing && first !== undefined && of(first)) || (node.callee.type !== 'Identifier' && of(node.callee));
    }
    default:
      return false;
  }
}
