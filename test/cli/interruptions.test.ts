import { spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { candor, MAIN } from './candor.ts';

const LARGE = fileURLToPath(new URL('../../node_modules/android-apidemos/apks/ApiDemos-debug.apk', import.meta.url));
const SMALL = fileURLToPath(new URL('../../samples/native-java/app.apk', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'candor-interrupted-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let folder = '';
let count = 0;
beforeEach(() => {
  folder = join(scratch, String(count++));
  mkdirSync(folder);
});

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  err: string;
}

/** Runs the command line, and sends it a signal after some milliseconds. */
function interrupted(signal: NodeJS.Signals, after: number, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    setTimeout(() => child.kill(signal), after);
    child.on('close', (code, ended) => resolve({ code, signal: ended, err }));
  });
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends a scan at once, without a report and without a word',
  async (signal) => {
    const output = join(folder, 'report.json');
    const ended = await interrupted(signal, 300, 'scan', LARGE, '--format', 'json', '--output', output);
    expect(ended).toEqual({ code: null, signal, err: '' });
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('whenever a signal comes, each report is whole or absent, and nothing lies beside it', async () => {
  for (const after of [150, 250, 350, 450, 600]) {
    const names = ['a.json', 'b.html', 'c.sarif'];
    const formats = ['json', 'html', 'sarif'].flatMap((format, i) => [
      '--format',
      format,
      '--output',
      join(folder, names[i] ?? ''),
    ]);
    await interrupted('SIGTERM', after, 'scan', SMALL, ...formats);
    for (const name of readdirSync(folder)) {
      expect(names).toContain(name);
      const text = readFileSync(join(folder, name), 'utf8');
      if (name === 'b.html') expect(text).toMatch(/<\/html>\s*$/);
      else JSON.parse(text);
      rmSync(join(folder, name));
    }
  }
});

test('an output that cannot be written is one clear line, and what stood there stays', () => {
  const missing = candor('scan', SMALL, '--output', join(folder, 'no', 'such', 'report.txt'));
  expect(missing.code).toBe(2);
  expect(missing.err).toHaveLength(1);
  mkdirSync(join(folder, 'report.txt'));
  const inTheWay = candor('scan', SMALL, '--output', join(folder, 'report.txt'));
  expect(inTheWay.code).toBe(2);
  expect(inTheWay.err).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(['report.txt']);
});

test('files that happen to have a temporary name are left alone, and a link is written through', () => {
  writeFileSync(join(folder, 'report.json.partial'), 'mine');
  writeFileSync(join(folder, 'real.json'), 'old');
  symlinkSync('real.json', join(folder, 'report.json'));
  const { code } = candor('scan', SMALL, '--format', 'json', '--output', join(folder, 'report.json'));
  expect(code).toBe(1);
  expect(readdirSync(folder)).toEqual(['real.json', 'report.json', 'report.json.partial']);
  expect(readFileSync(join(folder, 'report.json.partial'), 'utf8')).toBe('mine');
  expect(JSON.parse(readFileSync(join(folder, 'real.json'), 'utf8')).schema).toBe(1);
});

test('an input that may not be read is one clear line', () => {
  const path = join(folder, 'app.apk');
  writeFileSync(path, 'x');
  chmodSync(path, 0);
  const { code, err } = candor('scan', path);
  expect(code).toBe(2);
  expect(err).toHaveLength(1);
});
