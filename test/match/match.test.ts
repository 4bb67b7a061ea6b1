import { expect, test } from 'vitest';
import { match } from '../../analyzers/match/match.ts';
import type { Fact } from '../../analyzers/model/fact.ts';
import { catalogueWith } from '../empty-catalogue.ts';
import { dataType, manifestOf, sdk } from '../signature-entries.ts';

const catalogue = catalogueWith({
  androidApis: {
    'android.telephony.TelephonyManager': {
      getDeviceId: { kind: 'method', data: ['imei'], permissions: ['READ_PHONE_STATE'] },
    },
    'cn.jpush.android.api.Phone': { getNumber: { kind: 'method', data: ['phone-number'] } },
    'android.provider.Settings$Secure': { getString: { kind: 'method', data: [], argument: 'settings-key' } },
    'android.content.ContentResolver': { query: { kind: 'method', data: [], argument: 'content-uri' } },
    'android.os.Build': { MODEL: { kind: 'field', data: ['device-model'], signal: 'low' } },
    'android.content.pm.PackageManager': {
      getPackageInfo: { kind: 'method', data: ['installed-apps'], signal: 'low' },
    },
  },
  androidStrings: {
    'settings-key': { match: 'exact', alone: false, strings: { android_id: { data: ['android-id'] } } },
    'content-uri': {
      match: 'prefix',
      alone: true,
      strings: {
        'content://sms': { data: ['sms'], permissions: ['READ_SMS'] },
        'content://com.android.contacts': { data: ['contacts'] },
      },
    },
    'intent-action': {
      match: 'exact',
      alone: false,
      strings: { 'android.intent.action.BOOT_COMPLETED': { data: ['autostart'] } },
    },
  },
  scriptApis: {
    'uni-app/uni': {
      aliases: [],
      reach: 'global',
      exports: [],
      nativeModules: [],
      members: { getLocation: { use: 'call', data: ['location'], permissions: ['ACCESS_FINE_LOCATION'] } },
    },
  },
  permissions: {
    'android.permission.READ_PHONE_STATE': { level: 'dangerous', data: ['imei'], zh: '读取手机状态' },
    'android.permission.READ_SMS': { level: 'dangerous', data: ['sms'], zh: '读取短信' },
    'android.permission.CAMERA': { level: 'dangerous', data: ['camera'], zh: '相机' },
  },
  sdks: {
    jpush: sdk({
      names: { zh: ['极光推送'], en: ['JPush'] },
      companies: ['深圳市和讯华谷信息技术有限公司'],
      packages: ['cn.jpush.android'],
      settings: ['JPUSH_APPKEY'],
      libraries: ['libjcore*.so'],
    }),
  },
  frameworks: {
    'uni-app': {
      name: 'uni-app',
      files: ['assets/apps/*/www/manifest.json'],
      ownFiles: [],
      packages: [],
      libraries: [],
      modules: [],
    },
  },
  packers: {
    jiagu: { name: { zh: '加固', en: 'Jiagu' }, libraries: ['libjiagu*.so'], files: [], classes: [], hides: 'dex' },
    names: { name: { zh: '混淆', en: 'Renamer' }, libraries: ['libnames.so'], files: [], classes: [], hides: 'names' },
  },
});

const inMethod = (name: string, method = 'run()', offset = 1) => ({ file: 'classes.dex', class: name, method, offset });

function evidenceOf(facts: Fact[]) {
  return match(facts, manifestOf({}), true, catalogue).evidence.map(({ data, actor, api, grade }) => [
    data,
    actor,
    api,
    grade,
  ]);
}

test('a call of a sensitive method is a practice of the code around it', () => {
  const call: Fact = {
    kind: 'call',
    value: 'android.telephony.TelephonyManager.getDeviceId',
    at: inMethod('com.example.app.A'),
  };
  const inSdk: Fact = { ...call, at: inMethod('cn.jpush.android.b.C') };
  expect(evidenceOf([call, inSdk])).toEqual([
    ['imei', 'app', 'android.telephony.TelephonyManager.getDeviceId', 'bundled'],
    ['imei', 'sdk:jpush', 'android.telephony.TelephonyManager.getDeviceId', 'bundled'],
  ]);
});

