import { expect, test } from 'vitest';
import { extractManifest } from '../../../analyzers/extract/manifest/extract-manifest.ts';
import { join } from '../../formats/axml-writer.ts';
import { bytes, message, number } from '../../formats/protobuf-writer.ts';
import { buildOf, fixtureFiles } from './builds.ts';

const ANDROID = 'http://schemas.android.com/apk/res/android';

type Attribute = [name: string, value: string, id?: number];

/** An XmlNode message of aapt2 with one element. */
function element(name: string, attributes: Attribute[], ...children: Uint8Array[]): Uint8Array {
  const fields = attributes.map(([key, value, id]) =>
    message(
      4,
      ...(id === undefined ? [] : [bytes(1, ANDROID)]),
      bytes(2, key),
      bytes(3, value),
      ...(id === undefined ? [] : [number(5, id)]),
    ),
  );
  return message(1, bytes(3, name), ...fields, ...children.map((child) => bytes(5, child)));
}

const NAME = 0x01010003;
const permission = (name: string): Uint8Array => element('uses-permission', [['name', name, NAME]]);

test('merges the modules of an app bundle into its base', () => {
  const { manifest, facts, gaps } = extractManifest(
    buildOf('aab', {
      'feature/manifest/AndroidManifest.xml': element(
        'manifest',
        [
          ['package', 'a.b'],
          ['split', 'feature'],
        ],
        permission('p.ONE'),
        permission('p.TWO'),
        element('uses-feature', [['name', 'f', NAME]]),
        element(
          'application',
          [],
          element('service', [['name', '.Extra', NAME]]),
          element('meta-data', [
            ['name', 'k', NAME],
            ['value', 'v', 0x01010024],
          ]),
        ),
      ),
      'base/manifest/AndroidManifest.xml': element(
        'manifest',
        [
          ['package', 'a.b'],
          ['versionCode', '3', 0x0101021b],
        ],
        permission('p.ONE'),
        element('uses-feature', [
          ['name', 'f', NAME],
          ['required', 'false', 0x0101028e],
        ]),
        element('application', [['label', 'App', 0x01010001]], element('activity', [['name', '.Main', NAME]])),
      ),
      'base/assets/manifest/AndroidManifest.xml': permission('not.a.manifest'),
    }),
  );
  expect(gaps).toEqual([]);
  expect(manifest).toMatchObject({
    file: 'base/manifest/AndroidManifest.xml',
    package: 'a.b',
    versionCode: '3',
    label: 'App',
    permissions: [{ name: 'p.ONE' }, { name: 'p.TWO' }],
    components: [{ name: 'a.b.Main' }, { name: 'a.b.Extra' }],
    features: [{ name: 'f', required: true }],
    metaData: [{ name: 'k', value: 'v', component: null }],
  });
  const file = 'feature/manifest/AndroidManifest.xml';
  expect(facts).toContainEqual({ kind: 'component', value: 'a.b.Extra', args: ['service'], at: { file } });
  expect(facts).toContainEqual({ kind: 'setting', value: 'k', args: ['v'], at: { file } });
});

test.each(['apks', 'xapk', 'apkm'] as const)(
  'finds the base among the APKs of an %s by its missing split name',
  (kind) => {
    const text = (split: string, body: string): string =>
      `<manifest xmlns:android="${ANDROID}" package="a.b" ${split}>${body}</manifest>`;
    const { manifest, gaps } = extractManifest(
      buildOf(kind, {
        ...fixtureFiles('aapt-utf8', 'org.example.sample.apk!'),
        'config.zh.apk!AndroidManifest.xml': text('split="config.zh"', ''),
        'aaa.apk!AndroidManifest.xml': text(
          'split="aaa"',
          '<application><service android:name=".InSplit"/></application>',
        ),
        'aaa.apk!assets/inner.apk!AndroidManifest.xml': text(
          '',
          '<application><service android:name=".Inner"/></application>',
        ),
      }),
    );
    expect(gaps).toEqual([]);
    expect(manifest?.file).toBe('org.example.sample.apk!AndroidManifest.xml');
    expect(manifest?.label).toBe("Fixture App & Co's");
    expect(manifest?.components.map(({ name }) => name)).toContain('a.b.InSplit');
    expect(manifest?.components.map(({ name }) => name)).not.toContain('a.b.Inner');
  },
);

test('an APK inside an APK is not installed with it', () => {
  const files = { ...fixtureFiles('aapt-utf8'), ...fixtureFiles('aapt-utf8', 'assets/plugin.apk!') };
  const { manifest, facts } = extractManifest(buildOf('apk', files));
  expect(manifest?.file).toBe('AndroidManifest.xml');
  expect(new Set(facts.map(({ at }) => at.file))).toEqual(new Set(['AndroidManifest.xml']));
});

test('a broken split is a gap beside what the base says', () => {
  const { manifest, gaps } = extractManifest(
    buildOf('apks', {
      ...fixtureFiles('aapt-utf8', 'base.apk!'),
      'split.apk!AndroidManifest.xml': join(new Uint8Array(100)),
    }),
  );
  expect(manifest?.permissions).toHaveLength(5);
  expect(gaps).toMatchObject([{ file: 'split.apk!AndroidManifest.xml', code: 'corrupt', material: true }]);
});

test('of two manifests with the same name both are read', () => {
  const { manifest, gaps } = extractManifest(
    buildOf('apk', {
      ...fixtureFiles('aapt-utf8'),
      'AndroidManifest#2.xml': `<manifest xmlns:android="${ANDROID}" package="z"><uses-permission android:name="p.HIDDEN"/></manifest>`,
    }),
  );
  expect(gaps).toEqual([]);
  expect(manifest?.file).toBe('AndroidManifest.xml');
  expect(manifest?.label).toBe("Fixture App & Co's");
  expect(manifest?.permissions.at(-1)).toEqual({ name: 'p.HIDDEN', maxSdkVersion: null, line: 1 });
});
