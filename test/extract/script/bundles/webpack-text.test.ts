import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { readWebpackText } from '../../../../analyzers/extract/script/bundles/webpack-text.ts';
import { compileScriptWatch, extractScript } from '../../../../analyzers/extract/script/extract-script.ts';
import { leaveOutIdleModules } from '../../../../analyzers/extract/script/source/leave-out.ts';
import { scanBrackets } from '../../../../analyzers/extract/script/syntax/bracket-scan.ts';

const WATCH = compileScriptWatch(loadCatalogue());
/** Code of some size that leads nowhere. */
const IDLE = (seed: number): string =>
  `t.sum=function(n){return ${Array.from({ length: 600 }, (_, at) => `n[${seed + at}]`).join('+')}}`;
/** Texts of less than 16 kB are not worth a look. */
const FILLER = Array.from({ length: 4 }, (_, at) => IDLE(at * 1000));

const BOOT =
  'var t={};function n(r){if(t[r])return t[r].exports;var i=t[r]={exports:{}};return e[r].call(i.exports,i,i.exports,n),i.exports}';

/** webpack 4 with an array, webpack 5 with an object, a chunk of each, and browserify; modules are numbered from 0 on. */
const FORMS: Record<string, (bodies: readonly string[]) => string> = {
  'webpack 4': (bodies) =>
    `!function(e){${BOOT}n(0)}([${bodies.map((body) => `function(e,t,n){"use strict";${body}}`).join()}]);`,
  'webpack 5': (bodies) =>
    `(()=>{var e={${bodies.map((body, at) => `${at}:(e,t,n)=>{"use strict";${body}}`).join()}};${BOOT.replace('e[r]', '(0,e[r])')};n(0)})();`,
  'webpack with methods': (bodies) =>
    `(()=>{var e={${bodies.map((body, at) => `${at}(e,t,n){${body}}`).join()}};${BOOT};n(0)})();`,
  'a chunk of webpack 4': (bodies) =>
    `(window.webpackJsonp=window.webpackJsonp||[]).push([[7],[${bodies.map((body) => `function(e,t,n){${body}}`).join()}]]);`,
  'a chunk of webpack 5': (bodies) =>
    `"use strict";(self.webpackChunkapp=self.webpackChunkapp||[]).push([[7],{${bodies.map((body, at) => `${at}:function(e,t,n){${body}}`).join()}}]);`,
  'webpack for development': (bodies) =>
    `(function(modules) { ${BOOT.replace('e[r]', 'modules[r]')} })({\n${bodies.map((body, at) => `/***/ "${at}":\n/*!*** ./src/${at}.js ***!*/\n/*! no static exports found */\n/***/ (function(e, t, n) {\n\n${body}\n\n/***/ })`).join(',\n\n')}\n\n});`,
  browserify: (bodies) =>
    `(function e(t,n,r){function s(o){return n[o]}return s})()({${bodies.map((body, at) => `${at}:[function(n,e,t){${body}},{"./0":0,"./1":1,"./2":2}]`).join()}},{},[0]);`,
};

/** The numbers of the modules whose inside is left blank. */
function leftOut(text: string): string[] {
  const shortened = leaveOutIdleModules(text, WATCH);
  expect(shortened.length).toBe(text.length);
  return (readWebpackText(text)?.modules ?? [])
    .filter(({ bodyStart, bodyEnd }) => bodyEnd > bodyStart && shortened.slice(bodyStart, bodyEnd).trim() === '')
    .map(({ id }) => id.split(' ')[1] as string);
}

