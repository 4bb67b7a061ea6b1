import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../../analyzers/catalogue/load.ts';
import { compileScriptWatch, extractScript } from '../../../../analyzers/extract/script/extract-script.ts';
import { compileMeanings } from '../../../../analyzers/match/meaning.ts';

const CATALOGUE = loadCatalogue();
const WATCH = compileScriptWatch(CATALOGUE);
const MEANINGS = compileMeanings(CATALOGUE);

/** What the facts of a script show. */
function dataOf(text: string): string[][] {
  const { facts } = extractScript('a.js', new TextEncoder().encode(text), WATCH);
  return facts.map((fact) => MEANINGS.of(fact)?.data ?? []);
}

test.each<[string, ...string[][]]>([
  ['const width = wx.getSystemInfoSync().windowWidth;', ['screen']],
  ['const { windowWidth, pixelRatio: ratio = 1 } = uni.getSystemInfoSync();', ['screen']],
  [
    'function f() { const info = wx.getSystemInfoSync(); if (info.model) use(info.system, info["brand"]); }',
    ['device-model', 'os-version'],
  ],
  [
    '(wx.canIUse("x") ? wx.getDeviceInfo() : wx.getSystemInfoSync()).system.includes("iOS")',
    ['os-version'],
    ['os-version'],
  ],
  ['wx.getSystemInfo({ success: (res) => { use(res.screenHeight); } });', ['screen']],
  ['uni.getSystemInfo({ success({ model }) { use(model); } });', ['device-model']],
  ['wx.getSystemInfoAsync().then((info) => use(info.language));', ['language-timezone']],
  ['async function f() { const info = await wx.getSystemInfo(); return info.SDKVersion; }', []],
  ['wx.getSystemInfoSync().SDKVersion', []],
  ['function f() { return wx.getSystemInfoSync(); }', ['device-model']],
  ['async function f() { const info = await wx.getSystemInfo().catch(() => null); send(info); }', ['device-model']],
  ['async function f() { const info = await wx.getSystemInfo().catch(no); return info.SDKVersion; }', []],
  ['function f() { const info = wx.getSystemInfoSync(); send(info); use(info.windowWidth); }', ['device-model']],
  ['function f() { const { windowWidth, ...others } = wx.getSystemInfoSync(); send(others); }', ['device-model']],
  ['function f(key) { const info = wx.getSystemInfoSync(); use(info[key]); }', ['device-model']],
  ['wx.getSystemInfo({ success: keep });', ['device-model']],
  [
    "import { wifiManager } from '@kit.ConnectivityKit';\nwifiManager.getLinkedInfo((err, data) => { if (err.code) return; use(data.ssid); });",
    [],
    ['ssid'],
  ],
  [
    "import { wifiManager } from '@kit.ConnectivityKit';\nwifiManager.getLinkedInfo((info) => { use(info.bssid); });",
    [],
    ['bssid'],
  ],
  [
    "import { wifiManager } from '@kit.ConnectivityKit';\nwifiManager.getLinkedInfo((err, data) => { use(data); });",
    [],
    ['bssid', 'ssid'],
  ],
  ['wx.authorize({ scope: "scope.record" });', ['microphone']],
  ['wx.authorize({ scope: "scope.invoice" });', []],
  ['navigator.mediaDevices.getUserMedia(Object.assign({ video: { facingMode: "user" } }, given));', ['camera']],
  ['navigator.mediaDevices.getUserMedia(Object.assign({}, given));', ['camera', 'microphone']],
  ['const { Platform } = require("react-native"); send(Platform.constants.Model);', [], ['device-model']],
  ['const { Platform } = require("react-native"); use(Platform.constants.Version.toString());', [], ['os-version']],
  ['const { Platform } = require("react-native"); const { Serial } = Platform.constants; use(Serial);', [], ['serial']],
  ['const { Platform } = require("react-native"); use(Platform.constants.reactNativeVersion);', [], []],
  ['const { Platform } = require("react-native"); send(Platform.constants);', [], ['device-model']],
])('%s', (text, ...data) => {
  expect(dataOf(text)).toEqual(data);
});

const SETUP = '<script setup>\nconst info = uni.getSystemInfoSync();\nconst height = info.screenHeight;\n</script>';

test.each<[name: string, path: string, text: string, ...data: string[][]]>([
  [
    'a module',
    'a.ts',
    "import { ref } from 'vue';\nconst info = uni.getSystemInfoSync();\nref(info.screenHeight);",
    ['screen'],
  ],
  ['a component', 'a.vue', `<template><view :style="height"/></template>\n${SETUP}`, ['screen']],
  [
    'a component whose template has it, too',
    'a.vue',
    `<template>{{ info.model }}</template>\n${SETUP}`,
    ['device-model'],
  ],
  ['a script of a page', 'a.js', 'const info = uni.getSystemInfoSync();\nuse(info.screenHeight);', ['device-model']],
])('what is taken of a variable at the top of %s', (_name, path, text, ...data) => {
  const { facts } = extractScript(path, new TextEncoder().encode(text), WATCH);
  expect(facts.map((fact) => MEANINGS.of(fact)?.data ?? [])).toEqual(data);
});
