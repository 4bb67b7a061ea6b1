import type { AndroidStrings, Catalogue } from '../model/catalogue.ts';
import type { Fact } from '../model/fact.ts';
import { isNothing, meetsCondition, parsedArgument } from '../model/script-condition.ts';
import type { AndroidMember, ArgumentKind, PermissionEntry, ScriptMember } from '../model/signatures.ts';

/** What a fact shows, by the catalogue. */
export interface Meaning {
  /** Data type ids, sorted; empty where only an argument that is not known would tell. */
  data: string[];
  /** Permissions any one of which opens it, full names. */
  permissions: string[];
  lowSignal: boolean;
  /** It only asks the user for a permission. */
  asks?: true;
  /** The constant argument that tells, null where the API alone does. */
  argument: string | null;
  /** By data type the constant argument that tells of it, where a call may get several. */
  tellers?: ReadonlyMap<string, string>;
  /** The group of strings that would have told, where the argument is not a constant. */
  awaits: ArgumentKind | null;
}

export interface Meanings {
  /** Undefined for a fact that shows no practice. */
  of(fact: Fact): Meaning | undefined;
  /** Data types of a string constant in a group, whether or not the group speaks alone. */
  ofString(group: ArgumentKind, value: string): string[];
  /** The groups in which a string constant tells something by itself. */
  groupsOf(value: string): readonly string[];
}

/** @param ownPackage the app's package, null where that is not known */
export function compileMeanings(catalogue: Catalogue, ownPackage: string | null = null): Meanings {
  let scripts: ReadonlyMap<string, ScriptMember[]> | undefined;
  const groups = Object.entries(catalogue.androidStrings) as [ArgumentKind | 'intent-action', AndroidStrings][];

  const ofAndroid = (fact: Fact): Meaning | undefined => {
    const dot = fact.value.lastIndexOf('.');
    const member = catalogue.androidApis[fact.value.slice(0, dot)]?.[fact.value.slice(dot + 1)];
    if (member === undefined || (member.argument === 'package-name' && asksOwn(fact))) return undefined;
    return ofMember(member, fact);
  };

  /** Whether a call is told which package it asks about, and it is the app's own. */
  const asksOwn = ({ args = [] }: Fact): boolean => {
    const names = args.filter((text) => !mayHideString(text));
    return names.length > 0 && names.every((text) => text === ownPackage);
  };

  const ofMember = (
    member: Pick<AndroidMember, 'data' | 'permissions' | 'argument' | 'signal'>,
    fact: Fact,
  ): Meaning => {
    const data = new Set(member.data);
    const permissions = new Set(member.permissions?.map(fullPermission));
    const args = fact.args ?? [];
    let argument: string | null = null;
    const tellers = new Map<string, string>();
    let awaits: ArgumentKind | null = null;
    if (member.argument !== undefined) {
      for (const text of args) {
        for (const [group, part] of lookUps(member.argument, text)) {
          const table = catalogue.androidStrings[group];
          const entry = table === undefined ? undefined : stringEntry(table, part);
          if (entry === undefined || entry.data.length === 0) continue;
          for (const type of entry.data) {
            data.add(type);
            if (!tellers.has(type)) tellers.set(type, text);
          }
          for (const name of entry.permissions ?? []) permissions.add(fullPermission(name));
          argument ??= text;
        }
      }
      if (argument === null && args.every(mayHideString)) awaits = member.argument;
    }
    // An argument that tells lifts a call that everybody makes.
    const lowSignal = member.signal === 'low' && argument === null;
    return { data: [...data].sort(), permissions: [...permissions].sort(), lowSignal, argument, tellers, awaits };
  };

  const ofNative = (fact: Fact): Meaning | undefined => {
    const symbol = Object.hasOwn(catalogue.nativeApis, fact.value) ? catalogue.nativeApis[fact.value] : undefined;
    const meaning = symbol === undefined ? ofAndroid(fact) : ofMember(symbol, fact);
    if (meaning === undefined) return undefined;
    // That a string of native code is an argument is a guess: of what everybody asks for it means little.
    const low =
      meaning.argument !== null && meaning.data.every((type) => catalogue.dataTypes[type]?.sensitivity === 'low');
    return low ? { ...meaning, lowSignal: true } : meaning;
  };

  const entriesOfLone = (value: string) =>
    groups
      // A URI has no blanks: what begins like one and goes on in words is a text about it.
      .filter(([group, table]) => table.alone && !(group === 'content-uri' && /\s/.test(value)))
      .map(([group, table]) => ({ group, entry: stringEntry(table, value) }));

  const ofLoneString = (value: string): Meaning | undefined => {
    const entries = entriesOfLone(value).map(({ entry }) => entry);
    const data = new Set(entries.flatMap((entry) => entry?.data ?? []));
    if (data.size === 0) return undefined;
    const permissions = new Set(entries.flatMap((entry) => entry?.permissions ?? []).map(fullPermission));
    return {
      data: [...data].sort(),
      permissions: [...permissions].sort(),
      lowSignal: false,
      argument: null,
      awaits: null,
    };
  };

  const find = (fact: Fact): Meaning | undefined => {
    if (fact.own === true || fact.used === true) return undefined;
    if (fact.kind === 'string') return ofLoneString(fact.value);
    if (fact.kind !== 'call' && fact.kind !== 'field') return undefined;
    if (fact.at.class !== undefined) return ofAndroid(fact);
    if (fact.at.file.endsWith('.so')) return ofNative(fact);
    scripts ??= scriptMembers(catalogue);
    const members = scripts.get(fact.value);
    return members === undefined ? undefined : ofScript(members, fact, catalogue.permissions);
  };
  // Every part of the matching asks for each fact.
  const known = new Map<Fact, Meaning | undefined>();

  return {
    of(fact) {
      if (known.has(fact)) return known.get(fact);
      const meaning = find(fact);
      known.set(fact, meaning);
      return meaning;
    },
    ofString(group, value) {
      const table = catalogue.androidStrings[group];
      return table === undefined ? [] : (stringEntry(table, value)?.data ?? []);
    },
    groupsOf: (value) =>
      entriesOfLone(value)
        .filter(({ entry }) => (entry?.data.length ?? 0) > 0)
        .map(({ group }) => group),
  };
}

