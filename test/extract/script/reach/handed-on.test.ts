import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript } from '../../../../analyzers/extract/script/extract-script.ts';

const WATCH = compileScriptWatch(loadCatalogue());

/** A bundle of Metro whose app hands a function of another module on; its kind of entry, null where it is not reached. */
function reachOf(handsOn: string, exported = 'e.Upload=Upload'): string | null {
  const modules = [
    [`var R=r(d[0]);R.registerComponent("main",function(){return App});function App(){${handsOn}}`, [1, 2]],
    ['e.registerComponent=function(){};e.jsx=function(){};e.Drawer={}', []],
    [`${exported};function Upload(){navigator.clipboard.readText()}`, []],
  ].map(([body, needs], id) => `__d(function(g,r,i,a,m,e,d){${body}},${id},${JSON.stringify(needs)});`);
  const bundle = [...modules, '__r(0);'].join('\n');
  const { facts, gaps } = extractScript('a.bundle', new TextEncoder().encode(bundle), WATCH);
  expect(gaps).toEqual([]);
  expect(facts.map(({ value }) => value)).toEqual(['navigator.clipboard.readText']);
  return facts[0]?.reach?.entry.kind ?? null;
}

test.each([
  ['a screen of a navigator', 'return (0,R.jsx)(R.Drawer.Screen,{name:"Upload",component:r(d[1]).Upload})'],
  ['a screen among others', 'return (0,R.jsx)(R.Drawer,{children:(0,R.jsx)(R.Screen,{component:r(d[1]).Upload})})'],
  ['an argument', 'R.later(r(d[1]).Upload)'],
  ['by a variable of the module', 'var s=r(d[1]);R.later({handler:s.Upload})'],
])("a function that a bundle's app hands on is reached: %s", (_, handsOn) => {
  expect(reachOf(handsOn)).toBe('component');
});

test.each([
  ['another function', 'R.later(r(d[1]).Download)'],
  ['only looked at', 'return typeof r(d[1]).Upload'],
  ['the same name of another object', 'R.later(R.Upload)'],
])('and not where it is not: %s', (_, handsOn) => {
  expect(reachOf(handsOn)).toBeNull();
});

test('a default export is handed on by that name', () => {
  expect(reachOf('R.later({component:r(d[1]).default})', 'e.default=Upload')).toBe('component');
});
