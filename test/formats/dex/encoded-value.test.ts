import { expect, test } from 'vitest';
import { Cursor } from '../../../analyzers/formats/dex/cursor.ts';
import { DexError } from '../../../analyzers/formats/dex/dex-error.ts';
import { EncodedArrayReader, ValueType } from '../../../analyzers/formats/dex/encoded-value.ts';

function read(...bytes: number[]): [type: number, value: number][] {
  const reader = new EncodedArrayReader(new Cursor(Uint8Array.from(bytes), 0));
  const values: [number, number][] = [];
  while (reader.next()) values.push([reader.type, reader.value]);
  return values;
}

// "encoded_value encoding": the byte before a value is (size - 1) << 5 | type.
test('reads numbers with their sign, indices without', () => {
  expect(read(5, 0x00, 0xff, 0x02, 0x80, 0x24, 0x00, 0x80, 0x03, 0xff, 0x17, 0xff)).toEqual([
    [ValueType.BYTE, -1],
    [ValueType.SHORT, -128],
    [ValueType.INT, -32768],
    [ValueType.CHAR, 255],
    [ValueType.STRING, 255],
  ]);
  expect(read(1, 0x77, 1, 2, 3, 0x84)).toEqual([[ValueType.STRING, 0x84030201]]);
});

test('reads the low half of a long, booleans and null', () => {
  expect(read(3, 0xe6, 1, 0, 0, 0, 9, 9, 9, 9, 0x3f, 0x1e)).toEqual([
    [ValueType.LONG, 1],
    [ValueType.BOOLEAN, 1],
    [ValueType.NULL, 0],
  ]);
});

test('passes over arrays and annotations with all that is in them', () => {
  // an array of an int and an array; an annotation of type 5 with one element: name 1, a string
  expect(read(3, 0x1c, 2, 0x04, 7, 0x1c, 0, 0x1d, 5, 1, 1, 0x17, 3, 0x17, 4)).toEqual([
    [ValueType.ARRAY, 0],
    [ValueType.ANNOTATION, 0],
    [ValueType.STRING, 4],
  ]);
});

test('refuses unknown types, sizes beyond the type, depth and the end of the file', () => {
  expect(() => read(1, 0x01, 0)).toThrow('invalid encoded value');
  expect(() => read(1, 0x20, 0, 0)).toThrow('invalid encoded value');
  expect(() => read(1, ...new Array(200).fill([0x1c, 1]).flat())).toThrow('nested too deep');
  expect(() => read(0xff, 0xff, 0x7f, 0x1e)).toThrow(DexError);
});
