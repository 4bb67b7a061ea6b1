import { Cursor } from './cursor.ts';
import { DexError } from './dex-error.ts';
import type { DexHeader, TableRange } from './header.ts';
import { readU4 } from './little-endian.ts';
import { decodeMutf8 } from './mutf8.ts';

/** "No index" in places where an index may be missing. */
export const NO_INDEX = 0xffffffff;
/** The format allows strings of any length; names and constants beyond this many bytes are cut. */
export const MAX_STRING_BYTES = 1 << 16;
/** A method takes at most 255 argument words, so that a longer parameter list is never real. */
const MAX_PARAMETERS = 255;

/** Bytes of a stretch of strings that is decoded at once, as a power of two. */
const WINDOW_BITS = 14;
const STRING_ID_SIZE = 4;
const TYPE_ID_SIZE = 4;
const PROTO_ID_SIZE = 12;
const MEMBER_ID_SIZE = 8;
const CLASS_DEF_SIZE = 32;

/**
 * The id tables of one logical DEX file as views over its bytes: nothing is decoded before it is asked for, and items
 * are numbers, never objects. Counts are cut to what lies inside the file; `truncatedTables` names the tables that
 * were. Every accessor throws DexError for an index or an offset outside the file.
 */
export class DexFile {
  readonly stringCount: number;
  readonly typeCount: number;
  readonly protoCount: number;
  readonly fieldCount: number;
  readonly methodCount: number;
  readonly classCount: number;
  readonly truncatedTables: string[] = [];
  private readonly buffer: Buffer;
  /** The tables of ids as numbers of 32 bits, and of 16 where an item has such parts. */
  private readonly typeWords: Uint32Array;
  private readonly protoWords: Uint32Array;
  private readonly classWords: Uint32Array;
  readonly fieldWords: Uint32Array;
  readonly fieldHalves: Uint16Array;
  readonly methodWords: Uint32Array;
  readonly methodHalves: Uint16Array;
  private starts: Int32Array | null = null;
  /** Stretches of the file as texts, as far as strings were asked for: each with the one behind it. */
  private readonly windows = new Map<number, string>();
  /** Whether a string that was asked for is longer than the limit. */
  hasCutString = false;
  private ofTypes: Int32Array | null = null;

