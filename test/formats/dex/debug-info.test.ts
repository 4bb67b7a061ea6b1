import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDexContainer } from '../../../analyzers/formats/dex/container.ts';
import { readLines } from '../../../analyzers/formats/dex/debug-info.ts';
import { DexError } from '../../../analyzers/formats/dex/dex-error.ts';
import type { DexFile } from '../../../analyzers/formats/dex/dex-file.ts';

const bytes = readFileSync(new URL('fixtures/invokes-035.dex', import.meta.url));

/** Runs a debug_info_item that stands behind a real DEX file. */
function lines(item: number[], addresses: number[], limit = 1000): number[] {
  const [dex] = readDexContainer(Buffer.concat([bytes, Uint8Array.from(item)])).files as [DexFile];
  return [...readLines(dex, bytes.length, addresses, limit).lines];
}

/** A special opcode of "state machine bytecodes": advances line and address, then makes an entry. */
const special = (line: number, address: number) => 0x0a + (line + 4) + address * 15;

test('gives each address the line of the last entry at or before it', () => {
  const item = [10, 0, special(0, 0), special(2, 3), special(-4, 2), 0];
  expect(lines(item, [0, 1, 3, 4, 5, 99])).toEqual([10, 10, 12, 12, 8, 8]);
});

test('advances address and line by their opcodes and passes over locals and the file', () => {
  const item = [
    1,
    2,
    1,
    0,
    0x07,
    0x01,
    5,
    0x02,
    0xe4,
    0,
    3,
    0,
    1,
    2,
    4,
    0,
    1,
    2,
    3,
    5,
    0,
    6,
    0,
    8,
    9,
    1,
    special(1, 1),
    0,
  ];
  expect(lines(item, [5, 6, 7])).toEqual([0, 102, 102]);
});

test('has no line before the first entry nor for lines below one', () => {
  expect(lines([1, 0, 0x01, 4, special(0, 0), special(-4, 1), 0], [3, 4, 5])).toEqual([0, 1, 0]);
});

test('gives up at the limit and refuses the end of the file', () => {
  const endless = [1, 0, ...new Array(500).fill(special(0, 0))];
  expect(lines(endless, [9], 100)).toEqual([1]);
  expect(() => lines(endless, [9])).toThrow(DexError);
});
