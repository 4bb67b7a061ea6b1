import { MalformedError } from '../malformed-error.ts';
import type { HermesFile, HermesFunction } from './hermes-file.ts';
import { INSTRUCTION_FORMS, OPCODES } from './hermes-opcodes.ts';

export interface InstructionForm {
  name: string;
  /** One letter for each operand, see INSTRUCTION_FORMS. */
  operands: string;
}

export interface HermesInstruction {
  form: InstructionForm;
  /** Bytes from the start of the file. */
  offset: number;
  /** Registers and numbers in order; jumps as the offset they lead to. */
  operands: number[];
}

const SIZES: Readonly<Record<string, number>> = { R: 1, Q: 4, B: 1, S: 2, I: 4, A: 1, D: 4, i: 4, d: 8 };

const tables = new Map<number, InstructionForm[]>();

/** The instructions of a version by opcode; undefined for a version that is not known. */
export function instructionTable(version: number): readonly InstructionForm[] | undefined {
  const known = tables.get(version);
  if (known !== undefined) return known;
  const ranges = OPCODES[version];
  if (ranges === undefined) return undefined;
  const forms = INSTRUCTION_FORMS.split(' ').map((form) => {
    const [name = '', operands = ''] = form.split(':');
    return { name, operands };
  });
  const table = ranges.split(' ').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return forms.slice(first, last + 1);
  });
  tables.set(version, table);
  return table;
}

/**
 * The instructions of a function.
 * @throws MalformedError for an unknown opcode or operands beyond the function's end
 */
export function readInstructions(
  { bytes }: HermesFile,
  { offset, size }: HermesFunction,
  table: readonly InstructionForm[],
): HermesInstruction[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = offset + size;
  const instructions: HermesInstruction[] = [];
  for (let at = offset; at < end; ) {
    const start = at;
    const form = table[bytes[at] as number];
    if (form === undefined) throw new MalformedError(`unknown opcode ${bytes[at]}`, at);
    at++;
    const operands: number[] = [];
    for (const kind of form.operands) {
      const width = SIZES[kind] ?? 0;
      if (at + width > end) throw new MalformedError('an instruction is cut off', start);
      operands.push(readOperand(view, kind, at, start));
      at += width;
    }
    instructions.push({ form, offset: start, operands });
  }
  return instructions;
}

function readOperand(view: DataView, kind: string, at: number, start: number): number {
  switch (kind) {
    case 'S':
      return view.getUint16(at, true);
    case 'Q':
    case 'I':
      return view.getUint32(at, true);
    case 'A':
      return start + view.getInt8(at);
    case 'D':
      return start + view.getInt32(at, true);
    case 'i':
      return view.getInt32(at, true);
    case 'd':
      return view.getFloat64(at, true);
    default:
      return view.getUint8(at);
  }
}

/** Cases of one switch that are read at most. */
const MAX_CASES = 65_536;

/**
 * Where a switch over whole numbers leads, from its least case on, as offsets in the file. The table lies behind the
 * instructions, at a multiple of four bytes; see SwitchImm and UIntSwitchImm in BytecodeList.def of Hermes.
 * @returns an empty list for a table that lies outside of the file
 */
export function switchTargets({ bytes }: HermesFile, { offset, operands }: HermesInstruction): number[] {
  const [, distance = 0, , least = 0, most = 0] = operands;
  const table = Math.ceil((offset + distance) / 4) * 4;
  const count = most - least + 1;
  if (count < 1 || count > MAX_CASES || table + count * 4 > bytes.length) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: count }, (_, index) => offset + view.getInt32(table + index * 4, true));
}
