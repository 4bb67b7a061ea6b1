import type * as t from '@babel/types';

/** One step of a state machine; a `branch` goes to its label where its test is met. */
export type Step =
  | { kind: 'statement'; statement: t.Statement }
  | { kind: 'label' | 'jump'; label: number }
  | { kind: 'branch'; test: t.Expression; at: t.Node; label: number };

/** Conditions inside of each other; deeper ones are left out, and what they guard stands beside them. */
const MAX_DEPTH = 40;

/** Statements in place of steps: what a branch forward leaves out stands behind a condition; other jumps are dropped. */
export function structured(steps: readonly Step[]): t.Statement[] {
  const labels = new Map<number, number>();
  for (const [at, step] of steps.entries()) if (step.kind === 'label') labels.set(step.label, at);
  return between(steps, 0, steps.length, labels, 0);
}

function between(
  steps: readonly Step[],
  from: number,
  to: number,
  labels: ReadonlyMap<number, number>,
  depth: number,
): t.Statement[] {
  const statements: t.Statement[] = [];
  for (let at = from; at < to; at++) {
    const step = steps[at] as Step;
    if (step.kind === 'statement') statements.push(step.statement);
    if (step.kind !== 'branch') continue;
    const target = labels.get(step.label) ?? -1;
    if (target <= at || target > to || depth >= MAX_DEPTH) continue;
    const last = steps[target - 1];
    const end = last?.kind === 'jump' ? (labels.get(last.label) ?? -1) : -1;
    const hasElse = end > target && end <= to;
    const consequent = block(between(steps, at + 1, target, labels, depth + 1), step.at);
    const alternate = hasElse ? block(between(steps, target, end, labels, depth + 1), step.at) : null;
    statements.push(condition(step, consequent, alternate));
    at = (hasElse ? end : target) - 1;
  }
  return statements;
}

/** Where a block of statements stands: from the first to the last of them. */
function block(body: t.Statement[], fallback: t.Node): t.BlockStatement {
  const [first, last] = [body[0] ?? fallback, body.at(-1) ?? fallback];
  return { type: 'BlockStatement', ...span(first, last), body, directives: [] } as unknown as t.BlockStatement;
}

function condition(
  { test, at }: Extract<Step, { kind: 'branch' }>,
  consequent: t.BlockStatement,
  alternate: t.BlockStatement | null,
): t.Statement {
  const isNegated = test.type === 'UnaryExpression' && test.operator === '!';
  const plain = isNegated ? test.argument : test;
  // Met, the test leaves the first part out.
  const [yes, no] = isNegated ? [consequent, alternate] : [alternate, consequent];
  const place = span(at, alternate ?? consequent);
  const empty = (): t.BlockStatement =>
    ({ type: 'BlockStatement', ...span(plain, plain), body: [], directives: [] }) as unknown as t.BlockStatement;
  return {
    type: 'IfStatement',
    ...place,
    test: plain,
    consequent: yes ?? empty(),
    alternate: no,
  } as unknown as t.Statement;
}

function span(first: t.Node, last: t.Node) {
  const [from, to] = [first.loc, last.loc];
  return { start: first.start, end: last.end, loc: from && to ? { ...from, start: from.start, end: to.end } : null };
}
