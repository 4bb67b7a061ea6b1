import type * as t from '@babel/types';
import { keyName } from './pattern.ts';
import { type Step, structured } from './structured-steps.ts';

/** What the state of a compiled function has its parts under: in TypeScript's helper, and in both forms of Babel's. */
interface Dialect {
  /** What is awaited comes back here. */
  sent: string;
  /** The label to go on at; null where that is part of what is returned. */
  next: string | null;
}

const TYPESCRIPT: Dialect = { sent: 'sent', next: null };
const REGENERATOR: Dialect = { sent: 'sent', next: 'next' };
const NEW_REGENERATOR: Dialect = { sent: 'v', next: 'n' };

/** Operations that TypeScript's helper is given: the first element of what is returned. */
const RETURN = 2;
const BREAK = 3;
const YIELD = 4;
const YIELD_ALL = 5;

/**
 * Writes a function that a compiler made a state machine of, because it awaits or yields, back into plain statements:
 * `return [4, read()]` and `text = state.sent()` become `var sent = await read()` and `text = sent`, and jumps over cases
 * become conditions. The machine is the argument of what the function returns:
 * `return helper(this, function (state) { switch (state.label) { ... } })` of TypeScript,
 * `return runtime.wrap(function (state) { for (;;) switch (state.prev = state.next) { ... } })` of Babel.
 * A function of any other shape is left as it is.
 */
export function unfoldStateMachine(fn: t.Function): void {
  if (fn.body.type !== 'BlockStatement') return;
  const statements = fn.body.body;
  const last = statements.at(-1);
  if (last?.type !== 'ReturnStatement' || last.argument?.type !== 'CallExpression') return;
  const { callee, arguments: args } = last.argument;
  const [first, second] = args;
  const machine = first?.type === 'ThisExpression' ? second : first;
  if (machine?.type !== 'FunctionExpression' || machine.params.length !== 1) return;
  const [state] = machine.params;
  if (state?.type !== 'Identifier') return;
  const found = casesOf(machine.body, state.name, first?.type === 'ThisExpression');
  if (found === null) return;
  const steps = new Unfolding(state.name, found.dialect).stepsOf(found.cases);
  fn.body.body = [...statements.slice(0, -1), ...structured(steps)];
  const isAsync = callee.type === 'MemberExpression' && keyName({ key: callee.property }) === 'async';
  if (isAsync) fn.async = true;
  else fn.generator = true;
}

interface Cases {
  dialect: Dialect;
  cases: { label: number | null; statements: readonly t.Statement[] }[];
}

function casesOf(body: t.BlockStatement, state: string, isTypeScript: boolean): Cases | null {
  const only = body.body.findLast(({ type }) => type !== 'VariableDeclaration' && type !== 'FunctionDeclaration');
  const inner = only?.type === 'WhileStatement' || only?.type === 'ForStatement' ? only.body : only;
  const choice = inner?.type === 'BlockStatement' && inner.body.length === 1 ? inner.body[0] : inner;
  if (choice?.type !== 'SwitchStatement') {
    // Without anything that is awaited there is no switch.
    const isPlain = isTypeScript && only?.type === 'ReturnStatement' && operationOf(lastOf(only.argument)) !== null;
    return isPlain ? { dialect: TYPESCRIPT, cases: [{ label: 0, statements: body.body }] } : null;
  }
  const tested = choice.discriminant.type === 'AssignmentExpression' ? choice.discriminant.right : choice.discriminant;
  const label = stateMember(tested, state);
  const dialect = isTypeScript && label === 'label' ? TYPESCRIPT : dialectBy(label);
  if (dialect === null) return null;
  const cases = choice.cases.map(({ test, consequent }) => ({
    label: test?.type === 'NumericLiteral' ? test.value : null,
    statements: consequent,
  }));
  return { dialect, cases };
}

