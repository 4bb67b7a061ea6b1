import {
  Access,
  CodeEvent,
  type CodeEvents,
  InvokeKind,
  newCodeEvents,
  type ProgramFile,
} from '../../model/program.ts';
import { type FirstRun, firstRun, type Given, SUSPENDED, UNKNOWN, type Value } from '../branches/first-run.ts';
import type { CallGraph } from '../calls/call-graph.ts';
import { type Reference, WIDE } from '../program/references.ts';
import { blocksIn, givesBlock } from './blocks.ts';
import { mayBeConsentKey } from './consent-keys.ts';
import { GivenNumbers } from './given-numbers.ts';
import { type Answers, NO_ANSWERS, OwnAnswers } from './own-answers.ts';
import { type FieldWrite, StoredFields } from './stored-fields.ts';
import { either, valueOfKnown } from './value-calls.ts';
import { holderUse } from './value-holders.ts';

/** Calls between the reading of a setting and the branch on it. */
export const MAX_DEPTH = 4;
/** Methods to which one call leads, and which are all run. */
const MOST_TARGETS = 8;

/** Runs methods as they run where nothing was stored yet, with the calls in them as far as those depend on something stored. */
export class FirstRuns {
  private readonly runs = new Map<string, FirstRun>();
  private readonly active = new Set<number>();
  /** `method/offset` of calls by which someone waits for a value that nothing sets on a first run. */
  private readonly unheard = new Set<string>();
  /** What fields hold on a first run, as far as it is known. */
  readonly fields: StoredFields;
  private readonly answers: OwnAnswers;

  /** The calls of a constructor, while what it is given is looked for. */
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
    const given = new GivenNumbers(graph, {
      eventsOf: (method) => this.eventsOf(method),
      handedTo: (called, by) => this.handedTo(called, by),
      putInto: (field, by, values) => this.putInto(field, by, values),
      writersOf,
    });
    this.fields = new StoredFields(graph.hierarchy, given);
    this.answers = new OwnAnswers(
      graph,
      (method) => this.eventsOf(method),
      (method) => this.constantOf(method),
    );
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
    const writes = this.fields.writesWhile(() => this.work(by, values, MAX_DEPTH));
    const numbers = writes.filter((write) => write.field === field).map(({ value }) => value.number);
    return numbers.length === 1 ? (numbers[0] as number) : Number.NaN;
  }

  /** The number that a method always gives, NaN where there is none, or that comes out of a store. */
  private constantOf(method: number): number {
    if (this.active.has(method)) return Number.NaN;
    const { number, stored } = this.runOf(method, null, MAX_DEPTH).result;
    return stored ? Number.NaN : number;
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
    const said = this.answers.of(hierarchy.classOfMethod[target] as number, method, offset);
    if (said.size === 0) return true;
    const key = `${method} said ${[...said].join(' ')}`;
    let run = this.runs.get(key);
    if (run === undefined) {
      run = this.work(method, null, 0, said);
      this.runs.set(key, run);
    }
    return run.runs[offset] !== 0;
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
  private work(method: number, values: readonly Value[] | null, depth: number, said: Answers = NO_ANSWERS): FirstRun {
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
      this.fields.in(file),
      (string) => (this.graph.hierarchy.files[file] as ProgramFile).text(string),
    );
    if (!isActive) this.active.delete(method);
    return run;
  }

  /** What a method puts into fields, with what it calls that does so for it. */
  writesOf(method: number): readonly FieldWrite[] {
    return this.fields.writesWhile(() => this.work(method, null, MAX_DEPTH - 1));
  }

  /** Whether a method throws anything itself. */
  throws(method: number): boolean {
    const { data, length } = this.eventsOf(method);
    for (let at = 0; at < length; at += data[at + 1] as number) if (data[at] === CodeEvent.THROW) return true;
    return false;
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
    const known = valueOfKnown(graph.hierarchy.nameOfType(reference.owner), reference.name, values);
    if (known !== undefined) return known;
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
    const known = this.fields.stored.get(holder);
    if (use === 'set') this.fields.note(holder, values.at(-1) ?? UNKNOWN);
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

function positionOf({ parameters }: Reference, argument: number, isStatic: boolean): number {
  let position = isStatic ? 0 : 1;
  for (let i = 0; i < argument; i++) position += parameters[i] === WIDE ? 2 : 1;
  return argument < parameters.length ? position : -1;
}
