import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scan } from '../../analyzers/index.ts';
import { buildDex, withSums } from '../formats/dex/dex-builder.ts';
import { apk, changed, contentsOf, realParts, without } from './apk-parts.ts';
import { chunksOf, edited, STRING_POOL } from './axml-edit.ts';
import { anywhere, judge, written } from './judged.ts';
import { upxPacked } from './upx.ts';

const parts = realParts('io.appium.settings/apks/settings_apk-debug.apk');
const plain = await judge(apk(parts));
const manifest = contentsOf(parts, 'AndroidManifest.xml');
const resources = contentsOf(parts, 'resources.arsc');
const code = contentsOf(parts, 'classes3.dex');
const replaced = (name: string, contents: Uint8Array) =>
  apk(parts.map((part) => (part.name === name ? { name, contents: Buffer.from(contents) } : part)));
const withCode = (bytes: Uint8Array) => replaced('classes3.dex', withSums(new Uint8Array(bytes)));
const material = ({ gaps }: Awaited<ReturnType<typeof judge>>) =>
  gaps.filter((gap) => gap.material).map(({ file, code: why }) => `${why} ${file}`);
/** Facts of all files but one. */
const besides = (file: string, { facts }: Awaited<ReturnType<typeof judge>>) =>
  facts.filter(({ at }) => at.file !== file);

const CLASS_DEFS = 0x60;
const CLASS_RECORD = 32;
const INTERFACES = 12;

/** Every class record of a DEX file gets a list of interfaces. @param typesOf of the types of all classes and one's place */
function withInterfaces(bytes: Buffer, typesOf: (types: number[], i: number) => number[]): Buffer {
  const [count, from] = [bytes.readUInt32LE(CLASS_DEFS), bytes.readUInt32LE(CLASS_DEFS + 4)];
  const records = Array.from({ length: count }, (_, i) => from + CLASS_RECORD * i);
  const types = records.map((record) => bytes.readUInt32LE(record));
  const lists = types.map((_, i) => {
    const wanted = typesOf(types, i);
    const list = Buffer.alloc(4 + 2 * wanted.length + (wanted.length % 2) * 2);
    list.writeUInt32LE(wanted.length, 0);
    for (const [k, type] of wanted.entries()) list.writeUInt16LE(type, 4 + 2 * k);
    return list;
  });
  const whole = Buffer.concat([bytes, ...lists]);
  let at = bytes.length;
  for (const [i, record] of records.entries()) {
    whole.writeUInt32LE(at, record + INTERFACES);
    at += lists[i]?.length ?? 0;
  }
  whole.writeUInt32LE(whole.length, 0x20);
  return whole;
}

test.each<[string, (types: number[], i: number) => number[]]>([
  ['interfaces in a circle', (types, i) => [types[(i + 1) % types.length] ?? 0]],
  ['classes that are interfaces of themselves', (types, i) => [types[i] ?? 0]],
  ['classes that all are interfaces of each other', (types) => types.slice(0, 200)],
])('%s: the code is read and followed', async (_, typesOf) => {
  const bytes = withCode(withInterfaces(code, typesOf));
  const { facts, head } = await judge(bytes);
  expect(anywhere(facts)).toEqual(anywhere(plain.facts));
  expect(head).toEqual(plain.head);
  const report = await scan(written('circle.apk', bytes), { jobs: 1 });
  expect(report.evidence.length).toBeGreaterThan(100);
});

const PACKAGE = 0x0200;
const TYPE = 0x0201;
const COMPLEX = 1;

/** Where the parents of styles and other bags stand in a resource table. */
function parentsIn(table: Buffer): number[] {
  const found: number[] = [];
  const visit = (from: number, to: number): void => {
    for (let at = from; at + 8 <= to; at += Math.max(8, table.readUInt32LE(at + 4))) {
      const [kind, head] = [table.readUInt16LE(at), table.readUInt16LE(at + 2)];
      if (kind === PACKAGE) visit(at + head, Math.min(to, at + table.readUInt32LE(at + 4)));
      if (kind !== TYPE || table.readUInt8(at + 9) !== 0) continue;
      const [count, entries] = [table.readUInt32LE(at + 12), at + table.readUInt32LE(at + 16)];
      for (let i = 0; i < count; i++) {
        const offset = table.readUInt32LE(at + head + 4 * i);
        if (offset !== 0xffffffff && (table.readUInt16LE(entries + offset + 2) & COMPLEX) !== 0)
          found.push(entries + offset + 8);
      }
    }
  };
  visit(12, table.length);
  return found;
}

