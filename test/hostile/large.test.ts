import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { HandmadeEntry } from '../formats/zip/handmade-archive.ts';
import { apk, changed, realParts } from './apk-parts.ts';
import { deepHierarchy, giantMethod, sharedEndlessFields } from './large-dex.ts';
import { deepManifest, manyComponents } from './large-manifest.ts';
import { scanned } from './scanned.ts';

const MEBIBYTE = 1024 * 1024;
const parts = realParts('io.appium.settings/apks/settings_apk-debug.apk');
const stock = scanned('stock.apk', apk(parts));

test('the APK as it is has nothing unread', () => {
  expect(stock.material).toEqual([]);
  expect(stock.report.evidence.length).toBeGreaterThan(100);
});

test.each(['nothing', 'branches', 'own-calls'] as const)(
  '10 MB of DEX in one method of %s: read to its end',
  (filling) => {
    const { report, material } = scanned('giant.dex', giantMethod(10 * MEBIBYTE, filling));
    expect(material).toEqual([]);
    expect(report.evidence.map(({ data }) => data)).toContain('imei');
  },
);

test('10 MB of nothing but sensitive calls: as many as the limit, and a gap', () => {
  const { code, report, material } = scanned('calls.dex', giantMethod(10 * MEBIBYTE, 'calls'));
  expect(code).toBe(3);
  expect(material).toEqual(['over-budget calls.dex']);
  expect(report.evidence.length).toBeLessThanOrEqual(100_000);
});

test('a class hierarchy 50,000 deep', () => {
  const { report, material } = scanned('deep.dex', deepHierarchy(50_000));
  expect(material).toEqual([]);
  expect(report.evidence.map(({ data }) => data)).toContain('imei');
});

test('20,000 classes that share a list of fields without end', () => {
  const { report, material } = scanned('fields.dex', sharedEndlessFields(20_000, 4 * MEBIBYTE));
  expect(material).toEqual(['corrupt fields.dex', 'over-budget fields.dex']);
  expect(report.evidence).toEqual([]);
});

test.each<[string, () => Uint8Array, string[]]>([
  ['10 MB in one method', () => giantMethod(10 * MEBIBYTE, 'branches'), []],
  // Its calls are more work than its size explains.
  ['classes 50,000 deep', () => deepHierarchy(50_000), ['over-budget classes.dex']],
])('a DEX file with %s beside those of an app: both are read', (_, make, expected) => {
  const { report, material } = scanned(
    'beside.apk',
    apk([...parts, { name: 'classes10.dex', contents: Buffer.from(make()) }]),
  );
  expect(material).toEqual(expected);
  expect(report.evidence.filter(({ at }) => at.file === 'classes10.dex').map(({ data }) => data)).toContain('imei');
  const inApp = ({ evidence }: typeof report) =>
    evidence
      .filter(({ at }) => at.file !== 'classes10.dex')
      .map(({ data, api, at }) => JSON.stringify([data, api, at]));
  expect(inApp(report)).toEqual(inApp(stock.report));
});

test('a manifest with 100,000 components, and one nested 100,000 deep', () => {
  const withManifest = (bytes: Uint8Array) =>
    apk(changed(parts, /^AndroidManifest\.xml$/, () => ({ contents: Buffer.from(bytes) })));
  const many = scanned('many.apk', withManifest(manyComponents(100_000)));
  // None of the components is in the DEX files.
  expect(many.material).toEqual(['packed AndroidManifest.xml']);
  expect(many.report.input.package).toBe('org.example.many');
  const deep = scanned('nested.apk', withManifest(deepManifest(100_000)));
  expect(deep.report.input.package).toBe('org.example.many');
});

const AROUND: [string, string, string][] = [
  ['parentheses', '(', ')'],
  ['blocks', '{', '}'],
  ['functions', 'function f(){', '}'],
  ['template strings', '`${', '}`'],
  ['conditionals', 'a?(', '):b'],
  ['sums', '1+(', ')'],
];

test.each(AROUND)('a script nested 100,000 deep in %s: a gap that counts', (name, open, close) => {
  const text = `${open.repeat(100_000)}1${close.repeat(100_000)};uni.getLocation({});`;
  const { code, material } = scanned(`${name}.js`, Buffer.from(text));
  expect([code, material]).toEqual([3, [`too-large ${name}.js`]]);
});

