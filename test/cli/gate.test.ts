import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { validatorFor } from '../report-schema.ts';
import { candorIn } from './candor.ts';

const sample = (path: string) => fileURLToPath(new URL(`../../samples/${path}`, import.meta.url));

const repository = mkdtempSync(join(tmpdir(), 'candor-gate-'));
const config = join(repository, 'candor.config.json');
afterAll(() => rmSync(repository, { recursive: true, force: true }));

beforeAll(() => {
  cpSync(sample('typescript-folder/app'), join(repository, 'app'), { recursive: true });
  cpSync(sample('typescript-folder/policy.md'), join(repository, 'policy.md'));
  writeFileSync(config, '{ "policies": ["policy.md"], "baseline": "baseline.json" }');
  writeFileSync(
    join(repository, 'baseline.json'),
    candorIn(tmpdir(), 'scan', join(repository, 'app'), '--policy', join(repository, 'policy.md'), '--format', 'json')
      .out,
  );
});

const scanned = (...args: string[]) => candorIn(repository, 'scan', 'app', ...args);

test('an unchanged app passes beside its baseline', () => {
  const { code, out, err } = scanned();
  expect({ code, err }).toEqual({ code: 0, err: [] });
  expect(out).toContain('PASSED');
  expect(out).toMatch(/baseline baseline\.json: \d+ known pass, 0 new, 0 in more places, 0 gone/);
});

test('the configuration is found from a folder below', () => {
  const below = join(repository, 'app', 'src');
  expect(candorIn(below, 'scan', '..').code).toBe(0);
});

test('one more clipboard read fails, and just that is named', () => {
  const added = join(repository, 'app', 'src', 'added.ts');
  writeFileSync(
    added,
    "import { Clipboard } from '@capacitor/clipboard';\nexport const peek = () => Clipboard.read();\n",
  );
  try {
    const report = JSON.parse(scanned('--format', 'json').out);
    const open = report.discrepancies.filter((item: { suppressed: unknown }) => item.suppressed === null);
    expect(open.map((item: { kind: string; data: string }) => [item.kind, item.data])).toEqual([
      ['undisclosed', 'clipboard'],
    ]);
    const validate = validatorFor('report');
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    const { code, out } = scanned();
    expect(code).toBe(1);
    expect(out).toMatch(/1 more place than in the baseline, shown first\n {4}code {2}src\/added\.ts:2:\d+/);
  } finally {
    rmSync(added);
  }
});

test('a packed build ends with 3, whatever the baseline', async () => {
  const packed = await JSZip.loadAsync(readFileSync(sample('native-java/app.apk')));
  packed.file('lib/arm64-v8a/libjiagu.so', 'stub');
  packed.file('assets/libjiagu.so', 'stub');
  writeFileSync(join(repository, 'packed.apk'), await packed.generateAsync({ type: 'uint8array' }));
  const { code, out } = candorIn(repository, 'scan', 'packed.apk', '--fail-on', 'none');
  expect(code).toBe(3);
  expect(out).toContain('INCOMPLETE');
  expect(candorIn(repository, 'scan', 'packed.apk', '--fail-on', 'none', '--allow-incomplete').code).toBe(0);
});

test('suppressions end on their day', () => {
  const other = join(repository, 'other.json');
  writeFileSync(
    other,
    '{ "policies": ["policy.md"], "suppressions": [{ "kind": "*", "reason": "x" }] }'.replace(
      '"kind": "*"',
      '"actor": "app", "expires": "2026-03-01", "owner": "Mei"',
    ),
  );
  expect(scanned('--config', 'other.json', '--today', '2026-03-01').code).toBe(0);
  const { code, err } = scanned('--config', 'other.json', '--today', '2026-03-02', '--fail-on', 'high');
  expect(code).toBe(1);
  expect(err[0]).toMatch(/^candor: a suppression ended on 2026-03-01 and fails: app \(Mei: x\); it covered /);
});

