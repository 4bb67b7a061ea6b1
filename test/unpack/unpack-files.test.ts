import { expect, test } from 'vitest';
import { InputError } from '../../analyzers/model/input-error.ts';
import { unpackBytes } from '../../analyzers/unpack/unpack.ts';

const HERMES_HEADER = Buffer.from('c61fbc03c103191f60000000', 'hex');

test.each([
  ['dex', 'a.bin', Buffer.from('dex\n035\0rest')],
  ['dex', 'classes.dex', Buffer.from('dex\n041\0rest')],
  ['hermes', 'index.android.bundle', HERMES_HEADER],
  ['js-bundle', 'index.android.bundle', Buffer.from('var a=1;')],
  ['js-bundle', 'App.VUE', Buffer.from('\ufeff<template/>')],
  ['js-bundle', 'gbk.js', Buffer.from([0x2f, 0x2f, 0xd2, 0xfe, 0xcb, 0xbd, 0x0a])],
])('the content makes it %s: %s', (kind, name, bytes) => {
  const build = unpackBytes(name, bytes);
  expect(build).toMatchObject({ name, kind, size: bytes.length, gaps: [], anomalies: [] });
  expect(build.files.map(({ path, size }) => ({ path, size }))).toEqual([{ path: name, size: bytes.length }]);
  expect(build.files[0]?.read()).toBe(bytes);
});

test.each([
  ['empty.apk', Buffer.alloc(0), 'is empty'],
  ['text.apk', Buffer.from('hello\n'), 'is a text file and not what .apk says'],
  ['notes.txt', Buffer.from('hello\n'), 'is a text file that is not named as a script (.js, .ts, .vue, .bundle ...)'],
  ['main.js', Buffer.from([1, 2, 3, 0]), 'is a binary file of an unknown format'],
  ['noise.js', Buffer.alloc(500, '\x01\x02abc'), 'is a binary file of an unknown format'],
  ['main.jsbundle', Buffer.from('e5d10bfb01000000', 'hex'), 'is an indexed RAM bundle, which cannot be analysed'],
  ['libmain.so', Buffer.from('\x7fELF\x02\x01'), 'is a native library, not an app'],
])('%s is refused with one clause', (name, bytes, reason) => {
  expect(() => unpackBytes(`dir/${name}`, bytes)).toThrow(new InputError(`dir/${name}`, reason));
});

test('NULs at the end of a long text are noticed', () => {
  const bytes = Buffer.concat([Buffer.alloc(300_000, 'a'), Buffer.alloc(9)]);
  expect(() => unpackBytes('a.js', bytes)).toThrow('binary file');
});
