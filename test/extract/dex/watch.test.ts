import { expect, test } from 'vitest';
import { compileDexWatch, extractDex } from '../../../analyzers/extract/dex/extract-dex.ts';
import type { Catalogue } from '../../../analyzers/model/catalogue.ts';
import { catalogueWith } from '../../empty-catalogue.ts';
import { buildDex } from '../../formats/dex/dex-builder.ts';
import { sdk as entry } from '../../signature-entries.ts';
import { extractFixture } from './fixture-facts.ts';

const sdk = (...packages: string[]) => entry({ packages });
const packer = (...classes: string[]) => ({ classes }) as Catalogue['packers'][string];
const framework = (...packages: string[]) => ({ packages }) as Catalogue['frameworks'][string];

/** Class facts as `value first count`, and the packages, of a DEX that defines these classes. */
function census(names: string[], parts: Partial<Catalogue>) {
  const classes = names.map((name) => ({ name: `L${name.replaceAll('.', '/')};`, methods: [] }));
  const { facts, packages, classCount, gaps } = extractDex(
    'a.dex',
    buildDex(classes),
    compileDexWatch(catalogueWith(parts)),
  );
  expect(gaps).toEqual([]);
  expect(facts.every(({ kind, at, args }) => kind === 'class' && at.file === 'a.dex' && at.class === args?.[0])).toBe(
    true,
  );
  return { known: facts.map(({ value, args }) => [value, ...(args ?? [])].join(' ')), packages, classCount };
}

test('recognises SDKs at package borders, the most specific prefix first', () => {
  const { known } = census(
    ['com.umeng.Base', 'com.umeng.analytics.Agent', 'com.umeng.analytics.b.C', 'com.umengine.X', 'com.um.Y'],
    { sdks: { base: sdk('com.umeng'), analytics: sdk('com.umeng.analytics') } },
  );
  expect(known).toEqual(['com.umeng com.umeng.Base 1', 'com.umeng.analytics com.umeng.analytics.Agent 2']);
});

test('takes a class and its inner classes as a prefix too', () => {
  const { known } = census(['a.Sdk', 'a.Sdk$Inner', 'a.SdkOther'], { sdks: { sdk: sdk('a.Sdk') } });
  expect(known).toEqual(['a.Sdk a.Sdk 2']);
});

test('recognises frameworks by package and packers by exact class', () => {
  const { known } = census(['com.stub.StubApp', 'com.stub.StubApp2', 'io.flutter.App'], {
    frameworks: { flutter: framework('io.flutter') },
    packers: { qihoo: packer('com.stub.StubApp') },
  });
  expect(known).toEqual(['com.stub.StubApp com.stub.StubApp 1', 'io.flutter io.flutter.App 1']);
});

test('counts classes by package of at most three names', () => {
  const { packages, classCount } = census(['A', 'a.B', 'a.b.c.D', 'a.b.c.d.E', 'a.b.c.d.e.F', 'z.Z', '设.备.C'], {});
  expect(packages).toEqual([
    ['', 1],
    ['a', 1],
    ['a.b.c', 3],
    ['z', 1],
    ['设.备', 1],
  ]);
  expect(classCount).toBe(7);
});

test('limits a member to its descriptors and to its kind', () => {
  const { facts } = extractFixture(
    'invokes-035.dex',
    catalogueWith({
      androidApis: {
        'android.telephony.TelephonyManager': {
          getDeviceId: { kind: 'method', data: [], descriptors: ['(I)Ljava/lang/String;'] },
        },
        'android.os.Build': {
          SERIAL: { kind: 'method', data: [] },
          TIME: { kind: 'field', data: [], descriptors: ['I'] },
        },
      },
    }),
  );
  expect(facts.map(({ value, at }) => `${value}@${at.offset}`)).toEqual([
    'android.telephony.TelephonyManager.getDeviceId@5',
  ]);
});

const STRINGS: Catalogue['androidStrings'] = {
  'content-uri': { match: 'prefix', alone: true, strings: { 'content://sms': { data: [] } } },
  'shell-command': { match: 'exact', alone: true, strings: { su: { data: [] }, 设备: { data: [] } } },
};

test.each([false, true])('matches strings whole or by their beginning (string table reversed: %s)', (reversed) => {
  const strings = ['su', 'sum', 's', 'content://sms', 'content://sms/inbox', 'content://sm', '设备', '设备号'];
  const bytes = buildDex(
    [
      {
        name: 'La/A;',
        methods: [{ name: 'm', code: (ids) => [...strings.flatMap((text) => [0x001a, ids.string(text)]), 0x0e] }],
      },
    ],
    { strings, reversed },
  );
  const { facts } = extractDex('a.dex', bytes, compileDexWatch(catalogueWith({ androidStrings: STRINGS })));
  expect(facts.map(({ kind, value, at }) => [kind, value, at.method, at.offset])).toEqual([
    ['string', 'su', 'm()', 0],
    ['string', 'content://sms', 'm()', 6],
    ['string', 'content://sms/inbox', 'm()', 8],
    ['string', '设备', 'm()', 12],
  ]);
});
