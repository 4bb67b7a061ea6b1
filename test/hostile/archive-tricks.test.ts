import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { long, shorts, words } from '../formats/zip/handmade-archive.ts';
import { apk, type Change, changed, contentsOf, realParts } from './apk-parts.ts';
import { anywhere, judge } from './judged.ts';

const parts = realParts('io.appium.settings/apks/settings_apk-debug.apk');
const plain = await judge(apk(parts));
const DEX = /^classes3\.dex$/;
const CODE = /^(?:classes3\.dex|AndroidManifest\.xml)$/;
const trick = (which: RegExp, change: Change) => apk(changed(parts, which, change));
const added = (name: string | Buffer, contents = Buffer.from('x')) => apk([...parts, { name, contents }]);

test('the APK taken apart and put together is what it was, and without tricks', async () => {
  const original = readFileSync(
    new URL('../../node_modules/io.appium.settings/apks/settings_apk-debug.apk', import.meta.url),
  );
  expect(await judge(original)).toEqual(plain);
  expect(plain.tricks).toEqual([]);
  expect(plain.facts.length).toBeGreaterThan(100);
  expect(plain.gaps.filter(({ material }) => material)).toEqual([]);
});

/** A central directory whose offsets count from the start of the file, in spite of bytes put before the archive. */
function prefixed(adjust: boolean): Buffer {
  const before = Buffer.alloc(1000, 'prefix ');
  const bytes = Buffer.concat([before, apk(parts)]);
  if (!adjust) return bytes;
  const end = bytes.lastIndexOf('PK\x05\x06');
  let at = bytes.readUInt32LE(end + 16) + before.length;
  bytes.writeUInt32LE(at, end + 16);
  while (at < end) {
    bytes.writeUInt32LE(bytes.readUInt32LE(at + 42) + before.length, at + 42);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}

const SIGNING_BLOCK = Buffer.concat([
  long(4096 - 8),
  Buffer.alloc(4096 - 32),
  long(4096 - 8),
  Buffer.from('APK Sig Block 42'),
]);
const END_RECORD = Buffer.concat([words([0x06054b50]), Buffer.alloc(18)]);
const ZIP64_EXTRA = Buffer.concat([shorts([1, 16]), long(1), long(1)]);

/** What is done to the archive, and the tricks that are to be told of it. */
const tricks: [string, () => Buffer, string[]][] = [
  [
    'an unknown method in the local header',
    () => trick(CODE, () => ({ local: { method: 0x1234 } })),
    ['zip/local-header-mismatch classes3.dex'],
  ],
  [
    'an unknown method in the directory',
    () => trick(CODE, () => ({ method: 0, central: { method: 0x3333 } })),
    ['zip/local-header-mismatch classes3.dex', 'zip/unknown-method classes3.dex'],
  ],
  ['an unknown method in both', () => trick(CODE, () => ({ method: 0x3333 })), ['zip/unknown-method classes3.dex']],
  [
    'the encryption flag in the directory',
    () => trick(CODE, () => ({ central: { flags: 1 } })),
    ['zip/encryption-flag classes3.dex'],
  ],
  [
    'the encryption flag in both',
    () => trick(CODE, () => ({ central: { flags: 1 }, local: { flags: 1 } })),
    ['zip/encryption-flag classes3.dex'],
  ],
  [
    'other sizes in the local header',
    () => trick(CODE, () => ({ local: { size: 5, compressedSize: 3 } })),
    ['zip/local-header-mismatch classes3.dex'],
  ],
  [
    'another name in the local header',
    () => trick(CODE, () => ({ local: { name: 'something/else/and/longer.txt' } })),
    ['zip/local-header-mismatch classes3.dex'],
  ],
  [
    'another extra field in the local header',
    () => trick(CODE, () => ({ localExtra: Buffer.concat([shorts([0xcafe, 60]), Buffer.alloc(60)]) })),
    [],
  ],
  [
    'wrong checksums',
    () => trick(CODE, () => ({ central: { crc: 1 }, local: { crc: 1 } })),
    ['zip/crc-mismatch AndroidManifest.xml', 'zip/crc-mismatch classes3.dex'],
  ],
  ['sizes in data descriptors', () => trick(CODE, () => ({ descriptor: true })), []],
  [
    'a size of zero in the directory',
    () => trick(DEX, () => ({ central: { size: 0 } })),
    ['zip/local-header-mismatch classes3.dex', 'zip/size-mismatch classes3.dex'],
  ],
  ['ZIP64 fields without need', () => trick(CODE, () => ({ central: { extra: ZIP64_EXTRA } })), []],
  ['ZIP64 end records without need', () => apk(parts, { zip64: true }), []],
  [
    'the signature of an end record in the comment',
    () => apk(parts, { comment: Buffer.concat([END_RECORD, Buffer.alloc(50)]) }),
    ['zip/false-end-record app.apk'],
  ],
  ['data before the archive', () => prefixed(false), ['zip/prefixed-data app.apk']],
  ['data before the archive, offsets adjusted', () => prefixed(true), ['zip/prefixed-data app.apk']],
  ['an APK Signing Block', () => apk(parts, { beforeDirectory: SIGNING_BLOCK }), []],
  ['trailing bytes', () => Buffer.concat([apk(parts), Buffer.alloc(3000, 7)]), ['zip/trailing-data app.apk']],
  ['too few entries in the end record', () => apk(parts, { count: 2 }), ['zip/entry-count-mismatch app.apk']],
  ['a name that leaves the folder', () => added('../../etc/passwd'), ['zip/invalid-name ../../etc/passwd']],
  ['an absolute name', () => added('/data/x'), ['zip/invalid-name /data/x']],
  ['a name with backslashes', () => added('a\\b.txt'), ['zip/invalid-name a\\b.txt']],
  ['a name with NUL', () => added('a\0.txt'), ['zip/invalid-name a\0.txt']],
  ['a name that is not UTF-8', () => added(Buffer.from([0x66, 0xff, 0xfe])), ['zip/invalid-name f\ufffd\ufffd']],
  ['a name written from right to left', () => added('assets/gpj.\u202etxt'), ['zip/invalid-name assets/gpj.\u202etxt']],
  ['a name of 65,535 bytes', () => added('n'.repeat(65_535)), [`zip/invalid-name ${'n'.repeat(65_535)}`]],
  [
    'a decoy that ends like a folder',
    () => added('AndroidManifest.xml/', Buffer.from('decoy')),
    ['zip/invalid-name AndroidManifest.xml/'],
  ],
  [
    'an entry that claims 4 GB',
    () => apk([...parts, { name: 'assets/big', contents: Buffer.alloc(100), central: { size: 0xfffffff0 } }]),
    ['zip/impossible-size assets/big', 'zip/local-header-mismatch assets/big'],
  ],
];

test.each(tricks)('%s: told, and nothing else changes', async (_, make, expected) => {
  const { tricks: told, ...rest } = await judge(make());
  const { tricks: none, ...before } = plain;
  expect(told).toEqual(expected);
  expect(rest).toEqual(before);
});

test('entries of the same name: all are read', async () => {
  const second = contentsOf(parts, 'classes4.dex');
  const { tricks: told, facts } = await judge(apk([...parts, { name: 'classes3.dex', contents: second }]));
  expect(told).toEqual(['zip/duplicate-name classes3.dex']);
  const found = new Set(anywhere(facts));
  expect(anywhere(plain.facts).filter((fact) => !found.has(fact))).toEqual([]);
  const inFourth = plain.facts.filter(({ at }) => at.file === 'classes4.dex').length;
  expect(facts.filter(({ at }) => at.file === 'classes3#2.dex')).toHaveLength(inFourth);
});

test('entries that share their data: told, and the shared file is read under each name', async () => {
  const bytes = apk([...parts, { name: 'classes10.dex', contents: Buffer.alloc(0), method: 0 }]);
  const end = bytes.lastIndexOf('PK\x05\x06');
  const records = new Map<string, number>();
  for (let at = bytes.readUInt32LE(end + 16); at < end; ) {
    const nameLength = bytes.readUInt16LE(at + 28);
    records.set(bytes.toString('latin1', at + 46, at + 46 + nameLength), at);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  const [from = 0, to = 0] = [records.get('classes3.dex'), records.get('classes10.dex')];
  bytes.copy(bytes, to + 8, from + 8, from + 28);
  bytes.copy(bytes, to + 42, from + 42, from + 46);
  const { tricks: told, facts } = await judge(bytes);
  expect(told).toEqual(['zip/local-header-mismatch classes10.dex', 'zip/overlapping-data classes10.dex']);
  const found = new Set(anywhere(facts));
  expect(anywhere(plain.facts).filter((fact) => !found.has(fact))).toEqual([]);
});

test('what is really encrypted or damaged does not install: a gap that counts', async () => {
  const noise = Buffer.from(contentsOf(parts, 'classes3.dex').map((byte, i) => byte ^ (i * 37 + 11)));
  const encrypted = await judge(trick(DEX, () => ({ data: noise, central: { flags: 1 } })));
  expect(encrypted.gaps.filter(({ material }) => material)).toMatchObject([
    { file: 'classes3.dex', code: 'encrypted' },
  ]);
  const damaged = await judge(
    trick(DEX, ({ data = Buffer.alloc(0) }) => ({ data: Buffer.from(data).fill(0xff, 50, 200) })),
  );
  expect(damaged.gaps).toContainEqual(
    expect.objectContaining({ file: 'classes3.dex', code: 'corrupt', material: true }),
  );
});
