import {
  Access,
  CodeEvent,
  type CodeEvents,
  InvokeKind,
  newCodeEvents,
  type ProgramFile,
} from '../../model/program.ts';
import {
  type FieldValues,
  type FirstRun,
  firstRun,
  type Given,
  SUSPENDED,
  UNKNOWN,
  type Value,
} from '../branches/first-run.ts';
import type { CallGraph } from '../calls/call-graph.ts';
import { type Reference, WIDE } from '../program/references.ts';
import { blocksIn, givesBlock, isProgress } from './blocks.ts';
import { mayBeConsentKey } from './consent-keys.ts';
import { GivenNumbers } from './given-numbers.ts';
import { holderUse, isHolder } from './value-holders.ts';

/** Calls between the reading of a setting and the branch on it. */
export const MAX_DEPTH = 4;
/** Methods to which one call leads, and which are all run. */
const MOST_TARGETS = 8;

/** A value that is put into a field, or into the object that stands there. */
export interface FieldWrite {
  field: number;
  value: Value;
}

/** A call that is dispatched to its receiver. */
interface DispatchedCall {
  address: number;
  selector: number;
  /** Type that it names. */
  owner: number;
}

/** How far code has got that begins; what comes later it does as if it had not waited. */
const BEGINNING: Value = { number: 0, stored: false };

/** Calls that are asked of one register; generated methods make thousands. What is not asked stays a suspicion. */
const MOST_ANSWERS = 16;

const NOTHING_SAID: ReadonlyMap<number, number> = new Map();

/** Runs methods as they run where nothing was stored yet, with the calls in them as far as those depend on something stored. */
export class FirstRuns {
  private readonly runs = new Map<string, FirstRun>();
  private readonly active = new Set<number>();
  /** Field -> what it holds on a first run, where that comes out of a store, or is set only later. */
  readonly stored = new Map<number, Value>();
  /** Field -> whether an object stands there that keeps a value; and the field in which the same object stood before. */
  private readonly holders = new Map<number, boolean>();
  readonly aliases = new Map<number, number>();
  private readonly progress = new Map<number, boolean>();
  /** What is put into fields, where that is asked for. */
  private writes: FieldWrite[] | null = null;
  /** `method/offset` of calls by which someone waits for a value that nothing sets on a first run. */
  private readonly unheard = new Set<string>();
  private readonly dispatched = new Map<number, ReadonlyMap<number, readonly DispatchedCall[]>>();

  /** What objects are given when they are made; the calls of a constructor, while these are looked for. */
  private readonly given: GivenNumbers;
  private handed: { called: number; values: Map<number, readonly Value[]> } | null = null;

  /**
   * @param depends whether a method's course or result can depend on something stored
   * @param writersOf methods that put something into a field
   */
  constructor(
    private readonly graph: CallGraph,
    private readonly depends: (method: number) => boolean,
    writersOf: (field: number) => readonly number[],
  ) {
    this.given = new GivenNumbers(graph, {
      eventsOf: (method) => this.eventsOf(method),
      handedTo: (called, by) => this.handedTo(called, by),
      putInto: (field, by, values) => this.putInto(field, by, values),
      writersOf,
    });
  }

  private handedTo(called: number, by: number): ReadonlyMap<number, readonly Value[]> {
    const values = new Map<number, readonly Value[]>();
    const before = this.handed;
    this.handed = { called, values };
    this.work(by, null, MAX_DEPTH);
    this.handed = before;
    return values;
  }

  private putInto(field: number, by: number, values: readonly Value[]): number {
    const before = this.writes;
    const writes: FieldWrite[] = [];
    this.writes = writes;
    this.work(by, values, MAX_DEPTH);
    this.writes = before;
    const numbers = writes.filter((write) => write.field === field).map(({ value }) => value.number);
    return numbers.length === 1 ? (numbers[0] as number) : Number.NaN;
  }

  /** Has methods run anew: more is known of what they depend on. */
  forget(): void {
    this.runs.clear();
  }

