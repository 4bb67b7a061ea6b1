import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { DEFAULT_ZIP_LIMITS, readZip, type ZipArchive, ZipError } from '../../../analyzers/formats/zip.ts';
import { long, makeArchive, shorts, words } from './handmade-archive.ts';

const APK = readFileSync(new URL('../../unpack/fixtures/minimal.apk', import.meta.url));
const CONTENTS = Buffer.from('dex\n035\0 and more of it, more of it, more of it');
const OTHER = Buffer.from('something else');

function contents(archive: ZipArchive): Record<string, string> {
  return Object.fromEntries(archive.entries.map((entry) => [entry.path, Buffer.from(entry.read()).toString('latin1')]));
}

function codes(archive: ZipArchive): string[] {
  return [...new Set(archive.problems.map(({ code }) => code))].sort();
}

function errorOf(read: () => unknown): ZipError {
  try {
    read();
  } catch (error) {
    if (error instanceof ZipError) return error;
  }
  throw new Error('expected a ZipError');
}

const both = { 'classes.dex': CONTENTS.toString('latin1'), 'other.txt': 'something else' };
const entries = [
  { name: 'classes.dex', contents: CONTENTS },
  { name: 'other.txt', contents: OTHER, method: 0 },
];

test('a signed and aligned APK reads as jszip reads it, without a problem', async () => {
  const archive = readZip(APK);
  const oracle = await JSZip.loadAsync(APK);
  expect(archive.entries.map(({ name }) => name).sort()).toEqual(Object.keys(oracle.files).sort());
  for (const entry of archive.entries) {
    const expected = await oracle.files[entry.name]?.async('uint8array');
    expect(Buffer.from(entry.read()).equals(Buffer.from(expected ?? []))).toBe(true);
    expect(entry.size).toBe(expected?.length);
    expect(entry.verify(entry.read())).toEqual([]);
  }
  expect(archive.problems).toEqual([]);
  expect(APK.includes('APK Sig Block 42')).toBe(true);
});

test('stored entries are views of the archive', () => {
  const archive = readZip(APK);
  const stored = archive.entries.find(({ name }) => name === 'resources.arsc');
  expect(stored?.read().buffer).toBe(APK.buffer);
});

test('archives written as streams, with names in Chinese, read back', async () => {
  const zip = new JSZip();
  zip.file('协议/隐私政策.html', '甲'.repeat(1000));
  const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', streamFiles: true });
  const archive = readZip(bytes);
  expect(archive.entries.map(({ path }) => path)).toEqual(['协议/', '协议/隐私政策.html']);
  expect(Buffer.from(archive.entries[1]?.read() ?? []).toString()).toBe('甲'.repeat(1000));
  expect(archive.problems).toEqual([]);
});

test('unknown methods are stored', () => {
  const archive = readZip(
    makeArchive([
      { name: 'a', contents: CONTENTS, method: 0x5e3c },
      { name: 'b', contents: OTHER, method: 14 },
    ]),
  );
  expect(contents(archive)).toEqual({ a: CONTENTS.toString('latin1'), b: 'something else' });
  expect(codes(archive)).toEqual(['unknown-method']);
});

test('the encryption flag alone does not stop reading', () => {
  const flagged = { flags: 1 };
  const archive = readZip(makeArchive(entries.map((entry) => ({ ...entry, central: flagged, local: flagged }))));
  expect(archive.entries.every(({ encrypted }) => encrypted)).toBe(true);
  expect(contents(archive)).toEqual(both);
  expect(codes(archive)).toEqual(['encryption-flag']);
});

test.each([0, 8])('really encrypted data of method %i are an error', (method) => {
  const data = Buffer.from(CONTENTS.map((byte, i) => byte ^ (i * 37 + 91)));
  const flagged = { flags: 1 };
  const archive = readZip(makeArchive([{ name: 'a', contents: CONTENTS, data, method, central: flagged }]));
  expect(errorOf(() => archive.entries[0]?.read())).toMatchObject({ code: 'encrypted', offset: 31 });
});

test('cipher text that inflates by chance is still encrypted', () => {
  // A final deflate block with nothing in it, whatever follows.
  const data = Buffer.concat([Buffer.from([3, 0]), OTHER]);
  for (const size of [CONTENTS.length, 0]) {
    const archive = readZip(makeArchive([{ name: 'a', contents: CONTENTS, data, central: { flags: 1, size } }]));
    expect(errorOf(() => archive.entries[0]?.read()).code).toBe('encrypted');
  }
});

