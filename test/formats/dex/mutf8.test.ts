import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeMutf8, encodeMutf8 } from '../../../analyzers/formats/dex/mutf8.ts';

const decode = (...bytes: number[]) => decodeMutf8(Uint8Array.from(bytes), 0, bytes.length);

test('writes NUL in two bytes and characters beyond the BMP as two surrogates', () => {
  expect([...encodeMutf8('\0é设\u{1f600}')]).toEqual([
    0xc0, 0x80, 0xc3, 0xa9, 0xe8, 0xae, 0xbe, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80,
  ]);
  expect(decode(0xc0, 0x80, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80)).toBe('\0\u{1f600}');
});

test('puts U+FFFD for bytes that fit no pattern and goes on behind them', () => {
  expect(decode(0x41, 0xff, 0x42)).toBe('A\ufffdB');
  expect(decode(0xe8, 0xae)).toBe('\ufffd\ufffd');
  expect(decode(0x80, 0xc3)).toBe('\ufffd\ufffd');
});

test('reads back any string, lone surrogates too', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
      const text = String.fromCharCode(...units);
      const bytes = encodeMutf8(text);
      expect(decodeMutf8(bytes, 0, bytes.length)).toBe(text);
      expect(bytes.includes(0)).toBe(false);
    }),
  );
});

test('reads strings longer than one chunk', () => {
  const text = '设备'.repeat(20_000);
  const bytes = encodeMutf8(text);
  expect(decodeMutf8(bytes, 0, bytes.length)).toBe(text);
});