function dialectBy(label: string | null): Dialect | null {
  if (label === 'next') return REGENERATOR;
  return label === 'n' ? NEW_REGENERATOR : null;
}

/** The name of a member of the state; null for any other expression. */
function stateMember(node: t.Node | null | undefined, state: string): string | null {
  if (node?.type !== 'MemberExpression' || node.object.type !== 'Identifier' || node.object.name !== state) return null;
  return keyName({ key: node.property, computed: node.computed });
}

function lastOf(node: t.Expression | null | undefined): t.Expression | null {
  return (node?.type === 'SequenceExpression' ? node.expressions.at(-1) : node) ?? null;
}

/** `[4, x]` */
function operationOf(node: t.Expression | null): { code: number; value: t.Expression | null } | null {
  if (node?.type !== 'ArrayExpression' || node.elements.length > 2) return null;
  const [code, value] = node.elements;
  if (code?.type !== 'NumericLiteral') return null;
  return { code: code.value, value: value && value.type !== 'SpreadElement' ? value : null };
}

class Unfolding {
  /** The variable that holds what was awaited last. */
  private sent: string | null = null;
  private awaited = 0;
  /** The label that was set to go on at. */
  private next: number | null = null;
  /** Labels where what comes back is an error. */
  private readonly catching = new Set<number>();
  /** Variables of the state itself. */
  private readonly kept = new Set<string>();

  constructor(
    private readonly state: string,
    private readonly dialect: Dialect,
  ) {}

  stepsOf(cases: Cases['cases']): Step[] {
    const steps: Step[] = [];
    for (const { label, statements } of cases) {
      if (label !== null) {
        steps.push({ kind: 'label', label });
        if (this.catching.has(label)) this.sent = null;
      }
      for (const statement of statements) for (const step of this.lower(statement)) steps.push(step);
    }
    const first = cases[0]?.statements[0];
    const names = [...this.kept];
    if (first === undefined || names.length === 0) return steps;
    const declarations = names.map((name) => ({
      ...placed(first, 'VariableDeclarator'),
      id: named(first, name),
      init: null,
    }));
    const declared = { ...placed(first, 'VariableDeclaration'), kind: 'var', declarations } as unknown as t.Statement;
    return [{ kind: 'statement', statement: declared }, ...steps];
  }

  private lower(statement: t.Statement): Step[] {
    switch (statement.type) {
      case 'BreakStatement':
        return this.next === null ? [] : [{ kind: 'jump', label: this.next }];
      case 'ReturnStatement':
        return this.lowerReturn(statement, statement.argument ?? null);
      case 'ExpressionStatement':
        return this.lowerExpression(statement, statement.expression);
      case 'IfStatement': {
        const jump = statement.alternate ? null : this.jumpOf(statement.consequent);
        if (jump !== null) return [{ kind: 'branch', test: this.replaced(statement.test), at: statement, label: jump }];
        break;
      }
    }
    return [{ kind: 'statement', statement: this.replaced(statement) }];
  }

  /** The label that a statement goes to, where it does nothing else. */
  private jumpOf(statement: t.Statement): number | null {
    if (statement.type === 'BlockStatement') {
      const [first, second, other] = statement.body;
      if (first === undefined || other !== undefined) return null;
      if (second === undefined) return this.jumpOf(first);
      return second.type === 'BreakStatement' && first.type === 'ExpressionStatement'
        ? this.setNext(first.expression)
        : null;
    }
    const operation = statement.type === 'ReturnStatement' ? operationOf(statement.argument ?? null) : null;
    if (operation?.code !== BREAK || this.dialect.next !== null) return null;
    return operation.value?.type === 'NumericLiteral' ? operation.value.value : null;
  }

  /** `state.next = 8` */
  private setNext(expression: t.Expression): number | null {
    if (expression.type !== 'AssignmentExpression' || expression.right.type !== 'NumericLiteral') return null;
    const member = stateMember(expression.left, this.state);
    return member !== null && member === this.dialect.next ? expression.right.value : null;
  }

