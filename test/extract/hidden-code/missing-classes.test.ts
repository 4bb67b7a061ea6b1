import { expect, test } from 'vitest';
import { markAbsent, missingCode } from '../../../analyzers/extract/hidden-code/missing-classes.ts';
import type { Build } from '../../../analyzers/model/build.ts';
import { ClassNames, classHash } from '../../../analyzers/model/class-names.ts';
import { ABSENT_CLASS, type Fact } from '../../../analyzers/model/fact.ts';
import type { ManifestComponent } from '../../../analyzers/model/manifest.ts';
import { manifestOf } from '../../signature-entries.ts';

const build = (kind: Build['kind']): Build => ({ name: 'a', kind, sha256: '', size: 1, files: [], gaps: [] });

function namesOf(names: string[]): ClassNames {
  const hashes = names.map((name) => classHash(Buffer.from(`L${name.replaceAll('.', '/')};\0more`), 0));
  return new ClassNames([Uint32Array.from(hashes)]);
}

const component = (name: string, parts: Partial<ManifestComponent> = {}): ManifestComponent => ({
  type: 'activity',
  name,
  exported: false,
  process: null,
  permission: null,
  authorities: [],
  intentFilters: [],
  target: null,
  ...parts,
});
const launcher = [{ actions: ['android.intent.action.MAIN'], categories: ['android.intent.category.LAUNCHER'] }];
const many = (count: number, prefix: string) => Array.from({ length: count }, (_, i) => component(`${prefix}${i}`));

const detailOf = (kind: Build['kind'], manifest: Parameters<typeof manifestOf>[0], defined: string[]) =>
  missingCode(build(kind), manifestOf(manifest), namesOf(defined)).map(({ detail, material }) => [detail, material]);

test('the application class', () => {
  const manifest = { applicationClass: 'com.a.App' };
  expect(detailOf('apk', manifest, ['com.a.Main'])).toEqual([
    ['the application class com.a.App is in no DEX file', true],
  ]);
  expect(detailOf('apk', manifest, ['com.a.App'])).toEqual([]);
  expect(detailOf('apk', { applicationClass: 'android.app.Application' }, [])).toEqual([]);
  expect(detailOf('apk', { applicationClass: 'android.support.multidex.MultiDexApplication' }, [])).toHaveLength(1);
});

test('the launcher activity, and the one behind an alias', () => {
  const alias = component('com.a.Icon', { type: 'activity-alias', target: 'com.a.Main', intentFilters: launcher });
  const main = component('com.a.Main', { intentFilters: launcher });
  const missing = [['the launcher activity com.a.Main is in no DEX file', true]];
  expect(detailOf('apk', { components: [alias] }, ['com.a.Main'])).toEqual([]);
  expect(detailOf('apk', { components: [alias] }, ['com.a.Icon'])).toEqual(missing);
  expect(detailOf('apk', { components: [main] }, [])).toEqual(missing);
  const other = component('com.a.Other', { intentFilters: launcher });
  expect(detailOf('apk', { components: [main, other] }, ['com.a.Other'])).toEqual([]);
});

test('a game that is all native names a class of the system', () => {
  const components = [component('android.app.NativeActivity', { intentFilters: launcher })];
  expect(detailOf('apk', { components }, [])).toEqual([]);
});

test('most components, but not the few that a shrinker took from libraries', () => {
  const components = [...many(5, 'com.a.Gone'), ...many(4, 'com.a.Here')];
  const here = Array.from({ length: 4 }, (_, i) => `com.a.Here${i}`);
  expect(detailOf('apk', { components }, here)).toEqual([
    ['5 of 9 components are in no DEX file, com.a.Gone0 among them', true],
  ]);
  expect(detailOf('apk', { components: components.slice(1) }, here)).toEqual([]);
  expect(detailOf('apk', { components: many(3, 'com.a.Gone') }, [])).toEqual([]);
});

test('sources and bare code have no classes to miss', () => {
  for (const kind of ['folder', 'dex', 'js-bundle', 'hermes'] as const) {
    expect(detailOf(kind, { applicationClass: 'com.a.App' }, [])).toEqual([]);
  }
  expect(missingCode(build('apk'), null, namesOf([]))).toEqual([]);
});

test('components without a class are marked as such, those behind an alias by what the alias names', () => {
  const alias = component('com.a.Icon', { type: 'activity-alias', target: 'com.a.Main' });
  const facts: Fact[] = ['com.a.Icon', 'com.a.Main', 'com.b.Left'].map((value) => ({
    kind: 'component',
    value,
    args: ['activity'],
    at: { file: 'AndroidManifest.xml' },
  }));
  const manifest = manifestOf({ components: [alias, component('com.a.Main'), component('com.b.Left')] });
  const marked = (...defined: string[]) =>
    markAbsent(facts, manifest, namesOf(defined)).map(({ args }) => args?.at(-1));
  expect(marked('com.a.Main')).toEqual(['activity', 'activity', ABSENT_CLASS]);
  expect(marked('com.b.Left')).toEqual([ABSENT_CLASS, ABSENT_CLASS, 'activity']);
  expect(marked()).toEqual(['activity', 'activity', 'activity']);
});
