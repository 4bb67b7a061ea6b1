import { expect, test } from 'vitest';
import { extractManifest } from '../../../analyzers/extract/manifest/extract-manifest.ts';
import { buildOf, fixtureFiles } from './builds.ts';

const xml = (body: string, attributes = ''): string =>
  `<manifest xmlns:android="http://schemas.android.com/apk/res/android" xmlns:tools="http://schemas.android.com/tools" ${attributes}>\n${body}\n</manifest>`;

/** What the manifest merger replaces. */
const placeholder = (name: string): string => `$\{${name}}`;

const LAUNCHER =
  '<intent-filter><action android:name="android.intent.action.MAIN"/><category android:name="android.intent.category.LAUNCHER"/></intent-filter>';

test('reads the source of the compiled fixture to the same manifest, with lines', () => {
  const compiled = extractManifest(buildOf('apk', fixtureFiles('aapt-utf8'))).manifest;
  const { manifest, facts, gaps } = extractManifest(buildOf('folder', fixtureFiles('source', 'app/src/main/')));
  expect(gaps).toEqual([]);
  const withoutLines = JSON.parse(JSON.stringify(manifest, (key, value) => (key === 'line' ? undefined : value)));
  // Values that only a compiler gives: files of resources.
  const paths = { name: 'PATHS', value: null, component: null };
  expect(withoutLines).toEqual({
    ...compiled,
    file: 'app/src/main/AndroidManifest.xml',
    metaData: compiled?.metaData.map((entry) => (entry.name === 'PATHS' ? paths : entry)),
  });
  expect(manifest?.permissions[0]?.line).toBe(10);
  expect(facts).toContainEqual({
    kind: 'component',
    value: 'org.example.sample.PushService',
    args: ['service'],
    at: { file: 'app/src/main/AndroidManifest.xml', line: 60 },
  });
  expect(facts).toContainEqual({
    kind: 'setting',
    value: 'NUMBER',
    args: ['1234567890'],
    at: { file: 'app/src/main/AndroidManifest.xml', line: 34 },
  });
});

test('prefers app/src/main, merges other main source sets, ignores tests and says what it left out', () => {
  const permission = (name: string): string => xml(`<uses-permission android:name="${name}"/>`, 'package="x"');
  const { manifest, facts, gaps } = extractManifest(
    buildOf('folder', {
      'aaa/src/main/AndroidManifest.xml': permission('p.LIBRARY'),
      'app/src/main/AndroidManifest.xml': xml('<uses-permission android:name="p.APP"/>', 'package="app"'),
      'app/src/debug/AndroidManifest.xml': permission('p.DEBUG'),
      'app/src/androidTest/AndroidManifest.xml': permission('p.TEST'),
      'app/src/huawei/AndroidManifest.xml': permission('p.VARIANT'),
      'app/build/intermediates/merged/AndroidManifest.xml': permission('p.BUILT'),
      'node_modules/x/android/src/main/AndroidManifest.xml': permission('p.DEPENDENCY'),
    }),
  );
  expect(manifest).toMatchObject({ file: 'app/src/main/AndroidManifest.xml', package: 'app' });
  expect(facts.map(({ value, at }) => [value, at.file])).toEqual([
    ['p.APP', 'app/src/main/AndroidManifest.xml'],
    ['p.LIBRARY', 'aaa/src/main/AndroidManifest.xml'],
  ]);
  expect(gaps).toMatchObject([{ file: 'app/src/huawei/AndroidManifest.xml', code: 'unsupported', material: false }]);
});

test('takes the module with a launcher activity where none is called app, and names the others', () => {
  const app = (name: string): string =>
    xml(`<application><activity android:name="${name}">${LAUNCHER}</activity></application>`, `package="${name}"`);
  const { manifest, gaps } = extractManifest(
    buildOf('folder', {
      'library/src/main/AndroidManifest.xml': xml('', 'package="lib"'),
      'mobile/src/main/AndroidManifest.xml': app('mobile'),
      'wear/src/main/AndroidManifest.xml': app('wear'),
    }),
  );
  expect(manifest?.package).toBe('mobile');
  expect(manifest?.components).toHaveLength(2);
  expect(gaps).toMatchObject([
    {
      file: 'mobile/src/main/AndroidManifest.xml',
      material: false,
      detail: expect.stringContaining('wear/src/main/AndroidManifest.xml'),
    },
  ]);
});

test('fills in what the Gradle script says, through variables of the scripts above', () => {
  const { manifest } = extractManifest(
    buildOf('folder', {
      'android/app/src/main/AndroidManifest.xml': xml(
        `<application android:name=".App"><provider android:name=".P" android:authorities="${placeholder('applicationId')}.p"/>` +
          `<meta-data android:name="JPUSH_APPKEY" android:value="${placeholder('JPUSH_APPKEY')}"/>` +
          `<meta-data android:name="OTHER" android:value="${placeholder('OTHER')}"/></application>`,
      ),
      'android/app/build.gradle': `
        // applicationId "commented.out"
        android {
          namespace "com.example.code"
          productFlavors { free { applicationId "com.example.free" } }
          defaultConfig {
            applicationId "com.example.app" /* versionCode 1 */
            minSdkVersion rootProject.ext.minSdkVersion
            targetSdkVersion rootProject.ext.targetSdkVersion
            versionCode 42
            versionName "4.2 // beta"
            manifestPlaceholders = [JPUSH_PKGNAME: applicationId, JPUSH_APPKEY: "0123abc"]
          }
        }`,
      'android/build.gradle': 'buildscript { ext { minSdkVersion = 24\n targetSdkVersion = "34" } }',
    }),
  );
  expect(manifest).toMatchObject({
    package: 'com.example.app',
    applicationClass: 'com.example.code.App',
    versionCode: '42',
    versionName: '4.2 // beta',
    minSdk: 24,
    targetSdk: 34,
    components: [{ name: 'com.example.code.P', authorities: ['com.example.app.p'] }],
    metaData: [
      { name: 'JPUSH_APPKEY', value: '0123abc' },
      { name: 'OTHER', value: placeholder('OTHER') },
    ],
  });
});

