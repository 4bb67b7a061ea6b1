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
  /** Mark -> positions in `names` of the sets that hold it. */
  sets: ReadonlyMap<number, readonly number[]>;
  /** `<sdk>/<number of the set, from 1>`. */
  names: readonly string[];
}

/** Bytes of a mark in a signature, where they stand sorted, little-endian and in base64. */
const MARK_SIZE = 4;
/** Fewer marks of a set in one file say nothing. */
const FEWEST_HITS = 3;

export function compileMarkIndex(catalogue: Catalogue): MarkIndex {
  const sets = new Map<number, number[]>();
  const names: string[] = [];
  for (const [id, { marks = [] }] of Object.entries(catalogue.sdks)) {
    for (const [number, set] of marks.entries()) {
      for (const mark of readMarks(set)) sets.set(mark, [...(sets.get(mark) ?? []), names.length]);
      names.push(`${id}/${number + 1}`);
    }
  }
  let size = 16;
  while (size < sets.size * 4) size *= 2;
  const table = new Uint32Array(size);
  for (const mark of sets.keys()) {
    let place = mark & (size - 1);
    while (table[place] !== 0) place = (place + 1) & (size - 1);
    table[place] = mark;
  }
  return { table, sets, names };
}

/** Marks of a set as a signature writes it. */
export function readMarks(set: string): number[] {
  const bytes = Buffer.from(set, 'base64');
  return Array.from({ length: Math.floor(bytes.length / MARK_SIZE) }, (_, index) =>
    bytes.readUInt32LE(index * MARK_SIZE),
  );
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
  const hits = new Map<number, number[]>();
  for (const mark of [...found].sort((a, b) => a - b)) {
    for (const set of index.sets.get(mark) ?? []) hits.set(set, [...(hits.get(set) ?? []), mark]);
  }
  const sets = [...hits].filter(([, marks]) => marks.length >= FEWEST_HITS);
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
