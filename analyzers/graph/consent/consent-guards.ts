import { MemberUse, type ProgramFile } from '../../model/program.ts';
import { FieldUses } from '../branches/field-uses.ts';
import type { CallGraph } from '../calls/call-graph.ts';
import { blocksIn } from './blocks.ts';
import { FirstRuns, MAX_DEPTH } from './first-runs.ts';
import { isHolder, isReadOnlyHolder } from './value-holders.ts';

/** Methods that are run to find the fields in which they put what was stored. */
const MOST_WRITERS = 400;
/** Calls between the method that asks for an answer and the one that reads the field. */
const CALLEES = 2;
/** Fields that are looked at in one go, methods that are run for all of them, and times that all calls are gone through. */
const MOST_ASKED = 500;
const MOST_RUNS = 2_000;
const MOST_SEARCHES = 50;
/** Code units of a method that does little else than to read a field. */
const SMALL = 64;

/**
 * Which calls of a method do not run on a device on which nothing was stored yet: those behind a branch on a stored
 * flag, such as the user's answer, that then goes the other way.
 */
export class ConsentGuards {
  /** Methods whose course or result can depend on something stored. */
  private readonly depending = new Set<number>();
  /** Who uses fields on which code branches. */
  readonly uses: FieldUses;
  private readonly runs: FirstRuns;
  private runsLeft = MOST_RUNS;
  private searchesLeft = MOST_SEARCHES;

  constructor(private readonly graph: CallGraph) {
    this.uses = new FieldUses(graph, (type) => this.isKept(type));
    this.runs = new FirstRuns(
      graph,
      (method) => this.depending.has(method),
      (field) => this.uses.of(field).writers,
    );
    this.findDepending(graph.flagReaders);
    this.followFields();
  }

  /**
   * True where the instruction at an address of a method runs only past a branch on a stored flag.
   * @param target to which a call there leads: what the object that it is called on says of itself counts, -1 for none
   */
  isGuarded(method: number, offset: number, target = -1): boolean {
    if (!this.depending.has(method)) return false;
    return !this.runs.reaches(method, offset) || (target >= 0 && !this.runs.reachesTarget(method, offset, target));
  }

  /** What is stored is often kept in a field, on which other methods depend then. */
  private followFields(): void {
    for (const method of [...this.depending].slice(0, MOST_WRITERS)) this.runs.runOf(method);
    if (this.runs.fields.stored.size > 0) this.dependOn([...this.runs.fields.stored.keys()]);
  }

  /** Has methods depend on what fields hold. */
  private dependOn(fields: readonly number[]): void {
    this.runs.forget();
    const readers = new Set(fields.flatMap((field) => this.uses.of(field).readers));
    this.findDepending([...readers].filter((method) => !this.depending.has(method)));
  }

  /**
   * Takes note of fields that hold nothing on a first run: what is put there comes only of methods that do not run
   * then.
   * @param methods in which fields may be asked for it
   * @param early whether a method runs on a first run, for all that is known by now
   * @returns true where there are such fields
   */
  learnUnset(methods: readonly number[], early: (method: number) => boolean): boolean {
    const asked = new Set(methods.flatMap((method) => this.fieldsAskedIn(method, CALLEES)));
    const found = [...asked]
      .slice(0, MOST_ASKED)
      .filter((field) => !this.runs.fields.stored.has(field) && this.isUnset(field, early));
    for (const field of found) this.runs.fields.stored.set(field, { number: 0, stored: true });
    if (found.length > 0) this.dependOn(found.flatMap((field) => [field, ...this.aliasesOf(field)]));
    return found.length > 0;
  }

  private aliasesOf(field: number): number[] {
    return [...this.runs.fields.aliases].filter(([, to]) => to === field).map(([alias]) => alias);
  }

  /** Fields of truth values that a method reads, or that small methods read for it. */
  private fieldsAskedIn(method: number, depth: number): number[] {
    const { edges, hierarchy } = this.graph;
    const code = hierarchy.codeOf[method] as number;
    if (code <= 0) return [];
    const file = hierarchy.fileOfMethod(method);
    const program = hierarchy.files[file] as ProgramFile;
    const found: number[] = [];
    program.memberUses(code, (local, use) => {
      if (use !== MemberUse.READ || !this.isAnswer(hierarchy.localType(file, program.fieldTypes[local] ?? -1))) return;
      const field = this.runs.fields.at(local, file);
      if (field >= 0) found.push(this.runs.fields.aliases.get(field) ?? field);
    });
    if (depth === 0) return found;
    for (const [, target] of edges.callsOf(method)) {
      const called = hierarchy.files[hierarchy.fileOfMethod(target)] as ProgramFile;
      if (this.gives(target) && called.codeUnits(hierarchy.codeOf[target] as number) <= SMALL)
        for (const field of this.fieldsAskedIn(target, depth - 1)) found.push(field);
    }
    return found;
  }

