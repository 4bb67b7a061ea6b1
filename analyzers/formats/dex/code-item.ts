import { Cursor } from './cursor.ts';
import { DexError } from './dex-error.ts';
import { readU2, readU4 } from './little-endian.ts';

const HEADER_SIZE = 16;
const TRY_ITEM_SIZE = 8;
/** Code units that are looked at of an item whose true size is unknown. */
const TRUNCATED_SIZE = 4096;

/** One `code_item` at a time, read into the same object again and again. Sizes are in 16-bit code units. */
export class CodeItem {
  /** Words of registers, of incoming and of outgoing arguments. */
  registers = 0;
  ins = 0;
  outs = 0;
  tryCount = 0;
  /** Offset of `debug_info_item`, 0 for none. */
  debugInfoOffset = 0;
  /** Byte offset of the first instruction. */
  insnsOffset = 0;
  /** Code units of instructions; of a truncated item at most the first few thousand inside the file. */
  insnsSize = 0;
  /** True when the item states more code units than the file holds. */
  truncated = false;

  constructor(private readonly bytes: Uint8Array) {}

  /** @throws DexError when not even the header lies inside the file */
  open(offset: number): void {
    const { bytes } = this;
    if (offset + HEADER_SIZE > bytes.length) throw new DexError('read past the end of the file', offset + 12);
    // Written out, since this is done for every method several times.
    const size =
      ((bytes[offset + 12] as number) |
        ((bytes[offset + 13] as number) << 8) |
        ((bytes[offset + 14] as number) << 16) |
        ((bytes[offset + 15] as number) << 24)) >>>
      0;
    this.registers = (bytes[offset] as number) | ((bytes[offset + 1] as number) << 8);
    this.ins = (bytes[offset + 2] as number) | ((bytes[offset + 3] as number) << 8);
    this.outs = (bytes[offset + 4] as number) | ((bytes[offset + 5] as number) << 8);
    this.tryCount = (bytes[offset + 6] as number) | ((bytes[offset + 7] as number) << 8);
    this.debugInfoOffset =
      ((bytes[offset + 8] as number) |
        ((bytes[offset + 9] as number) << 8) |
        ((bytes[offset + 10] as number) << 16) |
        ((bytes[offset + 11] as number) << 24)) >>>
      0;
    this.insnsOffset = offset + HEADER_SIZE;
    const fitting = (bytes.length - this.insnsOffset) >> 1;
    this.truncated = size > fitting;
    this.insnsSize = this.truncated ? Math.min(Math.max(0, fitting), TRUNCATED_SIZE) : size;
  }

  /**
   * Addresses of all exception handlers of the method, in code units; may repeat and may lie outside the method.
   * At most one for each code unit of the method, as more cannot be distinct.
   * @throws DexError past the end of the file
   */
  handlerAddresses(): number[] {
    if (this.tryCount === 0) return [];
    const padded = this.insnsSize + (this.insnsSize & 1);
    const cursor = new Cursor(this.bytes, this.insnsOffset + 2 * padded + this.tryCount * TRY_ITEM_SIZE);
    const addresses: number[] = [];
    for (let lists = cursor.uleb128(); lists > 0 && addresses.length < this.insnsSize; lists--) {
      const size = cursor.sleb128();
      for (let i = Math.abs(size); i > 0 && addresses.length < this.insnsSize; i--) {
        cursor.uleb128();
        addresses.push(cursor.uleb128());
      }
      if (size <= 0) addresses.push(cursor.uleb128());
    }
    return addresses;
  }

  /**
   * Start, end (exclusive) and handler of every guarded range, in code units, one triple for each handler. At most as
   * many triples as the method has code units.
   * @throws DexError past the end of the file
   */
  handlerRanges(): number[] {
    if (this.tryCount === 0) return [];
    const tries = this.insnsOffset + 2 * (this.insnsSize + (this.insnsSize & 1));
    const lists = tries + this.tryCount * TRY_ITEM_SIZE;
    const ranges: number[] = [];
    for (let i = 0; i < this.tryCount && ranges.length < 3 * this.insnsSize; i++) {
      const start = readU4(this.bytes, tries + i * TRY_ITEM_SIZE);
      const end = start + readU2(this.bytes, tries + i * TRY_ITEM_SIZE + 4);
      const cursor = new Cursor(this.bytes, lists + readU2(this.bytes, tries + i * TRY_ITEM_SIZE + 6));
      const size = cursor.sleb128();
      for (let left = Math.abs(size); left > 0 && ranges.length < 3 * this.insnsSize; left--) {
        cursor.uleb128();
        ranges.push(start, end, cursor.uleb128());
      }
      if (size <= 0) ranges.push(start, end, cursor.uleb128());
    }
    return ranges;
  }
}
