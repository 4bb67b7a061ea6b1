import type { Catalogue } from '../model/catalogue.ts';
import type { FoundBy, FoundSdk } from '../model/evidence.ts';
import { ABSENT_CLASS, type Fact } from '../model/fact.ts';
import { fitsWildcard } from '../model/wildcard.ts';
import { PrefixIndex } from './prefix-index.ts';
import { findByMarks } from './sdk-marks.ts';
import { findByNames } from './sdk-names.ts';
import { compileVersions, statedSdk } from './sdk-versions.ts';

type NamedHow = Exclude<FoundBy['how'], 'mark' | 'string'>;
type SdkEntry = Catalogue['sdks'][string];

/** How many places are listed for each way by which an SDK was found; more tell a reader nothing new. */
const PLACES_PER_WAY = 5;

/** Which field of an SDK's signature a fact of each kind is looked up in. */
const PATTERNS_OF: Record<NamedHow, (sdk: SdkEntry) => string[]> = {
  class: (sdk) => sdk.packages,
  component: (sdk) => sdk.components,
  setting: (sdk) => sdk.settings,
  library: (sdk) => sdk.libraries,
  asset: (sdk) => sdk.assets,
  module: (sdk) => sdk.modules,
};

/** SDKs that the facts show, sorted by id, each with what shows it. `claimed` is false until a policy is looked at. */
export function findSdks(allFacts: readonly Fact[], catalogue: Catalogue): FoundSdk[] {
  // A no-op artifact has an SDK's names and nothing else of it.
  const facts = allFacts.filter(({ kind, args }) => kind !== 'class' || args?.[2] !== 'stub');
  const sdksOf = compileLookUp(facts, catalogue);
  const found = new Map<string, FoundBy[]>();
  const add = (id: string, by: FoundBy): void => {
    const places = found.get(id) ?? [];
    if (places.filter(({ how }) => how === by.how).length < PLACES_PER_WAY) places.push(by);
    found.set(id, places);
  };
  const further: [id: string, by: FoundBy][] = [];
  for (const fact of facts) {
    if (!Object.hasOwn(PATTERNS_OF, fact.kind)) continue;
    const how = fact.kind as NamedHow;
    for (const id of sdksOf(how, fact)) {
      const by: FoundBy = { how, value: fact.value, sure: 'certain', at: fact.at };
      if (isAbsent(fact)) further.push([id, by]);
      else add(id, by);
    }
  }
  for (const [id, by] of findByMarks(facts, catalogue)) add(id, by);
  for (const [id, by] of findStated(facts, catalogue)) if (!found.has(id)) add(id, by);
  for (const [id, by] of findByNames(facts, new Set(found.keys()), catalogue)) add(id, by);
  // A component without a class shows no SDK, and where it is of one that is there.
  for (const [id, by] of further) if (found.has(id)) add(id, by);
  const versionOf = compileVersions(facts, catalogue);
  return [...found]
    .filter(([id, places]) => !isForeignManifest(id, places, found, catalogue))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, places]) => describe(id, catalogue.sdks[id], places, bringersOf(id, found, catalogue), versionOf(id)));
}

/** Whether a component's class is nowhere in the build, although all of its code was read. */
function isAbsent({ kind, args }: Fact): boolean {
  return kind === 'component' && args?.at(-1) === ABSENT_CLASS;
}

/** SDKs that state themselves in a string, whose group is a package of theirs. */
function findStated(facts: readonly Fact[], catalogue: Catalogue): [id: string, by: FoundBy][] {
  const stated = facts.flatMap(({ kind, value, at }) => {
    const group = kind === 'version' ? statedSdk(value) : undefined;
    return group === undefined ? [] : [{ group, value, at }];
  });
  if (stated.length === 0) return [];
  const owners = new PrefixIndex(
    Object.entries(catalogue.sdks).flatMap(([id, sdk]) => sdk.packages.map((prefix) => [prefix, id] as const)),
  );
  return stated.flatMap(({ group, value, at }): [string, FoundBy][] => {
    const owner = owners.find(group)?.value;
    return owner === undefined ? [] : [[owner, { how: 'string', value, sure: 'likely', at }]];
  });
}

