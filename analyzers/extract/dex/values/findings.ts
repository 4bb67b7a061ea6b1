import { javaType } from '../../../formats/dex/descriptor.ts';
import { readU2 } from '../../../formats/dex/little-endian.ts';
import type { Catalogue } from '../../../model/catalogue.ts';
import type { AndroidMember } from '../../../model/signatures.ts';
import { callTexts } from './call-texts.ts';
import type { Observer } from './explorer.ts';
import { LiteralArguments } from './literal-arguments.ts';
import { descriptorOfName } from './models/reflection.ts';
import { memberOf, type OpenCall } from './open-calls.ts';
import { ownMembers } from './own-members.ts';
import type { FieldReference, MethodCode, Program } from './program.ts';
import type { Wanted } from './references.ts';
import type { TellingStrings } from './telling-strings.ts';
import {
  type CallSite,
  ClassValue,
  type MemberValue,
  type Source,
  sourceOf,
  typeOf,
  Unknown,
  type Value,
} from './value.ts';

/** Values of one argument, or of one field, that are kept. */
const MAX_VALUES = 8;
const MAX_WANTED = 2_000;
const MEMBER_TYPES: ReadonlySet<string> = new Set([
  'Ljava/lang/reflect/Method;',
  'Ljava/lang/reflect/Field;',
  'Ljava/lang/reflect/Constructor;',
]);

/** What was seen of one open call. */
export interface SeenCall {
  call: OpenCall;
  /** What the argument that tells may be, each followed by what it comes to. */
  texts: Set<string>;
  values: number;
  /** Class of the program that was asked for a member, null where it is another, or not known. */
  asked: string | null;
}

/** A method or constructor that is looked up by reflection: which methods of the program it may be. */
export interface LookUp {
  site: CallSite;
  /** Descriptor of the class that was asked. */
  owner: string;
  name: string;
  /** Descriptors of its parameters, null where these are not known. */
  parameters: string | null;
  methods: readonly MethodCode[];
}

/** A member of the catalogue that is used by reflection. */
export interface ReflectedUse {
  site: CallSite;
  value: string;
  kind: AndroidMember['kind'];
  args: string[];
}

/** Collects what the explorations show, and what would have to be known to show more. */
export class Findings implements Observer {
  readonly seen = new Map<MethodCode, Map<number, SeenCall>>();
  /** By place and member. */
  readonly uses = new Map<string, ReflectedUse[]>();
  /** Methods of the program that reflection runs. */
  readonly runs = new Map<string, { site: CallSite; method: MethodCode }>();
  /** Members that are looked up, by place and name, for whoever uses them elsewhere. */
  readonly lookUps = new Map<string, LookUp>();
  /** Fields of the program that reflection reads or writes. */
  readonly accesses = new Map<string, { site: CallSite; owner: string; name: string; writes: boolean }>();
  /** Looked up and not yet seen in use. */
  readonly lookedUp = new Map<string, ReflectedUse>();
  private readonly usedLookUps = new Set<string>();
  /** `method address` of a look-up -> the members of the catalogue that are used after it, with their classes. */
  readonly usedAfter = new Map<string, Set<string>>();
  private root: MethodCode | null = null;
  /** Methods whose callers matter; true where what they are given is looked up as it is. */
  private readonly wantedMethods = new Map<MethodCode, boolean>();
  /** The same by `name(proto)`. */
  private readonly wantedByName = new Map<string, MethodCode[]>();
  private readonly wantedFields = new Map<string, Value[]>();
  private newMethods: MethodCode[] = [];
  private newFields = new Set<string>();
  /** By field: methods in which an open call rests on its value. */
  private readonly readers = new Map<string, Set<MethodCode>>();
  private readonly changedFields = new Set<string>();

  constructor(
    private readonly program: Program,
    calls: readonly OpenCall[],
    private readonly catalogue: Catalogue,
    private readonly telling: TellingStrings,
  ) {
    for (const call of calls) {
      let addresses = this.seen.get(call.method);
      if (addresses === undefined) {
        addresses = new Map();
        this.seen.set(call.method, addresses);
      }
      addresses.set(call.address, { call, texts: new Set(), values: 0, asked: null });
    }
  }

  /** What is needed of an observer to run a static initialiser for its values only. */
  get silent(): Observer {
    return {
      called: () => undefined,
      found: () => undefined,
      reflected: () => undefined,
      ran: () => undefined,
      keeps: () => undefined,
      accessed: () => undefined,
      fieldWritten: () => undefined,
      wants: () => false,
      candidates: () => [],
      fieldValues: () => [],
    };
  }

  /** An exploration of a method begins. */
  begin(method: MethodCode): void {
    this.root = method;
  }

