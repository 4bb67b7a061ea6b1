import { expect, test } from 'vitest';
import {
  extractScriptProject,
  scriptFiles,
  scriptGroups,
} from '../../../../analyzers/extract/script/extract-script.ts';
import type { Build, BuildKind } from '../../../../analyzers/model/build.ts';

function build(kind: BuildKind, files: Record<string, string>): Build {
  return {
    name: 'test',
    kind,
    sha256: '0'.repeat(64),
    size: 0,
    files: Object.entries(files).map(([path, text]) => {
      const bytes = new TextEncoder().encode(text);
      return { path, size: bytes.length, read: () => bytes };
    }),
    gaps: [],
  };
}

function readOf(kind: BuildKind, ...paths: string[]): string[] {
  return scriptFiles(build(kind, Object.fromEntries(paths.map((path) => [path, ''])))).map(({ path }) => path);
}

test('packed builds hold script in their assets and in bundles', () => {
  const script = [
    'assets/index.android.bundle',
    'assets/www/index.html',
    'assets/www/js/app.js',
    'assets/apps/__UNI__1/www/app-service.js',
    'assets/public/main.mjs',
    'assets/main.jsc',
    'res/raw/bridge.js',
    'base.apk!assets/a.js',
    'other/main.jsbundle',
  ];
  expect(readOf('apk', ...script, 'classes.dex', 'assets/a.json', 'res/layout/a.js', 'META-INF/a.html')).toEqual(
    script,
  );
  expect(readOf('aab', 'base/assets/www/a.js', 'base/manifest/a.js')).toEqual(['base/assets/www/a.js']);
  expect(readOf('js-bundle', 'main.txt')).toEqual(['main.txt']);
  expect(readOf('dex', 'classes.dex')).toEqual([]);
});

test('pages of text alone are no scripts, unless something stands beside them or in them', () => {
  const page = '<html><body><h1>Licences</h1><a href="b.html" class="only">on b = c</a></body></html>';
  const groupsOf = (files: Record<string, string>) => scriptGroups(build('apk', files)).map((group) => group.length);
  expect(groupsOf({ 'assets/a.html': page, 'assets/b.html': page })).toEqual([]);
  expect(groupsOf({ 'assets/a.html': page, 'assets/b.js': '' })).toEqual([2]);
  for (const runs of [
    '<SCRIPT src="a.js">',
    '<b onClick = "f()">',
    '<b class="x"onclick=f()>',
    '<a href="JavaScript:f()">',
    '<iframe src="a">',
  ]) {
    expect(groupsOf({ 'assets/a.html': page + runs })).toEqual([1]);
  }
  expect(groupsOf({ 'assets/a.html': '<\0s\0c\0r\0i\0p\0t\0>\0' })).toEqual([1]);
});

test('cloud functions of mini-programs run on a server, and are left out with a word', () => {
  const files = {
    'miniprogram/app.js': 'wx.getLocation({});',
    'cloudfunctions/login/index.js': 'wx.getLocation({});',
    'uniCloud-aliyun/cloudfunctions/a/index.js': 'uni.getLocation({});',
    'miniprogram/pages/cloudfunctions.js': 'wx.getLocation({});',
  };
  const all = build('folder', files);
  expect(scriptFiles(all).map(({ path }) => path)).toEqual([
    'miniprogram/app.js',
    'miniprogram/pages/cloudfunctions.js',
  ]);
  const { gaps } = extractScriptProject(all);
  expect(gaps.map(({ detail }) => detail)).toEqual([
    '2 script files of cloud functions, which run on a server, left out',
  ]);
});

const FOLDER = [
  'App.tsx',
  'babel.config.js',
  'e2e/first.ts',
  'metro.config.js',
  'node_modules/x/index.js',
  'package.json',
  'packages/core/jest.config.ts',
  'packages/core/package.json',
  'packages/core/src/index.mts',
  'packages/core/test/a.ts',
  'src/__tests__/a.ts',
  'src/app.config.js',
  'src/Button.stories.tsx',
  'src/pages/test/test.vue',
  'src/types.d.ts',
  'src/util.test.js',
  'test/setup.js',
  'www/index.html',
];

test('source folders are read without tests, stories, tools and installed dependencies', () => {
  expect(readOf('folder', ...FOLDER)).toEqual([
    'App.tsx',
    'packages/core/src/index.mts',
    'src/app.config.js',
    'src/pages/test/test.vue',
    'www/index.html',
  ]);
});

