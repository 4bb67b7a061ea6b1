import { expect, test } from 'vitest';
import { compileCatalogue } from '../../../analyzers/catalogue/compile.ts';
import { compileScriptWatch, extractScripts } from '../../../analyzers/extract/script/extract-script.ts';
import { readSignatureFiles } from '../../signatures/signature-files.ts';

const WATCH = compileScriptWatch(compileCatalogue(readSignatureFiles()));

/** Facts but imports in files of the given texts, as `value line:column`. */
function found(path: string, text: string): string[] {
  const { facts, gaps } = extractScripts([{ path, bytes: new TextEncoder().encode(text) }], WATCH);
  expect(gaps).toEqual([]);
  return facts.filter(({ kind }) => kind !== 'module').map(({ value, at }) => `${value} ${at.line}:${at.column}`);
}

test('ArkTS: structs, builders and chains behind blocks of components', () => {
  const source = `import { geoLocationManager } from '@kit.LocationKit';
import pasteboard from '@ohos.pasteboard';
import { pasteboard as own } from './own';

@Builder function Title(text: string) { Text(text).fontSize(20) }
@Extend(Text) function fancy() { .fontSize(10) }

@Entry
@Component
struct Index {
  @State text: string = '';
  private board = pasteboard.getSystemPasteboard();

  build() {
    Column() {
      Button('here') {
        Text(\`a \${this.text} {\`)
      }
      .onClick(async () => {
        const at = await geoLocationManager.getCurrentLocation();
        this.text = await this.board.getData();
        own.getSystemPasteboard().getData();
      })
      if (this.text) {
        Text(this.text)
      } else {
        Title('}')
      }
    }
    .width('100%')
    .height(8)
  }
}
export default struct Other { build() { Row() {} .width(1) } }
`;
  expect(found('entry/src/main/ets/pages/Index.ets', source)).toEqual([
    '@ohos.geoLocationManager.getCurrentLocation 20:45',
    '@ohos.pasteboard.getSystemPasteboard().getData 21:38',
  ]);
});

test('templates of mini-programs', () => {
  const wxml = `<view wx:if="{{a}}">
  <button
    open-type="getPhoneNumber" bindgetphonenumber="on">open-type="getUserInfo"</button>
  <button open-type="share"/><!-- <button open-type="getUserInfo"/> -->
  <button open-type="{{ok ? 'chooseAvatar' : 'share'}}"/>
  <input type="nickname"/><input type="text"/>
  <camera flash="auto"/><live-pusher url="{{url}}"/>
  <map show-location/><map show-location="false"/><map/>
</view>`;
  const expected = [
    'template.button.getPhoneNumber 3:5',
    'template.button.chooseAvatar 5:11',
    'template.input.nickname 6:10',
    'template.camera 7:3',
    'template.live-pusher 7:25',
    'template.map.show-location 8:8',
  ];
  for (const ending of ['wxml', 'axml', 'swan', 'ttml']) expect(found(`pages/a.${ending}`, wxml)).toEqual(expected);
  expect(found('pages/a.html', wxml)).toEqual([]);
});

test('templates of single-file components', () => {
  const vue = `<template>
  <button open-type="getPhoneNumber" @getphonenumber="on">x</button>
  <camera v-model="photo"/>
  <camera device-position="back" @initdone="go"/>
</template>
<script>
const text = '<button open-type="getPhoneNumber">';
uni.getLocation({});
</script>`;
  expect(found('pages/a.vue', vue)).toEqual([
    'uni.getLocation 8:5',
    'template.button.getPhoneNumber 2:11',
    'template.camera 4:3',
  ]);
});

