import { ElfError } from './elf-error.ts';

/** Reads the integers of an ELF file in the class and the byte order that its identification states. */
export class ElfReader {
  readonly #view: DataView;

  constructor(
    readonly bytes: Uint8Array,
    readonly bits: 32 | 64,
    readonly bigEndian: boolean,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** `Elf32_Half`, `Elf64_Half`. @throws ElfError past the end */
  half(offset: number): number {
    this.#check(offset, 2);
    return this.#view.getUint16(offset, !this.bigEndian);
  }

  /** `Elf32_Word`, `Elf64_Word`. @throws ElfError past the end */
  word(offset: number): number {
    this.#check(offset, 4);
    return this.#view.getUint32(offset, !this.bigEndian);
  }

  /**
   * `Elf32_Addr` and `Elf32_Off`, or their 64-bit likes; what exceeds 2^53 loses its low bits, and is outside every file
   * in any case. @throws ElfError past the end
   */
  address(offset: number): number {
    if (this.bits === 32) return this.word(offset);
    const [low, high] = this.bigEndian ? [offset + 4, offset] : [offset, offset + 4];
    return this.word(high) * 0x1_0000_0000 + this.word(low);
  }

  #check(offset: number, size: number): void {
    if (!(offset >= 0 && offset + size <= this.bytes.length)) {
      throw new ElfError('read past the end of the file', offset);
    }
  }
}
