import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript } from '../../../analyzers/extract/script/extract-script.ts';

const WATCH = compileScriptWatch(loadCatalogue());
const FORMS = ['joined', 'separate', 'plain', 'development', 'evaluated'];

function found(form: string) {
  return extractScript('app.js', readFileSync(new URL(`webpack-forms/built/${form}.js`, import.meta.url)), WATCH);
}

/** The app asks for the place when its root is shown, and for the clipboard at the press of a button. */
test.each(FORMS)('what webpack 5.112 makes of an app says what its source says: %s', (form) => {
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
  const text = readFileSync(new URL('webpack-forms/built/evaluated.js', import.meta.url), 'utf8').split('\n');
  for (const { at, value } of found('evaluated').facts) {
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