  private lowerExpression(at: t.Statement, expression: t.Expression): Step[] {
    if (expression.type === 'SequenceExpression') {
      return expression.expressions.flatMap((each) => this.lowerExpression(at, each));
    }
    const next = this.setNext(expression);
    if (next !== null) {
      this.next = next;
      return [];
    }
    if (expression.type === 'AssignmentExpression' && expression.right.type === 'NumericLiteral') {
      if (stateMember(expression.left, this.state) !== null) return [];
    }
    if (this.notesTry(expression)) return [];
    const statement = { ...placed(expression, 'ExpressionStatement'), expression: this.replaced(expression) };
    return [{ kind: 'statement', statement: statement as unknown as t.Statement }];
  }

  /** `state.trys.push([0, 5, , 6])`: at the second label an error comes back. */
  private notesTry(expression: t.Expression): boolean {
    if (expression.type !== 'CallExpression' || expression.callee.type !== 'MemberExpression') return false;
    if (stateMember(expression.callee.object, this.state) !== 'trys') return false;
    const [list] = expression.arguments;
    const label = list?.type === 'ArrayExpression' ? list.elements[1] : undefined;
    if (label?.type === 'NumericLiteral') this.catching.add(label.value);
    return true;
  }

  private lowerReturn(at: t.Statement, argument: t.Expression | null): Step[] {
    if (argument?.type === 'SequenceExpression') {
      const before = argument.expressions.slice(0, -1).flatMap((each) => this.lowerExpression(at, each));
      return [...before, ...this.lowerReturn(at, argument.expressions.at(-1) ?? null)];
    }
    if (argument === null) return [this.returning(at, null)];
    return this.dialect.next === null ? this.lowerOperation(at, argument) : this.lowerCompletion(at, argument);
  }

  /** What TypeScript's machine returns: an operation, or one of two. */
  private lowerOperation(at: t.Statement, argument: t.Expression): Step[] {
    if (argument.type === 'ConditionalExpression') {
      const { test, consequent, alternate } = argument;
      for (const [jump, other, isNegated] of [
        [consequent, alternate, false],
        [alternate, consequent, true],
      ] as const) {
        const operation = operationOf(jump);
        if (operation?.code !== BREAK || operation.value?.type !== 'NumericLiteral') continue;
        const replaced = this.replaced(test);
        const branch = isNegated ? negated(replaced) : replaced;
        return [{ kind: 'branch', test: branch, at, label: operation.value.value }, ...this.lowerReturn(at, other)];
      }
      return [...this.lowerReturn(at, consequent), ...this.lowerReturn(at, alternate)];
    }
    const operation = operationOf(argument);
    switch (operation?.code) {
      case RETURN:
        return [this.returning(at, operation.value)];
      case BREAK:
        return operation.value?.type === 'NumericLiteral' ? [{ kind: 'jump', label: operation.value.value }] : [];
      case YIELD:
      case YIELD_ALL:
        return operation.value === null ? [] : [this.awaiting(at, operation.value)];
      default:
        return [];
    }
  }

  /** What Babel's machine returns: what is awaited, or how it ends. */
  private lowerCompletion(at: t.Statement, argument: t.Expression): Step[] {
    if (argument.type !== 'CallExpression') return [this.awaiting(at, argument)];
    const [first, second] = argument.arguments;
    const value = second === undefined || second.type === 'SpreadElement' ? null : (second as t.Expression);
    switch (stateMember(argument.callee, this.state)) {
      case null:
        return [this.awaiting(at, argument)];
      case 'abrupt':
      case 'a':
        if (isCode(first, 'return', RETURN)) return [this.returning(at, value)];
        return value?.type === 'NumericLiteral' ? [{ kind: 'jump', label: value.value }] : [];
      case 'delegateYield':
      case 'd':
        return first === undefined || first.type === 'SpreadElement' ? [] : [this.awaiting(at, first as t.Expression)];
      default:
        return [];
    }
  }

