import { type EmbeddedDex, findEmbeddedDex } from '../../formats/dex/embedded.ts';
import { ElfError } from '../../formats/elf/elf-error.ts';
import { type ByteRange, type ElfFile, hasElfMagic, readElf } from '../../formats/elf/elf-file.ts';
import { antiAnalysisFact, type Trick } from '../../model/anti-analysis.ts';
import type { Extraction, Fact } from '../../model/fact.ts';
import type { Gap } from '../../model/gap.ts';
import type { JniNames } from '../../model/reach.ts';
import type { ArgumentKind } from '../../model/signatures.ts';
import { dartModules, isDartSnapshot } from './dart-names.ts';
import { findStrings } from './find-strings.ts';
import { exportingClasses } from './jni-exports.ts';
import { jniNames } from './jni-names.ts';
import type { NativeWatch, StringGroup } from './native-watch.ts';
import { packedDetail } from './packed-library.ts';

export { compileNativeWatch, type NativeWatch } from './native-watch.ts';

/** Strings of one kind that become facts. */
const MAX_ARGUMENTS = 32;

export interface NativeExtraction extends Extraction {
  /** DEX files that the library carries for others to run. */
  embedded: EmbeddedDex[];
  /** What it names of the app's code; null for nothing. */
  jniNames: JniNames | null;
}

/**
 * What a native library imports and the strings that tell what for. Its code is not followed: a string is taken for the
 * argument of every call in the same library that takes one of its kind. Offsets count bytes from the start of the file.
 * @param file path of the library inside the build
 */
export function extractNative(file: string, bytes: Uint8Array, watch: NativeWatch): NativeExtraction {
  const library = libraryFact(file);
  const embedded = findEmbeddedDex(bytes);
  if (!hasElfMagic(bytes)) {
    return { facts: [library], gaps: [gap(file, 'unsupported', 'is no ELF file')], embedded, jniNames: null };
  }
  try {
    const elf = readElf(bytes);
    const ranges = textRanges(elf);
    const strings = findStrings(bytes, ranges, watch);
    const version = watch.versioned.has(library.value) ? versionIn(strings, watch) : [];
    const args = [...version, ...exportingClasses(bytes, elf.symbols).map((name) => `jni=${name}`)];
    const tricks = nativeTricks(elf, bytes);
    const packed = tricks.flatMap(([trick, detail]) => (trick === 'elf/packed' ? [packedGap(file, detail)] : []));
    const facts = [
      ...tricks.map(([trick, detail]) => antiAnalysisFact(trick, detail, { file })),
      args.length === 0 ? library : { ...library, args },
      ...importedCalls(file, bytes, elf, strings, watch),
      ...javaMembers(file, strings, watch),
      ...loneStrings(file, strings, watch),
      ...(isDartSnapshot(elf) ? dartModules(file, bytes, elf.loaded, watch.channels) : []),
    ];
    return { facts, gaps: packed, embedded, jniNames: jniNames(file, bytes, ranges, elf.symbols) };
  } catch (error) {
    if (!(error instanceof ElfError)) throw error;
    return { facts: [library], gaps: [gap(file, 'corrupt', error.message)], embedded, jniNames: null };
  }
}

function nativeTricks(elf: ElfFile, bytes: Uint8Array): [Trick, string][] {
  const tricks: [Trick, string][] = [];
  if (elf.sectionCount === 0) {
    tricks.push([
      'elf/section-headers',
      'has no section headers that can be read, which tools go by and linkers do not',
    ]);
  }
  const packed = packedDetail(elf, bytes);
  if (packed !== null) tricks.push(['elf/packed', packed]);
  return tricks;
}

/** What the name of a native library alone tells. */
export function libraryFact(path: string): Fact {
  return { kind: 'library', value: path.slice(path.lastIndexOf('/') + 1), at: { file: path } };
}

function gap(file: string, code: 'corrupt' | 'unsupported', detail: string): Gap {
  return { stage: 'native', file, code, detail, material: false };
}

/** What is packed is code that exists and cannot be read. */
function packedGap(file: string, detail: string): Gap {
  return { stage: 'native', file, code: 'packed', detail, material: true };
}

