import { expect, test } from 'vitest';
import { compileCatalogue } from '../../../../analyzers/catalogue/compile.ts';
import { compileScriptWatch } from '../../../../analyzers/extract/script/apis/watch.ts';
import { extractScripts } from '../../../../analyzers/extract/script/extract-script.ts';
import { match } from '../../../../analyzers/match/match.ts';
import { manifestOf } from '../../../signature-entries.ts';
import { readSignatureFiles } from '../../../signatures/signature-files.ts';

const catalogue = compileCatalogue(readSignatureFiles());
const watch = compileScriptWatch(catalogue);

/** What a script shows, as `data line`. */
function shown(script: string): string[] {
  const { facts } = extractScripts([{ path: 'app.jsx', bytes: new TextEncoder().encode(script) }], watch);
  return match(facts, manifestOf({}), true, catalogue).evidence.map(({ data, at }) => `${data} ${at.line}`);
}

test('members of enumerations that only a library knows say what is asked for', () => {
  const script = `import { Camera as Native, CameraSource } from '@capacitor/camera';
navigator.camera.getPicture(ok, no, { sourceType: Camera.PictureSourceType.PHOTOLIBRARY });
navigator.camera.getPicture(ok, no, { sourceType: navigator.camera.PictureSourceType.CAMERA });
navigator.camera.getPicture(ok, no, { quality: 50 });
Native.getPhoto({ source: CameraSource.Photos });
Native.getPhoto({ source: own.source });
`;
  expect(shown(script)).toEqual(['photos 2', 'camera 3', 'camera 4', 'photos 5', 'camera 6']);
});

test('members of kinds begin with a small letter, too, alone and in lists', () => {
  const script = `import * as MediaLibrary from 'expo-media-library';
MediaLibrary.getAssetsAsync({ mediaType: MediaLibrary.MediaType.audio });
MediaLibrary.getAssetsAsync({ mediaType: [MediaLibrary.MediaType.photo, MediaLibrary.MediaType.video] });
MediaLibrary.getAssetsAsync({ mediaType: 'video' });
MediaLibrary.getAssetsAsync({ mediaType: state.audio });
MediaLibrary.getAssetsAsync({ first: 20 });
`;
  expect(shown(script)).toEqual(['storage 2', 'photos 3', 'videos 3', 'videos 4', 'photos 5', 'photos 6']);
});

test('variables that hold an enumeration, and members of one that callers choose', () => {
  const script = `const types = navigator.camera.PictureSourceType;
navigator.camera.getPicture(ok, no, { sourceType: types.PHOTOLIBRARY });
function pick(source) { navigator.camera.getPicture(ok, no, { sourceType: source }); }
pick.call(this, types.PHOTOLIBRARY);
function either(source) { navigator.camera.getPicture(ok, no, { sourceType: source }); }
either(types.SAVEDPHOTOALBUM);
either(Camera.PictureSourceType.CAMERA);
function open(source) { navigator.camera.getPicture(ok, no, { sourceType: source }); }
open(types.PHOTOLIBRARY);
open(settings.source);
const own = settings.types;
navigator.camera.getPicture(ok, no, { sourceType: own.PHOTOLIBRARY });
function often(source) { navigator.camera.getPicture(ok, no, { sourceType: source }); }
${'often(types.PHOTOLIBRARY);'.repeat(16)}often(types.CAMERA);
`;
  expect(shown(script)).toEqual(['photos 2', 'photos 3', 'camera 5', 'photos 5', 'camera 8', 'camera 12', 'camera 13']);
});

test('members of an enumeration joined as flags', () => {
  const script = `import { fileIo as fs } from '@kit.CoreFileKit';
fs.openSync(path, fs.OpenMode.READ_WRITE | fs.OpenMode.CREATE);
fs.openSync(path, fs.OpenMode.READ_WRITE | (fs.OpenMode.TRUNC | own.mode));
fs.openSync(path, fs.OpenMode.WRITE_ONLY);
fs.openSync(path, fs.OpenMode.READ_ONLY | fs.OpenMode.SYNC);
fs.openSync(path, fs.OpenMode.READ_WRITE & fs.OpenMode.CREATE);
fs.openSync(path, mode | 2);
fs.openSync(path);
`;
  expect(shown(script)).toEqual(['storage 5', 'storage 6', 'storage 7', 'storage 8']);
});

