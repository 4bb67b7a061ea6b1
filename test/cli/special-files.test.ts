import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { MAIN } from './candor.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-special-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const BUILD = fileURLToPath(new URL('../unpack/fixtures/minimal.apk', import.meta.url));
execFileSync('mkfifo', [at('pipe')]);
const server = createServer();
await new Promise<void>((listening) => server.listen(at('socket'), listening));
afterAll(() => server.close());

/** Runs the program; a run that waits is killed, and has no exit code then. */
function run(...args: (string | Buffer)[]): { code: number | null; lines: string[] } {
  const ended = spawnSync(process.execPath, [MAIN, ...args.map(String)], {
    encoding: 'utf8',
    timeout: 20_000,
    killSignal: 'SIGKILL',
  });
  return { code: ended.status, lines: ended.stderr.split('\n').filter((line) => line !== '') };
}

test.each([
  ['a build', ['scan', at('pipe')]],
  ['a build that is a device', ['scan', '/dev/zero']],
  ['a build that is a socket', ['scan', at('socket')]],
  ['a policy', ['policy', at('pipe')]],
  ['a policy that is a socket', ['policy', at('socket')]],
  ['a policy that is a device', ['policy', '/dev/zero']],
  ['a policy of a scan', ['scan', BUILD, '--policy', at('pipe')]],
  ['a configuration', ['scan', BUILD, '--config', at('pipe')]],
  ['a baseline', ['scan', BUILD, '--baseline', at('pipe')]],
  ['a report to explain', ['explain', at('pipe'), 'x']],
  ['a build to compare', ['compare', at('pipe'), BUILD]],
  ['an output that nobody reads', ['scan', BUILD, '--output', at('pipe')]],
])('a pipe, a socket or a device as %s is refused with one line, and not waited for', (_, args) => {
  const { code, lines } = run(...args);
  expect(code).toBe(2);
  expect(lines).toHaveLength(1);
});

test('pipes, links, odd names and unreadable files in a folder: the rest is read', () => {
  const app = at('app');
  mkdirSync(app);
  execFileSync('mkfifo', [join(app, 'pipe.js')]);
  symlinkSync('loop.js', join(app, 'loop.js'));
  symlinkSync('..', join(app, 'above'));
  symlinkSync('/etc/hostname', join(app, 'outside.js'));
  for (const name of ['new\nline.js', '\u001b[31mred.js', '\u202egpj.js', `${'n'.repeat(250)}.js`, '=1+1.js'])
    writeFileSync(join(app, name), 'uni.getLocation({});');
  writeFileSync(
    Buffer.concat([Buffer.from(join(app, 'a')), Buffer.from([0xff, 0xfe]), Buffer.from('.js')]),
    'uni.login({});',
  );
  writeFileSync(join(app, 'closed.js'), 'uni.getLocation({});');
  chmodSync(join(app, 'closed.js'), 0);
  writeFileSync(
    join(app, 'jsconfig.json'),
    '{"extends": "./jsconfig.json", "compilerOptions": {"paths": {"*": ["*", "./**/**/**/*"]}}}',
  );
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({
      name: 'a',
      workspaces: ['..', '/', '*', '**/**/**', '{a,b}'.repeat(50)],
      dependencies: Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`p${i}`, '*'])),
    }),
  );
  const { code, lines } = run('scan', app, '--format', 'text');
  expect([0, 1, 3]).toContain(code);
  expect(lines.join('\n')).not.toContain('internal error');
  const facts = spawnSync(process.execPath, [MAIN, 'facts', app, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seen: { facts: { value: string }[] } = JSON.parse(facts.stdout);
  expect(seen.facts.filter(({ value }) => value === 'uni.getLocation').length).toBeGreaterThanOrEqual(5);
});
