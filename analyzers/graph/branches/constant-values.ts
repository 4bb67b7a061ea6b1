import { Access, CodeEvent, type CodeEvents, newCodeEvents, type ProgramFile } from '../../model/program.ts';
import type { CallGraph } from '../calls/call-graph.ts';
import type { FieldUses } from './field-uses.ts';
import { type FieldValues, type FirstRun, firstRun, UNKNOWN, type Value } from './first-run.ts';
import { isKnownOwner, valueOfKnownCall } from './known-calls.ts';
import { UnseenSetters } from './unseen-setters.ts';

const NONE = -1;
/** Code units up to which a method is asked for a constant that it gives, */
const SMALL = 24;
/** Calls through which a constant is followed, and methods to which one call leads. */
const MOST_DEPTH = 3;
const MOST_TARGETS = 8;
/** Static initialisers are called by no instruction. */
const INITIALISER = Access.STATIC | Access.CONSTRUCTOR;
const NULL: Value = { number: 0, stored: false };
/** Types of values that are told. */
const TOLD = new Set(['Z', 'I', 'Ljava/lang/String;', 'Ljava/lang/Boolean;', 'Ljava/lang/Integer;']);

/** Is told what is put into fields while a method is run through. */
type Watch = (field: number, value: Value) => void;

/**
 * What always holds in a build: what fields hold that nothing sets to anything else than they begin with, and what
 * methods give for what they are called with.
 */
export class ConstantValues {
  private readonly fields = new Map<number, Value>();
  private readonly results = new Map<string, Value>();
  private readonly thrown = new Map<number, boolean>();
  private readonly unseen: UnseenSetters;
  /** By depth of the run. */
  private readonly events: CodeEvents[] = [];

  constructor(
    private readonly graph: CallGraph,
    private readonly uses: FieldUses,
  ) {
    this.unseen = new UnseenSetters(graph);
  }

  /** What a field reference of a file always holds. */
  fieldOf(local: number, file: number, isStatic: boolean, depth: number): Value {
    const { hierarchy } = this.graph;
    const program = hierarchy.files[file] as ProgramFile;
    const type = program.typeDescriptor(program.fieldTypes[local] ?? NONE);
    if (!TOLD.has(type)) return UNKNOWN;
    const field = hierarchy.fields.resolve((hierarchy.fieldBase[file] as number) + local, file);
    if (field < 0) return type === 'Ljava/lang/Boolean;' ? constantOfBoolean(program, local) : UNKNOWN;
    if (depth > MOST_DEPTH) return UNKNOWN;
    let value = this.fields.get(field);
    if (value === undefined) {
      // Where its own class asks for it meanwhile, it is not known.
      this.fields.set(field, UNKNOWN);
      value = this.alwaysIn(field, isStatic, depth);
      this.fields.set(field, value);
    }
    return value;
  }

  private alwaysIn(field: number, isStatic: boolean, depth: number): Value {
    const { hierarchy } = this.graph;
    const cls = hierarchy.classOfType[hierarchy.fields.ownerOf(field)] ?? NONE;
    if (cls < 0) return UNKNOWN;
    const file = hierarchy.fields.fileOf(field);
    const program = hierarchy.files[file] as ProgramFile;
    const local = field - (hierarchy.fieldBase[file] as number);
    const def = hierarchy.defOfClass[cls] as number;
    const { writers } = this.uses.of(field);
    const [writer, ...others] = writers;
    if (!isStatic && this.unseen.maySet(cls, local)) return UNKNOWN;
    if (writer === undefined) {
      if (!isStatic) return NULL;
      const text = program.initialText(def, local);
      return text >= 0
        ? { number: Number.NaN, stored: false, text: program.text(text) }
        : { number: program.initialNumber(def, local), stored: false };
    }
    if (others.length > 0 || this.nameOf(writer) !== (isStatic ? '<clinit>' : '<init>')) return UNKNOWN;
    if (hierarchy.classOfMethod[writer] !== cls) return UNKNOWN;
    const written: Value[] = [];
    this.run(writer, depth + 1, (each, value) => {
      if (each === field) written.push(value);
    });
    return written.length === 1 ? (written[0] as Value) : UNKNOWN;
  }

