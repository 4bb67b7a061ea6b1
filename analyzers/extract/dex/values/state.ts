import type { MethodCode } from './program.ts';
import { Copier, Unknown, type Value } from './value.ts';

/** One call in progress. */
export interface Frame {
  method: MethodCode;
  /** Address of the next instruction, in code units. */
  pc: number;
  registers: Value[];
  /** Result of the last call or filled array. */
  result: Value;
  /** By which calls this one came about; 0 for the method that is explored. */
  context: number;
}

/** One path through the explored method and what it calls. */
export interface State {
  /** The innermost call last. */
  frames: Frame[];
  /** What static fields were given on this path. */
  statics: Map<string, Value>;
}

/** A copy that shares nothing that can change, and how many values were copied. */
export function copyState({ frames, statics }: State): { state: State; cost: number } {
  const copier = new Copier();
  let cost = 0;
  const copied = frames.map((frame) => {
    cost += frame.registers.length;
    return {
      ...frame,
      registers: frame.registers.map((value) => copier.copy(value)),
      result: copier.copy(frame.result),
    };
  });
  const values = new Map([...statics].map(([key, value]) => [key, copier.copy(value)]));
  return { state: { frames: copied, statics: values }, cost: cost + copier.cost + values.size };
}

/** A frame at the first instruction. @param args one for each parameter, first the receiver */
export function frameFor(method: MethodCode, args: readonly Value[], context: number): Frame {
  const registers: Value[] = new Array(method.registers).fill(0);
  let register = method.registers - method.ins;
  for (let i = 0; i < method.parameters.length && register < method.registers; i++) {
    const type = method.parameters[i] as string;
    registers[register] = args[i] ?? new Unknown(type);
    register += type === 'J' || type === 'D' ? 2 : 1;
  }
  return { method, pc: 0, registers, result: 0, context };
}
