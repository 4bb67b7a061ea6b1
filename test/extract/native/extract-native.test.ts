import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileCatalogue } from '../../../analyzers/catalogue/compile.ts';
import { compileNativeWatch, extractNative } from '../../../analyzers/extract/native/extract-native.ts';
import { classOfNative } from '../../../analyzers/extract/native/jni-exports.ts';
import { nativeLibraries } from '../../../analyzers/extract/native/native-libraries.ts';
import { writeElf } from '../../formats/elf/elf-writer.ts';
import { readSignatureFiles } from '../../signatures/signature-files.ts';

const watch = compileNativeWatch(compileCatalogue(readSignatureFiles()));
const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}`, import.meta.url));

function factsOf(file: string, bytes: Uint8Array): string[] {
  return extractNative(file, bytes, watch).facts.map(({ kind, value, args = [] }) => [kind, value, ...args].join(' '));
}

const PROBE = [
  'call __system_property_get ro.serialno',
  'call android.telephony.TelephonyManager.getDeviceId',
  'call fopen /proc/net/arp',
  'call getifaddrs',
  'call ioctl',
  'library libprobe.so jni=com.example.probe.Device_Info jni=com.example.probe.Network',
  'string content://sms/inbox',
];

test.each(['libprobe.so', 'libprobe32.so'])('what %s imports, with the strings that tell', (name) => {
  expect(factsOf('lib/x86/libprobe.so', fixture(name)).sort()).toEqual(PROBE);
});

test('a string stands at its offset', () => {
  const bytes = fixture('libprobe.so');
  const facts = extractNative('lib/x86_64/libprobe.so', bytes, watch).facts;
  const serial = facts.find(({ args }) => args?.includes('ro.serialno'));
  const at = serial?.at.offset ?? -1;
  expect(Buffer.from(bytes.subarray(at, at + 12)).toString()).toBe('ro.serialno\0');
});

test('strings without the import that takes them, and members without their class, are no facts', () => {
  expect(factsOf('lib/x86_64/libplain.so', fixture('libplain.so'))).toEqual(['library libplain.so']);
});

test('the packages and channels that a Dart snapshot names', () => {
  expect(factsOf('lib/x86_64/libapp.so', fixture('libapp.so'))).toEqual([
    'library libapp.so',
    'module package:geolocator',
    'module plugins.flutter.io/location',
  ]);
});

test('the version of the Flutter engine, which only its own library is asked for', () => {
  expect(factsOf('lib/x86_64/libflutter.so', fixture('libflutter.so'))).toEqual([
    'library libflutter.so version=1.2.2',
  ]);
  expect(factsOf('lib/x86_64/libother.so', fixture('libflutter.so'))).toEqual(['library libother.so']);
});

test.each([
  ['a text file', Buffer.from('no library'), 'unsupported', 'is no ELF file'],
  ['a cut-off library', fixture('libprobe.so').slice(0, 50), 'corrupt', 'read past the end of the file at offset 0x36'],
])('%s keeps its name and leaves a gap that is not material', (_, bytes, code, detail) => {
  const file = 'lib/x86_64/libx.so';
  expect(extractNative(file, bytes, watch)).toEqual({
    facts: [{ kind: 'library', value: 'libx.so', at: { file } }],
    gaps: [{ stage: 'native', file, code, detail, material: false }],
    embedded: [],
    jniNames: null,
  });
});

test('big-endian libraries and strings at the very end are read', () => {
  const bytes = writeElf({ bigEndian: true, imports: ['__system_property_get'], constants: 'x\0ro.serialno\0' });
  expect(factsOf('lib/mips/liba.so', bytes)).toContain('call __system_property_get ro.serialno');
});

test.each([
  ['Java_com_example_Scanner_open', 'com.example.Scanner'],
  ['Java_com_example_Scanner_open__Ljava_lang_String_2I', 'com.example.Scanner'],
  ['Java_com_my_1app_Outer_00024Inner_read', 'com.my_app.Outer$Inner'],
  ['Java_open', null],
  ['Java_', null],
  ['Java__open', null],
])('%s is of %s', (symbol, name) => {
  expect(classOfNative(symbol)).toBe(name);
});

test('of a library for several ABIs one is read, 64-bit ARM first', () => {
  const files = [
    'base.apk!lib/x86/libb.so',
    'lib/arm64-v8a/liba.so',
    'lib/armeabi-v7a/liba.so',
    'assets/libc.so',
    'feature/lib/x86_64/libd.so',
  ].map((path) => ({ path, size: 1, read: () => new Uint8Array(1) }));
  const { files: chosen, gaps } = nativeLibraries({ name: 'a.apk', kind: 'apk', sha256: '', size: 1, files, gaps: [] });
  expect(chosen.map(({ path }) => path)).toEqual([
    'base.apk!lib/x86/libb.so',
    'feature/lib/x86_64/libd.so',
    'lib/arm64-v8a/liba.so',
  ]);
  expect(gaps.map(({ material, detail }) => [material, detail.slice(0, 18)])).toEqual([[false, '3 native libraries']]);
});

test('whatever bytes change, the library keeps its name and nothing throws', () => {
  const original = fixture('libprobe32.so');
  const change = fc.record({ at: fc.nat(original.length - 1), value: fc.nat(255) });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 10 }), (changes) => {
      const bytes = original.slice();
      for (const { at, value } of changes) bytes[at] = value;
      const { facts } = extractNative('lib/x86/libprobe.so', bytes, watch);
      expect(facts.filter(({ kind }) => kind === 'library').map(({ value }) => value)).toContain('libprobe.so');
    }),
    { numRuns: 500, examples: [[[{ at: 34, value: 185 }]]] },
  );
});
