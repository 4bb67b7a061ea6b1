import { CodeEvent, type CodeEvents, InvokeKind, newCodeEvents, type ProgramFile } from '../model/program.ts';
import type { CallGraph } from './call-graph.ts';
import { mayBeConsentKey } from './consent-keys.ts';
import { type FirstRun, firstRun, type StoredFields, UNKNOWN, type Value } from './first-run.ts';
import type { Hierarchy } from './hierarchy.ts';
import { type Reference, WIDE } from './references.ts';

/** Methods that are run to find the fields in which they put what was stored. */
const MOST_WRITERS = 400;
/** Numbers of one method in a class's table. */
const FIELDS = 4;
/** Calls between the reading of a setting and the branch on it. */
const MAX_DEPTH = 4;

/**
 * Which calls of a method do not run on a device on which nothing was stored yet: those behind a branch on a stored
 * flag, such as the user's answer, that then goes the other way.
 */
export class ConsentGuards {
  /** Methods whose course or result can depend on something stored. */
  private readonly depending = new Set<number>();
  private readonly runs = new Map<string, FirstRun>();
  private readonly active = new Set<number>();
  /** Field -> what it holds on a first run, where that comes out of a store. */
  private readonly stored = new Map<number, Value>();

  constructor(private readonly graph: CallGraph) {
    this.findDepending(graph.flagReaders);
    this.followFields();
  }

  /** True where the instruction at an address of a method runs only past a branch on a stored flag. */
  isGuarded(method: number, offset: number): boolean {
    if (!this.depending.has(method)) return false;
    return this.runOf(method, null, 0).runs[offset] === 0;
  }

  /** What is stored is often kept in a field, on which other methods of its class depend then. */
  private followFields(): void {
    const { hierarchy } = this.graph;
    for (const method of [...this.depending].slice(0, MOST_WRITERS)) this.runOf(method, null, 0);
    if (this.stored.size === 0) return;
    this.runs.clear();
    const readers = new Set<number>();
    for (const field of this.stored.keys()) {
      const file = fileOfField(field, hierarchy);
      const program = hierarchy.files[file] as ProgramFile;
      const local = program.fieldClasses[field - (hierarchy.fieldBase[file] as number)] as number;
      const cls = hierarchy.classOfType[hierarchy.localType(file, local)] ?? -1;
      if (cls < 0) continue;
      const table = hierarchy.tableOf(cls);
      for (let i = 0; i < table.length; i += FIELDS) {
        const method = table[i + 1] as number;
        if (this.graph.reached[method] === 1 && !this.depending.has(method)) readers.add(method);
      }
    }
    this.findDepending([...readers].filter((method) => this.readsStored(method)));
  }

  private readsStored(method: number): boolean {
    const file = this.graph.hierarchy.fileOfMethod(method);
    const { data, length } = this.eventsOf(method);
    for (let at = 0; at < length; at += data[at + 1] as number) {
      const reads = data[at] === CodeEvent.LOAD || data[at] === CodeEvent.SGET;
      if (reads && this.stored.has(this.fieldAt(data[at + 4] as number, file))) return true;
    }
    return false;
  }

  private fieldAt(local: number, file: number): number {
    const { hierarchy } = this.graph;
    const program = hierarchy.files[file] as ProgramFile;
    return local < program.fieldCount
      ? hierarchy.fields.resolve((hierarchy.fieldBase[file] as number) + local, file)
      : -1;
  }

  private fieldsIn(file: number): StoredFields {
    return {
      read: (local) => this.stored.get(this.fieldAt(local, file)) ?? UNKNOWN,
      write: (local, value) => {
        const field = this.fieldAt(local, file);
        if (field >= 0 && !this.stored.has(field)) this.stored.set(field, value);
      },
    };
  }

  private findDepending(sources: readonly number[]): void {
    const { graph } = this;
    const { edges, hierarchy } = graph;
    const reached: number[] = [];
    graph.reached.forEach((is, method) => {
      if (is === 1) reached.push(method);
    });
    for (const method of sources) this.depending.add(method);
    const gives = (method: number): boolean => {
      const file = hierarchy.fileOfMethod(method);
      const program = hierarchy.files[file] as ProgramFile;
      const proto = program.methodProtos[method - (hierarchy.methodBase[file] as number)] as number;
      return program.typeDescriptor(program.protoReturnType(proto)) !== 'V';
    };
    let fresh = new Set(sources.filter((method) => gives(method) || this.throws(method)));
    for (let depth = 0; depth < MAX_DEPTH && fresh.size > 0; depth++) {
      const found: number[] = [];
      for (const method of reached) {
        if (this.depending.has(method)) continue;
        for (const [, target] of edges.callsOf(method)) {
          if (!fresh.has(target)) continue;
          found.push(method);
          break;
        }
      }
      for (const method of found) this.depending.add(method);
      fresh = new Set(found.filter((method) => gives(method) || this.throws(method)));
    }
  }

