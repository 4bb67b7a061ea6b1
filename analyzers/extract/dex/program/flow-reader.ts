import type { CodeItem } from '../../../formats/dex/code-item.ts';
import { readS4, readU2, readU4 } from '../../../formats/dex/little-endian.ts';
import { destinationOf, OPCODE_UNITS, OPCODE_WRITES } from '../../../formats/dex/opcodes.ts';
import { payloadUnits, switchTargets } from '../../../formats/dex/payload.ts';
import { type FlowCode, type FlowInstruction, FlowKind } from '../../../model/flow-code.ts';
import { MemberUse } from '../../../model/program.ts';

const NOTHING: readonly number[] = [];
const NONE = -1;
const IF_EQZ = 0x38;
const IF_NEZ = 0x39;

/** An instruction whose targets are still addresses. */
type Decoded = { -readonly [K in keyof FlowInstruction]: FlowInstruction[K] };

/**
 * Reads the instructions of an opened code item as the flow of values needs them. A call and the instruction that takes
 * its result are one.
 * @returns null where they are not one valid instruction after the other
 * @throws DexError for broken payloads and handlers
 */
export function readFlowCode(code: CodeItem, bytes: Uint8Array): FlowCode | null {
  const { insnsOffset: start, insnsSize: size } = code;
  const instructions: Decoded[] = [];
  const indexAt = new Int32Array(size + 1).fill(NONE);
  for (let address = 0; address < size; ) {
    const offset = start + 2 * address;
    const opcode = bytes[offset] as number;
    const units = OPCODE_UNITS[opcode] as number;
    if (units === 0 || address + units > size) return null;
    indexAt[address] = instructions.length;
    if (opcode === 0) {
      address += bytes[offset + 1] === 0 ? 1 : Math.max(1, payloadUnits(bytes, offset));
      continue;
    }
    const instruction = decode(bytes, offset, opcode, address);
    const last = instructions.at(-1);
    if (isResult(opcode) && last !== undefined && takesResult(last)) {
      last.to = instruction.to;
      last.wide = instruction.wide;
      indexAt[address] = instructions.length - 1;
    } else if (instruction.kind !== NONE) {
      if (opcode === IF_EQZ || opcode === IF_NEZ) askBy(instruction, last, bytes[offset + 1] as number, opcode);
      instructions.push(instruction);
    }
    address += units;
  }
  indexAt[size] = instructions.length;
  // Where nothing that matters starts, the next that does is meant.
  for (let address = size - 1; address >= 0; address--) {
    if (indexAt[address] === NONE) indexAt[address] = indexAt[address + 1] as number;
  }
  const indexOf = (address: number): number => (address >= 0 && address <= size ? (indexAt[address] as number) : NONE);
  const inside = (index: number): boolean => index >= 0 && index < instructions.length;
  for (const each of instructions) {
    if (each.targets.length > 0) each.targets = each.targets.map(indexOf).filter(inside);
  }
  const ranges = code.handlerRanges();
  const handlers: [number, number, number][] = [];
  for (let i = 0; i + 2 < ranges.length; i += 3) {
    const [from, to, handler] = [ranges[i], ranges[i + 1], ranges[i + 2]].map((at) => indexOf(at as number)) as [
      number,
      number,
      number,
    ];
    if (inside(from) && to > from && inside(handler)) handlers.push([from, to, handler]);
  }
  return { registers: code.registers, ins: code.ins, instructions, handlers };
}

/** Fields that a method reads and writes and methods that it calls, as ids in the order of the instructions. */
export function readMemberUses(code: CodeItem, bytes: Uint8Array, visit: (id: number, use: MemberUse) => void): void {
  const { insnsOffset: start, insnsSize: size } = code;
  for (let address = 0; address < size; ) {
    const offset = start + 2 * address;
    const opcode = bytes[offset] as number;
    const units = OPCODE_UNITS[opcode] as number;
    if (units === 0 || address + units > size) return;
    if (opcode >= 0x52 && opcode <= 0x6d) {
      const isWrite = opcode >= 0x67 || (opcode >= 0x59 && opcode <= 0x5f);
      visit(readU2(bytes, offset + 2), isWrite ? MemberUse.WRITE : MemberUse.READ);
    } else if (opcode >= 0x6e && opcode <= 0x78) visit(readU2(bytes, offset + 2), MemberUse.CALL);
    address += opcode === 0 && bytes[offset + 1] !== 0 ? Math.max(1, payloadUnits(bytes, offset)) : units;
  }
}

/** Has a branch name the answer that it goes by, where the instruction before asked for an object's class. */
function askBy(branch: Decoded, last: Decoded | undefined, register: number, opcode: number): void {
  if (last?.kind !== FlowKind.TEST || last.to !== register) return;
  branch.from = [register];
  branch.id = opcode === IF_EQZ ? 1 : 0;
}

function isResult(opcode: number): boolean {
  return opcode >= 0x0a && opcode <= 0x0c;
}

function takesResult({ kind, to }: Decoded): boolean {
  return to === NONE && (kind === FlowKind.INVOKE || kind === FlowKind.CUSTOM || kind === FlowKind.FILLED);
}