  /** Whether an instruction of a method runs. */
  reaches(method: number, offset: number): boolean {
    return this.runOf(method).runs[offset] !== 0 && !this.unheard.has(`${method}/${offset}`);
  }

  /**
   * Whether a call of a method leads to a target that depends on the object: tasks say by members of their own, which
   * give constants, whether they wait for an answer.
   */
  reachesTarget(method: number, offset: number, target: number): boolean {
    const { hierarchy } = this.graph;
    if (((hierarchy.accessOf[target] as number) & (Access.STATIC | Access.CONSTRUCTOR)) !== 0) return true;
    const said = this.saidBy(hierarchy.classOfMethod[target] as number, method, offset);
    if (said.size === 0) return true;
    const key = `${method} said ${[...said].join(' ')}`;
    let run = this.runs.get(key);
    if (run === undefined) {
      run = this.work(method, null, 0, said);
      this.runs.set(key, run);
    }
    return run.runs[offset] !== 0;
  }

  /**
   * What the object of a call says of itself in the same method, as an object of a class: addresses of other calls on it,
   * and the constants that they give then.
   */
  private saidBy(cls: number, method: number, offset: number): ReadonlyMap<number, number> {
    const calls = this.callsOnSame(method).get(offset);
    if (calls === undefined) return NOTHING_SAID;
    const { hierarchy } = this.graph;
    const said = new Map<number, number>();
    for (const { address, selector, owner } of calls) {
      if (address === offset || !hierarchy.isSubtype(hierarchy.typeOfClass[cls] as number, owner)) continue;
      const answer = hierarchy.lookup(cls, selector);
      if (answer < 0 || (hierarchy.codeOf[answer] as number) <= 0 || this.active.has(answer)) continue;
      const { number, stored } = this.runOf(answer, null, MAX_DEPTH).result;
      if (!Number.isNaN(number) && !stored) said.set(address, number);
    }
    return said;
  }

