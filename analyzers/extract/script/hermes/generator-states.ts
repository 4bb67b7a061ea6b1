import type { HermesFile } from '../../../formats/hermes/hermes-file.ts';
import { type HermesInstruction, switchTargets } from '../../../formats/hermes/hermes-instructions.ts';

/** What runs from one point where a generator goes on to the next points where it stops. */
export interface GeneratorState {
  /** What the variables of the machine hold at its beginning, as a key; the first state is the empty one. */
  key: string;
  /** In order of their offsets; what an earlier state has run already is among them. */
  instructions: readonly HermesInstruction[];
  /** Offsets of returns after which the generator goes on, with the key of the state that does. */
  next: ReadonlyMap<number, string>;
  /** Offsets of jumps that the state alone decides, which are no conditions of the code. */
  decided: ReadonlySet<number>;
  /** Whether it is run for an error, or in a way that was not found. */
  isAside: boolean;
}

/** Steps of working out states in one file; what is beyond is read as it lies. */
const MAX_STEPS = 20_000_000;

/** In a register or a variable: a number, the environment of the machine, or nothing that is known. */
type Known = number | typeof MACHINE | typeof UNKNOWN;
const MACHINE = 'machine';
const UNKNOWN = null;

interface Point {
  registers: Map<number, Known>;
  slots: Map<number, Known>;
}

/** The first parameter tells how the generator is called: 0 by next(). */
const ACTION_PARAMETER = 1;
const NEXT = 0;

/**
 * From version 98 on a generator is compiled to a function that is called anew for each step, with a variable for the
 * place where it goes on. This tells the instructions of each step, by following constants: which variables only ever
 * hold numbers, and which jumps these decide. The order is that in which they run, for a call without an error.
 */
export class GeneratorReader {
  private stepsLeft = MAX_STEPS;

  constructor(private readonly file: HermesFile) {}

  /** @returns null where there are no such variables, or more states than can be followed */
  statesOf(instructions: readonly HermesInstruction[]): readonly GeneratorState[] | null {
    const slots = machineSlots(instructions);
    if (slots.size === 0) return null;
    const code = { file: this.file, instructions, slots, ...placesOf(this.file, instructions) };
    const states: (GeneratorState & { isEnd: boolean })[] = [];
    const first = { registers: new Map<number, Known>(), slots: new Map([...slots].map((slot) => [slot, 0 as Known])) };
    const open: StateStart[] = [{ key: '', from: 0, start: first, isAside: false }];
    const handlers = handlerStarts(code);
    const seen = new Set(['', keyOf(first.slots)]);
    for (let at = open.shift(); at !== undefined; at = open.shift() ?? handlers.shift()) {
      const { key, from, start, isAside } = at;
      const walk = new StateWalk(code);
      this.stepsLeft -= walk.run(from, start, this.stepsLeft) + instructions.length;
      if (this.stepsLeft <= 0) return null;
      const next = new Map<number, string>();
      for (const [offset, after] of walk.returns) {
        const nextKey = keyOf(after);
        next.set(offset, nextKey);
        if (seen.has(nextKey)) continue;
        seen.add(nextKey);
        open.push({ key: nextKey, from: 0, start: { registers: new Map(), slots: after }, isAside });
      }
      const reached = walk.reached();
      // A generator that has ended only says so.
      const isEnd = !reached.some(({ form }) => form.name.startsWith('Store'));
      states.push({ key, instructions: reached, next, decided: walk.decided(), isAside, isEnd });
    }
    return withoutEnds(states, instructions);
  }
}

/** Where a state begins, and what is known there. */
interface StateStart {
  key: string;
  from: number;
  start: Point;
  isAside: boolean;
}

/** Leaves out states of a generator that has ended, and adds what no state was seen to run. */
function withoutEnds(
  states: readonly (GeneratorState & { isEnd: boolean })[],
  instructions: readonly HermesInstruction[],
): GeneratorState[] {
  const ends = new Set(states.filter(({ isEnd }) => isEnd).map(({ key }) => key));
  const kept = states
    .filter(({ isEnd }) => !isEnd)
    .map((state) => ({ ...state, next: new Map([...state.next].filter(([, key]) => !ends.has(key))) }));
  const ran = new Set(kept.flatMap((state) => state.instructions));
  const rest = instructions.filter((instruction) => !ran.has(instruction));
  return [...kept, { key: 'rest', instructions: rest, next: new Map(), decided: new Set(), isAside: true }];
}

