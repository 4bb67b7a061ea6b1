import { expect, test } from 'vitest';
import { dexOddities } from '../../../analyzers/formats/dex/integrity.ts';
import { buildDex, withSums } from './dex-builder.ts';

const FILE_SIZE_OFFSET = 0x20;

/** A DEX file that is filled up to a size with bytes that are high enough for the sums to be reduced often. */
function filled(size: number): Uint8Array {
  const small = buildDex([]);
  const bytes = new Uint8Array(size).fill(0xff);
  bytes.set(small);
  for (let at = small.length; at < size; at += 7) bytes[at] = at;
  new DataView(bytes.buffer).setUint32(FILE_SIZE_OFFSET, size, true);
  return withSums(bytes);
}

test.each([1 << 12, (1 << 20) - 1, (1 << 20) + 12, (1 << 20) + 13, 3_234_567])(
  'tells a checksum that fits a file of %i bytes from one that does not',
  (size) => {
    const bytes = filled(size);
    expect(dexOddities(bytes)).toEqual([]);
    bytes[size - 1] = (bytes[size - 1] as number) ^ 1;
    expect(dexOddities(bytes).map(({ code }) => code)).toEqual(['checksum', 'signature']);
  },
);