test("an SDK's call of a member of its own says little, the app's call of it says all", () => {
  const weight = (caller: string) =>
    match(
      [{ kind: 'call', value: 'cn.jpush.android.api.Phone.getNumber', at: inMethod(caller) }],
      manifestOf({}),
      true,
      catalogue,
    ).evidence.map(({ data, actor, lowSignal }) => [data, actor, lowSignal]);
  expect(weight('cn.jpush.android.api.Phone')).toEqual([['phone-number', 'sdk:jpush', true]]);
  expect(weight('cn.jpush.android.b.C')).toEqual([['phone-number', 'sdk:jpush', true]]);
  expect(weight('com.example.app.A')).toEqual([['phone-number', 'app', false]]);
});

test('an argument decides, whether constant at the call or a string near it', () => {
  const call: Fact = {
    kind: 'call',
    value: 'android.provider.Settings$Secure.getString',
    at: inMethod('com.example.app.A'),
  };
  const key: Fact = { kind: 'string', value: 'android_id', at: inMethod('com.example.app.A', 'run()', 0) };
  const elsewhere: Fact = { ...key, at: inMethod('com.example.app.A', 'other()') };
  expect(evidenceOf([{ ...call, args: ['?', 'android_id'] }])).toHaveLength(1);
  expect(evidenceOf([{ ...call, args: ['?', '?'] }, key])).toHaveLength(1);
  expect(evidenceOf([{ ...call, args: ['?', '?'] }, elsewhere])).toEqual([]);
  expect(evidenceOf([{ ...call, args: ['?', 'screen_brightness'] }])).toEqual([]);
  expect(evidenceOf([{ ...call, args: ['?', 'screen_brightness'] }, key])).toEqual([]);
  expect(evidenceOf([key])).toEqual([]);
});

test('a content URI speaks alone, but not once more for the call that takes it', () => {
  const uri: Fact = { kind: 'string', value: 'content://sms/inbox', at: inMethod('com.example.app.A') };
  const query: Fact = {
    kind: 'call',
    value: 'android.content.ContentResolver.query',
    args: ['?'],
    at: inMethod('com.example.app.A'),
  };
  expect(evidenceOf([uri])).toEqual([['sms', 'app', 'content://sms/inbox', 'bundled']]);
  expect(evidenceOf([uri, query])).toEqual([['sms', 'app', 'android.content.ContentResolver.query', 'bundled']]);
  expect(evidenceOf([{ ...uri, value: 'content://com.example/sms' }])).toEqual([]);
});

test('names that every object inherits find nothing', () => {
  const odd = ['constructor', '__proto__', 'toString'].map(
    (value): Fact => ({ kind: 'string', value, at: inMethod('a.B') }),
  );
  expect(evidenceOf(odd)).toEqual([]);
});

test('a receiver of a telling intent requests the practice', () => {
  const at = { file: 'AndroidManifest.xml' };
  const boot: Fact = {
    kind: 'component',
    value: 'com.example.app.Boot',
    args: ['receiver', 'android.intent.action.BOOT_COMPLETED'],
    at,
  };
  expect(evidenceOf([boot])).toEqual([['autostart', 'app', 'android.intent.action.BOOT_COMPLETED', 'requested']]);
});

test('ids stay when unrelated code moves, and sites in one method differ', () => {
  const call = (offset: number, line: number): Fact => ({
    kind: 'call',
    value: 'android.telephony.TelephonyManager.getDeviceId',
    at: { ...inMethod('com.example.app.A', 'run()', offset), line },
  });
  const ids = (facts: Fact[]) => match(facts, manifestOf({}), true, catalogue).evidence.map(({ id }) => id);
  expect(ids([call(4, 10), call(9, 12)])).toEqual(ids([call(44, 80), call(90, 99)]));
  expect(new Set(ids([call(4, 10), call(9, 12)])).size).toBe(2);
});

