/** Takes string pools of real files apart and writes them again, in either encoding. */
import { chunk, shorts, words } from '../formats/axml-writer.ts';

export type Encoding = 'utf8' | 'utf16';

export interface EditablePool {
  encoding: Encoding;
  strings: string[];
  /** Of each string that has styles the bytes of its spans, up to and with the end mark. */
  styles: Buffer[];
}

const POOL_HEADER = 28;
const FLAG_UTF8 = 1 << 8;
const SPAN = 12;
const END_OF_SPANS = 0xffffffff;
/** Lengths that need a second byte in UTF-8, a second unit in UTF-16. */
const LONG = { utf8: 0x80, utf16: 0x8000 };

/** @param bytes that begin with the chunk of the pool */
export function readPool(bytes: Buffer): EditablePool {
  const word = (at: number): number => bytes.readUInt32LE(at);
  const [count, styleCount, flags, stringsStart, stylesStart] = [word(8), word(12), word(16), word(20), word(24)];
  const encoding = flags & FLAG_UTF8 ? 'utf8' : 'utf16';
  const decode = encoding === 'utf8' ? decodeUtf8 : decodeUtf16;
  const offsets = Array.from({ length: count + styleCount }, (_, i) => word(POOL_HEADER + 4 * i));
  return {
    encoding,
    strings: offsets.slice(0, count).map((offset) => decode(bytes, stringsStart + offset)),
    styles: offsets.slice(count).map((offset) => {
      let end = stylesStart + offset;
      while (word(end) !== END_OF_SPANS) end += SPAN;
      return bytes.subarray(stylesStart + offset, end + 4);
    }),
  };
}

export function writePool({ encoding, strings, styles }: EditablePool): Buffer {
  const encode = encoding === 'utf8' ? encodeUtf8 : encodeUtf16;
  const texts = strings.map(encode);
  const padding = Buffer.alloc(-Buffer.concat(texts).length & 3);
  const size = texts.reduce((sum, text) => sum + text.length, padding.length);
  const stringsStart = POOL_HEADER + 4 * (texts.length + styles.length);
  const ends = styles.length === 0 ? Buffer.alloc(0) : Buffer.alloc(8, 0xff);
  return Buffer.from(
    chunk(
      0x0001,
      words(
        texts.length,
        styles.length,
        encoding === 'utf8' ? FLAG_UTF8 : 0,
        stringsStart,
        styles.length === 0 ? 0 : stringsStart + size,
      ),
      Buffer.concat([words(...startsOf(texts), ...startsOf(styles)), ...texts, padding, ...styles, ends]),
    ),
  );
}

/** The same strings in the other encoding. @param bytes that begin with the chunk of the pool */
export function recoded(bytes: Buffer): Buffer {
  const pool = readPool(bytes);
  return writePool({ ...pool, encoding: pool.encoding === 'utf8' ? 'utf16' : 'utf8' });
}

function startsOf(parts: Uint8Array[]): number[] {
  let at = 0;
  return parts.map(({ length }) => {
    const start = at;
    at += length;
    return start;
  });
}

/** The length in UTF-16 units, the length in bytes, the bytes. */
function decodeUtf8(bytes: Buffer, at: number): string {
  const start = at + ((bytes[at] ?? 0) >= LONG.utf8 ? 2 : 1);
  const first = bytes[start] ?? 0;
  const [length, from] =
    first >= LONG.utf8 ? [((first & 0x7f) << 8) | (bytes[start + 1] ?? 0), start + 2] : [first, start + 1];
  return bytes.toString('utf8', from, from + length);
}

function encodeUtf8(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const length = (size: number): number[] => (size < LONG.utf8 ? [size] : [0x80 | (size >> 8), size & 0xff]);
  return Buffer.concat([Buffer.from([...length(text.length), ...length(bytes.length)]), bytes, Buffer.alloc(1)]);
}

function decodeUtf16(bytes: Buffer, at: number): string {
  const first = bytes.readUInt16LE(at);
  const [length, from] =
    first >= LONG.utf16 ? [((first & 0x7fff) << 16) | bytes.readUInt16LE(at + 2), at + 4] : [first, at + 2];
  return bytes.toString('utf16le', from, from + 2 * length);
}

function encodeUtf16(text: string): Buffer {
  const { length } = text;
  const head = length < LONG.utf16 ? shorts(length) : shorts(0x8000 | (length >> 16), length & 0xffff);
  return Buffer.concat([head, Buffer.from(text, 'utf16le'), Buffer.alloc(2)]);
}
