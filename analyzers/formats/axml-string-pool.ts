import { MalformedError } from './malformed-error.ts';

const FLAG_UTF8 = 1 << 8;
/** Bytes with which a character can be written longer than it need be, ASCII too. */
const OVERLONG = [0xc0, 0xc1, 0xe0, 0xf0];
/** Characters of strings that are decoded from one pool: indices may share and overlap their bytes. */
export const MAX_POOL_SIZE = 128 << 20;

/**
 * A ResStringPool chunk (AOSP, ResourceTypes.h). Strings are decoded when asked for. As on Android a pool with wrong
 * offsets or lengths still gives the strings that can be had.
 */
export class StringPool {
  readonly count: number;
  private readonly utf8: boolean;
  private readonly view: DataView;
  private readonly buffer: Buffer;
  /** Decoded strings by their offset, which optimised tables share between indices. */
  private readonly cache = new Map<number, string | null>();
  private decoded = 0;
  private readonly indexStart: number;
  private readonly stringsStart: number;
  private readonly stringsEnd: number;
  /** Of the string that was located last: its bytes. */
  private begin = 0;
  private end = 0;
  /** What was found to be wrong with the pool until now, null for nothing. */
  oddity: string | null = null;

  /**
   * @param start of the chunk in `bytes`  @param size of the chunk, within `bytes`
   * @throws MalformedError when the chunk is too small for its header
   */
  constructor(
    private readonly bytes: Uint8Array,
    start: number,
    size: number,
    private readonly maxDecoded = MAX_POOL_SIZE,
  ) {
    if (size < 28) throw new MalformedError('string pool is shorter than its header', start);
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const headerSize = this.view.getUint16(start + 2, true);
    const styles = this.view.getUint32(start + 12, true);
    const stylesStart = this.view.getUint32(start + 24, true);
    const stringsStart = this.view.getUint32(start + 20, true);
    this.utf8 = (this.view.getUint32(start + 16, true) & FLAG_UTF8) !== 0;
    this.indexStart = start + headerSize;
    const room = Math.max(0, Math.floor((size - headerSize) / 4));
    const stated = this.view.getUint32(start + 8, true);
    this.count = Math.min(stated, room);
    if (stated > room) this.oddity = `the string pool states ${stated} strings and has room for ${room}`;
    else if (stringsStart > size) this.oddity = 'the strings of the pool lie outside of it';
    this.stringsStart = start + Math.min(stringsStart, size);
    this.stringsEnd = start + (styles > 0 && stylesStart > stringsStart && stylesStart < size ? stylesStart : size);
  }

  /**
   * The string at an index, null when there is none or its bytes lie outside the pool.
   * @throws MalformedError when the strings asked for are together larger than the limit
   */
  get(index: number): string | null {
    if (index >= this.count) return null;
    const offset = this.view.getUint32(this.indexStart + 4 * index, true);
    const known = this.cache.get(offset);
    if (known !== undefined) return known;
    const position = this.stringsStart + offset;
    const string = position >= this.stringsEnd ? null : this.utf8 ? this.readUtf8(position) : this.readUtf16(position);
    if (string === null) this.oddity ??= `string ${index} lies outside of the string pool`;
    this.decoded += string === null ? 0 : string.length;
    if (this.decoded > this.maxDecoded)
      throw new MalformedError(`strings of a pool are more than the limit of ${this.maxDecoded} characters`, position);
    this.cache.set(offset, string);
    return string;
  }

  /** False where surely no string of the pool has a text of ASCII inside; decoding them all takes ten times as long. */
  mayHold(text: string): boolean {
    if (!this.utf8) return true;
    const strings = this.buffer.subarray(this.stringsStart, this.stringsEnd);
    return strings.includes(text, 0, 'latin1') || OVERLONG.some((lead) => strings.includes(lead));
  }

  /** The same for one character and the string at an index. */
  mayHoldAt(index: number, character: number): boolean {
    if (!this.utf8 || index >= this.count) return true;
    const position = this.stringsStart + this.view.getUint32(this.indexStart + 4 * index, true);
    if (position >= this.stringsEnd || !this.locateUtf8(position)) return true;
    const { bytes, end } = this;
    for (let at = this.begin; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte === character || byte >= 0x80) return true;
    }
    return false;
  }

  /** Finds `begin` and `end`: two lengths, UTF-16 units then bytes, each of one byte or two; the bytes; NUL. */
  private locateUtf8(position: number): boolean {
    const skipped = position + ((this.bytes[position] ?? 0) & 0x80 ? 2 : 1);
    const first = this.bytes[skipped] ?? 0;
    const start = skipped + (first & 0x80 ? 2 : 1);
    const length = first & 0x80 ? ((first & 0x7f) << 8) | (this.bytes[skipped + 1] ?? 0) : first;
    if (start + length > this.stringsEnd) return false;
    // The compiler keeps 15 bits of the length: of a longer string the end is the first NUL 32 KiB steps further on.
    let end = start + length;
    while (end < this.stringsEnd && this.bytes[end] !== 0) end += 0x8000;
    this.begin = start;
    this.end = end < this.stringsEnd ? end : start + length;
    return true;
  }

  private readUtf8(position: number): string | null {
    return this.locateUtf8(position) ? decodeUtf8(this.buffer, this.begin, this.end) : null;
  }

  /** A length of one or two units, the units, NUL. */
  private readUtf16(position: number): string | null {
    if (position + 2 > this.stringsEnd) return null;
    const first = this.view.getUint16(position, true);
    let start = position + 2;
    let length = first;
    if (first & 0x8000) {
      if (position + 4 > this.stringsEnd) return null;
      length = ((first & 0x7fff) << 16) | this.view.getUint16(start, true);
      start += 2;
    }
    if (start + 2 * length > this.stringsEnd) return null;
    return this.buffer.toString('utf16le', start, start + 2 * length);
  }
}

/**
 * UTF-8 as aapt2 writes it: characters beyond the basic plane may be two three-byte surrogates (modified UTF-8) or one
 * four-byte sequence. Broken sequences give U+FFFD.
 */
function decodeUtf8(bytes: Buffer, start: number, end: number): string {
  let ascii = true;
  for (let i = start; i < end && ascii; i++) ascii = (bytes[i] ?? 0) < 0x80;
  if (ascii) return bytes.toString('latin1', start, end);
  const units = new Uint16Array(end - start);
  let count = 0;
  for (let i = start; i < end; ) {
    const lead = bytes[i] ?? 0;
    const size = lead < 0x80 ? 1 : lead < 0xc0 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf8 ? 4 : 0;
    let code = size === 0 ? 0xfffd : size === 1 ? lead : lead & (0xff >> (size + 1));
    let used = 1;
    for (; used < size && i + used < end && ((bytes[i + used] ?? 0) & 0xc0) === 0x80; used++) {
      code = (code << 6) | ((bytes[i + used] ?? 0) & 0x3f);
    }
    if (used < size || code > 0x10ffff) code = 0xfffd;
    i += used;
    if (code > 0xffff) {
      units[count++] = 0xd800 + ((code - 0x10000) >> 10);
      units[count++] = 0xdc00 + ((code - 0x10000) & 0x3ff);
    } else {
      units[count++] = code;
    }
  }
  return Buffer.from(units.buffer, 0, 2 * count).toString('utf16le');
}
