import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import type { NamePlaces } from '../binding/name-places.ts';
import type { Scope } from '../binding/scope.ts';
import { FunctionValue, LiteralValue, type Value } from '../binding/value.ts';
import type { CallNode } from '../resolve/call-sites.ts';
import { keyName } from '../syntax/pattern.ts';
import type { AccessPath } from './access-path.ts';
import { callbackFlow } from './callback-flow.ts';
import type { FlowTracer } from './flow-tracer.ts';
import type { Left } from './step-up.ts';
import type { ValueState } from './value-state.ts';

/** Members of options that are called with what was asked for. */
const ANSWERS = ['success', 'complete', 'callback', 'onSuccess', 'onLocation', 'onChange', 'onResult'];
/** Names of parameters that get an error, the session that an answer belongs to, or how many or how it went. */
const NOT_ANSWER = /^(?:e|er|err|error|_|_e|_err|fail|failure|reason|session_?id|count|total|status|status_?code)$/i;
/** Names of the only parameter of a function that is called where nothing is answered. */
const NO_ANSWER = /^(?:e|er|err|error|_e|_err|fail|failure|failed|reason)$/i;

/**
 * A call gives its answer to a callback: `getLocation({ success: (place) => ... })`, `getCurrentPosition((position) => ...)`,
 * `get((error, data) => ...)`.
 * @param at index of the call
 * @param path where in the answer the value is
 */
export function answerFlow(tracer: FlowTracer, state: ValueState, at: number, path: AccessPath = ''): Left[] {
  const { resolver } = tracer;
  const { script } = state;
  const bound = tracer.scripts[script] as BoundScript;
  const call = bound.nodes[at] as CallNode;
  const scope = tracer.scopeAt(bound.calls, at);
  if (scope === undefined || !('arguments' in call)) return [];
  const left: Left[] = [];
  let isAnswered = false;
  const given = call.arguments.map((argument) => ({ argument, values: resolver.valuesOf(argument, scope) }));
  const answering = given.filter(({ values }) => values.some((value) => isFunction(value) && !isForFailure(value)));
  for (const { argument, values } of given) {
    if (answering.length > 0 && values.length > 0 && values.every(isForFailure)) continue;
    const isOptions = values.some((value) => value instanceof LiteralValue) || argument.type === 'ObjectExpression';
    if (!isOptions && !isAnswered && (argument.type === 'Identifier' || values.some(isFunction))) {
      isAnswered = values.some(isFunction);
      const position = Math.max(0, ...values.map((value) => (isFunction(value) ? positionIn(tracer, value) : 0)));
      const outlets = callbackFlow(tracer, { script, node: argument, scope }, position, path, state);
      for (const item of outlets.map((outlet) => ({ outlet, node: argument }))) left.push(item);
    }
    for (const name of ANSWERS) {
      for (const answer of resolver.propertyOfAll(values, name)) {
        if (isFunction(answer)) tracer.intoParameter(answer, positionIn(tracer, answer), path, state, null);
      }
    }
    for (const { node, scope: around } of answersGiven(values)) {
      const outlets = callbackFlow(tracer, { script, node, scope: around }, 0, path, state);
      for (const item of outlets.map((outlet) => ({ outlet, node }))) left.push(item);
    }
  }
  return left;
}

function isFunction(value: Value): value is FunctionValue {
  return value instanceof FunctionValue;
}

/** Only beside another function that takes an answer: what a single one calls its answer says nothing. */
function isForFailure(value: Value): boolean {
  if (!isFunction(value) || value.node.params.length > 1) return false;
  const [only] = value.node.params;
  return only === undefined || (only.type === 'Identifier' && NO_ANSWER.test(only.name));
}

/**
 * Callbacks in the manner of Node get an error first, those of HarmonyOS' engines the session. A first parameter that
 * the function does not look at is not what it was called for, whatever its name.
 * @param inner the scope of the function's parameters
 * @param places of the names of the function's script
 */
export function answerPosition({ params }: t.Function, inner: Scope | null, places: NamePlaces | null): number {
  const [first, second] = params;
  if (first?.type !== 'Identifier' || second === undefined) return 0;
  if (NOT_ANSWER.test(first.name)) return 1;
  if (second.type === 'Identifier' && NO_ANSWER.test(second.name)) return 0;
  const binding = inner?.lookup(first.name);
  return binding?.parameter != null && places?.variable(binding).length === 0 ? 1 : 0;
}

function positionIn(tracer: FlowTracer, fn: FunctionValue): number {
  const script = tracer.scriptOf(fn);
  const bound = script === undefined ? undefined : tracer.resolver.program.scripts[script];
  const places = bound === undefined ? null : tracer.resolver.program.placesIn(bound);
  return answerPosition(fn.node, fn.inner, places);
}

/** What stands for the answer in options: `success: resolve`. */
function answersGiven(values: readonly Value[]): { node: t.Node; scope: Scope }[] {
  return values.flatMap((value) => {
    if (!(value instanceof LiteralValue) || value.node.type !== 'ObjectExpression') return [];
    return value.node.properties.flatMap((property) => {
      if (property.type !== 'ObjectProperty') return [];
      const name = keyName(property);
      return name !== null && ANSWERS.includes(name) ? [{ node: property.value, scope: value.scope }] : [];
    });
  });
}
