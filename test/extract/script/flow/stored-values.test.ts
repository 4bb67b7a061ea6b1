import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';

const WATCH = compileScriptWatch(loadCatalogue());

/** Each watched call: `early` or `late`, and the sinks but storage and the log as `api file:line`. */
function callsIn(files: Record<string, string[]>): string[] {
  const sources = Object.entries(files).map(([path, lines]) => ({
    path,
    bytes: new TextEncoder().encode(lines.join('\n')),
  }));
  return extractScripts(sources, WATCH)
    .facts.filter(({ kind, value }) => kind === 'call' && !/getSystemInfo|authorize/.test(value))
    .map(({ reach, sinks = [] }) =>
      [
        reach?.beforeConsent === 'process-start' ? 'early' : 'late',
        ...sinks.filter(({ kind }) => kind === 'network').map(({ api, at }) => `${api} ${at.file}:${at.line}`),
      ].join(' '),
    );
}

const KEPT = (write: string, read: string): Record<string, string[]> => ({
  'a.js': [`const KEY = 'place';`, 'Page({ locate() { wx.getLocation({ success: (res) => {', write, '} }); } });'],
  'b.js': [`const { KEY } = { KEY: 'place' };`, 'Page({ send() {', read, '} });'],
});
const SENT = (value: string) => `wx.request({ url: '/a', data: { at: ${value} } });`;

type Case = [name: string, files: Record<string, string[]>, ...calls: string[]];

const CASES: Case[] = [
  [
    'what is stored under a name and read elsewhere',
    KEPT(`wx.setStorageSync('place', res);`, SENT(`wx.getStorageSync('place')`)),
    'late wx.request b.js:3',
  ],
  [
    'under a constant, as one of several properties',
    KEPT(`wx.setStorageSync(KEY, { lat: res.latitude, id: 1 });`, SENT(`wx.getStorageSync('place').lat`)),
    'late wx.request b.js:3',
  ],
  [
    'but not another property',
    KEPT(`wx.setStorageSync(KEY, { lat: res.latitude, id: 1 });`, SENT(`wx.getStorageSync('place').id`)),
    'late',
  ],
  ['nor another name', KEPT(`wx.setStorageSync('place', res);`, SENT(`wx.getStorageSync('token')`)), 'late'],
  [
    'options and callbacks',
    KEPT(
      `wx.setStorage({ key: 'place', data: res.latitude });`,
      `wx.getStorage({ key: 'place', success(got) { ${SENT('got.data')} } });`,
    ),
    'late wx.request b.js:3',
  ],
  [
    'options of Alipay',
    KEPT(`my.setStorageSync({ key: 'place', data: res });`, SENT(`my.getStorageSync({ key: 'place' }).data`)),
    'late wx.request b.js:3',
  ],
  [
    'but not the name itself',
    KEPT(`wx.setStorage({ key: res.latitude, data: 1 });`, SENT(`wx.getStorageSync('place')`)),
    'late',
  ],
  [
    'recordings, by who listens to their end',
    {
      'a.js': [
        'const recorder = wx.getRecorderManager();',
        'recorder.onStop((res) => {',
        `wx.uploadFile({ url: '/a', filePath: res.tempFilePath, name: 'f' });`,
        '});',
        'Page({ talk() { recorder.start({}); } });',
      ],
    },
    'early',
    'late wx.uploadFile a.js:3',
  ],
  [
    'films, where they are ended',
    {
      'a.js': [
        'Page({',
        'onLoad() { this.camera = wx.createCameraContext(); },',
        'film() { this.camera.startRecord({}); },',
        `done() { this.camera.stopRecord({ success: (res) => wx.uploadFile({ url: '/a', filePath: res.tempVideoPath }) }); },`,
        '});',
      ],
    },
    'late',
    'late wx.uploadFile a.js:4',
  ],
  [
    'but not what comes of another object',
    {
      'a.js': [
        'const recorder = wx.getRecorderManager(); const player = wx.createInnerAudioContext();',
        'player.onStop((res) => {',
        `wx.uploadFile({ url: '/a', filePath: res.tempFilePath, name: 'f' });`,
        '});',
        'Page({ talk() { recorder.start({}); } });',
      ],
    },
    'early',
    'late',
  ],
  [
    'options whose callbacks are methods go on where they were given',
    {
      'app.js': [`App({ onLaunch() { wx.request({ url: '/a', success(answer) { wx.getLocation({}); } }); } });`],
    },
    'early',
  ],
  [
    'but not methods of a page that are called so',
    { 'a.js': ['Page({ success(answer) { wx.getLocation({}); } });'] },
    'late',
  ],
  [
    'imports of compiled ArkTS',
    {
      'entry/src/main/ets/utils/Net.ts': [
        'import http from "@ohos:net.http";',
        'export function send(text) {',
        'http.createHttp().request("https://a.example.com", { extraData: text });',
        '}',
      ],
      'entry/src/main/ets/pages/Index.ts': [
        'import pasteboard from "@ohos:pasteboard";',
        'import { send } from "@normalized:N&&&entry/src/main/ets/utils/Net&";',
        'import { send as other } from "@bundle:com.a/entry/ets/utils/Net";',
        'pasteboard.getSystemPasteboard().getData().then((data) => send(data));',
        'pasteboard.getSystemPasteboard().getData().then((data) => other(data));',
        'pasteboard.getSystemPasteboard().getData().then((data) => show(data));',
      ],
    },
    'early @ohos.net.http.createHttp().request entry/src/main/ets/utils/Net.ts:3',
    'early @ohos.net.http.createHttp().request entry/src/main/ets/utils/Net.ts:3',
    'early',
  ],
];

test.each(CASES)('%s', (_name, files, ...expected) => {
  expect(callsIn(files)).toEqual(expected);
});
