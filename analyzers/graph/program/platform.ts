import type { Catalogue } from '../../model/catalogue.ts';
import type { EntryPointsSignature, ImplicitEdge, Sourced, StoredRead } from '../../model/signatures.ts';
import type { Hierarchy } from './hierarchy.ts';
import type { MemberSpecs } from './member-names.ts';

/** An implicit edge as the graph looks it up. */
export interface Trigger extends Pick<ImplicitEdge, 'carrier' | 'mode'> {
  /** Type of the class that declares the triggering member. */
  owner: number;
  /** Descriptor to which it is limited, null for every overload. */
  descriptor: string | null;
  /** Position of the argument, -1 for any that fits. */
  argument: number;
  /** Type of the objects whose members run, -1 for any. */
  target: number;
  members: MemberSpecs;
  gives: ImplicitEdge['gives'] | null;
}

/** Members that the framework calls on every object of a type that it is given. */
export interface Callback {
  type: number;
  members: MemberSpecs;
  mode: 'callback' | 'user';
}

/** What a member does with objects beyond what its types tell. */
export interface Handing {
  /** Type of the class that declares the member. */
  owner: number;
  /** The kept value that is put or got, -1 where the result stands for receiver and arguments. */
  kept: number;
  puts: boolean;
}

export type EntryRule = Omit<EntryPointsSignature, keyof Sourced> & { kind: string };

/** What the framework calls, indexed for one build: only what its code mentions. */
export interface Platform {
  /** Name of the triggering member -> what it triggers. */
  triggers: ReadonlyMap<string, readonly Trigger[]>;
  /** By type. */
  callbacks: ReadonlyMap<number, readonly Callback[]>;
  rules: readonly EntryRule[];
  /** Names of members whose objects have what is annotated called. */
  takesAnnotated: ReadonlySet<string>;
  /** By the member's name. */
  handings: ReadonlyMap<string, readonly Handing[]>;
  /** Types whose objects are kept where they are given, for a call on what keeps them to have them called. */
  carried: ReadonlySet<number>;
  /** Kept values. */
  keptCount: number;
  /** Name of a member that reads something stored -> the types that have it. */
  storedReads: ReadonlyMap<string, readonly { owner: number; read: StoredRead }[]>;
}

export function compilePlatform(catalogue: Catalogue, hierarchy: Hierarchy): Platform {
  const triggers = new Map<string, Trigger[]>();
  const callbacks = new Map<number, Callback[]>();
  for (const { edges, callbacks: plain, userCallbacks } of Object.values(catalogue.implicitEdges)) {
    for (const edge of edges) {
      const { name, ...trigger } = triggerOf(edge, hierarchy);
      const known = triggers.get(name);
      if (known === undefined) triggers.set(name, [trigger]);
      else known.push(trigger);
    }
    for (const [mode, types] of [
      ['callback', plain],
      ['user', userCallbacks],
    ] as const) {
      for (const [name, members] of Object.entries(types)) {
        const type = typeOfName(name, hierarchy);
        const known = callbacks.get(type);
        if (known === undefined) callbacks.set(type, [{ type, members, mode }]);
        else known.push({ type, members, mode });
      }
    }
  }
  for (const { type, members, mode } of shownMembers(catalogue, hierarchy)) {
    callbacks.set(type, [...(callbacks.get(type) ?? []), { type, members, mode }]);
  }
  for (const [name, trigger] of showingTriggers(catalogue, hierarchy)) {
    triggers.set(name, [...(triggers.get(name) ?? []), trigger]);
  }
  const { handings, keptCount } = handingsOf(catalogue, hierarchy);
  const storedReads = new Map<string, { owner: number; read: StoredRead }[]>();
  for (const [path, read] of Object.entries(catalogue.storedReads)) {
    const dot = path.lastIndexOf('.');
    const entry = { owner: typeOfName(path.slice(0, dot), hierarchy), read };
    storedReads.set(path.slice(dot + 1), [...(storedReads.get(path.slice(dot + 1)) ?? []), entry]);
  }
  return {
    triggers,
    callbacks,
    handings,
    carried: new Set(
      [...triggers.values()].flat().flatMap(({ carrier, target }) => (CARRIED_BY.has(carrier) ? [target] : [])),
    ),
    keptCount,
    storedReads,
    rules: Object.entries(catalogue.entryPoints).map(([kind, rule]) => ({ ...rule, kind })),
    takesAnnotated: new Set(Object.values(catalogue.entryPoints).flatMap(({ givenTo = [] }) => givenTo)),
  };
}

