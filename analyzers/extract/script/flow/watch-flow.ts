import type { Outlet } from '../apis/api-node.ts';
import { type AccessPath, CALLED, headOf, inside, tailOf } from './access-path.ts';
import type { CallPlace } from './call-flow.ts';
import { callbackFlow } from './callback-flow.ts';
import type { FlowTracer } from './flow-tracer.ts';
import type { ValueState } from './value-state.ts';

/** Functions that call their second argument with what their first one holds, whenever that changes. */
const WATCH = /^(?:watch(?:Debounced|Throttled|Once|Immediate|Deep|Pausable)?|whenever|reaction)$/;

/**
 * What is watched goes to the callback beside it: `watch(place, (now) => ...)`, `watch(() => state.at, ...)`,
 * `watch([here, () => state.at], ([now, at]) => ...)`. Source: the documentation of Vue, VueUse and MobX (`reaction`).
 * @param path in the first argument
 */
export function intoWatcher(
  tracer: FlowTracer,
  { script, node, scope }: CallPlace,
  path: AccessPath,
  state: ValueState,
): Outlet[] {
  const { callee, arguments: args } = node;
  const [source, callback] = args;
  if (callee.type !== 'Identifier' || !WATCH.test(callee.name) || callback === undefined) return [];
  const index = source?.type === 'ArrayExpression' ? headOf(path) : null;
  const given = index === null ? held(path) : inside(index, held(tailOf(path)));
  return given === null ? [] : callbackFlow(tracer, { script, node: callback, scope }, 0, given, state);
}

/** Of `() => state.at` what it gives, of a `ref` what it holds. */
function held(path: AccessPath): AccessPath {
  const head = headOf(path);
  return head === CALLED || head === 'value' ? tailOf(path) : path;
}
