import type * as t from '@babel/types';

/** Syntax nodes for what bytecode does; their column is the offset of the instruction in the file. */

function at<N extends t.Node>(offset: number, node: object): N {
  const place = { line: 1, column: offset, index: offset };
  const made = node as { loc: object };
  made.loc = { start: place, end: place };
  return made as unknown as N;
}

export function identifier(name: string, offset: number): t.Identifier {
  return at(offset, { type: 'Identifier', name });
}

export function constant(value: string | number | boolean | null | undefined, offset: number): t.Expression {
  switch (typeof value) {
    case 'string':
      return at(offset, { type: 'StringLiteral', value });
    case 'number':
      return at(offset, { type: 'NumericLiteral', value });
    case 'boolean':
      return at(offset, { type: 'BooleanLiteral', value });
    default:
      return value === null ? at(offset, { type: 'NullLiteral' }) : identifier('undefined', offset);
  }
}

export function thisExpression(offset: number): t.ThisExpression {
  return at(offset, { type: 'ThisExpression' });
}

export function member(object: t.Expression, name: string, offset: number): t.MemberExpression {
  return at(offset, { type: 'MemberExpression', object, property: identifier(name, offset), computed: false });
}

export function element(object: t.Expression, key: t.Expression, offset: number): t.MemberExpression {
  return at(offset, { type: 'MemberExpression', object, property: key, computed: true });
}

export function call(callee: t.Expression, args: t.Expression[], offset: number): t.CallExpression {
  return at(offset, { type: 'CallExpression', callee, arguments: args });
}

export function construction(callee: t.Expression, args: t.Expression[], offset: number): t.NewExpression {
  return at(offset, { type: 'NewExpression', callee, arguments: args });
}

export function array(elements: (t.Expression | null)[], offset: number): t.ArrayExpression {
  return at(offset, { type: 'ArrayExpression', elements });
}

export function object(offset: number): t.ObjectExpression {
  return at(offset, { type: 'ObjectExpression', properties: [] });
}

export function property(name: string, value: t.Expression, offset: number): t.ObjectProperty {
  return at(offset, { type: 'ObjectProperty', key: identifier(name, offset), value, computed: false });
}

export function getter(name: string, { body }: t.FunctionExpression, offset: number): t.ObjectMethod {
  return at(offset, {
    type: 'ObjectMethod',
    kind: 'get',
    key: identifier(name, offset),
    params: [],
    body,
    computed: false,
  });
}

export function choice(options: t.Expression[], offset: number): t.Expression {
  return options.reduce<t.Expression>(
    (alternate, consequent) =>
      at(offset, { type: 'ConditionalExpression', test: constant(null, offset), consequent, alternate }),
    options.pop() ?? constant(undefined, offset),
  );
}

export function sum(left: t.Expression, right: t.Expression, offset: number): t.BinaryExpression {
  return at(offset, { type: 'BinaryExpression', operator: '+', left, right });
}

export function unary(operator: 'typeof' | '!' | '-', argument: t.Expression, offset: number): t.UnaryExpression {
  return at(offset, { type: 'UnaryExpression', operator, argument });
}

export function assignment(left: t.Expression, right: t.Expression, offset: number): t.Statement {
  return statement(at(offset, { type: 'AssignmentExpression', operator: '=', left, right }), offset);
}

export function statement(expression: t.Expression, offset: number): t.Statement {
  return at(offset, { type: 'ExpressionStatement', expression });
}

export function variable(name: string, init: t.Expression | null, offset: number): t.Statement {
  const declarator = at(offset, { type: 'VariableDeclarator', id: identifier(name, offset), init });
  return at(offset, { type: 'VariableDeclaration', kind: 'var', declarations: [declarator] });
}

export function returned(argument: t.Expression, offset: number): t.Statement {
  return at(offset, { type: 'ReturnStatement', argument });
}

export function functionExpression(
  name: string,
  params: string[],
  body: t.Statement[],
  offset: number,
): t.FunctionExpression {
  return at(offset, {
    type: 'FunctionExpression',
    id: name === '' ? null : identifier(name, offset),
    params: params.map((param) => identifier(param, offset)),
    body: at(offset, { type: 'BlockStatement', body, directives: [] }),
  });
}

export function program(body: t.Statement[]): t.Program {
  return at(0, { type: 'Program', body, directives: [], sourceType: 'script', interpreter: null });
}
