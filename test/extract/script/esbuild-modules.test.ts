import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript } from '../../../analyzers/extract/script/extract-script.ts';

const WATCH = compileScriptWatch(loadCatalogue());
const SOURCES = {
  'http.js': `function request(path, data) { return fetch(path, { method: 'POST', body: data }); }
function quiet(path, data) { return fetch(path + (data ? 1 : 0)); }
module.exports = { request, quiet };`,
  'clip.js': `exports.paste = () => navigator.clipboard.readText();
exports.unused = () => navigator.mediaDevices.enumerateDevices();`,
};
const APP = `const { request } = require('./http'); const clip = require('./clip');
clip.paste().then((text) => request('/a', text));`;
const SILENT = `const { quiet } = require('./http'); const clip = require('./clip');
clip.paste().then((text) => quiet('/a', text));`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-esbuild-'));
  for (const [name, text] of Object.entries(SOURCES)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is read, whether at the start, and where it goes. */
function shown(app: string, minify: boolean): unknown[] {
  const stdin = { contents: app, loader: 'js', resolveDir: folder } as const;
  const { outputFiles } = buildSync({ stdin, bundle: true, minify, write: false, format: 'iife' });
  const { facts, gaps } = extractScript('app.js', outputFiles[0]?.contents ?? new Uint8Array(), WATCH);
  expect(gaps).toEqual([]);
  return facts.map(({ value, reach, sinks = [] }) => [
    value,
    reach?.beforeConsent ?? null,
    sinks.map(({ api }) => api),
  ]);
}

describe.each([
  ['as it is', false],
  ['minified', true],
])('modules of CommonJS that esbuild bundles, %s', (_how, minify) => {
  test('are followed from who loads them', () => {
    expect(shown(APP, minify)).toEqual([
      ['navigator.clipboard.readText', 'process-start', ['fetch']],
      ['navigator.mediaDevices.enumerateDevices', null, []],
    ]);
  });

  test('give nothing away that does not go there', () => {
    expect(shown(SILENT, minify)).toEqual([
      ['navigator.clipboard.readText', 'process-start', []],
      ['navigator.mediaDevices.enumerateDevices', null, []],
    ]);
  });
});

test('a function of the same name that runs what it is given is no loader of modules', () => {
  const text = `var n = (e, t) => () => (t || e((t = { other: {} }).other, t), t.other);
var c = n((y, i) => { i.exports = { request: (path, body) => fetch(path, { body }) }; });
var { request } = c(); navigator.clipboard.readText().then((text) => request('/a', text));`;
  const { facts } = extractScript('app.js', new TextEncoder().encode(text), WATCH);
  expect(facts.map(({ sinks = [] }) => sinks)).toEqual([[]]);
});
