import { classAnnotationText, methodAnnotations } from '../../../formats/dex/annotations.ts';
import { ClassDataReader } from '../../../formats/dex/class-data.ts';
import { CodeItem } from '../../../formats/dex/code-item.ts';
import { methodSignature } from '../../../formats/dex/descriptor.ts';
import { DexError } from '../../../formats/dex/dex-error.ts';
import { type DexFile, NO_INDEX } from '../../../formats/dex/dex-file.ts';
import { EncodedArrayReader, ValueType } from '../../../formats/dex/encoded-value.ts';
import { readU2, readU4 } from '../../../formats/dex/little-endian.ts';
import {
  callSiteArguments,
  callSiteHead,
  type HandleTables,
  HandleType,
  methodHandle,
  readHandleTables,
} from '../../../formats/dex/method-handle.ts';
import { encodeMutf8 } from '../../../formats/dex/mutf8.ts';
import type { FlowCode } from '../../../model/flow-code.ts';
import type { CodeEvents, Lambda, MemberUse, ProgramFile } from '../../../model/program.ts';
import { CodeReader } from './code-reader.ts';
import { readFlowCode, readMemberUses } from './flow-reader.ts';

const MAX_INTERFACES = 1 << 12;
const MAX_ANNOTATIONS = 1 << 14;
const NOTHING: readonly number[] = [];
/** Where the implementation stands among the bootstrap arguments of a lambda metafactory. */
const IMPLEMENTATION = 1;
/** Opcodes of the Dalvik instruction set. */
const RETURN_OBJECT = 0x11;
const CONST_STRING = 0x1a;
const CONST_STRING_JUMBO = 0x1b;

/** By field id: what static fields of a class hold before any code runs, and what those hold that have no value there. */
interface InitialNumbers {
  classDef: number;
  numbers: ReadonlyMap<number, number>;
  /** By field: string id. */
  texts: ReadonlyMap<number, number>;
  others: number;
}

/** A logical DEX file as the call graph reads it. Broken items are empty; the extraction has said so. */
export class DexProgramFile implements ProgramFile {
  readonly size: number;
  readonly stringCount: number;
  readonly typeCount: number;
  readonly fieldCount: number;
  readonly methodCount: number;
  readonly protoCount: number;
  readonly classCount: number;
  readonly methodClasses: Uint16Array;
  readonly methodProtos: Uint16Array;
  readonly methodNames: Uint32Array;
  readonly fieldNames: Uint32Array;
  readonly fieldClasses: Uint16Array;
  readonly fieldTypes: Uint16Array;
  private readonly code: CodeItem;
  private readonly reader: CodeReader;
  private readonly data: ClassDataReader;
  private handles: HandleTables | null = null;
  /** Of the class that was asked for last. */
  private initial: InitialNumbers = { classDef: -1, numbers: new Map(), texts: new Map(), others: Number.NaN };
  defined = new Int32Array(3 << 6);
  /** By string id: 1 for the names that `markDefinedNames` has marked. */
  private markedNames: Uint8Array = new Uint8Array(0);

  constructor(
    readonly file: string,
    private readonly dex: DexFile,
  ) {
    this.size = dex.bytes.length;
    this.stringCount = dex.stringCount;
    this.typeCount = dex.typeCount;
    this.fieldCount = dex.fieldCount;
    this.methodCount = dex.methodCount;
    this.protoCount = dex.protoCount;
    this.classCount = dex.classCount;
    this.code = new CodeItem(dex.bytes);
    this.reader = new CodeReader(dex.bytes);
    this.data = new ClassDataReader(dex.bytes);
    const { methodHalves, methodWords, fieldHalves, fieldWords } = dex;
    this.methodClasses = new Uint16Array(dex.methodCount);
    this.methodProtos = new Uint16Array(dex.methodCount);
    this.methodNames = new Uint32Array(dex.methodCount);
    for (let method = 0; method < dex.methodCount; method++) {
      this.methodClasses[method] = methodHalves[4 * method] as number;
      this.methodProtos[method] = methodHalves[4 * method + 1] as number;
      this.methodNames[method] = methodWords[2 * method + 1] as number;
    }
    this.fieldClasses = new Uint16Array(dex.fieldCount);
    this.fieldTypes = new Uint16Array(dex.fieldCount);
    this.fieldNames = new Uint32Array(dex.fieldCount);
    for (let field = 0; field < dex.fieldCount; field++) {
      this.fieldClasses[field] = fieldHalves[4 * field] as number;
      this.fieldTypes[field] = fieldHalves[4 * field + 1] as number;
      this.fieldNames[field] = fieldWords[2 * field + 1] as number;
    }
  }

