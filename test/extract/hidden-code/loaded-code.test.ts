import { createCipheriv } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isClosed } from '../../../analyzers/extract/hidden-code/closed-file.ts';
import { entropyOf } from '../../../analyzers/extract/hidden-code/entropy.ts';
import { loadedCode } from '../../../analyzers/extract/hidden-code/loaded-code.ts';

const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 1), Buffer.alloc(16, 2));
const NOISE = cipher.update(Buffer.alloc(32 * 1024));
const behind = (head: number[]) => Buffer.concat([Buffer.from(head), NOISE]);

test('entropy counts bits for each byte', () => {
  expect(entropyOf(new Uint8Array())).toBe(0);
  expect(entropyOf(new Uint8Array(1000))).toBe(0);
  expect(entropyOf(Uint8Array.from({ length: 512 }, (_, i) => i % 256))).toBe(8);
});

test.each([
  ['cipher text', NOISE, true],
  ['too little of it to tell', NOISE.subarray(0, 4000), false],
  ['text', Buffer.from('All work and no play makes Jack a dull boy. '.repeat(2000)), false],
  ['a PNG', behind([0x89, 0x50, 0x4e, 0x47]), false],
  ['an MP4', behind([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70]), false],
  ['MPEG audio', behind([0xff, 0xfb, 0x90, 0x44]), false],
  ['gzip', gzipSync(NOISE), false],
  ['a bare deflate stream behind an unknown header', Buffer.concat([Buffer.from('XQ'), deflateSync(NOISE)]), true],
])('%s', (_, bytes, closed) => {
  expect(isClosed(bytes)).toBe(closed);
});

function gapsOf(files: Record<string, Uint8Array>, loaders = ['dalvik.system.DexClassLoader']) {
  const list = Object.entries(files).map(([path, bytes]) => ({ path, size: bytes.length, read: () => bytes }));
  const build = { name: 'a.apk', kind: 'apk' as const, sha256: '', size: 1, files: list, gaps: [] };
  return loadedCode(build, loaders).map(({ file, code, material }) => [file, code, material]);
}

test('a closed asset beside a class loader is a material gap', () => {
  expect(
    gapsOf({ 'assets/core.dat': NOISE, 'base.apk!res/raw/x': NOISE, 'assets/readme': Buffer.alloc(9000) }),
  ).toEqual([
    ['assets/core.dat', 'encrypted', true],
    ['base.apk!res/raw/x', 'encrypted', true],
  ]);
});

test('without a class loader, and where the system or a framework opens the file, it is none', () => {
  expect(gapsOf({ 'assets/core.dat': NOISE }, [])).toEqual([]);
  expect(
    gapsOf({
      'lib/arm64-v8a/liba.so': behind([0x7f, 0x45, 0x4c, 0x46]),
      'res/drawable/a.png': NOISE,
      'resources.arsc': NOISE,
    }),
  ).toEqual([]);
});

test('what is named as a native library and is none, no system can load', () => {
  expect(gapsOf({ 'lib/arm64-v8a/liba.so': NOISE })).toEqual([['lib/arm64-v8a/liba.so', 'encrypted', true]]);
});

test('a format of which there are many files is data', () => {
  const files = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`assets/level${i}.map`, NOISE]));
  expect(gapsOf(files)).toEqual([['assets/level0.map', 'unsupported', false]]);
});

test('what cannot be read is left to the build to tell', () => {
  const unreadable = {
    path: 'assets/a',
    size: 9000,
    read: () => {
      throw new Error('corrupt');
    },
  };
  const build = { name: 'a.apk', kind: 'apk' as const, sha256: '', size: 1, files: [unreadable], gaps: [] };
  expect(loadedCode(build, ['dalvik.system.DexClassLoader'])).toEqual([]);
});