/**
 * Linkers put constants into a segment of their own, or into that of the code. There the first string may follow right
 * on an instruction, so that the range is cut where sections begin.
 */
function textRanges({ loaded, sectionStarts }: ElfFile): ByteRange[] {
  const apart = loaded.some((range) => range.as === 'constants');
  return loaded
    .filter((range) => !apart || range.as !== 'code')
    .flatMap(({ start, end }) => {
      const cuts = [start, ...sectionStarts.filter((cut) => cut > start && cut < end), end];
      return cuts.slice(1).map((to, index) => ({ start: cuts[index] ?? start, end: to }));
    });
}

function versionIn(strings: ReadonlyMap<string, number>, watch: NativeWatch): string[] {
  for (const text of strings.keys()) {
    const version = watch.versions.get(text);
    if (version !== undefined) return [`version=${version}`];
  }
  return [];
}

/** Imported functions that mean something by themselves, or by a string of the library that they can be given. */
function importedCalls(
  file: string,
  bytes: Uint8Array,
  elf: ElfFile,
  strings: ReadonlyMap<string, number>,
  watch: NativeWatch,
): Fact[] {
  const facts: Fact[] = [];
  const seen = new Set<string>();
  const { symbols } = elf;
  for (let index = 1; index < symbols.count; index++) {
    const start = symbols.nameOffset(index);
    const position = start < 0 ? -1 : watch.symbols.whole(bytes, start);
    if (position < 0 || !symbols.isImport(index)) continue;
    const value = watch.symbolNames[position] ?? '';
    const entry = watch.symbolEntries[value];
    // One of the functions that take a path stands for all of them.
    if (entry === undefined || seen.has(entry.argument ?? value)) continue;
    if (entry.beside !== undefined && !entry.beside.some((text) => strings.has(text))) continue;
    seen.add(entry.argument ?? value);
    if (entry.argument === undefined) facts.push({ kind: 'call', value, at: { file, offset: symbols.offset(index) } });
    else for (const item of callsWith('call', value, entry.argument, file, strings, watch)) facts.push(item);
  }
  return facts;
}

/** One call for each string that it can have been given, where the string stands. */
function callsWith(
  kind: 'call' | 'field',
  value: string,
  argument: ArgumentKind,
  file: string,
  strings: ReadonlyMap<string, number>,
  watch: NativeWatch,
): Fact[] {
  return stringsOf(argument, strings, watch).map(([text, offset]) => ({
    kind,
    value,
    args: [text],
    at: { file, offset },
  }));
}

/** Members of sensitive classes: the library names the class as JNI writes it, and the member. */
function javaMembers(file: string, strings: ReadonlyMap<string, number>, watch: NativeWatch): Fact[] {
  const facts: Fact[] = [];
  for (const [className, members] of watch.classes) {
    if (!strings.has(className) && !strings.has(`L${className};`)) continue;
    for (const { name, kind, value, argument } of members) {
      const offset = strings.get(name);
      if (offset === undefined) continue;
      const used = kind === 'field' ? 'field' : 'call';
      if (argument === null) facts.push({ kind: used, value, at: { file, offset } });
      else for (const item of callsWith(used, value, argument, file, strings, watch)) facts.push(item);
    }
  }
  return facts;
}

function loneStrings(file: string, strings: ReadonlyMap<string, number>, watch: NativeWatch): Fact[] {
  const alone = watch.groups.filter((group) => group.alone);
  return [...strings]
    .filter(([text]) => alone.some((group) => tells(group, text)))
    .map(([value, offset]): Fact => ({ kind: 'string', value, at: { file, offset } }))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}

/** Strings of a group, each with its offset, sorted. */
function stringsOf(
  kind: ArgumentKind,
  strings: ReadonlyMap<string, number>,
  watch: NativeWatch,
): [text: string, offset: number][] {
  const group = watch.groups.find((one) => one.kind === kind);
  if (group === undefined) return [];
  return [...strings]
    .filter(([text]) => tells(group, text))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, MAX_ARGUMENTS);
}

function tells({ match, strings }: StringGroup, text: string): boolean {
  if (match === 'exact') return strings.has(text);
  for (let end = text.length; end > 0; end--) if (strings.has(text.slice(0, end))) return true;
  return false;
}
