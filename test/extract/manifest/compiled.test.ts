import { expect, test } from 'vitest';
import { extractManifest } from '../../../analyzers/extract/manifest/extract-manifest.ts';
import type { Manifest } from '../../../analyzers/model/manifest.ts';
import { buildOf, fixture, fixtureFiles } from './builds.ts';

function manifestOf(result: ReturnType<typeof extractManifest>): Manifest {
  expect(result.gaps).toEqual([]);
  if (result.manifest === null) throw new Error('no manifest');
  return result.manifest;
}

const FOLDERS = ['aapt-utf8', 'aapt-utf16', 'aapt2-sparse'];

test.each(FOLDERS)('agrees with what aapt dump says of %s', (folder) => {
  const manifest = manifestOf(extractManifest(buildOf('apk', fixtureFiles(folder))));
  const badging = new TextDecoder().decode(fixture(`${folder}/badging.txt`));
  const permissions = new TextDecoder().decode(fixture(`${folder}/permissions.txt`));
  const line = (pattern: RegExp): string | undefined => pattern.exec(badging)?.[1];
  expect(manifest.package).toBe(line(/^package: name='([^']*)'/m));
  expect(manifest.versionCode).toBe(line(/^package:.* versionCode='([^']*)'/m));
  expect(manifest.versionName).toBe(line(/^package:.* versionName='([^']*)'/m));
  expect(String(manifest.minSdk)).toBe(line(/^sdkVersion:'(.*)'/m));
  expect(String(manifest.targetSdk)).toBe(line(/^targetSdkVersion:'(.*)'/m));
  expect(manifest.label).toBe(line(/^application: label='(.*)' icon=/m));
  expect(
    manifest.permissions.map(({ name, maxSdkVersion }) => [
      name,
      maxSdkVersion === null ? undefined : String(maxSdkVersion),
    ]),
  ).toEqual(
    [...permissions.matchAll(/^uses-permission[^:]*: name='([^']*)'(?: maxSdkVersion='(\d+)')?/gm)].map((match) => [
      match[1],
      match[2],
    ]),
  );
  expect(
    manifest.components.filter(({ intentFilters }) =>
      intentFilters.some(({ categories }) => categories.includes('android.intent.category.LAUNCHER')),
    ),
  ).toMatchObject([{ name: line(/^launchable-activity: name='([^']*)'/m) }]);
  for (const { name, required } of manifest.features) {
    expect(badging).toContain(`uses-feature${required ? '' : '-not-required'}: name='${name}'`);
  }
});