test("components of libraries hand open-type on to the platform's button", () => {
  const wxml = `<van-button open-type="getPhoneNumber">x</van-button>
<t-button openType="{{on ? 'chooseAvatar' : ''}}"/><van-field type="nickname"/>
<button open-type="getAuthorize" scope="phoneNumber"/><button open-type="getAuthorize"/>
<van-cell type="getPhoneNumber" title="open-type"/><van-button open-type="{{openType}}"/>`;
  expect(found('pages/a.wxml', wxml)).toEqual([
    'template.button.getPhoneNumber 1:13',
    'template.button.chooseAvatar 2:11',
    'template.input.nickname 2:63',
    'template.button.getAuthorize.phoneNumber 3:9',
  ]);
  const vue = `<template>
  <u-button :open-type="ready ? 'getPhoneNumber' : 'share'"/><u-button :open-type="getPhoneNumber"/>
</template>`;
  expect(found('pages/a.vue', vue)).toEqual(['template.button.getPhoneNumber 2:14']);
});

test('buttons of Taro', () => {
  const source = `const on = ready ? 'getPhoneNumber' : 'share';
export const Page = () => <View><Button openType="getPhoneNumber" /><Button openType={on} /><Button openType="share" /></View>;
const text = { openType: 'getPhoneNumber' };`;
  expect(found('pages/a.tsx', source)).toEqual([
    'template.button.getPhoneNumber 2:41',
    'template.button.getPhoneNumber 2:77',
  ]);
});

test('handlers in the attributes of a page', () => {
  const html = `<body onload="start()">
<button onclick="navigator.geolocation.getCurrentPosition(show)" title="navigator.geolocation.getCurrentPosition(x)">
</body><script>function start() { navigator.clipboard.readText(); }</script>`;
  expect(found('www/index.html', html)).toEqual([
    'navigator.geolocation.getCurrentPosition 2:40',
    'navigator.clipboard.readText 3:55',
  ]);
});

test('conditional compilation whose branches do not parse together', () => {
  const source = `export default {
  methods: {
    // #ifdef APP-PLUS
    async where() {
      plus.geolocation.getCurrentPosition(ok);
    // #endif
    // #ifdef MP-WEIXIN || H5
    where() {
      uni.getLocation({});
    // #endif
    },
  },
};`;
  expect(found('pages/a.js', source)).toEqual(['plus.geolocation.getCurrentPosition 5:24', 'uni.getLocation 9:11']);
});

test('Java classes from scripts', () => {
  const uniApp = `const main = plus.android.runtimeMainActivity();
const Context = plus.android.importClass('android.content.Context');
const tm = main.getSystemService(Context.TELEPHONY_SERVICE);
plus.android.importClass(tm);
tm.getDeviceId();
plus.android.invoke(tm, 'getSubscriberId');
plus.android.invoke(main, 'getSubscriberId');
plus.android.invoke('android.os.Build', 'getSerial');
const Build = plus.android.importClass('android.os.Build');
report(Build.SERIAL, plus.android.getAttribute(own, 'SERIAL'));`;
  expect(found('utils/a.js', uniApp)).toEqual([
    'android.telephony.TelephonyManager.getDeviceId 5:4',
    'android.telephony.TelephonyManager.getSubscriberId 6:14',
    'android.os.Build.getSerial 8:14',
    'android.os.Build.SERIAL 10:14',
  ]);
  const nativeScript = `const wifi = Utils.android.getApplicationContext().getSystemService(android.content.Context.WIFI_SERVICE);
wifi.getConnectionInfo().getMacAddress();
context.getPackageManager().getInstalledPackages(0);
own.getInstalledPackages(0);`;
  expect(found('app/a.ts', nativeScript)).toEqual([
    'android.net.wifi.WifiManager.getConnectionInfo().getMacAddress 2:26',
    'android.content.pm.PackageManager.getInstalledPackages 3:29',
  ]);
});

test('ArkTS: function expressions may have a dot behind their body, blocks of components too', () => {
  const source = `import sensor from '@ohos.sensor'
@Component
struct Compass {
  aboutToAppear() {
    sensor.on(sensor.SensorType.SENSOR_TYPE_ID_ORIENTATION, function (data) {
      this.angle = data.alpha
    }.bind(this), { interval: 10 })
  }
  build() {
    Column() {
      Text(names.map(function named(n) { return n }.bind(this)))
    }.width('100%')
  }
}`;
  expect(found('entry/src/main/ets/pages/Compass.ets', source)).toEqual(['@ohos.sensor.on 5:12']);
});

