import { WIDE } from '../graph/program/references.ts';
import type { FlowInstruction } from '../model/flow-code.ts';
import { InvokeKind } from '../model/program.ts';
import type { FlowProgram } from './flow-program.ts';
import type { Member } from './members.ts';
import type { MethodBody } from './method-body.ts';

const NONE = -1;

/** Which parameter an operand of a call is, the receiver first if there is one; -1 for the second half of a wide value. */
export function positionOf(instruction: FlowInstruction, { parameters }: Member, operand: number): number {
  let register = 0;
  const receiver = instruction.invoke === InvokeKind.STATIC ? 0 : 1;
  if (receiver === 1) {
    if (operand === 0) return 0;
    register = 1;
  }
  for (let i = 0; i < parameters.length; i++) {
    if (register === operand) return i + receiver;
    register += parameters[i] === WIDE ? 2 : 1;
  }
  return NONE;
}

/** The value at a position of a call, -1 for none. */
export function argumentOf(
  body: MethodBody,
  instruction: FlowInstruction,
  index: number,
  { parameters }: Member,
  position: number,
): number {
  const receiver = instruction.invoke === InvokeKind.STATIC ? 0 : 1;
  let register = Math.min(position, receiver);
  for (let i = 0; i < position - receiver; i++) register += parameters[i] === WIDE ? 2 : 1;
  return body.reads[index]?.[register] ?? NONE;
}

/** Position of the parameter that an incoming register of a method belongs to, -1 for none. */
export function parameterAt(program: FlowProgram, method: number, register: number): number {
  const types = program.parametersOf(method);
  let at = 0;
  for (let i = 0; i < types.length; i++) {
    if (at === register) return i;
    at += types[i] === WIDE ? 2 : 1;
  }
  return NONE;
}

/** Type that is declared at a position of a call; -1 and below for values. */
export function typeAt(instruction: FlowInstruction, { owner, parameters }: Member, position: number): number {
  if (instruction.invoke === InvokeKind.STATIC) return parameters[position] ?? NONE;
  return position === 0 ? owner : (parameters[position - 1] ?? NONE);
}

/** Whether a method runs as what a lambda stands for, so that its first parameters were bound when that was made. */
export function isLambdaCall(program: FlowProgram, { name, owner }: Member, target: number): boolean {
  const { hierarchy } = program;
  if (program.nameOf(target) !== name) return true;
  if (name === '<init>' || owner < 0) return false;
  const type = program.typeOf(target);
  return !hierarchy.isSubtype(type, owner) && !hierarchy.isSubtype(owner, type);
}
