import { expect, test } from 'vitest';
import { extractScripts } from '../../../analyzers/extract/script/extract-script.ts';
import { type Case, readsOf, WATCH } from './reads-of.ts';

const CLIP = `import Clipboard from '@react-native-clipboard/clipboard';`;
const INFO = `import DeviceInfo from 'react-native-device-info';`;

const CASES: Case[] = [
  [
    'what a reference is declared to come to hold',
    {
      'a.tsx': [
        "import { createRef, useRef } from 'react';",
        "import { TwilioVideo } from 'react-native-twilio-video-webrtc';",
        "import type { CameraView } from 'expo-camera';",
        "import { Socket } from './socket';",
        'export function Call() {',
        '  const video = useRef<TwilioVideo>(null);',
        '  const view = React.useRef<CameraView | null>(null);',
        '  const made = createRef<TwilioVideo>();',
        '  const socket = useRef<Socket>(null);',
        "  video.current!.connect({ accessToken: 'a' });",
        '  view.current?.takePictureAsync();',
        "  made.current?.connect({ accessToken: 'a' });",
        "  socket.current!.connect({ accessToken: 'a' });",
        '}',
      ],
      'socket.ts': ['export class Socket { connect() {} }'],
    },
    'react-native-twilio-video-webrtc.TwilioVideo().connect a.tsx:10',
    'expo-camera.CameraView().takePictureAsync a.tsx:11',
    'react-native-twilio-video-webrtc.TwilioVideo().connect a.tsx:12',
  ],
  [
    'what is promised where nothing fails, of a module that is loaded when it is needed',
    {
      'src/contacts.ts': [
        'export async function people() {',
        "  const Contacts = await import('expo-contacts').catch(() => null);",
        '  if (!Contacts) return [];',
        '  return (await Contacts.getContactsAsync()).data;',
        '}',
      ],
      'src/own.ts': [
        'export async function own() {',
        "  const Own = await import('./people').catch(() => null);",
        '  return Own.getContactsAsync();',
        '}',
      ],
    },
    'expo-contacts.getContactsAsync src/contacts.ts:4',
  ],
  [
    'names of members in an enumeration',
    {
      'a.ts': [
        INFO,
        'enum Field { Mac = "getMacAddress", Own = "getOwn" }',
        'const read = (field: Field) => (DeviceInfo as any)[field]();',
        'read(Field.Mac);',
        'read(Field.Own);',
      ],
    },
    'react-native-device-info.getMacAddress a.ts:4',
  ],
  [
    'an enumeration of other names',
    {
      'a.ts': [
        INFO,
        'enum Field { Mac }',
        'const read = (field: Field) => (DeviceInfo as any)[field]();',
        'read(Field.Mac);',
      ],
    },
  ],
  [
    'what a field holds beside texts that are made of it again and again',
    {
      'a.js': [
        'class Place { constructor(text) {',
        "this.host = ''; this.host = this.host.trim(); this.host = this.host.pad(this.host.size);",
        'this.host = this.host.slice(this.host.start); this.host = text.join(this.host.parts);',
        'this.host = navigator; }',
        'ask() { this.host.geolocation.getCurrentPosition(() => {}); } }',
        'new Place().ask();',
      ],
    },
    'navigator.geolocation.getCurrentPosition a.js:5',
  ],
  [
    'an alias that begins with a number sign',
    {
      'tsconfig.json': ['{ "compilerOptions": { "paths": { "#lib": ["./src/lib.ts"] } } }'],
      'src/lib.ts': [`export { default as Clip } from '@react-native-clipboard/clipboard';`],
      'src/a.ts': ["import { Clip } from '#lib';", 'Clip.getString();'],
    },
    '@react-native-clipboard/clipboard.getString src/a.ts:2',
  ],
  [
    'a service that Angular injects',
    {
      'a.ts': [
        "import { Clipboard } from '@awesome-cordova-plugins/clipboard/ngx';",
        "import { inject } from '@angular/core';",
        'class Own { paste() {} }',
        'class Page {',
        'private board = inject(Clipboard);',
        'private own = inject(Own);',
        'read() { this.own.paste(); return this.board.paste(); }',
        '}',
      ],
    },
    '@awesome-cordova-plugins/clipboard.paste a.ts:7',
  ],
  [
    'a private field that holds what a base class has',
    {
      'a.ts': [
        INFO,
        'class Base { protected info = DeviceInfo; }',
        'class Sub extends Base { #own = this.info; read() { return this.#own.getMacAddress(); } }',
      ],
    },
    'react-native-device-info.getMacAddress a.ts:3',
  ],
  [
    'readers in an object that is taken as a whole',
    {
      'a.ts': [
        INFO,
        'const readers = { mac: DeviceInfo.getMacAddress };',
        'const unused = { ip: DeviceInfo.getIpAddress };',
        'Object.values(readers).map((read) => read());',
        'unused.other;',
      ],
    },
    'react-native-device-info.getMacAddress a.ts:2',
  ],
  [
    'a function with a type that is given to another',
    {
      'a.ts': [
        INFO,
        'type Read = () => Promise<string>;',
        'const run = (read: Read) => read();',
        'run(DeviceInfo.getMacAddress);',
        'run(async () => "");',
      ],
    },
    'react-native-device-info.getMacAddress a.ts:4',
  ],
  [
    'inner classes and services of Java',
    {
      'a.js': [
        'const main = plus.android.runtimeMainActivity();',
        "const Secure = plus.android.importClass('android.provider.Settings$Secure');",
        'Secure.getString(main.getContentResolver(), Secure.ANDROID_ID);',
        "const wifi = plus.android.invoke(main, 'getSystemService', 'wifi');",
        "plus.android.invoke(plus.android.invoke(wifi, 'getConnectionInfo'), 'getMacAddress');",
        "own.invoke(main, 'getSystemService', 'wifi');",
      ],
    },
    'android.provider.Settings.Secure.getString a.js:3',
    'android.provider.Settings.Secure.ANDROID_ID a.js:3',
    'android.net.wifi.WifiManager.getConnectionInfo().getMacAddress a.js:5',
  ],
  [
    'methods, mixins and computed members of a component',
    {
      'a.vue': [
        '<script>',
        "import { base } from './base';",
        'export default {',
        'mixins: [base],',
        'data() { return { at: null, other: 1 }; },',
        'computed: { text() { return JSON.stringify(this.at); }, none() { return this.other; } },',
        'onLoad() {',
        'uni.getLocation({ success: (r) => { this.at = r; this.report("x", r); } });',
        'const that = this;',
        'uni.getClipboardData({ success(res) { that.keep(res.data); } });',
        '},',
        'methods: {',
        'report(name, x) { console.log(name); uni.request({ url: "/a", data: x }); },',
        'send() { console.log(this.none); uni.request({ url: "/b", data: this.text }); },',
        '} };',
        '</script>',
      ],
      'base.js': ['export const base = { methods: { keep(v) { uni.setStorageSync("k", v); } } };'],
    },
    'uni.getLocation a.vue:8 -> network a.vue:13 -> network a.vue:14',
    'uni.getClipboardData a.vue:10 -> storage base.js:1',
  ],
  [
    'a function that older code uses as a class',
    {
      'a.js': [
        `var DeviceInfo = require('react-native-device-info').default;`,
        'function Session(name) { this.name = name; this.id = DeviceInfo.getUniqueIdSync(); }',
        'Session.prototype.send = function (path) { console.log(path); fetch(path, { body: this.id }); };',
        'Session.prototype.show = function () { console.warn(this.name); };',
        'new Session("x").send("/a");',
      ],
    },
    'react-native-device-info.getUniqueIdSync a.js:2 -> network a.js:3',
  ],
  [
    'an argument of a method of such a class',
    {
      'a.js': [
        `var Clipboard = require('@react-native-clipboard/clipboard').default;`,
        'var Http = (function () {',
        'function Http() {}',
        'return (0, made.default)(Http, [{ key: "post", value: function (path, body) { console.log(path); fetch("/a", { body: body }); } }]);',
        '})();',
        'var http = new Http();',
        'Clipboard.getString().then(function (text) { http.post("/b", text); });',
      ],
    },
    '@react-native-clipboard/clipboard.getString a.js:7 -> network a.js:4',
  ],
  [
    'the host that a class is made with, and another that is not',
    {
      'a.js': [
        "const Services = require('./services');",
        'new Services(tt).where();',
        'new Services({ getLocation() {} });',
      ],
      'services.js': [
        'class Services {',
        'constructor(host, other) { this.host = host; this.other = other; }',
        'where() { return this.host.getLocation({}); }',
        'none() { return this.other.getLocation({}); }',
        '}',
        'module.exports = Services;',
      ],
    },
    'tt.getLocation services.js:3',
  ],
  [
    'a field that a parameter declares',
    {
      'a.ts': [
        'class Where {',
        'constructor(private readonly host, private readonly own) {}',
        'go() { return this.host.getLocation({}); }',
        'no() { return this.own.getLocation({}); }',
        '}',
        'new Where(uni, own).go();',
      ],
    },
    'uni.getLocation a.ts:3',
  ],
  [
    'what a member hands to its callback',
    {
      'a.js': [
        'plus.contacts.getAddressBook(plus.contacts.ADDRESSBOOK_PHONE, (book) => {',
        'book.find(["displayName"], (list) => { list.find((each) => each.id); });',
        '});',
        'own.getAddressBook((book) => { book.find(x); });',
        'uni.getSystemInfo({ success: (res) => {',
        'console.log(res.deviceId);',
        '} });',
      ],
    },
    'plus.contacts.getAddressBook a.js:1',
    'plus.contacts.getAddressBook().find a.js:2',
    'uni.getSystemInfo a.js:5 -> log a.js:6',
    'uni.getSystemInfo().deviceId a.js:6 -> log a.js:6',
  ],
  [
    'a telling method of an object that is not known, in a file that imports its module',
    {
      'a.tsx': [
        "import { CameraView } from 'expo-camera';",
        "import type { BleManager } from 'react-native-ble-plx';",
        'export function Shot() {',
        'const view = useRef(null);',
        'const go = () => view.current.takePictureAsync();',
        'return <View onPress={go}><CameraView ref={view} /></View>;',
        '}',
        'export const scan = (manager: BleManager) => manager.startDeviceScan(null, null, keep);',
        'export const from = (props) => props.manager.startDeviceScan(null, null, keep);',
      ],
      'b.js': ['export const scan = (manager) => manager.startDeviceScan(null, null, keep);', 'x.takePictureAsync();'],
    },
    'expo-camera.Camera().takePictureAsync a.tsx:5',
    'expo-camera.CameraView a.tsx:6',
    'react-native-ble-plx.BleManager().startDeviceScan a.tsx:8',
    'react-native-ble-plx.BleManager().startDeviceScan a.tsx:9',
  ],
  [
    'a clipboard of one’s own',
    {
      'a.ts': [CLIP.replace('@react-native-clipboard/clipboard', './own'), 'Clipboard.getString();'],
      'own.ts': ['export default { getString() {} };'],
    },
  ],
  [
    'a member by the names that makers of browsers gave it',
    {
      'a.js': [
        'navigator.getUserMedia = navigator.getUserMedia || navigator.webkitGetUserMedia || navigator.mozGetUserMedia;',
        'export const start = () => navigator.getUserMedia({ video: true }, show, fail);',
      ],
    },
    'navigator.getUserMedia a.js:2',
  ],
  [
    'a member that is kept under a name of its own',
    { 'a.js': ['navigator.ownMedia = navigator.getUserMedia || navigator.webkitGetUserMedia;'] },
    'navigator.getUserMedia a.js:1',
    'navigator.webkitGetUserMedia a.js:1',
  ],
  [
    'what is pasted, of an event whose type a package has',
    {
      'a.tsx': [
        "import React from 'react';",
        'export const paste = (event: React.ClipboardEvent) => {',
        "show(event.clipboardData.getData('text')); show(event.nativeEvent.clipboardData.files); };",
      ],
    },
    'window.clipboardData.getData a.tsx:3',
    'window.clipboardData.files a.tsx:3',
  ],
  [
    'what a package of the same name keeps',
    { 'a.ts': ["import event from 'editor-events';", "show(event.clipboardData.getData('text'));"] },
  ],
  [
    'a member that the global object is given from another one',
    {
      'a.js': [
        'if (!window.getUserMedia) window.getUserMedia = navigator["getUserMedia"] || navigator["mozGetUserMedia"];',
        'export const start = () => window.getUserMedia({ video: true }, show, fail);',
      ],
    },
    'navigator.getUserMedia a.js:2',
    'navigator.mozGetUserMedia a.js:2',
  ],
  [
    'what is chosen by the platform, then called',
    {
      'a.js': [
        INFO,
        "import { Platform } from 'react-native';",
        'const read = Platform.select({ android: () => DeviceInfo.getAndroidId(), ios: () => DeviceInfo.getUniqueId() });',
        "export const tell = async () => fetch('/id', { method: 'POST', body: await read() });",
        "export const mac = async () => fetch('/m?' + (await Platform.select({ android: DeviceInfo.getMacAddress })()));",
      ],
    },
    'react-native-device-info.getAndroidId a.js:3 -> network a.js:4',
    'react-native-device-info.getUniqueId a.js:3 -> network a.js:4',
    'react-native-device-info.getMacAddress a.js:5 -> network a.js:5',
  ],
  [
    'what something else selects, and what is not called',
    {
      'a.js': [
        INFO,
        "import { Platform } from 'react-native';",
        'const read = List.select({ android: () => DeviceInfo.getAndroidId() });',
        'const other = Platform.select({ android: () => DeviceInfo.getBrand() });',
        "fetch('/id', { method: 'POST', body: read.first, other });",
      ],
    },
    'react-native-device-info.getAndroidId a.js:3',
    'react-native-device-info.getBrand a.js:4',
  ],
  [
    'services of AngularJS by the names in a list',
    {
      'a.js': [
        "angular.module('app', []).controller('Main', ['$http', '$cordovaDevice', function (h, device) {",
        "h.post('/x', { uuid: device.getUUID() }); }])",
        ".factory('Geo', ['$q', '$cordovaGeolocation', function (q, geo) {",
        'return { where: function () { return geo.getCurrentPosition({}); } }; }])',
        ".config(['$stateProvider', function (s) { s.state('map', { controller: ['Geo', '$http', function (g, http) {",
        "g.where().then(function (p) { http.post('/loc', p.coords); }); }] }); }]);",
        'function Second(net, people) { people.find({}).then(function (all) { net.post("/c", all); }); }',
        "Second.$inject = ['$http', '$cordovaContacts'];",
      ],
    },
    '$cordovaDevice.getUUID a.js:2 -> network a.js:2',
    '$cordovaGeolocation.getCurrentPosition a.js:4 -> network a.js:6',
    '$cordovaContacts.find a.js:7 -> network a.js:7',
  ],
  [
    'parameters beside names that are not theirs, and those of a name that is none of a service',
    {
      'a.js': [
        "run(['$cordovaDevice', function (device, other) { device.getUUID(); }]);",
        "run(['device', function ($device) { $device.getUUID(); }]);",
        'run(function ($) { $.getCurrentPosition(show); });',
      ],
    },
  ],
  [
    'a type and a constant of Android by their whole names',
    {
      'a.ts': [
        'const { BLUETOOTH_SERVICE } = android.content.Context;',
        'class Near { scanner: android.bluetooth.le.BluetoothLeScanner; own: shop.bluetooth.le.BluetoothLeScanner;',
        'scan() { this.scanner.startScan(found); }',
        'others() { this.own.startScan(found); }',
        'bonded(context) { return context.getSystemService(BLUETOOTH_SERVICE).getAdapter().getBondedDevices(); } }',
      ],
    },
    'android.bluetooth.le.BluetoothLeScanner.startScan a.ts:3',
    'android.bluetooth.BluetoothManager.getAdapter().getBondedDevices a.ts:5',
  ],
  [
    'a field that keeps what was read',
    {
      'a.ets': [
        "import { deviceInfo } from '@kit.BasicServicesKit'",
        'const kept = { serial: deviceInfo.serial };',
        'class Report { private model: string = deviceInfo.productModel; info = deviceInfo;',
        'send() { show(this.model, kept.serial); }',
        'more() { show(this.info.serial); } }',
      ],
    },
    '@ohos.deviceInfo.serial a.ets:2',
    '@ohos.deviceInfo.productModel a.ets:3',
    '@ohos.deviceInfo.serial a.ets:5',
  ],
];

test.each(CASES)('%s', (_name, files, ...reads) => {
  expect(readsOf(files)).toEqual(reads);
});

test('content providers that scripts name', () => {
  const lines = ['cr.query(Uri.parse("content://sms/inbox"));', 'text = "see content://sms/inbox";'];
  const { facts } = extractScripts([{ path: 'a.js', bytes: new TextEncoder().encode(lines.join('\n')) }], WATCH);
  expect(facts.map(({ kind, value, at }) => [kind, value, at.line])).toEqual([['string', 'content://sms/inbox', 1]]);
});

test('code of packages of mini-programs and of the plug-in market says whose it is', () => {
  const paths = ['miniprogram_npm/umtrack-wx/index.js', 'uni_modules/zh-locate/a.js', 'pages/a.js'];
  const bytes = new TextEncoder().encode('wx.getLocation({});');
  const { facts } = extractScripts(
    paths.map((path) => ({ path, bytes })),
    WATCH,
  );
  expect(facts.map(({ module }) => module)).toEqual(['umtrack-wx', 'zh-locate', undefined]);
});
