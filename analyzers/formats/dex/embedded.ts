import { DexError } from './dex-error.ts';
import { readHeader } from './header.ts';
import { readU4 } from './little-endian.ts';

const MAGIC = Buffer.from('dex\n0');
const ENDIAN_CONSTANT = 0x12345678;
const ENDIAN_TAG_OFFSET = 0x28;
const HEADER_SIZE_OFFSET = 0x24;
/** What a file may hold before looking on costs more than it tells. */
const MAX_FOUND = 64;

/** A DEX file inside other bytes. */
export interface EmbeddedDex {
  offset: number;
  size: number;
}

/**
 * The DEX files that lie behind the start of other bytes, each with a header that holds: the magic alone also stands in
 * programs that read DEX files.
 */
export function findEmbeddedDex(bytes: Uint8Array): EmbeddedDex[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: EmbeddedDex[] = [];
  let at = buffer.indexOf(MAGIC, 1);
  while (at >= 0 && found.length < MAX_FOUND) {
    const { size, members } = sizeAt(bytes, at);
    if (size > 0) found.push({ offset: at, size });
    // The members of a container are not read on their own.
    at = buffer.indexOf(MAGIC, members ? at + size : at + 1);
  }
  return found;
}

/** Bytes of the DEX file or container at an offset, 0 where there is none that is whole. */
function sizeAt(bytes: Uint8Array, offset: number): { size: number; members: boolean } {
  try {
    const { fileSize, containerSize } = readHeader(bytes, offset);
    const size = containerSize ?? fileSize;
    const headerSize = readU4(bytes, offset + HEADER_SIZE_OFFSET);
    const holds =
      readU4(bytes, offset + ENDIAN_TAG_OFFSET) === ENDIAN_CONSTANT &&
      headerSize >= 0x70 &&
      size >= headerSize &&
      offset + size <= bytes.length;
    return { size: holds ? size : 0, members: holds && containerSize !== null };
  } catch (error) {
    if (error instanceof DexError) return { size: 0, members: false };
    throw error;
  }
}
