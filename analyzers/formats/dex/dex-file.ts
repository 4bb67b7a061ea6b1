import { Cursor } from './cursor.ts';
import { DexError } from './dex-error.ts';
import type { DexHeader, TableRange } from './header.ts';
import { readU2, readU4 } from './little-endian.ts';
import { decodeMutf8 } from './mutf8.ts';

/** "No index" in places where an index may be missing. */
export const NO_INDEX = 0xffffffff;
/** The format allows strings of any length; names and constants beyond this many bytes are cut. */
const MAX_STRING_BYTES = 1 << 16;
/** A method takes at most 255 argument words, so that a longer parameter list is never real. */
const MAX_PARAMETERS = 255;

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
  /** Offsets of the tables that are read most. */
  private readonly stringIds: number;
  private readonly fieldIds: number;
  private readonly methodIds: number;
  private readonly classDefs: number;

  constructor(
    readonly bytes: Uint8Array,
    readonly header: DexHeader,
  ) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.stringCount = this.fittingCount('string_ids', header.stringIds, STRING_ID_SIZE);
    this.typeCount = this.fittingCount('type_ids', header.typeIds, TYPE_ID_SIZE);
    this.protoCount = this.fittingCount('proto_ids', header.protoIds, PROTO_ID_SIZE);
    this.fieldCount = this.fittingCount('field_ids', header.fieldIds, MEMBER_ID_SIZE);
    this.methodCount = this.fittingCount('method_ids', header.methodIds, MEMBER_ID_SIZE);
    this.classCount = this.fittingCount('class_defs', header.classDefs, CLASS_DEF_SIZE);
    this.stringIds = header.stringIds.offset;
    this.fieldIds = header.fieldIds.offset;
    this.methodIds = header.methodIds.offset;
    this.classDefs = header.classDefs.offset;
  }

  private fittingCount(name: string, table: TableRange, itemSize: number): number {
    const fitting = Math.max(0, Math.floor((this.bytes.length - table.offset) / itemSize));
    if (table.count <= fitting) return table.count;
    this.truncatedTables.push(name);
    return fitting;
  }

  /** Offset of the first MUTF-8 byte of a string, behind its length; -1 where the file holds no such string. */
  stringStart(index: number): number {
    const { bytes } = this;
    if (index < 0 || index >= this.stringCount) return -1;
    // Every string is looked at several times, so that this is written out; the table lies inside the file.
    const at = this.stringIds + index * STRING_ID_SIZE;
    const low = (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16);
    let offset = low + (bytes[at + 3] as number) * 0x1000000;
    // The length in UTF-16 units is a uleb128 that nothing here relies on.
    for (let i = 0; i < 5; i++) {
      const byte = bytes[offset++];
      if (byte === undefined) return -1;
      if (byte < 0x80) return offset;
    }
    return -1;
  }

  /** Text of a string; cut when it is longer than 64 KiB. */
  string(index: number): string {
    const { bytes } = this;
    const start = this.stringStart(index);
    if (start < 0) throw new DexError(`string ${index} lies outside the file`, this.header.stringIds.offset);
    const limit = Math.min(bytes.length, start + MAX_STRING_BYTES);
    let end = start;
    while (end < limit && bytes[end] !== 0) end++;
    return this.text(start, end);
  }

  /** Text of the MUTF-8 bytes between two offsets inside the file. */
  text(start: number, end: number): string {
    const { bytes } = this;
    let high = 0;
    for (let i = start; i < end; i++) high |= bytes[i] as number;
    return high < 0x80 ? this.buffer.toString('latin1', start, end) : decodeMutf8(bytes, start, end);
  }

  /** Offset of the first byte of a type's descriptor, -1 where the file holds none. */
  typeStart(type: number): number {
    return type < this.typeCount ? this.stringStart(this.typeDescriptorIndex(type)) : -1;
  }

  /** String index of a type's descriptor. */
  typeDescriptorIndex(type: number): number {
    return readU4(this.bytes, this.item(type, this.typeCount, this.header.typeIds.offset, TYPE_ID_SIZE));
  }

  /** Descriptor of a type, such as `Landroid/os/Build;` or `[I`. */
  typeDescriptor(type: number): string {
    return this.string(this.typeDescriptorIndex(type));
  }

  /** Type index of a proto's return type. */
  protoReturnType(proto: number): number {
    return readU4(this.bytes, this.protoItem(proto) + 4);
  }

  /** Type indices of a proto's parameters; at most 255. */
  protoParameters(proto: number): number[] {
    const offset = readU4(this.bytes, this.protoItem(proto) + 8);
    return offset === 0 ? [] : this.typeList(offset, MAX_PARAMETERS);
  }

  /** `type_list` at `offset`: type indices, at most `limit` of them. */
  typeList(offset: number, limit: number): number[] {
    const size = Math.min(readU4(this.bytes, offset), limit);
    const types: number[] = [];
    for (let i = 0; i < size; i++) types.push(readU2(this.bytes, offset + 4 + 2 * i));
    return types;
  }

  /** Type index of the class that a field reference names. */
  fieldClass(field: number): number {
    return readU2(this.bytes, this.fieldItem(field));
  }

  fieldType(field: number): number {
    return readU2(this.bytes, this.fieldItem(field) + 2);
  }

  /** String index. */
  fieldName(field: number): number {
    return readU4(this.bytes, this.fieldItem(field) + 4);
  }

  /** Type index of the class that a method reference names. */
  methodClass(method: number): number {
    return readU2(this.bytes, this.methodItem(method));
  }

  methodProto(method: number): number {
    return readU2(this.bytes, this.methodItem(method) + 2);
  }

  /** String index. */
  methodName(method: number): number {
    return readU4(this.bytes, this.methodItem(method) + 4);
  }

  /** Type index of a defined class. */
  classType(classDef: number): number {
    return readU4(this.bytes, this.classItem(classDef));
  }

  classAccessFlags(classDef: number): number {
    return readU4(this.bytes, this.classItem(classDef) + 4);
  }

  /** Type index, or NO_INDEX for java.lang.Object. */
  superclass(classDef: number): number {
    return readU4(this.bytes, this.classItem(classDef) + 8);
  }

  /** Offset of the `type_list` of implemented interfaces, 0 for none. */
  interfacesOffset(classDef: number): number {
    return readU4(this.bytes, this.classItem(classDef) + 12);
  }

  /** Offset of `annotations_directory_item`, 0 for none. */
  annotationsOffset(classDef: number): number {
    return readU4(this.bytes, this.classItem(classDef) + 20);
  }

  /** Offset of `class_data_item`, 0 for a class without members. */
  classDataOffset(classDef: number): number {
    return readU4(this.bytes, this.classItem(classDef) + 24);
  }

  /** Offset of the `encoded_array_item` with initial values of static fields, 0 for none. */
  staticValuesOffset(classDef: number): number {
    return readU4(this.bytes, this.classItem(classDef) + 28);
  }

  cursor(offset: number): Cursor {
    return new Cursor(this.bytes, offset);
  }

  private protoItem(proto: number): number {
    return this.item(proto, this.protoCount, this.header.protoIds.offset, PROTO_ID_SIZE);
  }

  private fieldItem(field: number): number {
    return field >= 0 && field < this.fieldCount
      ? this.fieldIds + field * MEMBER_ID_SIZE
      : outside(field, this.fieldCount, this.fieldIds);
  }

  private methodItem(method: number): number {
    return method >= 0 && method < this.methodCount
      ? this.methodIds + method * MEMBER_ID_SIZE
      : outside(method, this.methodCount, this.methodIds);
  }

  private classItem(classDef: number): number {
    return classDef >= 0 && classDef < this.classCount
      ? this.classDefs + classDef * CLASS_DEF_SIZE
      : outside(classDef, this.classCount, this.classDefs);
  }

  private item(index: number, count: number, offset: number, size: number): number {
    return index >= 0 && index < count ? offset + index * size : outside(index, count, offset);
  }
}

function outside(index: number, count: number, offset: number): never {
  throw new DexError(`index ${index} outside a table of ${count}`, offset);
}
