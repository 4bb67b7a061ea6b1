import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extract, extractBytes } from './script-catalogue.ts';

const SEED = [
  "import C, { Clipboard as D } from '@react-native-clipboard/clipboard';",
  "const { a: { b = navigator }, ...rest } = require('react-native-device-info');",
  `class A extends C { static { C.getString(); } #x = 1; get [rest.x]() { return uni[\`get\${'Location'}\`]({ a: [1] }); } }`,
  '(function (w, ...r) { for (const k of r) w[k]?.(k); switch (w) { case 1: let q = w; } })(window, 1);',
  'label: try { plus.device.imei } catch ({ message }) { break label; } finally { async () => { for await (x of y); } }',
  'export default <C.View a={D} {...rest}>{/* c */}<b.c /></C.View>;',
].join('\n');

const PATHS = ['a.js', 'a.ts', 'a.tsx', 'a.vue', 'a.html', 'a.bundle', 'a.jsc'];

function sane(bytes: Uint8Array, path: string): void {
  const first = extractBytes(bytes, path);
  const { facts, gaps } = first;
  for (const { at } of facts) {
    expect(at.line).toBeGreaterThan(0);
    expect(at.column).toBeGreaterThan(0);
  }
  for (const gap of gaps) expect(gap.detail).not.toBe('');
  expect(extractBytes(bytes, path)).toEqual(first);
}

test('the seed is read whole', () => {
  expect(extract(SEED)).toMatchObject({ gaps: [] });
  expect(extract(SEED).facts.map(({ value }) => value)).toContain('uni.getLocation');
});

test('any mutation of a script gives the same result twice, and no exception', () => {
  const seed = new TextEncoder().encode(SEED);
  const edit = fc.record({
    at: fc.nat(seed.length - 1),
    remove: fc.nat(12),
    insert: fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '{',
        '}',
        '[',
        ']',
        '`',
        '"',
        '/',
        '<',
        '=>',
        '...',
        'await ',
        'yield ',
        '\u2028',
        '${',
        '\\',
      ),
      fc.string({ maxLength: 4, unit: 'binary' }),
    ),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), fc.constantFrom(...PATHS), (edits, path) => {
      let bytes: Uint8Array = seed;
      for (const { at, remove, insert } of edits) {
        bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(insert), bytes.subarray(at + remove)]);
      }
      sane(bytes, path);
    }),
    { numRuns: 150 },
  );
});

test('any bytes are a result or a gap', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(...PATHS), (bytes, path) => sane(bytes, path)),
    { numRuns: 300 },
  );
});

const CUT = 'names lead through more others than are followed; what they stand for is not known';

test('code made to be resolved for ever ends', () => {
  const chain = Array.from({ length: 3000 }, (_, at) => `v${at + 1} = c ? v${at} : (v${at} || [v${at}, ...v${at}])`);
  const shapes = [
    `var v0 = uni, ${chain.join(', ')}; v3000.getLocation({ a: v3000, b: [v3000, v3000] });`,
    `var o = {}; ${'o.a = { ...o, ...o.a, b: o.a };'.repeat(500)} o.a.a.a.getLocation();`,
    `var k = ''; ${'k = k + k + (c ? "a" : "b");'.repeat(500)} uni[k]();`,
    `uni.getLocation(${'{ a: ['.repeat(100)}1${'] }'.repeat(100)});`,
    `const a = [${'a,'.repeat(200)}]; ${'uni.getLocation(a);'.repeat(300)}`,
    `const ${'{ a: '.repeat(300)}b${' }'.repeat(300)} = uni; b.getLocation();`,
    `${'x('.repeat(300)}uni.getLocation${')'.repeat(300)}`,
  ];
  const [first, ...others] = shapes.map((shape) => extract(shape).gaps.map(({ detail }) => detail));
  expect(first).toEqual([CUT]);
  expect(others.flat()).toEqual([]);
});

test('tens of thousands of calls and values of one variable, side by side', () => {
  const [values, calls] = ['a=uni;'.repeat(40_000), 'a.getLocation({});'.repeat(30_000)];
  const { facts, gaps } = extract(`var a;${values}if(a.agree)f();${calls}`);
  expect(gaps.map(({ detail }) => detail)).toEqual([CUT]);
  expect(facts).toHaveLength(30_000);
});

test('conditions whose variables have many values, of variables that have many values', () => {
  const level = (at: number) => `v${at + 1}=v${at};`.repeat(300);
  const guarded = `${Array.from({ length: 8 }, (_, at) => level(at)).join('')}if(!v8)return;`;
  const { facts } = extract(`var v0,v1,v2,v3,v4,v5,v6,v7,v8;function f(){${guarded}uni.getLocation({});}f();`);
  expect(facts).toHaveLength(1);
});
