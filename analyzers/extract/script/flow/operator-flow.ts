import type { Outlet } from '../apis/api-node.ts';
import { FunctionValue } from '../binding/value.ts';
import { lastName } from '../syntax/called-name.ts';
import { type AccessPath, isOfList, property } from './access-path.ts';
import type { CallPlace } from './call-flow.ts';
import { callbackFlow } from './callback-flow.ts';
import type { FlowTracer } from './flow-tracer.ts';
import type { ValueState } from './value-state.ts';

/** Operators of RxJS that give what their function makes of a value; others hand the value on. */
const MAKES_OTHER =
  /^(?:map|switchMap|mergeMap|concatMap|exhaustMap|flatMap|scan|reduce|expand|mapTo|pluck|count|isEmpty|every)$/;

/** `values$.pipe(map(f), tap(g))`: from one operator on, up to the first that makes something else of the value. */
export function throughOperators(
  tracer: FlowTracer,
  { script, index, node, scope }: CallPlace,
  from: number,
  path: AccessPath,
  state: ValueState,
): boolean {
  const element = isOfList(path) && path !== '' ? (property(path, null) ?? '') : path;
  for (const operator of node.arguments.slice(from)) {
    if (operator.type !== 'CallExpression') return false;
    const [callback] = operator.arguments;
    if (callback !== undefined) callbackFlow(tracer, { script, node: callback, scope }, 0, element, state);
    if (MAKES_OTHER.test(lastName(operator.callee) ?? '')) return true;
  }
  tracer.push(script, index, element, state, state.entered);
  return true;
}

/** `values$.subscribe((value) => ...)`, `values$.subscribe({ next(value) { ... } })` */
export function observerFlow(
  tracer: FlowTracer,
  { script, node, scope }: CallPlace,
  path: AccessPath,
  state: ValueState,
): Outlet[] {
  const [observer] = node.arguments;
  if (observer === undefined) return [];
  const element = isOfList(path) && path !== '' ? (property(path, null) ?? '') : path;
  const values = tracer.resolver.valuesOf(observer, scope);
  for (const value of tracer.resolver.propertyOfAll(values, 'next')) {
    if (value instanceof FunctionValue) tracer.intoParameter(value, 0, element, state, state.entered);
  }
  return callbackFlow(tracer, { script, node: observer, scope }, 0, element, state);
}
