import type { DexFile } from '../../formats/dex/dex-file.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import type { Fact } from '../../model/fact.ts';
import type { WorkBudget } from '../../model/work-budget.ts';
import { definedClassName } from './class-name.ts';
import { ClassShapes, stringMarks } from './lasting-marks.ts';
import { renamedCalls } from './renamed-calls.ts';
import { locateRenamed } from './renamed-code.ts';
import { TypeShapes } from './type-shapes.ts';

/** The sets of marks of all signatures. */
export interface MarkIndex {
  /** Open-addressing table of a power of two places, 0 for none. */
  table: Uint32Array;
  /** The marks of each set, by position in `names`. */
  sets: readonly Uint32Array[];
  /** `<sdk>/<number of the set, from 1>`. */
  names: readonly string[];
}

/** Bytes of a mark in a signature, where they stand sorted, little-endian and in base64. */
const MARK_SIZE = 4;
/** Fewer marks of a set in one file say nothing. */
const FEWEST_HITS = 3;

export function compileMarkIndex(catalogue: Catalogue): MarkIndex {
  const sets: Uint32Array[] = [];
  const names: string[] = [];
  for (const [id, { marks = [] }] of Object.entries(catalogue.sdks)) {
    for (const [number, set] of marks.entries()) {
      sets.push(readMarks(set));
      names.push(`${id}/${number + 1}`);
    }
  }
  const count = sets.reduce((sum, { length }) => sum + length, 0);
  let size = 16;
  while (size < count * 4) size *= 2;
  const table = new Uint32Array(size);
  const last = size - 1;
  for (const set of sets) {
    for (let i = 0; i < set.length; i++) {
      const mark = set[i] as number;
      let place = mark & last;
      while (table[place] !== 0 && table[place] !== mark) place = (place + 1) & last;
      table[place] = mark;
    }
  }
  return { table, sets, names };
}

/** Marks of a set as a signature writes it. */
export function readMarks(set: string): Uint32Array {
  const bytes = Buffer.from(set, 'base64');
  const marks = new Uint32Array(Math.floor(bytes.length / MARK_SIZE));
  const { length } = marks;
  for (let i = 0, at = 0; i < length; i++, at += MARK_SIZE) {
    const low = (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16);
    marks[i] = low | ((bytes[at + 3] as number) << 24);
  }
  return marks;
}

/** A set of marks as a signature writes it. */
export function writeMarks(marks: readonly number[]): string {
  const sorted = Uint32Array.from(new Set(marks)).sort();
  const bytes = Buffer.alloc(sorted.length * MARK_SIZE);
  for (const [index, mark] of sorted.entries()) bytes.writeUInt32LE(mark, index * MARK_SIZE);
  return bytes.toString('base64');
}

function holds({ table }: MarkIndex, mark: number): boolean {
  const last = table.length - 1;
  for (let place = mark & last; table[place] !== 0; place = (place + 1) & last) if (table[place] === mark) return true;
  return false;
}

/**
 * One fact for each set of marks of which a DEX file has some, its arguments the marks; and where renamed code of these
 * SDKs lies. Sorted by value.
 */
export function findMarks(file: string, dex: DexFile, index: MarkIndex, budget: WorkBudget): Fact[] {
  if (index.names.length === 0) return [];
  const found = new Set<number>();
  const strings: [string: number, mark: number][] = [];
  const { table } = index;
  const last = table.length - 1;
  const stringsMarks = stringMarks(dex.bytes, dex.stringStarts);
  for (let string = 0; string < stringsMarks.length; string++) {
    const mark = stringsMarks[string] as number;
    if (mark === 0) continue;
    let place = mark & last;
    while (table[place] !== 0 && table[place] !== mark) place = (place + 1) & last;
    if (table[place] === 0) continue;
    found.add(mark);
    strings.push([string, mark]);
  }
  const shaped = new Map<number, number[]>();
  const classOf = new Map<number, number>();
  const types = new TypeShapes(dex, budget);
  const shapes = new ClassShapes(dex, budget, types);
  const calls = renamedCalls(dex, types, budget);
  const meet = (classDef: number, mark: number): void => {
    if (mark === 0 || !holds(index, mark)) return;
    found.add(mark);
    shaped.set(classDef, [...(shaped.get(classDef) ?? []), mark]);
    if (!classOf.has(mark)) classOf.set(mark, classDef);
  };
  for (let classDef = 0; classDef < dex.classCount && !budget.spent; classDef++) {
    meet(classDef, shapes.mark(classDef));
    for (const mark of calls(classDef)) meet(classDef, mark);
  }
  const sets = index.sets.flatMap((set, position): [set: number, marks: number[]][] => {
    const marks = set.filter((mark) => found.has(mark)).sort();
    return marks.length >= FEWEST_HITS ? [[position, [...new Set(marks)]]] : [];
  });
  if (sets.length === 0) return [];
  const sdksOf = (mark: number): string[] =>
    sets.filter(([, marks]) => marks.includes(mark)).map(([set]) => sdkOf(index.names[set] ?? ''));
  const marked = {
    strings: new Map(strings.map(([string, mark]) => [string, sdksOf(mark)])),
    classes: new Map([...shaped].map(([classDef, marks]) => [classDef, [...new Set(marks.flatMap(sdksOf))]])),
  };
  const code = locateRenamed(file, dex, marked, budget);
  return sets
    .map(([set, marks]): Fact => {
      const first = marks.flatMap((mark) => classOf.get(mark) ?? [])[0];
      const at = first === undefined ? { file } : { file, class: definedClassName(dex, first) };
      return { kind: 'mark', value: index.names[set] ?? '', args: marks.map(nameOf), at };
    })
    .concat(code)
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}

/** `jpush/1` -> `jpush`. */
function sdkOf(set: string): string {
  return set.slice(0, set.lastIndexOf('/'));
}

/** As facts name a mark: eight hexadecimal digits. */
function nameOf(mark: number): string {
  return mark.toString(16).padStart(8, '0');
}
