import {
  Access,
  CodeEvent,
  type CodeEvents,
  InvokeKind,
  newCodeEvents,
  type ProgramFile,
} from '../../model/program.ts';
import type { Hierarchy } from '../program/hierarchy.ts';
import { WRITES } from '../program/writing-events.ts';
import type { Contexts } from './contexts.ts';

/** A constant that code hands on, worked out once it is asked for. */
export class Constant {
  private known: string | null | undefined = undefined;

  /** @param value the number, or the id of the string in a file, of the type or of the field */
  constructor(
    private readonly kind: 'number' | 'text' | 'class' | 'field',
    private readonly value: number,
    private readonly program: ProgramFile | null = null,
  ) {}

  /** The same for constants that a map takes for the same key. */
  get key(): string {
    // A map may be told to take no notice of case.
    return `${this.kind} ${this.text?.toLowerCase() ?? this.value}`;
  }

  /** The text, null for none. */
  get text(): string | null {
    if (this.kind !== 'text' || this.program === null) return null;
    this.known ??= this.program.text(this.value);
    return this.known;
  }

  /** The class of a class constant, -1 for none. */
  get type(): number {
    return this.kind === 'class' ? this.value : NONE;
  }
}

/** What an instruction reads in a register: a constant, or what its method was given in one of its registers. */
type Operand = Constant | { given: number };

type Table = ReadonlyMap<number, readonly (Operand | undefined)[]>;

const NONE = -1;
const NO_OPERANDS: Table = new Map();
const MANY = 2;
/** Types whose objects stand for a number. */
const BOXES = new Set(['Ljava/lang/Integer;', 'Ljava/lang/Short;', 'Ljava/lang/Byte;', 'Ljava/lang/Character;']);

/**
 * Constants that calls are given: as they stand in the method itself, or
 * in those that call it in the contexts in which it is read.
 */
export class GivenConstants {
  /** By method: what its calls read, by address and position. */
  private readonly tables = new Map<number, Table>();
  private readonly numbers = new Map<string, number>();
  private readonly events = newCodeEvents(true);

  constructor(
    private readonly hierarchy: Hierarchy,
    private readonly contexts: Contexts,
  ) {}

  /** A number for the constant that an instruction reads in a context, -1 where it is not known. */
  keyAt(context: number, offset: number, position: number): number {
    const constant = this.at(context, offset, position);
    return constant === null ? NONE : this.numberOf(constant.key);
  }

  private numberOf(key: string): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(key, number);
    }
    return number;
  }

  /**
   * The constant that an instruction reads in a context, null where it is not known.
   * @param position among the registers of a call's arguments, receiver first
   */
  at(context: number, offset: number, position: number): Constant | null {
    let operand = this.operandAt(this.contexts.methodOf(context), offset, position);
    let current = context;
    while (operand !== undefined && 'given' in operand) {
      const call = this.contexts.callOf(current);
      if (call === null) return null;
      current = call.caller;
      operand = this.operandAt(this.contexts.methodOf(current), call.offset, operand.given);
    }
    return operand ?? null;
  }

  private operandAt(method: number, offset: number, position: number): Operand | undefined {
    return this.tableOf(method).get(offset)?.[position];
  }

  private tableOf(method: number): Table {
    let table = this.tables.get(method);
    if (table === undefined) {
      const { hierarchy } = this;
      const code = hierarchy.codeOf[method] as number;
      table = code > 0 ? this.operandsIn(code, hierarchy.fileOfMethod(method)) : NO_OPERANDS;
      this.tables.set(method, table);
    }
    return table;
  }

  private operandsIn(code: number, file: number): Table {
    const { events, hierarchy } = this;
    const program = hierarchy.files[file] as ProgramFile;
    program.readCode(code, events);
    const { data, length, targets, registers, ins } = events;
    const table = new Map<number, readonly (Operand | undefined)[]>();
    const writes = writesOf(events);
    /** What registers always hold that are written once; and the others, up to where paths join. */
    const always = new Map<number, Operand>();
    const here = new Map<number, Operand>();
    const first = registers - ins;
    for (let i = 0; i < ins; i++) (writes[first + i] === 1 ? always : here).set(first + i, { given: i });
    const read = (register: number): Operand | undefined => always.get(register) ?? here.get(register);
    let boxed: Operand | undefined;
    let passed = 0;
    for (let at = 0; at < length; at += data[at + 1] as number) {
      const address = data[at + 2] as number;
      for (; passed <= address; passed++) if (targets[passed] === 1) here.clear();
      const kind = data[at] as number;
      const end = at + (data[at + 1] as number);
      if (kind === CodeEvent.INVOKE) {
        const operands: (Operand | undefined)[] = [];
        for (let i = at + 5; i < end; i++) operands.push(read(data[i] as number));
        const local = data[at + 4] as number;
        table.set(address, operands);
        const boxes = data[at + 3] === InvokeKind.STATIC && operands.length === 1 && isBoxing(program, local);
        boxed = boxes ? operands[0] : undefined;
      }
      if (WRITES[kind] !== 1) continue;
      const to = data[at + 3] as number;
      const value = kind === CodeEvent.RESULT ? boxed : this.valueOf(kind, data[at + 4] as number, file, read);
      here.delete(to);
      if (value !== undefined) (writes[to] === 1 ? always : here).set(to, value);
    }
    return table;
  }

  /** What an event writes. @param operand number, string, type, field or register that it names */
  private valueOf(
    kind: number,
    operand: number,
    file: number,
    read: (register: number) => Operand | undefined,
  ): Operand | undefined {
    const { hierarchy } = this;
    switch (kind) {
      case CodeEvent.TEXT:
        return new Constant('text', operand, hierarchy.files[file] as ProgramFile);
      case CodeEvent.CONST:
        return new Constant('number', operand);
      case CodeEvent.CLASS:
        return new Constant('class', hierarchy.localType(file, operand));
      case CodeEvent.COPY:
      case CodeEvent.MOVE:
        return read(operand);
      case CodeEvent.SGET:
        return this.ownConstant(operand, file);
    }
    return undefined;
  }

  /** One of the objects that an enum of the build has as constants: no two of its fields hold the same. */
  private ownConstant(local: number, file: number): Operand | undefined {
    const { hierarchy } = this;
    const program = hierarchy.files[file] as ProgramFile;
    if (local >= program.fieldCount || program.fieldTypes[local] !== program.fieldClasses[local]) return undefined;
    const cls = hierarchy.classOfType[hierarchy.localType(file, program.fieldClasses[local] as number)] ?? NONE;
    if (cls < 0 || (hierarchy.accessOfClass(cls) & Access.ENUM) === 0) return undefined;
    const field = hierarchy.fields.resolve((hierarchy.fieldBase[file] as number) + local, file);
    return new Constant('field', field);
  }
}

function isBoxing(program: ProgramFile, method: number): boolean {
  if (method >= program.methodCount || program.methodName(method) !== 'valueOf') return false;
  return BOXES.has(program.typeDescriptor(program.methodClasses[method] ?? NONE));
}

/** By register: how often it is written, at most MANY; what a method is given counts. */
function writesOf({ data, length, registers, ins }: CodeEvents): Uint8Array {
  const writes = new Uint8Array(registers);
  writes.fill(1, registers - ins, registers);
  for (let at = 0; at < length; at += data[at + 1] as number) {
    const to = data[at + 3] as number;
    if (WRITES[data[at] as number] === 1 && to >= 0) writes[to] = Math.min(MANY, (writes[to] ?? MANY) + 1);
  }
  return writes;
}
