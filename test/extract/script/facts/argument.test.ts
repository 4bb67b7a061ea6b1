import { expect, test } from 'vitest';
import { meetsCondition } from '../../../../analyzers/model/script-condition.ts';
import { extract } from '../script-catalogue.ts';

function argumentsOf(source: string): string[] | undefined {
  return extract(source).facts.find(({ kind }) => kind === 'call')?.args;
}

test('constants stand as they are, unknown ones as a question mark, trailing ones not at all', () => {
  expect(argumentsOf("plus.android.importClass('android.provider.Settings', x, 7, true, null, y, f());")).toEqual([
    'android.provider.Settings',
    '?',
    '7',
    'true',
    'null',
  ]);
  expect(argumentsOf('uni.getLocation(x);')).toBeUndefined();
  expect(argumentsOf("uni.getLocation('a', ...more, 'b');")).toEqual(['a']);
  expect(argumentsOf(`const n = 'x'; uni.getLocation(n + 1, \`\${n}y\`);`)).toEqual(['x1', 'xy']);
  expect(argumentsOf("uni.getLocation(c ? 'a' : 'b');")).toEqual(['["a","b"]']);
  expect(argumentsOf("uni.getLocation.call(uni, 'a');")).toEqual(['a']);
  expect(argumentsOf("uni.getLocation.apply(uni, ['a']);")).toEqual(['a']);
});

test('options are JSON of their constant parts with sorted keys', () => {
  expect(argumentsOf('navigator.mediaDevices.getUserMedia({ video: wide, audio: true, [k]: 1, ...o });')).toEqual([
    '{"audio":true,"video":"?"}',
  ]);
  expect(argumentsOf("const scope = 'scope.userLocation';\nwx.authorize({ scope, success() {} });")).toEqual([
    '{"scope":"scope.userLocation","success":"?"}',
  ]);
  expect(argumentsOf("const o = { sourceType: ['camera', x] };\nwx.chooseMedia(o);")).toEqual([
    '{"sourceType":["camera","?"]}',
  ]);
  const asked = "function pick(type) { wx.chooseMedia({ mediaType: [type, 'mix'] }); }\npick('image'); pick('video');";
  expect(argumentsOf(asked)).toEqual(['{"mediaType":["image","video","mix"]}']);
  const nested = 'wx.chooseMedia({ a: { a: { a: { a: { a: 1 } } } } });';
  expect(argumentsOf(nested)).toEqual(['{"a":{"a":{"a":{"a":"?"}}}}']);
});

test('permission constants stand as the permission', () => {
  const request = (argument: string): string[] | undefined =>
    argumentsOf(`import { PermissionsAndroid } from 'react-native';\nPermissionsAndroid.request(${argument});`);
  expect(request('PermissionsAndroid.PERMISSIONS.CAMERA')).toEqual(['android.permission.CAMERA']);
  expect(request('PERMISSIONS.IOS.CAMERA')).toEqual(['ios.permission.CAMERA']);
  expect(request('[p.PERMISSIONS.CAMERA, x]')).toEqual(['["android.permission.CAMERA","?"]']);
  expect(request('SETTINGS.CAMERA')).toBeUndefined();
});

test('conditions look at an argument or at a key of it', () => {
  const audio = { argument: 0, key: 'audio', data: ['microphone'] };
  expect(meetsCondition(audio, ['{"audio":true}'])).toBe(true);
  expect(meetsCondition(audio, ['{"audio":"?"}'])).toBe(true);
  expect(meetsCondition(audio, ['{"audio":false}'])).toBe(false);
  expect(meetsCondition(audio, ['{"video":true}'])).toBe(false);
  expect(meetsCondition(audio, ['?', '{"audio":true}'])).toBe(false);
  expect(meetsCondition(audio, undefined)).toBe(false);
  const scope = { argument: 0, key: 'scope', value: 'scope.record', data: ['microphone'] };
  expect(meetsCondition(scope, ['{"scope":"scope.record"}'])).toBe(true);
  expect(meetsCondition(scope, ['{"scope":["scope.camera","scope.record"]}'])).toBe(true);
  expect(meetsCondition(scope, ['{"scope":"scope.camera"}'])).toBe(false);
  expect(meetsCondition({ ...scope, key: 'constructor' }, ['{}'])).toBe(false);
  const event = { argument: 1, value: 'registration', data: ['push-token'] };
  expect(meetsCondition(event, ['x', 'registration'])).toBe(true);
  expect(meetsCondition(event, ['x', '["registration"]'])).toBe(true);
  expect(meetsCondition(event, ['registration'])).toBe(false);
  expect(meetsCondition({ argument: 0, value: '{broken', data: [] }, ['{broken'])).toBe(true);
});
