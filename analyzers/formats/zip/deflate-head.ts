/** Code lengths are stated in this order, RFC 1951 section 3.2.7. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const MAX_BITS = 15;
const MAX_SYMBOLS = 288;
/** Bytes below this one have their lengths first. */
const ASCII = 128;
const FIXED_LENGTHS = Uint8Array.from({ length: MAX_SYMBOLS }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));

/** Bits of deflated data, the lowest of each byte first; NaN behind the end. */
class Bits {
  #at = 0;
  #held = 0;
  #count = 0;

  constructor(readonly data: Uint8Array) {}

  take(count: number): number {
    while (this.#count < count) {
      if (this.#at === this.data.length) return Number.NaN;
      this.#held |= (this.data[this.#at++] as number) << this.#count;
      this.#count += 8;
    }
    const value = this.#held & ((1 << count) - 1);
    this.#held >>>= count;
    this.#count -= count;
    return value;
  }

  /** The bytes behind the current one. */
  rest(): Uint8Array {
    return this.data.subarray(this.#at);
  }
}

/** A Huffman code by the number of codes of each length, and the symbols in the order of their codes. */
class Code {
  readonly #counts = new Uint16Array(MAX_BITS + 1);
  readonly #symbols: Uint16Array;

  constructor(lengths: Uint8Array) {
    for (const length of lengths) this.#counts[length] = (this.#counts[length] as number) + 1;
    this.#counts[0] = 0;
    const next = new Uint16Array(MAX_BITS + 2);
    for (let i = 1; i <= MAX_BITS; i++) next[i + 1] = (next[i] as number) + (this.#counts[i] as number);
    this.#symbols = new Uint16Array(lengths.length);
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol] as number;
      if (length === 0) continue;
      const position = next[length] as number;
      this.#symbols[position] = symbol;
      next[length] = position + 1;
    }
  }

  /** The next symbol, -1 where the bits end or are of no code. */
  symbol(bits: Bits): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= MAX_BITS; length++) {
      const bit = bits.take(1);
      if (Number.isNaN(bit)) return -1;
      code |= bit;
      const count = this.#counts[length] as number;
      if (code - count < first) return this.#symbols[index + code - first] as number;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return -1;
  }
}

/**
 * The first bytes of deflated data, up to the first that repeats earlier ones: enough to know a file by a magic of
 * different bytes, at a small part of what starting an inflater costs. Source: RFC 1951.
 * @param magics what is looked for, ASCII bytes only: where a block has no codes for any of them, nothing more is decoded
 * @returns at most `length` bytes; few or none where the data are invalid, cut off, or cannot begin with a magic
 */
export function deflateHead(data: Uint8Array, length: number, magics: readonly Uint8Array[]): Uint8Array {
  const bits = new Bits(data);
  bits.take(1);
  const type = bits.take(2);
  // A stored block: its length and the complement of that, from the next byte on.
  if (type === 0) return bits.rest().subarray(4, 4 + length);
  const code = type === 1 ? new Code(FIXED_LENGTHS) : type === 2 ? dynamicCode(bits, magics) : null;
  const head: number[] = [];
  while (code !== null && head.length < length) {
    const symbol = code.symbol(bits);
    if (symbol < 0 || symbol > 255) break;
    head.push(symbol);
  }
  return Uint8Array.from(head);
}

/** The code for literals and lengths of a block that brings its own; null where it is invalid or without a magic. */
function dynamicCode(bits: Bits, magics: readonly Uint8Array[]): Code | null {
  const literals = bits.take(5) + 257;
  const distances = bits.take(5) + 1;
  const stated = bits.take(4) + 4;
  const meta = new Uint8Array(LENGTH_ORDER.length);
  for (let i = 0; i < stated; i++) meta[LENGTH_ORDER[i] as number] = bits.take(3);
  const lengthCode = new Code(meta);
  const lengths = new Uint8Array(literals + distances > 0 ? literals + distances : 0);
  let checked = false;
  for (let i = 0; i < lengths.length; ) {
    if (!checked && i >= ASCII) {
      if (!magics.some((magic) => magic.every((byte) => lengths[byte] !== 0))) return null;
      checked = true;
    }
    const symbol = lengthCode.symbol(bits);
    if (symbol < 0) return null;
    if (symbol < 16) {
      lengths[i++] = symbol;
      continue;
    }
    const previous = i === 0 ? 0 : (lengths[i - 1] as number);
    const repeat = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
    if (!(repeat > 0)) return null;
    lengths.fill(symbol === 16 ? previous : 0, i, i + repeat);
    i += repeat;
  }
  return new Code(lengths.subarray(0, literals));
}
