import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { CallShapes } from '../../../analyzers/extract/dex/call-shapes.ts';
import { ClassShapes, stringMark } from '../../../analyzers/extract/dex/lasting-marks.ts';
import { compileMarkIndex, findMarks, readMarks, writeMarks } from '../../../analyzers/extract/dex/mark-facts.ts';
import { renamedCalls } from '../../../analyzers/extract/dex/renamed-calls.ts';
import { TypeShapes } from '../../../analyzers/extract/dex/type-shapes.ts';
import { ClassDataReader } from '../../../analyzers/formats/dex/class-data.ts';
import { CodeItem } from '../../../analyzers/formats/dex/code-item.ts';
import { readDexContainer } from '../../../analyzers/formats/dex/container.ts';
import { javaType } from '../../../analyzers/formats/dex/descriptor.ts';
import type { DexFile } from '../../../analyzers/formats/dex/dex-file.ts';
import { WorkBudget } from '../../../analyzers/model/work-budget.ts';
import { unpack } from '../../../analyzers/unpack/unpack.ts';
import { catalogueWith } from '../../empty-catalogue.ts';
import { sdk } from '../../signature-entries.ts';

const APK = fileURLToPath(new URL('../../../samples/native-java/app.apk', import.meta.url));
const bytes = unpack(APK)
  .files.find(({ path }) => path === 'classes.dex')
  ?.read();
const open = (dex: Uint8Array): DexFile => readDexContainer(dex).files[0] as DexFile;
const original = open(bytes ?? new Uint8Array());

/** The same file with every package below com/umeng and com/example named otherwise, letter for letter. */
function renamed(): DexFile {
  const text = Buffer.from(bytes ?? []).toString('latin1');
  const other = text
    .replaceAll('Lcom/umeng/commonsdk/', 'La/bbbbb/ccccccccccc/')
    .replaceAll('Lcom/example/', 'La/ddddddddd/');
  return open(Buffer.from(other, 'latin1'));
}

const budget = () => new WorkBudget(original.bytes.length);

function shapesOf(dex: DexFile): Map<string, number> {
  const shapes = new ClassShapes(dex, budget());
  return new Map(
    Array.from({ length: dex.classCount }, (_, classDef) => [
      javaType(dex.typeDescriptor(dex.classType(classDef))),
      shapes.mark(classDef),
    ]),
  );
}

test('the shape of a class does not depend on names outside the platform', () => {
  const before = shapesOf(original);
  const after = shapesOf(renamed());
  const telling = [...before].filter(([name, mark]) => mark !== 0 && name.startsWith('com.example.'));
  expect(telling.length).toBeGreaterThan(3);
  for (const [name, mark] of telling) {
    expect([name, after.get(name.replace('com.example.', 'a.ddddddddd.'))]).toEqual([name, mark]);
  }
  // Different classes differ.
  expect(new Set(telling.map(([, mark]) => mark)).size).toBe(telling.length);
});

test('classes of few members, or of none but plain types, have no mark', () => {
  const shapes = shapesOf(original);
  expect(shapes.get('com.example.qingtian.R$string')).toBe(0);
  expect(shapes.get('com.umeng.commonsdk.UMConfigure')).toBe(0);
});

/** Marks of what the methods of each class call, class by class. */
function callsOf(dex: DexFile): readonly (readonly number[])[] {
  const calls = renamedCalls(dex, new TypeShapes(dex, budget()), budget());
  return Array.from({ length: dex.classCount }, (_, classDef) => calls(classDef));
}

/** The marks of all methods, in the order of the file, whatever their classes are named. */
function methodMarks(dex: DexFile): number[] {
  const shapes = new CallShapes(dex, new TypeShapes(dex, budget()), budget());
  const data = new ClassDataReader(dex.bytes);
  const code = new CodeItem(dex.bytes);
  const marks: number[] = [];
  for (let classDef = 0; classDef < dex.classCount; classDef++) {
    if (dex.classDataOffset(classDef) === 0) continue;
    data.open(dex.classDataOffset(classDef));
    while (data.nextField());
    while (data.nextMethod()) {
      if (data.codeOffset === 0) continue;
      code.open(data.codeOffset);
      marks.push(shapes.mark(data.index, code));
    }
  }
  return marks;
}

test('what a method calls of the platform is a mark that does not depend on other names', () => {
  const before = methodMarks(original);
  expect(methodMarks(renamed())).toEqual(before);
  const telling = before.filter((mark) => mark !== 0);
  expect(telling.length).toBe(9);
  expect(new Set(telling).size).toBe(9);
});

test('calls are looked at in renamed packages alone', () => {
  expect(callsOf(original).flat()).toEqual([]);
  const all = methodMarks(original);
  const met = callsOf(renamed()).flat();
  // Two more are in classes that were not renamed.
  expect(met.length).toBe(7);
  expect(met.every((mark) => all.includes(mark))).toBe(true);
});

test('strings of 8 to 160 bytes are marks, by all of their bytes', () => {
  const mark = (text: string): number => stringMark(Buffer.from(`${text}\0`), 0);
  expect([mark('1234567'), mark('x'.repeat(161)), stringMark(Buffer.from('no end of text'), 0)]).toEqual([0, 0, 0]);
  // FNV-1a of 32 bits, as its authors publish it for this text.
  expect(mark('chongo was here!\n').toString(16)).toBe('d49930d5');
  expect(mark('12345678')).not.toBe(mark('12345679'));
});

test('sets of marks are written sorted and without repetition, and read back', () => {
  expect(readMarks(writeMarks([0xffffffff, 1, 256, 1]))).toEqual(Uint32Array.of(1, 256, 0xffffffff));
  expect(writeMarks([1])).toBe('AQAAAA==');
  expect(readMarks('')).toEqual(new Uint32Array(0));
});

test('an SDK whose packages were renamed is met by its marks, one fact for each set', () => {
  const shapes = [...shapesOf(original)].filter(([name, mark]) => mark !== 0 && name.startsWith('com.example.'));
  const own = writeMarks(shapes.map(([, mark]) => mark));
  const index = compileMarkIndex(catalogueWith({ sdks: { some: sdk({ marks: [own, writeMarks([1, 2, 3, 4])] }) } }));
  const facts = findMarks('classes.dex', renamed(), index, budget());
  expect(facts.map(({ kind, value, args = [] }) => [kind, value, args.length])).toEqual([
    ['mark', 'some/1', new Set(shapes.map(([, mark]) => mark)).size],
  ]);
  expect(facts[0]?.at.class).toMatch(/^a\.ddddddddd\./);
  expect(findMarks('classes.dex', original, compileMarkIndex(catalogueWith({})), budget())).toEqual([]);
});

test('bytes changed anywhere are read to an end', () => {
  const index = compileMarkIndex(catalogueWith({ sdks: { some: sdk({ marks: [writeMarks([1, 2, 3])] }) } }));
  const source = bytes ?? new Uint8Array();
  for (let step = 0; step < 400; step++) {
    const broken = Uint8Array.from(source);
    broken[(step * 7919) % broken.length] = (step * 31) & 0xff;
    let dex: DexFile;
    try {
      dex = open(broken);
    } catch {
      continue;
    }
    expect(findMarks('classes.dex', dex, index, budget())).toBeInstanceOf(Array);
  }
});
