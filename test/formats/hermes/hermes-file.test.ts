import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { HermesFile } from '../../../analyzers/formats/hermes/hermes-file.ts';
import { instructionTable, readInstructions } from '../../../analyzers/formats/hermes/hermes-instructions.ts';
import { hermesVersion, readHermesLayout } from '../../../analyzers/formats/hermes/hermes-layout.ts';
import { OPCODES } from '../../../analyzers/formats/hermes/hermes-opcodes.ts';

function fixture(version: number): Uint8Array {
  return readFileSync(fileURLToPath(new URL(`fixtures/app.${version}.hbc`, import.meta.url)));
}

/** Version, functions and instructions, counted in what each compiler's own `-dump-bytecode` prints. */
const DUMPED: [version: number, functions: number, instructions: number][] = [
  [62, 37, 527],
  [74, 37, 527],
  [76, 37, 527],
  [84, 37, 527],
  [85, 37, 527],
  [89, 37, 527],
  [90, 37, 527],
  [94, 37, 527],
  [96, 37, 527],
  [98, 36, 626],
  [99, 36, 626],
];

describe.each(DUMPED)('version %i', (version, functions, instructions) => {
  const file = new HermesFile(fixture(version));
  const table = instructionTable(version) ?? [];

  test('every function decodes to its end', () => {
    expect(hermesVersion(file.bytes)).toBe(version);
    expect(file.layout.functionCount).toBe(functions);
    let count = 0;
    for (let id = 0; id < functions; id++) count += readInstructions(file, file.function(id), table).length;
    expect(count).toBe(instructions);
  });

  test('strings of both encodings, names and literals', () => {
    const strings = Array.from({ length: file.layout.stringCount }, (_, id) => file.string(id));
    expect(strings).toEqual(expect.arrayContaining(['RNDeviceInfo', 'getUniqueId', 'größe 尺寸', '']));
    expect(file.string(file.function(file.layout.globalFunction).name)).toBe('global');
    expect(file.arrayLiterals(0, 5)).toEqual([1, 2, 3, 7, 6]);
  });

  test('numbers beyond the tables are refused', () => {
    expect(() => file.string(100_000)).toThrow('no string 100000');
    expect(() => file.function(100_000)).toThrow('no function 100000');
    expect(() => file.arrayLiterals(1_000_000, 1)).toThrow('literals lie outside');
  });
});

test('other files and versions are refused with the reason', () => {
  expect(() => readHermesLayout(new Uint8Array(200))).toThrow('no Hermes bytecode at offset 0');
  expect(hermesVersion(new Uint8Array(4))).toBeUndefined();
  expect(() => readHermesLayout(fixture(96).subarray(0, 100))).toThrow('the header is cut off at offset 100');
  expect(() => readHermesLayout(fixture(96).subarray(0, 1000))).toThrow('beyond the end of the file');
  const newer = Uint8Array.from(fixture(99));
  newer[8] = 100;
  expect(() => readHermesLayout(newer)).toThrow('unknown bytecode version 100 at offset 8');
  expect(instructionTable(97)).toBeUndefined();
});

test('every table of instructions names each instruction once', () => {
  for (const version of Object.keys(OPCODES).map(Number)) {
    const names = (instructionTable(version) ?? []).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(170);
    expect(new Set(names).size).toBe(names.length);
  }
});