test('reads everything of the fixture', () => {
  const manifest = manifestOf(extractManifest(buildOf('apk', fixtureFiles('aapt-utf8'))));
  expect(manifest).toEqual({
    file: 'AndroidManifest.xml',
    package: 'org.example.sample',
    versionName: '3.1.4-@beta',
    versionCode: '1207',
    minSdk: 26,
    targetSdk: 33,
    label: "Fixture App & Co's",
    applicationClass: 'org.example.sample.App',
    otherClasses: [],
    permissions: [
      { name: 'android.permission.INTERNET', maxSdkVersion: null },
      { name: 'android.permission.READ_PHONE_STATE', maxSdkVersion: 28 },
      { name: 'android.permission.CAMERA', maxSdkVersion: null },
      { name: 'android.permission.WRITE_EXTERNAL_STORAGE', maxSdkVersion: 32 },
      { name: 'org.example.sample.permission.PUSH', maxSdkVersion: null },
    ],
    components: [
      {
        type: 'activity',
        name: 'org.example.sample.MainActivity',
        exported: true,
        process: null,
        permission: 'org.example.sample.permission.ALL',
        authorities: [],
        intentFilters: [{ actions: ['android.intent.action.MAIN'], categories: ['android.intent.category.LAUNCHER'] }],
        target: null,
      },
      {
        type: 'activity',
        name: 'org.other.Hidden',
        exported: true,
        process: null,
        permission: 'org.other.ONE',
        authorities: [],
        intentFilters: [],
        target: null,
      },
      {
        type: 'activity-alias',
        name: 'org.example.sample.Alias',
        exported: false,
        process: null,
        permission: 'org.example.sample.permission.ALL',
        authorities: [],
        intentFilters: [
          {
            actions: ['android.intent.action.VIEW', 'android.intent.action.SEND'],
            categories: ['android.intent.category.DEFAULT'],
          },
        ],
        target: 'org.example.sample.MainActivity',
      },
      {
        type: 'service',
        name: 'org.example.sample.PushService',
        exported: false,
        process: ':push',
        permission: 'org.example.sample.permission.ALL',
        authorities: [],
        intentFilters: [],
        target: null,
      },
      {
        type: 'receiver',
        name: 'org.example.sample.BootReceiver',
        exported: true,
        process: null,
        permission: 'org.example.sample.permission.ALL',
        authorities: [],
        intentFilters: [{ actions: ['android.intent.action.BOOT_COMPLETED'], categories: [] }],
        target: null,
      },
      {
        type: 'provider',
        name: 'org.example.sample.FilesProvider',
        exported: false,
        process: null,
        permission: 'org.example.sample.permission.ALL',
        authorities: ['org.example.sample.files', 'org.example.sample.more'],
        intentFilters: [],
        target: null,
      },
    ],
    metaData: [
      { name: 'UMENG_CHANNEL', value: '应用宝', component: null },
      { name: 'UMENG_APPKEY', value: '5f1234567890abcdef000001', component: null },
      { name: 'NUMBER', value: '1234567890', component: null },
      { name: 'HEXADECIMAL', value: '0xff00', component: null },
      { name: 'FLAG', value: 'false', component: null },
      { name: 'COLOUR', value: '#80ff0000', component: null },
      { name: 'WIDTH', value: '12.5dp', component: null },
      { name: 'SHARE', value: '25%', component: null },
      { name: 'REAL', value: '1.5', component: null },
      { name: 'PATHS', value: 'res/xml/paths.xml', component: null },
      { name: 'FOREIGN', value: null, component: null },
      { name: 'EMOJI', value: '😀 灯', component: null },
      { name: 'only.main', value: 'true', component: 'org.example.sample.MainActivity' },
    ],
    queries: {
      packages: ['com.tencent.mm'],
      actions: ['android.media.action.IMAGE_CAPTURE'],
      authorities: ['org.example.one', 'org.example.two'],
    },
    features: [
      { name: 'android.hardware.camera', required: false },
      { name: 'android.hardware.location.gps', required: true },
    ],
  });
});

test.each(['aapt-utf16', 'aapt2-sparse'])('%s holds the same manifest', (folder) => {
  const expected = manifestOf(extractManifest(buildOf('apk', fixtureFiles('aapt-utf8'))));
  expect(manifestOf(extractManifest(buildOf('apk', fixtureFiles(folder))))).toEqual(expected);
});

test('the base module of an app bundle holds the same manifest', () => {
  const { 'AndroidManifest.xml': manifest, 'resources.pb': resources } = fixtureFiles('aapt2-proto');
  if (manifest === undefined || resources === undefined) throw new Error('fixture is incomplete');
  const build = buildOf('aab', { 'base/manifest/AndroidManifest.xml': manifest, 'base/resources.pb': resources });
  const expected = manifestOf(extractManifest(buildOf('apk', fixtureFiles('aapt-utf8'))));
  expect(manifestOf(extractManifest(build))).toEqual({ ...expected, file: 'base/manifest/AndroidManifest.xml' });
});

test('states permissions, components and settings as facts', () => {
  const { facts } = extractManifest(buildOf('apk', fixtureFiles('aapt-utf8')));
  const at = { file: 'AndroidManifest.xml' };
  expect(facts.slice(0, 2)).toEqual([
    { kind: 'permission', value: 'android.permission.INTERNET', at },
    { kind: 'permission', value: 'android.permission.READ_PHONE_STATE', args: ['maxSdkVersion=28'], at },
  ]);
  expect(facts.filter(({ kind }) => kind === 'component').slice(1, 3)).toEqual([
    { kind: 'component', value: 'org.other.Hidden', args: ['activity'], at },
    {
      kind: 'component',
      value: 'org.example.sample.Alias',
      args: ['activity-alias', 'android.intent.action.VIEW', 'android.intent.action.SEND'],
      at,
    },
  ]);
  expect(facts).toContainEqual({ kind: 'setting', value: 'NUMBER', args: ['1234567890'], at });
  expect(facts).toContainEqual({ kind: 'setting', value: 'FOREIGN', at });
  expect(facts).toHaveLength(5 + 6 + 13);
});

