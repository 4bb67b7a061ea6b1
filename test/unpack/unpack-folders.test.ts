import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { InputError } from '../../analyzers/model/input-error.ts';
import { DEFAULT_UNPACK_LIMITS, type UnpackLimits, unpack } from '../../analyzers/unpack/unpack.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'candor-unpack-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function paths(limits?: UnpackLimits): string[] {
  return unpack(root, limits).files.map(({ path }) => path);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('files come sorted by path, with the digest of their list', () => {
  write({ 'src/b.ts': 'b', 'src.ts': 'a', '中文.txt': '甲', 'Z.md': '' });
  const build = unpack(root);
  expect(build).toMatchObject({ kind: 'folder', name: root.split('/').at(-1), size: 5, gaps: [], anomalies: [] });
  expect(build.files.map(({ path, size }) => [path, size])).toEqual([
    ['Z.md', 0],
    ['src.ts', 1],
    ['src/b.ts', 1],
    ['中文.txt', 3],
  ]);
  const lines = [`Z.md\0${0}\0${sha256('')}`, `src.ts\0${1}\0${sha256('a')}`, `src/b.ts\0${1}\0${sha256('b')}`];
  expect(build.sha256).toBe(sha256(`${[...lines, `中文.txt\0${3}\0${sha256('甲')}`].join('\n')}\n`));
  expect(Buffer.from(build.files[2]?.read() ?? []).toString()).toBe('b');
  expect(unpack(`${root}/`).name).toBe(build.name);
});

test('version control, packages and build output are left out, each with a gap that is not material', () => {
  write({
    'app.js': '',
    '.git/config': '',
    'node_modules/a/index.js': '',
    'sub/node_modules/a/index.js': '',
    'android/build.gradle': '',
    'android/build/out.js': '',
    'web/build/kept.js': '',
  });
  expect(paths()).toEqual(['android/build.gradle', 'app.js', 'web/build/kept.js']);
  const gaps = unpack(root).gaps.map(({ file, detail, material }) => [file, detail, material]);
  expect(gaps.sort()).toEqual([
    ['.git', 'not read: version control', false],
    ['android/build', 'not read: build output', false],
    ['node_modules', 'not read: installed packages', false],
    ['sub/node_modules', 'not read: installed packages', false],
  ]);
});

test('links are not followed, not even one that replaces a file later', () => {
  write({ 'in/app.js': '1', 'secret.js': 'outside' });
  symlinkSync(join(root, 'secret.js'), join(root, 'in/link.js'));
  symlinkSync(root, join(root, 'in/loop'));
  const build = unpack(join(root, 'in'));
  expect(build.files.map(({ path }) => path)).toEqual(['app.js']);
  expect(build.gaps).toMatchObject([
    { file: 'link.js', detail: 'symbolic links are not followed (2 of them)', material: false },
  ]);
  rmSync(join(root, 'in/app.js'));
  symlinkSync(join(root, 'secret.js'), join(root, 'in/app.js'));
  expect(() => build.files[0]?.read()).toThrow('cannot be read: too many symbolic links');
});

test('a pipe in the folder does not block', () => {
  write({ 'a.js': '' });
  execFileSync('mkfifo', [join(root, 'b.js')]);
  expect(paths()).toEqual(['a.js']);
  expect(unpack(root).gaps).toMatchObject([{ file: 'b.js', detail: 'neither a file nor a folder', material: false }]);
  expect(() => unpack(join(root, 'b.js'))).toThrow('is neither a file nor a folder');
});

test('sizes and counts have limits, and what they cut is a gap', () => {
  write({ 'a.js': 'xx', 'b.js': 'xxxxxxxxx', 'c.js': 'xx', 'd.png': 'xxxxxxxxx' });
  const small = { ...DEFAULT_UNPACK_LIMITS, maxFileSize: 5 };
  expect(paths(small)).toEqual(['a.js', 'c.js']);
  expect(unpack(root, small).gaps).toMatchObject([
    { file: 'b.js', code: 'too-large', material: true },
    { file: 'd.png', code: 'too-large', material: false },
  ]);
  expect(paths({ ...DEFAULT_UNPACK_LIMITS, maxFolderSize: 12 })).toEqual(['a.js', 'b.js']);
  const few = { ...DEFAULT_UNPACK_LIMITS, maxFiles: 2 };
  expect(paths(few)).toEqual(['a.js', 'b.js']);
  expect(unpack(root, few).gaps).toMatchObject([{ file: 'c.js', code: 'over-budget', material: true }]);
});

test('a folder 1,000 deep is walked', () => {
  const deep = `${'d/'.repeat(1000)}a.js`;
  write({ [deep]: '' });
  expect(paths()).toEqual([deep]);
});

test('folders and paths in which nothing can be analysed are errors', () => {
  const error = (path: string, reason: string) => expect(() => unpack(path)).toThrow(new InputError(path, reason));
  error(root, 'is a folder without code or a manifest');
  write({ 'readme.md': 'x', 'node_modules/a.js': '' });
  error(root, 'is a folder without code or a manifest');
  write({ 'app.apk': 'x' });
  error(root, 'is a folder without code or a manifest but archives, which are read one at a time');
  error(join(root, 'none.apk'), 'does not exist');
  error(join(root, 'readme.md/none.apk'), 'does not exist');
  error(join(root, 'app.apk'), 'is a text file and not what .apk says');
});

test('archives in a folder are counted in one gap', () => {
  write({ 'a.js': '', 'libs/a.aar': 'x', 'libs/b.jar': 'x' });
  expect(unpack(root).gaps).toMatchObject([
    { file: 'libs/a.aar', detail: 'archives inside a folder are not opened (2 of them)', material: false },
  ]);
});

test('a file over the limit is refused before it is read', () => {
  write({ 'a.js': 'xxx' });
  expect(() => unpack(join(root, 'a.js'), { ...DEFAULT_UNPACK_LIMITS, maxInputSize: 2 })).toThrow(
    'is larger than the limit of 2 bytes',
  );
});
