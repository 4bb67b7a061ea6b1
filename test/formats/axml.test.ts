import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readAxml } from '../../analyzers/formats/axml.ts';
import { MalformedError } from '../../analyzers/formats/malformed-error.ts';
import { childElements, findAttribute, textContent } from '../../analyzers/formats/xml.ts';
import {
  chunk,
  document,
  endElement,
  join,
  resourceMap,
  startElement,
  stringPool,
  text,
  words,
} from './axml-writer.ts';

const fixture = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../extract/manifest/fixtures/${path}`, import.meta.url)));

const NAME_ID = 0x01010003;
const STRING = 3;
const strings = ['name', 'manifest', 'application', 'a.b.C', 'decoy', ''];
const pool = stringPool(strings, 'utf16');

test.each([
  ['aapt-utf8', 'utf8'],
  ['aapt-utf16', 'utf16'],
])('reads what aapt compiled, attribute names in Chinese: %s', (folder) => {
  const { root, cut } = readAxml(fixture(`${folder}/res/xml/paths.xml`));
  expect(cut).toBeNull();
  expect(root.name).toBe('paths');
  expect(childElements(root)).toEqual([
    {
      namespace: '',
      name: 'files-path',
      attributes: [
        { namespace: '', name: 'name', resourceId: 0, value: { kind: 'string', value: '文件' } },
        { namespace: '', name: 'path', resourceId: 0, value: { kind: 'string', value: '.' } },
      ],
      children: [],
      line: 2,
    },
  ]);
});

test.each(['utf8', 'utf16'] as const)('decodes strings longer than one length byte or unit: %s', (encoding) => {
  const long = '灯'.repeat(100) + 'x'.repeat(200);
  const bytes = document(stringPool([long, '😀'], encoding), startElement(0, [{ name: 1, type: STRING, data: 0 }]));
  const { root } = readAxml(bytes);
  expect(root.name).toBe(long);
  expect(root.attributes[0]?.name).toBe('😀');
});

test('joins surrogates that aapt2 writes as two three-byte sequences', () => {
  const lamp = Uint8Array.of(2, 6, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80, 0, 0, 0, 0);
  const surrogates = chunk(0x0001, words(1, 0, 1 << 8, 32, 0), join(words(0), lamp));
  expect(readAxml(document(surrogates, startElement(0))).root.name).toBe('😀');
});

test('decodes a UTF-8 string of more than 32 KiB, whose length the compiler cuts to 15 bits', () => {
  const size = 0x8000 + 5;
  const bytes = join(Uint8Array.of(0x80, 5, 0x80, 5), new Uint8Array(size).fill(0x61), new Uint8Array(3));
  const big = chunk(0x0001, words(1, 0, 1 << 8, 32, 0), join(words(0), bytes));
  expect(readAxml(document(big, startElement(0))).root.name).toHaveLength(size);
});

test('takes an attribute by its resource id, whatever it is called', () => {
  const blank = stringPool(['', 'manifest', 'application', 'a.b.C', 'decoy', 'name'], 'utf16');
  const { root } = readAxml(
    document(
      blank,
      resourceMap(NAME_ID),
      startElement(1, [
        { name: 5, type: STRING, data: 4 },
        { name: 0, type: STRING, data: 3 },
      ]),
    ),
  );
  expect(findAttribute(root, NAME_ID, '', 'name')?.value).toEqual({ kind: 'string', value: 'a.b.C' });
});

test('falls back on the name where no resource id is known', () => {
  const { root } = readAxml(document(pool, startElement(1, [{ name: 0, type: STRING, data: 3 }])));
  expect(findAttribute(root, NAME_ID, '', 'name')?.value).toEqual({ kind: 'string', value: 'a.b.C' });
});

test.each([20, 24, 40])('steps through attributes of %i bytes', (size) => {
  const attributes = [3, 4].map((data) => ({ name: 0, type: STRING, data }));
  const { root } = readAxml(document(pool, startElement(1, attributes, size)));
  expect(root.attributes.map(({ value }) => value)).toEqual([
    { kind: 'string', value: 'a.b.C' },
    { kind: 'string', value: 'decoy' },
  ]);
});

test('skips unknown chunks and chunks that come too late, as Android does', () => {
  const junk = chunk(0x7777, words(1), words(1, 2, 3));
  const late = stringPool(['x', 'wrong', 'wrong'], 'utf16');
  const { root, cut } = readAxml(
    document(junk, pool, junk, startElement(1), late, junk, startElement(2), endElement(2), endElement(1), junk),
  );
  expect(cut).toBeNull();
  expect(root.name).toBe('manifest');
  expect(childElements(root).map(({ name }) => name)).toEqual(['application']);
});

test('heeds neither the file type nor the size of the header', () => {
  const body = join(pool, startElement(1), endElement(1));
  expect(readAxml(chunk(0x0000, new Uint8Array(), body)).root.name).toBe('manifest');
  expect(readAxml(chunk(0x0003, words(0, 0, 0), body)).root.name).toBe('manifest');
});

test('closes what was left open, and stops behind the root', () => {
  const open = readAxml(document(pool, startElement(1), startElement(2)));
  expect(childElements(open.root).map(({ name }) => name)).toEqual(['application']);
  expect(open.cut).toBeNull();
  const two = readAxml(document(pool, startElement(1), endElement(1), startElement(2), endElement(2)));
  expect(two.root.children).toEqual([]);
});

test('keeps text that looks like a tag as text', () => {
  const imitation = stringPool(['manifest', '<uses-permission android:name="x"/>'], 'utf16');
  const { root } = readAxml(document(imitation, startElement(0), text(1), endElement(0)));
  expect(childElements(root)).toEqual([]);
  expect(textContent(root)).toBe('<uses-permission android:name="x"/>');
});

test('says where the document was cut', () => {
  const whole = document(pool, startElement(1), startElement(2), endElement(2), endElement(1));
  const { root, cut } = readAxml(whole.subarray(0, whole.length - 30));
  expect(root.name).toBe('manifest');
  expect(cut).toMatch(/^chunk with an impossible size at offset \d+$/);
  const atBorder = readAxml(whole.subarray(0, whole.length - 24));
  expect(atBorder.cut).toBe('24 bytes are missing at the end');
});

test('nests 100,000 deep without recursion', () => {
  const one = startElement(1);
  const many = new Uint8Array(100_000 * one.length);
  for (let at = 0; at < many.length; at += one.length) many.set(one, at);
  const { root } = readAxml(document(pool, many));
  let depth = 0;
  for (let at = childElements(root)[0]; at !== undefined; at = childElements(at)[0]) depth++;
  expect(depth).toBe(99_999);
});

test('takes attributes without width as one', () => {
  const bytes = document(pool, startElement(1, [{ name: 0, type: STRING, data: 3 }]));
  const at = bytes.length - 20 - 20;
  new DataView(bytes.buffer).setUint16(at + 10, 0, true);
  new DataView(bytes.buffer).setUint16(at + 12, 65_535, true);
  expect(readAxml(bytes).root.attributes).toHaveLength(1);
});

test('believes no count and no index of a string pool', () => {
  const lying = stringPool(strings, 'utf16', 0xffffffff);
  const { root } = readAxml(document(lying, startElement(1), startElement(0x7fffffff)));
  expect(root.name).toBe('manifest');
  expect(childElements(root)[0]?.name).toBe('');
});

test('names the reason and the place when nothing can be read', () => {
  expect(() => readAxml(new Uint8Array(3))).toThrow(new MalformedError('binary XML is shorter than its header'));
  expect(() => readAxml(document(pool))).toThrow(new MalformedError('binary XML without a root element'));
  expect(() => readAxml(document(chunk(0x0001, new Uint8Array(), new Uint8Array(), 4)))).toThrow(
    new MalformedError('chunk with an impossible size', 8),
  );
});

test('refuses a pool whose strings overlap into more than can be held', () => {
  const size = 1 << 20;
  const count = 400;
  const body = new Uint8Array(4 * count + 2 * size);
  const view = new DataView(body.buffer);
  // String i begins 4 i bytes in and claims half a million units each.
  for (let i = 0; i < count; i++) {
    view.setUint32(4 * i, 4 * i, true);
    view.setUint16(4 * count + 4 * i, 0x8000 | 7, true);
    view.setUint16(4 * count + 4 * i + 2, 0x8000, true);
  }
  const overlapping = chunk(0x0001, words(count, 0, 0, 28 + 4 * count, 0), body);
  const elements = Array.from({ length: count }, (_, i) => startElement(i));
  expect(() => readAxml(document(overlapping, ...elements))).toThrow(
    /strings of a pool are more than the limit of 134217728 characters/,
  );
});
