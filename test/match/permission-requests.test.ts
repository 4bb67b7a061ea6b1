import { expect, test } from 'vitest';
import { compileCatalogue } from '../../analyzers/catalogue/compile.ts';
import { compileScriptWatch } from '../../analyzers/extract/script/apis/watch.ts';
import { extractScripts } from '../../analyzers/extract/script/extract-script.ts';
import { match } from '../../analyzers/match/match.ts';
import { manifestOf } from '../signature-entries.ts';
import { readSignatureFiles } from '../signatures/signature-files.ts';

const catalogue = compileCatalogue(readSignatureFiles());
const watch = compileScriptWatch(catalogue);

/** What a script shows, as `data grade line`. */
function shown(script: string): string[] {
  const { facts } = extractScripts([{ path: 'App.tsx', bytes: new TextEncoder().encode(script) }], watch);
  return match(facts, manifestOf({}), true, catalogue).evidence.map(
    ({ data, grade, at }) => `${data} ${grade} ${at.line}`,
  );
}

test('React Native: one permission, several, and what is handed to a helper', () => {
  const script = `import { PermissionsAndroid as P } from 'react-native';
const ask = async (permission) => {
  if (await P.check(permission)) return true;
  return await P.request(permission, { title: 't' });
};
P.requestMultiple([P.PERMISSIONS.RECORD_AUDIO, P.PERMISSIONS.READ_PHONE_STATE]);
ask(P.PERMISSIONS.READ_CONTACTS);
`;
  expect(shown(script)).toEqual(['contacts requested 4', 'microphone requested 6', 'phone-state requested 6']);
});

test('what only checks, and an object of the same names, ask for nothing', () => {
  const script = `import { PermissionsAndroid } from 'react-native';
import { requestForegroundPermissionsAsync } from './own';
const own = { request: (name) => name };
PermissionsAndroid.check(PermissionsAndroid.PERMISSIONS.CAMERA);
own.request(PermissionsAndroid.PERMISSIONS.CAMERA);
requestForegroundPermissionsAsync();
`;
  expect(shown(script)).toEqual([]);
});

test('react-native-permissions and Expo', () => {
  const script = `import { request, PERMISSIONS } from 'react-native-permissions';
import * as Location from 'expo-location';
import { useCameraPermissions } from 'expo-camera';
import * as Permissions from 'expo-permissions';
request(PERMISSIONS.IOS.LOCATION_WHEN_IN_USE);
export async function App() {
  const [granted] = useCameraPermissions();
  await Location.requestForegroundPermissionsAsync();
  await Permissions.askAsync(Permissions.CAMERA_ROLL, Permissions.LOCATION);
}
`;
  expect(shown(script)).toEqual([
    'location requested 5',
    'camera requested 7',
    'location requested 8',
    'location requested 9',
    'photos requested 9',
  ]);
});

test("NativeScript: Java's own table of permissions", () => {
  const script = `import * as permissions from 'nativescript-permissions';
permissions.requestPermission(android.Manifest.permission.CAMERA, 'why');
permissions.hasPermission(android.Manifest.permission.READ_CONTACTS);
`;
  expect(shown(script)).toEqual(['camera requested 2']);
});

test('media whose constraints are not known are both; known ones are what they say', () => {
  const script = `export const open = (constraints) => navigator.mediaDevices.getUserMedia(constraints);
navigator.mediaDevices.getUserMedia({ audio: true, video: false });
`;
  const media = shown(script).map((line) => line.replace(/ (?:bundled|reachable|sent) /, ' '));
  expect(media).toEqual(['camera 1', 'microphone 1', 'microphone 2']);
});