  /** By address of a dispatched call: the dispatched calls on the same register that give a number. */
  private callsOnSame(method: number): ReadonlyMap<number, readonly DispatchedCall[]> {
    let known = this.dispatched.get(method);
    if (known !== undefined) return known;
    const { hierarchy, references } = this.graph;
    const file = hierarchy.fileOfMethod(method);
    const program = hierarchy.files[file] as ProgramFile;
    const { data, length } = this.eventsOf(method);
    const answers = new Map<number, DispatchedCall[]>();
    const registers = new Map<number, number>();
    for (let at = 0; at < length; at += data[at + 1] as number) {
      const kind = data[at + 3] as number;
      const local = data[at + 4] as number;
      if (data[at] !== CodeEvent.INVOKE || local >= program.methodCount) continue;
      if (kind !== InvokeKind.VIRTUAL && kind !== InvokeKind.INTERFACE) continue;
      const address = data[at + 2] as number;
      const register = data[at + 5] as number;
      registers.set(address, register);
      const { owner, ownerClass, selector, parameters } = references.of(
        (hierarchy.methodBase[file] as number) + local,
        file,
      );
      if (ownerClass < 0 || selector < 0 || parameters.length > 0) continue;
      if (!/\)[ZI]$/.test(hierarchy.selectorDescriptor(selector))) continue;
      const others = answers.get(register);
      if (others === undefined) answers.set(register, [{ address, selector, owner }]);
      else if (others.length < MOST_ANSWERS) others.push({ address, selector, owner });
    }
    known = new Map(
      [...registers].flatMap(([address, register]) => {
        const calls = answers.get(register);
        return calls === undefined ? [] : [[address, calls] as const];
      }),
    );
    this.dispatched.set(method, known);
    return known;
  }

  /** @param values of the parameters' registers, null where nothing is known of them */
  runOf(method: number, values: readonly Value[] | null = null, depth = 0): FirstRun {
    const key = `${method} ${values?.map(({ number, stored, text, holder, standing }) => `${number}${stored ? 's' : ''}${holder ?? ''}${standing === undefined ? '' : `@${standing}`}${text ?? ''}`).join() ?? ''}`;
    let run = this.runs.get(key);
    if (run === undefined) {
      run = this.work(method, values, depth);
      this.runs.set(key, run);
    }
    return run;
  }

  /** @param said what calls at some addresses give */
  private work(
    method: number,
    values: readonly Value[] | null,
    depth: number,
    said: ReadonlyMap<number, number> = NOTHING_SAID,
  ): FirstRun {
    const file = this.graph.hierarchy.fileOfMethod(method);
    const events = this.eventsOf(method);
    const start: Value[] = new Array(events.registers).fill(UNKNOWN);
    values?.forEach((value, i) => {
      const register = events.registers - events.ins + i;
      if (register < start.length) start[register] = value;
    });
    // What objects are given may be looked for in a method that is being run.
    const isActive = this.active.has(method);
    this.active.add(method);
    const run = firstRun(
      events,
      start,
      (at, state) => {
        const number = said.get(events.data[at + 2] as number);
        return number === undefined
          ? this.valueOfCall(method, file, events, at, state, depth)
          : { number, stored: false };
      },
      this.fieldsIn(file),
      (string) => (this.graph.hierarchy.files[file] as ProgramFile).text(string),
    );
    if (!isActive) this.active.delete(method);
    return run;
  }

  /** What a method puts into fields, with what it calls that does so for it. */
  writesOf(method: number): readonly FieldWrite[] {
    const writes: FieldWrite[] = [];
    this.writes = writes;
    this.work(method, null, MAX_DEPTH - 1);
    this.writes = null;
    return writes;
  }

  /** Whether a method throws anything itself. */
  throws(method: number): boolean {
    const { data, length } = this.eventsOf(method);
    for (let at = 0; at < length; at += data[at + 1] as number) if (data[at] === CodeEvent.THROW) return true;
    return false;
  }

  /** Number of the field that an id of a file means, -1 for one of the platform. */
  fieldAt(local: number, file: number): number {
    const { hierarchy } = this.graph;
    const program = hierarchy.files[file] as ProgramFile;
    return local < program.fieldCount
      ? hierarchy.fields.resolve((hierarchy.fieldBase[file] as number) + local, file)
      : -1;
  }

  private fieldsIn(file: number): FieldValues {
    return {
      read: (local, object) => {
        const field = this.fieldAt(local, file);
        const known = this.valueOf(field);
        if (known !== undefined) return known;
        if (field < 0) return this.constantAt(local, file);
        if (this.isProgress(field)) return BEGINNING;
        if (this.holds(field)) return { ...UNKNOWN, holder: this.aliases.get(field) ?? field };
        const program = this.graph.hierarchy.files[file] as ProgramFile;
        if (!GivenNumbers.isNumber(program, local)) return { ...UNKNOWN, standing: field };
        return { ...UNKNOWN, number: this.given.of(field, object?.standing ?? -1) };
      },
      write: (local, value) => {
        const field = this.fieldAt(local, file);
        if (field < 0) return;
        if (value.holder !== undefined && value.holder !== field && this.holds(field)) {
          this.aliases.set(field, value.holder);
        } else this.noteWrite(field, value);
      },
    };
  }

  private isProgress(field: number): boolean {
    let known = this.progress.get(field);
    if (known === undefined) {
      known = isProgress(field, this.graph.hierarchy);
      this.progress.set(field, known);
    }
    return known;
  }

  private valueOf(field: number): Value | undefined {
    return this.holds(field) ? undefined : this.stored.get(field);
  }

  private noteWrite(field: number, value: Value): void {
    this.writes?.push({ field, value });
    if (value.stored && !this.stored.has(field)) this.stored.set(field, value);
  }

  /** Truth values as objects. */
  private constantAt(local: number, file: number): Value {
    const { hierarchy } = this.graph;
    const program = hierarchy.files[file] as ProgramFile;
    if (local >= program.fieldCount) return UNKNOWN;
    const owner = hierarchy.localType(file, program.fieldClasses[local] as number);
    if (hierarchy.descriptors[owner] !== 'Ljava/lang/Boolean;') return UNKNOWN;
    return { number: Number(program.fieldName(local) === 'TRUE'), stored: false };
  }

  /** Whether an object stands in a field that keeps a value. */
  holds(field: number): boolean {
    let known = this.holders.get(field);
    if (known === undefined) {
      const { hierarchy } = this.graph;
      const type = field < 0 ? -1 : hierarchy.fields.typeOf(field);
      known = type >= 0 && hierarchy.supertypes(type).some((each) => isHolder(hierarchy.nameOfType(each)));
      this.holders.set(field, known);
    }
    return known;
  }

  private eventsOf(method: number): CodeEvents {
    const { hierarchy } = this.graph;
    const file = hierarchy.fileOfMethod(method);
    const events = newCodeEvents(true);
    (hierarchy.files[file] as ProgramFile).readCode(hierarchy.codeOf[method] as number, events);
    return events;
  }

  private valueOfCall(
    from: number,
    file: number,
    { data }: CodeEvents,
    at: number,
    state: readonly Value[],
    depth: number,
  ): Given | null {
    const { graph } = this;
    const local = data[at + 4] as number;
    const program = graph.hierarchy.files[file] as ProgramFile;
    if (local >= program.methodCount) return UNKNOWN;
    const method = (graph.hierarchy.methodBase[file] as number) + local;
    const reference = graph.references.of(method, file);
    const registers = data.subarray(at + 5, at + (data[at + 1] as number));
    const values = Array.from(registers, (register) => state[register] ?? UNKNOWN);
    const isStatic = data[at + 3] === InvokeKind.STATIC;
    if (this.handed !== null && this.targetsAt(from, data[at + 2] as number).includes(this.handed.called)) {
      this.handed.values.set(data[at + 2] as number, values);
    }
    const read = reference.storedRead;
    if (read !== null) {
      const key = values[isStatic ? 0 : 1]?.text;
      if (key !== undefined && !mayBeConsentKey(key)) return UNKNOWN;
      if (read.initially !== undefined) return { number: read.initially, stored: true };
      const position = read.argument === undefined ? -1 : positionOf(reference, read.argument, isStatic);
      const { number, text } = values[position] ?? UNKNOWN;
      return { number, stored: true, ...(text === undefined ? {} : { text }) };
    }
    const held = this.valueOfHolder(from, data[at + 2] as number, reference, registers, values);
    if (held !== undefined) return held;
    if (reference.name === 'getCOROUTINE_SUSPENDED') return SUSPENDED;
    const block = this.valueOfBlock(from, data[at + 2] as number, reference, depth);
    if (block !== null) return block;
    const targets = this.targetsAt(from, data[at + 2] as number);
    // What gets something stored can depend on it as well, or keep it.
    const isGiven = values.some(({ stored }) => stored);
    const follows = (target: number): boolean => (isGiven || this.depends(target)) && !this.active.has(target);
    if (targets.length > 0 && depth < MAX_DEPTH && targets.every(follows)) {
      const results = targets.map((target) => this.runOf(target, values, depth + 1)).filter(({ returns }) => returns);
      const first = results[0]?.result;
      if (first === undefined) return null;
      const result = results.map(({ result: each }) => each).reduce(either, first);
      return isGiven ? { ...result, stored: true } : result;
    }
    const [only] = values;
    if (BOXING.has(reference.name) && values.length === 1 && only !== undefined) return only;
    const [left, right] = values;
    if (EQUALITY.has(reference.name) && left !== undefined && right !== undefined && values.length === 2) {
      return { number: areEqual(left, right), stored: left.stored || right.stored };
    }
    const asksText = values.length === 1 && TEXTS.has(this.graph.hierarchy.nameOfType(reference.owner));
    const said = asksText && only !== undefined ? saidOfText(reference.name, only) : Number.NaN;
    if (!Number.isNaN(said)) return { number: said, stored: isGiven };
    // What is worked out of something stored depends on it.
    return isGiven ? { number: Number.NaN, stored: true } : UNKNOWN;
  }

  /** What a call gives that runs a block and hands its result back, null where it does not or that depends on nothing. */
  private valueOfBlock(from: number, offset: number, { owner, name }: Reference, depth: number): Value | null {
    const { edges, hierarchy } = this.graph;
    if (depth >= MAX_DEPTH || !givesBlock(hierarchy.nameOfType(owner), name)) return null;
    const blocks = new Set<number>();
    for (const [at, block] of blocksIn(from, edges, hierarchy)) if (at === offset) blocks.add(block);
    const follows = (block: number): boolean => this.depends(block) && !this.active.has(block);
    if (blocks.size === 0 || blocks.size > MOST_TARGETS || ![...blocks].every(follows)) return null;
    return [...blocks].map((block) => this.runOf(block, null, depth + 1).result).reduce(either);
  }

  /** What a member gives of an object that keeps a value, undefined where it is none. */
  private valueOfHolder(
    from: number,
    offset: number,
    { owner, name, parameters }: Reference,
    registers: Int32Array,
    values: readonly Value[],
  ): Given | undefined {
    const use = holderUse(this.graph.hierarchy.nameOfType(owner), name);
    const [object] = values;
    if (use === null || object === undefined) return undefined;
    if (use === 'make') {
      if (name !== '<init>') return { number: object.number, stored: false };
      const number = parameters.length === 0 ? 0 : (values[1]?.number ?? Number.NaN);
      return { number, stored: false, into: registers[0] ?? -1 };
    }
    if (use === 'same') return object;
    const { holder } = object;
    if (holder === undefined) return undefined;
    const known = this.stored.get(holder);
    if (use === 'set') this.noteWrite(holder, values.at(-1) ?? UNKNOWN);
    else if (use === 'observe' && known?.stored === true && known.number === 0) this.unheard.add(`${from}/${offset}`);
    return use === 'get' ? (known ?? UNKNOWN) : UNKNOWN;
  }

  /** The methods of the build to which the call at an address leads; none where those are many. */
  private targetsAt(method: number, offset: number): number[] {
    const { edges, hierarchy } = this.graph;
    const found = new Set<number>();
    for (const [at, target] of edges.callsOf(method)) {
      if (at !== offset || found.has(target)) continue;
      const name = hierarchy.selectorName(hierarchy.selectorOf(target, hierarchy.fileOfMethod(target)));
      if (name !== '<clinit>') found.add(target);
    }
    return found.size > MOST_TARGETS ? [] : [...found];
  }
}