test('ArkTS: constants of sensors and lists of permissions that callers choose are arguments', () => {
  const source = `import { abilityAccessCtrl, Permissions } from '@kit.AbilityKit';
import { sensor } from '@kit.SensorServiceKit';
const BOTH: Permissions[] = ['ohos.permission.CAMERA', 'ohos.permission.MICROPHONE'];
export class Asker {
  private manager: abilityAccessCtrl.AtManager = abilityAccessCtrl.createAtManager();
  one(name: Permissions) { this.manager.requestPermissionsFromUser(this.context, [name]); }
  many(names: Permissions[]) { return this.manager.requestPermissionsFromUser(this.context, names); }
}
const asker = new Asker();
asker.one('ohos.permission.LOCATION');
asker.many(BOTH);
asker.many(['ohos.permission.READ_CONTACTS']);
sensor.on(sensor.SensorId.GYROSCOPE, () => {});
sensor.once(own.Kind.GYROSCOPE, () => {});`;
  const { facts } = extractScripts(
    [{ path: 'entry/src/main/ets/a.ets', bytes: new TextEncoder().encode(source) }],
    WATCH,
  );
  const calls = facts.filter(({ kind }) => kind === 'call').map(({ at, args }) => `${at.line} ${args?.join(' ')}`);
  expect(calls).toEqual([
    '6 ? ["ohos.permission.LOCATION"]',
    '7 ? ["ohos.permission.CAMERA","ohos.permission.MICROPHONE","ohos.permission.READ_CONTACTS"]',
    '13 GYROSCOPE',
    '14 Kind.GYROSCOPE',
  ]);
});

test('ArkTS: a field without a value, or of a type in the namespace of a module, may hold what the module makes', () => {
  const source = `import deviceManager from '@ohos.distributedHardware.deviceManager';
import own from './own';
export class Devices {
  manager
  typed: deviceManager.DeviceManager
  anything: any
  mine: Own
  named: own.Manager
  list() {
    this.manager.getTrustedDeviceListSync();
    this.typed.getTrustedDeviceListSync();
    this.anything.getTrustedDeviceListSync();
    this.mine.getTrustedDeviceListSync();
    this.named.getTrustedDeviceListSync();
    this.unknown.getTrustedDeviceListSync();
  }
}`;
  const api = '@ohos.distributedHardware.deviceManager.createDeviceManager().getTrustedDeviceListSync';
  expect(found('entry/src/main/ets/a.ets', source)).toEqual([`${api} 10:18`, `${api} 11:16`, `${api} 12:19`]);
});

test('HTML5+: classes of iOS and of Java by their names, permissions that callers choose', () => {
  const source = `const Session = plus.ios.importClass('AVAudioSession');
Session.sharedInstance().requestRecordPermission(done);
const Manager = plus.ios.import('CLLocationManager');
Manager.authorizationStatus();
own.importClass('AVAudioSession').sharedInstance().requestRecordPermission(done);
function ask(name) { plus.android.requestPermissions([name], done); }
ask('android.permission.RECORD_AUDIO');
const Adapter = plus.android.importClass('android.bluetooth.BluetoothAdapter');
const adapter = new Adapter.getDefaultAdapter();
if (!adapter.isEnabled()) adapter.startDiscovery();`;
  expect(found('utils/permission.js', source)).toEqual([
    'plus.ios.AVAudioSession.sharedInstance().requestRecordPermission 2:26',
    'plus.android.requestPermissions 6:35',
    'android.bluetooth.BluetoothAdapter.getDefaultAdapter().startDiscovery 10:35',
  ]);
});

