import { expect, test } from 'vitest';
import { compileKnownFiles } from '../../../../analyzers/extract/script/source/known-files.ts';

const FILES = [
  'index.ts',
  'src/a.ts',
  'src/a.js',
  'src/b/index.vue',
  'src/c.mts',
  'src/d.tsx',
  'src/e.android.ts',
  'src/e.ios.js',
  'src/f.weapp.jsx',
  'src/h.ts',
  'src/h.tns.ts',
  'src/h.web.ts',
];

test.each<[string, string[]]>([
  ['', ['index.ts']],
  ['src/a', ['src/a.ts']],
  ['src/a.js', ['src/a.js']],
  ['src/b', ['src/b/index.vue']],
  ['src/b/index', ['src/b/index.vue']],
  ['src/c.mjs', ['src/c.mts']],
  ['src/d.js', ['src/d.tsx']],
  ['src/e', ['src/e.android.ts', 'src/e.ios.js']],
  ['src/f', ['src/f.weapp.jsx']],
  ['src/h', ['src/h.ts', 'src/h.tns.ts', 'src/h.web.ts']],
  ['src/h.tns', ['src/h.tns.ts']],
  ['src', []],
  ['src/g', []],
  ['src/a.', []],
])('%s is %j', (path, expected) => {
  expect(compileKnownFiles(FILES)(path)).toEqual(expected);
});
