import type { Catalogue } from '../model/catalogue.ts';
import type { Actor, Evidence, Grade } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import { fingerprint } from '../model/fingerprint.ts';
import type { Location } from '../model/location.ts';
import type { Reach } from '../model/reach.ts';
import type { Sink } from '../model/sink.ts';
import { GivenStrings } from './given-strings.ts';
import type { Meanings } from './meaning.ts';
import type { PermissionCheck } from './missing-permissions.ts';
import type { Owners } from './owner.ts';
import { PrefixIndex } from './prefix-index.ts';

/** One practice before it has an id. */
interface Practice {
  data: string;
  actor: Actor;
  grade: Grade;
  api: string;
  argument: string | null;
  lowSignal: boolean;
  lacks: string[] | null;
  at: Location;
  reach: Reach | null;
  sinks: Sink[];
}

/** The practices that the facts show, in the order of the facts. */
export function findEvidence(
  facts: Fact[],
  reaches: readonly (Reach | null)[],
  meanings: Meanings,
  owners: Owners,
  catalogue: Catalogue,
  check: PermissionCheck | null = null,
): Evidence[] {
  const strings = stringsByMethod(facts);
  const onBehalf = new PrefixIndex(catalogue.libraries.onBehalf.map((prefix) => [prefix, true] as const));
  const isOnBehalf = ({ actor, at }: Pick<Practice, 'actor' | 'at'>): boolean =>
    actor.startsWith('library:') && at.class !== undefined && onBehalf.find(at.class) !== undefined;
  const practices: Practice[] = [];
  // What a call shows in a method is not shown once more by the string that it takes.
  const shown = new Set<string>();
  facts.forEach((fact, index) => {
    if (fact.kind === 'string') return;
    for (const practice of practicesOf(fact, meanings, owners, catalogue, strings)) {
      const grade = practice.grade === 'bundled' && leaves(fact) ? 'sent' : practice.grade;
      const lacks = fact.at.class === undefined ? null : lacking(meanings.of(fact)?.permissions ?? [], check);
      const { data, actor, api, argument, lowSignal, at } = practice;
      const reached = reachedAs(grade, reaches[index]);
      practices.push({
        data,
        actor,
        grade: reached.grade,
        api,
        argument,
        lowSignal,
        lacks,
        at,
        reach: reached.reach,
        // What comes of asking for a permission is the answer, not what it is asked for.
        sinks: grade === 'requested' ? [] : (fact.sinks ?? []),
      });
      shown.add(`${data} ${enclosing(at)}`);
    }
  });
  const given = new GivenStrings(facts, meanings, owners);
  facts.forEach((fact, index) => {
    if (fact.kind !== 'string') return;
    for (const data of meanings.of(fact)?.data ?? []) {
      if (shown.has(`${data} ${enclosing(fact.at)}`)) continue;
      const actor = owners.actorAt(fact.at, fact.module);
      // What is done with it shows at the call that gets it.
      if (given.isGiven(fact, actor)) continue;
      practices.push({
        data,
        actor,
        api: fact.value,
        argument: null,
        lowSignal: false,
        lacks: null,
        at: fact.at,
        sinks: [],
        ...reachedAs('bundled', given.mayBeGiven(fact, actor) ? reaches[index] : null),
      });
    }
  });
  return withIds(practices.map((practice) => (isOnBehalf(practice) ? { ...practice, lowSignal: true } : practice)));
}

/** What it needs and the build requests nowhere. */
function lacking(permissions: readonly string[], check: PermissionCheck | null): string[] | null {
  return check?.isLacking(permissions) === true ? check.askedOf(permissions) : null;
}

/** What native code hands to the app's own scripts has not left yet; where it goes on from there shows in these. */
function leaves({ sinks = [] }: Fact): boolean {
  return sinks.some(({ kind }) => kind !== 'script');
}

/** Code that is there is `reachable` once something leads to it. */
function reachedAs(grade: Grade, reach: Reach | null = null): Pick<Practice, 'grade' | 'reach'> {
  return { grade: grade === 'bundled' && reach !== null ? 'reachable' : grade, reach };
}