test('HTML5+: Bluetooth devices that are bonded, found and asked for by their addresses', () => {
  const source = `const Manager = main.getSystemService(Context.BLUETOOTH_SERVICE);
const Device = plus.android.importClass('android.bluetooth.BluetoothDevice');
const bonded = Manager.getAdapter().getBondedDevices();
const all = bonded.iterator();
while (all.hasNext()) { const device = all.next(); list(device.getName()); }
function onReceive(context, intent) {
  const found = intent.getParcelableExtra(Device.EXTRA_DEVICE);
  list(found.getAddress());
  const other = intent.getParcelableExtra(Intent.EXTRA_STREAM);
  list(other.getAddress());
  list(intent.getParcelableExtra('android.bluetooth.device.extra.DEVICE').getName());
}
const known = Manager.getAdapter().getRemoteDevice(address);
list(plus.android.invoke(known, 'getName'));
list(own.iterator().next().getName());`;
  const adapter = 'android.bluetooth.BluetoothManager.getAdapter()';
  expect(found('js/print.js', source)).toEqual([
    `${adapter}.getBondedDevices 3:37`,
    `${adapter}.getBondedDevices().iterator().next().getName 5:64`,
    'android.bluetooth.BluetoothDevice.getAddress 8:14',
    'android.bluetooth.BluetoothDevice.getName 11:75',
    'android.bluetooth.BluetoothDevice.getName 14:19',
  ]);
});

test('HTML5+: what an intent carries of an NFC tag', () => {
  const source = `let NfcAdapter, id;
export default { methods: {
  listen() { NfcAdapter = plus.android.importClass('android.nfc.NfcAdapter'); },
  read() {
    const intent = plus.android.runtimeMainActivity().getIntent();
    id = intent.getByteArrayExtra(NfcAdapter.EXTRA_ID);
    show(intent.getParcelableExtra(NfcAdapter.EXTRA_TAG).getId());
    show(intent.getParcelableExtra('tag').getId());
    this.parse(intent);
  },
  parse(given) { show(given.getParcelableArrayExtra('android.nfc.extra.NDEF_MESSAGES')); },
  write(intent) {
    const Ndef = plus.android.importClass('android.nfc.tech.Ndef');
    const ndef = Ndef.get(intent.getParcelableExtra(NfcAdapter.EXTRA_TAG));
    ndef.writeNdefMessage(message);
    show(ndef.getCachedNdefMessage());
  },
} };`;
  expect(found('utils/nfc.js', source)).toEqual([
    'android.content.Intent.getByteArrayExtra 6:17',
    'android.nfc.Tag.getId 7:58',
    'android.content.Intent.getParcelableArrayExtra 11:29',
    'android.nfc.tech.Ndef.get().getCachedNdefMessage 16:15',
  ]);
});

test('HTML5+: services, factories and objects of Java that give what Android apps ask them for', () => {
  const source = `const main = plus.android.runtimeMainActivity();
const Context = plus.android.importClass('android.content.Context');
show(main.getSystemService(Context.TELEPHONY_SERVICE).getCallState());
const cards = main.getSystemService('telephony_subscription_service');
show(cards.getActiveSubscriptionInfoForSimSlotIndex(0).getIccId());
const Sms = plus.android.importClass('android.telephony.SmsManager');
Sms.getDefault().sendTextMessage(to, null, text, null, null);
Sms.getDefault().divideMessage(text);
const Geocoder = plus.android.importClass('android.location.Geocoder');
show(new Geocoder(main).getFromLocation(x, y, 1));
const speech = plus.android.importClass('android.speech.SpeechRecognizer').createSpeechRecognizer(main);
plus.android.invoke(speech, 'startListening', intent);
show(own.getSystemService('other').getCallState());`;
  expect(found('js/phone.js', source)).toEqual([
    'android.telephony.TelephonyManager.getCallState 3:55',
    'android.telephony.SubscriptionManager.getActiveSubscriptionInfoForSimSlotIndex 5:12',
    'android.telephony.SubscriptionManager.getActiveSubscriptionInfoForSimSlotIndex().getIccId 5:56',
    'android.telephony.SmsManager.getDefault().sendTextMessage 7:18',
    'android.location.Geocoder.getFromLocation 10:25',
    'android.speech.SpeechRecognizer.createSpeechRecognizer().startListening 12:14',
  ]);
});