test('the central directory wins over local headers', () => {
  const lie = { name: 'zzz.png', method: 99, compressedSize: 7, size: 1_000_000, crc: 1 };
  const archive = readZip(makeArchive([{ name: 'classes.dex', contents: CONTENTS, local: lie }]));
  expect(contents(archive)).toEqual({ 'classes.dex': CONTENTS.toString('latin1') });
  expect(codes(archive)).toEqual(['local-header-mismatch']);
});

test('data begin after the extra field of the local header', () => {
  const archive = readZip(makeArchive(entries.map((entry) => ({ ...entry, localExtra: Buffer.alloc(4093) }))));
  expect(contents(archive)).toEqual(both);
  expect(archive.problems).toEqual([]);
});

test('ZIP64 records and extra fields, needed or not', () => {
  const bytes = makeArchive(
    [
      {
        name: 'a',
        contents: CONTENTS,
        method: 0,
        central: {
          size: 0xffffffff,
          compressedSize: 0xffffffff,
          offset: 0xffffffff,
          extra: Buffer.concat([shorts([0xcafe, 2, 7, 1, 24]), long(CONTENTS.length), long(CONTENTS.length), long(0)]),
        },
      },
    ],
    { zip64: true },
  );
  expect(contents(readZip(bytes))).toEqual({ a: CONTENTS.toString('latin1') });
  expect(readZip(bytes).problems).toEqual([]);
});

test('a ZIP64 extra field holds only what does not fit elsewhere', () => {
  const extra = Buffer.concat([shorts([1, 8]), long(0)]);
  const archive = readZip(makeArchive([{ name: 'a', contents: CONTENTS, central: { offset: 0xffffffff, extra } }]));
  expect(contents(archive)).toEqual({ a: CONTENTS.toString('latin1') });
  expect(archive.entries[0]).toMatchObject({ size: CONTENTS.length, offset: 0 });
});

test('64-bit data descriptors end an entry where there is no directory', () => {
  const parts: Buffer[] = [];
  for (const [i, name] of ['a', 'b'].entries()) {
    const header = Buffer.concat([words([0x04034b50]), shorts([45, 8, 0, 0, 0]), words([0, 0, 0]), shorts([1, 0])]);
    const body = i === 0 ? CONTENTS : OTHER;
    const descriptor = Buffer.concat([words([0x08074b50, 0]), long(body.length), long(body.length)]);
    parts.push(header, Buffer.from(name), body, descriptor);
  }
  const archive = readZip(Buffer.concat(parts));
  expect(contents(archive)).toEqual({ a: CONTENTS.toString('latin1'), b: 'something else' });
  expect(archive.entries.map(({ size }) => size)).toEqual([CONTENTS.length, OTHER.length]);
  expect(codes(archive)).toEqual(['missing-directory']);
});

test('a comment with the end records of empty and of nonsensical archives misleads nobody', () => {
  const empty = Buffer.concat([words([0x06054b50]), Buffer.alloc(18)]);
  const nonsense = Buffer.concat([words([0x06054b50]), shorts([0, 0, 1, 1]), words([46, 3]), shorts([0])]);
  for (const comment of [empty, nonsense, Buffer.concat([empty, nonsense, empty])]) {
    const archive = readZip(makeArchive(entries, { comment }));
    expect(contents(archive)).toEqual(both);
    expect(codes(archive)).toEqual(['false-end-record']);
  }
});

test('data before the archive, with and without adjusted offsets', () => {
  const prefix = Buffer.alloc(999, 0x41);
  const archive = readZip(Buffer.concat([prefix, makeArchive(entries)]));
  expect(contents(archive)).toEqual(both);
  expect(codes(archive)).toEqual(['prefixed-data']);

  const adjusted = makeArchive([{ name: 'pad', contents: prefix, method: 0 }, ...entries]);
  adjusted.fill(0x41, 0, 30 + 3 + prefix.length);
  const rest = readZip(adjusted);
  expect(rest.entries.slice(1).map((entry) => entry.read().length)).toEqual([CONTENTS.length, OTHER.length]);
  expect(errorOf(() => rest.entries[0]?.read())).toMatchObject({ code: 'corrupt', offset: 0 });
});

test('bytes before the directory and after the archive', () => {
  const archive = readZip(
    Buffer.concat([makeArchive(entries, { beforeDirectory: Buffer.alloc(64) }), Buffer.alloc(70_000)]),
  );
  expect(contents(archive)).toEqual(both);
  expect(codes(archive)).toEqual(['trailing-data']);
});

test('a wrong CRC and wrong sizes show when the contents are verified', () => {
  const archive = readZip(
    makeArchive([{ name: 'a', contents: CONTENTS, central: { crc: 1, size: CONTENTS.length + 9 } }]),
  );
  const entry = archive.entries[0];
  expect(entry?.read()).toEqual(CONTENTS);
  expect(entry?.verify(CONTENTS).map(({ code }) => code)).toEqual(['size-mismatch', 'crc-mismatch']);
});