test('scripts: the value alone says what is read', () => {
  const at = { file: 'pages/index.vue', line: 3, column: 5 };
  expect(evidenceOf([{ kind: 'call', value: 'uni.getLocation', at }])).toEqual([
    ['location', 'app', 'uni.getLocation', 'bundled'],
  ]);
  expect(evidenceOf([{ kind: 'call', value: 'uni.request', at }])).toEqual([]);
});

test('SDKs are found by class, setting and library, and listed with what shows them', () => {
  const facts: Fact[] = [
    { kind: 'class', value: 'cn.jpush.android', args: ['cn.jpush.android.A', '3'], at: inMethod('cn.jpush.android.A') },
    { kind: 'setting', value: 'JPUSH_APPKEY', args: ['x'], at: { file: 'AndroidManifest.xml' } },
    { kind: 'library', value: 'libjcore230.so', at: { file: 'lib/arm64-v8a/libjcore230.so' } },
    { kind: 'library', value: 'libother.so', at: { file: 'lib/arm64-v8a/libother.so' } },
  ];
  const { sdks } = match(facts, manifestOf({}), true, catalogue);
  expect(sdks).toEqual([
    {
      id: 'jpush',
      name: '极光推送',
      company: '深圳市和讯华谷信息技术有限公司',
      claimed: false,
      found: facts.slice(0, 3).map(({ kind, value, at }) => ({ how: kind, value, sure: 'certain', at })),
    },
  ]);
});

const shared = catalogueWith({
  sdks: {
    aggregator: sdk({ packages: ['com.agg'], brings: ['vendor'] }),
    core: sdk({ packages: ['cn.core'], carries: ['cn.push.Service'] }),
    marked: sdk({ marks: [Buffer.alloc(4 * 20, 1).toString('base64'), Buffer.alloc(4 * 4, 2).toString('base64')] }),
    push: sdk({ packages: ['cn.push'], components: ['cn.push.Service'] }),
    vendor: sdk({ packages: ['com.vendor'], components: ['com.vendor.Receiver'] }),
  },
});
const inFile = (file: string) => ({ file });
const idsOf = (facts: Fact[]) =>
  match(facts, null, true, shared).sdks.map(({ id, broughtBy = [] }) => [id, ...broughtBy]);
const classFact = (value: string): Fact => ({ kind: 'class', value, at: inFile('classes.dex') });
const component = (value: string): Fact => ({ kind: 'component', value, at: inFile('AndroidManifest.xml') });

test('a component is of the SDK in whose package its class lies, if that SDK has classes, else of the one that lists it', () => {
  expect(idsOf([classFact('cn.core'), component('cn.push.Service')])).toEqual([['core']]);
  expect(idsOf([component('cn.push.Service')])).toEqual([['push']]);
  expect(idsOf([classFact('com.agg'), component('com.agg.Unlisted')])).toEqual([['aggregator']]);
});

test('what an SDK carries of another shows it where it is, else the other', () => {
  expect(idsOf([classFact('cn.core'), classFact('cn.push.Service')])).toEqual([['core']]);
  expect(idsOf([classFact('cn.push.Service')])).toEqual([['push']]);
});

test('the version is that of the first field known for it which the build has', () => {
  const version = (value: string, text: string): Fact => ({
    kind: 'version',
    value,
    args: [text],
    at: inFile('classes.dex'),
  });
  const known = catalogueWith({
    sdks: { a: sdk({ packages: ['com.a'], versionFields: ['com.a.V.NAME', 'com.a.W.X'] }) },
  });
  const facts = [classFact('com.a'), version('com.a.W.X', '1.0'), version('com.a.V.NAME', '2.1')];
  expect(match(facts, null, true, known).sdks.map((one) => one.version)).toEqual(['2.1']);
  expect(match(facts.slice(0, 2), null, true, known).sdks.map((one) => one.version)).toEqual(['1.0']);
  expect(match(facts.slice(0, 1), null, true, known).sdks.map((one) => one.version)).toEqual([undefined]);
});