test('HarmonyOS: speech that an engine listens to', () => {
  const source = `import { speechRecognizer, textToSpeech } from '@kit.CoreSpeechKit';
class Recognizer {
  private static engine: speechRecognizer.SpeechRecognitionEngine | null = null;
  static async open() {
    Recognizer.engine = await speechRecognizer.createEngine(parameters);
    const voice = await textToSpeech.createEngine(parameters);
    voice.speak(text, {});
  }
  static begin() { Recognizer.engine?.startListening({ sessionId: '1' }); }
  static end() { Recognizer.engine?.cancel('1'); }
}
speechRecognizer.createEngine(parameters, (error, engine) => { engine.startListening(parameters); });`;
  expect(found('entry/src/main/ets/a.ets', source)).toEqual([
    '@hms.ai.speechRecognizer.createEngine 5:48',
    '@hms.ai.speechRecognizer.createEngine().startListening 9:39',
    '@hms.ai.speechRecognizer.createEngine 12:18',
    '@hms.ai.speechRecognizer.createEngine().startListening 12:71',
  ]);
});

test('fields for files say what they take, buttons what they ask for', () => {
  const component = `<template><view>
<input type="file" accept="image/*" @change="on" />
<input type="file" />
<input type="text" placeholder="file" />
<my-input type="file" accept="image/*" />
</view></template>
`;
  expect(found('pages/a.vue', component)).toEqual(['template.input.file.image 2:8', 'template.input.file 3:8']);
  const taro = `import { Button } from '@tarojs/components';
export const A = () => <Button open-type="getAuthorize" scope="userInfo">in</Button>;
export const B = () => <Button open-type="getAuthorize" scope="other">in</Button>;
export const C = () => <Button openType="getAuthorize">in</Button>;`;
  expect(found('src/a.jsx', taro)).toEqual(['template.button.getAuthorize.userInfo 2:32']);
});

test('several values of one open-type; fields for files of Taro', () => {
  const template = `<view>
<button open-type="getPhoneNumber|agreePrivacyAuthorization">in</button>
<button open-type="{{ok ? 'share' : 'share|chooseAvatar'}}">me</button>
<button open-type="share|contact">no</button>
</view>`;
  expect(found('pages/a.wxml', template)).toEqual([
    'template.button.getPhoneNumber 2:9',
    'template.button.chooseAvatar 3:9',
  ]);
  const taro = `import { Input, Button } from '@tarojs/components';
export const A = () => <Input type='file' accept='image/*' />;
export const B = () => <Input type='text' accept='image/*' />;
export const C = () => <Picker type='file' />;
export const D = () => <Button openType='getPhoneNumber|share' />;
export const E = () => <Input type='nickname' onBlur={keep} />;
export const F = () => <Own type='idcard' />;
export const G = () => <Input type="idcard" />;`;
  expect(found('src/a.jsx', taro)).toEqual([
    'template.input.file.image 2:31',
    'template.button.getPhoneNumber 5:32',
    'template.input.nickname 6:31',
    'template.input.idcard 8:31',
  ]);
});

test('what a function makes of a whole platform has its members, unless it is known to be something else', () => {
  const source = `import promisifyAll from 'wx-promise-pro';
function fill(from) { const made = {}; for (const name in from) made[name] = from[name]; return made; }
function own(from) { return { getLocation() { return from.canIUse('x'); } }; }
const all = promisifyAll(wx);
const filled = fill(my);
const mine = own(wx);
function inner(wx) { return promisifyAll(wx).getLocation(); }
all.getLocation();
filled.getLocation();
mine.getLocation();`;
  expect(found('utils/a.js', source)).toEqual(['wx.getLocation 8:5', 'my.getLocation 9:8']);
});

test('what an own object keeps by another name is read where it is put into it', () => {
  const source = `import deviceInfo from '@ohos.deviceInfo';
const info = { osVersion: deviceInfo.osFullName };
export const name = ({ osVersion }) => osVersion;
name(info);
const { osFullName } = deviceInfo;`;
  expect(found('entry/src/main/ets/a.ets', source)).toEqual([
    '@ohos.deviceInfo.osFullName 2:38',
    '@ohos.deviceInfo.osFullName 5:9',
  ]);
});

