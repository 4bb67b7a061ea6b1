import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { readMetroText } from '../../../../analyzers/extract/script/bundles/metro-text.ts';
import { compileScriptWatch, extractScript } from '../../../../analyzers/extract/script/extract-script.ts';
import { leaveOutIdleModules } from '../../../../analyzers/extract/script/source/leave-out.ts';
import { unpack } from '../../../../analyzers/unpack/unpack.ts';
import { CATALOGUE } from '../script-catalogue.ts';

const READ = { use: 'call' as const, data: ['some-data'] };
const SOME_EVENTS = {
  use: 'call' as const,
  data: [],
  when: [{ argument: 0, value: 'devicemotion', data: ['sensor'] }],
};
const GLOBAL = { aliases: [], reach: 'global' as const, exports: [], nativeModules: [] };
const WATCH = compileScriptWatch({
  ...CATALOGUE,
  scriptApis: {
    ...CATALOGUE.scriptApis,
    'web/Intl': { ...GLOBAL, members: { 'DateTimeFormat().resolvedOptions().timeZone': { ...READ, use: 'read' } } },
    'web/window': { ...GLOBAL, members: { addEventListener: SOME_EVENTS } },
  },
});
const NAMES = ['AppRegistry', 'NativeModules', 'StyleSheet', 'TurboModuleRegistry'];
const OTHERS = Array.from({ length: 40 }, (_, at) => `get Other${at}(){return r(d[0])}`);
const FACE = `m.exports={${[...NAMES.map((name, at) => `get ${name}(){return r(d[${at}])}`), ...OTHERS].join()}}`;

/** Modules as Metro writes them for release builds: factory body, dependencies. */
function metro(modules: [body: string, dependencies: number[]][], starts = [0]): string {
  const lines = modules.map(
    ([body, dependencies], id) => `__d(function(g,r,i,a,m,e,d){${body}},${id},${JSON.stringify(dependencies)});`,
  );
  return ['var __DEV__=false;', ...lines, ...starts.map((id) => `__r(${id});`)].join('\n');
}

/** The ids of the modules whose inside is left blank. */
function leftOut(text: string): string[] {
  const shortened = leaveOutIdleModules(text, WATCH);
  expect(shortened.length).toBe(text.length);
  return (readMetroText(text)?.modules ?? [])
    .filter(({ bodyStart, bodyEnd }) => bodyEnd > bodyStart && shortened.slice(bodyStart, bodyEnd).trim() === '')
    .map(({ id }) => id);
}

test('what React Native requires or runs first is left out, whoever else requires it', () => {
  const app = 'r(d[0]).AppRegistry.go(r(d[1]))';
  const modules: [string, number[]][] = [
    [app, [1, 6]],
    [FACE, [2, 3, 4, 5]],
    ['e.a=r(d[0])', [3]],
    ['e.default={}', []],
    ['e.b=2', []],
    ['e.c=3', []],
    ['e.own=navigator.platform', [4]],
    ['e.before=1', [8]],
    ['e.deep=1', []],
  ];
  expect(leftOut(metro(modules, [7, 0]))).toEqual(['2', '3', '4', '5', '7', '8']);
});

test('factories stand in parentheses, as minifiers write them', () => {
  const modules: [string, number[]][] = [
    ['r(d[0]).AppRegistry.go(r(d[1]))', [1, 2]],
    [FACE, [3]],
    ['e.own=navigator.platform', []],
    ['e.inside=function(){},x={},1', []],
    ['', []],
  ];
  const wrapped = metro(modules).replace(/__d\((function.*\}),(\d+,\[[\d,]*\]\);)$/gm, '__d(($1),$2');
  expect(wrapped).toContain('__d((function');
  expect(leftOut(wrapped)).toEqual(['3']);
});

test('an own module that only names the exports of React Native is no face', () => {
  const names = 'var {AppRegistry,NativeModules,StyleSheet,TurboModuleRegistry}=r(d[0]);e.x=AppRegistry';
  expect(
    leftOut(
      metro([
        ['r(d[0])', [1]],
        [names, [2]],
        ['e.a=1', []],
      ]),
    ),
  ).toEqual([]);
});

test('an own module that passes some of the exports on is no face either', () => {
  const some = `m.exports={${NAMES.map((name) => `get ${name}(){return r(d[0]).${name}}`).join()},own:r(d[1])}`;
  expect(
    leftOut(
      metro([
        ['r(d[0])', [1]],
        [some, [2, 3]],
        [FACE, []],
        ['e.a=1', []],
      ]),
    ),
  ).toEqual([]);
});

