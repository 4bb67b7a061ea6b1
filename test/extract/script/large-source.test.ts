import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript, extractScripts } from '../../../analyzers/extract/script/extract-script.ts';

const WATCH = compileScriptWatch(loadCatalogue());
/** Long enough to be taken for a bundle, which is tried as plain JavaScript first. */
const FILLING = 'export const r$ = [1, 2, 3];\n'.repeat(12_000);
const filled = () => {
  let count = 0;
  return FILLING.replace(/\$/g, () => String(count++));
};

test.each([
  ['plain JavaScript', 'uni.getLocation({});', 0],
  ['JSX', 'const screen = () => <View onPress={() => uni.getLocation({})} />;', 0],
  ['types of Flow', 'function locate(high: boolean): void { uni.getLocation({ high }); }', 0],
  ['an error', 'uni.getLocation({});\nfunction broken( {', 1],
])('a long file of hand-written shape with %s is read as a short one', (_, line, failures) => {
  const text = `${filled()}${line}\n`;
  expect(text.length).toBeGreaterThan(300 * 1024);
  const { facts, gaps } = extractScript('src/rows.js', new TextEncoder().encode(text), WATCH);
  expect(facts.map(({ value, at }) => [value, at.line])).toEqual([['uni.getLocation', 12_001]]);
  expect(gaps.length).toBe(failures);
});

test('members that an object gives thousands of names, which are called by them, are read in time', () => {
  const names = Array.from({ length: 16_000 }, (_, number) => `a${number}`);
  const text = `const readers = {${names.map((name) => `${name}: uni.getLocation,\n`).join('')}};\n${names.map((name) => `readers.${name}();\n`).join('')}`;
  const { facts, gaps } = extractScript('src/readers.js', new TextEncoder().encode(text), WATCH);
  expect(gaps).toEqual([]);
  expect(facts.filter(({ kind, value }) => kind === 'call' && value === 'uni.getLocation')).toHaveLength(names.length);
}, 10_000);

test('names that a large object does not have are looked for in time', () => {
  const names = Array.from({ length: 16_000 }, (_, number) => `a${number}`);
  const text = `const words = {${names.map((name) => `${name}: '${name}',\n`).join('')} getLocation: uni.getLocation };\n${names.map((name) => `words.x${name}.getLocation;\n`).join('')}words.getLocation();`;
  const { facts, gaps } = extractScript('src/words.js', new TextEncoder().encode(text), WATCH);
  expect(gaps).toEqual([]);
  expect(facts.map(({ value, at }) => [value, at.line])).toEqual([['uni.getLocation', 32_002]]);
}, 10_000);

test('modules that hand on what they import from one another, one behind the other, are followed in time', () => {
  const count = 600;
  const bytes = (text: string) => new TextEncoder().encode(text);
  const files = Array.from({ length: count }, (_, number) => ({
    path: `src/m${number}.js`,
    bytes: bytes(
      `export const f${number} = () => uni.getSystemInfoSync().model;\nexport * from './m${number + 1}.js';\n`,
    ),
  }));
  const main = `import { f0, f${count - 1} } from './m0.js';\nuni.request({ url: '/', data: f0() });\nf${count - 1}();\n`;
  const { facts, gaps } = extractScripts([...files, { path: 'src/main.js', bytes: bytes(main) }], WATCH);
  expect(gaps.map(({ detail }) => detail)).toEqual([
    'names lead through more others than are followed; what they stand for is not known',
  ]);
  const calls = facts.filter(({ value }) => value === 'uni.getSystemInfoSync');
  expect(calls).toHaveLength(count);
  expect(calls.filter(({ sinks }) => sinks !== undefined).map(({ at }) => at.file)).toEqual(['src/m0.js']);
}, 15_000);
