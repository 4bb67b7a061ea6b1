import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileDexWatch, extractDex } from '../../../../analyzers/extract/dex/extract-dex.ts';
import { type DexBytes, resolveValues } from '../../../../analyzers/extract/dex/values/resolve-values.ts';
import type { AndroidMember } from '../../../../analyzers/model/signatures.ts';
import { catalogueWith } from '../../../empty-catalogue.ts';

const method: AndroidMember = { kind: 'method', data: [] };
const reflection: AndroidMember = { ...method, argument: 'reflection' };

/** What the Java fixtures call. */
const CATALOGUE = catalogueWith({
  androidApis: {
    'android.content.ContentResolver': { query: { ...method, argument: 'content-uri' } },
    'android.net.wifi.WifiInfo': { getMacAddress: method },
    'android.os.Build': { SERIAL: { kind: 'field', data: [] } },
    'android.os.SystemProperties': { get: { ...method, argument: 'system-property' } },
    'android.provider.Settings$Secure': { getString: { ...method, argument: 'settings-key' } },
    'android.telephony.TelephonyManager': {
      getCellLocation: method,
      getDeviceId: method,
      getImei: method,
      getLine1Number: method,
      getMeid: method,
      getSimSerialNumber: method,
      getSubscriberId: method,
    },
    'java.io.File': { '<init>': { ...method, argument: 'file-path' } },
    'java.lang.Class': {
      forName: reflection,
      getDeclaredMethod: reflection,
      getField: reflection,
      getMethod: reflection,
    },
    'java.lang.ProcessBuilder': { '<init>': { ...method, argument: 'shell-command' } },
    'java.lang.Runtime': { exec: { ...method, argument: 'shell-command' } },
  },
  androidStrings: {
    'settings-key': {
      match: 'exact',
      alone: false,
      strings: {
        adb_enabled: { data: [] },
        android_id: { data: [] },
        bluetooth_name: { data: [] },
        default_input_method: { data: [] },
        mock_location: { data: [] },
      },
    },
    'system-property': { match: 'exact', alone: true, strings: { 'ro.serialno': { data: [] } } },
  },
});
const WATCH = compileDexWatch(CATALOGUE);

function read(name: string): DexBytes {
  return { file: name, bytes: new Uint8Array(readFileSync(new URL(name, import.meta.url))) };
}

const FILES = [read('first.dex'), read('second.dex')];

function resolve(files: readonly DexBytes[]) {
  return resolveValues(
    files,
    files.flatMap(({ file, bytes }) => extractDex(file, bytes, WATCH).facts),
    CATALOGUE,
  );
}

const { facts, reflected } = resolve(FILES);

/** Method of a fixture class -> its facts as `member(arguments)`; of settings only the key and what else it may be. */
function factsIn(name: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { at, kind, value, args = [] } of facts) {
    if (at.class !== `fixture.${name}` || kind === 'string') continue;
    const member = value.slice(value.lastIndexOf('.', value.length - 2) + 1);
    const shown = member === 'getString' ? args.slice(1).join(' | ') : `${member}(${args.join(', ')})`;
    const place = at.method?.replace(/\(.*/, '') ?? '';
    found[place] = [...(found[place] ?? []), shown];
  }
  return found;
}

test('puts strings together that one method makes', () => {
  expect(factsIn('Texts')).toEqual({
    built: ['android_id'],
    concatenated: ['android_id | bluetooth_name'],
    formatted: ['android_id'],
    joined: ['android_id'],
    cut: ['android_id'],
    replaced: ['android_id'],
    reversed: ['android_id'],
    fromBytes: ['android_id'],
    base64: ['android_id'],
    xored: ['android_id'],
    switched: ['volume | bluetooth_name | android_id'],
    caught: ['volume | android_id'],
    looped: ['android_id | android_id2'],
    unknown: ['?'],
    decided: ['volume'],
    parsed: ['query(content://sms, null, null, null, null)'],
    appended: ['query(content://sms/inbox, null, _id=?, null, null)'],
    builtUri: ['query(content://call_log/calls, null, null, null, null)'],
    beginning: ['query(content://sms/?, null, null, null, null)'],
    ownUri: ['query(content://com.example.notes/?, null, null, null, null)'],
    file: [
      '<init>(/sys/class/net, wlan0, /sys/class/net/wlan0)',
      '<init>(/sys/class/net/wlan0, address, /sys/class/net/wlan0/address)',
    ],
    files: ['<init>(/proc/cpuinfo)'],
    shell: ['exec(/system/bin/sh -c cat /proc/cpuinfo, cat /proc/cpuinfo)'],
    program: ['<init>(/system/bin/getprop ro.serialno, getprop ro.serialno)'],
    list: ['<init>(pm list packages)'],
    harmless: ['exec(ls -l)'],
  });
});

test('follows fields of classes and objects', () => {
  expect(factsIn('Fields')).toEqual({
    byInitialiser: ['android_id'],
    byArray: ['android_id'],
    assignedElsewhere: ['android_id'],
    byConstructor: ['android_id'],
    byConstructorsParameter: ['bluetooth_name'],
    throughObject: ['android_id'],
    throughMap: ['android_id'],
    neverAssigned: ['?'],
  });
});

