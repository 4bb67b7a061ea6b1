import type * as t from '@babel/types';
import type { Outlet } from '../apis/api-node.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Scope } from '../binding/scope.ts';
import type { CallPlace } from './call-flow.ts';
import { callbackFlow } from './callback-flow.ts';
import type { FlowTracer } from './flow-tracer.ts';
import type { ValueState } from './value-state.ts';

/**
 * Events by which an object of the platform gives what it was made of, or told to read, piece by piece: a MediaRecorder
 * (MediaStream Recording), a script processor (Web Audio), a FileReader (File API).
 */
const GIVES_CONTENT = /^(?:dataavailable|audioprocess|load|loadend)$/;

/** Methods that make an object hold what it is told to read: `reader.readAsDataURL(photo)`. */
const READS_INTO_ITSELF = /^readAs(?:ArrayBuffer|BinaryString|DataURL|Text)$/;

export function readsIntoItself(method: string): boolean {
  return READS_INTO_ITSELF.test(method);
}

/** `recorder.ondataavailable = handle`, of an object that holds the value: the handler is given it with the event. */
export function handlerFlow(
  tracer: FlowTracer,
  { nodes, parents }: BoundScript,
  member: number,
  name: string,
  scope: Scope,
  state: ValueState,
): Outlet[] {
  const parent = nodes[parents[member] ?? -1];
  if (parent?.type !== 'AssignmentExpression' || parent.left !== nodes[member]) return [];
  if (state.path !== '' || !name.startsWith('on') || !GIVES_CONTENT.test(name.slice(2))) return [];
  return callbackFlow(tracer, { script: state.script, node: parent.right, scope }, 0, '', state);
}

/** `recorder.addEventListener('dataavailable', handle)`. */
export function listenerFlow(
  tracer: FlowTracer,
  { script, node, scope }: CallPlace,
  method: string,
  state: ValueState,
): Outlet[] {
  if (state.path !== '' || (method !== 'addEventListener' && method !== 'on')) return [];
  const [event, handler]: (t.Node | undefined)[] = node.arguments;
  if (event?.type !== 'StringLiteral' || handler === undefined || !GIVES_CONTENT.test(event.value)) return [];
  return callbackFlow(tracer, { script, node: handler, scope }, 0, '', state);
}