test('what is left out of a folder is counted in gaps that do not matter', () => {
  const { gaps } = extractScriptProject(build('folder', Object.fromEntries(FOLDER.map((path) => [path, '{}']))));
  expect(gaps).toEqual([
    {
      stage: 'script',
      file: 'babel.config.js',
      code: 'unsupported',
      detail: '9 script files of tests, stories and tools left out',
      material: false,
    },
    {
      stage: 'script',
      file: 'node_modules/x/index.js',
      code: 'unsupported',
      detail: '1 script file of installed dependencies left out',
      material: false,
    },
  ]);
});

function projectFacts(path: string, text: string): string[] {
  const { facts } = extractScriptProject(build('folder', { [path]: text }));
  return facts.map(({ kind, value, args, at }) => {
    expect(at.file).toBe(path);
    return `${kind} ${value}${args === undefined ? '' : ` [${args.join()}]`} ${at.line}:${at.column}`;
  });
}

test('package.json: dependencies with their ranges, of the development ones only plug-ins', () => {
  const text = `{
  "name": "x",
  "dependencies": { "react-native": "^0.80.0", "@a/b": "*" },
  "devDependencies": { "jest": "29", "cordova-plugin-device": "2.1.0" },
  "cordova": { "plugins": { "cordova-plugin-device": {}, "cordova-plugin-camera": {} } }
}`;
  expect(projectFacts('app/package.json', text)).toEqual([
    'module react-native [^0.80.0] 3:21',
    'module @a/b [*] 3:48',
    'module cordova-plugin-device [2.1.0] 4:38',
    'module cordova-plugin-camera 5:58',
  ]);
});

test('uni-app: permissions, modules, services and scopes, with comments in the file', () => {
  const text = `{ /* 应用 */
  "app-plus": {
    "modules": { "Geolocation": {}, "Push": {} }, // 定位
    "distribute": {
      "android": { "permissions": [
        "<uses-permission android:name=\\"android.permission.CAMERA\\"/>",
        "<uses-feature android:name=\\"android.hardware.camera\\"/>",
      ] },
      "sdkConfigs": { "push": { "unipush": {} } }
    }
  },
  "mp-weixin": {
    "permission": { "scope.userLocation": { "desc": "附近门店" } },
    "requiredPrivateInfos": ["getLocation"]
  }
}`;
  expect(projectFacts('manifest.json', text)).toEqual([
    'permission android.permission.CAMERA 6:9',
    'setting app-plus.modules.Geolocation 3:18',
    'setting app-plus.modules.Push 3:37',
    'setting app-plus.distribute.sdkConfigs.push.unipush 9:33',
    'setting permission.scope.userLocation [附近门店] 13:21',
    'setting requiredPrivateInfos [getLocation] 14:30',
  ]);
  const packed = '{ "permissions": { "Contacts": {} }, "plus": { "distribute": { "google": { "permissions": [] } } } }';
  expect(projectFacts('assets/apps/x/www/manifest.json', packed)).toEqual(['setting app-plus.modules.Contacts 1:20']);
  expect(projectFacts('manifest.json', '{ "permissions": ["tabs"] }')).toEqual([]);
});

test('mini-programs and Expo share the name app.json', () => {
  expect(
    projectFacts('app.json', '{"requiredBackgroundModes":["location"],"plugins":{"p":{"provider":"wx1"}}}'),
  ).toEqual([
    'setting requiredBackgroundModes [location] 1:29',
    'setting plugins.p [wx1] 1:52',
    'module plugin://wx1 [p] 1:52',
  ]);
  const expo = `{ "expo": {
  "android": { "permissions": ["CAMERA", "com.x.PAY"] },
  "ios": { "infoPlist": { "NSCameraUsageDescription": "photos", "Other": 1 } },
  "plugins": ["expo-camera", ["expo-location", {}], "./own.js"]
} }`;
  expect(projectFacts('app.json', expo)).toEqual([
    'permission android.permission.CAMERA 2:32',
    'permission com.x.PAY 2:42',
    'setting NSCameraUsageDescription [photos] 3:27',
    'module expo-camera 4:15',
    'module expo-location 4:31',
  ]);
});

