import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import * as library from '../../analyzers/index.ts';
import { codeCachePath } from '../../entry/load-code.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const CACHE = codeCachePath(new URL('../../dist/main.js', import.meta.url).href);
const scratch = mkdtempSync(join(tmpdir(), 'candor-entry-'));

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('the engine takes the code cache of the build', () => {
  const verdict = fileURLToPath(new URL('code-cache-verdict.ts', import.meta.url));
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', verdict], { encoding: 'utf8' });
  expect(stdout).toBe('taken');
});

test('without a code cache, and with one that does not fit, the program is the same', () => {
  for (const file of ['main.js', 'candor.cjs']) copyFileSync(join(DIST, file), join(scratch, file));
  writeFileSync(join(scratch, 'package.json'), '{ "type": "module" }');
  const version = (): string =>
    spawnSync(process.execPath, [join(scratch, 'main.js'), '--version'], { encoding: 'utf8' }).stdout;
  const { version: own } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(version()).toBe(`${own}\n`);
  const cache = join(scratch, basename(CACHE));
  const damaged = readFileSync(CACHE);
  for (let at = 1_000; at < damaged.length; at += 997) damaged[at] = (damaged[at] ?? 0) ^ 1;
  for (const content of ['', 'no cache', readFileSync(CACHE).subarray(0, 1000), damaged]) {
    writeFileSync(cache, content);
    expect(version()).toBe(`${own}\n`);
  }
});

test('the script is ASCII', () => {
  expect(readFileSync(join(DIST, 'candor.cjs')).every((byte) => byte < 0x80)).toBe(true);
});

test('the package exports what the library has', async () => {
  expect(existsSync(CACHE)).toBe(true);
  const built = await import(join(DIST, 'index.js'));
  expect(Object.keys(built).sort()).toEqual(Object.keys(library).sort());
});
