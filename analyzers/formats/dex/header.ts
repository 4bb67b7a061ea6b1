import { DexError } from './dex-error.ts';
import { readU4 } from './little-endian.ts';

/** Bytes of `header_item` up to version 040, and from 041 on. */
const HEADER_SIZE = 0x70;
const HEADER_SIZE_V41 = 0x78;
export const FIRST_CONTAINER_VERSION = 41;
const OLDEST_VERSION = 35;
const NEWEST_VERSION = 41;
const REVERSE_ENDIAN = 0x78563412;

/** A table of fixed-size items: how many, and where the first one is. */
export interface TableRange {
  count: number;
  offset: number;
}

/** `header_item`. Offsets count from the start of the physical file, also for the later members of a container. */
export interface DexHeader {
  /** Byte offset of this header. */
  offset: number;
  /** 35 to 41. */
  version: number;
  /** As stated; from 041 on the distance to the next header or to the end. */
  fileSize: number;
  mapOffset: number;
  stringIds: TableRange;
  typeIds: TableRange;
  protoIds: TableRange;
  fieldIds: TableRange;
  methodIds: TableRange;
  classDefs: TableRange;
  /** Bytes of all members together, null before 041. */
  containerSize: number | null;
}

/** True when the four bytes `dex\n` stand at `offset`. */
export function hasDexMagic(bytes: Uint8Array, offset: number): boolean {
  return (
    bytes[offset] === 0x64 && bytes[offset + 1] === 0x65 && bytes[offset + 2] === 0x78 && bytes[offset + 3] === 0x0a
  );
}

/**
 * Reads `header_item` at `offset`. Checksum, signature, endian tag and header size are not held against the file, as
 * they say nothing about the code in it.
 * @throws DexError when it is no DEX, of an unknown version, or of the wrong byte order
 */
export function readHeader(bytes: Uint8Array, offset: number): DexHeader {
  if (!hasDexMagic(bytes, offset)) {
    const compact = bytes[offset] === 0x63 && bytes[offset + 1] === 0x64 && bytes[offset + 2] === 0x65;
    if (compact) throw new DexError('compact DEX is not supported', offset, true);
    throw new DexError('not a DEX file', offset);
  }
  const version = readVersion(bytes, offset + 4);
  const container = version >= FIRST_CONTAINER_VERSION;
  if (offset + (container ? HEADER_SIZE_V41 : HEADER_SIZE) > bytes.length) {
    throw new DexError('truncated header', offset);
  }
  if (readU4(bytes, offset + 0x28) === REVERSE_ENDIAN)
    throw new DexError('big-endian DEX is not supported', offset, true);
  const table = (at: number): TableRange => ({
    count: readU4(bytes, offset + at),
    offset: readU4(bytes, offset + at + 4),
  });
  return {
    offset,
    version,
    fileSize: readU4(bytes, offset + 0x20),
    mapOffset: readU4(bytes, offset + 0x34),
    stringIds: table(0x38),
    typeIds: table(0x40),
    protoIds: table(0x48),
    fieldIds: table(0x50),
    methodIds: table(0x58),
    classDefs: table(0x60),
    containerSize: container ? readU4(bytes, offset + 0x70) : null,
  };
}

function readVersion(bytes: Uint8Array, offset: number): number {
  let version = 0;
  for (let i = 0; i < 3; i++) {
    const digit = (bytes[offset + i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) throw new DexError('unreadable DEX version', offset);
    version = version * 10 + digit;
  }
  if (version < OLDEST_VERSION || version > NEWEST_VERSION) {
    throw new DexError(`unknown DEX version ${String(version).padStart(3, '0')}`, offset, true);
  }
  return version;
}
