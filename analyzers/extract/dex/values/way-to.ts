import { DexError } from '../../../formats/dex/dex-error.ts';
import { readS4, readU2 } from '../../../formats/dex/little-endian.ts';
import { endsBlock, OPCODE_UNITS } from '../../../formats/dex/opcodes.ts';
import { payloadUnits, switchTargets } from '../../../formats/dex/payload.ts';
import type { MethodCode } from './program.ts';

/** Times the instructions are gone over; each settles all ways that lead forward, and one more jump back. */
const MAX_PASSES = 8;

/**
 * By address: 1 where a way leads to an instruction that is asked for, which lets the exploration of a method leave
 * out the rest. Null where the instructions are not one valid one after the other.
 * @param handlers start, end and handler of guarded ranges
 * @param isTarget is asked for every instruction in its order, by byte offset and whether another way leads there
 */
export function wayTo(
  method: MethodCode,
  handlers: readonly number[],
  isTarget: (offset: number, joins: boolean) => boolean,
): Uint8Array | null {
  try {
    return findWays(method, handlers, isTarget);
  } catch (error) {
    if (error instanceof DexError) return null;
    throw error;
  }
}

function findWays(
  { dex: { bytes }, insnsOffset, insnsSize }: MethodCode,
  handlers: readonly number[],
  isTarget: (offset: number, joins: boolean) => boolean,
): Uint8Array | null {
  const leads = new Uint8Array(insnsSize + 1);
  const addresses: number[] = [];
  for (let address = 0; address < insnsSize; ) {
    const offset = insnsOffset + 2 * address;
    const opcode = bytes[offset] as number;
    const payload = opcode === 0x00 && bytes[offset + 1] !== 0 ? payloadUnits(bytes, offset) : 0;
    const units = payload || (OPCODE_UNITS[opcode] as number);
    if (units === 0 || address + units > insnsSize) return null;
    if (payload === 0) addresses.push(address);
    address += units;
  }
  const branches = new Map<number, readonly number[]>();
  for (const address of addresses) {
    const targets = branchTargets(bytes, insnsOffset + 2 * address, insnsSize);
    if (targets.length > 0)
      branches.set(
        address,
        targets.map((distance) => address + distance),
      );
  }
  const joins = new Uint8Array(insnsSize + 1);
  for (const targets of branches.values()) for (const target of targets) joins[target] = 1;
  for (let i = 2; i < handlers.length; i += 3) joins[handlers[i] as number] = 1;
  for (const address of addresses) {
    if (isTarget(insnsOffset + 2 * address, joins[address] === 1)) leads[address] = 1;
  }
  const leadsAt = (address: number): boolean => leads[address] === 1;
  for (let pass = 0, changed = true; changed; pass++) {
    if (pass === MAX_PASSES) return null;
    changed = false;
    for (let i = handlers.length - 3; i >= 0; i -= 3) {
      const start = handlers[i] as number;
      if (!leadsAt(handlers[i + 2] as number) || leadsAt(start)) continue;
      leads.fill(1, start, handlers[i + 1]);
      changed = true;
    }
    for (let i = addresses.length - 1; i >= 0; i--) {
      const address = addresses[i] as number;
      if (leadsAt(address)) continue;
      const opcode = bytes[insnsOffset + 2 * address] as number;
      if (
        (!endsBlock(opcode) && leadsAt(address + (OPCODE_UNITS[opcode] as number))) ||
        branches.get(address)?.some(leadsAt)
      ) {
        leads[address] = 1;
        changed = true;
      }
    }
  }
  return leads;
}

/** Distances of the branches of the instruction at byte `offset`, in code units. */
function branchTargets(bytes: Uint8Array, offset: number, size: number): readonly number[] {
  const opcode = bytes[offset] as number;
  if (opcode === 0x28) return [((bytes[offset + 1] as number) << 24) >> 24];
  if (opcode === 0x29 || (opcode >= 0x32 && opcode <= 0x3d)) return [(readU2(bytes, offset + 2) << 16) >> 16];
  if (opcode === 0x2a) return [readS4(bytes, offset + 2)];
  if (opcode !== 0x2b && opcode !== 0x2c) return [];
  const targets = switchTargets(bytes, offset + 2 * readS4(bytes, offset + 2));
  if (targets.length > size) throw new DexError('more cases than code', offset);
  return [...targets];
}
