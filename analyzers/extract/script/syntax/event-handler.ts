import type * as t from '@babel/types';

/**
 * The code of an attribute such as `onclick="..."` as what it is: a function that listens to the event. Without it the
 * statements would run with the page.
 */
export function asListener(program: t.Program, event: string): t.Program {
  const [first] = program.body;
  const start = first?.loc?.start;
  const end = program.body.at(-1)?.loc?.end;
  if (first === undefined || start === undefined || end === undefined) return program;
  // From quote to quote, so that it holds all of the code.
  const loc = { start: { ...start, column: start.column - 1 }, end: { ...end, column: end.column + 1 } };
  const make = (node: object): unknown => ({ ...node, loc });
  // What is not written there takes no room: the way down to a node is found by places.
  const added = (node: object): unknown => ({ ...node, loc: { start: loc.start, end: loc.start } });
  const body = make({ type: 'BlockStatement', body: program.body, directives: [] });
  const listener = make({ type: 'FunctionExpression', id: null, params: [], body, async: false, generator: false });
  const callee = added({ type: 'Identifier', name: 'on' });
  const call = make({
    type: 'CallExpression',
    callee,
    arguments: [added({ type: 'StringLiteral', value: event }), listener],
  });
  return { ...program, body: [make({ type: 'ExpressionStatement', expression: call }) as t.Statement] };
}
