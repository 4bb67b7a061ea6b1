import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { FIRST_CONTAINER_VERSION, hasDexMagic, readHeader } from './header.ts';
import { readU4 } from './little-endian.ts';

const CHECKSUM_OFFSET = 8;
const SIGNATURE_OFFSET = 12;
const SIGNED_OFFSET = 32;
const HEADER_SIZE_OFFSET = 0x24;
const ENDIAN_TAG_OFFSET = 0x28;
const HEADER_SIZE = 0x70;
const ENDIAN_CONSTANT = 0x12345678;
const ALIGNMENT = 4;

export type DexOddityCode = 'header' | 'checksum' | 'signature' | 'trailing-data' | 'second-file';

/** Something about a DEX file that no build tool writes, and in spite of which it can be read. */
export interface DexOddity {
  code: DexOddityCode;
  /** One English clause. */
  detail: string;
}

/**
 * Compares what the first header of a physical file states about the whole with what is there. Containers, whose members
 * each have a header, are not looked at.
 * @throws DexError when the header cannot be read
 */
export function dexOddities(bytes: Uint8Array): DexOddity[] {
  const { version, fileSize } = readHeader(bytes, 0);
  if (version >= FIRST_CONTAINER_VERSION) return [];
  const oddities: DexOddity[] = [];
  const note = (code: DexOddityCode, detail: string) => oddities.push({ code, detail });
  const headerSize = readU4(bytes, HEADER_SIZE_OFFSET);
  if (headerSize !== HEADER_SIZE) note('header', `states a header of ${headerSize} bytes`);
  if (readU4(bytes, ENDIAN_TAG_OFFSET) !== ENDIAN_CONSTANT) note('header', 'states no known byte order');
  if (fileSize < HEADER_SIZE || fileSize > bytes.length) {
    note('header', `states ${fileSize} bytes where there are ${bytes.length}`);
    return oddities;
  }
  if (adler32(bytes, SIGNATURE_OFFSET, fileSize) !== readU4(bytes, CHECKSUM_OFFSET)) {
    note('checksum', 'the checksum does not fit the contents');
  }
  const signature = createHash('sha1').update(bytes.subarray(SIGNED_OFFSET, fileSize)).digest();
  if (!signature.equals(bytes.subarray(SIGNATURE_OFFSET, SIGNED_OFFSET))) {
    note('signature', 'the SHA-1 signature does not fit the contents');
  }
  const next = Math.ceil(fileSize / ALIGNMENT) * ALIGNMENT;
  if (hasDexMagic(bytes, next))
    note('second-file', `another DEX file stands behind it at offset 0x${next.toString(16)}`);
  else if (bytes.length >= fileSize + ALIGNMENT) {
    note('trailing-data', `${bytes.length - fileSize} bytes stand behind it`);
  }
  return oddities;
}

const ADLER_MODULUS = 65521;
/** Bytes of which zlib works out the checksum in one go; it takes a copy of them. */
const PIECE = 1 << 20;
/** Behind the two bytes of a zlib stream's head stands the checksum of its dictionary (RFC 1950, 2.2). */
const DICTIONARY_SUM = 2;
const NOTHING = new Uint8Array();

/**
 * Adler-32 of the bytes from `start` to `end`, unsigned. zlib takes a tenth of our time for it, and tells it of what it is
 * given as a dictionary: to have pieces stored takes twice as long as that.
 */
function adler32(bytes: Uint8Array, start: number, end: number): number {
  let low = 1;
  let high = 0;
  for (let at = start; at < end; at += PIECE) {
    const piece = bytes.subarray(at, Math.min(at + PIECE, end));
    const stream = deflateSync(NOTHING, { dictionary: piece, windowBits: 9, memLevel: 1, chunkSize: 64 });
    const sums = stream.readUInt32BE(DICTIONARY_SUM);
    // The sums of two pieces together (RFC 1950, 8.2).
    high = (high + (sums >>> 16) + piece.length * (low - 1 + ADLER_MODULUS)) % ADLER_MODULUS;
    low = (low + (sums & 0xffff) - 1 + ADLER_MODULUS) % ADLER_MODULUS;
  }
  return ((high << 16) | low) >>> 0;
}
