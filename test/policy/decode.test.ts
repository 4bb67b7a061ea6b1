import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../analyzers/model/limits.ts';
import { decodePolicy } from '../../analyzers/policy/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** 我们收集 in GB18030, GBK and GB2312. */
const GBK = Uint8Array.of(0xce, 0xd2, 0xc3, 0xc7, 0xca, 0xd5, 0xbc, 0xaf);

test('UTF-8 is read with and without a byte order mark, which is not text', () => {
  expect(decodePolicy('p', utf8('我们')).text).toBe('我们');
  expect(decodePolicy('p', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('我们'))).text).toBe('我们');
});

test('bytes that are no UTF-8 are read as GB18030', () => {
  expect(decodePolicy('p', GBK).text).toBe('我们收集');
});

test('UTF-16 is told by its byte order mark', () => {
  expect(decodePolicy('p', Uint8Array.of(0xff, 0xfe, 0x11, 0x62, 0xec, 0x4e)).text).toBe('我们');
  expect(decodePolicy('p', Uint8Array.of(0xfe, 0xff, 0x62, 0x11, 0x4e, 0xec)).text).toBe('我们');
});

test.each([
  ['nothing', new Uint8Array(0), 'p: the policy is empty'],
  ['white space', utf8(' \n\t '), 'p: the policy is empty'],
  ['zeros', new Uint8Array(64), 'p: the policy is not text'],
  ['an archive', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'p: the policy is an archive'],
  ['bytes of no encoding', new Uint8Array(400).fill(0xff), 'p: the policy is not text'],
])('%s is refused with one clear line', (_, bytes, message) => {
  expect(() => decodePolicy('p', bytes)).toThrow(message);
});

test('what lies beyond the limit is a gap, also where the limit cuts a character in two', () => {
  const bytes = new Uint8Array(DEFAULT_LIMITS.policySize + 2).fill(0x61);
  bytes.set(utf8('我'), DEFAULT_LIMITS.policySize - 1);
  const { text, gaps } = decodePolicy('p', bytes);
  expect(text.length).toBe(DEFAULT_LIMITS.policySize - 1);
  expect(gaps).toMatchObject([{ stage: 'policy', file: 'p', code: 'too-large', material: false }]);
});
