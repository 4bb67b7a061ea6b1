import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deflateHead } from '../../../analyzers/formats/zip/deflate-head.ts';

const DEX = Buffer.from('dex\n035\0');
const text = Buffer.from('some words that a compressor can shorten, some words that it cannot, '.repeat(40));

test.each([
  ['a block with a code of its own', Buffer.concat([DEX, text]), {}],
  ['the fixed code', DEX, { strategy: constants.Z_FIXED }],
  ['a stored block', Buffer.concat([DEX, text]), { level: 0 }],
  ['Huffman codes alone', Buffer.concat([DEX, text]), { strategy: constants.Z_HUFFMAN_ONLY }],
])('the magic of %s', (_, bytes, options) => {
  expect(Buffer.from(deflateHead(deflateRawSync(bytes, options), 8, [DEX]))).toEqual(DEX);
});

test('where a magic has no codes, nothing is decoded', () => {
  const words = deflateRawSync(text);
  expect(deflateHead(words, 3, [DEX])).toEqual(new Uint8Array());
  expect(Buffer.from(deflateHead(words, 3, [Buffer.from('so')])).toString()).toBe('som');
});

test('what repeats ends the head', () => {
  const head = deflateHead(deflateRawSync(Buffer.from('abcabcabcabcabcabc')), 18, []);
  expect(Buffer.from(head).toString()).toMatch(/^abca?$/);
});

test.each([
  ['nothing', []],
  ['an unknown kind of block', [0x07, 0xff, 0xff]],
  ['a code that is cut off', [...deflateRawSync(Buffer.concat([DEX, text]))].slice(0, 12)],
])('%s has no head', (_, bytes) => {
  expect(deflateHead(Uint8Array.from(bytes), 8, [DEX])).toEqual(new Uint8Array());
});

test('whatever was deflated begins with its head', () => {
  const level = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 3000 }), level, (bytes, chosen) => {
      if ((bytes[0] ?? 0) >= 128) return;
      const head = deflateHead(deflateRawSync(bytes, { level: chosen }), 8, [bytes.slice(0, 1)]);
      expect([...head]).toEqual([...bytes.slice(0, head.length)]);
      // Fewer than three bytes cannot repeat.
      expect(head.length).toBeGreaterThanOrEqual(Math.min(bytes.length, 3));
    }),
    { numRuns: 500 },
  );
});

test('whatever the bytes are, it ends', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      expect(deflateHead(bytes, 8, [DEX]).length).toBeLessThanOrEqual(8);
    }),
    { numRuns: 2000 },
  );
});