  called({ method, address }: CallSite, args: readonly Value[], isStatic: boolean): void {
    const seen = this.seen.get(method)?.get(address);
    if (seen === undefined) return;
    const given = isStatic ? args : args.slice(1);
    const texts = callTexts(seen.call, given);
    const [first] = texts;
    if (first !== undefined && !seen.texts.has(first) && seen.values < MAX_VALUES) {
      seen.values++;
      for (const text of texts) seen.texts.add(text);
    }
    // Whose package is asked for is told at the place, or stays open: everybody asks.
    if (seen.call.group === 'package-name') return;
    this.want(sourceOf(given[seen.call.position]));
    if (seen.call.group === 'reflection') {
      this.want(sourceOf(args[0]));
      const asked = args[0] instanceof ClassValue ? args[0].descriptor : null;
      seen.asked = asked !== null && this.program.classOf(asked) !== null ? javaType(asked) : null;
    }
    if (seen.call.group === 'file-path') for (const value of given) this.want(sourceOf(value));
  }

  found(member: MemberValue): void {
    if (member.among === null) this.noteLookUp(member);
    const use = this.useOf(member, member.owner, member.site, null);
    const key = lookUpKey(member);
    if (use !== null && !this.usedLookUps.has(key)) this.lookedUp.set(key, use);
  }

  keeps(member: MemberValue): void {
    if (member.among !== null) this.noteLookUp(member);
  }

  private noteLookUp(member: MemberValue): void {
    const { kind, name, owner, parameters, site } = member;
    if (kind === 'field' || owner === null) return;
    const text = typeof name === 'string' ? name : name.prefix;
    const key = `${site.method.id} ${site.address} ${owner} ${text} ${parameters}`;
    if (this.lookUps.has(key)) return;
    const methods = ownMembers(this.program, owner, member);
    if (methods.length > 0 || (typeof name === 'string' && kind === 'method'))
      this.lookUps.set(key, { site, owner, name: text, parameters, methods });
  }

  reflected(site: CallSite, member: MemberValue, receiver: Value, args: readonly Value[] | null): void {
    const type = typeOf(receiver);
    this.want(sourceOf(member.name));
    const use = this.useOf(member, member.owner ?? (type === '' ? null : type), site, args);
    if (use === null) return;
    const key = lookUpKey(member);
    this.usedLookUps.add(key);
    this.lookedUp.delete(key);
    const place = placeOf(member.site);
    this.usedAfter.set(place, (this.usedAfter.get(place) ?? new Set()).add(use.value));
    const { argument } = this.memberNamed(use.value) ?? {};
    if (argument !== undefined) for (const arg of args ?? []) this.want(sourceOf(arg));
    this.addUse(use);
  }

  ran(site: CallSite, method: MethodCode): void {
    this.runs.set(`${site.method.id} ${site.address} ${method.id}`, { site, method });
  }

  accessed(site: CallSite, owner: string, name: string, writes: boolean): void {
    this.accesses.set(`${site.method.id} ${site.address} ${owner} ${name}`, { site, owner, name, writes });
  }

  /** Of two uses that differ in what is not known the one that knows more counts. */
  private addUse(use: ReflectedUse): void {
    const place = `${use.site.method.id} ${use.site.address} ${use.value}`;
    const known = this.uses.get(place) ?? [];
    if (known.length >= MAX_VALUES || known.some((other) => says(other.args, use.args))) return;
    this.uses.set(place, [...known.filter((other) => !says(use.args, other.args)), use]);
  }

  fieldWritten(field: FieldReference, value: Value): void {
    const known = this.wantedFields.get(field.key);
    if (known === undefined) return;
    if (value instanceof Unknown) {
      this.want(value.from);
      return;
    }
    if (value === 0 || known.includes(value) || known.length >= MAX_VALUES) return;
    known.push(value);
    this.changedFields.add(field.key);
  }

  /**
   * Tells, asked instruction by instruction in their order, for which of them a method is explored: open calls, use of
   * members that were looked up, and what may hand a value on to where it is asked for.
   */
  useful(method: MethodCode): (offset: number, joins: boolean) => boolean {
    const literals = new LiteralArguments(method);
    // Where all members of a class are gone through, one of them may be kept by any instruction.
    const isKeeping = [...(this.seen.get(method)?.values() ?? [])].some(({ call }) => call.position < 0);
    return (offset, joins) => {
      const useful =
        (isKeeping && mayKeep(method.dex.bytes[offset] as number)) ||
        this.isUseful(method, offset, joins ? null : literals);
      literals.pass(offset, joins);
      return useful;
    };
  }