  constructor(
    readonly bytes: Uint8Array,
    readonly header: DexHeader,
    private readonly maxString = MAX_STRING_BYTES,
  ) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.stringCount = this.fittingCount('string_ids', header.stringIds, STRING_ID_SIZE);
    this.typeCount = this.fittingCount('type_ids', header.typeIds, TYPE_ID_SIZE);
    this.protoCount = this.fittingCount('proto_ids', header.protoIds, PROTO_ID_SIZE);
    this.fieldCount = this.fittingCount('field_ids', header.fieldIds, MEMBER_ID_SIZE);
    this.methodCount = this.fittingCount('method_ids', header.methodIds, MEMBER_ID_SIZE);
    this.classCount = this.fittingCount('class_defs', header.classDefs, CLASS_DEF_SIZE);
    this.typeWords = uints(bytes, header.typeIds.offset, this.typeCount * TYPE_ID_SIZE);
    this.protoWords = uints(bytes, header.protoIds.offset, this.protoCount * PROTO_ID_SIZE);
    this.fieldWords = uints(bytes, header.fieldIds.offset, this.fieldCount * MEMBER_ID_SIZE);
    this.fieldHalves = ushorts(bytes, header.fieldIds.offset, this.fieldCount * MEMBER_ID_SIZE);
    this.methodWords = uints(bytes, header.methodIds.offset, this.methodCount * MEMBER_ID_SIZE);
    this.methodHalves = ushorts(bytes, header.methodIds.offset, this.methodCount * MEMBER_ID_SIZE);
    this.classWords = uints(bytes, header.classDefs.offset, this.classCount * CLASS_DEF_SIZE);
  }

  private fittingCount(name: string, table: TableRange, itemSize: number): number {
    const fitting = Math.max(0, Math.floor((this.bytes.length - table.offset) / itemSize));
    if (table.count <= fitting) return table.count;
    this.truncatedTables.push(name);
    return fitting;
  }

  /**
   * By string: offset of its first MUTF-8 byte, behind its length; -1 where the file holds no such string. Every string
   * is looked at several times, so that they are found once.
   */
  get stringStarts(): Int32Array {
    return this.starts ?? this.findStarts();
  }

  private findStarts(): Int32Array {
    this.starts = findStringStarts(this.bytes, uints(this.bytes, this.header.stringIds.offset, this.stringCount * 4));
    return this.starts;
  }

  /** By type: offset of the first byte of its descriptor, -1 where the file holds none. */
  get typeStarts(): Int32Array {
    return this.ofTypes ?? this.findTypeStarts();
  }

  private findTypeStarts(): Int32Array {
    const { stringStarts, typeWords } = this;
    const starts = new Int32Array(this.typeCount);
    for (let type = 0; type < starts.length; type++) starts[type] = stringStarts[typeWords[type] as number] ?? -1;
    this.ofTypes = starts;
    return starts;
  }

  /** Text of a string; cut when it is longer than the limit, 64 KiB by default. */
  string(index: number): string {
    const { bytes } = this;
    const start = (this.starts ?? this.findStarts())[index] ?? -1;
    if (start < 0) throw new DexError(`string ${index} lies outside the file`, this.header.stringIds.offset);
    const limit = Math.min(bytes.length, start + this.maxString);
    let end = start;
    let high = 0;
    for (; end < limit && bytes[end] !== 0; end++) high |= bytes[end] as number;
    if (end === limit && limit < bytes.length && bytes[end] !== 0) this.hasCutString = true;
    return high < 0x80 ? this.ascii(start, end) : decodeMutf8(bytes, start, end);
  }

  /** Text of the MUTF-8 bytes between two offsets inside the file. */
  text(start: number, end: number): string {
    const { bytes } = this;
    let high = 0;
    for (let i = start; i < end; i++) high |= bytes[i] as number;
    return high < 0x80 ? this.ascii(start, end) : decodeMutf8(bytes, start, end);
  }

  /** As `text`, of ASCII alone. Strings stand close together, and asking Node for each of them takes ten times as long. */
  private ascii(start: number, end: number): string {
    const window = start >>> WINDOW_BITS;
    const first = window << WINDOW_BITS;
    if (end - first > 2 << WINDOW_BITS) return this.buffer.toString('latin1', start, end);
    let text = this.windows.get(window);
    if (text === undefined) {
      text = this.buffer.toString('latin1', first, first + (2 << WINDOW_BITS));
      this.windows.set(window, text);
    }
    return text.slice(start - first, end - first);
  }

  /** Offset of the first byte of a type's descriptor, -1 where the file holds none. */
  typeStart(type: number): number {
    return (this.ofTypes ?? this.findTypeStarts())[type] ?? -1;
  }

  /** String index of a type's descriptor. */
  typeDescriptorIndex(type: number): number {
    return this.typeWords[type] ?? outside(type, this.typeCount, this.header.typeIds.offset);
  }

  /** Descriptor of a type, such as `Landroid/os/Build;` or `[I`. */
  typeDescriptor(type: number): string {
    return this.string(this.typeDescriptorIndex(type));
  }

  /** Type index of a proto's return type. */
  protoReturnType(proto: number): number {
    return this.protoWords[3 * proto + 1] ?? outside(proto, this.protoCount, this.header.protoIds.offset);
  }

  /** Type indices of a proto's parameters; at most 255. */
  protoParameters(proto: number): number[] {
    const offset = this.protoWords[3 * proto + 2] ?? outside(proto, this.protoCount, this.header.protoIds.offset);
    return offset === 0 ? [] : this.typeList(offset, MAX_PARAMETERS);
  }

  /** `type_list` at `offset`: type indices, at most `limit` of them. */
  typeList(offset: number, limit: number): number[] {
    const { bytes } = this;
    const size = Math.min(readU4(bytes, offset), limit);
    const end = offset + 4 + 2 * size;
    if (end > bytes.length)
      throw new DexError('read past the end of the file', bytes.length - ((bytes.length - offset) % 2));
    // Of its final length at once: lists that grow take room for many more.
    const types: number[] = new Array(size);
    for (let i = 0, at = offset + 4; i < size; i++, at += 2) {
      types[i] = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
    }
    return types;
  }

  /** Type index of the class that a field reference names. */
  fieldClass(field: number): number {
    return this.fieldHalves[4 * field] ?? outside(field, this.fieldCount, this.header.fieldIds.offset);
  }

  fieldType(field: number): number {
    return this.fieldHalves[4 * field + 1] ?? outside(field, this.fieldCount, this.header.fieldIds.offset);
  }

  /** String index. */
  fieldName(field: number): number {
    return this.fieldWords[2 * field + 1] ?? outside(field, this.fieldCount, this.header.fieldIds.offset);
  }

  /** Type index of the class that a method reference names. */
  methodClass(method: number): number {
    return this.methodHalves[4 * method] ?? outside(method, this.methodCount, this.header.methodIds.offset);
  }

  methodProto(method: number): number {
    return this.methodHalves[4 * method + 1] ?? outside(method, this.methodCount, this.header.methodIds.offset);
  }

  /** String index. */
  methodName(method: number): number {
    return this.methodWords[2 * method + 1] ?? outside(method, this.methodCount, this.header.methodIds.offset);
  }

  /** Type index of a defined class. */
  classType(classDef: number): number {
    return this.classWords[8 * classDef] ?? outside(classDef, this.classCount, this.header.classDefs.offset);
  }

  classAccessFlags(classDef: number): number {
    return this.classWords[8 * classDef + 1] ?? outside(classDef, this.classCount, this.header.classDefs.offset);
  }

  /** Type index, or NO_INDEX for java.lang.Object. */
  superclass(classDef: number): number {
    return this.classWords[8 * classDef + 2] ?? outside(classDef, this.classCount, this.header.classDefs.offset);
  }

  /** Offset of the `type_list` of implemented interfaces, 0 for none. */
  interfacesOffset(classDef: number): number {
    return this.classWords[8 * classDef + 3] ?? outside(classDef, this.classCount, this.header.classDefs.offset);
  }

  /** Offset of `annotations_directory_item`, 0 for none. */
  annotationsOffset(classDef: number): number {
    return this.classWords[8 * classDef + 5] ?? outside(classDef, this.classCount, this.header.classDefs.offset);
  }

  /** Offset of `class_data_item`, 0 for a class without members. */
  classDataOffset(classDef: number): number {
    return this.classWords[8 * classDef + 6] ?? outside(classDef, this.classCount, this.header.classDefs.offset);
  }

  /** Offset of the `encoded_array_item` with initial values of static fields, 0 for none. */
  staticValuesOffset(classDef: number): number {
    return this.classWords[8 * classDef + 7] ?? outside(classDef, this.classCount, this.header.classDefs.offset);
  }

  cursor(offset: number): Cursor {
    return new Cursor(this.bytes, offset);
  }
}

