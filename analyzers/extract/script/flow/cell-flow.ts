import type * as t from '@babel/types';
import type { Scope } from '../binding/scope.ts';
import type { CallNode } from '../resolve/call-sites.ts';
import { withoutTypes } from '../syntax/without-types.ts';
import { type AccessPath, CALLED, headOf, inside, tailOf } from './access-path.ts';
import type { FlowTracer } from './flow-tracer.ts';
import type { ValueState } from './value-state.ts';

/** A value is an argument of a call that puts it into a cell of state: it comes out wherever the cell is read. */
export function intoCell(
  tracer: FlowTracer,
  node: CallNode,
  callee: t.Node,
  scope: Scope,
  position: number,
  path: AccessPath,
  state: ValueState,
): void {
  const [first] = node.arguments;
  intoSetter(tracer, callee, scope, position, path, state, first);
  for (const action of tracer.cells.actionsOf(callee, scope)) tracer.intoParameter(action, position, path, state, null);
  const given = headOf(path) === CALLED ? tailOf(path) : path;
  // What it holds from the beginning, or works out: `createContext(value)`, `atom(() => value)`, `atom({ default: value })`.
  if (position === 0 && tracer.cells.cellOf(node, scope) === node)
    toReads(tracer, node, headOf(given) === 'default' ? tailOf(given) : given, state);
}

/** What is called, or will be, sets a cell. @param first argument of the call, where it is known */
export function intoSetter(
  tracer: FlowTracer,
  callee: t.Node,
  scope: Scope,
  position: number,
  path: AccessPath,
  state: ValueState,
  first?: t.Node,
): void {
  const cell = tracer.cells.setBy(callee, scope, position, first);
  // The next state, or what gives it of the last.
  if (cell !== undefined) toReads(tracer, cell, headOf(path) === CALLED ? tailOf(path) : path, state);
}

/** `<Context.Provider value={…}>`, and `<Context value={…}>` since React 19. @param component its name */
export function intoProvider(
  tracer: FlowTracer,
  component: t.Node,
  scope: Scope,
  path: AccessPath,
  state: ValueState,
): void {
  const plain = withoutTypes(component);
  const isProvider =
    (plain.type === 'JSXMemberExpression' && plain.property.name === 'Provider') ||
    (plain.type === 'MemberExpression' && plain.property.type === 'Identifier' && plain.property.name === 'Provider');
  const cell = tracer.cells.cellOf(isProvider ? plain.object : plain, scope);
  if (cell !== undefined) toReads(tracer, cell, path, state);
}

function toReads(tracer: FlowTracer, cell: CallNode, path: AccessPath, state: ValueState): void {
  for (const read of tracer.cells.reads(cell)) {
    if (read.kind === 'selector') tracer.intoParameter(read.callee, 0, path, state, null);
    else tracer.push(read.script, read.node, read.under === null ? path : inside(read.under, path), state, null);
  }
}
