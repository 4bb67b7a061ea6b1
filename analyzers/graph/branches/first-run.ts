import { passesTest } from '../../model/branch-test.ts';
import { CodeEvent, type CodeEvents } from '../../model/program.ts';
import { WRITES } from '../program/writing-events.ts';
import { calculated } from './arithmetic.ts';

/** What a register holds on a first run. */
export interface Value {
  /** NaN where it is not known, or none. */
  number: number;
  /** It came out of a store. */
  stored: boolean;
  /** A text that is constant. */
  text?: string;
  /** An object stands for the number. */
  boxed?: boolean;
  /** An object of this class (a type id of the file) and of none below it. */
  made?: number;
  /** The field in which an object stands that keeps a value. */
  holder?: number;
  /** The field in which an object stands. */
  standing?: number;
}

export const UNKNOWN: Value = { number: Number.NaN, stored: false };

/** What stands for a result that comes later: no other value is equal to it. */
export const SUSPENDED: Value = { number: Number.POSITIVE_INFINITY, stored: false };

/** What a call gives back on a first run. */
export interface Given extends Value {
  /** The register that holds it, in place of that of the result. */
  into?: number;
}

/** Null where a call does not come back. @param at position of the call in the events */
export type CallValue = (at: number, values: readonly Value[]) => Given | null;

/** What is known of a field on a first run, and that a value is put there. */
export interface FieldValues {
  /** @param object whose field it is, where that is told */
  read(field: number, object?: Value): Value;
  write(field: number, value: Value): void;
}

/** What of a method can run on a first run. */
export interface FirstRun {
  /** By address: 1 for instructions that can run. */
  runs: Uint8Array;
  result: Value;
  /** False where it ends in nothing but exceptions. */
  returns: boolean;
}

interface Block {
  /** Range of the events, and of the addresses. */
  from: number;
  to: number;
  address: number;
  end: number;
}

/** Passes over one method after which no more is worked out; loops end far earlier. */
const MOST_STEPS = 5000;

/**
 * Runs through a method as it would run where nothing was stored yet (conditional constant propagation, Wegman and
 * Zadeck): a branch on a known number is followed on its one side. Where only that is known that a branch depends on a
 * store, what runs on one of its sides alone does not count as running.
 * @param isOf whether an object of a class is of a type, null where that is not known
 */
export function firstRun(
  events: CodeEvents,
  start: readonly Value[],
  call: CallValue,
  fields: FieldValues,
  textOf: (string: number) => string,
  isOf: (made: number, type: number) => boolean | null = () => null,
): FirstRun {
  const blocks = blocksOf(events);
  const { handlers } = events;
  const states: (Value[] | undefined)[] = new Array(blocks.length);
  const runs = new Uint8Array(events.size);
  /** By block: address up to which it runs. */
  const ends = blocks.map(({ address }) => address);
  const at = new Map(blocks.map((block, index) => [block.address, index]));
  // Those that come first in the code are run first: most of what leads to a block is known then when it is run.
  const pending = new Uint8Array(blocks.length);
  let next = 0;
  let result: Value | null = null;
  const enter = (address: number, state: readonly Value[]): void => {
    const index = at.get(address);
    if (index === undefined) return;
    const known = states[index];
    if (known === undefined) states[index] = [...state];
    else if (!joinInto(known, state)) return;
    pending[index] = 1;
    next = Math.min(next, index);
  };
  if (blocks.length > 0) enter((blocks[0] as Block).address, start);
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    while (pending[next] === 0) next++;
    if (next === blocks.length) break;
    const index = next;
    pending[index] = 0;
    const block = blocks[index] as Block;
    const state = [...(states[index] as Value[])];
    let thrown: Value[] | null = null;
    for (let i = 0; i < handlers.length; i += 3) {
      if (block.address >= (handlers[i + 1] as number) || (handlers[i] as number) >= block.end) continue;
      thrown ??= forgotten(state, writtenIn(events, [block]));
      enter(handlers[i + 2] as number, thrown);
    }
    const exit = runBlock(events, block, state, call, fields, textOf, isOf);
    ends[index] = Math.max(ends[index] as number, exit.until ?? block.end);
    if (exit.result !== null) result = result === null ? exit.result : joinValues(result, exit.result);
    if (exit.exclusive) {
      const { met, passed } = meetings(blocks, at, events, exit.targets);
      const known = forgotten(state, writtenIn(events, passed));
      for (const meeting of met) enter((blocks[meeting] as Block).address, known);
    } else for (const target of exit.targets) enter(target, state);
  }
  blocks.forEach((block, index) => {
    if (states[index] !== undefined) runs.fill(1, block.address, ends[index]);
  });
  return { runs, result: result ?? UNKNOWN, returns: result !== null || next < blocks.length };
}

