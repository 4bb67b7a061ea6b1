import { expect, test } from 'vitest';
import { listedPages } from '../../../../analyzers/extract/script/app-files/listed-pages.ts';

test("Taro's pages are read, but not those that stand in a comment", () => {
  const text =
    "export default {\n  // pages: ['pages/old/index'],\n\n\tpages: ['pages/home/index', 'pages/me/index'],\n};";
  expect(listedPages('src/app.config.ts', text)).toEqual({
    first: ['src/pages/home/index'],
    all: ['src/pages/home/index', 'src/pages/me/index'],
  });
});

test('a script of a million empty lines is looked through in one go', { timeout: 5_000 }, () => {
  for (const blank of ['\n', ' ', '\t\n', ' \r\n']) {
    expect(listedPages('app.js', `${blank.repeat(1_000_000)}App({})`)).toEqual({ first: [], all: [] });
  }
});
