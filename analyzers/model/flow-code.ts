/**
 * What an instruction does with values, as far as these are followed. `id` is an id within the file, or a number.
 *
 * | kind | reads | id |
 * |---|---|---|
 * | TEXT | | string |
 * | NUMBER | | the constant itself |
 * | CLASS | | type |
 * | OTHER | | whatever else writes a register: a value that comes from nothing that is followed |
 * | COPY | value | |
 * | DERIVE | one or two values that it is worked out of | |
 * | NEW, ARRAY | | type |
 * | FILLED | elements | type |
 * | INVOKE | arguments | method |
 * | CUSTOM | bound values | call site |
 * | IGET | object | field |
 * | IPUT | value, object | field |
 * | SGET | | field |
 * | SPUT | value | field |
 * | AGET | array, index | |
 * | APUT | value, array, index | |
 * | RETURN | value, or nothing | |
 * | THROW | exception | |
 * | CAUGHT | | |
 * | BRANCH | what the instruction before found of an object's class, or nothing | 1 where it leads on by no, 0 by yes |
 * | CAST | object, which stays as it is | type |
 * | TEST | object whose class is asked for | type |
 */
export const FlowKind = {
  TEXT: 1,
  NUMBER: 2,
  CLASS: 3,
  OTHER: 4,
  COPY: 5,
  DERIVE: 6,
  NEW: 7,
  ARRAY: 8,
  FILLED: 9,
  INVOKE: 10,
  CUSTOM: 11,
  IGET: 12,
  IPUT: 13,
  SGET: 14,
  SPUT: 15,
  AGET: 16,
  APUT: 17,
  RETURN: 18,
  THROW: 19,
  CAUGHT: 20,
  BRANCH: 21,
  CAST: 22,
  TEST: 23,
} as const;

export interface FlowInstruction {
  /** Of FlowKind. */
  kind: number;
  /** In code units from the start of the method. */
  offset: number;
  /** Register that is written, -1 for none; of a call the one that takes its result. */
  to: number;
  /** Two registers are written. */
  wide: boolean;
  /** Registers that are read. */
  from: readonly number[];
  id: number;
  /** InvokeKind of an INVOKE. */
  invoke: number;
  /** Where it can lead beside the next instruction, as indices; empty for most. */
  targets: readonly number[];
  /** The next instruction does not follow. */
  ends: boolean;
}

/** The instructions of a method that matter to the flow of values; an index counts in `instructions`. */
export interface FlowCode {
  registers: number;
  ins: number;
  instructions: readonly FlowInstruction[];
  /** Start, end (exclusive) and handler of every guarded range. */
  handlers: readonly (readonly [start: number, end: number, handler: number])[];
}