test.each(AROUND)('a script nested 10,000 deep in %s is read', (name, open, close) => {
  const text = `${open.repeat(10_000)}1${close.repeat(10_000)};uni.getLocation({});`;
  const { report, material } = scanned(`${name}.js`, Buffer.from(text));
  expect(material).toEqual([]);
  expect(report.evidence).toHaveLength(1);
});

test('a chain of 5,000 calls, and 1,500 methods of one object: nothing takes the square of their number', () => {
  const chain = scanned('chain.js', Buffer.from(`p${'\n.then(() => uni.getLocation({}))'.repeat(5_000)};`));
  expect(chain.material).toEqual(['over-budget chain.js']);
  expect(chain.report.evidence).toHaveLength(5_000);
  const numbers = Array.from({ length: 1_500 }, (_, number) => number);
  const methods = numbers.map((number) => `m${number}() { return uni.getLocation({}); },`).join('\n');
  const calls = numbers.map((number) => `o.m${number}();`).join('\n');
  const hub = scanned('hub.js', Buffer.from(`const o = {\n${methods}\n};\n${calls}\n`));
  expect(hub.material).toEqual([]);
  expect(hub.report.evidence).toHaveLength(1_500);
});

test('3 MB of broken script in 200,000 lines: what stands around the error is read', () => {
  const text = `uni.getLocation({});\nfunction broken( {\n${'  a(1, 2, 3);\n'.repeat(200_000)}}\n`;
  const { report, material } = scanned('broken.js', Buffer.from(text));
  expect(material).toEqual(['corrupt broken.js']);
  expect(report.evidence).toHaveLength(1);
});

test('20 MB of script in one line', () => {
  const text = `${'a(1);'.repeat(1_000)}x="${'y'.repeat(20 * MEBIBYTE)}";uni.getLocation({});`;
  const { report, material } = scanned('line.js', Buffer.from(text));
  expect(material).toEqual([]);
  expect(report.evidence).toHaveLength(1);
});

test('100,000 members and 1,000,000 elements in one expression are read', () => {
  for (const text of [`a${'.b'.repeat(100_000)}`, `x=[${'1,'.repeat(1_000_000)}]`]) {
    const { report, material } = scanned('wide.js', Buffer.from(`${text};uni.getLocation({});`));
    expect(material).toEqual([]);
    expect(report.evidence).toHaveLength(1);
  }
});

test('an APK with 65,535 entries reads as without them', () => {
  const more = Array.from(
    { length: 65_535 - parts.length },
    (_, i): HandmadeEntry => ({ name: `res/r/${i}.png`, contents: Buffer.alloc(120, 'x'), method: 0 }),
  );
  const { report, material } = scanned('entries.apk', apk([...parts, ...more]));
  expect(material).toEqual([]);
  expect(report.evidence).toEqual(stock.report.evidence);
});

const BOMB = 500 * MEBIBYTE;
const zeros = deflateRawSync(Buffer.alloc(BOMB), { level: 9 });

/** 500 MB in half a megabyte. */
function bomb(name: string): HandmadeEntry {
  return { name, contents: Buffer.alloc(0), data: zeros, method: 8, central: { size: BOMB }, local: { size: BOMB } };
}

test.each<[string, string[], string[]]>([
  ['an asset', ['assets/zeros.bin'], []],
  ['a DEX file', ['classes10.dex'], ['too-large classes10.dex']],
  [
    'eight DEX files',
    Array.from({ length: 8 }, (_, i) => `classes${i + 10}.dex`),
    Array.from({ length: 8 }, (_, i) => `too-large classes${i + 10}.dex`),
  ],
  ['a script', ['assets/www/x.js'], ['too-large assets/www/x.js']],
  ['eight libraries', Array.from({ length: 8 }, (_, i) => `lib/arm64-v8a/lib${i}.so`), []],
  ['an archive', ['assets/x.zip'], []],
])('a bomb of 1:1000 as %s: the rest is read', (_, names, expected) => {
  const { report, material } = scanned('bomb.apk', apk([...parts, ...names.map(bomb)]));
  expect(material).toEqual(expected);
  expect(report.evidence.length).toBe(stock.report.evidence.length);
});

test('archives in archives, 60 deep: opened as far as the limit', () => {
  let inner = apk([{ name: 'a.js', contents: Buffer.from('x') }]);
  for (let i = 0; i < 60; i++) inner = apk([{ name: 'n.zip', contents: inner }]);
  const { material } = scanned('nest.apk', apk([...parts, { name: 'assets/n.zip', contents: inner }]));
  expect(material).toEqual(['over-budget assets/n.zip!n.zip!n.zip!n.zip']);
});
