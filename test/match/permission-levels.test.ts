import { expect, test } from 'vitest';
import { compileCatalogue } from '../../analyzers/catalogue/compile.ts';
import { match } from '../../analyzers/match/match.ts';
import type { Fact } from '../../analyzers/model/fact.ts';
import type { Reach } from '../../analyzers/model/reach.ts';
import { manifestOf } from '../signature-entries.ts';
import { readSignatureFiles } from '../signatures/signature-files.ts';

const catalogue = compileCatalogue(readSignatureFiles());
const ANDROID = 'android.permission.';

interface Requested {
  [name: string]: number | null;
}

/** Facts and manifest of an app that requests permissions (up to a level) and calls APIs. */
function matched(
  requested: Requested,
  calls: string[],
  minSdk: number,
  targetSdk: number,
  reaches: (Reach | null)[] = [],
) {
  const at = { file: 'AndroidManifest.xml' };
  const names = Object.entries(requested).map(([name, max]) => ({ name: ANDROID + name, maxSdkVersion: max }));
  const facts: Fact[] = [
    ...calls.map((value): Fact => ({ kind: 'call', value, at: { file: 'classes.dex', class: 'com.example.app.A' } })),
    ...names.map(
      ({ name, maxSdkVersion }): Fact => ({
        kind: 'permission',
        value: name,
        at,
        ...(maxSdkVersion === null ? {} : { args: [`maxSdkVersion=${maxSdkVersion}`] }),
      }),
    ),
  ];
  return match(facts, manifestOf({ minSdk, targetSdk, permissions: names }), true, catalogue, reaches);
}

const short = (name: string) => name.replace(ANDROID, '');

function missingIn(requested: Requested, call: string, minSdk: number, targetSdk: number) {
  return matched(requested, [call], minSdk, targetSdk).missingPermissions.map(
    ({ permissions, levels }) => `${permissions.map(short).join('|')} ${levels.from}..${levels.to ?? ''}`,
  );
}

const BLUETOOTH_NAME = 'android.bluetooth.BluetoothDevice.getName';
const ADVERTISING_ID = 'com.google.android.gms.ads.identifier.AdvertisingIdClient.getAdvertisingIdInfo';
const CAMERA = 'android.hardware.Camera.open';

test.each([
  [{}, CAMERA, 21, 34, ['CAMERA 21..']],
  [{ CAMERA: null }, CAMERA, 21, 34, []],
  [{ CAMERA: 28 }, CAMERA, 21, 34, ['CAMERA 29..']],
  [{ BLUETOOTH: null }, BLUETOOTH_NAME, 21, 34, ['BLUETOOTH_CONNECT 31..']],
  [{ BLUETOOTH: 30, BLUETOOTH_CONNECT: null }, BLUETOOTH_NAME, 21, 34, []],
  [{ BLUETOOTH_CONNECT: null }, BLUETOOTH_NAME, 21, 34, ['BLUETOOTH 21..30']],
  [{ BLUETOOTH_CONNECT: null }, BLUETOOTH_NAME, 31, 34, []],
  [{}, ADVERTISING_ID, 21, 33, ['com.google.android.gms.permission.AD_ID 21..']],
  [{}, ADVERTISING_ID, 21, 32, []],
  // An app that targets an older level keeps what that level asked for.
  [{ BLUETOOTH: null }, BLUETOOTH_NAME, 21, 30, []],
] as [Requested, string, number, number, string[]][])('%j and %s on levels from %i, built for %i', (...row) => {
  const [requested, call, minSdk, targetSdk, missing] = row;
  expect(missingIn(requested, call, minSdk, targetSdk)).toEqual(missing);
});

test('evidence says what it lacks where no level of the app opens it', () => {
  const lacks = (requested: Requested, call: string, minSdk: number) =>
    matched(requested, [call], minSdk, 34).evidence[0]?.lacks?.map(short);
  expect(lacks({}, CAMERA, 21)).toEqual(['CAMERA']);
  expect(lacks({ CAMERA: null }, CAMERA, 21)).toBeUndefined();
  expect(lacks({ CAMERA: 28 }, CAMERA, 21)).toBeUndefined();
  expect(lacks({ CAMERA: 28 }, CAMERA, 29)).toEqual(['CAMERA']);
  expect(lacks({ BLUETOOTH_CONNECT: null }, BLUETOOTH_NAME, 21)).toBeUndefined();
  expect(lacks({}, 'android.content.ClipboardManager.getPrimaryClip', 21)).toBeUndefined();
});

test('what no path reaches needs no permission, where paths were looked for', () => {
  const reach: Reach = { entry: { kind: 'activity', name: 'a.B' }, path: [], beforeConsent: null, background: false };
  expect(matched({}, [CAMERA], 21, 34, [null]).missingPermissions).toEqual([]);
  expect(matched({}, [CAMERA], 21, 34, [reach]).missingPermissions).toHaveLength(1);
});

test.each([
  // Storage: the old permission ends where the new ones begin, for apps that are built for those.
  [{ READ_EXTERNAL_STORAGE: null }, 33, 34],
  [{ WRITE_EXTERNAL_STORAGE: null }, 30, 34],
  [{ BLUETOOTH: 30 }, 31, 34],
  [{ READ_CALENDAR: 20 }, 21, 34],
] as [Requested, number, number][])('%j from level %i, built for %i, opens nothing', (requested, minSdk, targetSdk) => {
  const facts = matched(requested, [], minSdk, targetSdk);
  expect(facts.permissions.map(({ used }) => used)).toEqual([false]);
});

test('a permission that is effective on some level and needed is used', () => {
  const { permissions } = matched({ BLUETOOTH: null, BLUETOOTH_CONNECT: null }, [BLUETOOTH_NAME], 21, 34);
  expect(permissions.map(({ name, used }) => [short(name), used])).toEqual([
    ['BLUETOOTH', true],
    ['BLUETOOTH_CONNECT', true],
  ]);
});

test('no API in sight does not mean that the network is not used', () => {
  expect(matched({ INTERNET: null }, [], 21, 34).permissions.map(({ used }) => used)).toEqual([null]);
});
