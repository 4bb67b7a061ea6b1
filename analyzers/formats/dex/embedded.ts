import { DexError } from './dex-error.ts';
import { readHeader } from './header.ts';
import { readU4 } from './little-endian.ts';

const MAGIC = Buffer.from('dex\n0');
const ENDIAN_CONSTANT = 0x12345678;
const ENDIAN_TAG_OFFSET = 0x28;
const HEADER_SIZE_OFFSET = 0x24;
/** What a file may hold before looking on costs more than it tells. */
const MAX_FOUND = 64;

/**
 * Offsets behind the start at which a DEX file lies inside other bytes, each with a header that holds: the magic alone
 * also stands in programs that read DEX files.
 */
export function findEmbeddedDex(bytes: Uint8Array): number[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: number[] = [];
  for (let at = buffer.indexOf(MAGIC, 1); at >= 0 && found.length < MAX_FOUND; at = buffer.indexOf(MAGIC, at + 1)) {
    if (isDexHeader(bytes, at)) found.push(at);
  }
  return found;
}

function isDexHeader(bytes: Uint8Array, offset: number): boolean {
  try {
    const { fileSize } = readHeader(bytes, offset);
    const headerSize = readU4(bytes, offset + HEADER_SIZE_OFFSET);
    return (
      readU4(bytes, offset + ENDIAN_TAG_OFFSET) === ENDIAN_CONSTANT &&
      headerSize >= 0x70 &&
      fileSize >= headerSize &&
      offset + fileSize <= bytes.length
    );
  } catch (error) {
    if (error instanceof DexError) return false;
    throw error;
  }
}
