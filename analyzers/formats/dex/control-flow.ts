import type { CodeItem } from './code-item.ts';
import { DexError } from './dex-error.ts';
import { readS4, readU2 } from './little-endian.ts';
import { endsBlock, OPCODE_UNITS, Op } from './opcodes.ts';
import { payloadUnits, switchTargets } from './payload.ts';

/** What `flags` of a ControlFlow says of a code unit. */
export const Flow = {
  /** An instruction starts here and can be reached. */
  REACHED: 1,
  /** A branch, a switch or an exception leads here. */
  TARGET: 2,
} as const;

export interface ControlFlow {
  /** Flow bits, one byte for each code unit of the method. */
  flags: Uint8Array;
  /** Reached places that hold no complete, valid instruction; zero in code that Android would run. */
  invalid: number;
}

/**
 * Follows every branch, switch and exception handler of a method from its first instruction, so that dead bytes are
 * never decoded. Iterative; each code unit is entered once.
 */
export function followControlFlow(bytes: Uint8Array, code: CodeItem): ControlFlow {
  const size = code.insnsSize;
  const flags = new Uint8Array(size);
  const pending: number[] = size > 0 ? [0] : [];
  let invalid = 0;
  // Every case of a switch has its place in a payload of the method; only switches that share one have more.
  let branches = 0;
  const target = (address: number): void => {
    if (address < 0 || address >= size) {
      invalid++;
    } else if (((flags[address] as number) & Flow.TARGET) === 0) {
      flags[address] = (flags[address] as number) | Flow.TARGET;
      pending.push(address);
    }
  };
  try {
    for (const address of code.handlerAddresses()) target(address);
  } catch (error) {
    if (!(error instanceof DexError)) throw error;
    invalid++;
  }
  for (let start = pending.pop(); start !== undefined; start = pending.pop()) {
    let address = start;
    while (address < size && ((flags[address] as number) & Flow.REACHED) === 0) {
      const offset = code.insnsOffset + 2 * address;
      const opcode = bytes[offset] as number;
      const units = OPCODE_UNITS[opcode] as number;
      if (units === 0 || address + units > size || isPayload(bytes, offset)) {
        invalid++;
        break;
      }
      flags[address] = (flags[address] as number) | Flow.REACHED;
      try {
        const offsets = branchOffsets(bytes, code, offset);
        branches += offsets.length;
        if (branches > size) throw new DexError('more branches than code', offset);
        for (let i = 0; i < offsets.length; i++) target(address + (offsets[i] as number));
      } catch (error) {
        if (!(error instanceof DexError)) throw error;
        invalid++;
      }
      if (endsBlock(opcode)) break;
      address += units;
    }
    if (address >= size) invalid++;
  }
  return { flags, invalid };
}

function isPayload(bytes: Uint8Array, offset: number): boolean {
  return bytes[offset] === Op.NOP && bytes[offset + 1] !== 0;
}

const NO_BRANCHES: readonly number[] = [];

/**
 * Where the complete instruction at byte `offset` may jump, in code units from itself.
 * @throws DexError when a switch has no payload inside the file
 */
export function branchOffsets(bytes: Uint8Array, code: CodeItem, offset: number): ArrayLike<number> {
  const opcode = bytes[offset] as number;
  if (opcode === Op.GOTO) return [((bytes[offset + 1] as number) << 24) >> 24];
  if (opcode === Op.GOTO_16 || (opcode >= Op.IF_EQ && opcode <= Op.IF_LEZ)) {
    return [(readU2(bytes, offset + 2) << 16) >> 16];
  }
  if (opcode === Op.GOTO_32) return [readS4(bytes, offset + 2)];
  if (opcode === Op.PACKED_SWITCH || opcode === Op.SPARSE_SWITCH) {
    const payload = offset + 2 * readS4(bytes, offset + 2);
    const end = code.insnsOffset + 2 * code.insnsSize;
    if (payload < code.insnsOffset || payload >= end || payload + 2 * payloadUnits(bytes, payload) > end) {
      throw new DexError('switch payload outside the method', offset);
    }
    return switchTargets(bytes, payload);
  }
  return NO_BRANCHES;
}
