import { CodeItem } from '../../../formats/dex/code-item.ts';
import { readLines } from '../../../formats/dex/debug-info.ts';
import { javaType } from '../../../formats/dex/descriptor.ts';
import { DexError } from '../../../formats/dex/dex-error.ts';
import type { Fact } from '../../../model/fact.ts';
import type { Location } from '../../../model/location.ts';
import { type Findings, placeOf as placeOfSite, type ReflectedUse, type SeenCall } from './findings.ts';
import { addressOf } from './models/provider-addresses.ts';
import { signatureOf } from './open-calls.ts';
import type { MethodCode } from './program.ts';
import type { CallSite } from './value.ts';

/** Members in which classes and objects begin. */
const BEGINS = /^<(?:cl)?init>\(/;
const CODE_ITEM_HEADER = 16;
const MAX_DEBUG_INFO = 1 << 20;
/** Last argument of what is used by reflection. */
export const REFLECTION = 'reflection';

/** A method of the program that is run by reflection: where, and which. */
export interface ReflectedCall {
  from: Location;
  to: Location;
}

/** A method or constructor that is looked up by reflection: where, and which methods of the program it may be. */
export interface ReflectedLookUp {
  from: Location;
  /** Binary name of the class that was asked. */
  asked: string;
  name: string;
  /** Descriptors of its parameters, null where these are not known. */
  parameters: string | null;
  members: readonly Location[];
}

/** A field of the program that is read or written by reflection: where, and which. */
export interface ReflectedAccess {
  from: Location;
  /** Class that was asked for the field, by its binary name. */
  owner: string;
  name: string;
  writes: boolean;
}

/** What the findings say of fields of the program, in the order of their places. */
export function reflectedAccesses({ accesses }: Findings): ReflectedAccess[] {
  return [...accesses.values()]
    .sort(
      (left, right) =>
        left.site.method.id - right.site.method.id ||
        left.site.address - right.site.address ||
        Number(left.owner + left.name > right.owner + right.name) -
          Number(left.owner + left.name < right.owner + right.name),
    )
    .map(({ site, owner, name, writes }) => ({
      from: { ...locationOf(site.method), offset: site.address },
      owner: javaType(owner),
      name,
      writes,
    }));
}

/** What the findings say of members that are looked up, in the order of their places. */
export function reflectedLookUps({ lookUps }: Findings): ReflectedLookUp[] {
  return [...lookUps.values()]
    .sort((left, right) => left.site.method.id - right.site.method.id || left.site.address - right.site.address)
    .map(({ site, owner, name, parameters, methods }) => ({
      from: { ...locationOf(site.method), offset: site.address },
      asked: javaType(owner),
      name,
      parameters,
      members: methods.map(locationOf),
    }));
}

/** What the findings say of calls within the program, in the order of their places. */
export function reflectedCalls({ runs }: Findings): ReflectedCall[] {
  return [...runs.values()]
    .sort(
      (left, right) =>
        left.site.method.id - right.site.method.id ||
        left.site.address - right.site.address ||
        left.method.id - right.method.id,
    )
    .map(({ site, method }) => ({
      from: { ...locationOf(site.method), offset: site.address },
      to: locationOf(method),
    }));
}

function locationOf(method: MethodCode): Location {
  return { file: method.file, class: javaType(method.owner.descriptor), method: signatureOf(method) };
}

/** The facts with what was found out, each use of reflection behind the last fact of its method. */
export function withValues(facts: readonly Fact[], findings: Findings): Fact[] {
  const calls = new Map<number, SeenCall>();
  for (const addresses of findings.seen.values())
    for (const seen of addresses.values()) calls.set(seen.call.fact, seen);
  const added = new Map<string, Fact[]>();
  for (const use of [...[...findings.uses.values()].flat(), ...findings.lookedUp.values()].sort(byPlace)) {
    const fact = factOf(use);
    const place = placeOf(fact.at);
    const others = added.get(place);
    if (others === undefined) added.set(place, [fact]);
    else others.push(fact);
  }
  // Places are texts to be made, so only those in classes where something was added are.
  const classes = new Set([...added.values()].flatMap((others) => others.map(({ at }) => at.class)));
  const places = facts.map(({ at }) => (classes.has(at.class) ? placeOf(at) : null));
  const last = new Map(places.map((place, index) => [place, index]));
  const result: Fact[] = [];
  const addresses = [...calls.values()].flatMap(({ call, texts }) => (call.group === 'content-uri' ? [...texts] : []));
  facts.forEach((given, index) => {
    const fact = isKept(given, addresses) ? { ...given, used: true as const } : given;
    const seen = calls.get(index);
    result.push(seen === undefined ? fact : withArguments(fact, seen, findings.usedAfter.get(placeOfSite(seen.call))));
    const place = places[index] ?? null;
    if (place === null || last.get(place) !== index) return;
    for (const item of added.get(place) ?? []) result.push(item);
    added.delete(place);
  });
  return [...result, ...[...added.values()].flat()];
}

/** Whether a fact only puts an address into a field where a class or an object begins, and calls are told it from there. */
function isKept({ kind, value, at }: Fact, told: readonly string[]): boolean {
  if (told.length === 0 || kind !== 'field' || at.method === undefined || !BEGINS.test(at.method)) return false;
  const address = addressOf(value);
  return address !== null && told.some((text) => text.startsWith(address));
}

function placeOf({ file, class: className, method }: Location): string {
  return `${file} ${className} ${method}`;
}

function byPlace(left: ReflectedUse, right: ReflectedUse): number {
  const sameMethod = left.site.method.id - right.site.method.id;
  const order = sameMethod || left.site.address - right.site.address;
  return order || (left.value < right.value ? -1 : left.value > right.value ? 1 : 0);
}

/** @param used members of the catalogue that are used after the call looked them up */
function withArguments(fact: Fact, seen: SeenCall, used: ReadonlySet<string> = new Set()): Fact {
  const told = withTexts(fact, seen);
  const names = [...used].map((member) => member.slice(member.lastIndexOf('.') + 1));
  const isUsed = names.length > 0 && [...seen.texts].every((text) => names.includes(text));
  return isUsed ? { ...told, used: true } : told;
}

function withTexts(fact: Fact, { call, texts, asked }: SeenCall): Fact {
  // Members of the program's own classes are named with their class: they are none of the platform's of that name.
  const [first, ...others] = asked === null ? texts : [...texts].map((text) => `${asked}.${text}`);
  if (first === undefined) return fact;
  const args = fact.args === undefined ? call.parameters.map(() => '?') : [...fact.args];
  if (args[call.position] === '?' || asked !== null) args[call.position] = first;
  else others.unshift(first);
  return { ...fact, args: [...args, ...others.filter((text) => !args.includes(text))] };
}

function factOf({ site, value, kind, args }: ReflectedUse): Fact {
  const { method, address } = site;
  const at: Location = { ...locationOf(method), offset: address };
  const line = lineOf(site);
  if (line > 0) at.line = line;
  return { kind: kind === 'method' ? 'call' : 'field', value, args: [...args, REFLECTION], at };
}

function lineOf({ method, address }: CallSite): number {
  try {
    const code = new CodeItem(method.dex.bytes);
    code.open(method.insnsOffset - CODE_ITEM_HEADER);
    if (code.debugInfoOffset === 0) return 0;
    return readLines(method.dex, code.debugInfoOffset, [address], MAX_DEBUG_INFO).lines[0] ?? 0;
  } catch (error) {
    if (error instanceof DexError) return 0;
    throw error;
  }
}