test('a no-op artifact is not the SDK whose names it has', () => {
  const stub: Fact = { ...classFact('com.vendor'), args: ['com.vendor.A', '3', 'stub'] };
  expect(idsOf([stub])).toEqual([]);
  expect(idsOf([stub, classFact('com.vendor')])).toEqual([['vendor']]);
});

test('an SDK names those that bring it along, and is not found by manifest entries of an aggregator alone', () => {
  expect(idsOf([classFact('com.agg'), component('com.vendor.Receiver')])).toEqual([['aggregator']]);
  expect(idsOf([component('com.vendor.Receiver')])).toEqual([['vendor']]);
  expect(idsOf([classFact('com.agg'), classFact('com.vendor'), component('com.vendor.Receiver')])).toEqual([
    ['aggregator'],
    ['vendor', 'aggregator'],
  ]);
});

test('a native library shows the SDK whose native methods it exports', () => {
  const library: Fact = {
    kind: 'library',
    value: 'liba.so',
    args: ['jni=com.vendor.Native'],
    at: inFile('lib/x/liba.so'),
  };
  expect(idsOf([library])).toEqual([['vendor']]);
});

test('enough marks of a set, over all files, show an SDK; few do not', () => {
  const marks = (value: string, args: string[], file: string): Fact => ({
    kind: 'mark',
    value,
    args,
    at: inFile(file),
  });
  const met = [marks('marked/1', ['a', 'b'], 'classes.dex'), marks('marked/1', ['b', 'c', 'd', 'e'], 'classes2.dex')];
  expect(match(met, null, true, shared).sdks.map(({ found }) => found)).toEqual([
    [{ how: 'mark', value: '5/20', sure: 'likely', at: inFile('classes.dex') }],
  ]);
  expect(idsOf(met.slice(0, 1))).toEqual([]);
  expect(idsOf([marks('marked/2', ['a', 'b'], 'classes.dex')])).toEqual([]);
});

test('enough names of its own among the strings show an SDK; hosts alone, and what another one holds, do not', () => {
  const names = (id: string, args: string[], file = 'classes.dex'): Fact => ({
    kind: 'mark',
    value: `${id}/names`,
    args,
    at: inFile(file),
  });
  const own = ['com.vendor.A_1', 'com.vendor.A_2', 'com.vendor.A_3', 'com.vendor.A_4'];
  expect(idsOf([names('vendor', own)])).toEqual([['vendor']]);
  expect(idsOf([names('vendor', own.slice(1))])).toEqual([]);
  expect(idsOf([names('vendor', [...own.slice(2), 'https://vendor.example'])])).toEqual([['vendor']]);
  expect(idsOf([names('vendor', ['a.example', 'b.example', 'c.example', 'd.example', 'e.example'])])).toEqual([]);
  expect(match([names('vendor', own)], null, true, shared).sdks[0]?.found[0]).toEqual({
    how: 'string',
    value: 'com.vendor.A_1',
    sure: 'likely',
    at: inFile('classes.dex'),
  });
  // What an aggregator's manifest names may have been left out of the app.
  expect(idsOf([names('vendor', own, 'AndroidManifest.xml')])).toEqual([]);
  const both = [names('vendor', own.slice(1), 'AndroidManifest.xml'), names('vendor', own.slice(0, 1))];
  expect(idsOf(both)).toEqual([['vendor']]);
});

