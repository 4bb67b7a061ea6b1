import type { ByteRange, ElfFile } from '../../formats/elf/elf-file.ts';
import { isClosed } from '../hidden-code/closed-file.ts';
import { entropyOf } from '../hidden-code/entropy.ts';

/** Packers of executables leave their mark near the start, behind the program headers. */
const UPX_MARK = Buffer.from('UPX!');
const UPX_REACH = 1024;

/** Machine code lies between 5 and 6.6 bits for each byte, whatever the processor; compressed and encrypted code above. */
const CLOSED_ENTROPY = 7.8;
/** A segment is judged by pieces from all over it. */
const PIECES = 16;
const PIECE = 4096;

/** Why the code of a native library cannot be read, in one English clause; null where it is as linkers write it. */
export function packedDetail(elf: ElfFile, bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, UPX_REACH));
  if (start.includes(UPX_MARK)) return 'is packed with UPX';
  if (elf.loaded.some((range) => range.as === 'code' && isEncryptedCode(bytes, range)))
    return 'has code that is encrypted or packed';
  const behind = bytes.subarray(elf.end);
  return isClosed(behind) ? `carries ${behind.length} encrypted or packed bytes behind its end` : null;
}

function isEncryptedCode(bytes: Uint8Array, { start, end }: ByteRange): boolean {
  if (end - start < PIECES * PIECE) return false;
  const step = Math.floor((end - start - PIECE) / (PIECES - 1));
  const pieces = Buffer.concat(
    Array.from({ length: PIECES }, (_, i) => bytes.subarray(start + i * step, start + i * step + PIECE)),
  );
  return entropyOf(pieces) >= CLOSED_ENTROPY;
}