function outside(index: number, count: number, offset: number): never {
  throw new DexError(`index ${index} outside a table of ${count}`, offset);
}

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** A table as numbers of 32 bits: in place where the machine reads them as the format writes them. */
function uints(bytes: Uint8Array, offset: number, size: number): Uint32Array {
  if (size === 0) return new Uint32Array(0);
  const start = bytes.byteOffset + offset;
  if (IS_LITTLE_ENDIAN && start % 4 === 0) return new Uint32Array(bytes.buffer, start, size / 4);
  const copy = new Uint8Array(bytes.subarray(offset, offset + size));
  if (!IS_LITTLE_ENDIAN) Buffer.from(copy.buffer).swap32();
  return new Uint32Array(copy.buffer);
}

/** As `uints`, of 16 bits. */
function ushorts(bytes: Uint8Array, offset: number, size: number): Uint16Array {
  if (size === 0) return new Uint16Array(0);
  const start = bytes.byteOffset + offset;
  if (IS_LITTLE_ENDIAN && start % 2 === 0) return new Uint16Array(bytes.buffer, start, size / 2);
  const copy = new Uint8Array(bytes.subarray(offset, offset + size));
  if (!IS_LITTLE_ENDIAN) Buffer.from(copy.buffer).swap16();
  return new Uint16Array(copy.buffer);
}

/** @param offsets of the strings' items */
function findStringStarts(bytes: Uint8Array, offsets: Uint32Array): Int32Array {
  const starts = new Int32Array(offsets.length);
  for (let string = 0; string < offsets.length; string++) {
    let at = offsets[string] as number;
    // The length in UTF-16 units is a uleb128 that nothing here relies on.
    const last = at + 4;
    while ((bytes[at] ?? 0) >= 0x80 && at < last) at++;
    starts[string] = (bytes[at] ?? 0x80) < 0x80 ? at + 1 : -1;
  }
  return starts;
}
