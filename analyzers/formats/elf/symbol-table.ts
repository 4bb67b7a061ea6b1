import type { ByteRange } from './elf-file.ts';
import type { ElfReader } from './elf-reader.ts';
import { SYMBOL_SIZE } from './symbol-count.ts';

const SHN_UNDEF = 0;
const MAX_NAME = 4096;

/** The dynamic symbols of a library; nothing is decoded before it is asked for. */
export class SymbolTable {
  /** Symbols in the table, the empty one at position 0 included. */
  readonly count: number;
  readonly #reader: ElfReader;
  readonly #start: number;
  readonly #strings: ByteRange;

  /** @param table null where a library has no symbols */
  constructor(reader: ElfReader, table: { offset: number; count: number } | null, strings: ByteRange) {
    this.#reader = reader;
    this.#start = table?.offset ?? 0;
    this.count = table?.count ?? 0;
    this.#strings = strings;
  }

  /** File offset of a symbol's entry. */
  offset(index: number): number {
    return this.#start + index * SYMBOL_SIZE[this.#reader.bits];
  }

  /** File offset of a symbol's NUL-terminated name, -1 when it has none or one outside the string table. */
  nameOffset(index: number): number {
    const at = this.#reader.word(this.offset(index));
    const start = this.#strings.start + at;
    return at === 0 || start >= this.#strings.end ? -1 : start;
  }

  /** A symbol's name, empty when it has none; cut at 4096 bytes. */
  name(index: number): string {
    const start = this.nameOffset(index);
    if (start < 0) return '';
    const { bytes } = this.#reader;
    const limit = Math.min(this.#strings.end, start + MAX_NAME);
    let end = start;
    while (end < limit && bytes[end] !== 0) end++;
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8', start, end);
  }

  /** True for a symbol that another library has to provide (`st_shndx` is `SHN_UNDEF`). */
  isImport(index: number): boolean {
    const at = this.offset(index) + (this.#reader.bits === 32 ? 14 : 6);
    return this.#reader.half(at) === SHN_UNDEF;
  }
}
