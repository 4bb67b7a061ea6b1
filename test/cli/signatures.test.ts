import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { afterAll, expect, test } from 'vitest';
import { shippedSignatures } from '../../analyzers/index.ts';
import type { SdkSignature } from '../../analyzers/model/signatures.ts';
import { candor } from './candor.ts';

const DOCS = fileURLToPath(new URL('../../docs/signatures.md', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../samples/native-java/app.apk', import.meta.url));
const own = mkdtempSync(join(tmpdir(), 'candor-own-'));
mkdirSync(join(own, 'sdks'));
afterAll(() => rmSync(own, { recursive: true, force: true }));

/** The complete example of the page, as a reader copies it. */
const example = /```json\n(\{\n {2}"names"[\s\S]*?\n\}\n)```/.exec(readFileSync(DOCS, 'utf8'))?.[1] ?? '';
const write = (name: string, text: string): void => writeFileSync(join(own, 'sdks', name), text);

test('the example of the page passes the test that it describes, and its SDK is listed as one of ones own', () => {
  write('acme.json', example);
  const run = candor('signatures', 'test', own);
  expect([run.code, run.out, run.err]).toEqual([0, '', ['candor: 1 signatures, 0 problems']]);
  const listed = candor('signatures', 'list', 'sdks', '--signatures', own).out.split('\n');
  expect(listed.filter((line) => line.endsWith('\town'))).toEqual(['sdks/acme\t艾可米统计SDK\town']);
  expect(listed.length).toBeGreaterThan(200);
  expect(candor('signatures', 'show', 'sdks/acme', '--signatures', own).out).toBe(example);
});

test('problems of own signatures are listed, one a line, and end with 1', () => {
  const broken = JSON.parse(example) as SdkSignature;
  broken.declared = ['no-such-type'];
  broken.packages = ['cn.jpush.android'];
  write('acme.json', `${JSON.stringify(broken, null, 2)}\n`);
  const run = candor('signatures', 'test', own);
  expect(run.code).toBe(1);
  expect(run.out.split('\n')).toEqual(
    expect.arrayContaining([
      'sdks/acme.json: data-type-unknown: no-such-type',
      'sdks/acme.json: shared-mark: packages: cn.jpush.android is also of jpush',
      'sdks/acme.json: hit-missed: class:com.acme.analytics.Tracker',
    ]),
  );
  write('acme.json', '{');
  expect(candor('signatures', 'test', own).out).toMatch(/^sdks\/acme\.json: shape: \$: not JSON/);
});

test('own signatures take part in a scan and replace those of the package', () => {
  const native = JSON.parse(example) as SdkSignature;
  native.packages = ['com.example.sample'];
  native.examples = { hit: ['class:com.example.sample.A'], miss: ['class:com.example.samples.A'] };
  write('acme.json', `${JSON.stringify(native, null, 2)}\n`);
  const found = (...args: string[]): string[] =>
    JSON.parse(candor('facts', SAMPLE, '--format', 'json', ...args).out).sdks.map(({ id }: { id: string }) => id);
  const without = found();
  expect(without.length).toBeGreaterThan(0);
  const replaced = without[0] ?? '';
  write(`${replaced}.json`, `${JSON.stringify({ ...native, packages: ['com.acme.other'] }, null, 2)}\n`);
  expect(found('--signatures', own)).not.toContain(replaced);
  rmSync(join(own, 'sdks', `${replaced}.json`));
});

test('a folder that is none, or holds nothing, and an unknown signature are errors of one line', () => {
  expect(candor('facts', SAMPLE, '--signatures', join(own, 'none'))).toMatchObject({
    code: 2,
    err: [expect.stringMatching(/cannot be read/)],
  });
  expect(candor('signatures', 'test', SAMPLE).code).toBe(2);
  expect(candor('signatures', 'show', 'sdks/none').err).toEqual([
    'candor: sdks/none: no such signature; see candor signatures list',
  ]);
});

test('every signature keeps to the published schema, and a wrong one does not', () => {
  const path = fileURLToPath(new URL('../../dist/signature.schema.json', import.meta.url));
  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(path, 'utf8')));
  const wrong = [...shippedSignatures()].filter(([, text]) => !validate(JSON.parse(text))).map(([file]) => file);
  expect(wrong).toEqual([]);
  expect(validate({ ...JSON.parse(example), colour: 'red' })).toBe(false);
});
