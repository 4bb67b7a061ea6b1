import { expect, test } from 'vitest';
import { extract } from '../script-catalogue.ts';

const FILL = (id: number) =>
  `__d(function(g,r,i,a,m,e,d){m.exports={${`a${id}:'${'x'.repeat(900)}',`.repeat(5)}}},${id},[]);`;
const METRO = (broken: string, count: number) =>
  [
    'var __BUNDLE_START_TIME__=1;',
    `__d(function(g,r,i,a,m,e,d){uni.getLocation();r(d[0]);r(d[1])},0,[1,2]);`,
    `__d(function(g,r,i,a,m,e,d){${broken}},1,[]);`,
    `__d(function(g,r,i,a,m,e,d){uni.getLocation()},2,[]);`,
    ...Array.from({ length: count }, (_, at) => FILL(at + 3)),
    '__r(0);',
  ].join('\n');

const sites = (source: string) => {
  const { facts, gaps } = extract(source, 'index.android.bundle');
  return {
    facts: facts.map(({ value, at }) => `${value} ${at.line}:${at.column}`),
    gaps: gaps.map(({ code, detail, material }) => `${code} ${material} ${detail}`),
  };
};

test.each([
  ['small', 0],
  ['of more than 4 MB', 1000],
])('a module of a Metro bundle that does not parse is left out alone and named: %s', (_size, count) => {
  expect(sites(METRO('var a = ;uni.getLocation()', count))).toEqual({
    facts: ['uni.getLocation 2:33', 'uni.getLocation 4:33'],
    gaps: ['corrupt true module 1 is left out: line 3, column 37: Unexpected token'],
  });
});

test('nothing is left out of a bundle that parses', () => {
  expect(sites(METRO('uni.getLocation()', 0))).toEqual({
    facts: ['uni.getLocation 2:33', 'uni.getLocation 3:33', 'uni.getLocation 4:33'],
    gaps: [],
  });
});

test('what is wrong outside of its modules is told as before', () => {
  const { facts, gaps } = sites(`var b = ;\n${METRO('uni.getLocation()', 0)}`);
  expect(facts).toHaveLength(3);
  expect(gaps).toEqual([expect.stringContaining('line 1, column 9: Unexpected token; ')]);
});

test('a module of a webpack bundle is left out, too', () => {
  const fill = Array.from({ length: 30 }, (_, at) => `${at + 10}:function(e,t,n){e.exports="${'x'.repeat(900)}"}`);
  const modules = [
    '1:function(e,t,n){n(2);uni.getLocation()}',
    '2:function(e,t,n){var a = ;uni.getLocation()}',
    ...fill,
  ];
  const source = `!function(e){var t={};function n(r){if(t[r])return t[r].exports;var o=t[r]={i:r,l:!1,exports:{}};return e[r].call(o.exports,o,o.exports,n),o.l=!0,o.exports}n(1)}({${modules.join(',\n')}});`;
  const { facts, gaps } = sites(source);
  expect(facts).toEqual([expect.stringMatching(/^uni\.getLocation 1:/)]);
  expect(gaps).toEqual([
    expect.stringMatching(/^corrupt true module 2 is left out: line 2, column \d+: Unexpected token$/),
  ]);
});