test('a resource table that cannot be read leaves references unresolved, and says so', () => {
  const files = { ...fixtureFiles('aapt-utf8'), 'resources.arsc': new Uint8Array(50) };
  const { manifest, gaps } = extractManifest(buildOf('apk', files));
  expect(manifest?.package).toBe('org.example.sample');
  expect([manifest?.label, manifest?.versionName]).toEqual([null, null]);
  expect(gaps).toMatchObject([{ stage: 'manifest', file: 'resources.arsc', code: 'corrupt', material: false }]);
});

test('a resource that turns out damaged when it is asked for is unresolved, and said so', () => {
  const broken = Buffer.from(fixture('aapt2-proto/resources.pb'));
  // The text of the brand becomes a field of an unknown wire type.
  const at = broken.indexOf('Fixture') - 2;
  broken[at] = 0x0b;
  const { manifest, gaps } = extractManifest(
    buildOf('aab', {
      'base/manifest/AndroidManifest.xml': fixture('aapt2-proto/AndroidManifest.xml'),
      'base/resources.pb': new Uint8Array(broken),
    }),
  );
  expect([manifest?.label, manifest?.versionName]).toEqual([null, '3.1.4-@beta']);
  expect(gaps).toMatchObject([
    {
      file: 'base/resources.pb',
      code: 'corrupt',
      detail: expect.stringContaining('unknown wire type 3'),
      material: false,
    },
  ]);
});

test.each([
  ['empty', new Uint8Array(), 'the manifest cannot be read: empty file'],
  ['no XML', new Uint8Array(40), /^the manifest cannot be read: chunk with an impossible size at offset/],
  ['text that is no manifest', '<html></html>', 'the root element is <html> and not <manifest>'],
  ['encrypted', new Error('entry is encrypted'), 'the manifest cannot be read: entry is encrypted'],
])('an APK whose manifest is %s has a material gap', (_, content, detail) => {
  const { manifest, facts, gaps } = extractManifest(buildOf('apk', { 'AndroidManifest.xml': content }));
  expect([manifest, facts]).toEqual([null, []]);
  expect(gaps).toMatchObject([
    {
      stage: 'manifest',
      file: 'AndroidManifest.xml',
      code: 'corrupt',
      detail: expect.stringMatching(detail),
      material: true,
    },
  ]);
});

test('a manifest that is cut off gives what was read, and a material gap', () => {
  const bytes = fixture('aapt-utf8/AndroidManifest.xml');
  const { manifest, gaps } = extractManifest(
    buildOf('apk', { ...fixtureFiles('aapt-utf8'), 'AndroidManifest.xml': bytes.subarray(0, bytes.length - 900) }),
  );
  expect(manifest?.permissions).toHaveLength(5);
  expect(manifest?.components.length).toBeLessThan(6);
  expect(gaps).toMatchObject([{ code: 'corrupt', material: true }]);
});

test.each(['apk', 'aab', 'apks', 'xapk', 'apkm'] as const)('an %s without a manifest has a material gap', (kind) => {
  const { manifest, gaps } = extractManifest(buildOf(kind, { 'classes.dex': '' }));
  expect(manifest).toBeNull();
  expect(gaps).toMatchObject([{ file: `input.${kind}`, code: 'missing', material: true }]);
});

test.each(['folder', 'js-bundle', 'dex', 'hermes'] as const)('a %s needs no manifest', (kind) => {
  expect(extractManifest(buildOf(kind, { 'index.js': '' }))).toMatchObject({ manifest: null, facts: [], gaps: [] });
});

test('a manifest of 100,000 components is read', () => {
  const components = '<service android:name=".S"/><meta-data android:name="k" android:value="v"/>'.repeat(50_000);
  const text = `<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="a"><application>${components}</application></manifest>`;
  const { facts, manifest } = extractManifest(buildOf('folder', { 'AndroidManifest.xml': text }));
  expect(facts).toHaveLength(100_000);
  expect(manifest?.components).toHaveLength(1);
});
