import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { afterAll, expect, test } from 'vitest';
import { validatorFor } from '../report-schema.ts';
import { candor, MAIN } from './candor.ts';

const sample = (path: string) => fileURLToPath(new URL(`../../samples/${path}`, import.meta.url));
const APK = sample('native-java/app.apk');
const POLICY = sample('native-java/policy.md');
const FOLDER = sample('typescript-folder/app');

const scratch = mkdtempSync(join(tmpdir(), 'candor-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function made(name: string, content: string | Uint8Array): string {
  const path = join(scratch, name);
  writeFileSync(path, content);
  return path;
}

const emptyFolder = join(scratch, 'no code');
mkdirSync(emptyFolder);
writeFileSync(join(emptyFolder, 'notes.txt'), 'nothing here');

test.each([
  ['a missing build', ['scan', join(scratch, 'missing.apk')], 'missing.apk'],
  ['a missing policy', ['scan', APK, '--policy', join(scratch, 'missing.txt')], 'missing.txt'],
  ['a folder without code', ['scan', emptyFolder], 'no code'],
  ['a text file named .apk', ['scan', made('text.apk', 'just some text\n')], 'text.apk'],
  ['an empty file', ['scan', made('empty.apk', '')], 'empty.apk'],
  ['an empty policy', ['scan', APK, '--policy', made('empty.txt', ' \n')], 'empty.txt'],
  [
    'a binary policy',
    [
      'policy',
      made(
        'binary.txt',
        Uint8Array.from({ length: 4096 }, (_, i) => i * 31),
      ),
    ],
    'binary.txt',
  ],
  ['an unknown option', ['scan', APK, '--polcy', POLICY], '--polcy'],
  ['an unknown command', ['scna', APK], 'scna'],
  ['no build', ['scan'], 'build'],
  ['an unknown format', ['scan', APK, '--format', 'pdf'], 'pdf'],
  ['an unknown severity', ['scan', APK, '--fail-on', 'extreme'], 'extreme'],
  ['a number of jobs that is none', ['scan', APK, '--jobs', '0'], '0'],
  [
    'an output that cannot be written',
    ['scan', APK, '--output', join(scratch, 'no', 'such', 'folder.txt')],
    'folder.txt',
  ],
])('%s: one clear line and exit code 2', (_, args, named) => {
  const { code, out, err } = candor(...args);
  expect({ code, out, lines: err.length }).toEqual({ code: 2, out: '', lines: 1 });
  expect(err[0]).toMatch(/^candor: /);
  expect(err[0]).toContain(named);
});

test('a truncated APK is read as far as it goes, and says so', () => {
  const whole = readFileSync(APK);
  const { code, out, err } = candor(
    'scan',
    made('cut.apk', whole.subarray(0, whole.length * 0.7)),
    '--format',
    'json',
    '--fail-on',
    'none',
  );
  expect({ code, err }).toEqual({ code: 3, err: [] });
  expect(JSON.parse(out).gaps.some((gap: { material: boolean }) => gap.material)).toBe(true);
});

test('exit codes: 1 for what reaches the threshold, 0 where nothing may fail', () => {
  expect(candor('scan', APK, '--policy', POLICY).code).toBe(1);
  expect(candor('scan', APK, '--policy', POLICY, '--fail-on', 'none').code).toBe(0);
  // Without a policy only what the build shows by itself can fail: here, what runs before the user could consent.
  expect(candor('scan', APK).code).toBe(1);
  expect(candor('scan', FOLDER).code).toBe(1);
  const onDemand = made('share.js', 'export const paste = () => navigator.clipboard.readText();\n');
  expect(candor('scan', onDemand).code).toBe(0);
});

test('the demo names real discrepancies with their place in the code and the quote, or that there is none', () => {
  const { out } = candor('scan', APK, '--policy', POLICY);
  expect(out).toContain('与声明相矛盾  隐私政策声明不收集剪切板');
  expect(out).toMatch(/classes\.dex com\.example\.qingtian\.MainActivity\.\S+ \+0x[0-9a-f]+ line 43/);
  expect(out).toContain('policy.md:43:9  “我们不会读取您的剪贴板');
  expect(out).toContain('未披露的 SDK');
  expect(out).toContain('政策中没有相关表述');
});

test('both languages', () => {
  expect(candor('scan', APK, '--policy', POLICY, '--lang', 'en').out).toContain('contradicts the policy');
  expect(candor('scan', APK, '--policy', POLICY).out).toContain('未通过');
});

test('--quiet prints the verdict alone', () => {
  expect(candor('scan', APK, '--policy', POLICY, '--quiet').out.trim().split('\n')).toHaveLength(1);
});

test('several formats go to their own places, whole', () => {
  const json = join(scratch, 'report.json');
  const { out } = candor('scan', APK, '--policy', POLICY, '--format', 'json', '--output', json, '--format', 'text');
  expect(JSON.parse(readFileSync(json, 'utf8')).schema).toBe(1);
  expect(out).toContain('晴天天气');
  expect(readdirSync(scratch).filter((name) => name.endsWith('.partial'))).toEqual([]);
});

test('two runs, and any number of jobs, give the same bytes', () => {
  const run = (...more: string[]) => candor('scan', APK, '--policy', POLICY, '--format', 'json', ...more).out;
  const first = run();
  expect(first.length).toBeGreaterThan(1000);
  expect(run()).toBe(first);
  expect(run('--jobs', '1')).toBe(first);
  expect(run('--jobs', '2')).toBe(first);
});

test('facts and policy keep to their schemas', () => {
  const facts = JSON.parse(candor('facts', APK, '--format', 'json').out);
  const validFacts = validatorFor('facts');
  expect(validFacts(facts), JSON.stringify(validFacts.errors)).toBe(true);
  expect(
    facts.facts.some((fact: { value: string }) => fact.value === 'android.content.ClipboardManager.getPrimaryClip'),
  ).toBe(true);
  const policy = JSON.parse(candor('policy', POLICY, '--format', 'json').out);
  const validPolicy = validatorFor('policy');
  expect(validPolicy(policy), JSON.stringify(validPolicy.errors)).toBe(true);
  expect(policy.declaredSdks.map((sdk: { id: string }) => sdk.id)).toContain('bugly');
});

test('help and version are no errors', () => {
  expect(candor('--help').code).toBe(0);
  expect(candor('scan', '--help').out).toContain('--policy');
  expect(candor('--version').out.trim()).toMatch(/^\d+\.\d+\.\d+$/);
});

test.skipIf(!existsSync('/dev/full'))(
  'a full disk: one clear line and exit code 2, and a device is never replaced',
  () => {
    const { code, err } = candor('scan', APK, '--output', '/dev/full');
    expect({ code, lines: err.length }).toEqual({ code: 2, lines: 1 });
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
    const shell = spawnSync('sh', ['-c', `"$0" "$1" scan "$2" > /dev/full`, process.execPath, MAIN, APK], {
      encoding: 'utf8',
    });
    expect({ code: shell.status, lines: shell.stderr.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
  },
);

test.skipIf(process.platform === 'win32')('a reader that stops reading is no error', () => {
  const shell = spawnSync('sh', ['-c', `"$0" "$1" scan "$2" --format json | head -1`, process.execPath, MAIN, APK], {
    encoding: 'utf8',
  });
  expect([shell.stdout, shell.stderr]).toEqual(['{\n', '']);
});

test('a bare DEX file is told by its content, whatever it is called', async () => {
  const dex =
    (await (await JSZip.loadAsync(readFileSync(APK))).file('classes.dex')?.async('uint8array')) ?? new Uint8Array();
  const { code, out } = candor('facts', made('code.bin', dex), '--format', 'json');
  expect(code).toBe(0);
  const report = JSON.parse(out);
  expect(report.input.kind).toBe('dex');
  expect(report.facts.length).toBeGreaterThan(10);
});

test('facts and scan in text name the permissions that code needs and the app does not request', () => {
  for (const command of ['facts', 'scan']) {
    const { out } = candor(command, APK, '--lang', 'en');
    expect(out).toMatch(
      /does not request \(1\)\n.*\n {2}- QUERY_ALL_PACKAGES {2}API 30\+ {2}android\.content\.pm\.PackageManager/,
    );
  }
});