test('reads Kotlin scripts, version catalogues and codenames', () => {
  const { manifest } = extractManifest(
    buildOf('folder', {
      'app/src/main/AndroidManifest.xml': xml('<application/>', 'package="old"'),
      'app/build.gradle.kts': `android {
        namespace = "com.example"
        defaultConfig {
          applicationId = "com.example.kts"
          minSdk = libs.versions.android.minSdk.get().toInt()
          targetSdk = 35
          versionCode = 7
          versionName = "7.0"
          manifestPlaceholders["KEY"] = "value"
        }
      }`,
      'gradle/libs.versions.toml': '[versions]\nandroid-minSdk = "26"\n',
    }),
  );
  expect(manifest).toMatchObject({ package: 'com.example.kts', minSdk: 26, targetSdk: 35, versionCode: '7' });
  const preview = xml(
    '<uses-sdk android:minSdkVersion="UpsideDownCake" android:targetSdkVersion="Baklava"/>',
    'package="p"',
  );
  expect(extractManifest(buildOf('folder', { 'AndroidManifest.xml': preview })).manifest).toMatchObject({
    minSdk: 34,
    targetSdk: 36,
  });
});

test('completes class names, and knows what is exported by default', () => {
  const body = (targetSdk: number): string =>
    xml(
      `<uses-sdk android:targetSdkVersion="${targetSdk}"/><application android:process=":app">
      <activity android:name="Short"/><activity android:name=".Dot"/><activity android:name="x.Full"/>
      <activity-alias android:name=".A" android:targetActivity="Short"/>
      <service android:name=".S" android:exported="false" android:process=":s">${LAUNCHER}</service>
      <provider android:name=".P" android:authorities="a; b ;"/></application>`,
      'package="p.q"',
    );
  const components = (targetSdk: number) =>
    extractManifest(buildOf('folder', { 'AndroidManifest.xml': body(targetSdk) })).manifest?.components ?? [];
  expect(components(17).map(({ name, exported, process }) => [name, exported, process])).toEqual([
    ['p.q.Short', false, ':app'],
    ['p.q.Dot', false, ':app'],
    ['x.Full', false, ':app'],
    ['p.q.A', false, ':app'],
    ['p.q.S', false, ':s'],
    ['p.q.P', false, ':app'],
  ]);
  expect(components(17)[3]?.target).toBe('p.q.Short');
  expect(components(17)[5]?.authorities).toEqual(['a', 'b']);
  expect(components(16)[5]?.exported).toBe(true);
});

test('joins a permission requested twice to the wider of the two', () => {
  const twice = xml(
    '<uses-permission android:name="p" android:maxSdkVersion="28"/><uses-permission android:name="p" android:maxSdkVersion="30"/>' +
      '<uses-permission android:name="q" android:maxSdkVersion="28"/><uses-permission-sdk-23 android:name="q"/>',
    'package="x"',
  );
  const { manifest, facts } = extractManifest(buildOf('folder', { 'AndroidManifest.xml': twice }));
  expect(manifest?.permissions.map(({ name, maxSdkVersion }) => [name, maxSdkVersion])).toEqual([
    ['p', 30],
    ['q', null],
  ]);
  expect(facts.map(({ value, args }) => [value, args])).toEqual([
    ['p', ['maxSdkVersion=30']],
    ['q', undefined],
  ]);
});

test('what the app removes with tools:node, libraries do not bring back', () => {
  const { manifest, facts } = extractManifest(
    buildOf('folder', {
      'app/src/main/AndroidManifest.xml': xml(
        '<uses-permission android:name="p.OFF" tools:node="remove"/><application><service android:name="lib.S" tools:node="remove"/></application>',
        'package="app"',
      ),
      'lib/src/main/AndroidManifest.xml': xml(
        '<uses-permission android:name="p.OFF"/><uses-permission android:name="p.ON"/><application><service android:name=".S"/></application>',
        'package="lib"',
      ),
    }),
  );
  expect(manifest?.permissions.map(({ name }) => name)).toEqual(['p.ON']);
  expect(manifest?.components).toEqual([]);
  expect(facts.map(({ value }) => value)).toEqual(['p.ON']);
});

test('heeds the first application only', () => {
  const two = xml(
    '<application android:label="one"><service android:name=".A"/></application><application android:label="two"><service android:name=".B"/></application>',
    'package="p"',
  );
  const { manifest } = extractManifest(buildOf('folder', { 'AndroidManifest.xml': two }));
  expect([manifest?.label, manifest?.components.map(({ name }) => name)]).toEqual(['one', ['p.A']]);
});

test('a source manifest that is not well-formed is a material gap', () => {
  const { manifest, gaps } = extractManifest(
    buildOf('folder', { 'app/src/main/AndroidManifest.xml': '<manifest><a></manifest>' }),
  );
  expect(manifest).toBeNull();
  expect(gaps).toMatchObject([{ code: 'corrupt', material: true, detail: expect.stringContaining('line 1') }]);
});

test('an unpacked APK in a folder is read as binary XML', () => {
  const { manifest } = extractManifest(buildOf('folder', fixtureFiles('aapt-utf16', 'unpacked/')));
  expect(manifest).toMatchObject({ file: 'unpacked/AndroidManifest.xml', label: "Fixture App & Co's" });
});
