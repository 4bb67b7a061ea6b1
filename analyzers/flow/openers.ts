import { FieldUses } from '../graph/branches/field-uses.ts';
import { type FlowInstruction, FlowKind } from '../model/flow-code.ts';
import { InvokeKind } from '../model/program.ts';
import { argumentOf, parameterAt, typeAt } from './call-arguments.ts';
import type { FlowProgram } from './flow-program.ts';
import type { Member, Members } from './members.ts';
import type { MethodBody } from './method-body.ts';

const NONE = -1;
/** Values that are looked at for one stream. */
const MOST_VALUES = 128;
/** Calls of one method that are looked at. */
const MOST_CALLERS = 16;
/** Streams, writers and channels: what is written to one goes on to the one that it was made for. */
const STREAMS = ['java.io.OutputStream', 'java.io.Writer', 'java.nio.channels.WritableByteChannel', 'okio.Sink'];

/** The member by which a stream out of the app was opened. */
export interface Opener {
  kind: string;
  api: string;
}

/** Finds where streams were opened that are kept in fields or given by methods of the build. */
export class Openers {
  private readonly fields = new Map<number, Opener | null>();
  private readonly results = new Map<number, Opener | null>();
  /** By method, once each: a method may write thousands of fields. */
  private readonly puts = new Map<number, ReadonlyMap<number, readonly number[]>>();
  private readonly uses: FieldUses;
  /** By type. */
  private readonly streams: (boolean | undefined)[] = [];

  constructor(
    private readonly program: FlowProgram,
    private readonly members: Members,
  ) {
    this.uses = new FieldUses(program.graph, (type) => this.isStream(type) || program.isEmitter(type));
  }

  isStream(type: number): boolean {
    if (type < 0) return false;
    const { hierarchy } = this.program;
    let known = this.streams[type];
    if (known === undefined) {
      known = hierarchy.supertypes(type).some((each) => STREAMS.includes(hierarchy.nameOfType(each)));
      this.streams[type] = known;
    }
    return known;
  }

  /** The opener of what a field of the build keeps, null for none or no stream. */
  ofField(field: number): Opener | null {
    let opener = this.fields.get(field);
    if (opener === undefined) {
      opener = this.isStream(this.program.hierarchy.fields.typeOf(field)) ? this.find(this.putInto(field)) : null;
      this.fields.set(field, opener);
    }
    return opener;
  }

  /** The opener of what a method of the build gives back. */
  ofResult(method: number): Opener | null {
    let opener = this.results.get(method);
    if (opener === undefined) {
      opener = this.find(this.returnedBy(method));
      this.results.set(method, opener);
    }
    return opener;
  }

  /** Goes back from values to where one of them was opened. */
  private find(values: readonly (readonly [method: number, value: number])[]): Opener | null {
    const pending = [...values];
    const seen = new Set<string>();
    for (let i = 0; i < pending.length && i < MOST_VALUES; i++) {
      const [method, value] = pending[i] as readonly [number, number];
      const body = this.program.body(method);
      if (value < 0 || body === null || seen.has(`${method}/${value}`)) continue;
      seen.add(`${method}/${value}`);
      const definition = body.definitions[value];
      if (definition?.kind === 'join') for (const { value: from } of definition.from) pending.push([method, from]);
      if (definition?.kind === 'parameter')
        for (const each of this.givenAs(method, definition.register)) pending.push(each);
      if (definition?.kind !== 'instruction') continue;
      const origin = this.originOf(method, body, definition.index);
      if (!Array.isArray(origin)) return origin as Opener;
      for (const each of origin) pending.push(each);
    }
    return null;
  }

  /** The opener that an instruction is, or the values of which it makes a stream. */
  private originOf(method: number, body: MethodBody, index: number): Opener | (readonly [number, number])[] {
    const { kind, id, offset } = body.code.instructions[index] as FlowInstruction;
    switch (kind) {
      case FlowKind.IGET:
      case FlowKind.SGET: {
        const field = this.program.fieldOf(method, id);
        const opened = this.program.isOutsideField(field) ? this.members.openedBy(field) : null;
        if (opened !== null) return { kind: opened.sink.kind, api: opened.api };
        return this.isStream(this.program.hierarchy.fields.typeOf(field)) ? this.putInto(field) : [];
      }
      case FlowKind.NEW: {
        const made = body.makes[index] as number;
        for (const use of body.uses[made] ?? []) {
          const call = body.code.instructions[use.index] as FlowInstruction;
          if (call.kind !== FlowKind.INVOKE || use.position !== 0) continue;
          const member = this.members.of(method, call.id);
          if (member.name === '<init>') return this.throughCall(method, body, use.index, member, 1);
        }
        return [];
      }
      case FlowKind.INVOKE: {
        const member = this.members.of(method, id);
        const { calls } = this.program.targetsAt(method, offset);
        if (!member.outside && calls.length > 0) return calls.flatMap((target) => this.returnedBy(target));
        return this.throughCall(method, body, index, member, 0);
      }
      default:
        return [];
    }
  }

  private throughCall(
    method: number,
    body: MethodBody,
    index: number,
    member: Member,
    first: number,
  ): Opener | (readonly [number, number])[] {
    if (member.sink?.opens === true) return { kind: member.sink.kind, api: member.api };
    const instruction = body.code.instructions[index] as FlowInstruction;
    const count = member.parameters.length + (instruction.invoke === InvokeKind.STATIC ? 0 : 1);
    const found: (readonly [number, number])[] = [];
    for (let position = first; position < count; position++) {
      if (!this.isStream(typeAt(instruction, member, position))) continue;
      found.push([method, argumentOf(body, instruction, index, member, position)]);
    }
    return found;
  }

  private returnedBy(method: number): (readonly [number, number])[] {
    const body = this.program.body(method);
    return body === null ? [] : body.returns.map((index) => [method, body.reads[index]?.[0] ?? NONE] as const);
  }

  private givenAs(method: number, register: number): (readonly [number, number])[] {
    const { program } = this;
    const position = parameterAt(program, method, register);
    if (position < 0) return [];
    const sites = program.callersOf(method).filter(({ callback }) => !callback);
    return sites.slice(0, MOST_CALLERS).flatMap(({ method: caller, offset }) => {
      const body = program.body(caller);
      const index = body?.code.instructions.findIndex((each) => each.offset === offset) ?? NONE;
      const instruction = body?.code.instructions[index];
      if (body == null || instruction?.kind !== FlowKind.INVOKE) return [];
      const member = this.members.of(caller, instruction.id);
      return [[caller, argumentOf(body, instruction, index, member, position)] as const];
    });
  }

  /** What is put into a field of a stream or an emitter anywhere. */
  putInto(field: number): (readonly [number, number])[] {
    return this.uses
      .of(field)
      .writers.flatMap((method) => (this.putsOf(method).get(field) ?? []).map((value) => [method, value] as const));
  }

  /** By field: the values that a method puts into it. */
  private putsOf(method: number): ReadonlyMap<number, readonly number[]> {
    const known = this.puts.get(method);
    if (known !== undefined) return known;
    const puts = new Map<number, number[]>();
    this.puts.set(method, puts);
    const body = this.program.body(method);
    for (const [index, { kind, id }] of (body?.code.instructions ?? []).entries()) {
      if (kind !== FlowKind.IPUT && kind !== FlowKind.SPUT) continue;
      const field = this.program.fieldOf(method, id);
      const values = puts.get(field);
      const value = body?.reads[index]?.[0] ?? NONE;
      if (values === undefined) puts.set(field, [value]);
      else values.push(value);
    }
    return puts;
  }
}
