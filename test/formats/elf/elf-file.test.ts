import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ElfError } from '../../../analyzers/formats/elf/elf-error.ts';
import { type ElfFile, readElf } from '../../../analyzers/formats/elf/elf-file.ts';
import { writeElf } from './elf-writer.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../extract/native/fixtures/${name}`, import.meta.url));

function symbolsOf({ symbols }: ElfFile): string[] {
  return Array.from({ length: symbols.count }, (_, index) => index)
    .slice(1)
    .map((index) => `${symbols.isImport(index) ? 'import' : 'export'} ${symbols.name(index)}`);
}

const PROBE = [
  'import __system_property_get',
  'import fopen',
  'import getifaddrs',
  'import ioctl',
  'import puts',
  'export Java_com_example_probe_Device_1Info_serial__I',
  'export Java_com_example_probe_Network_addresses',
  'export deviceId',
];

test.each([
  ['libprobe.so', 64, 62],
  ['libprobe32.so', 32, 3],
])('the symbols of %s, as readelf lists them', (name, bits, machine) => {
  const elf = readElf(fixture(name));
  expect([elf.bits, elf.machine, elf.bigEndian, elf.soname]).toEqual([bits, machine, false, 'libprobe.so']);
  expect(symbolsOf(elf).sort()).toEqual([...PROBE].sort());
});

const parts = {
  needed: ['libc.so', 'libm.so'],
  soname: 'libx.so',
  imports: ['getifaddrs', 'puts'],
  exports: ['JNI_OnLoad', 'Java_a_B_c'],
};

test.each([
  [32, false, 'sysv'],
  [32, true, 'gnu'],
  [64, false, 'gnu'],
  [64, true, 'sysv'],
  [64, false, 'none'],
] as const)('%i bits, big endian %s, hash table %s', (bits, bigEndian, hash) => {
  const bytes = writeElf({ ...parts, bits, bigEndian, hash });
  const elf = readElf(bytes);
  expect({ ...elf, loaded: elf.loaded.length, symbols: symbolsOf(elf) }).toEqual({
    bits,
    bigEndian,
    machine: bits === 64 ? 183 : 40,
    loaded: 1,
    sectionStarts: [],
    sectionCount: 0,
    end: bytes.length,
    soname: 'libx.so',
    needed: ['libc.so', 'libm.so'],
    symbols: ['import getifaddrs', 'import puts', 'export JNI_OnLoad', 'export Java_a_B_c'],
  });
});

test('section headers that lie outside the file are no hindrance', () => {
  const elf = readElf(writeElf({ ...parts, sectionHeaders: { offset: 0xffffff, count: 60_000 } }));
  expect(symbolsOf(elf)).toHaveLength(4);
});

test('the file ends where its last segment, section or section header ends', () => {
  for (const name of ['libprobe.so', 'libprobe32.so', 'libflutter.so']) {
    const bytes = fixture(name);
    expect(readElf(Buffer.concat([bytes, Buffer.alloc(999)])).end).toBe(bytes.length);
  }
});

test('constants apart from the code are told from it', () => {
  expect(readElf(fixture('libprobe.so')).loaded.map(({ as }) => as)).toEqual([
    'constants',
    'code',
    'constants',
    'data',
  ]);
  expect(readElf(fixture('libprobe32.so')).loaded.map(({ as }) => as)).toEqual(['code', 'data']);
});

test.each([
  ['no magic', Uint8Array.of(1, 2, 3, 4), 'not an ELF file at offset 0x0'],
  ['a magic alone', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46), 'truncated identification at offset 0x0'],
  ['a header cut off', fixture('libprobe.so').slice(0, 40), 'read past the end of the file at offset 0x36'],
  ['program headers cut off', fixture('libprobe.so').slice(0, 100), 'read past the end of the file at offset 0x64'],
])('%s', (_, bytes, message) => {
  expect(() => readElf(bytes)).toThrow(message);
});

test('any change of bytes gives a file or an ElfError, and symbols that can be listed', () => {
  const originals = [fixture('libprobe32.so'), writeElf(parts), writeElf({ ...parts, bits: 32, hash: 'gnu' })];
  const change = fc.record({ at: fc.nat(1500), value: fc.nat(255) });
  fc.assert(
    fc.property(
      fc.constantFrom(...originals),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      fc.nat(),
      (original, changes, cut) => {
        const bytes = original.slice(0, cut % 5 === 0 ? cut % original.length : original.length);
        for (const { at, value } of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
        let elf: ElfFile;
        try {
          elf = readElf(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(ElfError);
          return;
        }
        for (const { start, end } of elf.loaded) expect(0 <= start && start <= end && end <= bytes.length).toBe(true);
        for (const name of symbolsOf(elf)) expect(name.length).toBeLessThanOrEqual(4096 + 7);
      },
    ),
    { numRuns: 3000 },
  );
});