describe.each(Object.entries(FORMS))('%s', (name, form) => {
  const require = (id: number): string => (name === 'browserify' ? `n("./${id}")` : `n(${id})`);

  test('modules from which no way leads to a sensitive member are left out', () => {
    const bodies = [
      `t.start=${require(1)}.agent`,
      't.agent=navigator.userAgent',
      ...FILLER.slice(0, 3),
      `${IDLE(9000)};t.x=${require(1)}.agent`,
    ];
    const idle = name === 'browserify' ? [] : ['2', '3', '4'];
    expect(leftOut(form(bodies))).toEqual(idle);
  });

  test('the facts are those of the whole text', () => {
    const bodies = [
      `${IDLE(1)};var a=${require(1)};a.go().then(function(x){fetch("/a",{body:x})})`,
      't.go=function(){return navigator.clipboard.readText()}',
      ...FILLER,
    ];
    const text = form(bodies);
    const whole = extractScript('app.js', new TextEncoder().encode(text.replace('t.sum=', 't[navigator.x]=')), WATCH);
    const { facts, gaps } = extractScript('app.js', new TextEncoder().encode(text), WATCH);
    expect(gaps).toEqual([]);
    expect(facts.map(({ value }) => value)).toContain('navigator.clipboard.readText');
    expect(facts.map(({ value, sinks }) => [value, sinks?.map(({ api }) => api)])).toEqual(
      whole.facts.map(({ value, sinks }) => [value, sinks?.map(({ api }) => api)]),
    );
  });
});

const FORM = FORMS['webpack 5'] as (bodies: readonly string[]) => string;

test.each([
  ['a module of another file', 't.a=n(99)', false],
  ['all modules by their table', 'for(var i in n.m)t[i]=n.m[i]', false],
  ['the loader by another name', 'var o=n;t.a=o(1)', false],
  ['a choice among modules', `t.a=function(x){throw Error("Cannot find module '"+x)}`, false],
  ['a package that is not in the bundle', 'e.exports=require("@tarojs/taro")', false],
  ['a chunk that is loaded later', 'n.e(3).then(n.bind(n,1)).then(t.f)', false],
  ['a module by a variable of its own', 'function o(n){return n(1.5)}t.a=o', false],
  ['a module that leads nowhere', 't.a=n(2)', true],
  ['a name in a key', 't.a={navigator:1}', true],
])('%s', (_what, code, isLeftOut) => {
  const bodies = ['t.a=n(1)', 't.agent=navigator.userAgent', ...FILLER.slice(0, 3), `${IDLE(5000)};${code}`];
  expect(leftOut(FORM(bodies)).includes('5')).toBe(isLeftOut);
});

test.each([
  ['functions that export nothing', (body: string) => `call({1:function(a,b,c){${body}},2:function(a,b,c){${body}}})`],
  [
    'a list that is given to a named function',
    (body: string) => `call([function(e,t,n){${body}},function(e,t,n){${body}}])`,
  ],
  ['an object with names', (body: string) => `call({one:function(e,t,n){${body}},two:function(e,t,n){${body}}})`],
])('%s is no table of modules', (what, form) => {
  const body = FILLER.join(';');
  const text = form(what.includes('export nothing') ? body.replaceAll('t.sum', 'o.sum') : body);
  expect(leaveOutIdleModules(text, WATCH)).toBe(text);
});

test.each([
  ['strings and templates', 'a(\'(\',"[\\"",`{${b[`(`]}(`)', true],
  ['comments', 'a(/* ( */) // ]', true],
  ['a regular expression', 'a=/[(/]\\(/g;b=x/y/z;if(c)/{/.test(d);return/[}]/', true],
  ['a regular expression behind a block and a call', 'function f(){}/[{]/.test(a(1)/2/3)', true],
  ['signs', 'a++/b/c;d=+/[(]/.x', true],
  ['brackets of two kinds', 'a(]', false],
  ['an open bracket', 'a({', false],
  ['a closing bracket', 'a)', false],
  ['an open string', "a('", false],
  ['a string over lines', "a('\n')", false],
  ['an open comment', 'a /* b', false],
])('brackets: %s', (_what, text, fits) => {
  expect(
    scanBrackets(
      text,
      () => undefined,
      () => undefined,
    ),
  ).toBe(fits);
});

test('every bracket that is closed was opened', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[(){}[\]'"`/\\$a1.,;=+* \n]{0,60}$/), (text) => {
      const open: number[] = [];
      scanBrackets(
        text,
        (at) => open.push(at),
        (at, opening) => {
          expect(open.pop()).toBe(opening);
          expect(`${text[opening]}${text[at]}`).toMatch(/^(?:\(\)|\[\]|\{\})$/);
        },
      );
    }),
  );
});
