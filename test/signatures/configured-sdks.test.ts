import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compileCatalogue } from '../../analyzers/catalogue/compile.ts';
import { facts } from '../../analyzers/pipeline.ts';
import { readSignatureFiles } from './signature-files.ts';

const catalogue = compileCatalogue(readSignatureFiles());
const root = mkdtempSync(join(tmpdir(), 'configured-sdks-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The SDKs of a source folder, each with the places of what shows it: `id file:line`. */
async function sdksIn(name: string, files: Record<string, string>): Promise<string[]> {
  const folder = join(root, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { sdks } = await facts(folder, { jobs: 1, catalogue });
  return sdks.flatMap(({ id, found }) => found.map(({ at }) => `${id} ${at.file}:${at.line}`));
}

const app = (manifest: object): Record<string, string> => ({
  'pages.json': '{ "pages": [{ "path": "pages/index/index" }] }',
  'App.vue': '<script>export default { onLaunch() {} }</script>',
  'manifest.json': JSON.stringify({ appid: '__UNI__1', ...manifest }, null, 1),
});

test('uni-app: every service of the manifest is an SDK at the line of its key', async () => {
  const sdkConfigs = {
    geolocation: { amap: { appkey_android: 'k' }, system: {} },
    maps: { baidu: {} },
    oauth: { univerify: {}, weixin: { appid: 'wx1' }, apple: {} },
    share: { qq: {}, sina: {} },
    payment: { alipay: {}, weixin: {}, appleiap: {} },
    push: { unipush: {} },
    speech: { baidu: {} },
    statics: { umeng: { appkey_android: 'k' } },
    ad: { gdt: {}, gm: {} },
  };
  const modules = Object.fromEntries(
    ['Maps', 'OAuth', 'Share', 'Payment', 'Push', 'Speech', 'Statistic', 'Webview-x5'].map((name) => [name, {}]),
  );
  const files = app({ 'app-plus': { modules, distribute: { sdkConfigs } } });
  const lines = (files['manifest.json'] ?? '').split('\n');
  const found = await sdksIn('services', files);
  const keyAt = (line: string | undefined): string | undefined => /"([\w-]+)"/.exec(lines[Number(line) - 1] ?? '')?.[1];
  expect(found.map((each) => `${each.split(' ')[0]} ${keyAt(each.split(':')[1])}`)).toEqual([
    'alipay alipay',
    'amap amap',
    'baidu-map baidu',
    'baidu-speech baidu',
    'gdt gdt',
    'getui unipush',
    'getui-gy univerify',
    'pangle gm',
    'qq-connect qq',
    'tbs-x5 Webview-x5',
    'umeng-analytics umeng',
    'wechat-opensdk weixin',
    'wechat-pay weixin',
    'weibo sina',
  ]);
});

test('uni-app: what is configured for a module that is left out is not packed', async () => {
  const sdkConfigs = { oauth: { qq: {} }, push: { unipush: {} } };
  const found = await sdksIn('unticked', app({ 'app-plus': { modules: { Push: {} }, distribute: { sdkConfigs } } }));
  expect(found.map((each) => each.split(' ')[0])).toEqual(['getui']);
});

test('uni-app: maps of web pages count with a key, statistics when they are on, plug-ins by their id', async () => {
  const on = app({
    h5: { sdkConfigs: { maps: { qqmap: { key: 'k' } } } },
    'mp-weixin': { uniStatistics: { enable: true } },
    'app-plus': { nativePlugins: { 'JG-JPush': { JPUSH_CHANNEL: 'c' } } },
  });
  const off = app({
    h5: { sdkConfigs: { maps: { qqmap: { key: '' } } } },
    uniStatistics: { enable: false },
    'app-plus': { nativePlugins: {} },
  });
  const ids = async (name: string, files: Record<string, string>): Promise<string[]> =>
    (await sdksIn(name, files)).map((each) => each.split(' ')[0] ?? '');
  expect(await ids('on', on)).toEqual(['dcloud-uniapp', 'jpush', 'tencent-map']);
  expect(await ids('off', off)).toEqual([]);
});

const program = (config: object, script: string): Record<string, string> => ({
  'app.json': JSON.stringify({ pages: ['pages/index/index'], ...config }, null, 1),
  'app.js': script,
  'pages/index/index.js': 'Page({});',
});

test('mini-programs: plug-ins by the id of who provides them, whatever they are called', async () => {
  const plugins = { pick: { version: '1.0.10', provider: 'wx76a9a06e5b4e693e' } };
  const parts = { subPackages: [{ root: 'talk', pages: ['a'], plugins: { si: { provider: 'wx069ba97219f66d99' } } }] };
  expect(await sdksIn('plugin', program({ plugins, ...parts }, 'App({});'))).toEqual([
    'tencent-map app.json:6',
    'wechat-si app.json:18',
  ]);
  const other = { chooseLocation: { version: '1.0.10', provider: 'wx0000000000000000' } };
  expect(await sdksIn('other-plugin', program({ plugins: other }, 'App({});'))).toEqual([]);
});

test.each([
  [
    'package.json',
    { 'package.json': '{ "dependencies": {\n "umtrack-wx": "^2.7.0" } }' },
    'umeng-analytics package.json:2',
  ],
  ['an import', { 'app.js': "import 'umtrack-wx';\nApp({});" }, 'umeng-analytics app.js:1'],
  [
    'the copy that is packed',
    { 'app.js': "require('./miniprogram_npm/umtrack-wx/index');\nApp({});" },
    'umeng-analytics app.js:1',
  ],
  [
    'a file kept of it',
    { 'app.js': "\nconst uma = require('./utils/umtrack-wx.min.js');\nApp({});" },
    'umeng-analytics app.js:2',
  ],
  [
    'a map in a file',
    { 'app.js': "const M = require('./libs/qqmap-wx-jssdk.min.js');\nApp({});" },
    'tencent-map app.js:1',
  ],
  [
    'own code of a like name',
    { 'app.js': "require('./utils/umtrack');\nrequire('./umtrack-wxa.js');\nApp({});" },
    undefined,
  ],
])('mini-programs: an SDK by %s', async (name, files, found) => {
  expect(await sdksIn(name, { ...program({}, 'App({});'), ...files })).toEqual(found === undefined ? [] : [found]);
});
