import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apk, changed, contentsOf, partsOf } from './apk-parts.ts';
import { edited } from './axml-edit.ts';
import { type Judged, judge } from './judged.ts';

/** An app of React Native as its tools build it: Metro's bundle, or in its place Hermes bytecode of another one. */
const parts = partsOf(readFileSync(new URL('../../samples/react-native/app.apk', import.meta.url)));
const BUNDLE = 'assets/index.android.bundle';
const bundle = contentsOf(parts, BUNDLE);
const hermes = readFileSync(new URL('../extract/script/four-forms/built/app.96.hbc', import.meta.url));

const withBundle = (contents: Buffer) => apk(changed(parts, /^assets\/index\.android\.bundle$/, () => ({ contents })));
const withText = (before: string, after: string) =>
  withBundle(Buffer.concat([Buffer.from(before), bundle, Buffer.from(after)]));
const plain = await judge(apk(parts));
const plainHermes = await judge(withBundle(hermes));

/** Facts without their places inside a file, sorted. */
const told = ({ facts }: Judged) =>
  facts.map(({ kind, value, args, data, at }) => JSON.stringify([at.file, at.class, kind, value, args, data])).sort();
const besidesBundle = ({ facts }: Judged) => facts.filter(({ at }) => at.file !== BUNDLE);
const material = ({ gaps }: Judged) => gaps.filter((gap) => gap.material).map(({ file, code }) => `${code} ${file}`);

test('the bundle and the bytecode have what is looked for', () => {
  for (const judged of [plain, plainHermes]) {
    expect(judged.facts.length - besidesBundle(judged).length).toBeGreaterThan(4);
    expect([material(judged), judged.tricks]).toEqual([[], []]);
  }
});

/** Modules that require each other in a circle, as Metro writes modules. */
const CIRCLE = [900_001, 900_002, 900_003]
  .map((id, i, all) => `__d(function(g,r,i,a,m,e,d){m.exports=r(d[0])},${id},[${all[(i + 1) % 3]}]);`)
  .join('\n');
const LYING_MAP = { version: 3, sources: ['/etc/passwd'], names: [], mappings: 'A'.repeat(50_000) };
const HUGE_MAP = { version: 3, sources: ['a.js'], names: [], mappings: `${'AAAA,'.repeat(1_000_000)}AAAA` };
const withMap = (map: object) =>
  `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;

test.each<[string, () => Buffer]>([
  ['20 MB more on one line', () => withText('', `;var filler="${'y'.repeat(20 * 1024 * 1024)}";`)],
  ['all of it on one line', () => withBundle(Buffer.from(bundle.toString('utf8').replaceAll('\n', ' ')))],
  ['an array of 1,000,000 elements', () => withText('', `;var wide=[${'1,'.repeat(1_000_000)}];`)],
  [
    'invalid UTF-8',
    () =>
      withBundle(Buffer.concat([Buffer.from('var odd="'), Buffer.from([0xff, 0xfe, 0xc0]), Buffer.from('";'), bundle])),
  ],
  ['a byte order mark', () => withText('\ufeff', '')],
  ['a hashbang', () => withText('#!/usr/bin/env node\n', '')],
  ['HTML comments', () => withText('<!-- a\n', '\n--> b\n')],
  ['modules that require each other in a circle', () => withText('', `\n${CIRCLE}`)],
  ['a map that points outside', () => withText('', '\n//# sourceMappingURL=../../../../etc/passwd')],
  ['a map that is itself', () => withText('', '\n//# sourceMappingURL=index.android.bundle')],
])('a bundle with %s: nothing changes', async (_, make) => {
  const judged = await judge(make());
  expect(told(judged)).toEqual(told(plain));
  expect({ ...judged, facts: [] }).toEqual({ ...plain, facts: [] });
});

test('a bundle with a map that is huge: nothing changes', async () => {
  expect(await judge(withText('', withMap(HUGE_MAP)))).toEqual(plain);
});

/** A map that leads every line to the same place, or to the same line of a source. */
const leading = (source: string) => ({ version: 3, sources: [source], names: [], mappings: 'AAAA;'.repeat(10_000) });

test.each([
  ['a file outside', leading('/etc/passwd')],
  ['a package whose code is told at its callers', leading('node_modules/react-native-device-info/index.js')],
  ['one file by segments that run on', LYING_MAP],
])('a bundle with a map that lies and leads all code to %s: not believed', async (_, map) => {
  const judged = await judge(withText('', withMap(map)));
  expect(told(judged)).toEqual(told(plain));
  expect([material(judged), judged.tricks, judged.head]).toEqual([[], [], plain.head]);
});

test.each([
  ['parentheses', '('.repeat(100_000), ')'.repeat(100_000)],
  ['blocks', '{'.repeat(100_000), '}'.repeat(100_000)],
  ['sums', '1+('.repeat(100_000), ')'.repeat(100_000)],
])(
  'a bundle that ends nested 100,000 deep in %s: read, or a gap that counts; the rest is read',
  async (_, open, close) => {
    const judged = await judge(withText('', `\n;${open}1${close};`));
    if (told(judged).length < told(plain).length) expect(material(judged)).toEqual([`too-large ${BUNDLE}`]);
    else expect(told(judged)).toEqual(told(plain));
    expect(besidesBundle(judged)).toEqual(besidesBundle(plain));
    expect(judged.tricks).toEqual([]);
  },
);

const FUNCTIONS = 40;
const STRINGS = 48;
const STRING_KINDS = 44;
const IDENTIFIERS = 52;
const HEADER = 128;
const FUNCTION = 16;
const functions = hermes.readUInt32LE(FUNCTIONS);
/** Behind the functions and the kinds and hashes of strings stands their table, 4 bytes a string. */
const table =
  HEADER + FUNCTION * functions + 4 * hermes.readUInt32LE(STRING_KINDS) + 4 * hermes.readUInt32LE(IDENTIFIERS);

test.each<[string, (copy: Buffer) => void]>([
  ['an unknown version', (copy) => void copy.writeUInt32LE(250, 8)],
  ['a count of functions that lies', (copy) => void copy.writeUInt32LE(0x00ffffff, FUNCTIONS)],
  ['a count of strings that lies', (copy) => void copy.writeUInt32LE(0x00ffffff, STRINGS)],
  ['function offsets out of range', (copy) => void copy.fill(0xff, HEADER, HEADER + FUNCTION * functions)],
])('Hermes bytecode with %s: a gap that counts, and the rest is read', async (_, edit) => {
  const judged = await judge(withBundle(edited(hermes, edit)));
  expect(new Set(material(judged).map((gap) => gap.split(' ')[1]))).toEqual(new Set([BUNDLE]));
  expect(besidesBundle(judged)).toEqual(besidesBundle(plainHermes));
});

test('Hermes functions of which one is out of range: the others are read', async () => {
  const last = HEADER + FUNCTION * (functions - 1);
  const judged = await judge(withBundle(edited(hermes, (copy) => void copy.fill(0xff, last, last + 4))));
  expect(judged.facts.length).toBeGreaterThan(plainHermes.facts.length - 5);
  expect(besidesBundle(judged)).toEqual(besidesBundle(plainHermes));
});

test('Hermes strings that overlap: nothing but what they name changes', async () => {
  const judged = await judge(withBundle(edited(hermes, (copy) => void copy.copy(copy, table, table + 4, table + 8))));
  expect(besidesBundle(judged)).toEqual(besidesBundle(plainHermes));
  expect(judged.facts.length).toBeGreaterThan(plainHermes.facts.length - 5);
  expect(material(judged)).toEqual([]);
});
