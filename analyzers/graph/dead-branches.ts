import { CodeEvent, type CodeEvents, MemberUse, newCodeEvents, type ProgramFile } from '../model/program.ts';
import type { CallGraph } from './call-graph.ts';
import type { FieldUses } from './field-uses.ts';
import { type FieldValues, type FirstRun, firstRun, UNKNOWN, type Value } from './first-run.ts';
import { branchesOnFlag } from './flag-branches.ts';

const NONE = -1;
/** Code units up to which a method is asked for a constant that it gives, and up to which one is run through. */
const SMALL = 24;
const LARGE = 4_000;
/** Calls through which a constant is followed, and methods to which one call leads. */
const MOST_DEPTH = 3;
const MOST_TARGETS = 8;

/**
 * Which instructions never run, since a flag turns them off: a static field that nothing sets to anything else than it
 * begins with, or a method that gives one number whatever it is called with. Fields of objects are not asked: what reads
 * settings and answers of servers sets them where no instruction does.
 */
export class DeadBranches {
  /** By method: where it first asks a flag, infinite where it asks none; and which of its addresses run. */
  private readonly flags = new Map<number, number>();
  private readonly runs = new Map<number, Uint8Array>();
  /** What fields hold and methods give, NaN where that changes or is not known. */
  private readonly fields = new Map<number, number>();
  private readonly results = new Map<number, number>();
  /** By depth of the run. */
  private readonly events: CodeEvents[] = [];

  constructor(
    private readonly graph: CallGraph,
    private readonly uses: FieldUses,
  ) {}

  /** True where the instruction at an address of a method never runs; what stands before the first flag is taken to run. */
  isDead(method: number, offset: number): boolean {
    let first = this.flags.get(method);
    if (first === undefined) {
      first = this.firstFlag(method);
      this.flags.set(method, first);
    }
    if (offset <= first) return false;
    let runs = this.runs.get(method);
    if (runs === undefined) {
      runs = this.run(method, 0, 'course').runs;
      this.runs.set(method, runs);
    }
    return runs[offset] === 0;
  }

  /**
   * Address at which a method first reads a field that never changes, or calls one that always gives the same; infinite
   * where no branch depends on these.
   */
  private firstFlag(method: number): number {
    const { edges, hierarchy } = this.graph;
    const code = hierarchy.codeOf[method] as number;
    if (code <= 0) return Number.POSITIVE_INFINITY;
    const file = hierarchy.fileOfMethod(method);
    const program = hierarchy.files[file] as ProgramFile;
    const units = program.codeUnits(code);
    if (units === 0 || units > LARGE) return Number.POSITIVE_INFINITY;
    const calls = new Set<number>();
    for (const [offset, target] of edges.callsOf(method)) {
      if (!Number.isNaN(this.resultOf(target, 0))) calls.add(offset);
    }
    const flags = new Set<number>();
    program.memberUses(code, (id, use) => {
      if (use !== MemberUse.READ || flags.has(id) || !this.isFlag(file, id)) return;
      if (!Number.isNaN(this.fieldValue(this.fieldAt(file, id), 0))) flags.add(id);
    });
    if (flags.size === 0 && calls.size === 0) return Number.POSITIVE_INFINITY;
    const events = this.eventsOf(method, 0);
    const { data } = events;
    const isFlag = (at: number): boolean =>
      data[at] === CodeEvent.SGET ? flags.has(data[at + 4] as number) : calls.has(data[at + 2] as number);
    return branchesOnFlag(events, isFlag) ? firstAddress(events, isFlag) : Number.POSITIVE_INFINITY;
  }

  private isFlag(file: number, id: number): boolean {
    const program = this.graph.hierarchy.files[file] as ProgramFile;
    const type = program.typeDescriptor(program.fieldTypes[id] ?? NONE);
    return type === 'Z' || type === 'I';
  }

  private fieldAt(file: number, id: number): number {
    const { hierarchy } = this.graph;
    return hierarchy.fields.resolve((hierarchy.fieldBase[file] as number) + id, file);
  }

  /** What a static field always holds, where that is what it begins with or what its class sets it to. */
  private fieldValue(field: number, depth: number): number {
    if (field < 0 || depth > MOST_DEPTH) return Number.NaN;
    let value = this.fields.get(field);
    if (value === undefined) {
      // Where its own class asks for it meanwhile, it is not known.
      this.fields.set(field, Number.NaN);
      value = this.initially(field, depth);
      this.fields.set(field, value);
    }
    return value;
  }

  private initially(field: number, depth: number): number {
    const { hierarchy } = this.graph;
    const cls = hierarchy.classOfType[hierarchy.fields.ownerOf(field)] ?? NONE;
    if (cls < 0) return Number.NaN;
    const { writers } = this.uses.of(field);
    const [writer, ...others] = writers;
    if (writer === undefined) {
      const file = hierarchy.fields.fileOf(field);
      const program = hierarchy.files[file] as ProgramFile;
      return program.initialNumber(hierarchy.defOfClass[cls] as number, field - (hierarchy.fieldBase[file] as number));
    }
    const name = hierarchy.selectorName(hierarchy.selectorOf(writer, hierarchy.fileOfMethod(writer)));
    if (others.length > 0 || name !== '<clinit>') return Number.NaN;
    const written: number[] = [];
    this.run(writer, depth + 1, 'course', (each, { number }) => {
      if (each === field) written.push(number);
    });
    return written.length === 1 ? (written[0] as number) : Number.NaN;
  }