/** Script members by the value their facts carry; frameworks may share a module. */
function scriptMembers(catalogue: Catalogue): Map<string, ScriptMember[]> {
  const members = new Map<string, ScriptMember[]>();
  for (const [id, api] of Object.entries(catalogue.scriptApis)) {
    const module = id.slice(id.indexOf('/') + 1);
    for (const [path, member] of Object.entries(api.members)) {
      const value = `${module}.${path}`;
      members.set(value, [...(members.get(value) ?? []), member]);
    }
  }
  return members;
}

function ofScript(
  members: ScriptMember[],
  { args = [], takes }: Pick<Fact, 'args' | 'takes'>,
  known: Catalogue['permissions'],
): Meaning {
  const data = new Set<string>();
  for (const member of members) {
    if (member.handed !== undefined && isNothing(args[member.handed])) continue;
    for (const type of takes === undefined ? member.data : takenData(member, takes)) data.add(type);
    const met = member.when?.filter((choice) => meetsCondition(choice, args)) ?? [];
    for (const choice of met) for (const type of choice.data) data.add(type);
    for (const { replaces = [] } of met) for (const type of replaces) data.delete(type);
    if (met.length === 0) for (const type of member.otherwise ?? []) data.add(type);
    for (const name of namesIn(args[member.permissionsIn ?? args.length])) {
      for (const type of dataAsked(Object.hasOwn(known, name) ? known[name] : undefined)) data.add(type);
    }
  }
  const permissions = new Set(members.flatMap((member) => member.permissions ?? []).map(fullPermission));
  const lowSignal = members.every((member) => member.signal === 'low');
  const asks = members.every((member) => member.signal === 'asks') ? { asks: true as const } : {};
  return {
    data: [...data].sort(),
    permissions: [...permissions].sort(),
    lowSignal,
    ...asks,
    argument: null,
    awaits: null,
  };
}

/** The names that an argument is, or holds as an array. */
function namesIn(text: string | undefined): string[] {
  const value = text === undefined ? null : parsedArgument(text);
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
}

/** What somebody who is asked for a permission at run time gives away: the permission may open more. */
function dataAsked(permission: PermissionEntry | undefined): readonly string[] {
  return permission?.asked ?? permission?.data.slice(0, 1) ?? [];
}

function takenData({ data, parts }: ScriptMember, takes: readonly string[]): readonly string[] {
  if (parts === undefined) return data;
  return Object.keys(parts).filter((type) => parts[type]?.some((name) => takes.includes(name)));
}

/** Commands that read what other groups know, and the group in which what they read is looked up. */
const COMMANDS: readonly [RegExp, ArgumentKind][] = [
  [/^getprop (\S+)/, 'system-property'],
  [/^settings get (?:secure|system|global) (\S+)/, 'settings-key'],
  [/^content query --uri (\S+)/, 'content-uri'],
  [/^cat (\/\S+)/, 'file-path'],
];

/** Last argument of what is called by reflection. */
const REFLECTION = 'reflection';

/** What an argument is looked up as: itself, and what a command reads. */
function lookUps(group: ArgumentKind, text: string): [ArgumentKind, string][] {
  const found: [ArgumentKind, string][] = [[group, text]];
  if (group !== 'shell-command') return found;
  for (const [pattern, read] of COMMANDS) {
    const part = pattern.exec(text)?.[1];
    if (part !== undefined) found.push([read, part]);
  }
  return found;
}

/** Whether an argument leaves open that the string is another one: unknown, or no string at all. */
function mayHideString(text: string): boolean {
  if (text === REFLECTION) return true;
  return text === '?' || text === 'null' || text === 'true' || text === 'false' || !Number.isNaN(Number(text));
}

/** Short permission names are those below `android.permission.`; names of scopes (`scope.userLocation`) are whole. */
function fullPermission(name: string): string {
  return name.includes('.') ? name : `android.permission.${name}`;
}

function stringEntry(table: AndroidStrings, value: string): AndroidStrings['strings'][string] | undefined {
  if (table.match === 'exact') return ownEntry(table, value);
  for (let end = value.length; end > 0; end--) {
    const entry = ownEntry(table, value.slice(0, end));
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** Strings come from the input: `constructor` must not find an inherited property. */
function ownEntry(table: AndroidStrings, value: string): AndroidStrings['strings'][string] | undefined {
  return Object.hasOwn(table.strings, value) ? table.strings[value] : undefined;
}
