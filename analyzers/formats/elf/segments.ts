import { ElfError } from './elf-error.ts';
import type { ElfReader } from './elf-reader.ts';

const PT_LOAD = 1;
const PT_DYNAMIC = 2;
/** Real libraries have around ten; the field could state 65,535, each of which every address is looked up in. */
const MAX_SEGMENTS = 256;

export interface Segment {
  /** `p_offset`. */
  offset: number;
  /** `p_vaddr`. */
  address: number;
  /** `p_filesz`. */
  fileSize: number;
  /** `p_flags`, of which `PF_X` is 1, `PF_W` 2 and `PF_R` 4. */
  flags: number;
}

export interface Segments {
  loads: Segment[];
  dynamic: Segment | null;
}

/** Where `e_phoff`, `e_phentsize` stand and the fields of a program header, by class. */
const LAYOUT = {
  32: { phoff: 28, phentsize: 42, size: 32, offset: 4, address: 8, fileSize: 16, flags: 24 },
  64: { phoff: 32, phentsize: 54, size: 56, offset: 8, address: 16, fileSize: 32, flags: 4 },
} as const;

/** Reads the program headers. @throws ElfError when they lie outside the file or are too many */
export function readSegments(reader: ElfReader): Segments {
  const layout = LAYOUT[reader.bits];
  const table = reader.address(layout.phoff);
  const entrySize = reader.half(layout.phentsize);
  const count = reader.half(layout.phentsize + 2);
  if (count === 0) return { loads: [], dynamic: null };
  if (entrySize < layout.size) throw new ElfError('program headers are too small', layout.phentsize);
  if (count > MAX_SEGMENTS) throw new ElfError(`more than ${MAX_SEGMENTS} program headers`, layout.phentsize + 2);
  const loads: Segment[] = [];
  let dynamic: Segment | null = null;
  for (let i = 0; i < count; i++) {
    const at = table + i * entrySize;
    const type = reader.word(at);
    if (type !== PT_LOAD && type !== PT_DYNAMIC) continue;
    const segment = {
      offset: reader.address(at + layout.offset),
      address: reader.address(at + layout.address),
      fileSize: reader.address(at + layout.fileSize),
      flags: reader.word(at + layout.flags),
    };
    if (type === PT_LOAD) loads.push(segment);
    else dynamic ??= segment;
  }
  return { loads, dynamic };
}

/** File offset of what is mapped at an address, -1 for none; the address is the offset in a file without segments. */
export function offsetOf(address: number, { loads }: Segments): number {
  if (loads.length === 0) return address;
  const load = loads.find((one) => address >= one.address && address - one.address < one.fileSize);
  return load === undefined ? -1 : address - load.address + load.offset;
}
