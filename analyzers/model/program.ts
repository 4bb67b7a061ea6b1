import type { FlowCode } from './flow-code.ts';

/**
 * The code of one DEX file as the call graph needs it: ids count within the file, texts are decoded when asked for, and
 * the instructions of a method are read when the graph arrives there. Nothing here throws for what a broken file holds;
 * what cannot be read is empty, and stands as a Gap with the extraction.
 */
export interface ProgramFile {
  /** Path inside the build. */
  readonly file: string;
  /** Bytes of the file, or of the container that it is in. */
  readonly size: number;
  readonly stringCount: number;
  readonly typeCount: number;
  readonly fieldCount: number;
  readonly methodCount: number;
  readonly protoCount: number;
  readonly classCount: number;
  /** By method id: type of the class that the reference names, and proto. */
  readonly methodClasses: Uint16Array;
  readonly methodProtos: Uint16Array;
  /** By method id: string id of its name. */
  readonly methodNames: Uint32Array;
  readonly fieldNames: Uint32Array;
  /** By field id: type of the class that the reference names, and type of the field. */
  readonly fieldClasses: Uint16Array;
  readonly fieldTypes: Uint16Array;
  /** Descriptor, such as `Landroid/os/Build;` or `[I`. */
  typeDescriptor(type: number): string;
  methodName(method: number): string;
  /** Text of a string id. */
  text(string: number): string;
  fieldName(field: number): string;
  /** Type ids. */
  protoParameters(proto: number): readonly number[];
  protoReturnType(proto: number): number;
  /** `name(java.lang.String,int)`, as locations name a method. */
  methodSignature(method: number): string;
  /** Type id of a defined class. */
  classType(classDef: number): number;
  classAccess(classDef: number): number;
  /** Type id, -1 for none. */
  superclass(classDef: number): number;
  interfaces(classDef: number): readonly number[];
  /**
   * Marks the names of all methods that a class of the file defines or a lambda stands for, by their hashes.
   * @param marks one byte for each hash; its length is a power of two
   */
  markDefinedNames(marks: Uint8Array): void;
  /** False where the name of a method is surely not marked. */
  isNameMarked(method: number, marks: Uint8Array): boolean;
  /** What `findDefinedMethods` found, three numbers for each method: method id, access flags, and code (0 for none). */
  readonly defined: Int32Array;
  /** Writes the methods that a class defines to `defined`, in place of what stands there. @returns how many numbers */
  findDefinedMethods(classDef: number): number;
  /** Field ids that a class defines. */
  definedFields(classDef: number): readonly number[];
  /** The number (low 32 bits) that a static field of a class holds before any code runs, NaN where that cannot be read. */
  initialNumber(classDef: number, field: number): number;
  /** The string id that a static field of a class holds before any code runs, -1 where it holds none. */
  initialText(classDef: number, field: number): number;
  /** Pairs of method id and type id of an annotation, for every annotated method of a class. */
  methodAnnotations(classDef: number): readonly (readonly [method: number, annotation: number])[];
  /** The text of an element of a class's own annotation, null where there is none. @param annotation its descriptor */
  classAnnotationText(classDef: number, annotation: string, element: string): string | null;
  /** The constant text that a method returns where it does nothing else, null otherwise. @param code as `defined` has it */
  returnedText(code: number): string | null;
  /** Call sites of invoke-custom. */
  callSiteCount(): number;
  /** What an invoke-custom makes, null when it is no lambda or method reference. */
  lambda(callSite: number): Lambda | null;
  /** Code units of a method's instructions, 0 where they cannot be read. @param code as `defined` has it */
  codeUnits(code: number): number;
  /** Reads the instructions of a method into `into`, which is overwritten. @param code as `defined` has it */
  readCode(code: number, into: CodeEvents): void;
  /** The instructions of a method as the flow of values needs them, null where they cannot be read. */
  flowCode(code: number): FlowCode | null;
  /** Tells the fields that a method reads and writes and the methods that it calls, as ids in the order of its code. */
  memberUses(code: number, visit: (id: number, use: MemberUse) => void): void;
}

/** An object of a functional interface that invoke-custom makes. */
export interface Lambda {
  /** Type id of the interface. */
  interfaceType: number;
  /** Name of the interface's method. */
  name: string;
  /** Method id of the implementation. */
  method: number;
  /** The implementation takes a receiver. */
  receiver: boolean;
}

