import type { ByteRange } from '../../formats/elf/elf-file.ts';
import type { NativeWatch } from './native-watch.ts';

const NUL = 0;
/** Longer strings are data of their own, not a path, a name or a command. */
const MAX_STRING = 512;
/** Different strings that are kept of one library. */
const MAX_STRINGS = 4096;

/** Watched strings that begin at the start of a range or after a NUL byte, each with the file offset at which it stands first. */
export function findStrings(bytes: Uint8Array, ranges: readonly ByteRange[], watch: NativeWatch): Map<string, number> {
  const { firstBytes, strings, prefixStrings } = watch;
  const found = new Map<string, number>();
  for (const { start, end } of ranges) {
    let at = start;
    while (at < end) {
      while (at < end && bytes[at] === NUL) at++;
      if (firstBytes[bytes[at] as number] === 1 && strings.wholeOrPrefix(bytes, at, prefixStrings)) {
        const value = textAt(bytes, at, end);
        if (value !== null && !found.has(value)) found.set(value, at);
        if (found.size >= MAX_STRINGS) return found;
      }
      while (at < end && bytes[at] !== NUL) at++;
    }
  }
  return found;
}

/** The NUL-terminated text at an offset, null when it is too long to be one. */
function textAt(bytes: Uint8Array, start: number, limit: number): string | null {
  const last = Math.min(limit, start + MAX_STRING);
  let end = start;
  while (end < last && bytes[end] !== NUL) end++;
  if (end === last && last < limit) return null;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8', start, end);
}
