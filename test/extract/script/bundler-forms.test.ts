import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript } from '../../../analyzers/extract/script/extract-script.ts';

const WATCH = compileScriptWatch(loadCatalogue());
const FORMS = [
  ...['joined', 'separate', 'plain', 'development', 'evaluated'].map((form) => `webpack5-${form}`),
  ...['joined', 'separate', 'dev'].map((form) => `webpack4-${form}`),
  ...['rollup-system', 'vite'],
];

function found(form: string) {
  return extractScript(
    'assets/main.js',
    readFileSync(new URL(`bundler-forms/built/${form}.js`, import.meta.url)),
    WATCH,
  );
}

/** The app asks for the place when its root is shown, and for the clipboard at the press of a button. */
test.each(FORMS)('what a bundler makes of an app says what its source says: %s', (form) => {
  const { facts, gaps } = found(form);
  expect(gaps).toEqual([]);
  const shown = facts.map(({ value, reach, sinks = [] }) => [
    value,
    reach?.beforeConsent ?? null,
    sinks.map(({ kind, api }) => `${kind} ${api}`),
  ]);
  expect(shown.sort()).toEqual([
    ['@capacitor/geolocation.getCurrentPosition', 'process-start', ['network axios.create().post']],
    // What is done with it is no member that axios has.
    ['navigator.clipboard.read', null, []],
    ['navigator.clipboard.readText', null, ['storage @capacitor/preferences.set']],
  ]);
});

test('a place in evaluated code is that of its characters in the file', () => {
  const text = readFileSync(new URL('bundler-forms/built/webpack5-evaluated.js', import.meta.url), 'utf8').split('\n');
  for (const { at, value } of found('webpack5-evaluated').facts) {
    const name = value.slice(value.lastIndexOf('.') + 1);
    expect(text[(at.line ?? 0) - 1]?.slice((at.column ?? 0) - 1)).toMatch(new RegExp(`^${name}\\b`));
  }
});

test('a text that is evaluated and is no code, or no text, says nothing and hides nothing', () => {
  const script = `eval("navigator.clipboard.readText(");eval(code);eval("navigator.clipboard.readText()");`;
  const { facts, gaps } = extractScript('a.js', new TextEncoder().encode(script), WATCH);
  expect(facts.map(({ value, at }) => [value, at.column])).toEqual([
    ['navigator.clipboard.readText', script.lastIndexOf('readText') + 1],
  ]);
  expect(gaps).toEqual([]);
});

/** As Babel and Terser leave a class where its helper is used once. */
test('methods that a minified helper gives a function are those of its instances', () => {
  const script = (list: string) => `var Book=function(){return f=function t(){this.x=1},l=${list},l&&c(f.prototype,l),
Object.defineProperty(f,"prototype",{writable:!1}),f;var f,l}();function c(t,l){for(var n=0;n<l.length;n++)
Object.defineProperty(t,l[n].key,l[n])}
new Book().paste().then(function(t){fetch("/a",{method:"POST",body:t})});`;
  const sent = (list: string) =>
    extractScript('a.min.js', new TextEncoder().encode(script(list)), WATCH).facts.map(
      ({ sinks = [] }) => sinks.length,
    );
  expect(sent('[{key:"paste",value:function(){return navigator.clipboard.readText()}}]')).toEqual([1]);
  expect(sent('[{key:"other",value:function(){return navigator.clipboard.readText()}}]')).toEqual([0]);
});

test('only what SystemJS runs of a module is run with it', () => {
  const script = (name: string) => `System.register([], (function () { 'use strict'; return { ${name}: (function () {
navigator.clipboard.readText(); }) }; }));`;
  const reached = (name: string) =>
    extractScript('a.js', new TextEncoder().encode(script(name)), WATCH).facts.map(
      ({ reach }) => reach?.beforeConsent ?? null,
    );
  expect(reached('execute')).toEqual(['process-start']);
  expect(reached('clear')).toEqual([null]);
});
