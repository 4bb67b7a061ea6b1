import { expect, test } from 'vitest';
import { extractFiles } from './script-catalogue.ts';

const CLIPBOARD = '@react-native-clipboard/clipboard';

/** Files of a source tree, and where facts are to be found: `file line:column`; imports are left out. */
type Case = [name: string, files: Record<string, string>, ...at: string[]];

const CASES: Case[] = [
  [
    're-exported object',
    {
      'src/clip.ts': `import C from '${CLIPBOARD}';\nexport const clip = C;`,
      'src/a.ts': `import { clip } from './clip';\nclip.getString();`,
    },
    'src/a.ts 2:6',
  ],
  [
    'own object of that name',
    {
      'src/clip.ts': `export const clip = { getString() {} };`,
      'src/a.ts': `import { clip } from './clip';\nclip.getString();`,
    },
  ],
  [
    're-export in one statement',
    {
      'src/clip.ts': `export { default as clip } from '${CLIPBOARD}';`,
      'src/a.ts': `import { clip } from './clip.js';\nclip.getString();`,
    },
    'src/a.ts 2:6',
  ],
  [
    'barrel of a barrel',
    {
      'src/api/clip.ts': `import C from '${CLIPBOARD}';\nexport { C as Clip };`,
      'src/api/index.ts': `export * from './clip';`,
      'src/index.ts': `export * from './api';`,
      'src/deep/a.tsx': `import { Clip } from '..';\nClip.getString();`,
    },
    'src/deep/a.tsx 2:6',
  ],
  [
    'namespace of a barrel',
    {
      'src/index.ts': `export * as native from '${CLIPBOARD}';`,
      'src/a.ts': `import * as api from '.';\napi.native.default.getString();`,
    },
    'src/a.ts 2:20',
  ],
  [
    'default export',
    {
      'src/clip.ts': `import C from '${CLIPBOARD}';\nexport default C;`,
      'src/a.ts': `import own from './clip';\nown.getString();`,
    },
    'src/a.ts 2:5',
  ],
  [
    'CommonJS',
    {
      'src/clip.js': `module.exports = { clip: require('${CLIPBOARD}').default };`,
      'src/a.js': `const { clip: c } = require('./clip');\nc.getString();`,
    },
    'src/a.js 2:3',
  ],
  [
    'CommonJS, property by property',
    {
      'src/clip.js': `exports.clip = require('${CLIPBOARD}').default;`,
      'src/a.js': `require('./clip').clip.getString();`,
    },
    'src/a.js 1:24',
  ],
  [
    'compiled re-exports',
    {
      'src/clip.js': `var _c = require('${CLIPBOARD}');\nObject.keys(_c).forEach(function (key) { if (key in exports) return; Object.defineProperty(exports, key, { enumerable: true, get: function () { return _c[key]; } }); });`,
      'src/b.js': `Object.defineProperty(exports, "clip", { enumerable: true, get: function () { return _c.default; } });\nvar _c = require('./clip');`,
      'src/a.js': `require('./b').clip.getString();`,
    },
    'src/a.js 1:21',
  ],
  [
    'tsconfig paths',
    {
      'tsconfig.json': `{ "compilerOptions": { "baseUrl": ".", "paths": { "@native/*": ["src/native/*"] } } } // all`,
      'src/native/clip.ts': `export { default } from '${CLIPBOARD}';`,
      'src/deep/a.ts': `import C from '@native/clip';\nC.getString();`,
    },
    'src/deep/a.ts 2:3',
  ],
  [
    'workspace package',
    {
      'package.json': `{ "workspaces": ["packages/*"] }`,
      'packages/shim/package.json': `{ "name": "@app/shim", "main": "lib/index.js" }`,
      'packages/shim/src/index.ts': `export { default as clip } from '${CLIPBOARD}';`,
      'packages/app/a.ts': `import { clip } from '@app/shim';\nclip.getString();`,
    },
    'packages/app/a.ts 2:6',
  ],
  [
    'alias of the source folder',
    {
      'src/utils/clip.js': `export { default } from '${CLIPBOARD}';`,
      'src/pages/a.vue': `<script>\nimport C from '@/utils/clip';\nC.getString();\n</script>`,
    },
    'src/pages/a.vue 3:3',
  ],
  [
    'installed package of an alias name',
    {
      'package.json': `{ "dependencies": { "@utils/clip": "1" } }`,
      'src/utils/clip.js': `export { default } from '${CLIPBOARD}';`,
      'src/a.js': `import C from '@utils/clip';\nC.getString();`,
    },
  ],
  [
    'shim filled in one file and used in another',
    {
      'lib/shim.ts': `const shim = { Clip: null as any };\nexport default shim;`,
      'app/start.ts': `import C from '${CLIPBOARD}';\nimport shim from '../lib/shim';\nshim.Clip = C;`,
      'lib/use.ts': `import shim from './shim';\nexport const read = async () => await shim.Clip.getString();`,
    },
    'lib/use.ts 2:49',
  ],
  [
    'another object with that property',
    {
      'lib/shim.ts': `export const shim = { Clip: null as any };\nexport const other = { Clip: null as any };`,
      'app/start.ts': `import C from '${CLIPBOARD}';\nimport { shim } from '../lib/shim';\nshim.Clip = C;`,
      'lib/use.ts': `import { other } from './shim';\nother.Clip.getString();`,
    },
  ],
  [
    'NativeModules from an own file',
    {
      'src/native.ts': `import { NativeModules } from 'react-native';\nexport const { RNCClipboard } = NativeModules;`,
      'src/a.ts': `import { RNCClipboard } from './native';\nRNCClipboard.getString();`,
    },
    'src/a.ts 2:14',
  ],
  [
    'promisifier',
    {
      'utils/p.js': `export const p = (name) => (options) => new Promise((ok) => wx[name]({ ...options, success: ok }));`,
      'pages/a.js': `import { p } from '../utils/p';\nconst at = p('getLocation');\np('showToast')({});`,
    },
    'pages/a.js 2:12',
  ],
  [
    'promisifier around a promisifier',
    {
      'utils/p.js': `function p(api, name) { return new Promise((ok) => api[name]({ success: ok })); }\nexports.call = (name) => p(wx, name);`,
      'pages/a.js': `const util = require('../utils/p.js');\nutil.call('getLocation');`,
    },
    'pages/a.js 2:6',
  ],
  [
    'promisifier of another object',
    {
      'utils/p.js': `export const p = (name) => own[name]();`,
      'pages/a.js': `import { p } from '../utils/p';\np('getLocation');`,
    },
  ],
  [
    'given as an argument',
    {
      'src/read.ts': `export function read(source) { return source.getString(); }\nexport function other(source) { return source.getString(); }`,
      'src/a.ts': `import C from '${CLIPBOARD}';\nimport { read, other } from './read';\nread(C);\nother({});`,
    },
    'src/read.ts 1:46',
  ],
  [
    'a method of that name is called with it',
    {
      'src/read.ts': `export function read(source) { return source.getString(); }`,
      'src/a.ts': `import C from '${CLIPBOARD}';\nfile.read(C);`,
    },
  ],
  [
    'function that returns it',
    {
      'src/bridge.ts': `import C from '${CLIPBOARD}';\nlet instance;\nexport function bridge() { if (!instance) instance = C; return instance; }`,
      'src/a.ts': `import { bridge } from './bridge';\nbridge().getString();`,
    },
    'src/a.ts 2:10',
  ],
  [
    'static helper of a class',
    {
      'src/device.ts': `import C from '${CLIPBOARD}';\nexport class Device { static clip = C; static other = null; }`,
      'src/a.ts': `import { Device } from './device';\nDevice.clip.getString();\nDevice.other.getString();`,
    },
    'src/a.ts 2:13',
  ],
  [
    'field of an own service',
    {
      'src/service.ts': `import C from '${CLIPBOARD}';\nexport class Service { clip = C; }`,
      'src/page.ts': `import { Service } from './service';\nexport class Page { constructor(private readonly service: Service) {}\n read() { this.service.clip.getString(); }\n}`,
    },
    'src/page.ts 3:29',
  ],
  [
    'singleton of a class',
    {
      'src/device.ts': `import C from '${CLIPBOARD}';\nexport class Device { static shared: Device; clip = C; static get() { return (Device.shared ??= new Device()); } }`,
      'src/a.ts': `import { Device } from './device';\nDevice.get().clip.getString();`,
    },
    'src/a.ts 2:19',
  ],
  [
    'destructured export',
    {
      'src/clip.ts': `import C from '${CLIPBOARD}';\nexport const { getString, other } = C;`,
      'src/a.ts': `import { getString, other } from './clip';\ngetString(); other();`,
    },
    'src/a.ts 2:1',
  ],
  [
    'object that gives it another name',
    {
      'src/api.ts': `import C from '${CLIPBOARD}';\nexport const api = { read: C.getString, write: C.setString };`,
      'src/a.ts': `import { api } from './api';\napi.read(); api.write();`,
    },
    'src/a.ts 2:5',
  ],
  [
    'what functions in an object are given',
    {
      'src/api.js': `export const api = { read: (board) => board.getString(), other: function (board) { board.getString(); } };`,
      'src/a.js': `import { api } from './api';\nimport C from '${CLIPBOARD}';\napi.read(C);\nown.other(C);`,
    },
    'src/api.js 1:45',
  ],
  [
    'globals of a page',
    { 'www/js/clip.js': `var clip = window.plugins.sim;`, 'www/js/a.js': `clip.getSimInfo();` },
    'www/js/a.js 1:6',
  ],
  [
    'variable of another module',
    { 'src/clip.js': `import 'x';\nvar clip = window.plugins.sim;`, 'src/a.js': `import 'y';\nclip.getSimInfo();` },
  ],
  [
    'import of itself and in a circle',
    {
      'src/a.ts': `export * from './b';\nexport { x } from './a';\nimport { x, y } from './b';\nx.getString(); y.getString();`,
      'src/b.ts': `export * from './a';\nexport { y } from './a';`,
    },
  ],
];

for (const [name, files, ...at] of CASES) {
  test(`${name}${at.length === 0 ? ': silent' : ''}`, () => {
    expect(extractFiles(files)).toEqual(at);
  });
}

test('fields, constructors and injected services of one class', () => {
  const source = `import { BleManager } from 'react-native-ble-plx';
import C from '${CLIPBOARD}';
export class Scanner {
  private manager = new BleManager();
  private clip;
  constructor(private readonly other: BleManager, own: Own) { this.clip = C; this.own = own; }
  run() { this.manager.startDeviceScan(); this.clip.getString(); this.other.startDeviceScan(); this.own.startDeviceScan(); }
}
class Twin { run() { this.manager.startDeviceScan(); this.clip.getString(); } }
class Heir extends Scanner { go() { return () => this.manager.startDeviceScan(); } }`;
  expect(extractFiles({ 'a.ts': source })).toEqual(['a.ts 7:24', 'a.ts 7:53', 'a.ts 7:77', 'a.ts 10:63']);
});