test('sizes of zero in the directory hide nothing', () => {
  const archive = readZip(makeArchive([{ name: 'a', contents: CONTENTS, central: { size: 0 } }]));
  expect(archive.entries[0]?.read()).toEqual(CONTENTS);
});

test('duplicate names are all kept, the later ones numbered before the extension', () => {
  const names = [
    'x/classes.dex',
    'x/classes.dex',
    'x/classes#2.dex',
    'x/classes.dex',
    'x.y/none',
    'x.y/none',
    '.env',
    '.env',
  ];
  const archive = readZip(makeArchive(names.map((name, i) => ({ name, contents: Buffer.from([i]) }))));
  expect(archive.entries.map(({ name }) => name)).toEqual(names);
  expect(archive.entries.map(({ path, read }) => [path, read()[0]])).toEqual([
    ['x/classes.dex', 0],
    ['x/classes#2.dex', 1],
    ['x/classes#2#2.dex', 2],
    ['x/classes#3.dex', 3],
    ['x.y/none', 4],
    ['x.y/none#2', 5],
    ['.env', 6],
    ['.env#2', 7],
  ]);
  expect(codes(archive)).toEqual(['duplicate-name']);
  expect(archive.problems).toHaveLength(5);
});

test('a number that an entry already has is not given again', () => {
  const names = ['a#2.js', 'a.js', 'a.js', 'a.js'];
  const archive = readZip(makeArchive(names.map((name) => ({ name, contents: OTHER }))));
  expect(archive.entries.map(({ path }) => path)).toEqual(['a#2.js', 'a.js', 'a#3.js', 'a#4.js']);
});

test('odd names are kept and reported', () => {
  const names = ['../a', '/b', 'c\\d', 'e\0f', '', Buffer.from([0x66, 0xff])];
  const archive = readZip(makeArchive([...names, 'g/..h/i..j', 'k/'].map((name) => ({ name, contents: OTHER }))));
  expect(archive.problems.map(({ code, entry }) => [code, entry])).toEqual(
    ['../a', '/b', 'c\\d', 'e\0f', '', 'f\ufffd', 'k/'].map((name) => ['invalid-name', name]),
  );
  expect(archive.entries.every((entry) => entry.read().length === OTHER.length)).toBe(true);
});

test('a count that is too small hides nothing, one that is too large is damage', () => {
  const few = readZip(makeArchive(entries, { count: 1 }));
  expect(contents(few)).toEqual(both);
  expect(codes(few)).toEqual(['entry-count-mismatch']);
  const many = readZip(makeArchive(entries, { count: 3 }));
  expect(contents(many)).toEqual(both);
  expect(codes(many)).toEqual(['damaged-directory']);
});

test('an archive cut off is read from its local headers, with and without data descriptors', () => {
  for (const descriptor of [false, true]) {
    const whole = makeArchive(
      [...entries, { name: 'lost', contents: CONTENTS, method: 0 }].map((e) => ({ ...e, descriptor })),
    );
    const cut = whole.subarray(0, whole.indexOf('lost') + 20);
    const archive = readZip(cut);
    expect(archive.entries.map(({ name }) => name)).toEqual(['classes.dex', 'other.txt', 'lost']);
    expect(archive.entries.slice(0, 2).map((entry) => Buffer.from(entry.read()))).toEqual([CONTENTS, OTHER]);
    expect(archive.entries[0]?.verify(CONTENTS)).toEqual([]);
    expect(codes(archive)).toContain('missing-directory');
    if (!descriptor) expect(errorOf(() => archive.entries[2]?.read())).toMatchObject({ code: 'corrupt' });
  }
});

test('a directory damaged in the middle is completed from the local headers', () => {
  const bytes = makeArchive(entries);
  bytes[bytes.lastIndexOf('PK\x01\x02')] = 0;
  const archive = readZip(bytes);
  expect(contents(archive)).toEqual(both);
  expect(codes(archive)).toEqual(['damaged-directory']);
});

test('a cut archive is not taken for an archive that was stored in it', () => {
  const inner = makeArchive([{ name: 'inner', contents: OTHER }]);
  const outer = makeArchive([{ name: 'base.apk', contents: inner, method: 0 }, ...entries]);
  const archive = readZip(outer.subarray(0, outer.indexOf('other.txt')));
  expect(archive.entries.map(({ name }) => name)).toEqual(['base.apk', 'classes.dex']);
});

test('entries that share data are reported', () => {
  const bytes = makeArchive([
    { name: 'aaaa', contents: CONTENTS },
    { name: 'bbbb', contents: OTHER, central: { offset: 0 } },
  ]);
  expect(readZip(bytes).problems.filter(({ code }) => code === 'overlapping-data')).toMatchObject([{ entry: 'bbbb' }]);
});

