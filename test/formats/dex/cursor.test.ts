import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Cursor } from '../../../analyzers/formats/dex/cursor.ts';
import { DexError } from '../../../analyzers/formats/dex/dex-error.ts';

const at = (...bytes: number[]) => new Cursor(Uint8Array.from(bytes), 0);

// The examples of "LEB128" in the DEX format.
test.each([
  [[0x00], 0, 0, -1],
  [[0x01], 1, 1, 0],
  [[0x7f], -1, 127, 126],
  [[0x80, 0x7f], -128, 16256, 16255],
])('reads %j', (bytes, signed, unsigned, plusOne) => {
  expect(at(...bytes).sleb128()).toBe(signed);
  expect(at(...bytes).uleb128()).toBe(unsigned);
  expect(at(...bytes).uleb128p1()).toBe(plusOne);
});

test('reads the largest values', () => {
  expect(at(0xff, 0xff, 0xff, 0xff, 0x0f).uleb128()).toBe(0xffffffff);
  expect(at(0x80, 0x80, 0x80, 0x80, 0x78).sleb128()).toBe(-0x80000000);
});

test('refuses a sixth byte and the end of the file, and stays where it was', () => {
  const long = at(0x80, 0x80, 0x80, 0x80, 0x80, 0x00);
  expect(() => long.uleb128()).toThrow(new DexError('LEB128 value too long', 0));
  expect(long.offset).toBe(0);
  expect(() => at(0x80, 0x80, 0x80, 0x80, 0x80, 0x00).sleb128()).toThrow(DexError);
  expect(() => at(0x80).uleb128()).toThrow(new DexError('read past the end of the file', 0));
  expect(() => at().u1()).toThrow(DexError);
});

test('reads back every 32-bit number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffffff }), (value) => {
      const bytes: number[] = [];
      let rest = value;
      for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
      bytes.push(rest);
      const cursor = at(...bytes);
      expect(cursor.uleb128()).toBe(value);
      expect(cursor.offset).toBe(bytes.length);
    }),
  );
});
