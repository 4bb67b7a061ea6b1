import { expect, test } from 'vitest';
import { CLIP, type FlowCase, INFO, sinksOf } from './flow-case.ts';

/** Components and pages: what they keep, share, and hand to one another. */
const CASES: FlowCase[] = [
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
    'speech of ArkTS, where an engine tells what it heard',
    {
      'a.ets': [
        "import { speechRecognizer } from '@kit.CoreSpeechKit';",
        'class Speech {',
        'private static engine: speechRecognizer.SpeechRecognitionEngine | null = null;',
        'static async open() { Speech.engine = await speechRecognizer.createEngine({}); }',
        'static listen(told: (result: object) => void) {',
        'const listener: speechRecognizer.RecognitionListener = {',
        'onStart(sessionId: string, message: string) { console.info(message); },',
        'onResult(sessionId: string, result: object) { told && told(result); },',
        '}; Speech.engine?.setListener(listener); }',
        "static begin() { Speech.engine?.startListening({ sessionId: '1' }); } }",
        'Speech.listen((result) => console.info(result));',
      ],
    },
    'log console.info a.ets:11',
  ],
  [
    'what components of ArkTS provide to those below them, and keep for a page',
    {
      'Index.ets': [
        "import { geoLocationManager } from '@kit.LocationKit'",
        "import { pasteboard, deviceInfo } from '@kit.BasicServicesKit'",
        'const storage = new LocalStorage()',
        '@Entry(storage)',
        '@Component',
        'struct Index {',
        '@Provide place: object | null = null;',
        "@Provide('text') typed: string = '';",
        '@State own: string = deviceInfo.serial;',
        'async load() {',
        'this.place = await geoLocationManager.getCurrentLocation();',
        'this.typed = pasteboard.getSystemPasteboard().getDataSync().getPrimaryText();',
        "storage.setOrCreate('serial', deviceInfo.serial); }",
        'build() { Child() } }',
      ],
      'Child.ets': [
        "import { http } from '@kit.NetworkKit'",
        '@Component',
        'struct Child {',
        '@Consume place: object | null;',
        "@Consume('text') shown: string;",
        "@LocalStorageLink('serial') serial: string = '';",
        "@LocalStorageLink('other') other: string = '';",
        "@Prop own: string = '';",
        "@Prop typed: string = '';",
        'send() {',
        'console.warn(this.own + this.typed + this.other);',
        "http.createHttp().request('/a', { extraData: this.place });",
        "http.createHttp().request('/b', { extraData: this.shown });",
        "http.createHttp().request('/c', { extraData: this.serial }); } }",
      ],
    },
    'network @ohos.net.http.createHttp().request Child.ets:12',
    'network @ohos.net.http.createHttp().request Child.ets:13',
    'network @ohos.net.http.createHttp().request Child.ets:14',
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
    'what the options of a component provide, and those of others inject',
    {
      'a.vue': [
        '<script>export default {',
        'provide() { return { place: this.where, text: this.text, own: this.where }; },',
        'data() { return { where: null, text: null }; },',
        'onLoad() { uni.getLocation({ success: (res) => { this.where = res; } });',
        'uni.getClipboardData({ success: ({ data }) => { this.text = data; } }); } };</script>',
      ],
      'b.vue': [
        "<script>export default { inject: ['place', 'other'], mounted() {",
        "uni.request({ url: '/a', data: this.place });",
        'console.log(this.other, this.text); } };</script>',
      ],
      'c.vue': [
        "<script>export default { inject: { said: { from: 'text' }, far: 'none' }, mounted() {",
        "uni.request({ url: '/c', data: this.said }); console.log(this.far, this.own); } };</script>",
      ],
    },
    'network uni.request b.vue:2',
    'network uni.request c.vue:2',
  ],
  [
    'what is watched, of references, getters and lists of them',
    {
      'a.vue': [
        "<script setup>import { ref, reactive, watch } from 'vue'; import { own } from './own'",
        "const place = ref(null); const state = reactive({ at: null, text: ''}); const text = ref('');",
        'uni.getLocation({ success: (res) => { place.value = res; state.at = res; } });',
        'uni.getClipboardData({ success: ({ data }) => { text.value = data; } });',
        "watch(place, (now) => uni.request({ url: '/a', data: now }));",
        "watch(() => state.at, (now) => uni.request({ url: '/b', data: now }));",
        "watch([text, () => state.text], ([now, then]) => { uni.request({ url: '/c', data: now }); console.log(then) });",
        'watch(() => state.text, (now) => console.log(now)); own(place, (now) => console.log(now));</script>',
      ],
      'own.js': ['export function own(source, done) { done(1); }'],
    },
    'network uni.request a.vue:5',
    'network uni.request a.vue:6',
    'network uni.request a.vue:7',
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
];

test.each(CASES)('%s', (_name, files, ...sinks) => {
  expect(sinksOf(files)).toEqual(sinks);
});
