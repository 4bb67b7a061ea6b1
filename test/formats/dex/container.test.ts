import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openDexContainer, readDexContainer } from '../../../analyzers/formats/dex/container.ts';
import { DexError } from '../../../analyzers/formats/dex/dex-error.ts';
import { buildContainer, buildDex } from './dex-builder.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const empty = (name: string) => [{ name, methods: [] }];
const classes = (bytes: Uint8Array) =>
  readDexContainer(bytes).files.map((dex) =>
    Array.from({ length: dex.classCount }, (_, i) => dex.typeDescriptor(dex.classType(i))),
  );

test.each([
  ['invokes-035.dex', 35, 'Lfixture/Invokes;'],
  ['invokes-037.dex', 37, 'Lfixture/Invokes;'],
  ['handles-038.dex', 38, 'Lfixture/Handles;'],
  ['handle-constants-039.dex', 39, 'Lfixture/HandleConstants;'],
])('opens %s', (name, version, className) => {
  const { files, broken } = readDexContainer(fixture(name));
  expect(files.map((dex) => dex.header.version)).toEqual([version]);
  expect(classes(fixture(name))).toEqual([[className]]);
  expect(broken).toBeNull();
});

test('opens every file of a 041 container, whose offsets count from its start', () => {
  const bytes = buildContainer([empty('La/First;'), empty('Lb/Second;'), empty('Lc/Third;')]);
  expect(classes(bytes)).toEqual([['La/First;'], ['Lb/Second;'], ['Lc/Third;']]);
  const { files } = readDexContainer(bytes);
  expect(files[1]?.header).toMatchObject({
    version: 41,
    offset: files[0]?.header.fileSize,
    containerSize: bytes.length,
  });
});

test('opens a second DEX behind the first, and none in other trailing bytes', () => {
  const first = buildDex(empty('La/First;'));
  const second = buildDex(empty('Lb/Second;'), { version: '040' });
  expect(classes(Buffer.concat([first, second]))).toEqual([['La/First;'], ['Lb/Second;']]);
  expect(classes(Buffer.concat([first, new Uint8Array(200).fill(7)]))).toEqual([['La/First;']]);
});

test('says what is wrong with a further file and keeps the first', () => {
  const { files, broken } = readDexContainer(
    Buffer.concat([buildDex(empty('La/First;')), buildDex([], { version: '099' })]),
  );
  expect(files).toHaveLength(1);
  expect(broken?.reason).toBe('unknown DEX version 099');
});

test('does not mind a wrong checksum, signature, endian tag, header size or file size', () => {
  const bytes = buildDex(empty('La/First;'));
  bytes.fill(0xff, 0x08, 0x2c);
  expect(classes(bytes)).toEqual([['La/First;']]);
});

test.each([
  ['no magic', 'PK\x03\x04', 'not a DEX file', false],
  ['nothing', '', 'not a DEX file', false],
  ['compact DEX', 'cdex001\0', 'compact DEX is not supported', true],
  ['a later version', 'dex\n042\0', 'unknown DEX version 042', true],
  ['an early version', 'dex\n013\0', 'unknown DEX version 013', true],
  ['no version', 'dex\nxyz\0', 'unreadable DEX version', false],
  ['a short header', 'dex\n035\0', 'truncated header', false],
])('refuses %s', (_, text, reason, unsupported) => {
  try {
    readDexContainer(new TextEncoder().encode(text));
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(DexError);
    expect(error).toMatchObject({ reason, unsupported });
  }
});

test('refuses the other byte order', () => {
  const bytes = buildDex(empty('La/First;'));
  bytes.set([0x12, 0x34, 0x56, 0x78], 0x28);
  expect(() => readDexContainer(bytes)).toThrow('big-endian');
});

test('cuts tables at the end of the file', () => {
  const bytes = buildDex(empty('La/First;'));
  bytes.set([0xff, 0xff, 0xff, 0xff], 0x58);
  const [dex] = readDexContainer(bytes).files;
  expect(dex?.truncatedTables).toEqual(['method_ids']);
  expect(dex?.methodCount).toBeLessThan(bytes.length / 8);
  expect(() => dex?.methodName(dex.methodCount)).toThrow(DexError);
});

test('gives the same files for the same bytes, unless strings are read up to another length', () => {
  const bytes = fixture('invokes-035.dex');
  const [file] = openDexContainer(bytes).files;
  expect(openDexContainer(bytes).files[0]).toBe(file);
  expect(openDexContainer(fixture('invokes-035.dex')).files[0]).not.toBe(file);
  const cut = openDexContainer(bytes, 4).files[0];
  expect(cut?.typeDescriptor(cut.classType(0))).toBe('Lfix');
  expect(openDexContainer(bytes).files[0]?.typeDescriptor(0)).toBe(file?.typeDescriptor(0));
});

test('does not keep what cannot be opened', () => {
  const bytes = Uint8Array.from(fixture('invokes-035.dex'));
  bytes[0] = 0;
  bytes[0x24] = 0;
  expect(() => openDexContainer(bytes)).toThrow(DexError);
  bytes.set(fixture('invokes-035.dex'));
  expect(openDexContainer(bytes).files).toHaveLength(1);
});