  typeDescriptor(type: number): string {
    try {
      return this.dex.typeDescriptor(type);
    } catch (error) {
      return unlessDexError(error, '');
    }
  }

  methodName(method: number): string {
    try {
      return this.dex.string(this.dex.methodName(method));
    } catch (error) {
      return unlessDexError(error, '');
    }
  }

  text(string: number): string {
    return attempt(() => this.dex.string(string), '');
  }

  fieldName(field: number): string {
    try {
      return this.dex.string(this.dex.fieldName(field));
    } catch (error) {
      return unlessDexError(error, '');
    }
  }

  protoParameters(proto: number): readonly number[] {
    try {
      return this.dex.protoParameters(proto);
    } catch (error) {
      return unlessDexError(error, NOTHING);
    }
  }

  protoReturnType(proto: number): number {
    try {
      return this.dex.protoReturnType(proto);
    } catch (error) {
      return unlessDexError(error, -1);
    }
  }

  methodSignature(method: number): string {
    return attempt(() => methodSignature(this.dex, method), '?');
  }

  classType(classDef: number): number {
    try {
      return this.dex.classType(classDef);
    } catch (error) {
      return unlessDexError(error, -1);
    }
  }

  classAccess(classDef: number): number {
    try {
      return this.dex.classAccessFlags(classDef);
    } catch (error) {
      return unlessDexError(error, 0);
    }
  }

  superclass(classDef: number): number {
    try {
      const type = this.dex.superclass(classDef);
      return type === NO_INDEX ? -1 : type;
    } catch (error) {
      return unlessDexError(error, -1);
    }
  }

  interfaces(classDef: number): readonly number[] {
    try {
      const offset = this.dex.interfacesOffset(classDef);
      return offset === 0 ? NOTHING : this.dex.typeList(offset, MAX_INTERFACES);
    } catch (error) {
      return unlessDexError(error, NOTHING);
    }
  }

  findDefinedMethods(classDef: number): number {
    const { data } = this;
    let length = 0;
    try {
      const offset = this.dex.classDataOffset(classDef);
      if (offset !== 0) {
        data.open(offset);
        data.skipFields();
        while (data.nextMethod() && length < 3 * this.methodCount) {
          if (length + 3 > this.defined.length) this.defined = doubled(this.defined);
          const { defined } = this;
          defined[length++] = data.index;
          defined[length++] = data.accessFlags;
          defined[length++] = data.codeOffset;
        }
      }
    } catch (error) {
      unlessDexError(error, null);
    }
    return length;
  }

  markDefinedNames(marks: Uint8Array): void {
    const seen = new Uint8Array(this.dex.stringCount);
    this.markedNames = seen;
    const { data, methodNames } = this;
    const mark = (string: number): void => {
      seen[string] = 1;
      marks[this.hashOfString(string) & (marks.length - 1)] = 1;
    };
    for (let classDef = 0; classDef < this.classCount; classDef++) {
      try {
        const offset = this.dex.classDataOffset(classDef);
        if (offset === 0) continue;
        data.open(offset);
        data.skipFields();
        while (data.nextMethod()) {
          const string = methodNames[data.index];
          if (string === undefined) break;
          if (seen[string] === 0) mark(string);
        }
      } catch (error) {
        if (!(error instanceof DexError)) throw error;
      }
    }
    for (let callSite = 0; callSite < this.callSiteCount(); callSite++) {
      const lambda = this.lambda(callSite);
      if (lambda !== null) marks[hashOf(encodeMutf8(lambda.name), 0) & (marks.length - 1)] = 1;
    }
  }

  isNameMarked(method: number, marks: Uint8Array): boolean {
    // What the file itself defines needs no hash.
    if (this.markedNames[this.methodNames[method] ?? -1] === 1) return true;
    try {
      return marks[this.hashOfString(this.dex.methodName(method)) & (marks.length - 1)] === 1;
    } catch (error) {
      return unlessDexError(error, true);
    }
  }

  private hashOfString(string: number): number {
    const start = this.dex.stringStarts[string] ?? -1;
    return start < 0 ? 0 : hashOf(this.dex.bytes, start);
  }

  definedFields(classDef: number): readonly number[] {
    const fields: number[] = [];
    try {
      const offset = this.dex.classDataOffset(classDef);
      if (offset === 0) return fields;
      this.data.open(offset);
      while (this.data.nextField() && fields.length < this.fieldCount) fields.push(this.data.index);
    } catch (error) {
      unlessDexError(error, undefined);
    }
    return fields;
  }

  initialNumber(classDef: number, field: number): number {
    if (this.initial.classDef !== classDef) this.initial = this.initialNumbers(classDef);
    return this.initial.numbers.get(field) ?? this.initial.others;
  }