function decode(bytes: Uint8Array, offset: number, opcode: number, address: number): Decoded {
  const second = bytes[offset + 1] as number;
  const low = second & 0x0f;
  const high = second >> 4;
  const writes = OPCODE_WRITES[opcode] as number;
  const made: Decoded = {
    kind: writes > 0 ? FlowKind.OTHER : NONE,
    offset: address,
    to: writes > 0 ? destinationOf(bytes, offset) : NONE,
    wide: writes === 2,
    from: NOTHING,
    id: NONE,
    invoke: NONE,
    targets: NOTHING,
    ends: false,
  };
  const unit = (at: number): number => readU2(bytes, offset + 2 * at);
  const as = (kind: number, from: readonly number[] = NOTHING, id: number = NONE): Decoded => {
    made.kind = kind;
    made.from = from;
    made.id = id;
    return made;
  };
  if (opcode >= 0x01 && opcode <= 0x09) {
    const form = (opcode - 1) % 3;
    return as(FlowKind.COPY, [form === 0 ? high : form === 1 ? unit(1) : unit(2)]);
  }
  if (opcode === 0x0d) return as(FlowKind.CAUGHT);
  if (opcode >= 0x0e && opcode <= 0x11) {
    made.ends = true;
    return as(FlowKind.RETURN, opcode === 0x0e ? NOTHING : [second]);
  }
  if (opcode === 0x12) return as(FlowKind.NUMBER, NOTHING, (second << 24) >> 28);
  if (opcode === 0x13) return as(FlowKind.NUMBER, NOTHING, (unit(1) << 16) >> 16);
  if (opcode === 0x14) return as(FlowKind.NUMBER, NOTHING, readS4(bytes, offset + 2));
  if (opcode === 0x1a) return as(FlowKind.TEXT, NOTHING, unit(1));
  if (opcode === 0x1b) return as(FlowKind.TEXT, NOTHING, readU4(bytes, offset + 2));
  if (opcode === 0x1c) return as(FlowKind.CLASS, NOTHING, unit(1));
  if (opcode === 0x1f) return as(FlowKind.CAST, [second], unit(1));
  if (opcode === 0x20) return as(FlowKind.TEST, [high], unit(1));
  if (opcode === 0x22) return as(FlowKind.NEW, NOTHING, unit(1));
  if (opcode === 0x23) return as(FlowKind.ARRAY, NOTHING, unit(1));
  if (opcode === 0x24 || opcode === 0x25)
    return as(FlowKind.FILLED, registersOf(bytes, offset, opcode === 0x25), unit(1));
  if (opcode === 0x27) {
    made.ends = true;
    return as(FlowKind.THROW, [second]);
  }
  if (opcode >= 0x28 && opcode <= 0x3d) return branch(made, bytes, offset, opcode, address);
  if (opcode >= 0x44 && opcode <= 0x4a) return as(FlowKind.AGET, [unit(1) & 0xff, unit(1) >> 8]);
  if (opcode >= 0x4b && opcode <= 0x51) return as(FlowKind.APUT, [second, unit(1) & 0xff, unit(1) >> 8]);
  if (opcode >= 0x52 && opcode <= 0x58) return as(FlowKind.IGET, [high], unit(1));
  if (opcode >= 0x59 && opcode <= 0x5f) return as(FlowKind.IPUT, [low, high], unit(1));
  if (opcode >= 0x60 && opcode <= 0x66) return as(FlowKind.SGET, NOTHING, unit(1));
  if (opcode >= 0x67 && opcode <= 0x6d) return as(FlowKind.SPUT, [second], unit(1));
  if (opcode >= 0x6e && opcode <= 0x78) {
    made.invoke = (opcode - 0x6e) % 6;
    return as(FlowKind.INVOKE, registersOf(bytes, offset, opcode >= 0x74), unit(1));
  }
  if (opcode >= 0x7b && opcode <= 0x8f) return as(FlowKind.DERIVE, [high]);
  if (opcode >= 0x90 && opcode <= 0xaf) return as(FlowKind.DERIVE, [unit(1) & 0xff, unit(1) >> 8]);
  if (opcode >= 0xb0 && opcode <= 0xcf) return as(FlowKind.DERIVE, [low, high]);
  if (opcode >= 0xd0 && opcode <= 0xd7) return as(FlowKind.DERIVE, [high]);
  if (opcode >= 0xd8 && opcode <= 0xe2) return as(FlowKind.DERIVE, [unit(1) & 0xff]);
  if (opcode === 0xfc || opcode === 0xfd)
    return as(FlowKind.CUSTOM, registersOf(bytes, offset, opcode === 0xfd), unit(1));
  return made;
}

function branch(made: Decoded, bytes: Uint8Array, offset: number, opcode: number, address: number): Decoded {
  made.kind = FlowKind.BRANCH;
  const near = (at: number): number => (readU2(bytes, offset + at) << 16) >> 16;
  if (opcode <= 0x2a) {
    made.ends = true;
    const distance =
      opcode === 0x28
        ? ((bytes[offset + 1] as number) << 24) >> 24
        : opcode === 0x29
          ? near(2)
          : readS4(bytes, offset + 2);
    made.targets = [address + distance];
  } else if (opcode <= 0x2c) {
    made.targets = Array.from(switchTargets(bytes, offset + 2 * readS4(bytes, offset + 2)), (each) => address + each);
  } else if (opcode >= 0x32) {
    made.targets = [address + near(2)];
  } else made.kind = made.to === NONE ? NONE : FlowKind.OTHER;
  return made;
}

/** Registers of the five-register and of the range form. */
function registersOf(bytes: Uint8Array, offset: number, range: boolean): number[] {
  const second = bytes[offset + 1] as number;
  const first = readU2(bytes, offset + 4);
  if (range) return Array.from({ length: second }, (_, i) => first + i);
  const all = [first & 0xf, (first >> 4) & 0xf, (first >> 8) & 0xf, first >> 12, second & 0xf];
  return all.slice(0, Math.min(5, second >> 4));
}
