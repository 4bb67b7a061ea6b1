import { deflateRawSync } from 'node:zlib';

const PT_LOAD = 1;
const EXECUTABLE_AND_READABLE = 5;
const HEADER = 64;
const PROGRAM_HEADER = 56;

/**
 * A 64-bit shared object as UPX leaves it, put together by hand from the layout that `src/stub/src/include/linux.h` of
 * UPX documents (Debian has no UPX any more): the ELF header without section headers, one segment to load, `l_info` with
 * the mark, `p_info`, one `b_info` with a compressed block, and the pack header at the end.
 */
export function upxPacked(library: Buffer): Buffer {
  const block = deflateRawSync(library);
  const header = Buffer.from(library.subarray(0, HEADER));
  header.writeBigUInt64LE(BigInt(HEADER), 32);
  header.fill(0, 40, 48);
  header.writeUInt16LE(PROGRAM_HEADER, 54);
  header.writeUInt16LE(1, 56);
  header.fill(0, 58, 64);

  const words = (...values: number[]): Buffer => {
    const bytes = Buffer.alloc(4 * values.length);
    for (const [i, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, 4 * i);
    return bytes;
  };
  const mark = Buffer.from('UPX!', 'latin1');
  // Size of the loader, version and format (ELF for AMD64).
  const linking = Buffer.concat([words(0), mark, Buffer.from([0, 4, 13, 22])]);
  const program = words(0, library.length, library.length);
  // Method 14 is LZMA; what stands in the block plays no part.
  const blockInfo = Buffer.concat([words(library.length, block.length), Buffer.from([14, 0, 0, 0])]);
  const packHeader = Buffer.concat([
    mark,
    Buffer.from([13, 22, 14, 9]),
    words(0, 0, library.length, block.length),
    Buffer.alloc(12),
  ]);
  const body = Buffer.concat([linking, program, blockInfo, block, packHeader]);

  const segment = Buffer.alloc(PROGRAM_HEADER);
  const size = BigInt(HEADER + PROGRAM_HEADER + body.length);
  segment.writeUInt32LE(PT_LOAD, 0);
  segment.writeUInt32LE(EXECUTABLE_AND_READABLE, 4);
  segment.writeBigUInt64LE(size, 32);
  segment.writeBigUInt64LE(size, 40);
  segment.writeBigUInt64LE(0x1000n, 48);
  return Buffer.concat([header, segment, body]);
}