  private isUnset(field: number, early: (method: number) => boolean): boolean {
    const holds = this.runs.fields.holds(field);
    if (!holds && this.initially(field) !== 0) return false;
    const { readers, writers } = this.uses.of(field);
    const setters = holds ? this.holdersOf(field, [...writers, ...readers]) : writers;
    if (setters === null || setters.length > Math.min(MOST_WRITERS, this.runsLeft)) return false;
    this.runsLeft -= setters.length;
    let isSetLater = false;
    for (const method of setters) {
      const writes = this.runs.writesOf(method).filter((write) => write.field === field);
      if (!early(method)) {
        isSetLater ||= writes.some(({ value }) => value.number !== 0) || (!holds && writes.length === 0);
      } else if (writes.some(({ value }) => value.number !== 0)) return false;
    }
    return isSetLater;
  }

  /** The methods that get at the object in a field, null where that may be any. */
  private holdersOf(field: number, users: readonly number[]): readonly number[] | null {
    if (users.length > MOST_WRITERS) return null;
    const givers = new Set(users.filter((method) => this.givesAway(method, field)));
    if (givers.size === 0) return [...new Set(users)];
    if (this.searchesLeft-- <= 0) return null;
    for (const giver of givers) this.depending.add(giver);
    this.runs.forget();
    const callers = this.callersOf(givers);
    if (callers.length > MOST_WRITERS || callers.some((method) => this.givesAway(method, field))) return null;
    return [...new Set([...users, ...callers])];
  }

  private callersOf(called: ReadonlySet<number>): number[] {
    const { edges, hierarchy, reached } = this.graph;
    const marks = new Uint8Array(reached.length);
    for (const method of called) marks[method] = 1;
    const callers: number[] = [];
    for (let method = 0; method < reached.length; method++) {
      if (reached[method] !== 1) continue;
      if (edges.callsMarked(method, marks)) callers.push(method);
      else if (edges.startsAny(method)) {
        for (const [, block] of blocksIn(method, edges, hierarchy)) {
          if (marks[block] !== 1) continue;
          callers.push(method);
          break;
        }
      }
    }
    return callers;
  }

  private initially(field: number): number {
    const { hierarchy } = this.graph;
    const file = hierarchy.fields.fileOf(field);
    const cls = hierarchy.classOfType[hierarchy.fields.ownerOf(field)] ?? -1;
    if (cls < 0) return Number.NaN;
    const program = hierarchy.files[file] as ProgramFile;
    return program.initialNumber(hierarchy.defOfClass[cls] as number, field - (hierarchy.fieldBase[file] as number));
  }

  /** Whether a method gives the object itself to others, who may set its value. */
  private givesAway(method: number, field: number): boolean {
    const { hierarchy } = this.graph;
    const { holder } = this.runs.runOf(method, null, MAX_DEPTH - 1).result;
    if (holder !== field) return false;
    const { result } = this.graph.references.passedBy(method, hierarchy.fileOfMethod(method));
    return result < 0 || !isReadOnlyHolder(hierarchy.nameOfType(result));
  }

  /** A type on whose values code branches. */
  private isAnswer(type: number): boolean {
    const { hierarchy } = this.graph;
    const descriptor = hierarchy.descriptors[type] ?? '';
    if (descriptor === 'Z' || descriptor === 'Ljava/lang/Boolean;') return true;
    return descriptor.startsWith('L') && isHolder(hierarchy.nameOfType(type));
  }

  /** A type of which something can be stored. */
  private isKept(type: number): boolean {
    return KEPT.has(this.graph.hierarchy.descriptors[type] ?? '') || this.isAnswer(type);
  }

  private findDepending(sources: readonly number[]): void {
    for (const method of sources) this.depending.add(method);
    let fresh = new Set(sources.filter((method) => this.gives(method) || this.runs.throws(method)));
    for (let depth = 0; depth < MAX_DEPTH && fresh.size > 0; depth++) {
      const found = this.callersOf(fresh).filter((method) => !this.depending.has(method));
      for (const method of found) this.depending.add(method);
      fresh = new Set(found.filter((method) => this.gives(method) || this.runs.throws(method)));
    }
  }

  private gives(method: number): boolean {
    const { hierarchy } = this.graph;
    const file = hierarchy.fileOfMethod(method);
    const program = hierarchy.files[file] as ProgramFile;
    const proto = program.methodProtos[method - (hierarchy.methodBase[file] as number)] as number;
    return program.typeDescriptor(program.protoReturnType(proto)) !== 'V';
  }
}

/** Types of what is stored and kept in fields. */
const KEPT = new Set(['I', 'J', 'Ljava/lang/String;', 'Ljava/lang/Integer;', 'Ljava/lang/Object;']);
