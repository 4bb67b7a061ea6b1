/** Takes the resource table of a real APK apart and puts it together again with whatever a trick changes. */
import { chunk, shorts, words } from '../formats/axml-writer.ts';

export interface EditableTable {
  pool: Buffer;
  packages: EditablePackage[];
}

export interface EditablePackage {
  id: number;
  /** Name of the package, 128 units of UTF-16. */
  name: Buffer;
  /** Pools of type names and of keys, then specifications, types and the rest. */
  chunks: Buffer[];
}

export const STRING_POOL = 0x0001;
const TABLE = 0x0002;
const PACKAGE = 0x0200;
export const TYPE = 0x0201;
export const SPECIFICATION = 0x0202;
const TABLE_HEADER = 12;
const PACKAGE_HEADER = 288;
const NAME = 12;
const NAME_SIZE = 256;

export const typeOf = (bytes: Buffer): number => bytes.readUInt16LE(0);

function chunksOf(bytes: Buffer, start: number): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = start; at < bytes.length; at += bytes.readUInt32LE(at + 4)) {
    chunks.push(bytes.subarray(at, at + bytes.readUInt32LE(at + 4)));
  }
  return chunks;
}

export function readTable(bytes: Buffer): EditableTable {
  const [pool = Buffer.alloc(0), ...packages] = chunksOf(bytes, TABLE_HEADER);
  return {
    pool,
    packages: packages.map((whole) => ({
      id: whole.readUInt32LE(8),
      name: whole.subarray(NAME, NAME + NAME_SIZE),
      chunks: chunksOf(whole, whole.readUInt16LE(2)),
    })),
  };
}

export function writeTable({ pool, packages }: EditableTable): Buffer {
  const written = packages.map(({ id, name, chunks }) => {
    const types = chunks.findIndex((inner) => typeOf(inner) === STRING_POOL);
    const offsets = chunks.map((_, i) => PACKAGE_HEADER + Buffer.concat(chunks.slice(0, i)).length);
    const header = [words(id), name, words(offsets[types] ?? 0, 0, offsets[types + 1] ?? 0, 0, 0)];
    return chunk(PACKAGE, Buffer.concat(header), Buffer.concat(chunks));
  });
  return Buffer.from(chunk(TABLE, words(packages.length), Buffer.concat([pool, ...written])));
}

/** The table with every chunk of its packages put in the place of one. */
export function withChunks(table: EditableTable, edit: (chunks: Buffer[]) => Buffer[]): EditableTable {
  return { ...table, packages: table.packages.map((part) => ({ ...part, chunks: edit(part.chunks) })) };
}

export interface Entry {
  index: number;
  bytes: Buffer;
}

/** An entry with one value: 8 bytes, key and flags first, then 8 bytes of value. */
const SIMPLE = 16;
const FLAG_COMPLEX = 0x0001;
const FLAG_COMPACT = 0x0008;
const MAP = 12;
const NONE = 0xffffffff;

/** Entries of a type chunk whose offsets are words, one for each entry. */
export function entriesOf(type: Buffer): Entry[] {
  const [header, start] = [type.readUInt16LE(2), type.readUInt32LE(16)];
  return Array.from({ length: type.readUInt32LE(12) }, (_, index) => ({
    index,
    offset: type.readUInt32LE(header + 4 * index),
  })).flatMap(({ index, offset }) => {
    if (offset === NONE) return [];
    const at = start + offset;
    const complex = (type.readUInt16LE(at + 2) & FLAG_COMPLEX) !== 0;
    const size = complex ? SIMPLE + MAP * type.readUInt32LE(at + 12) : SIMPLE;
    return [{ index, bytes: type.subarray(at, at + size) }];
  });
}

export type Layout = 'dense' | 'offset16' | 'sparse';
const FLAGS: Record<Layout, number> = { dense: 0, sparse: 1, offset16: 2 };

/** A type chunk with other entries, or with its own in another layout. */
export function writeType(type: Buffer, layout: Layout, entries: Entry[] = entriesOf(type)): Buffer {
  const count = type.readUInt32LE(12);
  const offsets = new Map<number, number>();
  let size = 0;
  for (const { index, bytes } of entries) {
    offsets.set(index, size);
    size += bytes.length;
  }
  const all = Array.from({ length: count }, (_, index) => offsets.get(index));
  const table = {
    dense: () => words(...all.map((offset) => offset ?? NONE)),
    offset16: () => shorts(...all.map((offset) => (offset ?? 4 * 0xffff) / 4), ...(count % 2 ? [0] : [])),
    sparse: () => shorts(...[...offsets].flatMap(([index, offset]) => [index, offset / 4])),
  }[layout]();
  const header = Buffer.from(type.subarray(8, type.readUInt16LE(2)));
  header.writeUInt8(FLAGS[layout], 1);
  header.writeUInt32LE(layout === 'sparse' ? entries.length : count, 4);
  header.writeUInt32LE(type.readUInt16LE(2) + table.length, 8);
  return Buffer.from(chunk(TYPE, header, Buffer.concat([table, ...entries.map(({ bytes }) => bytes)])));
}

/** Simple entries as Android 14 knows them, in 8 bytes: key, flags and type of the value, value. Others stay. */
export function compacted(entries: Entry[]): Entry[] {
  return entries.map(({ index, bytes }) => {
    const flags = bytes.readUInt16LE(2);
    const key = bytes.readUInt32LE(4);
    if (flags & FLAG_COMPLEX || key > 0xffff) return { index, bytes };
    const cell = Buffer.concat([
      shorts(key, flags | FLAG_COMPACT | (bytes.readUInt8(11) << 8)),
      bytes.subarray(12, 16),
    ]);
    return { index, bytes: cell };
  });
}