test('attributes of elements are their arguments', () => {
  const script = `import MapView from 'react-native-maps';
import { MapView as Own } from './own';
export const where = <MapView style={styles.map} showsUserLocation />;
export const hidden = <MapView style={styles.map} showsUserLocation={false} />;
export const plain = <MapView style={styles.map} />;
export const own = <Own showsUserLocation />;
`;
  expect(shown(script)).toEqual(['location 3']);
});

test('services of ngCordova come by the names of parameters, and of nothing else', () => {
  const script = `angular.module('app').service('push', function ($cordovaPush, $http) {
  this.register = () => $cordovaPush.register({});
  this.send = () => $http.register({});
});
const $cordovaContacts = { find: () => [] };
$cordovaContacts.find({});
`;
  expect(shown(script)).toEqual(['push-token 2']);
});

test('packages loaded from public servers are the packages', () => {
  const script = `const a = await import('https://cdn.jsdelivr.net/npm/@fingerprintjs/fingerprintjs@4/+esm');
await a.load();
const b = await import('https://esm.sh/own-fingerprintjs@4');
await b.load();
const c = await import('https://example.com/@fingerprintjs/fingerprintjs');
await c.load();
`;
  expect(shown(script)).toEqual(['device-id 2']);
});

test('names of the second level, of what a callback is given', () => {
  const script = `import NetInfo from '@react-native-community/netinfo';
NetInfo.fetch().then((state) => show(state.details.ssid));
NetInfo.addEventListener((state) => show(state.type, state.details.ipAddress));
NetInfo.addEventListener((state) => show(state.details.isConnectionExpensive));
NetInfo.addEventListener(keep);
`;
  expect(shown(script)).toEqual(['ssid 2', 'ip 3', 'network-type 3', 'network-type 5']);
});

test('hooks and components of web libraries, and their namesakes', () => {
  const script = `import Webcam from 'react-webcam';
import { useGeolocation, useShare, useUserMedia } from '@vueuse/core';
import { useGeolocation as own } from './own';
useShare();
own();
useGeolocation();
useUserMedia({ audio: true });
export const view = <Webcam />;
const map = L.map('m');
map.locate({ setView: true });
own.map('m').locate();
`;
  expect(shown(script)).toEqual(['location 6', 'microphone 7', 'camera 8', 'location 10']);
});

test('a table by a key that is not known gives any of its constants', () => {
  const script = `import { PermissionsAndroid } from 'react-native';
const TABLE = { camera: PermissionsAndroid.PERMISSIONS.CAMERA, mic: PermissionsAndroid.PERMISSIONS.RECORD_AUDIO };
export const one = (name) => PermissionsAndroid.request(TABLE[name]);
export const some = (names) => PermissionsAndroid.requestMultiple(names.map((name) => TABLE[name]));
export const all = () => PermissionsAndroid.requestMultiple(Object.values(TABLE));
const open = { camera: PermissionsAndroid.PERMISSIONS.CAMERA, other: given };
export const unknown = (name) => PermissionsAndroid.request(open[name]);
export const none = (names) => PermissionsAndroid.requestMultiple(names.map((name) => name.title));
`;
  expect(shown(script)).toEqual(['camera 3', 'microphone 3', 'camera 4', 'microphone 4', 'camera 5', 'microphone 5']);
});

test('services of Cordova come by their names and actions, as texts or as constants', () => {
  const script = `const exec = require('cordova/exec');
const SIM = 'Sim';
cordova.exec(use, fail, 'Geolocation', 'getLocation', [true]);
exec(use, null, SIM, 'getSimInfo', []);
exec(use, null, 'Geolocation', 'clearWatch', []);
exec(use, null, 'Mine', 'getLocation', []);
other(use, null, SIM, 'getSimInfo', []);
new exec(use, null, 'Geolocation', 'getLocation', []);
`;
  expect(shown(script)).toEqual(['location 3', 'sim-info 4']);
});

