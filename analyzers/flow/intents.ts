import { type FlowInstruction, FlowKind } from '../model/flow-code.ts';
import { InvokeKind } from '../model/program.ts';
import type { MethodBody } from './method-body.ts';
import type { ValueTrace } from './value-trace.ts';

const NONE = -1;
const CLASS = 'Ljava/lang/Class;';
const NAMES_CLASS = /^(?:setClass|setPackage)$/;

/** Calls that one intent is followed back through, each of which gives the intent back. */
const MOST_CALLS = 64;

/** Whether an intent names a class, or the app itself, as its receiver, so that it does not leave the app. */
export function isForOwnComponent(trace: ValueTrace, context: number, body: MethodBody, value: number): boolean {
  let intent = value;
  for (let i = 0; i < MOST_CALLS; i++) {
    if (namesOwn(trace, context, body, intent)) return true;
    const definition = body.definitions[intent];
    if (definition?.kind !== 'instruction') return false;
    const { kind, invoke } = body.code.instructions[definition.index] as FlowInstruction;
    if (kind !== FlowKind.INVOKE || invoke === InvokeKind.STATIC) return false;
    intent = body.reads[definition.index]?.[0] ?? NONE;
  }
  return false;
}

function namesOwn(trace: ValueTrace, context: number, body: MethodBody, value: number): boolean {
  const { hierarchy } = trace.program;
  for (const { index, position } of body.uses[value] ?? []) {
    const { kind, id } = body.code.instructions[index] as FlowInstruction;
    if (kind !== FlowKind.INVOKE || position !== 0) continue;
    const { name, parameters } = trace.members.of(trace.methodOf(context), id);
    if (NAMES_CLASS.test(name)) return true;
    if (name === '<init>' && parameters.some((type) => hierarchy.descriptors[type] === CLASS)) return true;
  }
  return false;
}