function blocksOf({ data, length, targets, size }: CodeEvents): Block[] {
  const blocks: Block[] = [];
  const borders = new Set<number>([0]);
  for (let address = 0; address < size; address++) if (targets[address] === 1) borders.add(address);
  for (let at = 0; at < length; at += data[at + 1] as number) {
    const kind = data[at] as number;
    const ends =
      kind === CodeEvent.IF ||
      kind === CodeEvent.GOTO ||
      kind === CodeEvent.SWITCH ||
      kind === CodeEvent.RETURN ||
      kind === CodeEvent.THROW;
    const next = at + (data[at + 1] as number);
    if (ends)
      borders.add(
        kind === CodeEvent.IF
          ? (data[at + 2] as number) + 2
          : kind === CodeEvent.SWITCH
            ? (data[at + 2] as number) + 3
            : next < length
              ? (data[next + 2] as number)
              : size,
      );
  }
  const sorted = [...borders].filter((address) => address < size).sort((a, b) => a - b);
  let at = 0;
  sorted.forEach((address, index) => {
    const end = sorted[index + 1] ?? size;
    const from = at;
    while (at < length && (data[at + 2] as number) < end) at += data[at + 1] as number;
    blocks.push({ from, to: at, address, end });
  });
  return blocks;
}

interface Exit {
  targets: number[];
  /** The branch depends on something stored that is not known. */
  exclusive: boolean;
  result: Value | null;
  /** Address of a call that does not come back, behind which nothing runs. */
  until?: number;
}