test("runs the program's own decoders, and gives up on those that do not end", () => {
  expect(factsIn('Decoded')).toEqual({
    xored: ['android_id'],
    hex: ['android_id'],
    rotating: ['android_id'],
    endless: ['?'],
    recursive: ['?'],
  });
});

test('follows parameters to callers, through interfaces and into other files', () => {
  expect(factsIn('Wrappers')).toEqual({
    secure: ['bluetooth_name | adb_enabled | mock_location | default_input_method'],
    secure2: ['android_id'],
    load: ['android_id'],
    uncalled: ['?'],
    net: ['<init>(/sys/class/net/?)'],
    prefixed: ['android_id'],
  });
});

test('leaves unknown what only a file that is not there would tell', () => {
  const alone = resolve(FILES.slice(0, 1)).facts.find(
    ({ at }) => at.class === 'fixture.Wrappers' && /^secure\(/.test(at.method ?? ''),
  );
  expect(alone?.args).toEqual(['?', 'bluetooth_name', 'adb_enabled', 'mock_location']);
});

test('names the members that are used by reflection, where they are used', () => {
  expect(factsIn('Reflection')).toEqual({
    named: ['forName(android.telephony.TelephonyManager)', 'getMethod(getImei, ?)', 'getImei(reflection)'],
    decoded: [
      'forName(android.telephony.TelephonyManager)',
      'getDeclaredMethod(getDeviceId, ?)',
      'getDeviceId(reflection)',
    ],
    decodedName: ['getMethod(getDeviceId, ?)'],
    byType: ['getMethod(getSubscriberId, ?)', 'getSubscriberId(reflection)'],
    byService: ['getMethod(getSimSerialNumber, ?)', 'getSimSerialNumber(reflection)'],
    byConstant: ['getMethod(getDeviceId, ?)', 'getDeviceId(1, reflection)'],
    loaded: ['getField(SERIAL)', 'SERIAL(reflection)'],
    property: ['forName(android.os.SystemProperties)', 'getMethod(get, ?)', 'get(ro.serialno, unknown, reflection)'],
    call: ['getMethod(getLine1Number, ?)', 'getLine1Number(reflection)'],
    find: ['forName(android.net.wifi.WifiInfo)', 'getMethod(getMacAddress, ?)'],
    found: ['getMacAddress(reflection)'],
    lookedUp: ['getMethod(getMeid, ?)', 'getMeid(?, reflection)'],
    twice: [
      'getMethod(forName, ?)',
      'getMethod(getCellLocation, ?)',
      'forName(android.telephony.TelephonyManager, reflection)',
      'getCellLocation(reflection)',
    ],
    own: ['getMethod(fixture.Reflection$Own.getImei, ?)'],
    made: ['forName(fixture.Fields)'],
    make: ['forName(fixture.Texts)'],
    notRun: ['forName(fixture.Fields, false, ?)', 'getDeclaredMethod(fixture.Fields.prepare, ?)'],
    harmless: ['getMethod(length, ?)'],
  });
});

test('says which methods of the program reflection runs', () => {
  const name = ({ class: owner, method }: (typeof reflected)[number]['from']) => `${owner}.${method}`;
  const calls = reflected.flatMap((each) => ('to' in each ? [each] : []));
  expect(calls.map(({ from, to }) => `${name(from)}@${from.offset} -> ${to.file} ${name(to)}`)).toEqual([
    'fixture.Reflection.make(java.lang.String)@4 -> first.dex fixture.Texts.<init>()',
    'fixture.Reflection.made()@4 -> first.dex fixture.Fields.<clinit>()',
    'fixture.Reflection.made()@24 -> first.dex fixture.Fields.<init>(java.lang.String)',
    'fixture.Reflection.own(fixture.Reflection$Own)@15 -> first.dex fixture.Reflection$Own.getImei()',
  ]);
});

test('changes no place and no order of what the extraction found', () => {
  const extracted = FILES.flatMap(({ file, bytes }) => extractDex(file, bytes, WATCH).facts);
  const kept = facts.filter(({ args }) => args?.at(-1) !== 'reflection');
  expect(kept.map(({ kind, value, at }) => ({ kind, value, at }))).toEqual(
    extracted.map(({ kind, value, at }) => ({ kind, value, at })),
  );
});

test('makes a result of any mutation of the files', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 1, 0x28, 0x6e, 0x7f, 0x80, 0xff)), { minLength: 1, maxLength: 8 }),
      (changes) => {
        const [first, second] = FILES.map(({ bytes }) => Uint8Array.from(bytes)) as [Uint8Array, Uint8Array];
        for (const [at, value] of changes) first[0x70 + (at % (first.length - 0x70))] = value;
        const files = [
          { file: 'first.dex', bytes: first },
          { file: 'second.dex', bytes: second },
        ];
        const extracted = files.flatMap(({ file, bytes }) => extractDex(file, bytes, WATCH).facts);
        const resolved = resolveValues(files, extracted, CATALOGUE);
        expect(resolved.facts.length).toBeGreaterThanOrEqual(extracted.length);
        expect(resolveValues(files, extracted, CATALOGUE)).toEqual(resolved);
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);