  private throws(method: number): boolean {
    const { data, length } = this.eventsOf(method);
    for (let at = 0; at < length; at += data[at + 1] as number) if (data[at] === CodeEvent.THROW) return true;
    return false;
  }

  /** @param values of the parameters' registers, null where nothing is known of them */
  private runOf(method: number, values: readonly Value[] | null, depth: number): FirstRun {
    const key = `${method} ${values?.map(({ number, stored, text }) => `${number}${stored ? 's' : ''}${text ?? ''}`).join() ?? ''}`;
    let run = this.runs.get(key);
    if (run === undefined) {
      run = this.work(method, values, depth);
      this.runs.set(key, run);
    }
    return run;
  }

  private work(method: number, values: readonly Value[] | null, depth: number): FirstRun {
    const file = this.graph.hierarchy.fileOfMethod(method);
    const events = this.eventsOf(method);
    const start: Value[] = new Array(events.registers).fill(UNKNOWN);
    values?.forEach((value, i) => {
      const register = events.registers - events.ins + i;
      if (register < start.length) start[register] = value;
    });
    this.active.add(method);
    const run = firstRun(
      events,
      start,
      (at, state) => this.valueOfCall(method, file, events, at, state, depth),
      this.fieldsIn(file),
      (string) => (this.graph.hierarchy.files[file] as ProgramFile).text(string),
    );
    this.active.delete(method);
    return run;
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
  ): Value | null {
    const { graph } = this;
    const local = data[at + 4] as number;
    const program = graph.hierarchy.files[file] as ProgramFile;
    if (local >= program.methodCount) return UNKNOWN;
    const method = (graph.hierarchy.methodBase[file] as number) + local;
    const reference = graph.references.of(method, file);
    const registers = data.subarray(at + 5, at + (data[at + 1] as number));
    const values = Array.from(registers, (register) => state[register] ?? UNKNOWN);
    const isStatic = data[at + 3] === InvokeKind.STATIC;
    const read = reference.storedRead;
    if (read !== null) {
      const key = values[isStatic ? 0 : 1]?.text;
      if (key !== undefined && !mayBeConsentKey(key)) return UNKNOWN;
      if (read.initially !== undefined) return { number: read.initially, stored: true };
      const position = read.argument === undefined ? -1 : positionOf(reference, read.argument, isStatic);
      return { number: values[position]?.number ?? Number.NaN, stored: true };
    }
    const target = this.targetAt(from, data[at + 2] as number);
    if (target >= 0 && this.depending.has(target) && !this.active.has(target) && depth < MAX_DEPTH) {
      const { result, returns } = this.runOf(target, values, depth + 1);
      return returns ? { number: result.number, stored: result.stored } : null;
    }
    const [only] = values;
    if (BOXING.has(reference.name) && values.length === 1 && only !== undefined) return only;
    // What is worked out of something stored depends on it.
    return values.some(({ stored }) => stored) ? { number: Number.NaN, stored: true } : UNKNOWN;
  }

  /** The one method of the build to which the call at an address leads, -1 where it is none or not the only one. */
  private targetAt(method: number, offset: number): number {
    const { edges, hierarchy } = this.graph;
    let found = -1;
    for (const [at, target] of edges.callsOf(method)) {
      if (at !== offset || target === found) continue;
      const name = hierarchy.selectorName(hierarchy.selectorOf(target, hierarchy.fileOfMethod(target)));
      if (name === '<clinit>') continue;
      if (found >= 0) return -1;
      found = target;
    }
    return found;
  }
}

function fileOfField(field: number, { fieldBase }: Hierarchy): number {
  let file = fieldBase.length - 1;
  while (file > 0 && (fieldBase[file] as number) > field) file--;
  return file;
}

/** Methods that give back the number that they are called on or given. */
const BOXING = new Set(['booleanValue', 'intValue', 'valueOf']);

function positionOf({ parameters }: Reference, argument: number, isStatic: boolean): number {
  let position = isStatic ? 0 : 1;
  for (let i = 0; i < argument; i++) position += parameters[i] === WIDE ? 2 : 1;
  return argument < parameters.length ? position : -1;
}
