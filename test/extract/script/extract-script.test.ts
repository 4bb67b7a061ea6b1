import { expect, test } from 'vitest';
import { extract, sitesOf } from './script-catalogue.ts';

/** Source on the left; on the right the positions where a call is to be found, none for look-alikes. */
type Case = [name: string, source: string, ...at: string[]];

const CLIPBOARD = '@react-native-clipboard/clipboard';

const CALLS: Record<string, Case[]> = {
  [`${CLIPBOARD}.getString`]: [
    ['default import', `import C from '${CLIPBOARD}';\nC.getString();`, '2:3'],
    ['default import of another module', `import C from './clipboard';\nC.getString();`],
    ['named import', `import { Clipboard } from '${CLIPBOARD}';\nClipboard.getString();`, '2:11'],
    ['renamed import', `import { Clipboard as C } from '${CLIPBOARD}';\nC.getString();`, '2:3'],
    ['renamed import, old name used', `import { Clipboard as C } from '${CLIPBOARD}';\nClipboard.getString();`],
    ['namespace import', `import * as N from '${CLIPBOARD}';\nN.default.getString();`, '2:11'],
    ['default as a name', `import { default as C } from '${CLIPBOARD}';\nC.getString();`, '2:3'],
    ['alias of the module', `import C from '@react-native-community/clipboard';\nC.getString();`, '2:3'],
    ['type import', `import type C from '${CLIPBOARD}';\nC.getString();`],
    ['import assignment', `import C = require('${CLIPBOARD}');\nC.default.getString();`, '2:11'],
    ['required', `const C = require('${CLIPBOARD}').default;\nC.getString();`, '2:3'],
    ['required in place', `require('${CLIPBOARD}').default.getString();`, '1:54'],
    ['own require', `function require() {}\nrequire('${CLIPBOARD}').default.getString();`],
    ['required by a bundled module', `d(function (require) { require('${CLIPBOARD}').default.getString(); });`, '1:77'],
    ['interop', `var _c = _interopRequireDefault(require('${CLIPBOARD}'));\n_c.default.getString();`, '2:12'],
    ['interop, renamed', `var c = e(require('${CLIPBOARD}'));\nc.default.getString();`, '2:11'],
    ['esbuild interop', `var c = __toESM(require('${CLIPBOARD}'));\n(0, c.default.getString)();`, '2:15'],
    ['wrapped in Object', `var c = require('${CLIPBOARD}');\nObject(c.default["getString"])();`, '2:18'],
    ['destructured', `const { default: C } = require('${CLIPBOARD}');\nC.getString();`, '2:3'],
    ['destructured twice', `const { default: { getString: g } } = require('${CLIPBOARD}');\ng();`, '2:1'],
    ['destructured with a default', `const { C = require('${CLIPBOARD}').default } = {};\nC.getString();`, '2:3'],
    ['destructured from elsewhere', `const { getString } = require('./own');\ngetString();`],
    ['alias', `import C from '${CLIPBOARD}';\nconst c = C;\nlet g;\ng = c.getString;\ng();`, '5:1'],
    ['alias without a call', `import C from '${CLIPBOARD}';\nconst g = C.getString;`],
    ['bound', `import C from '${CLIPBOARD}';\nconst g = C.getString.bind(C);\ng();`, '3:1'],
    ['call and apply', `import C from '${CLIPBOARD}';\nC.getString.call(C); C.getString.apply(C, []);`, '2:3', '2:24'],
    ['property of a local object', `import C from '${CLIPBOARD}';\nconst o = { c: C };\no.c.getString();`, '3:5'],
    ['property given later', `import C from '${CLIPBOARD}';\nconst o = {};\no.c = C;\no.c.getString();`, '4:5'],
    ['property of another object', `import C from '${CLIPBOARD}';\nconst o = { c: C };\no.d.getString();`],
    ['shadowed by a parameter', `import C from '${CLIPBOARD}';\n[].map((C) => C.getString());`],
    [
      'shadowed by a variable',
      `import C from '${CLIPBOARD}';\n{ const C = own; C.getString(); }\nC.getString();`,
      '3:3',
    ],
    ['shadowed by a later function', `import C from '${CLIPBOARD}';\nfunction f() { C.getString(); function C() {} }`],
    ['shadowed by catch', `import C from '${CLIPBOARD}';\ntry {} catch (C) { C.getString(); }`],
    ['shadowed by a class', `import C from '${CLIPBOARD}';\n{ class C {} C.getString(); }`],
    [
      'used before its declaration',
      `function f() { c.getString(); }\nvar c = require('${CLIPBOARD}').default;`,
      '1:18',
    ],
    ['immediate function', `(function (C) { C.getString(); })(require('${CLIPBOARD}').default);`, '1:19'],
    ['dynamic import', `const f = async () => (await import('${CLIPBOARD}')).default.getString();`, '1:83'],
    ['dynamic import and then', `import('${CLIPBOARD}').then((m) => m.default.getString());`, '1:67'],
    ['dynamic import of another', `import('./x').then((m) => m.default.getString());`],
    ['optional chaining', `import C from '${CLIPBOARD}';\nC?.getString?.();`, '2:4'],
    ['promise chain over lines', `import C from '${CLIPBOARD}';\nC\n  .getString()\n  .then((s) => s);`, '3:4'],
    [
      'hooks that keep it',
      `import C from '${CLIPBOARD}';\nconst a = useRef(C), b = useMemo(() => C, []);\na.current.getString(); b.getString();`,
      '3:11',
      '3:26',
    ],
    [
      'hooks that keep something else',
      `import C from '${CLIPBOARD}';\nconst a = useRef(null);\na.current.getString();`,
    ],
    ['awaited', `import C from '${CLIPBOARD}';\nasync () => { const s = await C.getString(); };`, '2:33'],
    ['passed on', `import C from '${CLIPBOARD}';\nrun(C.getString);`, '2:7'],
    ['returned', `import C from '${CLIPBOARD}';\nconst f = () => C.getString;`, '2:19'],
    ['as a property of JSX', `import C from '${CLIPBOARD}';\nconst b = <Button onPress={C.getString} />;`, '2:30'],
    [
      'tested only',
      `import C from '${CLIPBOARD}';\nif (C.getString) go(); typeof C.getString; !C.getString; 'x' in C.getString;`,
    ],
    ['tested, then called', `import C from '${CLIPBOARD}';\nC.getString && C.getString();`, '2:18'],
    [
      'tested by a function',
      `import C from '${CLIPBOARD}';\nif (isFunction(C.getString) || Boolean(C.getString)) go();`,
    ],
    ['compared with nothing', `import C from '${CLIPBOARD}';\nif (C.getString !== undefined) go();`],
    ['overwritten', `import C from '${CLIPBOARD}';\nC.getString = stub;`],
    ['computed by a string', `import C from '${CLIPBOARD}';\nC['getString']();`, '2:3'],
    ['computed by constants', `import C from '${CLIPBOARD}';\nconst k = 'get' + 'String';\nC[k]();`, '3:3'],
    ['computed by a template', `import C from '${CLIPBOARD}';\nconst k = 'String';\nC[\`get\${k}\`]();`, '3:3'],
    ['computed by something else', `import C from '${CLIPBOARD}';\nconst k = 'set' + 'String';\nC[k]();`],
    ['NativeModules', `import { NativeModules } from 'react-native';\nNativeModules.RNCClipboard.getString();`, '2:28'],
    [
      'NativeModules, destructured',
      `const { NativeModules: { RNCClipboard: R } } = require('react-native');\nR.getString();`,
      '2:3',
    ],
    ['NativeModules of a bundle', `r(d[1]).NativeModules.RNCClipboard.getString();`, '1:36'],
    [
      'NativeModules of another module',
      `import { NativeModules } from './mine';\nNativeModules.RNCClipboard.getString();`,
    ],
    ['own NativeModules', `const NativeModules = { RNCClipboard: own };\nNativeModules.RNCClipboard.getString();`],
    ['other native module', `import { NativeModules } from 'react-native';\nNativeModules.Mine.getString();`],
    [
      'native module behind a proxy',
      `import { NativeModules as N } from 'react-native';\nconst R = N.RNCClipboard ? N.RNCClipboard : new Proxy({}, {});\nR.getString();`,
      '3:3',
    ],
    [
      'TurboModuleRegistry',
      `import { TurboModuleRegistry as T } from 'react-native';\nT.get('RNCClipboard').getString();\nT.getEnforcing('RNCClipboard').getString();`,
      '2:23',
      '3:32',
    ],
    [
      'TurboModuleRegistry of a bundle',
      `var t=r(d[1]).TurboModuleRegistry.getEnforcing("RNCClipboard");t.getString()`,
      '1:66',
    ],
    ['TurboModuleRegistry, other name', `r(d[1]).TurboModuleRegistry.get('Other').getString();`],
    ['Metro with names', `_$$_REQUIRE(_d[0], "${CLIPBOARD}").default.getString();`, '1:65'],
  ],
  '@react-native-firebase/messaging.().getToken': [
    ['factory', `import m from '@react-native-firebase/messaging';\nm().getToken();`, '2:5'],
    ['factory, kept', `import m from '@react-native-firebase/messaging';\nconst i = m();\ni.getToken();`, '3:3'],
    ['not called', `import m from '@react-native-firebase/messaging';\nm.getToken();`],
  ],
  'react-native-ble-plx.BleManager().startDeviceScan': [
    [
      'instance',
      `import { BleManager as B } from 'react-native-ble-plx';\nconst m =\n  new B();\nm.startDeviceScan();`,
      '4:3',
    ],
    ['instance of another class', `import { Other } from 'react-native-ble-plx';\nnew Other().startDeviceScan();`],
    ['class without an instance', `import { BleManager } from 'react-native-ble-plx';\nBleManager.startDeviceScan();`],
    ['native module', 'r(d[1]).NativeModules.BlePlx.startDeviceScan();', '1:30'],
  ],
  'react-native-sound.start': [
    ['instance', `import { Recorder } from 'react-native-sound';\nnew Recorder(1).start();`, '2:17'],
    ['result of a call', `import { Recorder } from 'react-native-sound';\nRecorder(1).start();`],
  ],
  'react-native-device-info.getUniqueId': [
    ['named import', `import { getUniqueId } from 'react-native-device-info';\ngetUniqueId();`, '2:1'],
    ['same name, own file', `import { getUniqueId } from './device';\ngetUniqueId();`],
    ['exported', `import { getUniqueId } from 'react-native-device-info';\nexport { getUniqueId };`, '2:10'],
    ['subpath', `import { getUniqueId } from 'react-native-device-info/src/index';\ngetUniqueId();`, '2:1'],
  ],
  'expo-clipboard.getStringAsync': [
    ['by name', `const C = requireNativeModule('ExpoClipboard');\nC.getStringAsync();`, '2:3'],
    ['by name in a bundle', `var c=(0,r(d[0]).requireNativeModule)("ExpoClipboard");c.getStringAsync()`, '1:58'],
  ],
  '@tarojs/taro.getClipboardData': [
    ['webpack', `var t = __webpack_require__("@tarojs/taro");\nt.getClipboardData();`, '2:3'],
    [
      'webpack, path',
      `n(1); var t = __webpack_require__("./node_modules/@tarojs/taro/index.js");\nt.getClipboardData();`,
      '2:3',
    ],
  ],
  'uni.getLocation': [
    ['global', 'uni.getLocation();', '1:5'],
    ['by the global object', "window.uni.getLocation(); globalThis['uni'].getLocation();", '1:12', '1:45'],
    ['alias', 'const u = uni;\nu.getLocation();', '2:3'],
    ['own variable', 'const uni = own();\nuni.getLocation();'],
    ['own parameter', 'function f(uni) { uni.getLocation(); }'],
    ['declared for types only', 'declare const uni: any;\nuni.getLocation();', '2:5'],
    ['variable that is the global', 'var uni = uni || {};\nuni.getLocation();', '2:5'],
    ['conditional constant', "const k = c ? 'getLocation' : 'x';\nuni[k]();", '2:5'],
    ['promisified', 'const p = promisify(uni.getLocation);', '1:25'],
    ['guarded', "typeof uni === 'undefined' || uni.getLocation();", '1:35'],
    ['property of another object', 'my.uni.getLocation();'],
    ['definition', 'const uni2 = { getLocation() {} };\nuni2.getLocation();'],
  ],
  'uni.getRecorderManager().start': [
    ['manager', 'const m = uni.getRecorderManager();\nm.start();', '2:3'],
    ['manager, other member', 'uni.getRecorderManager().stop();'],
  ],
  'navigator.geolocation.getCurrentPosition': [
    ['alias', 'const n = navigator;\nn.geolocation.getCurrentPosition(f);', '2:15'],
    ['alias of a part', 'const { geolocation: g } = window.navigator;\ng.getCurrentPosition(f);', '2:3'],
    ['immediate function', '(function (w) { w.navigator.geolocation.getCurrentPosition(f); })(window);', '1:41'],
    [
      'called with this',
      '(function (w) { w.navigator.geolocation.getCurrentPosition(f); }).call(this, window);',
      '1:41',
    ],
    ['parameter without a value', '(function (w) { w.navigator.geolocation.getCurrentPosition(f); });'],
    ['React Navigation', "import navigator from './navigation';\nnavigator.geolocation.getCurrentPosition(f);"],
  ],
  'window.plugins.sim.getSimInfo': [
    ['by window', 'window.plugins.sim.getSimInfo(f);', '1:20'],
    ['guarded', 'if (window.plugins && window.plugins.sim) window.plugins.sim.getSimInfo(f);', '1:62'],
    ['guard alone', 'if (window.plugins && window.plugins.sim && window.plugins.sim.getSimInfo) go();'],
  ],
};

