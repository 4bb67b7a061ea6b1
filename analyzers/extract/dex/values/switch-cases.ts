import { DexError } from '../../../formats/dex/dex-error.ts';
import { readS4, readU2 } from '../../../formats/dex/little-endian.ts';
import { switchTargets } from '../../../formats/dex/payload.ts';

const PACKED_SWITCH = 0x0100;

export interface SwitchCases {
  /** Values that are compared with, and where each leads, in code units from the switch instruction. */
  keys: readonly number[];
  targets: readonly number[];
}

/**
 * The cases of the switch payload at byte `offset`.
 * @param limit of cases; a method has no more of them than code units
 * @throws DexError when there is no such payload
 */
export function switchCases(bytes: Uint8Array, offset: number, limit: number): SwitchCases {
  const targets = switchTargets(bytes, offset);
  if (targets.length > limit) throw new DexError('more cases than code', offset);
  const packed = readU2(bytes, offset) === PACKED_SWITCH;
  const keys = Array.from(targets, (_, i) =>
    packed ? (readS4(bytes, offset + 4) + i) | 0 : readS4(bytes, offset + 4 + 4 * i),
  );
  return { keys, targets: [...targets] };
}
