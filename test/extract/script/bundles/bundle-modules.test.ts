import { expect, test } from 'vitest';
import { extract } from '../script-catalogue.ts';

/** Facts but imports, as `value` or `value of package`. */
function found(source: string): string[] {
  const { facts, gaps } = extract(source, 'assets/index.android.bundle');
  expect(gaps).toEqual([]);
  return facts
    .filter(({ kind }) => kind !== 'module')
    .map(({ value, at, module }) => `${value} ${at.line}${module ? ` of ${module}` : ''}`);
}

/** Modules as Metro writes them for release builds: factory body, dependencies. */
function metro(modules: [body: string, dependencies: number[]][], starts = [0]): string {
  const lines = modules.map(
    ([body, dependencies], id) => `__d(function(g,r,i,a,m,e,d){${body}},${id},${JSON.stringify(dependencies)});`,
  );
  return [...lines, ...starts.map((id) => `__r(${id});`)].join('\n');
}

const INTEROP = 'm.exports=function(e){return e&&e.__esModule?e:{default:e}}';
const NATIVE = 'e.default=r(d[0]).TurboModuleRegistry.getEnforcing("RNDeviceInfo")';
const LIBRARY =
  'var n=r(d[0]);e.getUniqueId=function(){return n.default.getUniqueId()};e.getModel=function(){return n.default.getModel()}';

test('Metro: a call of a library is found at its caller, and nothing in the library', () => {
  const app = 'var t=r(d[0]),n=t(r(d[1]));e.go=function(){return n.getUniqueId()}';
  expect(
    found(
      metro([
        [app, [1, 2]],
        [INTEROP, []],
        [LIBRARY, [3]],
        [NATIVE, [4]],
        ['e.TurboModuleRegistry={}', []],
      ]),
    ),
  ).toEqual(['react-native-device-info.getUniqueId 1']);
});

test('Metro: a library that is there and not used shows nothing', () => {
  const app = 'r(d[0])';
  expect(
    found(
      metro([
        [app, [1]],
        [LIBRARY, [2]],
        [NATIVE, [3]],
        ['e.TurboModuleRegistry={}', []],
      ]),
    ),
  ).toEqual([]);
});

test('Metro: own functions of the same names are not the library', () => {
  const own = 'e.getUniqueId=function(){return 1};e.getModel=function(){return 2}';
  expect(
    found(
      metro([
        ['r(d[0]).getUniqueId()', [1]],
        [own, []],
      ]),
    ),
  ).toEqual([]);
});

test('Metro: the app asks for a native module itself', () => {
  const app = 'var n=r(d[0]).NativeModules.RNDeviceInfo;e.read=function(){return n.getUniqueId()}';
  expect(
    found(
      metro([
        [app, [1]],
        ['', []],
      ]),
    ),
  ).toEqual(['react-native-device-info.getUniqueId 1']);
});

test('Metro: modules that export through others, and import()', () => {
  const modules: [string, number[]][] = [
    ['r(d[0]).clip.getUniqueId();r(d[1])(d[2],d.paths).then(function(x){return x.clip.getUniqueId()})', [1, 4, 1]],
    ['Object.defineProperty(e,"clip",{enumerable:!0,get:function(){return o}});var o=r(d[0])', [2]],
    [LIBRARY, [3]],
    [NATIVE, [5]],
    ['m.exports=function(){}', []],
    ['', []],
  ];
  expect(found(metro(modules))).toEqual([
    'react-native-device-info.getUniqueId 1',
    'react-native-device-info.getUniqueId 1',
  ]);
});

test('Metro: a native module is asked for by a function that is called without its object', () => {
  const camera = 'var n=r(d[0]);e.getUniqueId=function(){return n.default.getUniqueId()};e.getModel=function(){}';
  expect(
    found(
      metro([
        ['r(d[0]).getUniqueId()', [1]],
        [camera, [2]],
        ['e.default=(0,r(d[0]).requireNativeModule)("RNDeviceInfo")', [3]],
        ['e.requireNativeModule=function(){}', []],
      ]),
    ),
  ).toEqual(['react-native-device-info.getUniqueId 1']);
});

