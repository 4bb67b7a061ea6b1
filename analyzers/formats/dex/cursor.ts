import { DexError } from './dex-error.ts';

/** LEB128 values hold 32 bits, so that a sixth byte is never part of one ("LEB128" in the DEX format). */
const MAX_LEB128_BYTES = 5;

/** A position that moves over bytes; the reader of everything that is not a table of fixed-size items. */
export class Cursor {
  /** @param offset where to begin, in bytes from the start of `bytes` */
  constructor(
    readonly bytes: Uint8Array,
    public offset: number,
  ) {}

  /** @throws DexError past the end */
  u1(): number {
    const byte = this.bytes[this.offset];
    if (byte === undefined) throw new DexError('read past the end of the file', this.offset);
    this.offset++;
    return byte;
  }

  /** `uleb128` as an unsigned 32-bit number. @throws DexError past the end or on more than five bytes */
  uleb128(): number {
    const { bytes } = this;
    let offset = this.offset;
    const first = bytes[offset++];
    if (first !== undefined && first < 0x80) {
      this.offset = offset;
      return first;
    }
    let result = (first ?? 0) & 0x7f;
    let byte = first;
    for (let shift = 7; byte !== undefined && shift < 7 * MAX_LEB128_BYTES; shift += 7) {
      byte = bytes[offset++];
      if (byte === undefined) break;
      result |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        this.offset = offset;
        return result >>> 0;
      }
    }
    throw new DexError(byte === undefined ? 'read past the end of the file' : 'LEB128 value too long', this.offset);
  }

  /** `uleb128p1`: -1 stands for "no index". @throws DexError as uleb128 */
  uleb128p1(): number {
    return this.uleb128() - 1;
  }

  /** `sleb128` as a signed 32-bit number. @throws DexError past the end or on more than five bytes */
  sleb128(): number {
    const start = this.offset;
    let result = 0;
    for (let shift = 0; shift < 7 * MAX_LEB128_BYTES; shift += 7) {
      const byte = this.u1();
      result |= (byte & 0x7f) << shift;
      if (byte < 0x80) return shift < 28 && byte & 0x40 ? result | (-1 << (shift + 7)) : result;
    }
    throw new DexError('LEB128 value too long', start);
  }
}