test('styles whose parents go in a circle: nothing changes', async () => {
  const parents = parentsIn(resources);
  expect(parents.length).toBeGreaterThan(20);
  const ids = parents.map((at) => resources.readUInt32LE(at)).filter((id) => id !== 0);
  const circle = edited(resources, (copy) => {
    for (const [i, at] of parents.entries()) copy.writeUInt32LE(ids[(i + 1) % ids.length] ?? 0x7f010000, at);
  });
  const { facts, head, tricks } = await judge(replaced('resources.arsc', circle));
  expect([facts, head, tricks]).toEqual([plain.facts, plain.head, []]);
});

const pool = chunksOf(manifest).find(({ type }) => type === STRING_POOL) ?? { offset: 0, size: 0 };
const starts = pool.offset + manifest.readUInt32LE(pool.offset + 20);
/** A string that no attribute of importance has. */
const LAST = manifest.readUInt32LE(pool.offset + 8) - 1;

test.each<[string, (copy: Buffer) => void]>([
  [
    'a chunk that runs past the end',
    (copy) => void copy.writeUInt32LE(0x7fffffff, (chunksOf(manifest).at(-1)?.offset ?? 0) + 4),
  ],
  ['styles of strings that are missing', (copy) => void copy.writeUInt32LE(5, pool.offset + 12)],
  ['a string offset out of range', (copy) => void copy.writeUInt32LE(0x7ffffff0, pool.offset + 28 + 4 * LAST)],
  [
    'a string whose lengths disagree and that does not end',
    (copy) =>
      void copy.fill(
        0xff,
        starts + copy.readUInt32LE(pool.offset + 28 + 4 * LAST),
        starts + copy.readUInt32LE(pool.offset + 28 + 4 * LAST) + 2,
      ),
  ],
  ['a wrong total size', (copy) => void copy.writeUInt32LE(copy.length + 64, 4)],
])('a manifest with %s is read', async (_, edit) => {
  const { head, facts } = await judge(replaced('AndroidManifest.xml', edited(manifest, edit)));
  expect(head).toMatchObject({ input: { package: 'io.appium.settings' } });
  const inCode = (all: typeof facts) => all.filter(({ at }) => at.file.endsWith('.dex'));
  expect(inCode(facts)).toEqual(inCode(plain.facts));
});

test('a manifest with thousands of empty strings is read', async () => {
  const empty = Buffer.alloc(4 * 5000);
  const at = pool.offset + 28 + 4 * (LAST + 1);
  const whole = Buffer.concat([manifest.subarray(0, at), empty, manifest.subarray(at)]);
  for (const where of [4, pool.offset + 4, pool.offset + 20])
    whole.writeUInt32LE(manifest.readUInt32LE(where) + empty.length, where);
  whole.writeUInt32LE(LAST + 1 + 5000, pool.offset + 8);
  const { head, facts } = await judge(replaced('AndroidManifest.xml', whole));
  expect([facts, head]).toEqual([plain.facts, plain.head]);
});

/** Where the code items of a DEX file's classes begin, from the map at its end. */
function codeItems(bytes: Buffer): { offset: number; count: number } {
  const map = bytes.readUInt32LE(0x34);
  const items = Array.from({ length: bytes.readUInt32LE(map) }, (_, i) => map + 4 + 12 * i);
  const found = items.find((item) => bytes.readUInt16LE(item) === 0x2001) ?? 0;
  return { offset: bytes.readUInt32LE(found + 8), count: bytes.readUInt32LE(found + 4) };
}

test.each<[string, (copy: Buffer, item: number) => void, boolean]>([
  [
    'a code item that claims more than the file has',
    (copy, item) => void copy.writeUInt32LE(0x7fffffff, item + 12),
    true,
  ],
  ['try blocks out of range', (copy, item) => void copy.writeUInt16LE(0xffff, item + 6), false],
  ['a branch into an operand', (copy, item) => void copy.writeUInt16LE(0x0128, item + 16), false],
  ['a payload that is not aligned', (copy, item) => void copy.writeUInt16LE(0x0100, item + 16), false],
  ['65,535 registers', (copy, item) => void copy.writeUInt16LE(0xffff, item), false],
])('%s: the rest is read', async (_, edit, gap) => {
  const judged = await judge(withCode(edited(code, (copy) => edit(copy, codeItems(copy).offset))));
  expect(besides('classes3.dex', judged)).toEqual(besides('classes3.dex', plain));
  expect(judged.facts.length).toBeGreaterThan(plain.facts.length - 5);
  if (gap) expect(material(judged)).toEqual(['corrupt classes3.dex']);
});

