import { ACC_FINAL, ACC_STATIC, ClassDataReader } from '../../../formats/dex/class-data.ts';
import { CodeItem } from '../../../formats/dex/code-item.ts';
import { DexError } from '../../../formats/dex/dex-error.ts';
import { type DexFile, NO_INDEX } from '../../../formats/dex/dex-file.ts';
import { EncodedArrayReader, ValueType } from '../../../formats/dex/encoded-value.ts';
import { DexTexts } from './dex-texts.ts';

/** Superclasses and interfaces that are followed; real hierarchies are far below. */
const MAX_SUPERTYPES = 64;
const ACC_ABSTRACT_OR_NATIVE = 0x500;
const MAX_MEMBERS = 1 << 16;
const CODE_ITEM_HEADER = 16;
const NO_HANDLERS: readonly number[] = [];

/** A method of the program that has code. */
export interface MethodCode {
  /** Counts the methods in the order in which they were asked for. */
  readonly id: number;
  readonly dex: DexFile;
  /** Texts of `dex`. */
  readonly texts: DexTexts;
  /** Path of the DEX file inside the build. */
  readonly file: string;
  readonly owner: ClassInfo;
  /** method_id. */
  readonly method: number;
  readonly name: string;
  /** `(Ljava/lang/String;)V`. */
  readonly proto: string;
  readonly static: boolean;
  /** Words. */
  readonly registers: number;
  readonly ins: number;
  readonly insnsOffset: number;
  /** Code units. */
  readonly insnsSize: number;
  readonly tryCount: number;
  /** Descriptors of the parameters, first the receiver's. */
  readonly parameters: readonly string[];
}

/** What an instruction's method_id says. */
export interface MethodReference {
  owner: string;
  name: string;
  proto: string;
  /** Without the receiver. */
  parameters: readonly string[];
  returns: string;
}

/** What an instruction's field_id says; `key` tells fields apart. */
export interface FieldReference {
  key: string;
  owner: string;
  type: string;
  /** The class of the program that declares it, null for one of the framework. */
  declaredBy: ClassInfo | null;
  final: boolean;
}

export interface ClassInfo {
  descriptor: string;
  dex: DexFile;
  file: string;
  classDef: number;
  superclass: string | null;
  interfaces: readonly string[];
  /** `name(proto)` -> method; abstract and native ones are left out. */
  methods: Map<string, MethodCode>;
  /** The same by method_id. */
  methodsById: Map<number, MethodCode>;
  /** `name:type` -> access flags. */
  fields: Map<string, number>;
}

export interface ProgramPart {
  /** Path of the DEX file inside the build. */
  file: string;
  dex: DexFile;
}

/**
 * All DEX files of a build as one program: classes, methods and fields by name, read when they are asked for. The
 * first file that defines a class counts, as it does for the class loader. What is broken is not there.
 */
export class Program {
  private readonly classes = new Map<string, ClassInfo | null>();
  private readonly shadowed = new Map<string, ClassInfo>();
  private readonly methodReferences = new Map<DexFile, Map<number, MethodReference | null>>();
  private readonly fieldReferences = new Map<DexFile, Map<number, FieldReference | null>>();
  private readonly definitions = new Map<DexFile, Int32Array>();
  private readonly texts = new Map<DexFile, DexTexts>();
  private readonly handlers = new Map<MethodCode, readonly number[]>();
  private methodCount = 0;

  /**
   * @param resourceText text of a resource by its number, null where there is none
   * @param ownPackage the app's package as its manifest has it, null where that is not known
   */
  constructor(
    readonly parts: readonly ProgramPart[],
    readonly resourceText: (id: number) => string | null = () => null,
    readonly ownPackage: string | null = null,
  ) {}

  /** The class of a descriptor, null where the program does not define it. */
  classOf(descriptor: string): ClassInfo | null {
    let known = this.classes.get(descriptor);
    if (known !== undefined) return known;
    known = null;
    for (const part of this.parts) {
      const type = attempt(() => findType(part.dex, descriptor), -1);
      const classDef = type < 0 ? -1 : (this.definedTypes(part.dex)[type] as number);
      if (classDef < 0) continue;
      known = attempt(() => this.readClass(part, classDef, descriptor), null);
      break;
    }
    this.classes.set(descriptor, known);
    return known;
  }