test('a permission is used, not used, or beyond what signatures can tell', () => {
  const at = { file: 'AndroidManifest.xml' };
  const permission = (name: string, args?: string[]): Fact => ({
    kind: 'permission',
    value: `android.permission.${name}`,
    at,
    ...(args === undefined ? {} : { args }),
  });
  const call: Fact = { kind: 'call', value: 'android.telephony.TelephonyManager.getDeviceId', at: inMethod('a.B') };
  const facts = [
    permission('READ_SMS', ['maxSdkVersion=28']),
    permission('READ_PHONE_STATE'),
    permission('CAMERA'),
    call,
  ];
  expect(match(facts, manifestOf({}), true, catalogue).permissions).toEqual([
    { name: 'android.permission.CAMERA', data: ['camera'], used: null, maxSdkVersion: null, at },
    { name: 'android.permission.READ_PHONE_STATE', data: ['imei'], used: true, maxSdkVersion: null, at },
    { name: 'android.permission.READ_SMS', data: ['sms'], used: false, maxSdkVersion: 28, at },
  ]);
});

test('a packer that hides code is a material gap, one that only renames is none', () => {
  const library = (value: string): Fact => ({ kind: 'library', value, at: { file: `lib/x86/${value}` } });
  const gaps = match([library('libjiagu_x86.so'), library('libnames.so')], manifestOf({}), true, catalogue).gaps;
  expect(gaps.map(({ code, file, material }) => [code, file, material])).toEqual([
    ['packed', 'lib/x86/libjiagu_x86.so', true],
  ]);
});

test('frameworks are told by their files', () => {
  const asset: Fact = { kind: 'asset', value: 'assets/apps/__UNI__1/www/manifest.json', at: { file: 'x' } };
  expect(match([asset], manifestOf({}), true, catalogue).frameworks).toEqual(['uni-app']);
  expect(match([], manifestOf({}), true, catalogue).frameworks).toEqual([]);
});

test('where not all code was read, no permission is called unused', () => {
  const fact: Fact = { kind: 'permission', value: 'android.permission.READ_SMS', at: { file: 'AndroidManifest.xml' } };
  expect(match([fact], manifestOf({}), false, catalogue).permissions[0]?.used).toBeNull();
});

test('what a permission guards may be read through a script API or a wider one', () => {
  const types = {
    location: dataType({ kind: 'broad' }),
    'location-coarse': dataType({ parent: 'location' }),
    camera: dataType({}),
  };
  const coarse = {
    'android.permission.ACCESS_COARSE_LOCATION': { level: 'dangerous' as const, data: ['location-coarse'], zh: '' },
  };
  const apis = { 'a.B': { c: { kind: 'method' as const, data: [], permissions: ['ACCESS_COARSE_LOCATION'] } } };
  const knowing = {
    ...catalogue,
    dataTypes: types,
    permissions: coarse,
    androidApis: apis,
    neededPermissions: ['android.permission.ACCESS_COARSE_LOCATION'],
  };
  const requested: Fact = { kind: 'permission', value: 'android.permission.ACCESS_COARSE_LOCATION', at: { file: 'm' } };
  const read: Fact = { kind: 'call', value: 'uni.getLocation', at: { file: 'a.js', line: 1, column: 1 } };
  const used = (facts: Fact[]) => match(facts, manifestOf({}), true, knowing).permissions[0]?.used;
  expect(used([requested, read])).toBe(true);
  expect(used([requested])).toBe(false);
});

test('the constant that tells stands in the evidence', () => {
  const call: Fact = {
    kind: 'call',
    value: 'android.provider.Settings$Secure.getString',
    args: ['?', 'android_id'],
    at: inMethod('com.example.app.A'),
  };
  expect(match([call], manifestOf({}), true, catalogue).evidence[0]?.argument).toBe('android_id');
});

