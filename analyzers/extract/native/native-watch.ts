import type { Catalogue } from '../../model/catalogue.ts';
import type { ArgumentKind, NativeSymbol } from '../../model/signatures.ts';
import { ByteTrie } from '../dex/byte-trie.ts';

/** A group of strings that tell, with the strings of which the beginning is enough. */
export interface StringGroup {
  kind: ArgumentKind;
  match: 'exact' | 'prefix';
  /** True where the string needs no call that takes it. */
  alone: boolean;
  strings: ReadonlySet<string>;
}

/** What to look for in native libraries, indexed once for a process. Opaque to callers. */
export interface NativeWatch {
  /** Names of imported symbols; positions in `symbolNames`. */
  symbols: ByteTrie;
  symbolNames: readonly string[];
  symbolEntries: Readonly<Record<string, NativeSymbol>>;
  /** Every string that matters, first those of which the beginning is enough. */
  strings: ByteTrie;
  prefixStrings: number;
  /** True for each byte with which one of them begins. */
  firstBytes: Uint8Array;
  groups: readonly StringGroup[];
  /** Class as JNI writes it (`android/os/Build`) -> its members that mean something in native code. */
  classes: ReadonlyMap<string, readonly JavaMember[]>;
  /** Engine hash -> version. */
  versions: ReadonlyMap<string, string>;
  /** Base names of the libraries that may hold such a hash. */
  versioned: ReadonlySet<string>;
  /** Beginnings of the names of a framework's method channels. */
  channels: readonly string[];
}

export interface JavaMember {
  name: string;
  kind: 'method' | 'field';
  /** `class.member`, the value of its facts. */
  value: string;
  argument: ArgumentKind | null;
}

/** Indexes the parts of a catalogue that concern native libraries. Takes milliseconds; do it once for a process. */
export function compileNativeWatch(catalogue: Catalogue): NativeWatch {
  const symbolNames = Object.keys(catalogue.nativeApis);
  const groups = stringGroups(catalogue);
  const classes = javaClasses(catalogue);
  const frameworks = Object.values(catalogue.frameworks);
  const versions = new Map(frameworks.flatMap(({ versions: table = {} }) => Object.entries(table)));
  const prefixes = groups.filter(({ match }) => match === 'prefix').flatMap(({ strings }) => [...strings]);
  const whole = [
    ...groups.filter(({ match }) => match === 'exact').flatMap(({ strings }) => [...strings]),
    ...Object.values(catalogue.nativeApis).flatMap(({ beside = [] }) => beside),
    ...[...classes].flatMap(([name, members]) => [name, `L${name};`, ...members.map((member) => member.name)]),
    ...versions.keys(),
  ];
  const strings = [...prefixes, ...new Set(whole)];
  const firstBytes = new Uint8Array(256);
  for (const text of strings) firstBytes[Buffer.from(text)[0] ?? 0] = 1;
  return {
    symbols: new ByteTrie(symbolNames),
    symbolNames,
    symbolEntries: catalogue.nativeApis,
    strings: new ByteTrie(strings),
    prefixStrings: prefixes.length,
    firstBytes,
    groups,
    classes,
    versions,
    versioned: new Set(frameworks.filter((one) => one.versions !== undefined).flatMap(({ libraries }) => libraries)),
    channels: frameworks.flatMap(({ channels = [] }) => channels),
  };
}

/** Actions of intents and names for reflection mean nothing here. */
function stringGroups(catalogue: Catalogue): StringGroup[] {
  const kinds: ArgumentKind[] = ['content-uri', 'settings-key', 'system-property', 'file-path', 'shell-command'];
  return kinds.flatMap((kind) => {
    const table = catalogue.androidStrings[kind];
    if (table === undefined) return [];
    // What lies in files and properties is told by the call that opens them, which an import shows.
    const alone = table.alone && kind === 'content-uri';
    return [{ kind, match: table.match, alone, strings: new Set(Object.keys(table.strings)) }];
  });
}

/** Members that everybody uses say nothing without the code around them, unless a string tells. */
function javaClasses(catalogue: Catalogue): Map<string, JavaMember[]> {
  const classes = new Map<string, JavaMember[]>();
  for (const [className, members] of Object.entries(catalogue.androidApis)) {
    const telling = Object.entries(members)
      .filter(([name, member]) => !name.startsWith('<') && (member.signal !== 'low' || member.argument !== undefined))
      .map(([name, { kind, argument = null }]) => ({ name, kind, value: `${className}.${name}`, argument }));
    if (telling.length > 0) classes.set(className.replaceAll('.', '/'), telling);
  }
  return classes;
}