for (const [value, cases] of Object.entries(CALLS)) {
  for (const [name, source, ...positions] of cases) {
    test(`${value}: ${name}`, () => {
      const path = /declare const|import type|import \w+ = require/.test(source) ? 'src/a.ts' : 'src/a.js';
      const { facts, gaps } = extract(source, path);
      const calls = facts.filter(({ kind }) => kind !== 'module');
      expect(calls.map((fact) => `${fact.kind} ${fact.value} ${fact.at.line}:${fact.at.column}`)).toEqual(
        positions.map((position) => `call ${value} ${position}`),
      );
      expect(gaps).toEqual([]);
    });
  }
}

test('properties are facts where they are read', () => {
  expect(sitesOf('send(plus.device.imei);')).toEqual(['field plus.device.imei() 1:18']);
  expect(sitesOf('const { imei } = plus.device;\nsend(imei);')).toEqual(['field plus.device.imei() 1:9']);
  expect(sitesOf('const id = device.uuid.slice(1);')).toEqual(['field device.uuid() 1:19']);
  expect(sitesOf('const device = own();\nsend(device.uuid);')).toEqual([]);
  expect(sitesOf('device.uuid = 1; delete device.uuid; typeof device.uuid; if (device.uuid) go();')).toEqual([]);
  expect(sitesOf("import { brand } from 'expo-device';\nsend(brand);")).toEqual(['field expo-device.brand() 2:6']);
  expect(sitesOf("import { brand } from './brands';\nsend(brand);")).toEqual([]);
  expect(sitesOf("r(d[1]).NativeModules.RNSimDataModule.phoneNumber0 + ''")).toEqual([
    'field react-native-sim-data.phoneNumber0() 1:39',
  ]);
});