function runBlock(
  { data, cases }: CodeEvents,
  block: Block,
  state: Value[],
  call: CallValue,
  fields: FieldValues,
  textOf: (string: number) => string,
  isOf: (made: number, type: number) => boolean | null,
): Exit {
  let pendingResult = UNKNOWN;
  const set = (register: number, value: Value): void => {
    if (register >= 0 && register < state.length) state[register] = value;
  };
  for (let at = block.from; at < block.to; at += data[at + 1] as number) {
    const a = data[at + 3] as number;
    const b = data[at + 4] as number;
    const address = data[at + 2] as number;
    switch (data[at]) {
      case CodeEvent.CONST:
        set(a, { number: b, stored: false });
        break;
      case CodeEvent.COPY:
      case CodeEvent.MOVE:
        set(a, state[b] ?? UNKNOWN);
        break;
      case CodeEvent.XOR: {
        const { number, stored } = state[b] ?? UNKNOWN;
        set(a, { number: Number.isNaN(number) ? number : number ^ (data[at + 5] as number), stored });
        break;
      }
      case CodeEvent.RESULT:
        set(a, b === 2 ? UNKNOWN : pendingResult);
        break;
      case CodeEvent.TEXT:
        set(a, { number: Number.NaN, stored: false, text: textOf(b) });
        break;
      case CodeEvent.INVOKE: {
        const given = call(at, state);
        if (given === null) return { targets: [], exclusive: false, result: null, until: address + 1 };
        if (given.into === undefined) pendingResult = given;
        else {
          const { into, ...value } = given;
          set(into, value);
        }
        break;
      }
      case CodeEvent.CUSTOM:
        pendingResult = UNKNOWN;
        break;
      case CodeEvent.DERIVE: {
        const left = state[b] ?? UNKNOWN;
        const right = state[data[at + 5] as number] ?? UNKNOWN;
        const stored = left.stored || right.stored;
        const number =
          stored && data[at + 6] === 1 && left.number === right.number
            ? 0
            : calculated(data[at + 7] as number, left.number, right.number);
        set(a, stored || !Number.isNaN(number) ? { number, stored } : UNKNOWN);
        break;
      }
      case CodeEvent.CALCULATE: {
        const left = state[b] ?? UNKNOWN;
        const second = data[at + 5] as number;
        const right = second < 0 ? { number: data[at + 6] as number, stored: false } : (state[second] ?? UNKNOWN);
        const stored = left.stored || right.stored;
        const number = calculated(data[at + 7] as number, left.number, right.number);
        set(a, stored || !Number.isNaN(number) ? { number, stored } : UNKNOWN);
        break;
      }
      case CodeEvent.TEST: {
        const { number, stored, made } = state[b] ?? UNKNOWN;
        const is = number === 0 ? false : made === undefined ? null : isOf(made, data[at + 5] as number);
        set(a, is === null ? UNKNOWN : { number: Number(is), stored });
        break;
      }
      case CodeEvent.SGET:
        set(a, fields.read(b));
        break;
      case CodeEvent.LOAD:
        set(a, fields.read(b, state[data[at + 5] as number]));
        break;
      case CodeEvent.IGET:
        set(a, fields.read(data[at + 5] as number, state[b]));
        break;
      case CodeEvent.SPUT:
      case CodeEvent.STORE:
        fields.write(b, state[a] ?? UNKNOWN);
        break;
      case CodeEvent.IPUT:
        fields.write(data[at + 5] as number, state[a] ?? UNKNOWN);
        break;
      case CodeEvent.NEW:
        set(a, { number: Number.NaN, stored: false, made: b });
        break;
      case CodeEvent.CLASS:
      case CodeEvent.AGET:
      case CodeEvent.ARRAY:
      case CodeEvent.WRITE:
        set(a, UNKNOWN);
        break;
      case CodeEvent.RETURN:
        return { targets: [], exclusive: false, result: a >= 0 ? (state[a] ?? UNKNOWN) : UNKNOWN };
      case CodeEvent.THROW:
        return { targets: [], exclusive: false, result: null };
      case CodeEvent.GOTO:
        return { targets: [a], exclusive: false, result: null };
      case CodeEvent.SWITCH: {
        const stored = state[a]?.stored ?? false;
        const targets = [address + 3, ...data.subarray(at + 4, at + (data[at + 1] as number))];
        const number = state[a]?.number ?? Number.NaN;
        const keys = cases.get(address);
        if (!Number.isNaN(number) && keys !== undefined) {
          const target = targets[keys.indexOf(number) + 1] as number;
          return { targets: [target], exclusive: false, result: null };
        }
        return { targets: stored ? targets.slice(0, 2) : targets, exclusive: stored, result: null };
      }
      case CodeEvent.IF: {
        const left = state[b] ?? UNKNOWN;
        const second = data[at + 5] as number;
        const right = second < 0 ? { number: 0, stored: false } : (state[second] ?? UNKNOWN);
        const next = address + 2;
        const target = data[at + 6] as number;
        // What is known of an object tells that it is not null.
        if (second < 0 && (left.text !== undefined || left.made !== undefined || left.boxed === true)) {
          return { targets: [passesTest(a % 6, 1, 0) ? target : next], exclusive: false, result: null };
        }
        if (Number.isNaN(left.number) || Number.isNaN(right.number)) {
          const isAwaited = left.number === SUSPENDED.number || right.number === SUSPENDED.number;
          return { targets: [next, target], exclusive: !isAwaited && (left.stored || right.stored), result: null };
        }
        return {
          targets: [passesTest(a % 6, left.number, right.number) ? target : next],
          exclusive: false,
          result: null,
        };
      }
    }
  }
  return { targets: [block.end], exclusive: false, result: null };
}