/** Handlers of errors begin with what registers hold that only ever get one value. */
function handlerStarts({ instructions }: MachineCode): StateStart[] {
  const registers = new Map<number, Known>();
  for (const { form, operands } of instructions) {
    const [a = 0, b = 0] = operands;
    if (!form.operands.startsWith('R') || form.name.startsWith('Store')) continue;
    const value = numberIn(form.name, b) ?? (form.name === 'GetParentEnvironment' && b === 0 ? MACHINE : UNKNOWN);
    registers.set(a, registers.has(a) && registers.get(a) !== value ? UNKNOWN : value);
  }
  return instructions.flatMap(({ form, offset }, from) =>
    form.name === 'Catch'
      ? [{ key: `catch ${offset}`, from, start: { registers, slots: new Map() }, isAside: true }]
      : [],
  );
}

/** The number that an instruction puts into a register. */
function numberIn(name: string, operand: number): number | undefined {
  if (!NUMBER.test(name)) return undefined;
  return name === 'LoadConstZero' ? 0 : operand;
}

function keyOf(values: ReadonlyMap<number, Known>): string {
  return [...values].map(([slot, value]) => `${slot}:${value ?? '?'}`).join(' ');
}

/** Variables of the environment in which the function was created that only numbers are put into. */
function machineSlots(instructions: readonly HermesInstruction[]): Set<number> {
  const numbers = new Set<number>();
  const others = new Set<number>();
  const machine = new Set<number>();
  const constants = new Set<number>();
  for (const { form, operands } of instructions) {
    const [a = 0, b = 0, c = 0] = operands;
    if (form.name.startsWith('Store')) {
      if (machine.has(a)) (form.name.startsWith('StoreNP') && constants.has(c) ? numbers : others).add(b);
      continue;
    }
    const isMove = /^Mov(?:Long)?$/.test(form.name);
    // A register holds what it held in the code before as long as nothing else is put there.
    setIf(machine, a, isMove ? machine.has(b) : /^GetParentEnvironment$/.test(form.name) && b === 0);
    setIf(constants, a, isMove ? constants.has(b) : NUMBER.test(form.name));
  }
  for (const slot of others) numbers.delete(slot);
  return numbers;
}

const NUMBER = /^LoadConst(?:UInt8|Int|Zero|Double)$/;

function setIf(registers: Set<number>, register: number, holds: boolean): void {
  if (holds) registers.add(register);
  else registers.delete(register);
}

interface MachineCode {
  file: HermesFile;
  instructions: readonly HermesInstruction[];
  slots: ReadonlySet<number>;
  /** Numbers of instructions by their offsets. */
  indexes: ReadonlyMap<number, number>;
  /** Numbers of instructions that jumps lead to. */
  joints: ReadonlySet<number>;
}

function placesOf(
  file: HermesFile,
  instructions: readonly HermesInstruction[],
): Pick<MachineCode, 'indexes' | 'joints'> {
  const indexes = new Map(instructions.map(({ offset }, index) => [offset, index]));
  const joints = new Set<number>();
  for (const instruction of instructions) {
    const { form, operands } = instruction;
    const place = form.operands.search(/[AD]/);
    const targets = isNumberSwitch(form.name) ? switchTargets(file, instruction) : [];
    if (place >= 0) targets.push(operands[place] ?? 0);
    for (const target of targets) {
      const index = indexes.get(target);
      if (index !== undefined) joints.add(index);
    }
  }
  return { indexes, joints };
}

function isNumberSwitch(name: string): boolean {
  return name === 'UIntSwitchImm' || name === 'SwitchImm';
}

/** Follows one state from the beginning of the function. */
class StateWalk {
  readonly returns = new Map<number, Map<number, Known>>();
  private readonly points = new Map<number, Point>();
  private readonly jumps = new Map<number, boolean>();
  private readonly ran = new Set<number>();

  constructor(private readonly code: MachineCode) {}

  /** @returns steps that were made */
  run(first: number, start: Point, budget: number): number {
    const { instructions, indexes, joints } = this.code;
    const open = [first];
    this.points.set(first, { registers: new Map(start.registers), slots: new Map(start.slots) });
    let steps = 0;
    for (let from = open.pop(); from !== undefined; from = open.pop()) {
      const known = this.points.get(from);
      if (known === undefined) continue;
      const point: Point = { registers: new Map(known.registers), slots: new Map(known.slots) };
      for (let index: number | undefined = from; index !== undefined; ) {
        const instruction: HermesInstruction | undefined = instructions[index];
        if (instruction === undefined) break;
        if (++steps >= budget) return steps;
        this.ran.add(index);
        const targets = this.step(instruction, point);
        const follows = targets === null || targets.includes(instruction.offset);
        for (const target of targets ?? []) {
          const at = indexes.get(target);
          if (at === undefined || target === instruction.offset) continue;
          steps += point.registers.size;
          if (this.arrive(at, point)) open.push(at);
        }
        if (!follows) break;
        // Where other ways can arrive, too, what is known is what all of them bring.
        if (joints.has(index + 1)) {
          if (this.arrive(index + 1, point)) open.push(index + 1);
          break;
        }
        index++;
      }
    }
    return steps;
  }

