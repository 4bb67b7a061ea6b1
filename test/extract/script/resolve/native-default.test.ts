import { expect, test } from 'vitest';
import { readsOf } from '../reads-of.ts';

const module = (id: number, dependencies: string, ...lines: string[]): string[] => [
  '__d(function (g, r, i, a, m, e, d) {',
  ...lines,
  `}, ${id}, [${dependencies}]);`,
];

test('a package that hands a native module on as a whole, asked for its default by an interop helper', () => {
  const bundle = (handed: string): string[] => [
    'var __d = function () {}, __r = function () {};',
    ...module(0, '1, 2', 'var t = r(d[0]), s = t(r(d[1])); s.default.list("{}", function () {}, function () {});'),
    ...module(1, '', 'm.exports = function (x) { return x && x.__esModule ? x : { default: x }; };'),
    ...module(2, '3', `m.exports = ${handed};`),
    ...module(3, '', 'm.exports = { NativeModules: g.nativeModuleProxy };'),
    '__r(0);',
  ];
  expect(readsOf({ 'index.android.bundle': bundle('r(d[0]).NativeModules.Sms') })).toEqual([
    'react-native-get-sms-android.list index.android.bundle:3',
  ]);
  expect(readsOf({ 'index.android.bundle': bundle('{ list: function () {} }') })).toEqual([]);
});
