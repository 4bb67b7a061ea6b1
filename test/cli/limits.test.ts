import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS, LIMIT_NAMES } from '../../analyzers/index.ts';
import { readConfig } from '../../cli/config/read-config.ts';
import { readLimit } from '../../cli/limits.ts';
import { candor } from './candor.ts';

const APK = fileURLToPath(new URL('../../samples/native-java/app.apk', import.meta.url));
const POLICY = fileURLToPath(new URL('../../samples/native-java/policy.md', import.meta.url));

test('docs/limits.md lists every limit with its default', () => {
  const text = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8');
  const rows = [...text.matchAll(/^\| `(\w+)` \| (\d+)(M?) \|/gm)].map(([, name, digits, unit]) => [
    name,
    Number(digits) * (unit === 'M' ? 1024 * 1024 : 1),
  ]);
  const expected = LIMIT_NAMES.map((name) => [name, name === 'inputSize' ? 2047 * 1024 * 1024 : DEFAULT_LIMITS[name]]);
  expect(rows).toEqual(expected);
});

test('policySize=40 cuts a policy, and the reading says so', () => {
  const run = candor('policy', POLICY, '--limit', 'policySize=40', '--format', 'json');
  expect(JSON.parse(run.out).gaps).toMatchObject([{ stage: 'policy', code: 'too-large', material: false }]);
});

test('--limit takes bytes and powers of 1024', () => {
  expect(readLimit('files=20', {})).toEqual({ files: 20 });
  expect(readLimit('dexSize=3m', { files: 20 })).toEqual({ files: 20, dexSize: 3 * 1024 * 1024 });
  for (const wrong of [
    'files',
    'files=',
    'files=0',
    'files=-1',
    'files=1.5',
    'files=1T',
    'files=99999999999',
    'x=1',
    '__proto__=1',
    '=1',
  ]) {
    expect(() => readLimit(wrong, {})).toThrow(/^expected /);
  }
});

test('a configuration may hold limits', () => {
  expect(readConfig('{ "limits": { "nesting": 1 } }', 'c.json').limits).toEqual({ nesting: 1 });
  expect(() => readConfig('{ "limits": { "nesting": 0 } }', 'c.json')).toThrow('limits.nesting must be a whole number');
  expect(() => readConfig('{ "limits": { "depth": 1 } }', 'c.json')).toThrow('limits.depth is unknown');
});

test.each([
  ['dexSize=100', 'dex', 'too-large', 'classes.dex'],
  ['dexTotal=100', 'dex', 'over-budget', 'classes.dex'],
  ['factsOfFile=2', 'dex', 'over-budget', 'classes.dex'],
  ['facts=3', 'unpack', 'over-budget', 'app.apk'],
  ['dexSteps=100', 'dex', 'over-budget', 'classes.dex'],
  ['graphSteps=1', 'dex', 'over-budget', 'classes.dex'],
  ['reportSize=200', 'unpack', 'over-budget', 'app.apk'],
  ['archiveEntries=2', 'unpack', 'over-budget', 'app.apk'],
  ['entrySize=100', 'unpack', 'too-large', 'AndroidManifest.xml'],
  ['archiveSize=100', 'unpack', 'over-budget', 'AndroidManifest.xml'],
  ['poolSize=100', 'manifest', 'corrupt', 'AndroidManifest.xml'],
])('%s cuts, and the scan says so and is incomplete', (limit, stage, code, file) => {
  const run = candor('scan', APK, '--limit', limit, '--fail-on', 'none', '--format', 'json');
  expect(run.code).toBe(3);
  expect(JSON.parse(run.out).gaps).toContainEqual(expect.objectContaining({ stage, code, file, material: true }));
});

test('stringSize cuts strings of code, which is no reason to fail', () => {
  const run = candor('scan', APK, '--limit', 'stringSize=20', '--fail-on', 'none', '--format', 'json');
  expect(run.code).toBe(0);
  expect(JSON.parse(run.out).gaps).toContainEqual({
    stage: 'dex',
    file: 'classes.dex',
    code: 'too-large',
    detail: 'strings of more than 20 bytes were read up to there',
    material: false,
  });
});

test('syntaxDepth cuts scripts', () => {
  const bundle = fileURLToPath(new URL('../../samples/react-native/app.apk', import.meta.url));
  const run = candor('scan', bundle, '--limit', 'syntaxDepth=3', '--fail-on', 'none', '--format', 'json');
  expect(run.code).toBe(3);
  expect(JSON.parse(run.out).gaps).toMatchObject([{ stage: 'script', code: 'too-large', material: true }]);
});

test('an input over its limit is refused, and so is a limit that does not exist', () => {
  const small = candor('scan', APK, '--limit', 'inputSize=1K');
  expect([small.code, small.err.length]).toEqual([2, 1]);
  const unknown = candor('facts', APK, '--limit', 'depth=3');
  expect([unknown.code, unknown.err.length]).toEqual([2, 1]);
});