test('code items that overlap: the rest is read', async () => {
  const { offset } = codeItems(code);
  const longer = edited(code, (copy) => void copy.writeUInt32LE(copy.readUInt32LE(offset + 12) + 40, offset + 12));
  const judged = await judge(withCode(longer));
  expect(besides('classes3.dex', judged)).toEqual(besides('classes3.dex', plain));
});

test('a string without terminator, and one with NUL and lone surrogates: the rest is read', async () => {
  const cut = edited(code, (copy) => {
    const last = copy.readUInt32LE(copy.readUInt32LE(0x3c) + 4 * (copy.readUInt32LE(0x38) - 1));
    copy.fill(0x41, last + 1, last + 1 + (copy[last] ?? 0) + 1);
  });
  expect(besides('classes3.dex', await judge(withCode(cut)))).toEqual(besides('classes3.dex', plain));
  const CALL: [string, string] = ['Landroid/telephony/TelephonyManager;', 'getDeviceId'];
  const odd = buildDex(
    ['La/\ud800;', 'La/\u0000;', 'La/\u0430pp;'].map((name) => ({
      name,
      methods: [{ name: 'm', code: (ids) => [0x0071, ids.method(...CALL), 0, 0x000e] }],
    })),
    { references: [CALL] },
  );
  const { facts, tricks } = await judge(apk([...parts, { name: 'classes10.dex', contents: Buffer.from(odd) }]));
  expect(facts.filter(({ at }) => at.file === 'classes10.dex').map(({ at }) => at.class)).toHaveLength(3);
  expect(tricks.every((trick) => trick.startsWith('dex/misleading-name'))).toBe(true);
});

test('a native library that UPX has packed: told, and a gap that counts', async () => {
  const library = readFileSync(new URL('../extract/native/fixtures/libprobe.so', import.meta.url));
  const judged = await judge(apk([...parts, { name: 'lib/x86_64/libprobe.so', contents: upxPacked(library) }]));
  expect(judged.tricks).toEqual(['elf/packed lib/x86_64/libprobe.so', 'elf/section-headers lib/x86_64/libprobe.so']);
  expect(material(judged)).toEqual(['packed lib/x86_64/libprobe.so']);
  expect(anywhere(judged.facts.filter(({ at }) => at.file.endsWith('.dex')))).toEqual(
    anywhere(plain.facts.filter(({ at }) => at.file.endsWith('.dex'))),
  );
});

test('a native library for a machine that does not exist is read', async () => {
  const library = readFileSync(new URL('../extract/native/fixtures/libprobe.so', import.meta.url));
  const judged = async (bytes: Buffer) =>
    (await judge(apk([...parts, { name: 'lib/x86_64/libprobe.so', contents: bytes }]))).facts;
  expect(await judged(edited(library, (copy) => void copy.writeUInt16LE(0x7777, 18)))).toEqual(await judged(library));
});

test('scripts that import each other in a circle are read', async () => {
  const script = (next: string) =>
    Buffer.from(`import { f } from './${next}.js';\nexport { f };\nuni.getLocation({});\nf();`);
  const judged = await judge(
    apk([
      ...parts,
      ...['a', 'b', 'c'].map((name, i) => ({ name: `assets/www/${name}.js`, contents: script('bca'[i] ?? '') })),
    ]),
  );
  expect(judged.facts.filter(({ value }) => value === 'uni.getLocation')).toHaveLength(3);
});

test('an APK whose code is gone, with an application class: the code is hidden', async () => {
  const judged = await judge(
    apk(without(parts, /^classes\d*\.dex$/).concat(parts.filter(({ name }) => name === 'classes9.dex'))),
  );
  expect(material(judged)).toContain('packed AndroidManifest.xml');
});

test('a name that ends like a folder, for code', async () => {
  const judged = await judge(apk(changed(parts, /^classes3\.dex$/, () => ({ name: 'classes3.dex/' }))));
  expect(judged.tricks).toContain('zip/invalid-name classes3.dex/');
});
