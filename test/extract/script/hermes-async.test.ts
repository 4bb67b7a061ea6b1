import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript } from '../../../analyzers/extract/script/extract-script.ts';

const FOLDER = fileURLToPath(new URL('hermes-async', import.meta.url));
const WATCH = compileScriptWatch(loadCatalogue());

/** What is read, where it goes, and whether that is at the start. */
function shown(name: string): string[] {
  const { facts, gaps } = extractScript(name, readFileSync(join(FOLDER, name)), WATCH);
  expect(gaps).toEqual([]);
  return facts
    .map(({ value, sinks = [], reach }) =>
      [value, ...sinks.map(({ api }) => api).sort(), reach?.when ?? 'not reached'].join(' '),
    )
    .sort();
}

const EXPECTED = [
];

test('the source', () => {
  expect(shown('async.js')).toEqual(EXPECTED);
});

test.each(['async.98.hbc', 'async.99.hbc'])('%s', (name) => {
  expect(shown(name)).toEqual(EXPECTED);
});
