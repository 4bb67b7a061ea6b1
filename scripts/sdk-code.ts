import { CallShapes } from '../analyzers/extract/dex/call-shapes.ts';
import { ClassShapes, stringMark } from '../analyzers/extract/dex/lasting-marks.ts';
import { TypeShapes } from '../analyzers/extract/dex/type-shapes.ts';
import { ClassDataReader } from '../analyzers/formats/dex/class-data.ts';
import { CodeItem } from '../analyzers/formats/dex/code-item.ts';
import { readDexContainer } from '../analyzers/formats/dex/container.ts';
import { javaType } from '../analyzers/formats/dex/descriptor.ts';
import type { DexFile } from '../analyzers/formats/dex/dex-file.ts';
import { OPCODE_UNITS, Op } from '../analyzers/formats/dex/opcodes.ts';
import { payloadUnits } from '../analyzers/formats/dex/payload.ts';
import type { BuildFile } from '../analyzers/model/build.ts';
import { WorkBudget } from '../analyzers/model/work-budget.ts';
import { unpack } from '../analyzers/unpack/unpack.ts';

/** What of one class lasts when it is renamed. */
export interface ClassMarks {
  /** Binary name. */
  name: string;
  /** Marks of its shape and of what its methods call; none where these look like many others. */
  shapes: readonly number[];
  /** Marks of the strings that its code loads, and the strings. */
  strings: ReadonlyMap<number, string>;
}

/** The classes of all DEX files of a build. */
export function readClasses(apk: string): ClassMarks[] {
  return dexFilesOf(apk).flatMap((file) => readDexContainer(file.read()).files.flatMap(classesOf));
}

function dexFilesOf(apk: string): BuildFile[] {
  return unpack(apk).files.filter(({ path }) => /(?:^|\/)classes\d*\.dex$/.test(path));
}

/** All strings of a build, names of members included, as of one class. */
export function readStrings(apk: string): ClassMarks {
  const strings = new Map<number, string>();
  for (const file of dexFilesOf(apk)) {
    for (const dex of readDexContainer(file.read()).files) {
      for (let string = 0; string < dex.stringCount; string++) {
        const start = dex.stringStarts[string] ?? -1;
        const mark = start < 0 ? 0 : stringMark(dex.bytes, start);
        if (mark !== 0) strings.set(mark, dex.string(string));
      }
    }
  }
  return { name: '', shapes: [], strings };
}

function classesOf(dex: DexFile): ClassMarks[] {
  const budget = new WorkBudget(dex.bytes.length);
  const types = new TypeShapes(dex, budget);
  const shapes = new ClassShapes(dex, budget, types);
  const calls = new CallShapes(dex, types, budget);
  return Array.from({ length: dex.classCount }, (_, classDef) => {
    const code = codeMarksOf(dex, classDef, calls);
    const shape = shapes.mark(classDef);
    return {
      name: javaType(dex.typeDescriptor(dex.classType(classDef))),
      shapes: [...(shape === 0 ? [] : [shape]), ...code.calls],
      strings: code.strings,
    };
  });
}

function codeMarksOf(
  dex: DexFile,
  classDef: number,
  shapes: CallShapes,
): { calls: Set<number>; strings: Map<number, string> } {
  const strings = new Map<number, string>();
  const calls = new Set<number>();
  const offset = dex.classDataOffset(classDef);
  if (offset === 0) return { calls, strings };
  const data = new ClassDataReader(dex.bytes);
  const code = new CodeItem(dex.bytes);
  data.open(offset);
  while (data.nextField());
  while (data.nextMethod()) {
    if (data.codeOffset === 0) continue;
    code.open(data.codeOffset);
    const call = shapes.mark(data.index, code);
    if (call !== 0) calls.add(call);
    for (const string of stringsOf(dex, code)) {
      const mark = stringMark(dex.bytes, dex.stringStarts[string] ?? -1);
      if (mark !== 0 && !strings.has(mark)) strings.set(mark, dex.string(string));
    }
  }
  return { calls, strings };
}

/** Ids of the strings that a method loads, by going over its instructions one behind the other. */
function stringsOf({ bytes }: DexFile, code: CodeItem): number[] {
  const strings: number[] = [];
  const end = code.insnsOffset + 2 * code.insnsSize;
  for (let offset = code.insnsOffset; offset < end; ) {
    const opcode = bytes[offset] ?? 0;
    const index = (bytes[offset + 2] ?? 0) | ((bytes[offset + 3] ?? 0) << 8);
    if (opcode === Op.CONST_STRING) strings.push(index);
    if (opcode === Op.CONST_STRING_JUMBO) {
      strings.push(index + ((bytes[offset + 4] ?? 0) | ((bytes[offset + 5] ?? 0) << 8)) * 0x10000);
    }
    const payload = opcode === Op.NOP && bytes[offset + 1] !== 0 ? payloadUnits(bytes, offset) : 0;
    offset += 2 * (payload || OPCODE_UNITS[opcode] || 1);
  }
  return strings;
}