/** Bits of access flags in `defined`. */
export const Access = {
  PUBLIC: 0x1,
  PRIVATE: 0x2,
  STATIC: 0x8,
  NATIVE: 0x100,
  INTERFACE: 0x200,
  ABSTRACT: 0x400,
  /** Of classes. */
  ANNOTATION: 0x2000,
  ENUM: 0x4000,
  /** Of constructors, and of static initialisers with STATIC. */
  CONSTRUCTOR: 0x10000,
} as const;

/** What code does with a member: get or put a field, call a method. */
export const MemberUse = { READ: 0, WRITE: 1, CALL: 2 } as const;
export type MemberUse = (typeof MemberUse)[keyof typeof MemberUse];

export const InvokeKind = { VIRTUAL: 0, SUPER: 1, DIRECT: 2, STATIC: 3, INTERFACE: 4, POLYMORPHIC: 5 } as const;

/**
 * What of an instruction matters here. In `CodeEvents.data` each is written as its kind, the length of the whole entry,
 * its address, and the operands named here. Registers, type, field and method ids are those of the instruction.
 */
export const CodeEvent = {
  /** register, type */
  NEW: 1,
  /** register, type */
  CLASS: 2,
  /** to, from */
  MOVE: 3,
  /** register, 1 for a reference, 2 for an exception that is caught, 0 for any other value */
  RESULT: 4,
  /** InvokeKind, method, argument registers */
  INVOKE: 5,
  /** call site, argument registers */
  CUSTOM: 6,
  /** register (-1 where the field holds no reference), object, field */
  IGET: 7,
  IPUT: 8,
  /** register (-1 where the field holds no reference and values are not asked for), field */
  SGET: 9,
  SPUT: 10,
  /** register, array */
  AGET: 11,
  APUT: 12,
  /** register, type */
  ARRAY: 13,
  /** type, element registers */
  FILLED: 14,
  /** register, type */
  CAST: 15,
  /** register, -1 for none; where values are not asked for also for what is no reference */
  RETURN: 16,
  /** opcode from if-eq = 0 to if-lez = 11, first register, second register (-1 for a comparison with zero), target */
  IF: 17,
  /** target */
  GOTO: 18,
  /** register, targets */
  SWITCH: 19,
  /** register */
  THROW: 20,
  /** From here on only where `values` is asked for. Register, number */
  CONST: 21,
  /** to, from: a value that is no reference */
  COPY: 22,
  /** register, operand register, number: exclusive or, by which a truth value is turned around */
  XOR: 23,
  /** register: anything else is written to it; always there where a text or null takes the place of a reference */
  WRITE: 24,
  /** to, from, from, 1 for a comparison, opcode: what is worked out of two values */
  DERIVE: 25,
  /** register, field, object: a value that is no reference */
  LOAD: 26,
  STORE: 27,
  /** register, string id */
  TEXT: 28,
  /** to, from, from (-1 where the number takes its place), number, opcode: what is worked out in place, of one value or with a constant */
  CALCULATE: 29,
  /** to, from, type: whether an object is of the type */
  TEST: 30,
} as const;

/** The instructions of one method; one object serves one method after the other. */
export interface CodeEvents {
  data: Int32Array;
  /** Numbers in `data` that count. */
  length: number;
  registers: number;
  /** Registers that hold the arguments; the last ones. */
  ins: number;
  /** Code units. */
  size: number;
  /** By address: 1 where a branch, a switch or an exception leads; valid up to `size`. */
  targets: Uint8Array;
  /** Whether a branch or a switch leads backwards, or to itself. */
  loops: boolean;
  /** Whether paths can join anywhere: there are branches or handlers. */
  branches: boolean;
  /** Set by the caller: whether values that are no references are followed too. */
  values: boolean;
  /** Address of a switch -> the numbers for which it branches, in the order of its targets; only where `values` is set. */
  cases: Map<number, readonly number[]>;
  /** Start, end and address of the handler of every guarded range. */
  handlers: number[];
}

/** Room for the instructions of methods; it grows as they need it. */
export function newCodeEvents(values: boolean): CodeEvents {
  const data = new Int32Array(1 << 10);
  const targets = new Uint8Array(1 << 8);
  return {
    data,
    length: 0,
    registers: 0,
    ins: 0,
    size: 0,
    targets,
    loops: false,
    branches: false,
    values,
    cases: new Map(),
    handlers: [],
  };
}
