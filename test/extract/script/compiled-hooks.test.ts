import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript } from '../../../analyzers/extract/script/extract-script.ts';

const WATCH = compileScriptWatch(loadCatalogue());

/**
 * A bundle in which a hook keeps what is read in a state, as Babel compiles it: by a helper that makes lists, which others
 * call, too. An index module passes the hook on.
 */
function bundle(index: string, screen: string): string {
  return `
__d(function (g, r, i, a, m, e, d) { var hooks = r(d[0]), lists = r(d[1]);
  e.Screen = function () { var text = hooks.useText(); ${screen} }; }, 0, [1, 5]);
__d(function (g, r, i, a, m, e, d) { ${index} }, 1, [2]);
__d(function (g, r, i, a, m, e, d) { var list = r(d[0]), React = r(d[1]);
  e.useText = function () {
    var pair = list(React.useState(''), 2), text = pair[0], setText = pair[1];
    React.useEffect(function () { navigator.clipboard.readText().then(function (read) { setText(read); }); }, []);
    return text;
  }; }, 2, [3, 4]);
__d(function (g, r, i, a, m, e, d) {
  function limited(from, most) { var made = [], step = from[Symbol.iterator](); for (; made.length < most; ) made.push(step.next().value); return made; }
  m.exports = function (from, most) { return Array.isArray(from) ? from : limited(from, most); }; }, 3, []);
__d(function (g, r, i, a, m, e, d) { e.useState = g.made; e.useEffect = g.made; }, 4, []);
__d(function (g, r, i, a, m, e, d) { var list = r(d[0]);
  e.other = function (entries) { var pair = list(entries, 2); console.log(pair[0]); }; }, 5, [3]);
__r(0);`;
}

const STAR = `var from = r(d[0]); Object.keys(from).forEach(function (key) {
  if (key !== 'default' && !(key in e && e[key] === from[key]))
    Object.defineProperty(e, key, { enumerable: true, get: function () { return from[key]; } }); });`;

function sinksOf(index: string, screen: string): string[] {
  const { facts, gaps } = extractScript('a.bundle', new TextEncoder().encode(bundle(index, screen)), WATCH);
  expect(gaps).toEqual([]);
  return facts.flatMap(({ sinks = [] }) => sinks.map(({ api }) => api));
}

test.each([
  ['by a loop over its exports', STAR],
  ['by its name', 'e.useText = r(d[0]).useText;'],
])('a state that is passed on %s is sent where the state is, and is not what others make lists of', (_how, index) => {
  expect(sinksOf(index, "fetch('/a', { body: text });")).toEqual(['fetch']);
});

test('a screen that does not send it', () => {
  expect(sinksOf(STAR, "fetch('/a', { body: hooks.useText.length });")).toEqual([]);
});