  /** What a call of a method gives. @param values what it is given, receiver first; null for not known */
  resultOf(method: number, values: readonly Value[] | null, depth: number): Value {
    if (depth > MOST_DEPTH || !this.gives(method)) return UNKNOWN;
    const key = values === null ? `${method}` : `${method} ${values.map(keyOf).join('\n')}`;
    const known = this.results.get(key);
    if (known !== undefined) return known;
    this.results.set(key, UNKNOWN);
    const { hierarchy } = this.graph;
    const program = hierarchy.files[hierarchy.fileOfMethod(method)] as ProgramFile;
    const code = hierarchy.codeOf[method] as number;
    const units = code <= 0 ? 0 : program.codeUnits(code);
    let result = UNKNOWN;
    if (units > 0 && units <= SMALL) {
      const events = this.eventsOf(method, depth + 1);
      if (
        values !== null ||
        this.hasConstant(events, hierarchy.fileOfMethod(method), depth + 1) ||
        this.targetsOf(method).size > 0
      ) {
        const { number, text, boxed } = this.runThrough(method, events, depth + 1, null, values).result;
        result = { number, stored: false, ...(text === undefined ? {} : { text }), ...(boxed ? { boxed } : {}) };
      }
    }
    this.results.set(key, result);
    return result;
  }

  /** Whether code has a value that comes from no call and not from who calls it; getters have none, nearly all of them. */
  private hasConstant({ data, length }: CodeEvents, file: number, depth: number): boolean {
    for (let at = 0; at < length; at += data[at + 1] as number) {
      const kind = data[at];
      if (kind === CodeEvent.CONST || kind === CodeEvent.TEXT || kind === CodeEvent.SGET) return true;
      if (kind !== CodeEvent.LOAD && kind !== CodeEvent.IGET) continue;
      const local = data[kind === CodeEvent.IGET ? at + 5 : at + 4] as number;
      if (isTold(this.fieldOf(local, file, false, depth))) return true;
    }
    return false;
  }

  /** Whether it may be told what a method gives. @param told something that it is called with is */
  mayGive(method: number, told: boolean): boolean {
    if (isTold(this.resultOf(method, null, 0))) return true;
    const { hierarchy } = this.graph;
    const code = hierarchy.codeOf[method] as number;
    if (!told || code <= 0 || !this.gives(method)) return false;
    return (hierarchy.files[hierarchy.fileOfMethod(method)] as ProgramFile).codeUnits(code) <= SMALL;
  }

  /** Whether what a method gives can be told. */
  private gives(method: number): boolean {
    const { hierarchy } = this.graph;
    const file = hierarchy.fileOfMethod(method);
    const program = hierarchy.files[file] as ProgramFile;
    const proto = program.methodProtos[method - (hierarchy.methodBase[file] as number)] as number;
    return TOLD.has(program.typeDescriptor(program.protoReturnType(proto)));
  }

  /** Whether a small method that gives nothing ends in nothing but exceptions. */
  throws(method: number, depth: number): boolean {
    let known = this.thrown.get(method);
    if (known !== undefined || depth > MOST_DEPTH) return known ?? false;
    this.thrown.set(method, false);
    const { hierarchy } = this.graph;
    const code = hierarchy.codeOf[method] as number;
    const file = hierarchy.fileOfMethod(method);
    const program = hierarchy.files[file] as ProgramFile;
    const proto = program.methodProtos[method - (hierarchy.methodBase[file] as number)] as number;
    const isMade = ((hierarchy.accessOf[method] as number) & Access.CONSTRUCTOR) !== 0;
    const units = code <= 0 || isMade ? 0 : program.codeUnits(code);
    known = false;
    if (units > 0 && units <= SMALL && program.typeDescriptor(program.protoReturnType(proto)) === 'V') {
      const events = this.eventsOf(method, depth + 1);
      known = hasThrow(events) && !this.runThrough(method, events, depth + 1, null, null).returns;
    }
    this.thrown.set(method, known);
    return known;
  }

  /** Runs through a method, whatever it is given. */
  run(method: number, depth: number, watch: Watch | null = null): FirstRun {
    return this.runThrough(method, this.eventsOf(method, depth), depth, watch, null);
  }

  private runThrough(
    method: number,
    events: CodeEvents,
    depth: number,
    watch: Watch | null,
    given: readonly Value[] | null,
  ): FirstRun {
    const { hierarchy } = this.graph;
    const file = hierarchy.fileOfMethod(method);
    const program = hierarchy.files[file] as ProgramFile;
    const fields: FieldValues = {
      read: (local, object) => this.fieldOf(local, file, object === undefined, depth),
      write: (local, value) => {
        watch?.(hierarchy.fields.resolve((hierarchy.fieldBase[file] as number) + local, file), value);
      },
    };
    const start: Value[] = new Array(events.registers).fill(UNKNOWN);
    given?.forEach((value, index) => {
      start[events.registers - events.ins + index] = value;
    });
    let targets: ReadonlyMap<number, readonly number[]> | null = null;
    return firstRun(
      events,
      start,
      (at, state) => {
        const { data } = events;
        const offset = data[at + 2] as number;
        const local = data[at + 4] as number;
        targets ??= this.targetsOf(method);
        const called = targets.get(offset);
        if (called === undefined && local >= program.methodCount) return UNKNOWN;
        const values: Value[] = [];
        const end = at + (data[at + 1] as number);
        for (let i = at + 5; i < end; i++) values.push(ofItself(state[data[i] as number] ?? UNKNOWN));
        return called === undefined ? this.valueOutside(local, file, values) : this.valueOf(called, values, depth);
      },
      fields,
      (string) => program.text(string),
      (made, type) => this.isOf(hierarchy.localType(file, made), hierarchy.localType(file, type)),
    );
  }