function practicesOf(
  fact: Fact,
  meanings: Meanings,
  owners: Owners,
  catalogue: Catalogue,
  strings: ReadonlyMap<string, string[]>,
): Omit<Practice, 'reach' | 'sinks' | 'lacks'>[] {
  if (fact.kind === 'component') return practicesOfComponent(fact, owners, catalogue);
  const meaning = meanings.of(fact);
  if (meaning === undefined) return [];
  const actor = owners.actorAt(fact.at, fact.module);
  const telling = new Map(meaning.data.map((type) => [type, meaning.tellers?.get(type) ?? meaning.argument]));
  const awaited = meaning.awaits;
  if (awaited !== null && telling.size === 0) {
    // The argument is no constant at the call; a telling string in the same method is taken for it.
    for (const value of strings.get(enclosing(fact.at)) ?? []) {
      for (const type of meanings.ofString(awaited, value)) if (!telling.has(type)) telling.set(type, value);
    }
  }
  return [...telling.keys()].sort().map((type) => ({
    data: type,
    actor,
    grade: meaning.asks ? ('requested' as const) : ('bundled' as const),
    api: fact.value,
    argument: telling.get(type) ?? null,
    lowSignal: meaning.lowSignal || isOwnApi(fact, actor, owners),
    at: fact.at,
  }));
}

/**
 * Third-party code that calls a member of its own (an account that writes its address into a parcel) shows nothing: who
 * asks for the data is who calls it from outside, and where the code got it from shows elsewhere.
 */
function isOwnApi({ kind, value, at }: Fact, actor: Actor, owners: Owners): boolean {
  if (kind !== 'call' || actor === 'app' || at.class === undefined) return false;
  return owners.actorAt({ file: at.file, class: value.slice(0, value.lastIndexOf('.')) }) === actor;
}

/** Components that wait for a telling intent (boot completed, accessibility ...) ask for it in the manifest. */
function practicesOfComponent(
  fact: Fact,
  owners: Owners,
  catalogue: Catalogue,
): Omit<Practice, 'reach' | 'sinks' | 'lacks'>[] {
  const actions = catalogue.androidStrings['intent-action']?.strings ?? {};
  const actor = owners.actorAt({ file: fact.at.file, class: fact.value });
  return (fact.args ?? []).slice(1).flatMap((action) => {
    const entry = Object.hasOwn(actions, action) ? actions[action] : undefined;
    const at = { ...fact.at, class: fact.value };
    return (entry?.data ?? []).map((data) => ({
      data,
      actor,
      grade: 'requested' as const,
      api: action,
      argument: null,
      lowSignal: false,
      at,
    }));
  });
}

function stringsByMethod(facts: Fact[]): Map<string, string[]> {
  const strings = new Map<string, string[]>();
  // What is known to be given to one call is not what another is given.
  const given = new Map<string, Set<string>>();
  for (const { kind, at, args = [] } of facts) {
    if (kind !== 'call' || at.class === undefined || args.length === 0) continue;
    const key = enclosing(at);
    const others = given.get(key);
    if (others === undefined) given.set(key, new Set(args));
    else for (const text of args) others.add(text);
  }
  for (const fact of facts) {
    if (fact.kind !== 'string') continue;
    const key = enclosing(fact.at);
    if (given.get(key)?.has(fact.value)) continue;
    const values = strings.get(key);
    if (values === undefined) strings.set(key, [fact.value]);
    else values.push(fact.value);
  }
  return strings;
}

/** The method that holds a location; in scripts, which know no methods here, the line, or the place in the bytecode. */
function enclosing(at: Location): string {
  return at.class === undefined ? `${at.file}:${at.line ?? `+${at.offset ?? 0}`}` : `${at.class}#${at.method ?? ''}`;
}

/**
 * Ids rest on what survives a rebuild: data, actor, API and the enclosing class and method, or file in scripts; sites
 * that agree in all of these are numbered in their order.
 */
function withIds(practices: Practice[]): Evidence[] {
  const seen = new Map<string, number>();
  return practices.map((practice) => {
    const { data, actor, grade, api, argument, lowSignal, lacks, at, reach, sinks } = practice;
    const place = at.class === undefined ? at.file : `${at.class}#${at.method ?? ''}`;
    const key = [data, actor, api, place].join('\u0000');
    const number = seen.get(key) ?? 0;
    seen.set(key, number + 1);
    const id = fingerprint(data, actor, api, place, String(number));
    const way = {
      entry: reach?.entry ?? null,
      path: reach?.path ?? [],
      beforeConsent: reach !== null && reach.beforeConsent !== null,
      consentBasis: reach?.beforeConsent ?? null,
      background: reach?.background ?? false,
    };
    const closed = lacks === null ? {} : { lacks };
    return { id, data, actor, grade, api, argument, lowSignal, ...closed, at, ...way, sinks };
  });
}
