import { expect, test } from 'vitest';
import { extractLayoutNames } from '../../analyzers/extract/layout/layout-names.ts';
import { readZip } from '../../analyzers/formats/zip.ts';
import type { Build } from '../../analyzers/model/build.ts';
import { archiveFiles } from '../../analyzers/unpack/archive-files.ts';
import { chunk, stringPool } from '../formats/axml-writer.ts';
import { makeArchive } from '../formats/zip/handmade-archive.ts';

const xml = (strings: string[], encoding: 'utf8' | 'utf16'): Uint8Array =>
  chunk(0x0003, new Uint8Array(), stringPool(strings, encoding));

function namesOf(bytes: Uint8Array, path = 'res/layout/main.xml') {
  const file = { path, size: bytes.length, read: () => bytes };
  return extractLayoutNames({ files: [file] } as unknown as Build);
}

test.each(['utf8', 'utf16'] as const)('classes are names with a dot, in %s', (encoding) => {
  const strings = ['id', 'a.b.View', '布局', '名.字', 'a..b', 'LinearLayout', '.Main', 'c.D$1'];
  expect(namesOf(xml(strings, encoding))).toEqual({ classes: ['a.b.View', 'c.D$1'], handlers: [] });
});

test.each(['utf8', 'utf16'] as const)(
  'where something is to happen on a click, every name can be a method, in %s',
  (encoding) => {
    const strings = ['onClick', 'send', 'a.b.View', 'not a name', '发送'];
    expect(namesOf(xml(strings, encoding))).toEqual({ classes: ['a.b.View'], handlers: ['send'] });
    expect(namesOf(xml(['onClicked', 'send'], encoding))).toEqual({ classes: [], handlers: [] });
  },
);

test('characters that are written longer than they need be count as well', () => {
  const longer = (strings: string[], short: string, long: number[]): Uint8Array => {
    const bytes = xml(strings, 'utf8');
    bytes.set(long, Buffer.from(bytes).indexOf(short));
    return bytes;
  };
  // U+002E and U+006F in two bytes.
  expect(namesOf(longer(['a~~View'], '~~', [0xc0, 0xae])).classes).toEqual(['a.View']);
  expect(namesOf(longer(['~~nClick', 'send'], '~~', [0xc1, 0xaf])).handlers).toEqual(['send']);
});

test('only resources that can hold names are looked at, and what is none names nothing', () => {
  const bytes = xml(['a.b.View'], 'utf8');
  expect(namesOf(bytes, 'res/drawable/a_b.xml')).toEqual({ classes: [], handlers: [] });
  expect(namesOf(bytes.subarray(0, 20))).toEqual({ classes: [], handlers: [] });
});

test('layouts of an archive are read in one go, and one by one where that fails', () => {
  const named = (cls: string, wrong = {}) => ({
    name: `res/layout/${cls}.xml`,
    contents: Buffer.from(xml([`a.b.${cls}`], 'utf8')),
    ...wrong,
  });
  const inArchive = (...entries: ReturnType<typeof named>[]) => {
    const { files } = archiveFiles(readZip(makeArchive(entries)), null, 'app.apk');
    return extractLayoutNames({ files } as unknown as Build).classes;
  };
  expect(inArchive(named('One'), named('Two'))).toEqual(['a.b.One', 'a.b.Two']);
  // Android does not look at the CRC-32 of an entry.
  expect(inArchive(named('One', { central: { crc: 1 } }), named('Two', { method: 0 }), named('Three'))).toEqual([
    'a.b.One',
    'a.b.Three',
    'a.b.Two',
  ]);
});
