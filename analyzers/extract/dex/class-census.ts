import { classDescriptor, javaType } from '../../formats/dex/descriptor.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import { classHash } from '../../model/class-names.ts';
import type { Fact } from '../../model/fact.ts';
import type { WorkBudget } from '../../model/work-budget.ts';
import { ByteTrie } from './byte-trie.ts';
import type { DexWatch } from './dex-watch.ts';
import { doesSomething } from './stub-code.ts';

const SLASH = 0x2f;
const L = 0x4c;
/** Packages are counted by at most this many names. */
const PACKAGE_DEPTH = 3;
const MAX_PREFIX_BYTES = 1024;
/** A no-op artifact has an SDK's interface as a whole; a class or two that do little may be all that a shrinker left. */
const STUB_CLASSES = 3;
/** Descriptors longer than this fit on no screen and in no file name. */
const LONGEST_NAME = 1024;
/** Zero-width characters, and those that turn the direction of writing. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const NAME_SHOWN = 80;

/** Class loaders that take code from a file or from memory. */
const CODE_LOADERS = [
  'dalvik.system.DexClassLoader',
  'dalvik.system.PathClassLoader',
  'dalvik.system.InMemoryDexClassLoader',
];
const CODE_LOADER_NAMES = new ByteTrie(CODE_LOADERS.map(classDescriptor));

export interface ClassCensus {
  /** Package of at most three names, empty for the default package -> number of classes; sorted by package. */
  packages: [string, number][];
  /** The packages of SDKs and frameworks and the classes of packers that were met, sorted by value. */
  facts: Fact[];
  classCount: number;
  /** Hashes of the names of all classes. */
  classNames: Uint32Array;
  /** The class loaders that run code from elsewhere and that the file refers to, sorted. */
  codeLoaders: string[];
  /** Class definitions whose name could not be read. */
  unreadable: number;
  /** The first class with a name made to be misread: too long to print, or with characters that are not seen. */
  misleading: string | null;
}

/** Counts the classes that a DEX file defines, by package and by known code. */
export function takeClassCensus(file: string, dex: DexFile, watch: DexWatch, budget: WorkBudget): ClassCensus {
  const { bytes } = dex;
  const packages = new Map<string, number>();
  const known = new Map<string, { first: number; count: number; works: boolean }>();
  const meet = (name: string | undefined, classDef: number): void => {
    if (name === undefined) return;
    const entry = known.get(name) ?? { first: classDef, count: 0, works: false };
    if (entry.count++ === 0) known.set(name, entry);
    entry.works ||= doesSomething(dex, classDef, budget);
  };
  let unreadable = 0;
  let misleading = -1;
  const classNames = new Uint32Array(dex.classCount);
  // Neighbours are mostly of one package: a text is made only where it changes.
  let runStart = 0;
  let runEnd = 0;
  let run = 0;
  const endRun = (): void => {
    if (run === 0) return;
    const name = runEnd > runStart + 1 ? dex.text(runStart + 1, runEnd).replaceAll('/', '.') : '';
    packages.set(name, (packages.get(name) ?? 0) + run);
  };
  for (let classDef = 0; classDef < dex.classCount; classDef++) {
    const start = dex.typeStart(dex.classType(classDef));
    if (start < 0) {
      unreadable++;
      continue;
    }
    classNames[classDef] = classHash(bytes, start);
    if (misleading < 0 && isMisleading(dex, start)) misleading = classDef;
    const sdk = watch.packages.package(bytes, start);
    if (sdk >= 0) meet(watch.packageNames[sdk], classDef);
    const packer = watch.packerClasses.whole(bytes, start);
    if (packer >= 0) meet(watch.packerNames[packer], classDef);
    const end = packageEnd(bytes, start);
    if (!equalBytes(bytes, runStart, runEnd, start, end)) {
      endRun();
      run = 0;
      runStart = start;
      runEnd = end;
    }
    run++;
  }
  endRun();
  return {
    packages: [...packages].sort(([a], [b]) => (a < b ? -1 : 1)),
    facts: [...known]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, { first, count, works }]) => {
        const className = javaType(dex.typeDescriptor(dex.classType(first)));
        const args = [className, String(count), ...(works || count < STUB_CLASSES ? [] : ['stub'])];
        return { kind: 'class', value, args, at: { file, class: className } };
      }),
    classCount: dex.classCount,
    classNames,
    codeLoaders: codeLoadersOf(dex),
    unreadable,
    misleading: misleading < 0 ? null : javaType(dex.typeDescriptor(dex.classType(misleading))).slice(0, NAME_SHOWN),
  };
}

function isMisleading(dex: DexFile, start: number): boolean {
  const { bytes } = dex;
  const limit = Math.min(bytes.length, start + LONGEST_NAME);
  let high = 0;
  let end = start;
  for (; end < limit && bytes[end] !== 0; end++) high |= bytes[end] as number;
  if (end === limit && end - start === LONGEST_NAME) return true;
  return high >= 0x80 && UNSEEN.test(dex.text(start, end));
}

/** The class loaders among the types that a file refers to. */
function codeLoadersOf(dex: DexFile): string[] {
  const found = new Set<string>();
  const hits = CODE_LOADER_NAMES.findAll(dex.bytes, dex.typeStarts, 0);
  for (let hit = 0; hit < hits.length; hit += 2) found.add(CODE_LOADERS[hits[hit + 1] as number] ?? '');
  return [...found].sort();
}

/** Offset of the border behind the first names of a class's package; `start + 1` when it has none. */
function packageEnd(bytes: Uint8Array, start: number): number {
  let end = start + 1;
  if (bytes[start] !== L) return end;
  let depth = 0;
  const limit = Math.min(bytes.length, start + MAX_PREFIX_BYTES);
  for (let at = start + 1; at < limit && bytes[at] !== 0; at++) {
    if (bytes[at] !== SLASH) continue;
    end = at;
    if (++depth === PACKAGE_DEPTH) break;
  }
  return end;
}

function equalBytes(bytes: Uint8Array, start: number, end: number, otherStart: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - otherStart) return false;
  for (let i = end - start - 1; i >= 0; i--) if (bytes[start + i] !== bytes[otherStart + i]) return false;
  return true;
}