test('bombs stop at the limits, and sizes that cannot be true cost nothing', () => {
  const zeros = Buffer.alloc(1 << 20);
  const bomb = makeArchive([
    { name: 'a', contents: zeros },
    { name: 'b', contents: zeros },
    { name: 'liar', contents: zeros, central: { size: 100 } },
    { name: 'claims 4 GB', contents: OTHER, central: { size: 0xfffffff0 } },
  ]);
  const tight = { maxEntries: 10, maxEntrySize: 1 << 20, maxRatio: 1_100, maxTotalSize: (1 << 20) + 100_000 };
  const archive = readZip(bomb, tight);
  const [a, b, liar, claims] = archive.entries;
  expect(a?.read()).toHaveLength(1 << 20);
  expect(errorOf(() => b?.read())).toMatchObject({ code: 'too-large' });
  expect(errorOf(() => liar?.read())).toMatchObject({ code: 'corrupt' });
  expect(claims?.read()).toEqual(OTHER);
  expect(codes(archive)).toEqual(['impossible-size', 'local-header-mismatch', 'over-budget']);
  expect(errorOf(() => readZip(bomb, { ...tight, maxEntrySize: 1000 }).entries[0]?.read()).code).toBe('too-large');
  expect(codes(readZip(bomb, { ...tight, maxEntries: 3 }))).toContain('too-many-entries');
});

test('a ratio may be forbidden, for entries that may become large', () => {
  const zeros = (size: number) => Buffer.alloc(size);
  const text = Buffer.from(Array.from({ length: 2 << 20 }, (_, at) => 65 + ((at * at) % 26)));
  const archive = readZip(
    makeArchive([
      { name: 'large', contents: zeros(2 << 20) },
      { name: 'small', contents: zeros(1 << 19) },
      { name: 'text', contents: text },
    ]),
    { ...DEFAULT_ZIP_LIMITS, maxRatio: 900 },
  );
  const [large, small, real] = archive.entries;
  expect(errorOf(() => large?.read())).toMatchObject({ code: 'too-large' });
  expect(archive.problems.map(({ entry, detail }) => [entry, detail])).toEqual([
    ['large', 'the entry inflates to more than 900 times its compressed size'],
  ]);
  expect([small?.read().length, real?.read().length]).toEqual([1 << 19, 2 << 20]);
});

test('65,535 entries and more, without ZIP64 as some writers do', () => {
  const many = Array.from({ length: 65_540 }, (_, i) => ({ name: `f${i}`, contents: Buffer.of(i & 255), method: 0 }));
  const archive = readZip(makeArchive(many, { count: 4 }));
  expect(archive.entries).toHaveLength(65_540);
  expect(archive.entries.at(-1)?.read()).toEqual(Buffer.of(65_539 & 255));
  expect(archive.problems).toEqual([]);
});

test('what is no archive is an error, an empty archive is not', () => {
  for (const bytes of [Buffer.alloc(0), Buffer.from('PK'), Buffer.alloc(100), Buffer.from('PK\x03\x04 and no more')]) {
    expect(errorOf(() => readZip(bytes))).toMatchObject({ code: 'not-an-archive', offset: 0 });
  }
  expect(readZip(makeArchive([]))).toEqual({ entries: [], problems: [] });
});

test('errors name the offset', () => {
  const bytes = makeArchive([{ name: 'a', contents: CONTENTS }]);
  bytes.fill(0xff, 31, 40);
  const error = errorOf(() => readZip(bytes).entries[0]?.read());
  expect(error.message).toBe('the compressed data are invalid (at byte 31)');
});

test('an entry that was inflated beforehand reads the same, once more too, and fails the same', async () => {
  const outcome = (read: () => Uint8Array): string => {
    try {
      return Buffer.from(read()).toString('latin1');
    } catch (error) {
      return String(error);
    }
  };
  const broken = { name: 'broken', contents: CONTENTS, data: Buffer.from('no deflate stream') };
  const made = makeArchive([...entries, broken]);
  // The stated size is too small.
  const tight = Buffer.from(makeArchive(entries));
  tight.writeUInt32LE(3, tight.indexOf('PK\u0001\u0002') + 24);
  for (const bytes of [APK, made, tight]) {
    const plain = readZip(bytes).entries;
    for (const [index, entry] of readZip(bytes).entries.entries()) {
      await entry.prepare();
      const expected = outcome(() => plain[index]?.read() ?? new Uint8Array());
      expect([outcome(entry.read), outcome(entry.read)]).toEqual([expected, expected]);
    }
  }
});