test('Cordova and Capacitor: plug-ins of the configuration and of the built app', () => {
  const config = `<?xml version="1.0"?>
<widget xmlns:android="http://schemas.android.com/apk/res/android">
  <plugin name="cordova-plugin-camera" spec="^7.0.0" />
  <platform name="android"><config-file><uses-permission android:name="android.permission.CAMERA" /></config-file></platform>
</widget>`;
  expect(projectFacts('config.xml', config)).toEqual([
    'module cordova-plugin-camera [^7.0.0] 3:3',
    'permission android.permission.CAMERA 4:41',
  ]);
  const list = `cordova.define('cordova/plugin_list', function(require, exports, module) {
  module.exports = [{ "id": "x.y", "pluginId": "x" }];
  module.exports.metadata = {
    "cordova-plugin-device": "2.0.2"
  };
});`;
  expect(projectFacts('assets/www/cordova_plugins.js', list)).toEqual(['module cordova-plugin-device [2.0.2] 4:5']);
  expect(projectFacts('assets/capacitor.plugins.json', '[{"pkg":"@capacitor/camera","classpath":"a.B"}]')).toEqual([
    'module @capacitor/camera 1:9',
  ]);
  const capacitor = `import type { CapacitorConfig } from '@capacitor/cli';
const config: CapacitorConfig = { appId: 'a.b', plugins: { Camera: {} }, includePlugins: ['@capacitor/camera'] };
export default config;`;
  expect(projectFacts('capacitor.config.ts', capacitor)).toEqual([
    'module @capacitor/camera 2:91',
    'setting capacitor.plugins.Camera 2:60',
  ]);
});

test('a broken configuration is a gap, a binary one is for others', () => {
  expect(extractScriptProject(build('folder', { 'package.json': '{ "dependencies": ' })).gaps).toMatchObject([
    { file: 'package.json', code: 'corrupt', material: false },
  ]);
  expect(extractScriptProject(build('folder', { 'package.json': '['.repeat(50_000) })).gaps).toMatchObject([
    { code: 'too-large' },
  ]);
  expect(extractScriptProject(build('apk', { 'res/xml/config.xml': '\u0003\u0000\u0008\u0000' }))).toEqual({
    facts: [],
    gaps: [],
  });
});

test('copies that the tools of frameworks make, and installed modules, are no sources of their own', () => {
  const sources = ['www/js/app.js', 'src/platforms/android.js', 'android/app/src/main/assets/www/a.js'];
  const copies = [
    'platforms/android/app/src/main/assets/www/js/app.js',
    'platforms/ios/www/js/app.js',
    'android/app/src/main/assets/public/main.js',
    'ios/App/App/public/main.js',
    'unpackage/dist/build/app-plus/app-service.js',
    'oh_modules/a/src/a.ets',
  ];
  expect(readOf('folder', ...sources, ...copies)).toEqual(sources);
});

test('names that an archive may hold, from the root or with empty parts, lead to an end', () => {
  const odd = ['//d.js', '/a.js', '/b/c.js', 'src//e.js'];
  expect(readOf('folder', ...odd)).toEqual(odd);
});

test('scripts in a folder of that name are tools of a package, unless a page beside it loads them', () => {
  const readIn = (files: Record<string, string>): string[] =>
    scriptFiles(build('folder', files)).map(({ path }) => path);
  const page = (src: string): string => `<html><script src="${src}"></script></html>`;
  // No package that has tools.
  expect(readIn({ 'scripts/index.js': '' })).toEqual(['scripts/index.js']);
  expect(readIn({ 'package.json': '{}', 'scripts/build.js': '', 'app.js': '' })).toEqual(['app.js']);
  expect(
    readIn({ 'package.json': '{}', 'index.html': page('scripts/app/main.js'), 'scripts/app/main.js': '' }),
  ).toEqual(['index.html', 'scripts/app/main.js']);
  expect(readIn({ 'a/package.json': '{}', 'a/index.html': page('./scripts/b.js'), 'a/scripts/b.js': '' })).toEqual([
    'a/index.html',
    'a/scripts/b.js',
  ]);
  expect(readIn({ 'package.json': '{}', 'index.html': page('js/app.js'), 'scripts/build.js': '' })).toEqual([
    'index.html',
  ]);
  expect(readIn({ 'package.json': '{}', 'www/index.html': page('scripts/b.js'), 'scripts/build.js': '' })).toEqual([
    'www/index.html',
  ]);
});
