import { Cursor } from './cursor.ts';
import { DexError } from './dex-error.ts';

export const ACC_STATIC = 0x8;
export const ACC_FINAL = 0x10;

/** Fields that a class can have: code names a field by 16 bits. */
const MAX_FIELDS = 1 << 16;

/**
 * Walks `class_data_item`s without making objects: `open` one, then read its fields, then its methods.
 *
 * ```
 * data.open(offset);
 * while (data.nextField()) … data.index, data.accessFlags, data.isStatic …
 * while (data.nextMethod()) … data.index, data.accessFlags, data.codeOffset …
 * ```
 * Every call may throw DexError past the end of the file.
 */
export class ClassDataReader {
  /** field_id or method_id index of the present item; may lie outside its table in a broken file. */
  index = 0;
  accessFlags = 0;
  /** Offset of the `code_item`, 0 for abstract and native methods. Methods only. */
  codeOffset = 0;
  /** Position of the present field among the static fields, or -1 for an instance field. Fields only. */
  staticPosition = -1;

  private readonly cursor: Cursor;
  private staticFields = 0;
  private instanceFields = 0;
  private directMethods = 0;
  private virtualMethods = 0;
  private position = 0;

  constructor(bytes: Uint8Array) {
    this.cursor = new Cursor(bytes, 0);
  }

  open(offset: number): void {
    const { cursor } = this;
    cursor.offset = offset;
    this.staticFields = cursor.uleb128();
    this.instanceFields = cursor.uleb128();
    this.directMethods = cursor.uleb128();
    this.virtualMethods = cursor.uleb128();
    this.position = 0;
    this.index = 0;
  }

  /** Moves to the next field, static ones first. */
  nextField(): boolean {
    const { cursor, position, staticFields } = this;
    if (position >= staticFields + this.instanceFields) {
      this.position = 0;
      this.index = 0;
      return false;
    }
    // Most numbers are of one byte, and there are many: such ones are read in place.
    let difference = cursor.bytes[cursor.offset] as number;
    if (difference < 0x80) cursor.offset++;
    else difference = cursor.uleb128();
    // The differences begin anew with the first instance field.
    this.index = position === staticFields ? difference : this.index + difference;
    const flags = cursor.bytes[cursor.offset] as number;
    if (flags < 0x80) cursor.offset++;
    this.accessFlags = flags < 0x80 ? flags : cursor.uleb128();
    this.staticPosition = position < staticFields ? position : -1;
    this.position++;
    return true;
  }

  /** What going past the fields costs, in fields, whether or not it fails. */
  get skippingCost(): number {
    return Math.min(this.staticFields + this.instanceFields - this.position, MAX_FIELDS);
  }

  /** Goes past the fields, in place of `nextField`. */
  skipFields(): void {
    const { cursor } = this;
    const { bytes } = cursor;
    const fields = this.staticFields + this.instanceFields - this.position;
    // Before the bytes are gone through: many classes may share one list that never ends.
    if (fields > MAX_FIELDS) throw new DexError('a class has more fields than code can name', cursor.offset);
    for (let i = 0; i < 2 * fields; i++) {
      if ((bytes[cursor.offset] as number) < 0x80) cursor.offset++;
      else cursor.uleb128();
    }
    this.position = 0;
    this.index = 0;
  }

  /** Moves to the next method, direct ones first; call it when `nextField` has returned false. */
  nextMethod(): boolean {
    const { cursor, position, directMethods } = this;
    if (position >= directMethods + this.virtualMethods) return false;
    let difference = cursor.bytes[cursor.offset] as number;
    if (difference < 0x80) cursor.offset++;
    else difference = cursor.uleb128();
    this.index = position === directMethods ? difference : this.index + difference;
    const flags = cursor.bytes[cursor.offset] as number;
    if (flags < 0x80) cursor.offset++;
    this.accessFlags = flags < 0x80 ? flags : cursor.uleb128();
    // Offsets of code are mostly of three or four bytes.
    const { bytes, offset } = cursor;
    const first = bytes[offset] as number;
    const second = bytes[offset + 1] as number;
    const third = bytes[offset + 2] as number;
    const low = (first & 0x7f) | ((second & 0x7f) << 7) | ((third & 0x7f) << 14);
    if (first < 0x80 || second < 0x80) this.codeOffset = cursor.uleb128();
    else if (third < 0x80) {
      this.codeOffset = low;
      cursor.offset = offset + 3;
    } else if ((bytes[offset + 3] as number) < 0x80) {
      this.codeOffset = low | ((bytes[offset + 3] as number) << 21);
      cursor.offset = offset + 4;
    } else this.codeOffset = cursor.uleb128();
    this.position++;
    return true;
  }
}