test('HarmonyOS: modules of the system as its tools write them', () => {
  const source = `import geo from "@ohos:geoLocationManager";
import own from "@own:geoLocationManager";
geo.getCurrentLocation();
own.getCurrentLocation();`;
  expect(found('entry/src/main/ets/a.ts', source)).toEqual(['@ohos.geoLocationManager.getCurrentLocation 3:5']);
});

test('ArkTS: many decorators, or many empty lines, in front of no struct are read at once', () => {
  const source = `import geo from '@ohos.geoLocationManager';\n${'@Entry\n  '.repeat(60)}\nclass A {}\n${'\n'.repeat(60_000)}@Component export struct Index { build() { geo.getCurrentLocation(); } }`;
  const line = source.split('\n').length;
  expect(found('entry/src/main/ets/pages/Index.ets', source)).toEqual([
    `@ohos.geoLocationManager.getCurrentLocation ${line}:48`,
  ]);
}, 5_000);

test('UTS: classes of Java that are imported by their names', () => {
  const source = `import Build from 'android.os.Build';
import Settings from 'android.provider.Settings';
import Secure from 'android.provider.Settings.Secure';
import AudioRecord from "android.media.AudioRecord";
import Own from 'android.own.Build';
import Lower from 'android.os.build';

export function model(): string { return Build.MODEL; }
export function id(): string {
  const resolver = UTSAndroid.getAppContext()!.getContentResolver();
  return Settings.Secure.getString(resolver, 'android_id') + Secure.getString(resolver, 'bluetooth_name');
}
export const record = new AudioRecord(1, 44100, 16, 2, 4096);
export const own = Own.MODEL + Lower.MODEL;
UTSAndroid.requestSystemPermission(UTSAndroid.getUniActivity()!, ['android.permission.CAMERA'], () => {}, () => {});
`;
  expect(found('utssdk/app-android/index.uts', source)).toEqual([
    'android.os.Build.MODEL 8:48',
    'android.provider.Settings.Secure.getString 11:26',
    // Another setting than the identifier: a fact without a data type.
    'android.provider.Settings.Secure.getString 11:69',
    'android.media.AudioRecord 13:27',
    'UTSAndroid.requestSystemPermission 15:12',
  ]);
});

test.each([
  [
    'WePY',
    'src/pages/index.wpy',
    `<template>
  <button open-type="getPhoneNumber" bindgetphonenumber="onPhone">x</button>
  <view @tap="locate">where</view>
</template>
<script>
import wepy from 'wepy';
export default class Index extends wepy.page {
  methods = {
    locate() { wepy.getLocation({ type: 'wgs84' }).then((where) => wepy.request({ url: 'https://a.example', data: where })); },
    onPhone(event) { return event.detail.encryptedData; },
  };
  onLoad() { wx.getClipboardData({ success: (board) => board.data }); }
}
</script>
`,
    ['wepy.getLocation 9:21', 'wx.getClipboardData 12:17', 'template.button.getPhoneNumber 2:11'],
  ],
  [
    'Mpx',
    'src/pages/index.mpx',
    `<template>
  <map show-location="{{true}}"></map>
</template>
<script>
import mpx, { createPage } from '@mpxjs/core';
createPage({ onLoad() { mpx.getClipboardData(); wx.navigateTo({ url: '/a' }); } });
</script>
<script type="application/json">
{ "usingComponents": { "wx.getLocation()": "x" } }
</script>
`,
    ['@mpxjs/core.getClipboardData 6:29', 'template.map.show-location 2:8'],
  ],
  [
    'quick apps',
    'src/index/index.ux',
    `<template><div><text>{{where}}</text></div></template>
<script>
import geolocation from '@system.geolocation';
import device from '@system.device';
import router from '@system.router';
export default {
  onInit() {
    geolocation.getLocation({ success: (at) => { this.where = at.longitude; } });
    device.getUserId({ success: (data) => data.userId });
    router.push({ uri: '/a' });
  },
};
</script>
`,
    ['@system.geolocation.getLocation 8:17', '@system.device.getUserId 9:12'],
  ],
])('components in one file of %s', (_, path, source, facts) => {
  expect(found(path, source)).toEqual(facts);
});