test.each([
  ['a text', `{nativeModuleName:"RNFBMessagingModule"}`],
  ['a list', `{nativeModuleName:["RNFBMessagingModule","RNFBOtherModule"]}`],
  ['a variable', `{nativeModuleName:n}`],
  ['an object in a variable', 'o'],
])('Metro: a package that hands the name of its native module on: %s', (_, options) => {
  const library = `var n="RNFBMessagingModule",o={nativeModuleName:n};e.default=(0,r(d[0]).createModuleNamespace)(${options})`;
  const app = 'var t=r(d[0]),n=t(r(d[1]));e.go=function(){return(0,n.default)().getToken()}';
  const modules: [string, number[]][] = [
    [app, [1, 2]],
    [INTEROP, []],
    [library, [3]],
    ['e.createModuleNamespace=function(){}', []],
  ];
  expect(found(metro(modules))).toEqual(['@react-native-firebase/messaging.().getToken 1']);
  expect(found(metro(modules).replaceAll('RNFBMessagingModule', 'RNFBUnknownModule'))).toEqual([]);
});

test('Metro: development bundles keep the paths', () => {
  const source = `__d(function (global, _$$_REQUIRE, _$$_IMPORT_DEFAULT, _$$_IMPORT_ALL, module, exports, _dependencyMap) {
  navigator.geolocation.getCurrentPosition();
},1,[],"node_modules/@scope/tracker/index.js");
__d(function (global, _$$_REQUIRE, _$$_IMPORT_DEFAULT, _$$_IMPORT_ALL, module, exports, _dependencyMap) {
  navigator.geolocation.getCurrentPosition();
},2,[1],"src/index.js");`;
  expect(found(source)).toEqual([
    'navigator.geolocation.getCurrentPosition 2 of @scope/tracker',
    'navigator.geolocation.getCurrentPosition 5',
  ]);
});

test('webpack 4: the API object of uni-app behind a module', () => {
  const source = `(global.webpackJsonp=global.webpackJsonp||[]).push([["common/vendor"],{
"543d":function(t,e,n){Object.defineProperty(e,"__esModule",{value:!0}),e.default=void 0;var r=uni;e.default=r},
"1a2b":function(t,e,n){(function(t){t.getLocation({})}).call(this,n("543d")["default"])},
"1a2c":function(t,e,n){(function(t){t.getLocation({})}).call(this,n("9999")["default"])},
"9999":function(t,e,n){e.default={getLocation:function(){}}}}]);`;
  expect(found(source)).toEqual(['uni.getLocation 3']);
});

test('webpack 5: harmony exports and the default getter', () => {
  const source = `(()=>{var e={
12:(e,t,n)=>{"use strict";n.r(t),n.d(t,{nav:()=>o});var o=window.navigator},
13:(e,t,n)=>{var r=n(12),i=n(14),a=n.n(i);r.nav.geolocation.getCurrentPosition();a().getUniqueId();n.n(i).a.getUniqueId()},
14:(e,t,n)=>{e.exports=n(15)},
15:(e,t,n)=>{e.exports={getUniqueId(){}}}},t={};
function n(r){var o=t[r];if(void 0!==o)return o.exports;var i=t[r]={exports:{}};return e[r](i,i.exports,n),i.exports}
n.d=(e,t)=>{};n(12).nav.geolocation.getCurrentPosition();n(15).getUniqueId()})();`;
  expect(found(source)).toEqual([
    'navigator.geolocation.getCurrentPosition 3',
    'navigator.geolocation.getCurrentPosition 7',
  ]);
});

test('webpack: modules of installed packages say whose they are', () => {
  const source = `(window.webpackJsonp=window.webpackJsonp||[]).push([[1],{
"./node_modules/react-native-device-info/lib/index.js":function(module,exports,__webpack_require__){exports.getUniqueId=function(){}},
"./node_modules/other/index.js":function(module,exports,__webpack_require__){navigator.geolocation.getCurrentPosition()},
"./src/a.js":function(module,exports,__webpack_require__){__webpack_require__("./node_modules/react-native-device-info/lib/index.js").getUniqueId()}}]);`;
  expect(found(source)).toEqual([
    'navigator.geolocation.getCurrentPosition 3 of other',
    'react-native-device-info.getUniqueId 4',
  ]);
});

test('browserify', () => {
  const source = `(function(){function r(e,n,t){}return r})()({
1:[function(require,module,exports){module.exports=window.plugins.sim},{}],
2:[function(require,module,exports){var s=require("./sim");s.getSimInfo();require("./own").getSimInfo()},{"./sim":1,"./own":3}],
3:[function(require,module,exports){exports.getSimInfo=function(){}},{}]},{},[2]);`;
  expect(found(source)).toEqual(['window.plugins.sim.getSimInfo 3']);
});

test('a table of functions that is no bundle', () => {
  const source = `var handlers={1:function(e,t,n){n.getLocation()},2:function(e){}};handlers[1](0,0,uni);`;
  expect(found(source)).toEqual([]);
});
