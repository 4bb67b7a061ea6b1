import { expect, test } from 'vitest';
import {
  destinationOf,
  endsBlock,
  OPCODE_REF,
  OPCODE_UNITS,
  OPCODE_WRITES,
  Op,
  Ref,
} from '../../../analyzers/formats/dex/opcodes.ts';

// "Dalvik executable instruction formats": the first digit of a format is its length in code units.
test.each([
  ['nop', 0x00, 1],
  ['move/from16', 0x02, 2],
  ['move/16', 0x03, 3],
  ['const/4', 0x12, 1],
  ['const', 0x14, 3],
  ['const-wide', 0x18, 5],
  ['const-wide/high16', 0x19, 2],
  ['const-string/jumbo', 0x1b, 3],
  ['filled-new-array/range', 0x25, 3],
  ['goto', 0x28, 1],
  ['goto/16', 0x29, 2],
  ['goto/32', 0x2a, 3],
  ['sparse-switch', 0x2c, 3],
  ['cmp-long', 0x31, 2],
  ['aget', 0x44, 2],
  ['sput-short', 0x6d, 2],
  ['invoke-interface', 0x72, 3],
  ['int-to-short', 0x8f, 1],
  ['rem-double', 0xaf, 2],
  ['rem-double/2addr', 0xcf, 1],
  ['add-int/lit16', 0xd0, 2],
  ['ushr-int/lit8', 0xe2, 2],
  ['invoke-polymorphic/range', 0xfb, 4],
  ['invoke-custom', 0xfc, 3],
  ['const-method-type', 0xff, 2],
])('%s is %i code units long', (_, opcode, units) => {
  expect(OPCODE_UNITS[opcode]).toBe(units);
});

test('has no length for unused opcodes, nor for those of optimised code', () => {
  const unused = [...OPCODE_UNITS.keys()].filter((opcode) => OPCODE_UNITS[opcode] === 0);
  const run = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
  expect(unused).toEqual([...run(0x3e, 0x43), 0x73, 0x79, 0x7a, ...run(0xe3, 0xf9)]);
});

test('knows which instructions carry which index', () => {
  const carriers = (ref: number) => [...OPCODE_REF.keys()].filter((opcode) => OPCODE_REF[opcode] === ref);
  expect(carriers(Ref.STRING)).toEqual([0x1a, 0x1b]);
  expect(carriers(Ref.METHOD)).toEqual([0x6e, 0x6f, 0x70, 0x71, 0x72, 0x74, 0x75, 0x76, 0x77, 0x78, 0xfa, 0xfb]);
  expect(carriers(Ref.FIELD)).toEqual(Array.from({ length: 28 }, (_, i) => 0x52 + i));
  expect(carriers(Ref.CALL_SITE)).toEqual([0xfc, 0xfd]);
});

test.each([
  ['const/4 v3, 1', [0x12, 0x13], 3, 1],
  ['const-string v18', [0x1a, 0x12, 0, 0], 18, 1],
  ['move/16 v258, v1', [0x03, 0, 0x02, 0x01, 0x01, 0x00], 258, 1],
  ['long-to-double v2, v4', [0x86, 0x42], 2, 2],
  ['double-to-int v2, v4', [0x8a, 0x42], 2, 1],
  ['iget-wide v1, v2', [0x53, 0x21, 0, 0], 1, 2],
  ['sget-wide v9', [0x61, 0x09, 0, 0], 9, 2],
  ['add-long/2addr v2, v4', [0xbb, 0x42], 2, 2],
  ['sput v1', [0x67, 0x01, 0, 0], -1, 0],
  ['check-cast v1', [0x1f, 0x01, 0, 0], -1, 0],
  ['invoke-virtual {v1}', [0x6e, 0x10, 0, 0, 0x01, 0], -1, 0],
])('%s writes', (_, bytes, register, words) => {
  expect(destinationOf(Uint8Array.from(bytes), 0)).toBe(register);
  expect(OPCODE_WRITES[bytes[0] as number]).toBe(words);
});

test('ends blocks at returns, throw and goto only', () => {
  const ends = [...OPCODE_UNITS.keys()].filter((opcode) => endsBlock(opcode));
  expect(ends).toEqual([0x0e, 0x0f, 0x10, 0x11, Op.THROW, Op.GOTO, Op.GOTO_16, Op.GOTO_32]);
});
