import { expect, test } from 'vitest';
import { CLIP, type FlowCase, INFO, sinksOf } from './flow-case.ts';

/** Objects of apps, classes, components, and values that pass between files. */
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
    'functions that an object gets by names worked out, on all components',
    {
      'main.js': ["import Vue from 'vue'", "import api from './api'", 'Vue.prototype.$api = api'],
      'api.js': [
        "const urls = { savePlace: '/place' }; const api = {}; const own = {};",
        'Object.keys(urls).forEach((key) => { api[key] = (data) => wx.request({ url: urls[key], data }); });',
        'Object.keys(urls).forEach((key) => { own[key] = (data) => show(data); });',
        'export default api; export { own };',
      ],
      'a.vue': [
        "<script>import { own } from './api'",
        'export default { onLoad() {',
        'wx.getLocation({ success: (place) => this.$api.savePlace({ place }) });',
        'wx.getClipboardData({ success: ({ data }) => own.savePlace(data) }); } }</script>',
      ],
    },
    'network wx.request api.js:2',
  ],
  [
    'what all components are given',
    {
      'main.js': ["import Vue from 'vue'", "import { place } from './mixins'", 'Vue.mixin(place)'],
      'mixins.js': [
        'export const place = { methods: {',
        'where() { return new Promise((resolve) => uni.getLocation({ success: resolve })); } } };',
        'export const other = { methods: {',
        'pasted() { return new Promise((resolve) => uni.getClipboardData({ success: resolve })); } } };',
      ],
      'a.vue': [
        '<script>export default { async onShow() {',
        "uni.request({ url: '/a', data: await this.where() });",
        "uni.request({ url: '/b', data: await this.pasted() }); } }</script>",
      ],
    },
    'network uni.request a.vue:2',
  ],
  [
    'what components share under one name',
    {
      'api.js': [
        'export const install = (Vue, vm) => {',
        "vm.$u.api = { save: (params) => vm.$u.post('/save', params), show: (params) => vm.$u.toast(params) }; };",
        'const own = {}; own.api = { save: (params) => show(params) };',
      ],
      'a.vue': [
        '<script>export default { onShow() {',
        'uni.getLocation({ success: (place) => this.$u.api.save({ place }) });',
        'uni.getClipboardData({ success: ({ data }) => this.$u.api.show(data) }); } }</script>',
      ],
    },
    'network uni.$u.post api.js:2',
  ],
  [
    'actions of a store on a component',
    {
      'store.js': [
        "import Vuex from 'vuex'",
        'export default new Vuex.Store({ state: { place: null, text: null },',
        'mutations: { PLACE(state, value) { state.place = value }, TEXT(state, value) { state.text = value } },',
        "actions: { setPlace({ commit }, value) { commit('PLACE', value) }, setText({ commit }, v) { commit('TEXT', v) } } })",
      ],
      'send.js': ["import store from './store'", 'uni.request({ data: { place: store.state.place } })'],
      'a.vue': [
        "<script>import { mapActions } from 'vuex'",
        'export default { onLoad() { uni.getLocation({ success: this.located })',
        'uni.getClipboardData({ success: ({ data }) => this.setText(data) }) },',
        "methods: { ...mapActions('user', ['setPlace', 'setText']), located(place) { this.setPlace(place) } } }</script>",
      ],
    },
    'network uni.request send.js:2',
  ],
  [
    'what components of ArkTS share',
    {
      'Ability.ets': [
        "import { geoLocationManager } from '@kit.LocationKit'",
        "import { deviceInfo } from '@kit.BasicServicesKit'",
        'export default class Ability { async onCreate() {',
        "AppStorage.setOrCreate('place', await geoLocationManager.getCurrentLocation());",
        "AppStorage.setOrCreate('serial', deviceInfo.serial); } }",
      ],
      'Index.ets': [
        "import { http } from '@kit.NetworkKit'",
        '@Component',
        'struct Index {',
        "@StorageLink('place') place: object | null = null;",
        "@StorageProp('theme') serial: string = '';",
        'send() {',
        "http.createHttp().request('/a', { extraData: { place: this.place, serial: this.serial } }); }",
        "build() { Button('x').onClick(() => this.send()) } }",
      ],
      'late.ts': ["import axios from '@ohos/axios'", "axios.post('/b', AppStorage.get('serial'))"],
    },
    'network @ohos.net.http.createHttp().request Index.ets:7',
    'network axios.post late.ts:2',
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
    'what components of Vue hand on by templates, and what they tell',
    {
      'pages/a.vue': [
        '<template><map-card v-if="place" :here-now="place" :text="theme" @pick="picked" @close="picked" /></template>',
        "<script>import MapCard from '@/components/map-card.vue';",
        'export default { components: { MapCard }, data() { return { place: null, theme: 1 }; }, onLoad() {',
        'uni.getLocation({ success: (at) => { this.place = at; } }); },',
        "methods: { picked(files) { uni.uploadFile({ url: '/u', filePath: files[0] }); } } };</script>",
      ],
      'components/map-card.vue': [
        "<script>export default { props: ['hereNow', 'text'], methods: { go() {",
        "uni.chooseImage({ success: (got) => { this.$emit('pick', got.tempFilePaths); } });",
        "uni.getClipboardData({ success: ({ data }) => { this.$emit('paste', data); } });",
        "uni.request({ url: '/a', data: this.hereNow }); uni.request({ url: '/b', data: this.text }); } } };</script>",
      ],
    },
    'network uni.request components/map-card.vue:4',
    'network uni.uploadFile pages/a.vue:5',
  ],
  [
    "what a component's setup hands on",
    {
      'a.vue': [
        '<script setup>import Card from "./card.vue"; const place = ref(null); const other = ref(null);',
        'uni.getLocation({ success(at) { place.value = at; } });',
        'const heard = (text) => wx.request({ data: text });',
        '</script>',
        '<template><Card :at="place.latitude" :text="other" @told="heard" /></template>',
      ],
      'card.vue': [
        '<script setup>const props = defineProps({ at: Number, text: String }); const emit = defineEmits(["told"]);',
        'function send() { uni.request({ url: "/a", data: { at: props.at } }); uni.request({ data: props.text }); }',
        'uni.getClipboardData({ success: ({ data }) => emit("told", data) });',
        '</script>',
      ],
    },
    'network uni.request card.vue:2',
    'network wx.request a.vue:3',
  ],
  [
    'what components of mini-programs hand on by templates, and what they tell',
    {
      'app.json': ['{"pages":["pages/a"]}'],
      'pages/a.wxml': ['<place-picker place="{{place}}" text="{{theme}}" bind:pick="onPick" bind:close="onClose" />'],
      'pages/a.js': [
        'Page({ data: { place: null, theme: 1 }, onLoad() {',
        'wx.getLocation({ success: (at) => this.setData({ place: at }) }); },',
        "onPick(e) { wx.uploadFile({ url: '/u', filePath: e.detail.path }); },",
        "onClose(e) { wx.request({ url: '/c', data: e.detail }); } });",
      ],
      'components/place-picker/index.js': [
        'Component({ properties: { place: Object, text: String }, methods: { choose() {',
        "wx.chooseMedia({ success: (got) => { this.triggerEvent('pick', { path: got.tempFiles[0].tempFilePath }); } }); },",
        "send() { wx.request({ url: '/a', data: this.properties.place }); wx.request({ data: this.data.text }); } } });",
      ],
    },
    'network wx.request components/place-picker/index.js:3',
    'network wx.uploadFile pages/a.js:3',
  ],
  [
    'what a component provides to those below it',
    {
      'a.vue': [
        '<script setup>const place = ref(null); const other = ref(null);',
        'uni.getLocation({ success(at) { place.value = at; } });',
        "provide('place', place); provide('other', other);</script>",
      ],
      'b.vue': [
        "<script setup>const place = inject('place'); const other = inject('other');",
        'function send() { uni.request({ data: { place: place.value } }); wx.request({ data: other.value }); }',
        '</script>',
      ],
    },
    'network uni.request b.vue:2',
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
    'data of a component that is watched, put there by what it is mixed with',
    {
      'mixin.js': [
        'export default { data: () => ({ pasted: "", other: "" }), methods: { read() {',
        'uni.getClipboardData({ success: ({ data }) => { this.pasted = data; } }); } } };',
      ],
      'a.vue': [
        '<script>',
        "import mixin from './mixin';",
        'export default { mixins: [mixin], methods: { send() { console.log(this.pasted); } },',
        'watch: { pasted(v) { uni.request({ data: v }); },',
        'other: { handler(v) { uni.setStorageSync("a", v); } } } };',
        '</script>',
      ],
    },
    'log console.log a.vue:3',
    'network uni.request a.vue:4',
  ],
  [
    'data that observers of a mini-program get',
    [
      'Component({ data: { at: null, name: "" },',
      'observers: { "name, at": function (name, at) { wx.request({ data: at }); console.log(name); } },',
      'methods: { find() { wx.getLocation({ success: (at) => this.setData({ at }) }); } } });',
    ],
    'network wx.request a.tsx:2',
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
    "what the app's component of uni-app x keeps",
    {
      'App.uvue': [
        '<script lang="uts">',
        'export default {',
        "globalData: { model: '' },",
        'onLaunch() { this.globalData.model = uni.getSystemInfoSync().model },',
        '}',
        '</script>',
      ],
      'pages/a.uvue': [
        '<script setup lang="uts">',
        'const app = getApp()',
        'onLoad(() => {',
        'uni.request({ data: { m: app.globalData.model } })',
        '})',
        '</script>',
      ],
    },
    'network uni.request pages/a.uvue:4',
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
    'state of a component',
    [
      CLIP,
      'class Screen extends React.Component {',
      'async load() { this.setState({ text: await Clipboard.getString() }); }',
      'send() { console.log(this.state.other); fetch("/a", { body: this.state.text }); }',
      '}',
    ],
    'network fetch a.tsx:4',
  ],
  [
    'data of a page',
    [
      'Page({',
      'data: { at: null },',
      'onLoad() { wx.getLocation({ success: (res) => { this.setData({ at: res }); } }); },',
      'send() { wx.request({ url: "/a", data: this.data.at }); }',
      '});',
    ],
    'network wx.request a.tsx:4',
  ],
  [
    'an attribute of a component',
    [
      INFO,
      'function Child({ id, other }) { console.log(other); console.warn(id); return null; }',
      'export const Screen = () => <Child id={DeviceInfo.getUniqueIdSync()} other="x" />;',
    ],
    'log console.warn a.tsx:2',
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