  private valueOutside(local: number, file: number, values: readonly Value[]): Value {
    const { hierarchy } = this.graph;
    const program = hierarchy.files[file] as ProgramFile;
    if (local >= program.methodCount || !values.some(isTold)) return UNKNOWN;
    const owner = hierarchy.nameOfType(hierarchy.localType(file, program.methodClasses[local] as number));
    return isKnownOwner(owner) ? valueOfKnownCall(owner, program.methodName(local), values) : UNKNOWN;
  }

  /** What a call gives that leads to methods of the build, null where none of them comes back. */
  private valueOf(called: readonly number[], values: readonly Value[], depth: number): Value | null {
    if (called.length > MOST_TARGETS) return UNKNOWN;
    if (called.every((target) => this.throws(target, depth))) return null;
    const told = values.some(isTold);
    let result: Value | null = null;
    for (const target of called) {
      let each = this.resultOf(target, null, depth);
      if (!isTold(each) && told) each = this.resultOf(target, values, depth);
      if (!isTold(each) || (result !== null && keyOf(result) !== keyOf(each))) return UNKNOWN;
      result = each;
    }
    return result ?? UNKNOWN;
  }

  /** Whether an object of a class is of a type. */
  private isOf(made: number, type: number): boolean | null {
    const { hierarchy } = this.graph;
    if (made < 0 || type < 0) return null;
    if (hierarchy.supertypes(made).includes(type)) return true;
    // What a class of the platform is besides, is not known of all.
    return (hierarchy.classOfType[made] ?? NONE) < 0 || this.hasUnknownAbove(made) ? null : false;
  }

  private hasUnknownAbove(type: number): boolean {
    const { hierarchy } = this.graph;
    return hierarchy
      .supertypes(type)
      .some((above) => hierarchy.classOfType[above] === NONE && hierarchy.nameOfType(above) !== 'java.lang.Object');
  }

  /** @param depth of the run that reads them: what it asks for meanwhile is read into others */
  eventsOf(method: number, depth: number): CodeEvents {
    const { hierarchy } = this.graph;
    this.events[depth] ??= newCodeEvents(true);
    const events = this.events[depth];
    (hierarchy.files[hierarchy.fileOfMethod(method)] as ProgramFile).readCode(
      hierarchy.codeOf[method] as number,
      events,
    );
    return events;
  }

  private nameOf(method: number): string {
    const { hierarchy } = this.graph;
    return hierarchy.selectorName(hierarchy.selectorOf(method, hierarchy.fileOfMethod(method)));
  }

  /** By address: the methods of the build to which calls of a method lead. */
  targetsOf(method: number): ReadonlyMap<number, readonly number[]> {
    const { edges, hierarchy } = this.graph;
    const targets = new Map<number, number[]>();
    for (const [offset, target] of edges.callsOf(method)) {
      if (((hierarchy.accessOf[target] as number) & INITIALISER) === INITIALISER) continue;
      const others = targets.get(offset);
      if (others === undefined) targets.set(offset, [target]);
      else if (!others.includes(target)) others.push(target);
    }
    return targets;
  }
}

/** Whether anything is known of a value by which a branch is decided. */
export function isTold({ number, text }: Value): boolean {
  return text !== undefined || !Number.isNaN(number);
}

function keyOf({ number, text, boxed }: Value): string {
  return text === undefined ? `${number}${boxed === true ? ' boxed' : ''}` : `"${text}`;
}

/** A value as other methods can take it: classes are numbered by file. */
function ofItself(value: Value): Value {
  if (value.made === undefined) return value;
  return UNKNOWN;
}

/** What stands in a field of java.lang.Boolean. */
function constantOfBoolean(program: ProgramFile, local: number): Value {
  if (program.typeDescriptor(program.fieldClasses[local] ?? NONE) !== 'Ljava/lang/Boolean;') return UNKNOWN;
  const name = program.fieldName(local);
  return name === 'TRUE' || name === 'FALSE'
    ? { number: Number(name === 'TRUE'), stored: false, boxed: true }
    : UNKNOWN;
}

function hasThrow({ data, length }: CodeEvents): boolean {
  for (let at = 0; at < length; at += data[at + 1] as number) if (data[at] === CodeEvent.THROW) return true;
  return false;
}
