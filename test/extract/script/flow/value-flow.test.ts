import { expect, test } from 'vitest';
import { extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';
import { CLIP, type FlowCase, INFO, sinksOf, WATCH } from './flow-case.ts';

/** Expressions, functions, promises, requests. */
const CASES: FlowCase[] = [
  [
    'a method of the app that is named like one of functions',
    [
      CLIP,
      'class Api { call(name: string, data: object) {',
      'return fetch("/" + name, { body: JSON.stringify(data) }); } }',
      'class Session { private api = new Api();',
      'async open() { const text = await Clipboard.getString(); await this.api.call("open", { text }); } }',
    ],
    'network fetch a.tsx:3',
  ],
  [
    'a variable',
    [CLIP, 'async function f() {', 'const text = await Clipboard.getString();', 'fetch("/a", { body: text });', '}'],
    'network fetch a.tsx:4',
  ],
  [
    'nothing of it',
    [
      CLIP,
      'async function f() {',
      'const text = await Clipboard.getString();',
      'fetch("/a", { body: "text" });',
      'return text === "" ? 1 : 2;',
      '}',
    ],
  ],
  [
    'a promise',
    [CLIP, 'Clipboard.getString().then((text) => {', 'console.log(text);', '});'],
    'log console.log a.tsx:3',
  ],
  [
    'taken apart into a property behind its type',
    [
      CLIP,
      'const kept = { text: null };',
      'async function f() { [kept.text as any] = [await Clipboard.getString()]; }',
      'async function g() { (kept.text as any) = await Clipboard.getString(); }',
      'function h() { console.log(kept.text); }',
    ],
    'log console.log a.tsx:5',
    'log console.log a.tsx:5',
  ],
  [
    'taken apart into another property behind its type',
    [
      CLIP,
      'const kept = { text: null, other: null };',
      'async function f() { [kept.text as any] = [await Clipboard.getString()]; }',
      'function h() { console.log(kept.other); }',
    ],
  ],
  [
    'a chain of promises',
    [
      CLIP,
      'Clipboard.getString()',
      '.then((text) => text.trim())',
      '.then((trimmed) => axios.post("/a", { trimmed }))',
      '.catch((error) => console.error(error));',
    ],
    'network window.axios.post a.tsx:4',
  ],
  [
    'a named callback of a promise',
    [CLIP, 'const show = (text) => console.info(text);', 'Clipboard.getString().then(show);'],
    'log console.info a.tsx:2',
  ],
  [
    'success of options',
    ['uni.getLocation({', 'success: (res) => {', 'uni.request({ url: "/a", data: { lat: res.latitude } });', '} });'],
    'network uni.request a.tsx:3',
  ],
  [
    'success as a method',
    [
      'wx.getLocation({',
      'success(res) {',
      'wx.setStorageSync("at", res);',
      '}, fail(error) { console.log(error); } });',
    ],
    'storage wx.setStorageSync a.tsx:3',
  ],
  [
    'a callback that reports the error',
    ['navigator.geolocation.getCurrentPosition((place) => place, (error) => console.log(error));'],
  ],
  [
    'callbacks of Node',
    [
      'window.plugins.sim.getSimInfo((info) => {',
      'navigator.sendBeacon("/a", JSON.stringify(info));',
      '}, (error) => console.log(error));',
    ],
    'network navigator.sendBeacon a.tsx:2',
  ],
  [
    'a template string',
    [INFO, 'const url = `/a?id=\u0024{DeviceInfo.getUniqueIdSync()}`;', 'fetch(url);'],
    'network fetch a.tsx:3',
  ],
  [
    'added to a text',
    [INFO, 'let url = "/a?";', 'url += "id=" + DeviceInfo.getUniqueIdSync();', 'fetch(url);'],
    'network fetch a.tsx:4',
  ],
  [
    'an object field, and only that',
    [
      INFO,
      'const user = { id: DeviceInfo.getUniqueIdSync(), name: "x" };',
      'console.log(user.name);',
      'console.warn(user.id);',
    ],
    'log console.warn a.tsx:4',
  ],
  [
    'a field written later',
    [
      INFO,
      'const user: any = {};',
      'user.id = DeviceInfo.getUniqueIdSync();',
      'user.name = "x";',
      'console.log(user.name);',
      'console.warn(user.id);',
      'fetch("/a", { body: JSON.stringify(user) });',
    ],
    'log console.warn a.tsx:6',
    'network fetch a.tsx:7',
  ],
  [
    'spread',
    [
      INFO,
      'const base = { id: DeviceInfo.getUniqueIdSync() };',
      'const all = { ...base, at: Date.now() };',
      'console.log(all.at);',
      'axios.post("/a", all);',
    ],
    'network window.axios.post a.tsx:5',
  ],
  [
    'destructuring',
    [INFO, 'const { id, at } = { id: DeviceInfo.getUniqueIdSync(), at: 1 };', 'console.log(at);', 'console.warn(id);'],
    'log console.warn a.tsx:4',
  ],
  [
    'an array',
    [INFO, 'const list = [];', 'list.push(DeviceInfo.getUniqueIdSync());', 'fetch("/a?" + list.join(","));'],
    'network fetch a.tsx:4',
  ],
  [
    'places of an array',
    [INFO, 'const [a, b] = [DeviceInfo.getUniqueIdSync(), 1];', 'console.log(b);', 'console.warn(a);'],
    'log console.warn a.tsx:4',
  ],
  [
    'Promise.all',
    [
      CLIP,
      'async function f() {',
      'const [text, other] = await Promise.all([Clipboard.getString(), load()]);',
      'console.log(other);',
      'console.warn(text);',
      '}',
    ],
    'log console.warn a.tsx:5',
  ],
  [
    'elements',
    [
      "import Contacts from 'react-native-contacts';",
      'async function f() {',
      'const all = await Contacts.getAll();',
      'for (const contact of all) console.log(contact.name);',
      'all.map((contact) => contact.phone).forEach((phone) => console.warn(phone));',
      'console.error(all.length);',
      '}',
    ],
    'log console.log a.tsx:4',
    'log console.warn a.tsx:5',
  ],
  [
    'what a function returns',
    [
      CLIP,
      'async function read() { return Clipboard.getString(); }',
      'async function f() {',
      'const text = await read();',
      'console.log(text);',
      '}',
    ],
    'log console.log a.tsx:5',
  ],
  [
    'an arrow function that returns it',
    [INFO, 'const id = () => DeviceInfo.getUniqueIdSync();', 'console.log(id());', 'console.warn(id);'],
    'log console.log a.tsx:3',
  ],
  [
    'an argument',
    [
      INFO,
      'function report(name, value) {',
      'console.log(name);',
      'console.warn(value);',
      '}',
      'report("id", DeviceInfo.getUniqueIdSync());',
    ],
    'log console.warn a.tsx:4',
  ],
  [
    'a pattern as a parameter',
    [
      INFO,
      'function report({ id, other }) { console.log(other); console.warn(id); }',
      'report({ id: DeviceInfo.getUniqueIdSync(), other: 1 });',
    ],
    'log console.warn a.tsx:2',
  ],
  [
    'a rest parameter',
    [INFO, 'function report(...values) { console.log(values); }', 'report(1, DeviceInfo.getUniqueIdSync());'],
    'log console.log a.tsx:2',
  ],
  [
    'through a function and back to its caller only',
    [
      INFO,
      'const same = (value) => value;',
      'const id = same(DeviceInfo.getUniqueIdSync());',
      'const other = same("x");',
      'console.log(other);',
      'console.warn(id);',
    ],
    'log console.warn a.tsx:6',
  ],
  [
    'a function that is given',
    [
      INFO,
      'function run(work) { const value = work(); console.log(value); return value; }',
      'run(() => DeviceInfo.getUniqueIdSync());',
    ],
    'log console.log a.tsx:2',
  ],
  [
    'a callback that is called',
    [
      INFO,
      'function collect(done) { done(DeviceInfo.getUniqueIdSync()); }',
      'collect((id) => console.log(id));',
      'collect((id) => console.warn("x"));',
    ],
    'log console.log a.tsx:3',
  ],
  [
    'a promise of its own',
    [
      'const locate = () => new Promise((resolve, reject) => {',
      'uni.getLocation({ success: resolve, fail: reject });',
      '});',
      'async function f() {',
      'const place = await locate();',
      'uni.request({ url: "/a", data: place });',
      '}',
    ],
    'network uni.request a.tsx:6',
  ],
  [
    'a promise that is settled in a callback',
    [
      'const locate = () => new Promise((resolve) => {',
      'uni.getLocation({ success: (res) => resolve({ lat: res.latitude }) });',
      '});',
      'locate().then(({ lat }) => console.log(lat));',
    ],
    'log console.log a.tsx:4',
  ],
  [
    'a promisified platform',
    [
      'const p = (name) => (options = {}) => new Promise((resolve, reject) => wx[name]({ ...options, success: resolve, fail: reject }));',
      'async function f() {',
      'const place = await p("getLocation")({ type: "gcj02" });',
      'wx.request({ url: "/a", data: place });',
      '}',
    ],
    'network wx.request a.tsx:4',
  ],
  [
    'an interceptor',
    [
      INFO,
      "import axios from 'axios';",
      'const http = axios.create({ baseURL: "/" });',
      'http.interceptors.request.use((config) => {',
      'config.headers.id = DeviceInfo.getUniqueIdSync();',
      'return config; });',
    ],
    'network axios.create().interceptors.request.use a.tsx:4',
  ],
  [
    'an interceptor that changes what it is called with',
    [
      'const model = uni.getDeviceInfo().deviceModel;',
      'const http = { invoke(options: UniApp.RequestOptions) {',
      'options.header = { ...options.header, model };',
      "options.header['X-Agent'] = navigator.userAgent;",
      '} };',
      "export default { install() { uni.addInterceptor('request', http); } };",
      "uni.addInterceptor('uploadFile', { invoke: (args) => { args.formData.agent = navigator.userAgent; } });",
    ],
    'network uni.addInterceptor a.tsx:6',
    'network uni.addInterceptor a.tsx:6',
    'network uni.addInterceptor a.tsx:7',
  ],
  [
    'an object that something else of the same name fills',
    [
      'const own = { invoke(options) { options.header.model = uni.getDeviceInfo().deviceModel; } };',
      "uni.addInterceptor('request', { success: own.invoke });",
      "uni.addInterceptor('request', { invoke(args) { show(args, uni.getDeviceInfo().deviceModel); } });",
    ],
  ],
  [
    'default headers',
    [INFO, "import axios from 'axios';", 'axios.defaults.headers.common["X-Id"] = DeviceInfo.getUniqueIdSync();'],
    'network axios.defaults a.tsx:3',
  ],
  [
    'a form',
    [
      INFO,
      'const form = new FormData();',
      'form.append("id", DeviceInfo.getUniqueIdSync());',
      'fetch("/a", { method: "POST", body: form });',
    ],
    'network fetch a.tsx:4',
  ],
  [
    'a request of the old kind',
    [
      INFO,
      'const request = new XMLHttpRequest();',
      'request.open("POST", "/a");',
      'request.send(JSON.stringify({ id: DeviceInfo.getUniqueIdSync() }));',
    ],
    'network XMLHttpRequest().send a.tsx:4',
  ],
  [
    'a socket',
    [
      INFO,
      'const socket = new WebSocket("wss://a.example");',
      'socket.onopen = () => socket.send(DeviceInfo.getUniqueIdSync());',
    ],
    'network WebSocket().send a.tsx:3',
  ],
  [
    'a generator that is wrapped',
    [
      CLIP,
      'var read = wrap(function* () { return yield Clipboard.getString(); });',
      'read().then(function (text) { console.log(text); });',
    ],
    'log console.log a.tsx:3',
  ],
  [
    'arguments',
    [INFO, 'function log() { console.log.apply(console, arguments); }', 'log("id", DeviceInfo.getUniqueIdSync());'],
    'log console.log a.tsx:2',
  ],
  [
    'what comes back from a server',
    [
      'async function f() {',
      'const answer = await fetch("/near?at=" + (await locate()));',
      'console.log(answer);',
      '}',
      'const locate = () => new Promise((done) => navigator.geolocation.getCurrentPosition(done));',
    ],
    'network fetch a.tsx:2',
  ],
];

test.each(CASES)('%s', (_name, files, ...sinks) => {
  expect(sinksOf(files)).toEqual(sinks);
});

test('a value that goes further than is followed is a gap that does not count as unread code', () => {
  const gapsOf = (steps: number) => {
    const names = Array.from({ length: steps }, (_, i) => `const t${i + 1} = t${i};`);
    const text = [CLIP, 'async function f() {', 'const t0 = await Clipboard.getString();', ...names, '}'].join('\n');
    return extractScripts([{ path: 'a.tsx', bytes: new TextEncoder().encode(text) }], WATCH).gaps;
  };
  expect(gapsOf(20)).toEqual([]);
  expect(gapsOf(3_000)).toMatchObject([{ stage: 'script', file: 'a.tsx', code: 'over-budget', material: false }]);
});