test('what an app asks of an SDK or a library is the evidence of both: the call of the app, and what the other does inside', () => {
  const facts: Fact[] = [
    {
      kind: 'call',
      value: 'cn.jpush.android.api.JPushInterface.getRegistrationID',
      at: inMethod('com.example.app.Main'),
    },
    { kind: 'call', value: 'android.telephony.TelephonyManager.getDeviceId', at: inMethod('cn.jpush.android.A') },
    { kind: 'call', value: 'com.blankj.utilcode.util.DeviceUtils.getMacAddress', at: inMethod('com.example.app.Main') },
    {
      kind: 'call',
      value: 'android.telephony.TelephonyManager.getDeviceId',
      at: inMethod('com.blankj.utilcode.util.A'),
    },
  ];
  const method = (type: string) => ({ kind: 'method' as const, data: [type] });
  const knowing = {
    ...catalogue,
    libraries: { packages: { 'com.blankj': 'AndroidUtilCode' }, natives: {}, onBehalf: [] },
    androidApis: {
      ...catalogue.androidApis,
      'cn.jpush.android.api.JPushInterface': { getRegistrationID: method('push-token') },
      'com.blankj.utilcode.util.DeviceUtils': { getMacAddress: method('mac') },
    },
  };
  const { evidence } = match(facts, manifestOf({}), true, knowing);
  expect(evidence.map(({ data, actor }) => [data, actor])).toEqual([
    ['push-token', 'app'],
    ['imei', 'sdk:jpush'],
    ['mac', 'app'],
    ['imei', 'library:com.blankj'],
  ]);
});

test("code that acts for its callers says little by itself; the call of it is the caller's", () => {
  const facts: Fact[] = [
    {
      kind: 'call',
      value: 'androidx.core.location.LocationManagerCompat.getCurrentLocation',
      at: inMethod('com.example.app.Main'),
    },
    {
      kind: 'call',
      value: 'android.location.LocationManager.getLastKnownLocation',
      at: inMethod('androidx.core.location.LocationManagerCompat'),
    },
    {
      kind: 'call',
      value: 'android.location.LocationManager.getLastKnownLocation',
      at: inMethod('androidx.coreless.A'),
    },
  ];
  const location = { kind: 'method' as const, data: ['location-precise'] };
  const knowing = {
    ...catalogue,
    libraries: { packages: { androidx: 'AndroidX' }, natives: {}, onBehalf: ['androidx.core'] },
    androidApis: {
      'android.location.LocationManager': { getLastKnownLocation: location },
      'androidx.core.location.LocationManagerCompat': { getCurrentLocation: location },
    },
  };
  const { evidence } = match(facts, manifestOf({}), true, knowing);
  expect(evidence.map(({ actor, lowSignal }) => [actor, lowSignal])).toEqual([
    ['app', false],
    ['library:androidx.core', true],
    ['library:androidx.coreless', false],
  ]);
});

test('a native library speaks for whom it belongs to, of what everybody asks for softly', () => {
  const file = 'lib/arm64-v8a/libjcore230.so';
  const facts: Fact[] = [
    { kind: 'library', value: 'libjcore230.so', at: { file } },
    { kind: 'call', value: '__system_property_get', args: ['ro.serialno'], at: { file, offset: 8 } },
    { kind: 'call', value: '__system_property_get', args: ['ro.product.model'], at: { file, offset: 20 } },
    { kind: 'call', value: 'android.telephony.TelephonyManager.getDeviceId', at: { file, offset: 40 } },
  ];
  const knowing = {
    ...catalogue,
    dataTypes: { serial: dataType({ sensitivity: 'high' }), 'device-model': dataType({ sensitivity: 'low' }) },
    nativeApis: { __system_property_get: { data: [], argument: 'system-property' as const } },
    androidStrings: {
      'system-property': {
        match: 'exact' as const,
        alone: true,
        strings: { 'ro.serialno': { data: ['serial'] }, 'ro.product.model': { data: ['device-model'] } },
      },
    },
  };
  const { evidence } = match(facts, manifestOf({}), true, knowing);
  expect(evidence.map(({ data, actor, lowSignal, grade }) => [data, actor, lowSignal, grade])).toEqual([
    ['serial', 'sdk:jpush', false, 'bundled'],
    ['device-model', 'sdk:jpush', true, 'bundled'],
    ['imei', 'sdk:jpush', false, 'bundled'],
  ]);
});