  reached(): HermesInstruction[] {
    return this.code.instructions.filter((_, index) => this.ran.has(index));
  }

  decided(): Set<number> {
    return new Set([...this.jumps].filter(([, isDecided]) => isDecided).map(([offset]) => offset));
  }

  /** Joins what is known on a way with what is known at its end; whether that is new there. */
  private arrive(index: number, { registers, slots }: Point): boolean {
    const known = this.points.get(index);
    if (known === undefined) {
      this.points.set(index, { registers: new Map(registers), slots: new Map(slots) });
      return true;
    }
    const registersChanged = join(known.registers, registers);
    return join(known.slots, slots) || registersChanged;
  }

  /** Runs an instruction. @returns where it leads, its own offset for what follows; null for only what follows */
  private step(instruction: HermesInstruction, point: Point): number[] | null {
    const { form, operands, offset } = instruction;
    const [a = 0, b = 0, c = 0] = operands;
    const { name } = form;
    const { registers, slots } = point;
    if (/^Mov(?:Long)?$/.test(name)) registers.set(a, registers.get(b) ?? UNKNOWN);
    else if (NUMBER.test(name)) registers.set(a, numberIn(name, b) ?? UNKNOWN);
    else if (name === 'GetParentEnvironment') registers.set(a, b === 0 ? MACHINE : UNKNOWN);
    else if (name.startsWith('LoadParam')) registers.set(a, b === ACTION_PARAMETER ? NEXT : UNKNOWN);
    else if (name.startsWith('LoadFromEnvironment')) {
      registers.set(a, registers.get(b) === MACHINE ? (slots.get(c) ?? UNKNOWN) : UNKNOWN);
    } else if (name.startsWith('Store')) {
      if (registers.get(a) === MACHINE && this.code.slots.has(b)) slots.set(b, registers.get(c) ?? UNKNOWN);
    } else if (name === 'Ret') {
      this.returns.set(offset, new Map(slots));
      return [];
    } else if (name === 'Throw') return [];
    else if (name.includes('Switch')) return this.choose(instruction, registers);
    else if (/^J/.test(name)) return this.jump(instruction, registers);
    else {
      registers.set(a, UNKNOWN);
      // Steps of an iterator change two registers.
      if (name.startsWith('Iterator')) registers.set(b, UNKNOWN);
    }
    return null;
  }

  private jump({ form, operands, offset }: HermesInstruction, registers: ReadonlyMap<number, Known>): number[] | null {
    const place = form.operands.search(/[AD]/);
    const target = operands[place] ?? offset;
    if (/^Jmp(?:Long)?$/.test(form.name)) return [target];
    const equality = /^J(?:Strict)?(Not)?Equal(?:Long)?$/.exec(form.name);
    const left = registers.get(operands[1] ?? -1);
    const right = registers.get(operands[2] ?? -1);
    const isDecided = equality !== null && typeof left === 'number' && typeof right === 'number';
    this.note(offset, isDecided);
    if (!isDecided) return [target, offset];
    return (left === right) === (equality[1] === undefined) ? [target] : null;
  }

  private choose(instruction: HermesInstruction, registers: ReadonlyMap<number, Known>): number[] {
    const { form, operands, offset } = instruction;
    const other = operands[form.operands.indexOf('D')] ?? offset;
    const value = registers.get(operands[0] ?? -1);
    // Of a switch over strings only the way of other strings is known, and what follows.
    const isNumbers = isNumberSwitch(form.name);
    const targets = isNumbers ? switchTargets(this.code.file, instruction) : [offset];
    const isDecided = typeof value === 'number' && isNumbers;
    this.note(offset, isDecided);
    if (!isDecided) return [...targets, other];
    return [targets[value - (operands[3] ?? 0)] ?? other];
  }

  /** A jump that is decided one way and then another is a condition. */
  private note(offset: number, isDecided: boolean): void {
    this.jumps.set(offset, isDecided && this.jumps.get(offset) !== false);
  }
}

/** Keeps what both know; whether that is less than before. */
function join(known: Map<number, Known>, arriving: ReadonlyMap<number, Known>): boolean {
  let isChanged = false;
  for (const [place, value] of known) {
    if (value === UNKNOWN || arriving.get(place) === value) continue;
    known.set(place, UNKNOWN);
    isChanged = true;
  }
  return isChanged;
}
