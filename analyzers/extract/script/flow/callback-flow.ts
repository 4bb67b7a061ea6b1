import type * as t from '@babel/types';
import type { Outlet } from '../apis/api-node.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Binding, Scope } from '../binding/scope.ts';
import { FunctionValue } from '../binding/value.ts';
import { lastName } from '../syntax/called-name.ts';
import type { AccessPath } from './access-path.ts';
import { intoSetter } from './cell-flow.ts';
import type { FlowTracer } from './flow-tracer.ts';
import { outletsOfCall } from './outlets.ts';
import { mutatedBy } from './query-flow.ts';
import { givesState } from './state-flow.ts';
import type { ValueState } from './value-state.ts';

/** The construction of a promise. */
interface Promised {
  script: number;
  index: number;
}

/** Parameters that a promise's function is handed on to, and such promises. */
const MAX_HANDED_ON = 16;

/** A function that is handed over is called with the value: one of the build, a promise's, a hook's, or one that takes it away. */
export function callbackFlow(
  tracer: FlowTracer,
  { script, node, scope }: { script: number; node: t.Node; scope: Scope },
  position: number,
  path: AccessPath,
  state: ValueState,
): Outlet[] {
  const values = tracer.resolver.valuesOf(node, scope);
  for (const value of values) {
    if (value instanceof FunctionValue) tracer.intoParameter(value, position, path, state, state.entered);
  }
  for (const value of position === 0 ? mutatedBy(tracer.resolver, node, scope) : [])
    tracer.intoParameter(value, 0, path, state, null);
  intoSetter(tracer, node, scope, position, path, state);
  if (!settlesPromise(tracer, node, scope, path, state)) givesState(tracer, node, scope, script, path, state);
  return outletsOfCall(values, position, path);
}

/** `resolve(x)` inside of `new Promise((resolve) => ...)`: the promise gives it. */
export function settlesPromise(
  tracer: FlowTracer,
  callee: t.Node,
  scope: Scope,
  path: AccessPath,
  state: ValueState,
): boolean {
  if (callee.type !== 'Identifier') return false;
  const binding = scope.lookup(callee.name);
  if (binding === undefined) return false;
  const promise = promiseOf(tracer, binding.parameter);
  if (promise !== undefined) {
    tracer.push(promise.script, promise.index, path, state, state.entered);
    return true;
  }
  const given = promisesGivenTo(tracer, binding);
  for (const { script, index } of given) tracer.push(script, index, path, state, null);
  return given.length > 0;
}

/** `read(resolve)`: the promises whose function is handed on to the parameter, from one function to the next. */
function promisesGivenTo(tracer: FlowTracer, parameter: Binding): Promised[] {
  const found: Promised[] = [];
  const seen = new Set<Binding>([parameter]);
  for (const { parameter: place } of seen) {
    if (place === null || place.path.length > 0) continue;
    for (const { given, scope } of tracer.resolver.callSites.of(place.of)) {
      const argument = given[place.index];
      const binding = argument?.type === 'Identifier' ? scope.lookup(argument.name) : undefined;
      if (binding === undefined || seen.has(binding) || seen.size >= MAX_HANDED_ON) continue;
      const promise = promiseOf(tracer, binding.parameter);
      if (promise === undefined) seen.add(binding);
      else if (found.length < MAX_HANDED_ON) found.push(promise);
    }
  }
  return found;
}

/** The construction of a promise whose first parameter of its function this is: `new Promise((resolve) => ...)`, `new Promise(run)`. */
function promiseOf(tracer: FlowTracer, parameter: { of: FunctionValue; index: number } | null): Promised | undefined {
  if (parameter === null || parameter.index !== 0) return undefined;
  const script = tracer.scriptOf(parameter.of);
  if (script === undefined) return undefined;
  const index = tracer.index(script).indexOf(parameter.of.node) ?? -1;
  const direct = promiseAt(tracer, script, index);
  if (direct !== undefined || parameter.of.binding === null) return direct;
  const { program } = tracer.resolver;
  const bound = program.scripts[script] as BoundScript;
  for (const order of program.placesIn(bound).variable(parameter.of.binding)) {
    const promise = promiseAt(tracer, script, bound.identifiers.at[order] ?? -1);
    if (promise !== undefined) return promise;
  }
  return undefined;
}

/** The construction of a promise that is given what stands at a place as its function. */
function promiseAt(tracer: FlowTracer, script: number, index: number): Promised | undefined {
  const { nodes, parents } = tracer.scripts[script] as { nodes: t.Node[]; parents: number[] };
  const above = parents[index] ?? -1;
  const parent = nodes[above];
  if (parent?.type !== 'NewExpression' || parent.arguments[0] !== nodes[index]) return undefined;
  return /promise/i.test(lastName(parent.callee) ?? '') || parent.arguments.length === 1
    ? { script, index: above }
    : undefined;
}