const CARRIED_BY: ReadonlySet<string> = new Set(['constructor-argument', 'nested-argument']);

/** What the framework calls on objects once they are shown: at once, and when the user acts or at their end. */
function shownMembers({ entryPoints }: Pick<Catalogue, 'entryPoints'>, hierarchy: Hierarchy): Callback[] {
  return Object.values(entryPoints).flatMap(({ classes, launcherStart, shownBy }) => {
    if (shownBy === undefined) return [];
    const atOnce = new Set(launcherStart);
    const isAtOnce = (spec: string): boolean => atOnce.has(spec.split('(')[0] ?? spec);
    return Object.entries(classes).flatMap(([name, members]): Callback[] => {
      const type = typeOfName(name, hierarchy);
      if (hierarchy.classOfType[type] !== -1) return [];
      return [
        { type, members: members.filter(isAtOnce), mode: 'callback' },
        { type, members: members.filter((spec) => !isAtOnce(spec)), mode: 'user' },
      ];
    });
  });
}

/** The calls that show their receiver. */
function showingTriggers(catalogue: Catalogue, hierarchy: Hierarchy): [name: string, Trigger][] {
  return Object.values(catalogue.entryPoints).flatMap((rule) =>
    (rule.shownBy ?? []).flatMap((path) => {
      const dot = path.lastIndexOf('.');
      const owner = typeOfName(path.slice(0, dot), hierarchy);
      return shownMembers({ entryPoints: { rule } }, hierarchy)
        .filter(({ type }) => hierarchy.isSubtype(type, owner) || hierarchy.isSubtype(owner, type))
        .map(({ type, members, mode }): [string, Trigger] => [
          path.slice(dot + 1),
          { carrier: 'receiver', mode, owner, descriptor: null, argument: -1, target: type, members, gives: null },
        ]);
    }),
  );
}

function handingsOf(catalogue: Catalogue, hierarchy: Hierarchy): Pick<Platform, 'handings' | 'keptCount'> {
  const handings = new Map<string, Handing[]>();
  let keptCount = 0;
  const add = (path: string, kept: number, puts: boolean): void => {
    const dot = path.lastIndexOf('.');
    const handing = { owner: typeOfName(path.slice(0, dot), hierarchy), kept, puts };
    handings.set(path.slice(dot + 1), [...(handings.get(path.slice(dot + 1)) ?? []), handing]);
  };
  for (const { kept = [], passed = [] } of Object.values(catalogue.implicitEdges)) {
    for (const { put, get } of kept) {
      for (const path of put) add(path, keptCount, true);
      for (const path of get) add(path, keptCount, false);
      keptCount++;
    }
    for (const path of passed) add(path, -1, false);
  }
  return { handings, keptCount };
}

function triggerOf(edge: ImplicitEdge, hierarchy: Hierarchy): Trigger & { name: string } {
  const open = edge.trigger.indexOf('(');
  const path = open < 0 ? edge.trigger : edge.trigger.slice(0, open);
  const dot = path.lastIndexOf('.');
  return {
    name: path.slice(dot + 1),
    owner: typeOfName(path.slice(0, dot), hierarchy),
    descriptor: open < 0 ? null : edge.trigger.slice(open),
    carrier: edge.carrier,
    argument: edge.argument ?? -1,
    target: edge.target === '*' ? -1 : typeOfName(edge.target, hierarchy),
    members: edge.members,
    mode: edge.mode,
    gives: edge.gives ?? null,
  };
}

export function typeOfName(name: string, hierarchy: Hierarchy): number {
  return hierarchy.typeOf(`L${name.replaceAll('.', '/')};`);
}
