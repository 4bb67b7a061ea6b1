import { expect, test } from 'vitest';
import { compileCatalogue } from '../../analyzers/catalogue/compile.ts';

const dataType = (zh: string, en: string): Record<string, unknown> => ({
  zh,
  en,
  parent: null,
  kind: 'leaf',
  sensitivity: 'high',
  phrases: { zh: [zh], en: [en] },
  standards: { gbt35273: null, play: null, apple: null },
  references: ['a standard'],
  examples: { hit: [], miss: [] },
});

const filesOf = (entries: Record<string, unknown>): Map<string, string> =>
  new Map(Object.entries(entries).map(([path, value]) => [path, JSON.stringify(value)]));

test('the catalogue holds the entries by id, without references and examples', () => {
  const catalogue = compileCatalogue(filesOf({ 'data-types/imei.json': dataType('设备识别码', 'IMEI') }));
  expect(catalogue.dataTypes).toEqual({
    imei: {
      zh: '设备识别码',
      en: 'IMEI',
      parent: null,
      kind: 'leaf',
      sensitivity: 'high',
      phrases: { zh: ['设备识别码'], en: ['IMEI'] },
      standards: { gbt35273: null, play: null, apple: null },
    },
  });
});

test('scripts keep the framework and the scoped module in their id', () => {
  const catalogue = compileCatalogue(
    filesOf({
      'apis/script/react-native/@react-native-clipboard/clipboard.json': {
        aliases: [],
        reach: 'module',
        exports: ['default'],
        nativeModules: ['RNCClipboard'],
        members: { getString: { use: 'call', data: ['clipboard'] } },
        references: ['@react-native-clipboard/clipboard'],
        examples: { hit: [], miss: [] },
      },
    }),
  );
  expect(Object.keys(catalogue.scriptApis)).toEqual(['react-native/@react-native-clipboard/clipboard']);
});

test('ids are sorted whatever the order of the files, and the digest is the same', () => {
  const entries = {
    'data-types/mac-bssid.json': dataType('乙', 'b'),
    'data-types/mac.json': dataType('甲', 'a'),
    'data-types/wifi.json': dataType('丙', 'c'),
  };
  const forwards = compileCatalogue(filesOf(entries));
  const backwards = compileCatalogue(new Map([...filesOf(entries)].reverse()));
  expect(Object.keys(forwards.dataTypes)).toEqual(['mac', 'mac-bssid', 'wifi']);
  expect(JSON.stringify(backwards)).toBe(JSON.stringify(forwards));
  expect(forwards.digest).toMatch(/^[0-9a-f]{64}$/);
});

test('the digest changes with any text, reference or example', () => {
  const before = compileCatalogue(filesOf({ 'data-types/a.json': dataType('甲', 'a') }));
  const after = compileCatalogue(
    filesOf({ 'data-types/a.json': { ...dataType('甲', 'a'), references: ['another standard'] } }),
  );
  expect(after.digest).not.toBe(before.digest);
  expect(after.dataTypes).toEqual(before.dataTypes);
});

test.each<[string, string, string, RegExp]>([
  ['bad JSON', 'data-types/a.json', '{', /^signatures\/data-types\/a\.json: \$: not JSON/],
  [
    'an unknown field',
    'data-types/a.json',
    JSON.stringify({ ...dataType('甲', 'a'), colour: 'red' }),
    /^signatures\/data-types\/a\.json: \$\.colour: unknown field$/,
  ],
  [
    'a missing field',
    'data-types/a.json',
    JSON.stringify({ ...dataType('甲', 'a'), zh: undefined }),
    /data-types\/a\.json: \$\.zh: missing$/,
  ],
  [
    'a wrong type deep inside',
    'data-types/a.json',
    JSON.stringify({ ...dataType('甲', 'a'), phrases: { zh: [1], en: [] } }),
    /data-types\/a\.json: \$\.phrases\.zh\[0\]: expected text, found number$/,
  ],
  [
    'a value outside the list',
    'data-types/a.json',
    JSON.stringify({ ...dataType('甲', 'a'), sensitivity: 'extreme' }),
    /\$\.sensitivity: expected one of high, medium, low, found "extreme"$/,
  ],
  ['an unknown folder', 'datatypes/a.json', '{}', /^signatures\/datatypes\/a\.json: folder: no such kind/],
  ['another kind of file', 'sdks/readme.md', '', /^signatures\/sdks\/readme\.md: name: /],
  ['an unknown group of strings', 'apis/android-strings/colour.json', '{}', /colour\.json: name: expected one of/],
  ['a script without framework', 'apis/script/wx.json', '{}', /wx\.json: name: expected apis\/script/],
])('%s is one clear error that names the file', (_what, path, source, message) => {
  expect(() => compileCatalogue(new Map([[path, source]]))).toThrow(message);
});

test('a permission that two files describe is an error', () => {
  const permissions = {
    permissions: { 'android.permission.CAMERA': { level: 'dangerous', data: ['camera'], zh: '相机' } },
    references: ['Android API reference'],
    examples: { hit: [], miss: [] },
  };
  expect(() =>
    compileCatalogue(filesOf({ 'permissions/android.json': permissions, 'permissions/other.json': permissions })),
  ).toThrow(/^signatures\/permissions\/other\.json: .*CAMERA: stands in another file already$/);
});

test('it lists the permissions that some API needs by their full names', () => {
  const catalogue = compileCatalogue(
    filesOf({
      'apis/script/uni-app/uni.json': {
        aliases: [],
        reach: 'module',
        exports: ['default'],
        nativeModules: [],
        members: { getLocation: { use: 'call', data: ['location'], permissions: ['scope.userLocation', 'CAMERA'] } },
        references: ['uni.getLocation'],
        examples: { hit: [], miss: [] },
      },
    }),
  );
  expect(catalogue.neededPermissions).toEqual(['android.permission.CAMERA', 'scope.userLocation']);
});