  initialText(classDef: number, field: number): number {
    if (this.initial.classDef !== classDef) this.initial = this.initialNumbers(classDef);
    return this.initial.texts.get(field) ?? -1;
  }

  private initialNumbers(classDef: number): InitialNumbers {
    const numbers = new Map<number, number>();
    const texts = new Map<number, number>();
    const others = attempt(() => {
      const offset = this.dex.staticValuesOffset(classDef);
      const dataOffset = this.dex.classDataOffset(classDef);
      if (offset === 0 || dataOffset === 0) return 0;
      this.data.open(dataOffset);
      const values = new EncodedArrayReader(this.dex.cursor(offset));
      while (this.data.nextField() && this.data.staticPosition >= 0 && values.next()) {
        if (numbers.has(this.data.index)) continue;
        numbers.set(this.data.index, values.value);
        if (values.type === ValueType.STRING) texts.set(this.data.index, values.value);
      }
      return 0;
    }, Number.NaN);
    return { classDef, numbers, texts, others };
  }

  methodAnnotations(classDef: number): [number, number][] {
    return attempt<[number, number][]>(() => {
      const offset = this.dex.annotationsOffset(classDef);
      return offset === 0 ? [] : methodAnnotations(this.dex.bytes, offset, MAX_ANNOTATIONS);
    }, []);
  }

  classAnnotationText(classDef: number, annotation: string, element: string): string | null {
    return attempt(() => {
      const offset = this.dex.annotationsOffset(classDef);
      return offset === 0 ? null : classAnnotationText(this.dex, offset, annotation, element);
    }, null);
  }

  returnedText(code: number): string | null {
    return attempt(() => {
      this.code.open(code);
      const { insnsOffset: at, insnsSize } = this.code;
      const { bytes } = this.dex;
      const isJumbo = bytes[at] === CONST_STRING_JUMBO;
      const size = isJumbo ? 3 : 2;
      if ((!isJumbo && bytes[at] !== CONST_STRING) || insnsSize !== size + 1) return null;
      const end = at + 2 * size;
      if (bytes[end] !== RETURN_OBJECT || bytes[end + 1] !== bytes[at + 1]) return null;
      return this.dex.string(isJumbo ? readU4(bytes, at + 2) : readU2(bytes, at + 2));
    }, null);
  }

  callSiteCount(): number {
    return attempt(() => {
      this.handles ??= readHandleTables(this.dex);
      return this.handles.callSites.count;
    }, 0);
  }

  lambda(callSite: number): Lambda | null {
    return attempt(() => {
      this.handles ??= readHandleTables(this.dex);
      const head = callSiteHead(this.dex, this.handles, callSite);
      const values = callSiteArguments(this.dex, this.handles, callSite);
      if (head === null || values === null) return null;
      for (let i = 0; values.next(); i++) {
        if (i !== IMPLEMENTATION || values.type !== ValueType.METHOD_HANDLE) continue;
        const { type, index } = methodHandle(this.dex, this.handles, values.value);
        if (type <= HandleType.INSTANCE_GET || index >= this.methodCount) return null;
        return {
          interfaceType: this.dex.protoReturnType(head.proto),
          name: this.dex.string(head.name),
          method: index,
          receiver: type !== HandleType.INVOKE_STATIC,
        };
      }
      return null;
    }, null);
  }

  codeUnits(code: number): number {
    return attempt(() => {
      this.code.open(code);
      return this.code.insnsSize;
    }, 0);
  }

  flowCode(code: number): FlowCode | null {
    return attempt(() => {
      this.code.open(code);
      return readFlowCode(this.code, this.dex.bytes);
    }, null);
  }

  memberUses(code: number, visit: (id: number, use: MemberUse) => void): void {
    try {
      this.code.open(code);
      readMemberUses(this.code, this.dex.bytes, visit);
    } catch (error) {
      unlessDexError(error, undefined);
    }
  }

  readCode(code: number, into: CodeEvents): void {
    into.length = 0;
    into.size = 0;
    into.loops = false;
    into.branches = false;
    into.registers = 0;
    into.ins = 0;
    try {
      this.code.open(code);
      this.reader.read(this.code, into);
    } catch (error) {
      unlessDexError(error, undefined);
    }
  }
}

function doubled(list: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * list.length);
  larger.set(list);
  return larger;
}

/** FNV-1a over the bytes up to a NUL or the end. */
function hashOf(bytes: Uint8Array, start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < bytes.length && bytes[at] !== 0; at++)
    hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** For what is read once in a while; where it is read often, the same is written out. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    return unlessDexError(error, otherwise);
  }
}

function unlessDexError<T>(error: unknown, otherwise: T): T {
  if (error instanceof DexError) return otherwise;
  throw error;
}
