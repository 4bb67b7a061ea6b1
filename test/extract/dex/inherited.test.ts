import { expect, test } from 'vitest';
import { compileDexWatch, extractDex } from '../../../analyzers/extract/dex/extract-dex.ts';
import { catalogueWith } from '../../empty-catalogue.ts';
import { type BuiltClass, buildDex } from '../../formats/dex/dex-builder.ts';

const catalogue = catalogueWith({
  androidApis: {
    'java.net.InetAddress': { '<init>': { kind: 'method', data: [] }, getHostName: { kind: 'method', data: [] } },
    'android.app.Watcher': { getRoot: { kind: 'method', data: [] } },
    'sdk.Known': { getOwn: { kind: 'method', data: [] } },
  },
  classHierarchy: { 'java.net.Inet4Address': ['java.net.InetAddress'], 'java.net.InetAddress': ['java.lang.Object'] },
});

/** `class.method value` for what one method of a class `La/Caller;` finds that calls these. */
function found(classes: BuiltClass[], calls: [owner: string, name: string][]): string[] {
  const caller: BuiltClass = {
    name: 'La/Caller;',
    methods: [
      {
        name: 'call',
        code: (ids) => [...calls.flatMap(([owner, name]) => [0x0071, ids.method(owner, name), 0]), 0x000e],
      },
    ],
  };
  const { facts, gaps } = extractDex(
    'a.dex',
    buildDex([...classes, caller], { references: calls }),
    compileDexWatch(catalogue),
  );
  expect(gaps).toEqual([]);
  return facts.map(({ value, at }) => `${at.offset} ${value}`);
}

test('a member is called by the names of classes that inherit it, of the platform and of the build', () => {
  const classes = [
    { name: 'La/Base;', superclass: 'Landroid/app/Watcher;', methods: [] },
    { name: 'La/Sub;', superclass: 'La/Base;', methods: [] },
    { name: 'La/Address;', superclass: 'Ljava/net/Inet4Address;', methods: [] },
  ];
  expect(
    found(classes, [
      ['La/Sub;', 'getRoot'],
      ['La/Base;', 'getRoot'],
      ['Ljava/net/Inet4Address;', 'getHostName'],
      ['La/Address;', 'getHostName'],
      ['La/Address;', 'getRoot'],
    ]),
  ).toEqual([
    '0 android.app.Watcher.getRoot',
    '3 android.app.Watcher.getRoot',
    '6 java.net.InetAddress.getHostName',
    '9 java.net.InetAddress.getHostName',
  ]);
});

test('a class that has the method itself, or constructors, does not inherit them', () => {
  const own = { name: 'getRoot', code: () => [0x000e] };
  const classes = [
    { name: 'La/Base;', superclass: 'Landroid/app/Watcher;', methods: [own] },
    { name: 'La/Sub;', superclass: 'La/Base;', methods: [] },
    { name: 'La/Address;', superclass: 'Ljava/net/InetAddress;', methods: [] },
  ];
  expect(
    found(classes, [
      ['La/Sub;', 'getRoot'],
      ['La/Address;', '<init>'],
    ]),
  ).toEqual([]);
});

test('classes above themselves inherit nothing', () => {
  const classes = [
    { name: 'La/A;', superclass: 'La/B;', methods: [] },
    { name: 'La/B;', superclass: 'La/A;', methods: [] },
  ];
  const { facts } = extractDex(
    'a.dex',
    buildDex(
      [
        ...classes,
        { name: 'La/C;', methods: [{ name: 'c', code: (ids) => [0x0071, ids.method('La/A;', 'getRoot'), 0, 0x000e] }] },
      ],
      { references: [['La/A;', 'getRoot']] },
    ),
    compileDexWatch(catalogue),
  );
  expect(facts.filter(({ kind }) => kind === 'call')).toEqual([]);
});

test('a watched class of the build has what it inherits from other watched classes', () => {
  const classes = [
    { name: 'La/Base;', superclass: 'Landroid/app/Watcher;', methods: [] },
    { name: 'Lsdk/Known;', superclass: 'La/Base;', methods: [] },
    { name: 'La/Mine;', superclass: 'Lsdk/Known;', methods: [] },
  ];
  expect(
    found(classes, [
      ['Lsdk/Known;', 'getOwn'],
      ['Lsdk/Known;', 'getRoot'],
      ['Lsdk/Known;', 'getOther'],
      ['La/Mine;', 'getRoot'],
    ]),
  ).toEqual(['0 sdk.Known.getOwn', '3 android.app.Watcher.getRoot', '9 android.app.Watcher.getRoot']);
  const own = { name: 'getRoot', code: () => [0x000e] };
  const overriding = [{ name: 'Lsdk/Known;', superclass: 'Landroid/app/Watcher;', methods: [own] }];
  expect(found(overriding, [['Lsdk/Known;', 'getRoot']])).toEqual([]);
});
