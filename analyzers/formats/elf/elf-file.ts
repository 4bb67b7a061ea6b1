import { type DynamicTable, readDynamicTable } from './dynamic-table.ts';
import { ElfError } from './elf-error.ts';
import { ElfReader } from './elf-reader.ts';
import { sectionCount, sectionStarts, sectionsEnd } from './section-starts.ts';
import { readSegments, type Segment } from './segments.ts';
import { SymbolTable } from './symbol-table.ts';

/** Bytes of a file, `end` exclusive. */
export interface ByteRange {
  start: number;
  end: number;
}

/** What a part of a file is mapped as. */
export interface LoadedRange extends ByteRange {
  /** `code` is executable, `constants` neither that nor writable. */
  as: 'code' | 'constants' | 'data';
}

const PF_X = 1;
const PF_W = 2;

export interface ElfFile {
  bits: 32 | 64;
  bigEndian: boolean;
  /** `e_machine`, e.g. 183 for AArch64. */
  machine: number;
  /** The parts of the file that are mapped into memory, ascending and without overlaps; the whole file where none is stated. */
  loaded: LoadedRange[];
  /** Where sections are said to begin, ascending; empty where that cannot be read. */
  sectionStarts: number[];
  /** Section headers that lie inside the file. */
  sectionCount: number;
  /** Where the last of the segments, the sections and the table of section headers ends, within the file. */
  end: number;
  /** `DT_SONAME`, null where there is none. */
  soname: string | null;
  /** `DT_NEEDED`, in the order of the table. */
  needed: string[];
  symbols: SymbolTable;
}

const IDENTIFICATION_SIZE = 16;
const CLASS_OFFSET = 4;
const DATA_OFFSET = 5;
const MACHINE_OFFSET = 18;

/** True when the four bytes 0x7f `ELF` stand at the start. */
export function hasElfMagic(bytes: Uint8Array): boolean {
  return bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46;
}

/**
 * Reads a shared object as a dynamic linker does: by its program headers and its dynamic table; section headers, which
 * may be missing or false, give hints only.
 * Source: Tool Interface Standard ELF specification, System V ABI generic supplement (gABI).
 * @throws ElfError when the header, the program headers or the dynamic table cannot be read
 */
export function readElf(bytes: Uint8Array): ElfFile {
  if (!hasElfMagic(bytes)) throw new ElfError('not an ELF file', 0);
  if (bytes.length < IDENTIFICATION_SIZE) throw new ElfError('truncated identification', 0);
  const bits = bytes[CLASS_OFFSET] === 2 ? 64 : 32;
  if (bits === 32 && bytes[CLASS_OFFSET] !== 1) throw new ElfError('unknown class', CLASS_OFFSET);
  const bigEndian = bytes[DATA_OFFSET] === 2;
  if (!bigEndian && bytes[DATA_OFFSET] !== 1) throw new ElfError('unknown byte order', DATA_OFFSET);
  const reader = new ElfReader(bytes, bits, bigEndian);
  const segments = readSegments(reader);
  const dynamic = segments.dynamic === null ? null : readDynamicTable(reader, segments);
  const loaded = loadedRanges(segments.loads, bytes.length);
  return {
    bits,
    bigEndian,
    machine: reader.half(MACHINE_OFFSET),
    loaded,
    sectionStarts: sectionStarts(reader),
    sectionCount: sectionCount(reader),
    end: Math.min(bytes.length, Math.max(sectionsEnd(reader), ...loaded.map(({ end }) => end))),
    soname: dynamic?.soname ?? null,
    needed: dynamic?.needed ?? [],
    symbols: symbolsOf(reader, dynamic),
  };
}

function symbolsOf(reader: ElfReader, dynamic: DynamicTable | null): SymbolTable {
  return new SymbolTable(reader, dynamic?.symbols ?? null, dynamic?.strings ?? { start: 0, end: 0 });
}

function loadedRanges(loads: readonly Segment[], length: number): LoadedRange[] {
  const ranges: LoadedRange[] = [];
  for (const { offset, fileSize, flags } of [...loads].sort((a, b) => a.offset - b.offset)) {
    const start = Math.max(offset, ranges.at(-1)?.end ?? 0);
    const end = Math.min(offset + fileSize, length);
    if (start < end) ranges.push({ start, end, as: flags & PF_X ? 'code' : flags & PF_W ? 'data' : 'constants' });
  }
  return ranges.length === 0 ? [{ start: 0, end: length, as: 'data' }] : ranges;
}