test('a module that names itself or a native module is read', () => {
  const modules: [string, number[]][] = [
    ['r(d[0]).x', [1]],
    [FACE, [2, 3, 4, 4]],
    [`throw "The package 'x' doesn't seem to be linked"`, []],
    ['e.default=r(d[0]).getEnforcing("RNCClipboard")', [4]],
    ['e.a=1', []],
  ];
  expect(leftOut(metro(modules))).toEqual(['4']);
});

/** Code of some size that leads nowhere. */
const IDLE = `e.sum=function(n){return ${Array.from({ length: 600 }, (_, at) => `n[${at}]`).join('+')}}`;

test('larger modules from which no way leads to a sensitive member are left out', () => {
  const modules: [string, number[]][] = [
    ['r(d[0]).sum(r(d[1]))', [1, 2, 3, 4, 5, 6]],
    [IDLE, [8]],
    [`${IDLE};e.a=r(d[0])`, [7]],
    [`${IDLE};e.keys={navigator:1,screen:2}`, []],
    [`${IDLE};var wx=1;e.b=wx`, []],
    [`${IDLE};e.c=function(g){return g["navigator"]}`, []],
    ['e.small=1', []],
    ['e.agent=navigator.platform', []],
    ['e.small=2', []],
  ];
  // The last is small, but asked for by nothing that is read.
  expect(leftOut(metro(modules))).toEqual(['1', '3', '4', '8']);
});

test.each([
  ['var{navigator:u}=g;e.c=u', false],
  ['var {a:{b:c},navigator:u={}}=g;e.c=u', false],
  ['e.c=function({navigator:u}){return u}', false],
  ['e.c=({navigator:u},t)=>u', false],
  ['for(var{navigator:u} of g)e.c=u', false],
  ['e.c={navigator:1}==g', true],
  ['e.c=f({navigator:1},{screen:2})', true],
])('a name that is taken out of an object is no key: %s', (code, isLeftOut) => {
  expect(isIdle(code)).toBe(isLeftOut);
});

test.each([
  // Of a global, what leads on; or the global itself, which may be asked elsewhere.
  ['e.a=navigator.platform', false],
  ['e.a=navigator.geolocation', true],
  ['e.a=navigator.geolocation.watchPosition(f)', false],
  ['e.a=navigator["platform"]', false],
  ['e.a=navigator?.platform', false],
  ['e.a=navigator.vibrate(1)', true],
  ['e.a=navigator', false],
  ['e.a=f(navigator)', false],
  ['e.a="undefined"!=typeof navigator', true],
  ['e.a="x"in navigator', true],
  ['e.a=navigator&&b', true],
  ['e.a=navigator||b', false],
  ['throw Error("the navigator is gone")', true],
  ['return navigator in n', false],
  // By the global object, under its names or under one that it is given.
  ['e.a=window.navigator', false],
  ['e.a=n.navigator', true],
  ['var w=window;e.a=w.document,t=w.navigator,t.platform', false],
  ['e.a=n.navigator.platform', false],
  ['e.a=g["navigator"]', false],
  ['e.a=f(globalThis,"navigator").platform', false],
  ['e.a="navigator"===n', true],
  // What is called on the global object, or by a global's name.
  ['fetch("/a")', false],
  ['window.fetch("/a")', false],
  ['var t=globalThis;t.fetch("/a")', false],
  ['!function(t){t.fetch("/a")}("undefined"!=typeof self?self:this)', false],
  ['r(d[0]).GLOBAL.fetch("/a")', false],
  ['this.fetch("/a");window.x=1', true],
  ['t.fetch("/a")', true],
  ['b([{key:"fetch",value:function(){}}])', true],
  ['Object.defineProperty(e,"fetch",{enumerable:!0,get:f})', true],
  // Exports of React Native, by whatever they are asked for.
  ['e.a=t.Clipboard', false],
  ['e.a=t.Clipboard.setString', true],
  ['e.a=t.Clipboard.getString()', false],
  // Native modules, by their names.
  ['e.a=r(d[0]).load("RNCClipboard")', false],
  ['e.a={type:"RNCClipboard"}', true],
  ['e.a=t.RNCClipboard.getString()', false],
  ['e.a=t.RNCClipboard', true],
  ['e.a=t.NativeModules[n]', false],
])('whether a way begins in %s', (code, isLeftOut) => {
  expect(isIdle(code)).toBe(isLeftOut);
});

