import { PrefixIndex } from '../analyzers/match/prefix-index.ts';
import type { Catalogue } from '../analyzers/model/catalogue.ts';
import { type LearnedBuild, type MarkCorpus, readCorpus } from './learn-marks.ts';
import { readClasses, readStrings } from './sdk-code.ts';
import { fetchFile } from './sdk-files.ts';
import { SUBJECTS, type Subject, testBuild } from './sdk-subjects.ts';

/** Names of publishers that make many SDKs, and parts of packages that say nothing. */
const WIDE = new Set([
  ...['tencent', 'alibaba', 'google', 'baidu', 'android', 'mobile', 'library', 'analytics', 'message', 'push', 'open'],
  ...['core', 'base', 'common', 'apps', 'internal'],
]);
const SHORTEST_NAME = 4;

/** All binaries and apps of sdk-binaries.json with the owners of their classes, binaries first and in their order. */
export function knownCorpus(catalogue: Catalogue, own: readonly LearnedBuild[] = []): MarkCorpus {
  return readCorpus([
    ...own,
    ...SUBJECTS.binaries.map((subject) => ({
      classes: readClasses(testBuild(subject, 'kept')),
      ownerOf: ownersIn(subject, catalogue),
      sdks: subject.sdks,
    })),
    ...SUBJECTS.apps.map((subject) => appOf(subject, catalogue)),
  ]);
}

/**
 * An app with its classes, and, as in a scan every string of a file counts, also one that is only a member's name, with
 * all strings that are not those of the SDKs which it holds.
 */
function appOf(subject: Subject, catalogue: Catalogue): LearnedBuild {
  const apk = fetchFile(subject);
  const ownerOf = ownersIn(subject, catalogue);
  const classes = readClasses(apk);
  const owned = new Set(classes.flatMap(({ name, strings }) => (ownerOf(name) === null ? [] : [...strings.keys()])));
  const all = readStrings(apk);
  const others = new Map([...all.strings].filter(([mark]) => !owned.has(mark)));
  return { classes: [...classes, { ...all, strings: others }], ownerOf, sdks: [] };
}

/** Whose a class is in a binary: what an SDK there carries is that one's, and what is of none that it should hold is nobody's. */
function ownersIn({ sdks, also = [] }: Pick<Subject, 'sdks' | 'also'>, catalogue: Catalogue): LearnedBuild['ownerOf'] {
  const there = new Set([...sdks, ...also]);
  const entries = (field: 'packages' | 'carries') =>
    Object.entries(catalogue.sdks).flatMap(([id, sdk]) => (sdk[field] ?? []).map((prefix) => [prefix, id] as const));
  const packages = new PrefixIndex(entries('packages'));
  const carried = new PrefixIndex(entries('carries').filter(([, id]) => there.has(id)));
  return (name) => {
    const owner = carried.find(name)?.value ?? packages.find(name)?.value;
    return owner !== undefined && there.has(owner) ? owner : null;
  };
}

/** The publisher's part of an SDK's packages, in small letters: `umeng` of `com.umeng.analytics`; none where it makes many SDKs. */
export function vendorsIn(catalogue: Catalogue): (sdk: string) => readonly string[] {
  const known = new Map(
    Object.entries(catalogue.sdks).map(([id, { packages }]) => [
      id,
      [...new Set(packages.flatMap((name) => name.toLowerCase().split('.').slice(1, 4)))].filter(
        (name) => name.length >= SHORTEST_NAME && !WIDE.has(name),
      ),
    ]),
  );
  return (sdk) => known.get(sdk) ?? [];
}

/** Dotted names in a string: packages, actions, hosts. */
const DOTTED = /[A-Za-z][\w-]*(?:\.[\w-]+)+/g;

/**
 * Tells of a string whether it names a package or host of another publisher: an app's, which many ask for, or that of an
 * SDK, which others carry or call as well.
 */
export function foreignIn(catalogue: Catalogue): (sdk: string, text: string) => boolean {
  const first = (name: string): string => name.split('.').slice(0, 2).join('.');
  const last = (host: string): string => host.split('.').slice(-2).join('.');
  const sdks = Object.entries(catalogue.sdks);
  const packages = new Set(sdks.flatMap(([, sdk]) => sdk.packages.map(first)));
  const hosts = new Set(sdks.flatMap(([, sdk]) => sdk.domains.map(last)));
  const own = new Map(sdks.map(([id, sdk]) => [id, new Set([...sdk.packages.map(first), ...sdk.domains.map(last)])]));
  return (sdk, text) => {
    const known = own.get(sdk) ?? new Set();
    const names = text.match(DOTTED) ?? [];
    if (names.some((name) => known.has(first(name)) || known.has(last(name)))) return false;
    return names.some((name) => packages.has(first(name)) || hosts.has(last(name)));
  };
}
