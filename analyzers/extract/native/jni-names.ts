import type { ByteRange } from '../../formats/elf/elf-file.ts';
import type { SymbolTable } from '../../formats/elf/symbol-table.ts';
import type { JniNames } from '../../model/reach.ts';

const ON_LOAD = 'JNI_OnLoad';
const JNI_PREFIX = 'Java_';
const MAX_LENGTH = 256;
/** Different texts of one kind that are kept of a library. */
const MAX_TEXTS = 1 << 15;
const MAX_SYMBOLS = 1 << 16;

const IDENTIFIER = 1;
const SEPARATOR = 2;
const OPEN = 4;
const OTHER = 8;

/** What each byte of a name, a class or a descriptor as JNI writes them is; 0 for a byte that none has. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const char = String.fromCharCode(byte);
  if (/[\w$<>]/.test(char)) return IDENTIFIER;
  if (char === '/') return SEPARATOR;
  if (char === '(') return OPEN;
  return /[);[]/.test(char) ? OTHER : 0;
});

/**
 * The names by which a library can look up classes and methods of the app and call them: each is a text of its own, as
 * FindClass, GetMethodID and RegisterNatives take them. Null for a library that is no JNI library.
 */
export function jniNames(
  file: string,
  bytes: Uint8Array,
  ranges: readonly ByteRange[],
  symbols: SymbolTable,
): JniNames | null {
  if (!isJniLibrary(symbols)) return null;
  const classes = new Set<string>();
  const members = new Set<string>();
  const descriptors = new Set<string>();
  for (const { start, end } of ranges) {
    for (let at = start; at < end; at++) {
      const from = at;
      let kinds = 0;
      for (; at < end && bytes[at] !== 0; at++) {
        const kind = KINDS[bytes[at] as number] as number;
        if (kind === 0) break;
        kinds |= kind;
      }
      if (at < end && bytes[at] === 0 && at > from && at - from <= MAX_LENGTH) {
        const texts =
          bytes[from] === 0x28
            ? descriptors
            : kinds === IDENTIFIER
              ? members
              : (kinds & SEPARATOR) !== 0
                ? classes
                : null;
        if (texts !== null && texts.size < MAX_TEXTS) texts.add(textOf(bytes, from, at));
      }
      while (at < end && bytes[at] !== 0) at++;
    }
  }
  if (classes.size === 0 || descriptors.size === 0) return null;
  return { file, classes: [...classes], members: [...members], descriptors: [...descriptors] };
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', start, end);
}

function isJniLibrary(symbols: SymbolTable): boolean {
  const count = Math.min(symbols.count, MAX_SYMBOLS);
  for (let index = 1; index < count; index++) {
    if (symbols.nameOffset(index) < 0 || symbols.isImport(index)) continue;
    const name = symbols.name(index);
    if (name === ON_LOAD || name.startsWith(JNI_PREFIX)) return true;
  }
  return false;
}