  private returning(at: t.Statement, value: t.Expression | null): Step {
    const argument = value === null ? null : this.replaced(value);
    const statement = { ...placed(at, 'ReturnStatement'), argument } as unknown as t.Statement;
    return { kind: 'statement', statement };
  }

  private awaiting(at: t.Statement, value: t.Expression): Step {
    const init = { ...placed(value, 'AwaitExpression'), argument: this.replaced(value) };
    this.sent = `%sent${this.awaited++}`;
    const declarator = { ...placed(at, 'VariableDeclarator'), id: named(at, this.sent), init };
    const statement = { ...placed(at, 'VariableDeclaration'), kind: 'var', declarations: [declarator] };
    return { kind: 'statement', statement: statement as unknown as t.Statement };
  }

  /** Puts variables in place of the state's members, and plain returns in place of operations; not inside of functions. */
  private replaced<N extends t.Node>(root: N): N {
    const own = this.replacement(root);
    if (own !== null) return own as unknown as N;
    const open: t.Node[] = [root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const parts = node as unknown as Record<string, unknown>;
      if (node.type === 'ReturnStatement') parts.argument = this.plainArgument(node.argument ?? null);
      for (const key of Object.keys(parts)) {
        const value = parts[key];
        if (typeof value !== 'object' || value === null || key === 'loc') continue;
        const items: unknown[] = Array.isArray(value) ? value : [value];
        for (const [at, item] of items.entries()) {
          if (!isNode(item) || /Function|Method|^Class/.test(item.type)) continue;
          const other = this.replacement(item);
          if (other === null) open.push(item);
          else if (Array.isArray(value)) value[at] = other;
          else parts[key] = other;
        }
      }
    }
    return root;
  }

  private plainArgument(argument: t.Expression | null): t.Expression | null {
    const last = lastOf(argument);
    if (this.dialect.next === null) {
      const operation = operationOf(last);
      return operation?.code === RETURN ? operation.value : null;
    }
    if (last?.type !== 'CallExpression' || stateMember(last.callee, this.state) === null) return argument;
    const [first, second] = last.arguments;
    return isCode(first, 'return', RETURN) && second !== undefined ? (second as t.Expression) : null;
  }

  private replacement(node: t.Node): t.Node | null {
    if (node.type === 'CallExpression' && this.dialect.next === null) {
      const isSent = stateMember(node.callee, this.state) === this.dialect.sent;
      return isSent && this.sent !== null ? named(node, this.sent) : null;
    }
    const member = stateMember(node, this.state);
    if (member === null || this.dialect.next === null) return null;
    if (member === this.dialect.sent) return this.sent === null ? null : named(node, this.sent);
    if (!/^t\d+$/.test(member)) return null;
    this.kept.add(`%${member}`);
    return named(node, `%${member}`);
  }
}

function isCode(node: t.Node | undefined, text: string, number: number): boolean {
  return (
    (node?.type === 'StringLiteral' && node.value === text) ||
    (node?.type === 'NumericLiteral' && node.value === number)
  );
}

function isNode(value: unknown): value is t.Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** The beginning of a node that stands where another one stands. */
function placed({ start, end, loc }: t.Node, type: t.Node['type']) {
  return { type, start, end, loc };
}

function negated(test: t.Expression): t.Expression {
  if (test.type === 'UnaryExpression' && test.operator === '!') return test.argument;
  return { ...placed(test, 'UnaryExpression'), operator: '!', prefix: true, argument: test } as unknown as t.Expression;
}

/** A variable by a name that no code can have; it stands at the beginning of what it stands for, and holds nothing. */
function named({ start, loc }: t.Node, name: string): t.Identifier {
  const place = loc ? { ...loc, start: loc.start, end: loc.start } : null;
  return { type: 'Identifier', start, end: start, loc: place, name } as unknown as t.Identifier;
}