test('functions that a hook gives in a list lead to what they read', () => {
  const reachable = (called: string): boolean => {
    const script = `import Clipboard from '@react-native-clipboard/clipboard';
import { AppRegistry } from 'react-native';
function usePaste() { const other = () => 1; const paste = () => Clipboard.getString(); return [other, paste]; }
function App() { const [other, paste] = usePaste(); return <Button onPress={() => ${called}()} />; }
AppRegistry.registerComponent('a', () => App);
`;
    const { facts } = extractScripts([{ path: 'app.jsx', bytes: new TextEncoder().encode(script) }], watch);
    return facts.some(({ value, reach }) => value.endsWith('.getString') && reach !== undefined);
  };
  expect([reachable('paste'), reachable('other')]).toEqual([true, false]);
});

test('the answer to a request for a permission is not what it is asked for', () => {
  const script = `import { PermissionsAndroid } from 'react-native';
import Contacts from 'react-native-contacts';
PermissionsAndroid.request(PermissionsAndroid.PERMISSIONS.CAMERA).then((answer) => console.log(answer));
Contacts.getAll().then((all) => console.log(all));
`;
  const { facts } = extractScripts([{ path: 'app.jsx', bytes: new TextEncoder().encode(script) }], watch);
  const { evidence } = match(facts, manifestOf({}), true, catalogue);
  expect(evidence.map(({ data, grade, sinks }) => [data, grade, sinks.length])).toEqual([
    ['camera', 'requested', 0],
    ['contacts', 'sent', 1],
  ]);
});

test('lists say what is asked for that are filled after they were made, or made of others', () => {
  const script = `import { PermissionsAndroid } from 'react-native';
const { PERMISSIONS: P } = PermissionsAndroid;
export function ask(video) {
  const wanted = [];
  wanted.push(PermissionsAndroid.PERMISSIONS.RECORD_AUDIO);
  if (video) wanted.push(P.CAMERA, P.READ_CALENDAR);
  PermissionsAndroid.requestMultiple(wanted);
}
const Q = PermissionsAndroid.PERMISSIONS;
const base = [Q.READ_CONTACTS];
PermissionsAndroid.requestMultiple([...base, P.READ_SMS]);
const others = [];
others.push(P.SEND_SMS);
function own() {
  const others = [];
  PermissionsAndroid.requestMultiple(others);
}
`;
  expect(shown(script)).toEqual(['calendar 7', 'camera 7', 'microphone 7', 'contacts 11', 'sms 11']);
});

test('lists that a constructor makes are filled like others', () => {
  const script = `const wanted = new Array();
wanted.push('android.permission.READ_SMS');
plus.android.requestPermissions(wanted, done);
const some = Array('android.permission.CAMERA');
plus.android.requestPermissions(some, done);
const own = new List();
own.push('android.permission.READ_CONTACTS');
plus.android.requestPermissions(own, done);
const many = new Array(2);
plus.android.requestPermissions(many, done);
`;
  expect(shown(script)).toEqual(['sms 3', 'camera 5']);
});

test('permissions by the constants of Ionic Native', () => {
  const script = `import { AndroidPermissions } from '@ionic-native/android-permissions';
AndroidPermissions.requestPermissions([AndroidPermissions.PERMISSION.CAMERA, AndroidPermissions.TITLE.READ_SMS]);
`;
  expect(shown(script)).toEqual(['camera 2']);
});

test('items of a list are asked for one by one, by loops and by methods of the list', () => {
  const script = `import { PermissionsAndroid } from 'react-native';
const { PERMISSIONS: P } = PermissionsAndroid;
const TABLE = { cam: P.CAMERA, mic: P.RECORD_AUDIO };
const ask = async (all) => Promise.all(all.map((each) => PermissionsAndroid.request(each)));
ask([P.READ_CONTACTS]);
for (const each of [P.READ_SMS]) PermissionsAndroid.request(each);
for (const [, each] of Object.entries(TABLE)) PermissionsAndroid.request(each);
[{ id: P.READ_CALENDAR, title: P.CAMERA }].forEach(({ id }) => PermissionsAndroid.request(id));
function one(each) { PermissionsAndroid.request(each); }
[P.BODY_SENSORS].forEach(one);
[P.CAMERA].map((each, at) => PermissionsAndroid.request(at));
[P.CAMERA].reduce((each) => PermissionsAndroid.request(each));
for (const each in [P.CAMERA]) PermissionsAndroid.request(each);
for (const each of given) PermissionsAndroid.request(each);
`;
  expect(shown(script)).toEqual(['contacts 4', 'sms 6', 'camera 7', 'microphone 7', 'calendar 8', 'body-sensors 9']);
});

