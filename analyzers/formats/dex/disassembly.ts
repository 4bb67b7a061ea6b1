import type { CodeItem } from './code-item.ts';
import { javaType, methodSignature } from './descriptor.ts';
import type { DexFile } from './dex-file.ts';
import { readS4, readU2, readU4 } from './little-endian.ts';
import { MNEMONICS, type Mnemonic } from './mnemonics.ts';
import { OPCODE_REF, OPCODE_UNITS, Ref } from './opcodes.ts';
import { payloadUnits } from './payload.ts';

/** Characters of a string constant that are shown. */
const STRING_SHOWN = 80;

/**
 * Addresses of a method's instructions in code units, one after the other as they lie; payloads of switches and arrays
 * are left out. Ends at an unused opcode.
 * @throws DexError for a payload whose size lies outside the file
 */
export function instructionAddresses({ bytes }: DexFile, code: CodeItem): number[] {
  const addresses: number[] = [];
  for (let address = 0; address < code.insnsSize; ) {
    const offset = code.insnsOffset + 2 * address;
    const opcode = bytes[offset] as number;
    const payload = opcode === 0 ? payloadUnits(bytes, offset) : 0;
    const units = payload > 0 ? payload : (OPCODE_UNITS[opcode] as number);
    if (units === 0) break;
    if (payload === 0 && address + units <= code.insnsSize) addresses.push(address);
    address += units;
  }
  return addresses;
}

/**
 * One instruction as people write it: `invoke-virtual {v0}, a.b.C.d(int)`, names as in locations, jumps with the address
 * that they lead to.
 * @param address in code units from the start of the method
 * @throws DexError for a broken reference
 */
export function instructionText(dex: DexFile, code: CodeItem, address: number): string {
  const offset = code.insnsOffset + 2 * address;
  const opcode = dex.bytes[offset] as number;
  const mnemonic = MNEMONICS[opcode];
  if (mnemonic === undefined) return `unused-${opcode.toString(16)}`;
  const operands = operandsOf(dex, mnemonic, offset, address);
  return operands === '' ? mnemonic.name : `${mnemonic.name} ${operands}`;
}

function operandsOf(dex: DexFile, { format }: Mnemonic, offset: number, address: number): string {
  const { bytes } = dex;
  const high = bytes[offset + 1] as number;
  const unit = (index: number) => readU2(bytes, offset + 2 * index);
  const signed = (index: number) => (unit(index) << 16) >> 16;
  const target = (distance: number) => `0x${(address + distance).toString(16)}`;
  const nibbles = `v${high & 0x0f}, v${high >> 4}`;
  const reference = (index: number) => referenceText(dex, OPCODE_REF[bytes[offset] as number] as number, index);
  switch (format) {
    case '12x':
      return nibbles;
    case '22x':
      return `v${high}, v${unit(1)}`;
    case '32x':
      return `v${unit(1)}, v${unit(2)}`;
    case '11x':
      return `v${high}`;
    case '11n':
      return `v${high & 0x0f}, ${(high << 24) >> 28}`;
    case '21s':
      return `v${high}, ${signed(1)}`;
    case '21h':
      return `v${high}, 0x${unit(1).toString(16)}0000`;
    case '31i':
      return `v${high}, ${readS4(bytes, offset + 2)}`;
    case '51l':
      return `v${high}, ${BigInt.asIntN(64, (BigInt(readU4(bytes, offset + 6)) << 32n) | BigInt(readU4(bytes, offset + 2)))}`;
    case '21c':
      return `v${high}, ${reference(unit(1))}`;
    case '31c':
      return `v${high}, ${reference(readU4(bytes, offset + 2))}`;
    case '22c':
      return `${nibbles}, ${reference(unit(1))}`;
    case '10t':
      return target((high << 24) >> 24);
    case '20t':
      return target(signed(1));
    case '30t':
      return target(readS4(bytes, offset + 2));
    case '31t':
      return `v${high}, ${target(readS4(bytes, offset + 2))}`;
    case '21t':
      return `v${high}, ${target(signed(1))}`;
    case '22t':
      return `${nibbles}, ${target(signed(1))}`;
    case '23x':
      return `v${high}, v${unit(1) & 0xff}, v${unit(1) >> 8}`;
    case '22s':
      return `${nibbles}, ${signed(1)}`;
    case '22b':
      return `v${high}, v${unit(1) & 0xff}, ${(unit(1) << 16) >> 24}`;
    case '35c':
    case '45cc':
      return `{${listed(high, unit(2))}}, ${reference(unit(1))}`;
    case '3rc':
    case '4rcc':
      return `{${ranged(unit(2), high)}}, ${reference(unit(1))}`;
    default:
      return '';
  }
}

/** @param count in the upper nibble; the lower one is the fifth register */
function listed(count: number, registers: number): string {
  const all = [0, 4, 8, 12].map((shift) => (registers >> shift) & 0x0f).concat(count & 0x0f);
  return all
    .slice(0, Math.min(5, count >> 4))
    .map((register) => `v${register}`)
    .join(', ');
}

function ranged(first: number, count: number): string {
  return count === 0 ? '' : count === 1 ? `v${first}` : `v${first} .. v${first + count - 1}`;
}

function referenceText(dex: DexFile, kind: number, index: number): string {
  switch (kind) {
    case Ref.STRING:
      return quoted(dex.string(index));
    case Ref.TYPE:
      return javaType(dex.typeDescriptor(index));
    case Ref.FIELD:
      return `${javaType(dex.typeDescriptor(dex.fieldClass(index)))}.${dex.string(dex.fieldName(index))}`;
    case Ref.METHOD:
      return `${javaType(dex.typeDescriptor(dex.methodClass(index)))}.${methodSignature(dex, index)}`;
    case Ref.CALL_SITE:
      return `call_site@${index}`;
    case Ref.METHOD_HANDLE:
      return `method_handle@${index}`;
    default:
      return `proto@${index}`;
  }
}

function quoted(text: string): string {
  return JSON.stringify(text.length > STRING_SHOWN ? `${text.slice(0, STRING_SHOWN)}…` : text);
}
