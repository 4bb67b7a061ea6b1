import { ElfError } from './elf-error.ts';
import type { ElfReader } from './elf-reader.ts';

const SHT_NOBITS = 8;
/** Libraries have some thirty; the field could state 65,535. */
const MAX_SECTIONS = 1024;

/** Where `e_shoff`, `e_shentsize` stand and the fields of a section header, by class. */
const LAYOUT = {
  32: { shoff: 32, shentsize: 46, offset: 16, size: 20 },
  64: { shoff: 40, shentsize: 58, offset: 24, size: 32 },
} as const;

/** Section headers that the file states and holds. */
export function sectionCount(reader: ElfReader): number {
  const layout = LAYOUT[reader.bits];
  try {
    const table = reader.address(layout.shoff);
    const [entrySize, count] = [reader.half(layout.shentsize), reader.half(layout.shentsize + 2)];
    return table === 0 || table + entrySize * count > reader.bytes.length ? 0 : count;
  } catch (error) {
    if (!(error instanceof ElfError)) throw error;
    return 0;
  }
}

/** File offset behind the last section and behind the table of their headers; 0 where these cannot be read. */
export function sectionsEnd(reader: ElfReader): number {
  const layout = LAYOUT[reader.bits];
  const count = sectionCount(reader);
  if (count === 0) return 0;
  try {
    const table = reader.address(layout.shoff);
    const entrySize = reader.half(layout.shentsize);
    let end = table + count * entrySize;
    for (let i = 0; i < Math.min(count, MAX_SECTIONS); i++) {
      const at = table + i * entrySize;
      if (reader.word(at + 4) === SHT_NOBITS) continue;
      end = Math.max(end, reader.address(at + layout.offset) + reader.address(at + layout.size));
    }
    return end;
  } catch (error) {
    if (!(error instanceof ElfError)) throw error;
    return 0;
  }
}

/**
 * File offsets at which sections begin, ascending: hints on where one kind of data ends and another begins, as section
 * headers may be missing or false. Empty where they cannot be read.
 */
export function sectionStarts(reader: ElfReader): number[] {
  const layout = LAYOUT[reader.bits];
  try {
    const table = reader.address(layout.shoff);
    const entrySize = reader.half(layout.shentsize);
    const count = reader.half(layout.shentsize + 2);
    if (table === 0 || count > MAX_SECTIONS) return [];
    const starts = new Set<number>();
    for (let i = 0; i < count; i++) {
      const at = table + i * entrySize;
      if (reader.word(at + 4) !== SHT_NOBITS) starts.add(reader.address(at + layout.offset));
    }
    return [...starts].sort((a, b) => a - b);
  } catch (error) {
    if (!(error instanceof ElfError)) throw error;
    return [];
  }
}