/** Methods that give back the number that they are called on or given. */
const BOXING = new Set(['booleanValue', 'intValue', 'valueOf', 'boxBoolean', 'boxInt']);

/** Methods that tell whether two objects are equal. */
const EQUALITY = new Set(['equals', 'areEqual', 'contentEquals']);

/** Classes whose members ask texts. */
const TEXTS = new Set(['java.lang.String', 'java.lang.CharSequence', 'android.text.TextUtils']);

/** What members give that ask a text alone, NaN where that is not known. */
function saidOfText(name: string, { text, number }: Value): number {
  if (name === 'length') return text === undefined ? Number.NaN : text.length;
  if (name !== 'isEmpty') return Number.NaN;
  return text === undefined ? (number === 0 ? 1 : Number.NaN) : Number(text === '');
}

/** 1 for equal numbers or texts, 0 for others and for a text beside null, NaN where that is not known. */
function areEqual(left: Value, right: Value): number {
  if (left.text !== undefined && right.text !== undefined) return Number(left.text === right.text);
  if ((left.text !== undefined && right.number === 0) || (right.text !== undefined && left.number === 0)) return 0;
  return Number.isNaN(left.number + right.number) ? Number.NaN : Number(left.number === right.number);
}

/** What a call gives that leads to one of two methods. */
function either(a: Value, b: Value): Value {
  const number = a.number === b.number ? a.number : Number.NaN;
  return {
    number,
    stored: a.stored && b.stored,
    ...(a.holder === b.holder && a.holder !== undefined ? { holder: a.holder } : {}),
  };
}

function positionOf({ parameters }: Reference, argument: number, isStatic: boolean): number {
  let position = isStatic ? 0 : 1;
  for (let i = 0; i < argument; i++) position += parameters[i] === WIDE ? 2 : 1;
  return argument < parameters.length ? position : -1;
}
