import { compileScriptWatch, extractScript, extractScripts } from '../../../analyzers/extract/script/extract-script.ts';
import type { Catalogue } from '../../../analyzers/model/catalogue.ts';
import type { Extraction } from '../../../analyzers/model/fact.ts';
import type { ScriptMember } from '../../../analyzers/model/signatures.ts';
import { catalogueWith } from '../../empty-catalogue.ts';

type ScriptApi = Catalogue['scriptApis'][string];

function members(use: ScriptMember['use'], ...names: string[]): ScriptApi['members'] {
  return Object.fromEntries(names.map((name) => [name, { use, data: ['some-data'] }]));
}

function module(exports: string[], known: ScriptApi['members'], nativeModules: string[] = [], aliases: string[] = []) {
  return { aliases, reach: 'module' as const, exports, nativeModules, members: known };
}

function global(known: ScriptApi['members']) {
  return { aliases: [], reach: 'global' as const, exports: [], nativeModules: [], members: known };
}

/** A few modules and globals of each kind. */
export const CATALOGUE: Catalogue = catalogueWith({
  scriptApis: {
    'react-native/@react-native-clipboard/clipboard': module(
      ['default', 'Clipboard'],
      members('call', 'getString'),
      ['RNCClipboard'],
      ['@react-native-community/clipboard'],
    ),
    'react-native/react-native-device-info': module(['*', 'default'], members('call', 'getUniqueId'), ['RNDeviceInfo']),
    'react-native/react-native': module(['*'], members('call', 'PermissionsAndroid.request', 'Clipboard.getString')),
    'react-native/@react-native-firebase/messaging': module(['default'], members('call', '().getToken'), [
      'RNFBMessagingModule',
    ]),
    'react-native/react-native-ble-plx': module(['*'], members('call', 'BleManager().startDeviceScan'), ['BlePlx']),
    'react-native/react-native-sound': module(['Recorder'], members('call', 'start')),
    'react-native/react-native-sim-data': module(['*', 'default'], members('read', 'phoneNumber0'), [
      'RNSimDataModule',
    ]),
    'expo/expo-camera': module(['*'], members('element', 'CameraView')),
    'expo/expo-device': module(['*'], members('read', 'brand')),
    'expo/expo-clipboard': module(['*'], members('call', 'getStringAsync'), ['ExpoClipboard']),
    'capacitor/@capacitor/geolocation': module(['Geolocation'], members('call', 'getCurrentPosition'), ['Geolocation']),
    'taro/@tarojs/taro': module(['default', '*'], members('call', 'getClipboardData')),
    'web/navigator': global({
      ...members(
        'call',
        'geolocation.getCurrentPosition',
        'geolocation.watchPosition',
        'mediaDevices.getUserMedia',
        'clipboard.readText',
      ),
      ...members('read', 'platform'),
    }),
    'cordova/device': global(members('read', 'uuid')),
    'cordova/window.plugins.sim': global(members('call', 'getSimInfo')),
    'uni-app/uni': global(members('call', 'getLocation', 'getRecorderManager().start')),
    'uni-app/plus.device': global(members('read', 'imei')),
    'uni-app/plus.android': global(members('call', 'importClass')),
    'wechat/wx': global(members('call', 'getLocation', 'authorize', 'chooseMedia')),
  },
});

export const WATCH = compileScriptWatch({
  ...CATALOGUE,
  sdks: {
    'some-sdk': {
      names: { zh: [], en: ['Some SDK'] },
      companies: [],
      category: 'analytics',
      packages: [],
      components: [],
      settings: [],
      libraries: [],
      assets: [],
      domains: [],
      modules: ['some-sdk', '@vendor/*'],
      policyUrl: null,
      declared: [],
      observed: [],
    },
  },
});

export function extract(source: string, path = 'src/a.js'): Extraction {
  return extractScript(path, new TextEncoder().encode(source), WATCH);
}

export function extractBytes(bytes: Uint8Array, path = 'src/a.js'): Extraction {
  return extractScript(path, bytes, WATCH);
}

/** Facts but imports, as `kind value(args) line:column`. */
export function sitesOf(source: string, path?: string): string[] {
  return extract(source, path)
    .facts.filter(({ kind }) => kind !== 'module')
    .map(({ kind, value, args, at }) => `${kind} ${value}(${args?.join(', ') ?? ''}) ${at.line}:${at.column}`);
}

/** Places of all facts but imports, as `file line:column`. */
export function extractFiles(files: Record<string, string>): string[] {
  const sources = Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  return extractScripts(sources, WATCH)
    .facts.filter(({ kind }) => kind !== 'module')
    .map(({ at }) => `${at.file} ${at.line}:${at.column}`);
}
