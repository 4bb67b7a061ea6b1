import { type CodeEvents, InvokeKind, type ProgramFile } from '../model/program.ts';
import type { CallGraph } from './call-graph.ts';
import { type FirstRun, firstRun, UNKNOWN, type Value } from './first-run.ts';
import { type Reference, WIDE } from './references.ts';

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

  constructor(private readonly graph: CallGraph) {
    this.findDepending();
  }

  /** True where the instruction at an address of a method runs only past a branch on a stored flag. */
  isGuarded(method: number, offset: number): boolean {
    if (!this.depending.has(method)) return false;
    return this.runOf(method, null, 0).runs[offset] === 0;
  }

  private findDepending(): void {
    const { graph } = this;
    const { edges, hierarchy } = graph;
    const reached: number[] = [];
    graph.reached.forEach((is, method) => {
      if (is === 1) reached.push(method);
    });
    for (const method of graph.flagReaders) this.depending.add(method);
    const gives = (method: number): boolean => {
      const file = hierarchy.fileOfMethod(method);
      const program = hierarchy.files[file] as ProgramFile;
      const proto = program.methodProtos[method - (hierarchy.methodBase[file] as number)] as number;
      return program.typeDescriptor(program.protoReturnType(proto)) !== 'V';
    };
    let fresh = new Set(graph.flagReaders.filter(gives));
    for (let depth = 0; depth < MAX_DEPTH && fresh.size > 0; depth++) {
      const found: number[] = [];
      for (const method of reached) {
        if (this.depending.has(method)) continue;
        for (let call = edges.firstCall[method] as number; call < (edges.endOfCalls[method] as number); call++) {
          const target = edges.callTarget.at(call);
          const hit =
            target >= 0 ? fresh.has(target) : (edges.groups[~target] as number[]).some((each) => fresh.has(each));
          if (!hit) continue;
          found.push(method);
          break;
        }
      }
      for (const method of found) this.depending.add(method);
      fresh = new Set(found.filter(gives));
    }
  }

  /** @param values of the parameters' registers, null where nothing is known of them */
  private runOf(method: number, values: readonly Value[] | null, depth: number): FirstRun {
    const key = `${method} ${values?.map(({ number, stored }) => `${number}${stored ? 's' : ''}`).join() ?? ''}`;
    let run = this.runs.get(key);
    if (run === undefined) {
      run = this.work(method, values, depth);
      this.runs.set(key, run);
    }
    return run;
  }

  private work(method: number, values: readonly Value[] | null, depth: number): FirstRun {
    const { hierarchy } = this.graph;
    const file = hierarchy.fileOfMethod(method);
    const events: CodeEvents = {
      data: new Int32Array(1 << 8),
      length: 0,
      registers: 0,
      ins: 0,
      size: 0,
      targets: new Uint8Array(0),
      loops: false,
      values: true,
      handlers: [],
    };
    (hierarchy.files[file] as ProgramFile).readCode(hierarchy.codeOf[method] as number, events);
    const start: Value[] = new Array(events.registers).fill(UNKNOWN);
    values?.forEach((value, i) => {
      const register = events.registers - events.ins + i;
      if (register < start.length) start[register] = value;
    });
    this.active.add(method);
    const run = firstRun(events, start, (at, state) => this.valueOfCall(method, file, events, at, state, depth));
    this.active.delete(method);
    return run;
  }

  private valueOfCall(
    from: number,
    file: number,
    { data }: CodeEvents,
    at: number,
    state: readonly Value[],
    depth: number,
  ): Value {
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
      if (read.initially !== undefined) return { number: read.initially, stored: true };
      const position = read.argument === undefined ? -1 : positionOf(reference, read.argument, isStatic);
      return { number: values[position]?.number ?? Number.NaN, stored: true };
    }
    const target = this.targetAt(from, data[at + 2] as number);
    if (target >= 0 && this.depending.has(target) && !this.active.has(target) && depth < MAX_DEPTH) {
      const { result } = this.runOf(target, values, depth + 1);
      return { number: result.number, stored: true };
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
    for (let call = edges.firstCall[method] as number; call < (edges.endOfCalls[method] as number); call++) {
      if (edges.callOffset.at(call) !== offset) continue;
      const target = edges.callTarget.at(call);
      const methods = target >= 0 ? [target] : (edges.groups[~target] as number[]);
      for (const each of methods) {
        const name = hierarchy.selectorName(hierarchy.selectorOf(each, hierarchy.fileOfMethod(each)));
        if (name === '<clinit>') continue;
        if (found >= 0) return -1;
        found = each;
      }
    }
    return found;
  }
}

/** Methods that give back the number that they are called on or given. */
const BOXING = new Set(['booleanValue', 'intValue', 'valueOf']);

function positionOf({ parameters }: Reference, argument: number, isStatic: boolean): number {
  let position = isStatic ? 0 : 1;
  for (let i = 0; i < argument; i++) position += parameters[i] === WIDE ? 2 : 1;
  return argument < parameters.length ? position : -1;
}