test('JSX elements are facts where they are rendered', () => {
  const site = 'call expo-camera.CameraView() 2:12';
  expect(sitesOf("import { CameraView } from 'expo-camera';\nconst e = <CameraView />;")).toEqual([site]);
  expect(sitesOf("import * as E from 'expo-camera';\nconst e =  <E.CameraView />;")).toEqual([
    'call expo-camera.CameraView() 2:15',
  ]);
  expect(sitesOf("import { CameraView } from 'expo-camera';\nconst e=jsx(CameraView, {});")).toEqual([
    'call expo-camera.CameraView() 2:13',
  ]);
  expect(sitesOf("import { CameraView } from './own';\nconst e = <CameraView />;")).toEqual([]);
  expect(sitesOf("import { CameraView } from 'expo-camera';")).toEqual([]);
});

test('imports of known packages are facts, each once', () => {
  const source = [
    "import 'some-sdk';",
    "const a = require('@vendor/track/dist');",
    "export * from 'some-sdk/core';",
    "import('react-native-device-info');",
    "import type { T } from 'some-sdk';",
    "import './some-sdk';",
    "import 'other';",
  ].join('\n');
  expect(extract(source, 'a.ts').facts).toEqual([
    { kind: 'module', value: 'some-sdk', at: { file: 'a.ts', line: 1, column: 1 } },
    { kind: 'module', value: '@vendor/track', at: { file: 'a.ts', line: 2, column: 11 } },
    { kind: 'module', value: 'some-sdk', at: { file: 'a.ts', line: 3, column: 1 } },
    { kind: 'module', value: 'react-native-device-info', at: { file: 'a.ts', line: 4, column: 1 } },
  ]);
});

test('columns count UTF-16 units, lines all line breaks, and a byte order mark counts as nothing', () => {
  expect(sitesOf("\uFEFF'😀'; uni.getLocation();\r\n'中文'; uni.getLocation();")).toEqual([
    'call uni.getLocation() 1:11',
    'call uni.getLocation() 2:11',
  ]);
});