test('services of AngularJS come by their names', () => {
  const script = `angular.module('app').service('GeoService', function () {
  return {
    watch: function (geo, done) { geo.watchPosition(done); },
    read: function (geo, done) { var self = this; self.watch(geo, done); },
  };
});
angular.module('app').factory('Board', ['$q', function ($q) { var board = { reader: navigator.clipboard }; return board; }]);
angular.module('app').controller('Main', function ($scope, GeoService, Board, Other) {
  GeoService.read(navigator.geolocation, function (place) { $scope.place = place; });
  Board.reader.readText();
  Other.reader.readText();
});
`;
  expect(shown(script)).toEqual(['location 3', 'clipboard 10']);
});

test('copies of packages in a scope are the packages, and others of such names are not', () => {
  const script = `import Sms from '@fork/react-native-sms-retriever';
import Own from '@fork/react-native-own-thing';
import Scoped from '@fork/messaging';
Sms.addSmsListener(show);
Own.addSmsListener(show);
Scoped().getToken();
`;
  expect(shown(script)).toEqual(['sms-code 4']);
});

test('what is made is told where it is made, and not again where it is handed on', () => {
  const script = `import mapboxgl from 'mapbox-gl';
const control = new mapboxgl.GeolocateControl({});
map.addControl(control);
control.on('geolocate', show);
const Kept = mapboxgl.GeolocateControl;
map.addControl(new Kept());
`;
  expect(shown(script)).toEqual(['location 2', 'location 6']);
});

test('whether a URL can be opened tells of another app by its own scheme alone', () => {
  const script = `import { Linking } from 'react-native';
import { AppLauncher } from '@capacitor/app-launcher';
Linking.canOpenURL('weixin://');
Linking.canOpenURL('tel:' + number);
Linking.canOpenURL(\`mailto:\${address}\`);
Linking.canOpenURL(url).then((can) => can && Linking.openURL(url));
export function call(phone) {
  const chat = \`whatsapp://send?phone=\${phone}\`;
  return Linking.canOpenURL(chat);
}
export function page(path) {
  let address = '';
  if (path) address = 'https://example.com/' + path;
  return Linking.canOpenURL(address);
}
export function map(where, ios) {
  const address = ios ? 'comgooglemaps://?q=' + where : \`geo:\${where}\`;
  return Linking.canOpenURL(address);
}
AppLauncher.canOpenUrl({ url: 'com.tencent.mm' });
AppLauncher.canOpenUrl({ url: 'www.example.com' });
`;
  expect(shown(script)).toEqual(['installed-apps 3', 'installed-apps 9', 'installed-apps 18', 'installed-apps 20']);
});

test('what is handed to an SDK is a practice, and taking it back is none', () => {
  const script = `import * as Sentry from '@sentry/react-native';
import { setDeviceId, setUserId } from '@amplitude/analytics-react-native';
Sentry.setUser({ id: user.id });
Sentry.setUser(null);
setUserId(user.id);
setUserId(undefined);
setUserId('');
setDeviceId(id);
`;
  expect(shown(script)).toEqual(['account-id 3', 'account-id 5']);
});

test('a purchase SDK is handed an account where its configuration names one', () => {
  const script = `import Purchases from 'react-native-purchases';
Purchases.configure({ apiKey });
Purchases.configure({ apiKey, appUserID: user.id });
Purchases.configure({ apiKey, appUserID: null });
`;
  expect(shown(script)).toEqual(['account-id 3']);
});

test('services that answer with the address of who asks tell by theirs', () => {
  const script = `const WHERE = 'https://ipapi.co/json/';
export const where = () => fetch(WHERE);
export const who = () => axios.get('https://api.ipify.org?format=json');
export const key = (token) => fetch(\`https://ipinfo.io/json?token=\${token}\`);
export const own = (path) => fetch(\`https://example.com/\${path}\`);
export const site = 'https://www.ipify.org';
`;
  expect(shown(script)).toEqual(['ip 1', 'location-coarse 1', 'ip 3', 'ip 4', 'location-coarse 4']);
});
