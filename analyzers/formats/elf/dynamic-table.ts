import type { ByteRange } from './elf-file.ts';
import type { ElfReader } from './elf-reader.ts';
import { offsetOf, type Segments } from './segments.ts';
import { countSymbols } from './symbol-count.ts';

const DT_NULL = 0;
const DT_NEEDED = 1;
const DT_HASH = 4;
const DT_STRTAB = 5;
const DT_SYMTAB = 6;
const DT_STRSZ = 10;
const DT_SONAME = 14;
const DT_GNU_HASH = 0x6ffffef5;

/** Entries that are read; libraries have some thirty. */
const MAX_ENTRIES = 4096;
const MAX_NAME = 1024;

export interface DynamicTable {
  soname: string | null;
  needed: string[];
  /** The dynamic symbols, null where there are none. */
  symbols: { offset: number; count: number } | null;
  /** The string table that their names lie in. */
  strings: ByteRange;
}

/** Reads the dynamic table. @throws ElfError when it runs past the end of the file */
export function readDynamicTable(reader: ElfReader, segments: Segments): DynamicTable {
  const values = new Map<number, number>();
  const neededAt: number[] = [];
  const word = reader.bits / 8;
  const { offset = 0, fileSize = 0 } = segments.dynamic ?? {};
  const count = Math.min(Math.floor(fileSize / (2 * word)), MAX_ENTRIES);
  for (let i = 0; i < count; i++) {
    const tag = reader.address(offset + i * 2 * word);
    const value = reader.address(offset + i * 2 * word + word);
    if (tag === DT_NULL) break;
    if (tag === DT_NEEDED) neededAt.push(value);
    else if (!values.has(tag)) values.set(tag, value);
  }
  const find = (tag: number): number => {
    const address = values.get(tag);
    return address === undefined ? -1 : offsetOf(address, segments);
  };
  const start = find(DT_STRTAB);
  const end = Math.min(start + (values.get(DT_STRSZ) ?? 0), reader.bytes.length);
  const strings = start < 0 || end < start ? { start: 0, end: 0 } : { start, end };
  const name = (at: number): string => textAt(reader.bytes, strings, at);
  const soname = values.get(DT_SONAME);
  const symbols = find(DT_SYMTAB);
  return {
    soname: soname === undefined ? null : name(soname),
    needed: neededAt.map(name),
    symbols:
      symbols < 0
        ? null
        : { offset: symbols, count: countSymbols(reader, symbols, strings.start, find(DT_HASH), find(DT_GNU_HASH)) },
    strings,
  };
}

function textAt(bytes: Uint8Array, { start, end }: ByteRange, at: number): string {
  const from = start + at;
  let to = from;
  while (to < end && to - from < MAX_NAME && bytes[to] !== 0) to++;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8', Math.min(from, to), to);
}
