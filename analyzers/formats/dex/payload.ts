import { DexError } from './dex-error.ts';
import { readS4, readU2, readU4 } from './little-endian.ts';

const PACKED_SWITCH = 0x0100;
const SPARSE_SWITCH = 0x0200;
const FILL_ARRAY_DATA = 0x0300;

/**
 * Code units of the payload whose identifier stands at byte `offset` in place of an instruction, 0 when it is none
 * (a plain nop). May reach past the end of the method or the file.
 * @throws DexError when its size lies outside the file
 */
export function payloadUnits(bytes: Uint8Array, offset: number): number {
  switch (readU2(bytes, offset)) {
    case PACKED_SWITCH:
      return 4 + 2 * readU2(bytes, offset + 2);
    case SPARSE_SWITCH:
      return 2 + 4 * readU2(bytes, offset + 2);
    case FILL_ARRAY_DATA:
      return 4 + Math.ceil((readU2(bytes, offset + 2) * readU4(bytes, offset + 4)) / 2);
    default:
      return 0;
  }
}

/**
 * Branch offsets of a switch, in code units from the switch instruction.
 * @param offset byte offset of a `packed-switch-payload` or `sparse-switch-payload`
 * @throws DexError when there is no such payload or it ends outside the file
 */
export function switchTargets(bytes: Uint8Array, offset: number): Int32Array {
  const identifier = readU2(bytes, offset);
  if (identifier !== PACKED_SWITCH && identifier !== SPARSE_SWITCH) {
    throw new DexError('switch without a payload', offset);
  }
  const size = readU2(bytes, offset + 2);
  const first = offset + (identifier === PACKED_SWITCH ? 8 : 4 + 4 * size);
  if (first + 4 * size > bytes.length) throw new DexError('read past the end of the file', offset);
  const targets = new Int32Array(size);
  for (let i = 0; i < size; i++) targets[i] = readS4(bytes, first + 4 * i);
  return targets;
}

/**
 * The numbers for which a switch branches, in the order of its targets.
 * @param offset as for `switchTargets`
 * @throws DexError when there is no such payload or it ends outside the file
 */
export function switchKeys(bytes: Uint8Array, offset: number): number[] {
  const { length } = switchTargets(bytes, offset);
  const first = offset + 4;
  if (readU2(bytes, offset) === SPARSE_SWITCH) return Array.from({ length }, (_, i) => readS4(bytes, first + 4 * i));
  const lowest = length === 0 ? 0 : readS4(bytes, first);
  return Array.from({ length }, (_, i) => (lowest + i) | 0);
}