  /** A class by its definition, also one that another file's definition shadows. */
  classAt(part: ProgramPart, classDef: number): ClassInfo | null {
    return attempt(() => {
      const descriptor = part.dex.typeDescriptor(part.dex.classType(classDef));
      const known = this.classOf(descriptor);
      if (known?.dex === part.dex && known.classDef === classDef) return known;
      const key = `${this.parts.indexOf(part)} ${classDef}`;
      let shadowed = this.shadowed.get(key);
      if (shadowed === undefined) {
        shadowed = this.readClass(part, classDef, descriptor);
        this.shadowed.set(key, shadowed);
      }
      return shadowed;
    }, null);
  }

  /** The implementation that a class has or inherits within the program. */
  findMethod(descriptor: string, name: string, proto: string): MethodCode | null {
    let next: string | null = descriptor;
    for (let i = 0; next !== null && i < MAX_SUPERTYPES; i++) {
      const info = this.classOf(next);
      if (info === null) return null;
      const found = info.methods.get(name + proto);
      if (found !== undefined) return found;
      next = info.superclass;
    }
    return null;
  }

  /** True where `descriptor` is `ancestor` or has it among its superclasses and interfaces within the program. */
  isSubtype(descriptor: string, ancestor: string): boolean {
    const pending = [descriptor];
    const seen = new Set(pending);
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (next === ancestor) return true;
      const info = this.classOf(next);
      if (info === null || seen.size > MAX_SUPERTYPES) continue;
      for (const type of [...info.interfaces, ...(info.superclass === null ? [] : [info.superclass])]) {
        if (seen.has(type)) continue;
        seen.add(type);
        pending.push(type);
      }
    }
    return false;
  }

  methodReference(dex: DexFile, method: number): MethodReference | null {
    const known = cacheOf(this.methodReferences, dex);
    let reference = known.get(method);
    if (reference === undefined) {
      reference = attempt(() => {
        const texts = this.textsOf(dex);
        const { descriptor, parameters, returns } = texts.proto(dex.methodProto(method));
        const name = texts.string(dex.methodName(method));
        return { owner: texts.type(dex.methodClass(method)), name, proto: descriptor, parameters, returns };
      }, null);
      known.set(method, reference);
    }
    return reference;
  }

  /** Start, end and handler of the guarded ranges of a method, empty where they cannot be read. */
  handlersOf(method: MethodCode): readonly number[] {
    if (method.tryCount === 0) return NO_HANDLERS;
    let ranges = this.handlers.get(method);
    if (ranges === undefined) {
      ranges = attempt(() => {
        const code = new CodeItem(method.dex.bytes);
        code.open(method.insnsOffset - CODE_ITEM_HEADER);
        return code.handlerRanges();
      }, []);
      this.handlers.set(method, ranges);
    }
    return ranges;
  }

  textsOf(dex: DexFile): DexTexts {
    let texts = this.texts.get(dex);
    if (texts === undefined) {
      texts = new DexTexts(dex);
      this.texts.set(dex, texts);
    }
    return texts;
  }

  fieldReference(dex: DexFile, field: number): FieldReference | null {
    const known = cacheOf(this.fieldReferences, dex);
    let reference = known.get(field);
    if (reference === undefined) {
      reference = attempt(() => this.readFieldReference(dex, field), null);
      known.set(field, reference);
    }
    return reference;
  }

  /** Values that the class file itself gives to static fields: `name:type` -> number or string. */
  staticValues(info: ClassInfo): Map<string, number | string> {
    const values = new Map<string, number | string>();
    attempt(() => {
      const offset = info.dex.staticValuesOffset(info.classDef);
      const dataOffset = info.dex.classDataOffset(info.classDef);
      if (offset === 0 || dataOffset === 0) return;
      const data = new ClassDataReader(info.dex.bytes);
      data.open(dataOffset);
      const reader = new EncodedArrayReader(info.dex.cursor(offset));
      while (values.size < MAX_MEMBERS && data.nextField() && data.staticPosition >= 0 && reader.next()) {
        const value = constantOf(info.dex, reader);
        if (value !== null) values.set(this.textsOf(info.dex).field(data.index), value);
      }
    }, undefined);
    return values;
  }

  private readFieldReference(dex: DexFile, field: number): FieldReference {
    const texts = this.textsOf(dex);
    const owner = texts.type(dex.fieldClass(field));
    const type = texts.type(dex.fieldType(field));
    const name = texts.field(field);
    let next: string | null = owner;
    for (let i = 0; next !== null && i < MAX_SUPERTYPES; i++) {
      const info: ClassInfo | null = this.classOf(next);
      if (info === null) break;
      const flags = info.fields.get(name);
      if (flags !== undefined) {
        const final = (flags & ACC_FINAL) !== 0;
        return { key: `${info.descriptor}.${name}`, owner: info.descriptor, type, declaredBy: info, final };
      }
      next = info.superclass;
    }
    return { key: `${owner}.${name}`, owner, type, declaredBy: null, final: false };
  }

  private definedTypes(dex: DexFile): Int32Array {
    let classDefs = this.definitions.get(dex);
    if (classDefs === undefined) {
      classDefs = new Int32Array(dex.typeCount).fill(-1);
      for (let i = dex.classCount - 1; i >= 0; i--) classDefs[dex.classType(i)] = i;
      this.definitions.set(dex, classDefs);
    }
    return classDefs;
  }

  private readClass(part: ProgramPart, classDef: number, descriptor: string): ClassInfo {
    const { dex, file } = part;
    const texts = this.textsOf(dex);
    const superclass = dex.superclass(classDef);
    const interfaces = dex.interfacesOffset(classDef);
    const info: ClassInfo = {
      descriptor,
      dex,
      file,
      classDef,
      superclass: superclass === NO_INDEX ? null : texts.type(superclass),
      interfaces: interfaces === 0 ? [] : dex.typeList(interfaces, MAX_SUPERTYPES).map((type) => texts.type(type)),
      methods: new Map(),
      methodsById: new Map(),
      fields: new Map(),
    };
    const offset = dex.classDataOffset(classDef);
    if (offset === 0) return info;
    attempt(() => {
      const data = new ClassDataReader(dex.bytes);
      data.open(offset);
      while (info.fields.size < MAX_MEMBERS && data.nextField()) {
        info.fields.set(texts.field(data.index), data.accessFlags);
      }
      while (info.methods.size < MAX_MEMBERS && data.nextMethod()) {
        if (data.codeOffset === 0 || (data.accessFlags & ACC_ABSTRACT_OR_NATIVE) !== 0) continue;
        const method = this.readMethod(info, data);
        if (method === null) continue;
        info.methods.set(method.name + method.proto, method);
        info.methodsById.set(method.method, method);
      }
    }, undefined);
    return info;
  }

  private readMethod(owner: ClassInfo, { index, codeOffset, accessFlags }: ClassDataReader): MethodCode | null {
    const { dex, file } = owner;
    return attempt(() => {
      const code = new CodeItem(dex.bytes);
      code.open(codeOffset);
      const texts = this.textsOf(dex);
      const { descriptor, parameters } = texts.proto(dex.methodProto(index));
      const isStatic = (accessFlags & ACC_STATIC) !== 0;
      return {
        id: this.methodCount++,
        dex,
        texts,
        file,
        owner,
        method: index,
        name: texts.string(dex.methodName(index)),
        proto: descriptor,
        static: isStatic,
        registers: code.registers,
        ins: code.ins,
        insnsOffset: code.insnsOffset,
        insnsSize: code.insnsSize,
        tryCount: code.tryCount,
        parameters: isStatic ? parameters : [owner.descriptor, ...parameters],
      };
    }, null);
  }
}

function cacheOf<T>(caches: Map<DexFile, Map<number, T>>, dex: DexFile): Map<number, T> {
  let cache = caches.get(dex);
  if (cache === undefined) {
    cache = new Map();
    caches.set(dex, cache);
  }
  return cache;
}

function constantOf(dex: DexFile, reader: EncodedArrayReader): number | string | null {
  switch (reader.type) {
    case ValueType.STRING:
      return dex.string(reader.value);
    case ValueType.BYTE:
    case ValueType.SHORT:
    case ValueType.CHAR:
    case ValueType.INT:
    case ValueType.BOOLEAN:
      return reader.value;
    default:
      return null;
  }
}

/** Type id of a descriptor, -1 for none; the tables are sorted by their texts. */
function findType(dex: DexFile, descriptor: string): number {
  let low = 0;
  let high = dex.typeCount - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const text = dex.typeDescriptor(middle);
    if (text === descriptor) return middle;
    if (text < descriptor) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DexError) return otherwise;
    throw error;
  }
}
