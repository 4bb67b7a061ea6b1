import type { DexFile } from '../../formats/dex/dex-file.ts';
import { Op } from '../../formats/dex/opcodes.ts';
import { Constant, type RegisterConstants } from './register-constants.ts';

/** Stands for an argument that is no constant of the method. */
const UNKNOWN = '?';

export interface CallArguments {
  /** One for each parameter, without the receiver. */
  values: string[];
  /** True when one of them is a string constant. */
  string: boolean;
}

/**
 * The constant arguments of the complete invoke instruction at byte `offset`: strings as they are, numbers in decimal,
 * `true` and `false`, `null`, and `?` for what is not known.
 * @param proto of the call
 * @param constants after the instruction before this one
 * @throws DexError for a broken proto
 */
export function callArguments(
  dex: DexFile,
  offset: number,
  proto: number,
  constants: RegisterConstants,
): CallArguments {
  const registers = argumentRegisters(dex.bytes, offset);
  const opcode = dex.bytes[offset];
  let position = opcode === Op.INVOKE_STATIC || opcode === Op.INVOKE_STATIC_RANGE ? 0 : 1;
  const values: string[] = [];
  let string = false;
  for (const type of dex.protoParameters(proto)) {
    const descriptor = dex.typeDescriptor(type);
    const register = registers[position];
    position += descriptor === 'J' || descriptor === 'D' ? 2 : 1;
    if (register === undefined) {
      values.push(UNKNOWN);
      continue;
    }
    constants.read(register);
    if (constants.kind === Constant.STRING) string = true;
    values.push(render(dex, descriptor, constants));
  }
  return { values, string };
}

function render(dex: DexFile, descriptor: string, { kind, low, high }: RegisterConstants): string {
  if (kind === Constant.STRING) return dex.string(low);
  if (kind === Constant.LONG) {
    return descriptor === 'J' ? String((BigInt(high) << 32n) | BigInt(low >>> 0)) : UNKNOWN;
  }
  if (kind !== Constant.INT) return UNKNOWN;
  switch (descriptor) {
    case 'I':
    case 'S':
    case 'B':
    case 'C':
      return String(low);
    case 'Z':
      return low === 0 ? 'false' : 'true';
    default:
      return low === 0 && (descriptor.startsWith('L') || descriptor.startsWith('[')) ? 'null' : UNKNOWN;
  }
}

/** Registers of an invoke instruction in order, both words of wide arguments, by formats 35c, 45cc, 3rc and 4rcc. */
function argumentRegisters(bytes: Uint8Array, offset: number): number[] {
  const opcode = bytes[offset] as number;
  const second = bytes[offset + 1] as number;
  const low = bytes[offset + 4] as number;
  const high = bytes[offset + 5] as number;
  const range =
    (opcode >= Op.INVOKE_VIRTUAL_RANGE && opcode <= Op.INVOKE_INTERFACE_RANGE) ||
    opcode === Op.INVOKE_POLYMORPHIC_RANGE;
  if (range) return Array.from({ length: second }, (_, i) => (low | (high << 8)) + i);
  return [low & 0x0f, low >> 4, high & 0x0f, high >> 4, second & 0x0f].slice(0, second >> 4);
}
