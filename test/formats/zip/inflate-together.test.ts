import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inflateTogether } from '../../../analyzers/formats/zip/inflate-together.ts';
import { readZip } from '../../../analyzers/formats/zip.ts';
import { type HandmadeEntry, makeArchive } from './handmade-archive.ts';

const text = (index: number, length = 100): Buffer => Buffer.from(`${index}:`.repeat(length));

function inflated(entries: HandmadeEntry[]): (string | null)[] {
  const archive = readZip(makeArchive(entries));
  const contents = [...inflateTogether(archive.entries.map((entry) => entry.deflatedData()))];
  return contents.map((each) => (each === null ? null : Buffer.from(each).toString()));
}

test('entries give what each gives by itself, in their order, over more than one group', () => {
  const entries = Array.from({ length: 40 }, (_, i) => ({ name: `${i}`, contents: text(i, 20_000 + i) }));
  expect(inflated(entries)).toEqual(entries.map(({ contents }) => contents.toString()));
});

test('stored, encrypted and large entries, and those that state no size, are left to be read by themselves', () => {
  const contents = text(1);
  const entries: HandmadeEntry[] = [
    { name: 'a', contents },
    { name: 'stored', contents, method: 0 },
    { name: 'flagged', contents, central: { flags: 1 } },
    { name: 'unsized', contents, central: { size: 0 } },
    { name: 'large', contents: Buffer.alloc((1 << 20) + 1) },
    { name: 'b', contents: text(2) },
  ];
  expect(inflated(entries)).toEqual([contents.toString(), null, null, null, null, text(2).toString()]);
  expect(inflated([])).toEqual([]);
});

test.each<[string, Partial<HandmadeEntry>]>([
  ['the CRC-32', { central: { crc: 1 } }],
  ['a size that is too large', { central: { size: 201 } }],
  ['a size that is too small', { central: { size: 199 } }],
  ['data that are cut', { data: deflateRawSync(text(1)).subarray(0, 5) }],
  ['data that go on behind their end', { data: Buffer.concat([deflateRawSync(text(1)), Buffer.alloc(9)]) }],
  ['data that are none', { data: Buffer.from('no data') }],
])('%s that is not as stated leaves the group, and no other, to be read one by one', (_, wrong) => {
  const group = [
    { name: 'before', contents: text(0) },
    { name: 'wrong', contents: text(1), ...wrong },
    { name: 'after', contents: text(2) },
  ];
  const full = { name: 'full', contents: Buffer.alloc((1 << 20) - 100) };
  const next = { name: 'next', contents: text(3) };
  expect(inflated(group)).toEqual([null, null, null]);
  expect(inflated([...group, full, next]).slice(-1)).toEqual([text(3).toString()]);
});