/** Registers that instructions of blocks write. */
function writtenIn({ data }: CodeEvents, blocks: readonly Block[]): Set<number> {
  const written = new Set<number>();
  for (const { from, to } of blocks) {
    for (let at = from; at < to; at += data[at + 1] as number) {
      if (WRITES[data[at] as number] === 1) written.add(data[at + 3] as number);
    }
  }
  return written;
}

/** What is known of registers once some of them may have been written. */
function forgotten(state: readonly Value[], written: ReadonlySet<number>): Value[] {
  return state.map((value, register) => (written.has(register) ? UNKNOWN : value));
}

/** The first blocks to which control gets from either of two addresses, and those on the ways there. */
function meetings(
  blocks: readonly Block[],
  at: ReadonlyMap<number, number>,
  events: CodeEvents,
  [one = -1, other = -1]: readonly number[],
): { met: Set<number>; passed: Block[] } {
  const nothing = new Set<number>();
  const first = reachableFrom(blocks, at, events, one, nothing).passed;
  const second = reachableFrom(blocks, at, events, other, nothing).passed;
  const shared = new Set([...first].filter((block) => second.has(block)));
  const sides = [one, other].map((address) => reachableFrom(blocks, at, events, address, shared));
  const passed = new Set(sides.flatMap((side) => [...side.passed]));
  return {
    met: new Set(sides.flatMap((side) => [...side.met])),
    passed: [...passed].map((block) => blocks[block] as Block),
  };
}

/** Blocks to which control can get from an address, whatever the values; those in `until` are met and not passed. */
function reachableFrom(
  blocks: readonly Block[],
  at: ReadonlyMap<number, number>,
  { data }: CodeEvents,
  address: number,
  until: ReadonlySet<number>,
): { passed: Set<number>; met: Set<number> } {
  const passed = new Set<number>();
  const met = new Set<number>();
  const pending = [address];
  for (let target = pending.pop(); target !== undefined; target = pending.pop()) {
    const index = at.get(target);
    if (index === undefined || passed.has(index)) continue;
    if (until.has(index)) {
      met.add(index);
      continue;
    }
    passed.add(index);
    const block = blocks[index] as Block;
    let falls = true;
    for (let i = block.from; i < block.to; i += data[i + 1] as number) {
      const kind = data[i] as number;
      if (kind === CodeEvent.IF) pending.push(data[i + 6] as number);
      if (kind === CodeEvent.SWITCH)
        for (const item of data.subarray(i + 4, i + (data[i + 1] as number))) pending.push(item);
      if (kind === CodeEvent.GOTO) pending.push(data[i + 3] as number);
      if (kind === CodeEvent.GOTO || kind === CodeEvent.RETURN || kind === CodeEvent.THROW) falls = false;
    }
    if (falls) pending.push(block.end);
  }
  return { passed, met };
}

/** @returns whether anything became another value */
function joinInto(known: Value[], other: readonly Value[]): boolean {
  let changed = false;
  for (let i = 0; i < known.length; i++) {
    const value = known[i] as Value;
    const joined = joinValues(value, other[i] ?? UNKNOWN);
    if (same(joined, value)) continue;
    known[i] = joined;
    changed = true;
  }
  return changed;
}

function joinValues(a: Value, b: Value): Value {
  if (same(a, b)) return a;
  const number = a.number === b.number && a.boxed === b.boxed ? a.number : Number.NaN;
  return { number, stored: a.stored || b.stored };
}

function same(a: Value, b: Value): boolean {
  return (
    Object.is(a.number, b.number) &&
    a.stored === b.stored &&
    a.text === b.text &&
    a.boxed === b.boxed &&
    a.made === b.made &&
    a.holder === b.holder &&
    a.standing === b.standing
  );
}