test('an event that nothing in the bundle waits for is none', () => {
  expect(isIdle('window.addEventListener(t,f)')).toBe(true);
  expect(isIdle('window.addEventListener(t,f)', ['e.t="devicemotion"'])).toBe(false);
  expect(isIdle('window.addEventListener("load",f)', ['e.t="devicemotion"'])).toBe(true);
  expect(isIdle('window.addEventListener("devicemotion",f)')).toBe(false);
});

test('a way goes on only by names that stand somewhere in the bundle', () => {
  const format = 'e.a=new Intl.DateTimeFormat("en")';
  expect(isIdle(format)).toBe(true);
  expect(isIdle(format, ['e.zone=function(t){return t.resolvedOptions().timeZone}'])).toBe(false);
});

/** Whether a larger module with this code is left out of a bundle with others. */
function isIdle(code: string, others: readonly string[] = []): boolean {
  const modules: [string, number[]][] = [
    ['r(d[0])', [1]],
    [`${IDLE};${code}`, []],
    ...others.map((other): [string, number[]] => [other, []]),
  ];
  return leftOut(metro(modules)).includes('1');
}

test('development bundles say by their paths what is left out', () => {
  const named = [
    '__d(function(g,r,i,a,m,e,d){\n  e.a=1;\n},0,[1],"index.js");',
    '__d(function(g,r,i,a,m,e,d){\n  e.a=navigator.platform;\n},1,[2],"node_modules/react-native/index.js");',
    '__d(function(g,r,i,a,m,e,d){\n  e.a=1;\n},2,[],"node_modules/unheard-of/index.js");',
    '__r(0);',
  ];
  expect(leftOut(['', ...named].join('\n'))).toEqual(['1']);
});

test.each([
  ['no bundle', 'var a = 1;'],
  ['a module that does not end', '\n__d(function(g,r,i,a,m,e,d){a();'],
  ['a module that ends otherwise', '\n__d(function(g,r,i,a,m,e,d){a()},x,[]);\n__r(0);'],
  ['a module that begins otherwise', '\n__d(a.b,0,[]);\n__r(0);'],
])('%s is not cut', (_what, text) => {
  expect(readMetroText(text)).toBeNull();
  expect(leaveOutIdleModules(text, WATCH)).toBe(text);
});

test('dependencies of every form, and modules without any code', () => {
  const text = [
    '',
    '__d(function(g,r,i,a,m,e,d){},3,[]);',
    '__d((g,r,i,a,m,e,d)=>{e.x={a:{},b:[1]}},4,{"0":3,"1":7,"paths":{"7":"/x.bundle"}});',
    '__d(function (g, r, i, a, m, e, d) {\n  e.x = 1;\n}, 5, [\n3,\n 4,null ], "a/b.js", {"0":"./c"});',
    '__r(5);',
  ].join('\n');
  const bundle = readMetroText(text);
  expect(bundle?.modules.map(({ id, dependencies, path }) => [id, dependencies, path])).toEqual([
    ['3', [], null],
    ['4', ['3', '7'], null],
    ['5', ['3', '4'], 'a/b.js'],
  ]);
  expect(bundle?.modules.map(({ bodyStart, bodyEnd }) => text.slice(bodyStart, bodyEnd).trim())).toEqual([
    '',
    'e.x={a:{},b:[1]}',
    'e.x = 1;',
  ]);
  expect(bundle?.starts).toEqual(['5']);
});

test('a real bundle gives the same facts whether its modules are left out or not', () => {
  const apk = fileURLToPath(new URL('../../../../samples/react-native/app.apk', import.meta.url));
  const file = unpack(apk).files.find(({ path }) => path.endsWith('index.android.bundle'));
  const bytes = file?.read() ?? new Uint8Array();
  const text = new TextDecoder().decode(bytes);
  const watch = compileScriptWatch(loadCatalogue());
  // A comment behind a module makes it one that does not end as Metro ends one.
  const whole = text.replace('\n__r(', '/**/\n__r(');
  expect(leaveOutIdleModules(whole, watch)).toBe(whole);
  expect(leaveOutIdleModules(text, watch).replace(/\s+/g, '').length).toBeLessThan(text.length / 5);
  const { facts, gaps } = extractScript('index.android.bundle', bytes, watch);
  expect(gaps).toEqual([]);
  expect(facts.length).toBeGreaterThan(0);
  expect(facts).toEqual(extractScript('index.android.bundle', new TextEncoder().encode(whole), watch).facts);
});
