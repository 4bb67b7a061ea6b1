import { expect, test } from 'vitest';
import { CLIP, type FlowCase, INFO, sinksOf } from './flow-case.ts';

/** Objects of apps, classes, and values that pass between files. */
const CASES: FlowCase[] = [
  [
    "a platform that an object in an app's field keeps",
    {
      'app.json': ['{"pages":["a"]}'],
      'app.js': [
        "const Services = require('./services.js');",
        'App({ onLaunch() { this.services = new Services(tt); } });',
      ],
      'services.js': [
        'class Services { constructor(host) { this.host = host; }',
        'where() { return new Promise((ok) => this.host.getLocation({ success: ok })); }',
        'send(url, data) {',
        'this.host.request({ url, data }); } }',
        'module.exports = Services;',
      ],
      'a.js': [
        'const app = getApp();',
        'Page({ async gift() { const at = await app.services.where(); app.services.send("/gift", at); } });',
      ],
    },
    'network tt.request services.js:4',
  ],
  [
    'calls that sagas have made',
    {
      'core.ts': [
        "import axios from 'axios';",
        INFO,
        'export const http = axios.create({});',
        'export const id = async () => ({ id: await DeviceInfo.getUniqueId() });',
      ],
      'saga.ts': [
        "import { call } from 'redux-saga/effects';",
        `import { http, id } from './core'; ${INFO}`,
        'export function* ident() { const who = yield call(id);',
        "yield call([http, http.post], '/ident', { who });",
        "yield call([http, 'put'], '/ident', { who });",
        "yield call(http.patch, '/ident', who);",
        "yield call(own.post, '/ident', who);",
        "yield call([api, 'send'], '/ident', who);",
        'const model = yield call([DeviceInfo, DeviceInfo.getModel]);',
        'yield call(http.get, model); }',
        "class Api { url = '/'; send(path: string, body: unknown) { return fetch(path, { body }); } }",
        'const api = new Api();',
      ],
    },
    'network axios.create().post saga.ts:4',
    'network axios.create().put saga.ts:5',
    'network axios.create().patch saga.ts:6',
    'network fetch saga.ts:11',
    'network axios.create().get saga.ts:10',
  ],
  [
    'a text that is copied byte by byte',
    [
      CLIP,
      'async function f() { const text = await Clipboard.getString();',
      'const bytes = new Uint8Array(text.length);',
      'for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);',
      'fetch("/a", { body: bytes });',
      'let sum = 0; for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);',
      'console.log(sum); }',
    ],
    'network fetch a.tsx:5',
  ],
  [
    'a promise that other functions settle',
    {
      'id.js': [
        'export function deviceId() { return new Promise((resolve) => {',
        'if (isAndroid()) byOaid(resolve); else resolve(null); }); }',
        'function byOaid(callback) { plus.device.getOAID({',
        'success: (res) => callback(res.oaid), fail: () => byImei(callback) }); }',
        'function byImei(done) { const imei = plus.device.imei; if (imei) done(imei); }',
        'function other(done) { done(plus.device.imsi); }',
        'other(show);',
      ],
      'a.js': ["import { deviceId } from './id';", 'deviceId().then((id) => {', 'uni.request({ data: { id } }); });'],
    },
    'network uni.request a.js:3',
    'network uni.request a.js:3',
  ],
  [
    "an own function's digest",
    [
      'function djb2Hash(text) { let hash = 5381;',
      'for (let i = 0; i < text.length; i++) hash = (hash * 33) ^ text.charCodeAt(i);',
      'return hash >>> 0; }',
      'function checkHash(text) { return text.charCodeAt(0) === 1; }',
      'uni.request({ data: { id: djb2Hash([plus.device.imei].join()) } });',
      'wx.request({ data: { isOk: checkHash(plus.device.imei) } });',
    ],
    'network uni.request a.tsx:5',
  ],
  [
    'a proxy for all members of a platform',
    {
      'p.js': [
        'module.exports = new Proxy({}, { get(_, name) {',
        'return (given = {}) => new Promise((success, fail) => wx[name]({ ...given, success, fail })); } });',
      ],
      'own.js': ['module.exports = new Proxy({}, { get(_, name) { return () => own[name](wx); } });'],
      'a.js': [
        "const p = require('./p'); const own = require('./own');",
        'async function f() { const place = await p.getLocation({}); await own.getClipboardData();',
        "await p.request({ url: '/a', data: { place } }); }",
      ],
    },
    'network wx.request a.js:3',
  ],
  [
    'an object of the cloud, by whatever it is called',
    [
      "const places = uniCloud.importObject('places'); const own = openObject('places');",
      'async function f() { await places.save(await uni.getLocation());',
      'await own.save(await uni.getClipboardData()); }',
    ],
    'network uniCloud.importObject().* a.tsx:2',
  ],
  [
    'promisified members of a platform',
    {
      'p.js': [
        'const p = (api) => (opt = {}) => new Promise((success, fail) => api({ ...opt, success, fail }));',
        'export const locate = p(wx.getLocation);',
        'export const board = p(wx.getClipboardData);',
        'export const own = p(mine.read);',
      ],
      'a.js': [
        "import { locate, board, own } from './p';",
        'export async function run() {',
        'const place = await locate({ type: "gcj02" });',
        'wx.request({ data: place });',
        'const { data } = await board();',
        'console.log(data);',
        'console.log(await own());',
        '}',
      ],
    },
    'network wx.request a.js:4',
    'log console.log a.js:6',
  ],
  [
    "what an app's object keeps for its pages",
    {
      'app.js': [
        'App({',
        'globalData: { model: "" },',
        'onLaunch() {',
        'this.globalData.model = wx.getSystemInfoSync().model;',
        '} })',
      ],
      'pages/a.js': [
        'const app = getApp();',
        'Page({ onLoad() {',
        'wx.request({ data: { m: app.globalData.model } });',
        '} });',
      ],
    },
    'network wx.request pages/a.js:3',
  ],
  [
    "another key of an app's object",
    {
      'app.js': [
        'App({',
        'globalData: {},',
        'onLaunch() {',
        'this.globalData.model = wx.getSystemInfoSync().model;',
        '} })',
      ],
      'pages/a.js': [
        'const app = getApp();',
        'Page({ onLoad() {',
        'wx.request({ data: { m: app.globalData.theme } });',
        '} });',
      ],
    },
  ],
  [
    "a method of an app's object",
    {
      'app.js': [
        'App({',
        'locate() {',
        'return new Promise((resolve) => wx.getLocation({ success: resolve }));',
        '} })',
      ],
      'pages/a.js': [
        'Page({ async onLoad() {',
        'const place = await getApp().locate();',
        'wx.request({ data: place });',
        '} });',
      ],
    },
    'network wx.request pages/a.js:3',
  ],
  [
    'a class field',
    [
      INFO,
      'class Session {',
      'id = DeviceInfo.getUniqueIdSync();',
      'name = "x";',
      'send() { console.log(this.name); fetch("/a", { headers: { id: this.id } }); }',
      '}',
    ],
    'network fetch a.tsx:5',
  ],
  [
    'a field set in a method',
    [
      INFO,
      'class Session {',
      'async start() { this.id = await DeviceInfo.getUniqueId(); }',
      'send() { fetch("/a?" + this.id); }',
      '}',
      'console.log(new Session().id);',
    ],
    'network fetch a.tsx:4',
    'log console.log a.tsx:6',
  ],
  [
    'a method',
    [
      INFO,
      'class Device { id() { return DeviceInfo.getUniqueIdSync(); } get model() { return DeviceInfo.getModel(); } }',
      'const device = new Device();',
      'console.log(device.id());',
      'console.warn(device.model);',
    ],
    'log console.log a.tsx:4',
    'log console.warn a.tsx:5',
  ],
  [
    'a method of a base class',
    [
      INFO,
      'class Base { read() { return DeviceInfo.getUniqueIdSync(); } }',
      'class Device extends Base { send() { console.log(this.read()); } }',
    ],
    'log console.log a.tsx:3',
  ],
  [
    'state of a hook',
    [
      "import { useState, useEffect } from 'react';",
      INFO,
      'export function Screen() {',
      'const [id, setId] = useState("");',
      'useEffect(() => { DeviceInfo.getUniqueId().then(setId); }, []);',
      'const send = () => fetch("/a", { body: id });',
      'return null; }',
    ],
    'network fetch a.tsx:6',
  ],
  [
    'a wrapper in another file',
    {
      'src/device.ts': [
        INFO,
        'export async function deviceId() { return DeviceInfo.getUniqueId(); }',
        'export const other = () => 1;',
      ],
      'src/a.ts': [
        "import { deviceId, other } from './device';",
        'export async function send() {',
        'console.log(other());',
        'fetch("/a", { body: await deviceId() });',
        '}',
      ],
    },
    'network fetch src/a.ts:4',
  ],
  [
    'a request in another file',
    {
      'src/http.ts': [
        "import axios from 'axios';",
        'class Http {',
        'private client = axios.create({});',
        'post(url: string, body: unknown) { return this.client.post(url, body); }',
        '}',
        'export default new Http();',
      ],
      'src/a.ts': [INFO, "import http from './http';", 'http.post("/a", { id: DeviceInfo.getUniqueIdSync() });'],
    },
    'network axios.create().post src/http.ts:4',
  ],
  [
    'barrels and namespaces',
    {
      'src/lib/clip.ts': [CLIP, 'export const paste = () => Clipboard.getString();'],
      'src/lib/index.ts': [
        "export * from './clip';",
        "export * as clip from './clip';",
        "export { paste as read } from './clip';",
      ],
      'src/a.ts': ["import * as lib from './lib';", 'async function f() { console.log(await lib.paste()); }'],
      'src/b.ts': [
        "import { clip, read } from './lib';",
        'clip.paste().then((text) => console.warn(text));',
        'read().then(console.info);',
      ],
    },
    'log console.log src/a.ts:2',
    'log console.warn src/b.ts:2',
    'log console.info src/b.ts:3',
  ],
  [
    'CommonJS',
    {
      'src/clip.js': [
        "const { default: Clipboard } = require('@react-native-clipboard/clipboard');",
        'module.exports = { paste() { return Clipboard.getString(); } };',
      ],
      'src/a.js': ["const { paste } = require('./clip');", 'paste().then((text) => console.log(text));'],
      'src/b.js': ["const clip = require('./clip');", 'clip.paste().then((text) => console.warn(text));'],
    },
    'log console.log src/a.js:2',
    'log console.warn src/b.js:2',
  ],
  [
    'a module that is a function',
    {
      'src/id.js': [
        "const DeviceInfo = require('react-native-device-info');",
        'module.exports = function () { return DeviceInfo.getUniqueIdSync(); };',
      ],
      'src/a.js': ["const id = require('./id');", 'console.log(id());'],
    },
    'log console.log src/a.js:2',
  ],
  [
    'an object that is shared',
    {
      'src/store.ts': ['export const store = { id: "", name: "" };'],
      'src/a.ts': [INFO, "import { store } from './store';", 'store.id = DeviceInfo.getUniqueIdSync();'],
      'src/b.ts': ["import { store } from './store';", 'console.log(store.name);', 'fetch("/a", { body: store.id });'],
    },
    'network fetch src/b.ts:3',
  ],
  [
    'a picture whose details are asked for',
    {
      'app.json': ['{"pages":["a"]}'],
      'a.js': [
        'Page({ data: { pictures: [] },',
        'pick() { wx.chooseMedia({ success: (res) => this.look(res.tempFiles[0]) }); },',
        'look(file) { const that = this;',
        'wx.getImageInfo({ src: file.tempFilePath, success(res) { that.setData({ pictures: [res.path] }); } }); },',
        'send() { wx.uploadFile({ url: "/a", filePath: this.data.pictures[0], name: "p" }); } });',
      ],
      'a.wxml': ['<button bindtap="pick"/><button bindtap="send"/>'],
    },
    'network wx.uploadFile a.js:5',
  ],
  [
    'a picture that is compressed, and another that is sent',
    {
      'app.json': ['{"pages":["a"]}'],
      'a.js': [
        'Page({ pick() { wx.chooseMedia({ success: (res) => {',
        'wx.compressImage({ src: res.tempFiles[0].tempFilePath, success: (small) => show(small) }); } }); },',
        'send() { wx.uploadFile({ url: "/a", filePath: "/static/logo.png", name: "p" }); } });',
      ],
      'a.wxml': ['<button bindtap="pick"/><button bindtap="send"/>'],
    },
  ],
  [
    "what a provider of Android's gives for an address",
    {
      'pages.json': ['{"pages":[{"path":"a"}]}'],
      'a.vue': [
        '<script>export default { onLoad() {',
        "const Uri = plus.android.importClass('android.net.Uri');",
        "const uri = Uri.parse('content://sms/');",
        'const cursor = main.getContentResolver().query(uri, null, null, null, null);',
        'while (cursor.moveToNext()) {',
        "const body = cursor.getString(cursor.getColumnIndex('body'));",
        'console.log(body); } } }</script>',
      ],
    },
    'log console.log a.vue:7',
  ],
  [
    "an address of a provider of Android's that is only watched",
    {
      'pages.json': ['{"pages":[{"path":"a"}]}'],
      'a.vue': [
        '<script>export default { onLoad() {',
        "const Uri = plus.android.importClass('android.net.Uri');",
        "const uri = Uri.parse('content://sms/');",
        'const cursor = main.getContentResolver().query(uri, null, null, null, null);',
        "console.log('done'); } }</script>",
      ],
    },
  ],
  [
    'a hook of its own',
    {
      'src/useId.ts': [
        INFO,
        "import { useState } from 'react';",
        'export function useId() {',
        'const [id, setId] = useState("");',
        'DeviceInfo.getUniqueId().then((value) => setId(value));',
        'return { id, ready: id !== "" }; }',
      ],
      'src/a.tsx': [
        "import { useId } from './useId';",
        'export function Screen() {',
        'const { id, ready } = useId();',
        'console.log(ready);',
        'return <Button onPress={() => fetch("/a", { body: id })} />; }',
      ],
    },
    'network fetch src/a.tsx:5',
  ],
];

test.each(CASES)('%s', (_name, files, ...sinks) => {
  expect(sinksOf(files)).toEqual(sinks);
});
