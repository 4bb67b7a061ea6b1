import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript } from '../../../../analyzers/extract/script/extract-script.ts';

const WATCH = compileScriptWatch(loadCatalogue());
const READ = 'function load() { return navigator.clipboard.readText(); }';

/** Whether the clipboard is read at the start of a script, or is not seen to be read at all. */
function whenRead(text: string): string {
  const { facts } = extractScript('a.js', new TextEncoder().encode(text), WATCH);
  expect(facts.map(({ value }) => value)).toEqual(['navigator.clipboard.readText']);
  const reach = facts[0]?.reach ?? null;
  return reach === null ? 'unreached' : (reach.beforeConsent ?? 'later');
}

test.each([
  ['a variable that is given the function later', `let run; ${READ} run = load; run();`],
  ['a constant beside it', `${READ} const run = load; run();`],
  ['one of two', `${READ} const run = given ? other : load; run();`],
  ['what is there, or else the function', `${READ} const run = globalThis.given || load; run();`],
  ['over two variables', `${READ} const first = load; let run; run = first; run();`],
  ['given in a function that runs', `let run = null; ${READ} function start() { run = load; } start(); run();`],
  ['called with arguments', `${READ} const run = load; run(1, 2);`],
])('%s', (_what, text) => {
  expect(whenRead(text)).toBe('process-start');
});

test.each([
  ['a variable that nothing calls', `let run; ${READ} run = load;`],
  ['another variable of that name is called', `${READ} { const run = load; } function other(run) { run(); } other();`],
  ['what is called is given something else', `let run; ${READ} const held = load; run = () => 1; run(held.length);`],
])('%s: not seen to run', (_what, text) => {
  expect(whenRead(text)).toBe('unreached');
});

test('variables that are given each other in a ring come to an end', () => {
  expect(whenRead(`let a, b, c; ${READ} a = b; b = c; c = a; b = load; c();`)).toBe('process-start');
});