  /** The number that a method gives whatever it is called with, NaN for none. */
  private resultOf(method: number, depth: number): number {
    const known = this.results.get(method);
    if (known !== undefined || depth > MOST_DEPTH) return known ?? Number.NaN;
    this.results.set(method, Number.NaN);
    const { hierarchy } = this.graph;
    const file = hierarchy.fileOfMethod(method);
    const program = hierarchy.files[file] as ProgramFile;
    const code = hierarchy.codeOf[method] as number;
    const proto = program.methodProtos[method - (hierarchy.methodBase[file] as number)] as number;
    const type = program.typeDescriptor(program.protoReturnType(proto));
    if (code <= 0 || (type !== 'Z' && type !== 'I')) return Number.NaN;
    const units = program.codeUnits(code);
    const { number } = units === 0 || units > SMALL ? UNKNOWN : this.run(method, depth + 1, 'result').result;
    this.results.set(method, number);
    return number;
  }

  private run(
    method: number,
    depth: number,
    asked: 'result' | 'course',
    write: (field: number, value: Value) => void = () => {},
  ): FirstRun {
    const { hierarchy } = this.graph;
    const file = hierarchy.fileOfMethod(method);
    const program = hierarchy.files[file] as ProgramFile;
    const events = this.eventsOf(method, depth);
    const statics = staticFieldsIn(events);
    const fields: FieldValues = {
      read: (id) => {
        if (!statics.has(id) || !this.isFlag(file, id)) return UNKNOWN;
        return { number: this.fieldValue(this.fieldAt(file, id), depth), stored: false };
      },
      write: (id, value) => {
        if (statics.has(id)) write(this.fieldAt(file, id), value);
      },
    };
    let targets: ReadonlyMap<number, readonly number[]> | null = null;
    if (asked === 'result' && !hasConstant(events)) {
      targets = this.targetsOf(method);
      if (targets.size === 0) return NOTHING_KNOWN;
    }
    return firstRun(
      events,
      new Array(events.registers).fill(UNKNOWN),
      (at) => {
        targets ??= this.targetsOf(method);
        const called = targets.get(events.data[at + 2] as number) ?? [];
        const [first = Number.NaN, ...rest] =
          called.length > MOST_TARGETS ? [] : called.map((target) => this.resultOf(target, depth));
        return rest.every((number) => number === first) ? { number: first, stored: false } : UNKNOWN;
      },
      fields,
      (string) => program.text(string),
    );
  }

  /** @param depth of the run that reads them: what it asks for meanwhile is read into others */
  private eventsOf(method: number, depth: number): CodeEvents {
    const { hierarchy } = this.graph;
    this.events[depth] ??= newCodeEvents(true);
    const events = this.events[depth];
    (hierarchy.files[hierarchy.fileOfMethod(method)] as ProgramFile).readCode(
      hierarchy.codeOf[method] as number,
      events,
    );
    return events;
  }

  /** By address: the methods to which calls of a method lead. */
  private targetsOf(method: number): ReadonlyMap<number, readonly number[]> {
    const { edges, hierarchy } = this.graph;
    const targets = new Map<number, number[]>();
    for (const [offset, target] of edges.callsOf(method)) {
      const name = hierarchy.selectorName(hierarchy.selectorOf(target, hierarchy.fileOfMethod(target)));
      if (name === '<clinit>') continue;
      const others = targets.get(offset);
      if (others === undefined) targets.set(offset, [target]);
      else others.push(target);
    }
    return targets;
  }
}

const NOTHING_KNOWN: FirstRun = { runs: new Uint8Array(0), result: UNKNOWN, returns: true };

/** Whether code has a number that comes from no object, no call and not from who calls it; getters have none. */
function hasConstant({ data, length }: CodeEvents): boolean {
  for (let at = 0; at < length; at += data[at + 1] as number) {
    if (data[at] === CodeEvent.CONST || data[at] === CodeEvent.SGET) return true;
  }
  return false;
}

/** The first address at which a flag is read or given; infinite for none. */
function firstAddress({ data, length }: CodeEvents, isFlag: (at: number) => boolean): number {
  for (let at = 0; at < length; at += data[at + 1] as number) {
    const kind = data[at];
    if ((kind === CodeEvent.SGET || kind === CodeEvent.INVOKE) && isFlag(at)) return data[at + 2] as number;
  }
  return Number.POSITIVE_INFINITY;
}

/** Field ids that a method reads or writes as static ones. */
function staticFieldsIn({ data, length }: CodeEvents): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at < length; at += data[at + 1] as number) {
    if (data[at] === CodeEvent.SGET || data[at] === CodeEvent.SPUT) found.add(data[at + 4] as number);
  }
  return found;
}