test.each([
  ['a broken configuration', ['scan', 'app', '--config', 'broken.json'], 'broken.json:2'],
  ['a missing configuration', ['scan', 'app', '--config', 'none.json'], 'none.json: does not exist'],
  ['a missing baseline', ['scan', 'app', '--baseline', 'none.json'], 'none.json: does not exist'],
  ['a baseline that is none', ['scan', 'app', '--baseline', 'policy.md'], 'policy.md'],
  ['a day that is none', ['scan', 'app', '--today', '2026-13-01'], '2026-13-01'],
  ['an id that is not there', ['explain', 'baseline.json', 'ffffffffffffffff'], 'ffffffffffffffff'],
  ['a report that is none', ['explain', 'policy.md', 'ffff'], 'policy.md'],
  ['a JSON that is no report', ['explain', 'candor.config.json', 'ffff'], 'is not a JSON report of candor scan'],
  ['a build that is missing', ['compare', 'baseline.json', 'none.apk'], 'none.apk'],
])('%s: one clear line and exit code 2', (_, args, named) => {
  writeFileSync(join(repository, 'broken.json'), '{\n"failOn": 3 }');
  const { code, out, err } = candorIn(repository, ...args);
  expect({ code, out, lines: err.length }).toEqual({ code: 2, out: '', lines: 1 });
  expect(err[0]).toContain(named);
});

test('a configuration may be YAML; two in one folder are an error', () => {
  const folder = join(repository, 'yaml');
  mkdirSync(folder);
  writeFileSync(join(folder, 'candor.config.yaml'), 'failOn: none\n');
  expect(candorIn(folder, 'scan', '../app').code).toBe(0);
  writeFileSync(join(folder, 'candor.config.json'), '{}');
  expect(candorIn(folder, 'scan', '../app')).toEqual({
    code: 2,
    out: '',
    err: ['candor: candor.config.json: stands beside candor.config.yaml: one configuration must go'],
  });
});

test('init writes a configuration that holds, once', () => {
  const folder = join(repository, 'fresh');
  mkdirSync(folder);
  expect(candorIn(folder, 'init').code).toBe(0);
  expect(readFileSync(join(folder, 'candor.config.json'), 'utf8')).toContain('// 隐私政策文件');
  writeFileSync(join(folder, 'share.js'), 'export const paste = () => navigator.clipboard.readText();\n');
  expect(candorIn(folder, 'scan', 'share.js').code).toBe(0);
  expect(candorIn(folder, 'init')).toEqual({ code: 2, out: '', err: ['candor: candor.config.json: is there already'] });
});

test('explain tells the whole story, by the beginning of an id too', () => {
  const report = JSON.parse(readFileSync(join(repository, 'baseline.json'), 'utf8'));
  const { id } = report.discrepancies.find((item: { kind: string }) => item.kind === 'contradicted');
  const { code, out } = candorIn(repository, 'explain', 'baseline.json', id);
  expect(code).toBe(0);
  for (const part of [
    id,
    'src/entries.ts:9:40',
    '“We do not collect your location.”',
    'What to do',
    '[state the purpose]',
  ]) {
    expect(out).toContain(part);
  }
  expect(candorIn(repository, 'explain', 'baseline.json', id.slice(0, 6)).out).toBe(out);
  expect(candorIn(repository, 'explain', 'baseline.json', id, '--lang', 'zh').out).toContain('处理建议');
});

test('compare names what is new and what is gone, between builds and reports', () => {
  const added = join(repository, 'app', 'src', 'added.ts');
  writeFileSync(
    added,
    "import { Motion } from '@capacitor/motion';\nexport const tilt = () => Motion.addListener('accel', (e) => e);\n",
  );
  try {
    const { out } = candorIn(
      repository,
      'compare',
      'baseline.json',
      'app',
      '--policy',
      'policy.md',
      '--format',
      'json',
    );
    const comparison = JSON.parse(out);
    expect(comparison.data).toEqual({ added: ['sensor'], removed: [] });
    expect(comparison.policies.changed).toBe(false);
    const back = candorIn(repository, 'compare', 'app', 'baseline.json', '--old-policy', 'policy.md', '--lang', 'en');
    expect(back.out).toMatch(/Data types \(\+0 −1\)\n {2}− .*\(sensor\)/);
    expect(back.code).toBe(0);
  } finally {
    rmSync(added);
  }
  const same = candorIn(repository, 'compare', 'baseline.json', 'app', '--policy', 'policy.md');
  expect(same).toMatchObject({ code: 0, err: [] });
  expect(same.out).toContain('No difference found.');
});