function describe(
  id: string,
  sdk: SdkEntry | undefined,
  found: FoundBy[],
  broughtBy: string[],
  version: string | undefined,
): FoundSdk {
  const name = sdk?.names.zh[0] ?? sdk?.names.en[0] ?? id;
  const company = sdk?.companies[0] ?? null;
  return {
    id,
    name,
    company,
    ...(version === undefined ? {} : { version }),
    ...(broughtBy.length === 0 ? {} : { broughtBy }),
    found,
    claimed: false,
  };
}

function bringersOf(id: string, found: ReadonlyMap<string, FoundBy[]>, catalogue: Catalogue): string[] {
  return [...found.keys()].filter((other) => catalogue.sdks[other]?.brings?.includes(id) === true).sort();
}

/**
 * An aggregator's manifest declares components of SDKs that the app may leave out; where their classes are not in the
 * build, nothing else of them is either.
 */
function isForeignManifest(
  id: string,
  places: FoundBy[],
  found: ReadonlyMap<string, FoundBy[]>,
  catalogue: Catalogue,
): boolean {
  if (places.some(({ how }) => how !== 'component')) return false;
  return bringersOf(id, found, catalogue).some((other) => found.get(other)?.some(({ how }) => how === 'class'));
}

/**
 * Ids of the SDKs that a fact of a kind shows. A component is that SDK's whose package its class lies in, if other
 * classes of that SDK are there; else that of the SDK which lists it. What another SDK carries is that one's, if it is there. A native library tells also by the classes whose
 * methods it exports.
 */
function compileLookUp(facts: Fact[], catalogue: Catalogue): (how: NamedHow, fact: Fact) => string[] {
  const owners = new PrefixIndex(
    Object.entries(catalogue.sdks).flatMap(([id, sdk]) => sdk.packages.map((prefix) => [prefix, id] as const)),
  );
  const ownerOf = (name: string): string[] => {
    const owner = owners.find(name);
    return owner === undefined ? [] : [owner.value];
  };
  const indexes = new Map<NamedHow, (name: string) => string[]>();
  const listed = (how: NamedHow, name: string): string[] => {
    let index = indexes.get(how);
    if (index === undefined) {
      index = indexPatterns(catalogue, how);
      indexes.set(how, index);
    }
    return index(name);
  };
  const withClasses = new Set(facts.flatMap(({ kind, value }) => (kind === 'class' ? listed('class', value) : [])));
  const carriers = new PrefixIndex(
    Object.entries(catalogue.sdks).flatMap(([id, { carries = [] }]) => carries.map((prefix) => [prefix, id] as const)),
  );
  return (how, { value, args = [] }) => {
    const ids = listed(how, value);
    if (how === 'class' || how === 'component') {
      const carrier = carriers.find(value)?.value;
      if (carrier !== undefined && withClasses.has(carrier)) return [carrier];
    }
    // What is carried is told apart from its owner's package, and the owner's all the same.
    if (how === 'class') return ids.length > 0 || carriers.find(value) === undefined ? ids : ownerOf(value);
    if (how === 'component') {
      const owner = ownerOf(value);
      return owner.some((id) => withClasses.has(id)) ? owner : [...new Set([...ids, ...owner])];
    }
    if (how !== 'library') return ids;
    const classes = args.flatMap((arg) => (arg.startsWith(JNI) ? [arg.slice(JNI.length)] : []));
    return [...new Set([...ids, ...classes.flatMap(ownerOf)])];
  };
}

/** Arguments of library facts that name a class of which native methods are exported. */
const JNI = 'jni=';

/** Ids of the SDKs whose signature takes a name; whole names by hash, patterns one by one. */
function indexPatterns(catalogue: Catalogue, how: NamedHow): (name: string) => string[] {
  const exact = new Map<string, string[]>();
  const patterns: [pattern: string, id: string][] = [];
  for (const [id, sdk] of Object.entries(catalogue.sdks)) {
    for (const pattern of PATTERNS_OF[how](sdk)) {
      if (pattern.includes('*')) patterns.push([pattern, id]);
      else exact.set(pattern, [...(exact.get(pattern) ?? []), id]);
    }
  }
  return (name) => {
    const ids = exact.get(name) ?? [];
    const fitting = patterns.filter(([pattern]) => fitsWildcard(pattern, name)).map(([, id]) => id);
    return [...new Set([...ids, ...fitting])];
  };
}
