import { classDescriptor } from '../../formats/dex/descriptor.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { compileNameIndex, type NameIndex } from '../sdk-names/name-index.ts';
import { ByteTrie } from './byte-trie.ts';
import { inheritedMembers, isInherited } from './inherited-members.ts';
import { compileMarkIndex, type MarkIndex } from './mark-facts.ts';
import { compileVersionWatch, type VersionWatch } from './version-facts.ts';
import { STATED } from './version-strings.ts';

/** A member of the catalogue as the extractor needs it. */
export interface WatchedMember {
  /** `class.member`, the value of its facts. */
  value: string;
  kind: 'method' | 'field';
  /** True where a constant argument decides what it means. */
  argument: boolean;
  /** Descriptors to which it is limited, null for every overload. */
  descriptors: readonly string[] | null;
}

/** What to look for in DEX files, indexed once for a process. Opaque to callers. */
export interface DexWatch {
  /** Descriptors of the classes that have or inherit watched members; positions in `classMembers`. */
  classes: ByteTrie;
  /** Member name -> position in `members`, class by class. */
  classMembers: ReadonlyMap<string, number>[];
  /** Names of the methods that classes of a build may inherit. */
  inheritedNames: ReadonlySet<string>;
  members: readonly WatchedMember[];
  /** String constants, first those of which the beginning is enough. */
  strings: ByteTrie;
  prefixStrings: number;
  /** Package prefixes of SDKs and frameworks as `Lcom/example/sdk`; positions in `packageNames`. */
  packages: ByteTrie;
  packageNames: readonly string[];
  /** Descriptors of packers' classes; positions in `packerNames`. */
  packerClasses: ByteTrie;
  packerNames: readonly string[];
  /** What lasts of SDKs' code when it is renamed. */
  marks: MarkIndex;
  /** Names and hosts of SDKs. */
  names: NameIndex;
  /** Where SDKs hold their versions. */
  versions: VersionWatch;
  /** Beginnings of strings behind which a version stands. */
  versionStrings: { trie: ByteTrie; texts: readonly string[] };
}

/** Indexes the parts of a catalogue that concern DEX files. Takes milliseconds; do it once for a process. */
export function compileDexWatch(catalogue: Catalogue): DexWatch {
  const members: WatchedMember[] = [];
  const own = new Map<string, ReadonlyMap<string, number>>();
  for (const [className, entries] of Object.entries(catalogue.androidApis)) {
    const positions = new Map<string, number>();
    for (const [name, member] of Object.entries(entries)) {
      positions.set(name, members.length);
      members.push({
        value: `${className}.${name}`,
        kind: member.kind,
        argument: member.argument !== undefined,
        descriptors: member.descriptors ?? null,
      });
    }
    own.set(className, positions);
  }
  const classes = new Map([...own, ...inheritedMembers(own, catalogue.classHierarchy)]);

  const groups = Object.values(catalogue.androidStrings);
  const stringsOf = (match: 'exact' | 'prefix'): string[] =>
    groups.flatMap((group) => (group?.match === match ? Object.keys(group.strings) : []));

  const prefixStrings = stringsOf('prefix');

  const packageNames = [
    ...Object.values(catalogue.sdks).flatMap(({ packages, carries = [] }) => [...packages, ...carries]),
    ...Object.values(catalogue.frameworks).flatMap((framework) => framework.packages),
  ];
  const packerNames = Object.values(catalogue.packers).flatMap((packer) => packer.classes);
  const packages = new ByteTrie(packageNames.map((name) => `L${name.replaceAll('.', '/')}`));
  const versions = Object.values(catalogue.sdks).flatMap(({ versionFields = [] }) => versionFields);
  const versionTexts = [
    STATED,
    ...Object.values(catalogue.sdks).flatMap(({ versionStrings = [] }) => versionStrings),
  ].sort();
  return {
    classes: new ByteTrie([...classes.keys()].map(classDescriptor)),
    classMembers: [...classes.values()],
    inheritedNames: new Set([...own.values()].flatMap((positions) => [...positions.keys()].filter(isInherited))),
    members,
    strings: new ByteTrie([...prefixStrings, ...stringsOf('exact')]),
    prefixStrings: prefixStrings.length,
    packages,
    packageNames,
    packerClasses: new ByteTrie(packerNames.map(classDescriptor)),
    packerNames,
    marks: compileMarkIndex(catalogue),
    names: compileNameIndex(catalogue),
    versions: compileVersionWatch(versions, packages),
    versionStrings: { trie: new ByteTrie(versionTexts), texts: versionTexts },
  };
}