  private isUseful(method: MethodCode, offset: number, literals: LiteralArguments | null): boolean {
    const { dex, insnsOffset } = method;
    const opcode = dex.bytes[offset] as number;
    if ((opcode >= 0x59 && opcode <= 0x5f) || (opcode >= 0x67 && opcode <= 0x6d)) {
      if (this.wantedFields.size === 0) return false;
      const field = this.program.fieldReference(dex, readU2(dex.bytes, offset + 2));
      return field !== null && this.wantedFields.has(field.key);
    }
    if (opcode < 0x6e || opcode > 0x78) return false;
    if (this.seen.get(method)?.has((offset - insnsOffset) >> 1)) return true;
    const reference = this.program.methodReference(dex, readU2(dex.bytes, offset + 2));
    if (reference === null) return false;
    const { owner, name, proto } = reference;
    if (MEMBER_TYPES.has(owner) || name === 'newInstance') return true;
    const wanted = (this.wantedByName.get(name + proto) ?? []).filter(
      (target) =>
        this.program.isSubtype(target.owner.descriptor, owner) ||
        this.program.isSubtype(owner, target.owner.descriptor),
    );
    if (wanted.length === 0) return false;
    // Literals that are handed on as they are and mean nothing need not be followed.
    const isStatic = opcode === 0x71 || opcode === 0x77;
    const texts = wanted.every((target) => this.wantedMethods.get(target))
      ? literals?.of(offset, reference, isStatic)
      : null;
    return texts === null || texts === undefined || texts.some((text) => this.tells(text));
  }

  /** Classes of the program may be made by their names. */
  private tells(text: string): boolean {
    return this.telling.has(text) || (text.includes('.') && this.program.classOf(descriptorOfName(text)) !== null);
  }

  wants(method: MethodCode): boolean {
    return this.wantedMethods.has(method);
  }

  candidates(owner: string, name: string, proto: string): readonly MethodCode[] {
    const wanted = this.wantedByName.get(name + proto) ?? [];
    return wanted.filter((method) => this.program.isSubtype(method.owner.descriptor, owner));
  }

  fieldValues(field: FieldReference): readonly Value[] {
    return this.wantedFields.get(field.key) ?? [];
  }

  /** Methods whose callers, and fields whose writers, have not been looked for yet. */
  takeWanted(): Wanted {
    const wanted = { methods: this.newMethods, fields: this.newFields };
    this.newMethods = [];
    this.newFields = new Set();
    return wanted;
  }

  /** Methods that rest on fields of which more is known than when they were explored. */
  takeReaders(): MethodCode[] {
    const methods = new Set([...this.changedFields].flatMap((key) => [...(this.readers.get(key) ?? [])]));
    this.changedFields.clear();
    return [...methods];
  }

  private want(source: Source | null): void {
    if (source === null || this.root === null) return;
    if (source.kind === 'parameter') {
      const known = this.wantedMethods.get(source.method);
      if (known === false || known === source.direct || this.wantedMethods.size >= MAX_WANTED) return;
      this.wantedMethods.set(source.method, source.direct);
      if (known !== undefined) return;
      const key = source.method.name + source.method.proto;
      this.wantedByName.set(key, [...(this.wantedByName.get(key) ?? []), source.method]);
      this.newMethods.push(source.method);
      return;
    }
    const readers = this.readers.get(source.key) ?? new Set();
    readers.add(this.root);
    this.readers.set(source.key, readers);
    if (this.wantedFields.has(source.key) || this.wantedFields.size >= MAX_WANTED) return;
    this.wantedFields.set(source.key, []);
    this.newFields.add(source.key);
  }

  private memberNamed(value: string): AndroidMember | undefined {
    const dot = value.lastIndexOf('.');
    return memberOf(this.catalogue, value.slice(0, dot), value.slice(dot + 1));
  }

  private useOf(
    member: MemberValue,
    owner: string | null,
    site: CallSite,
    args: readonly Value[] | null,
  ): ReflectedUse | null {
    if (owner === null || typeof member.name !== 'string') return null;
    const value = `${javaType(owner)}.${member.name}`;
    const { kind } = member;
    if (kind === 'constructor' || this.memberNamed(value)?.kind !== kind) return null;
    return { site, value, kind, args: args === null ? ['?'] : args.map(argumentText) };
  }
}

/** Instructions by which a value goes where it is not followed: returned, put into a field, or handed to a call. */
function mayKeep(opcode: number): boolean {
  return opcode === 0x11 || opcode === 0x5b || opcode === 0x69 || (opcode >= 0x6e && opcode <= 0x78);
}

/** One text for a place in the code. */
export function placeOf({ method, address }: CallSite): string {
  return `${method.id} ${address}`;
}

function lookUpKey({ site, owner, name }: MemberValue): string {
  return `${site.method.id} ${site.address} ${owner} ${typeof name === 'string' ? name : '?'}`;
}

function argumentText(value: Value): string {
  if (typeof value === 'string') return value;
  return (typeof value === 'number' && value !== 0) || typeof value === 'bigint' ? String(value) : '?';
}

/** Whether `more` says all that `less` does. */
function says(more: readonly string[], less: readonly string[]): boolean {
  return more.length >= less.length && less.every((text, i) => text === '?' || text === more[i]);
}
