import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript } from '../../../../analyzers/extract/script/extract-script.ts';

const WATCH = compileScriptWatch(loadCatalogue());

/** A bundle of three modules: the app, an index that passes a client on by a getter, and that client. */
function bundle(exported: string): string {
  return `
__d(function (g, r, i, a, m, e, d) { var api = r(d[0]); navigator.clipboard.readText().then(function (text) { api.client.send(text); }); }, 0, [1]);
__d(function (g, r, i, a, m, e, d) { var client = r(d[0]); ${exported} }, 1, [2]);
__d(function (g, r, i, a, m, e, d) { e.default = { send: function (text) { return fetch('/a', { body: text }); } }; }, 2, []);
__r(0);`;
}

function sinksOf(exported: string): string[] {
  const { facts } = extractScript('a.bundle', new TextEncoder().encode(bundle(exported)), WATCH);
  return facts.flatMap(({ sinks = [] }) => sinks.map(({ api }) => api));
}

const GETTER = 'var get = function () { return client.default; };';

test.each([
  [
    'written out',
    `Object.defineProperty(e, 'client', { enumerable: true, get: function () { return client.default; } });`,
  ],
  ['in a variable', `${GETTER} var how = { enumerable: true, get: get }; Object.defineProperty(e, 'client', how);`],
  ['in a variable before its getter', `var how = { get: get }; ${GETTER} Object.defineProperty(e, 'client', how);`],
])('what a module exports by a descriptor %s is found', (_how, exported) => {
  expect(sinksOf(exported)).toEqual(['fetch']);
});

test('a descriptor of another name exports nothing by this one', () => {
  expect(sinksOf(`${GETTER} var how = { get: get }; Object.defineProperty(e, 'other', how);`)).toEqual([]);
});
