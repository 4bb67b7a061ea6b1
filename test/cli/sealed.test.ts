import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { MAIN } from './candor.ts';

const PRELOAD = fileURLToPath(new URL('sealed.cjs', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../samples/native-java/', import.meta.url));
const REACT_NATIVE = fileURLToPath(new URL('../../samples/react-native/app.apk', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'candor-sealed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const policy = readdirSync(SAMPLE).find((name) => name.startsWith('policy')) ?? '';
cpSync(join(SAMPLE, 'app.apk'), join(folder, 'app.apk'));
cpSync(join(SAMPLE, policy), join(folder, policy));
cpSync(
  fileURLToPath(new URL('../../signatures/sdks/jpush.json', import.meta.url)),
  join(folder, 'own', 'sdks', 'jpush.json'),
);

/** Where the system can, without any network at all. */
const unshared = spawnSync('unshare', ['-rn', 'true']).status === 0 ? ['unshare', '-rn'] : [];

function sealed(outputs: string[], ...args: string[]): { code: number | null; out: string; err: string } {
  const [command = '', ...rest] = [...unshared, process.execPath, '--require', PRELOAD, ...args];
  const run = spawnSync(command, rest, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, SEALED_OUTPUTS: outputs.map((name) => join(folder, name)).join('\n') },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const report = sealed([], MAIN, 'scan', 'app.apk', '--policy', policy, '--format', 'json');
writeFileSync(join(folder, 'report.json'), report.out);
const id: string = JSON.parse(report.out).discrepancies[0].id;
const before = readdirSync(folder).sort();

const formats = ['text', 'json', 'sarif', 'html', 'docx', 'xlsx', 'markdown', 'csv', 'junit'];
const commands: [string, string[], string[], number][] = [
  ['scan', ['scan', 'app.apk', '--policy', policy], [], 1],
  [
    'scan in every format',
    ['scan', 'app.apk', ...formats.flatMap((name) => ['--format', name, '--output', `out.${name}`])],
    formats.map((name) => `out.${name}`),
    1,
  ],
  ['scan with a bundle', ['scan', 'app.apk', '--bundle', 'all.zip'], ['all.zip'], 1],
  ['scan with threads', ['scan', REACT_NATIVE, '--jobs', '2', '--fail-on', 'none'], [], 0],
  ['facts', ['facts', 'app.apk', '--format', 'json', '--output', 'facts.json'], ['facts.json'], 0],
  ['policy', ['policy', policy], [], 0],
  ['compare', ['compare', 'report.json', 'app.apk', '--policy', policy], [], 0],
  ['explain', ['explain', 'report.json', id], [], 0],
  ['init', ['init'], ['candor.config.json'], 0],
  ['signatures list', ['signatures', 'list'], [], 0],
  ['signatures show', ['signatures', 'show', 'sdks/jpush'], [], 0],
  ['signatures test', ['signatures', 'test', 'own'], [], 0],
];

test.each(commands)(
  '%s opens no connection, starts no program and writes nothing but its outputs',
  (_, args, outputs, code) => {
    const run = sealed(outputs, MAIN, ...args);
    expect(run.err).not.toContain('SEALED');
    expect(run.code).toBe(code);
    expect(readdirSync(folder).sort()).toEqual([...before, ...outputs].sort());
    for (const output of outputs) {
      expect(readFileSync(join(folder, output)).length).toBeGreaterThan(0);
      rmSync(join(folder, output));
    }
  },
);

test.each([
  ["require('node:net').connect(80, '127.0.0.1')", 'node:net.connect'],
  ["new (require('node:net').Socket)().connect(80)", 'node:net.Socket.connect'],
  ["fetch('http://127.0.0.1')", 'fetch'],
  ["require('node:dns').lookup('localhost', () => {})", 'node:dns.lookup'],
  ["import('node:child_process').then(({ spawnSync }) => spawnSync('true'))", 'node:child_process.spawnSync'],
  ["import('node:fs').then(({ writeFileSync }) => writeFileSync('stray', ''))", 'writeFileSync stray'],
  ["require('node:fs').openSync('stray', 'w')", 'openSync stray'],
])('the seal holds: %s', (code, what) => {
  const run = sealed([], '--eval', code);
  expect(run.err).toContain(`SEALED: ${what}`);
  expect(run.code).not.toBe(0);
});
