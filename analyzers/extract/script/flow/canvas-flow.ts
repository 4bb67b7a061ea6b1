import type * as t from '@babel/types';
import { heldNode } from '../binding/held-node.ts';
import type { Scope } from '../binding/scope.ts';
import { lastName } from '../syntax/called-name.ts';
import { withoutTypes } from '../syntax/without-types.ts';
import { type AccessPath, headOf, inside } from './access-path.ts';
import type { FlowTracer } from './flow-tracer.ts';
import type { ValueState } from './value-state.ts';
import { writeInto } from './write-flow.ts';

/** What was drawn on a canvas, which is none of its properties. */
const DRAWN = '(drawn)';
const SOURCE = /^src(?:Object)?$/;

/**
 * `canvas.getContext('2d').drawImage(video, 0, 0)`: the canvas has the picture of what the video shows. Source: the HTML
 * standard (`CanvasDrawImage`, `HTMLMediaElement.srcObject`).
 */
export function intoCanvas(
  tracer: FlowTracer,
  callee: t.Node,
  scope: Scope,
  position: number,
  path: AccessPath,
  state: ValueState,
): void {
  const method = withoutTypes(callee);
  if (position !== 0 || method.type !== 'MemberExpression' || lastName(method) !== 'drawImage') return;
  if (path !== '' && !SOURCE.test(headOf(path) ?? '')) return;
  const context = heldNode(withoutTypes(method.object), scope);
  const made = context === undefined ? undefined : withoutTypes(context.node);
  if (context === undefined || made?.type !== 'CallExpression' || lastName(made.callee) !== 'getContext') return;
  const { callee: getter } = made;
  if (getter.type === 'MemberExpression') writeInto(tracer, getter.object, context.scope, inside(DRAWN, ''), state);
}

/** How a canvas gives what was drawn on it: at once, later, or to a function that it is handed. */
export function drawnBy(name: string, path: AccessPath): 'result' | 'callback' | undefined {
  if (headOf(path) !== DRAWN) return undefined;
  if (name === 'toBlob') return 'callback';
  return /^(?:toDataURL|convertToBlob|transferToImageBitmap|captureStream)$/.test(name) ? 'result' : undefined;
}
