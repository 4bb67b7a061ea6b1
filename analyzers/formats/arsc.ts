import { readBinaryConfig } from './arsc-binary-config.ts';
import type { ResourceConfig } from './arsc-config.ts';
import type { ResourceCandidate, ResourceTable } from './arsc-resolve.ts';
import { MAX_POOL_SIZE, StringPool } from './axml-string-pool.ts';
import { decodeValue } from './axml-value.ts';
import type { ChunkOddity } from './chunk-oddity.ts';
import { MalformedError } from './malformed-error.ts';
import type { XmlValue } from './xml.ts';

/** Chunk types of AOSP's ResourceTypes.h. */
const STRING_POOL = 0x0001;
const PACKAGE = 0x0200;
const TYPE = 0x0201;
const STAGED_ALIAS = 0x0206;

const CHUNK_HEADER = 8;
/** Size of a type chunk's header before its configuration. */
const TYPE_HEADER = 20;
const TYPE_SPARSE = 0x01;
const TYPE_OFFSET16 = 0x02;
const ENTRY_COMPLEX = 0x0001;
const ENTRY_COMPACT = 0x0008;
const NO_ENTRY = 0xffffffff;
const NO_ENTRY16 = 0xffff;
/** Configurations of one type that are looked at; large apps have a few hundred. */
const MAX_CONFIGS = 2000;

/** A ResTable_type chunk: the values of one resource type in one configuration. */
interface TypeChunk {
  offset: number;
  end: number;
  headerSize: number;
  flags: number;
  entryCount: number;
  entriesStart: number;
  config: ResourceConfig;
}

/**
 * Opens a resources.arsc (ResTable of AOSP's ResourceTypes): several packages and chunks of the same type, dense,
 * 16-bit and sparse entry tables, compact entries, ids that were staged while a platform was in development. Values
 * are read when they are asked for. Chunks behind one whose size is impossible are not seen.
 * @param maxPool characters of the strings that are read  @throws MalformedError when it is no resource table
 */
export function readArsc(bytes: Uint8Array, maxPool = MAX_POOL_SIZE): ResourceTable {
  if (bytes.length < 12) throw new MalformedError('resource table is shorter than its header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const types = new Map<number, TypeChunk[]>();
  const staged = new Map<number, number>();
  let pool: StringPool | null = null;

  for (const chunk of chunks(view, view.getUint16(2, true), bytes.length)) {
    if (chunk.type === STRING_POOL) pool ??= new StringPool(bytes, chunk.offset, chunk.size, maxPool);
    if (chunk.type !== PACKAGE || chunk.size < 12) continue;
    const packageId = view.getUint32(chunk.offset + 8, true) & 0xff;
    for (const inner of chunks(view, chunk.offset + chunk.headerSize, chunk.offset + chunk.size)) {
      if (inner.type === TYPE) {
        const type = readTypeChunk(view, inner);
        if (type === null) continue;
        const key = (packageId << 8) | view.getUint8(inner.offset + 8);
        const known = types.get(key);
        if (known === undefined) types.set(key, [type]);
        else if (known.length < MAX_CONFIGS) known.push(type);
      } else if (inner.type === STAGED_ALIAS) {
        readAliases(view, inner, staged);
      }
    }
  }
  if (pool === null && types.size === 0) throw new MalformedError('resource table without strings and without types');

  const string = (index: number): string | null => pool?.get(index) ?? null;
  return {
    candidates({ id: asked }): ResourceCandidate[] {
      const id = staged.get(asked) ?? asked;
      const found: ResourceCandidate[] = [];
      for (const type of types.get(id >>> 16) ?? []) {
        const value = readEntry(view, type, id & 0xffff, string);
        if (value !== null) found.push({ config: type.config, value });
      }
      return found;
    },
  };
}

const TABLE = 0x0002;
const TABLE_HEADER = 12;
/** Types of the chunks directly in a table, and of those in a package. */
const TABLE_CHUNKS = new Set([STRING_POOL, PACKAGE]);
const PACKAGE_CHUNKS = new Set([STRING_POOL, TYPE, 0x0202, 0x0203, 0x0204, 0x0205, STAGED_ALIAS]);

/** What is odd about a resources.arsc that can be read. */
export function arscOddities(bytes: Uint8Array): ChunkOddity[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < TABLE_HEADER) return [];
  const oddities: ChunkOddity[] = [];
  const [type, headerSize, stated] = [view.getUint16(0, true), view.getUint16(2, true), view.getUint32(4, true)];
  if (type !== TABLE)
    oddities.push({ code: 'file-header', detail: `the file type is 0x${type.toString(16)} and not 2` });
  else if (headerSize !== TABLE_HEADER || stated !== bytes.length) {
    const detail = `the file header states ${headerSize} bytes of its own and ${stated} of ${bytes.length} in all`;
    oddities.push({ code: 'file-header', detail });
  }
  const unknown = unknownChunk(view, headerSize, bytes.length);
  if (unknown !== null) {
    const detail = `a chunk of the unknown type 0x${unknown.type.toString(16)} stands at offset ${unknown.offset}`;
    oddities.push({ code: 'unknown-chunk', detail });
  }
  return oddities;
}

function unknownChunk(view: DataView, start: number, end: number): Chunk | null {
  for (const chunk of chunks(view, start, end)) {
    if (!TABLE_CHUNKS.has(chunk.type)) return chunk;
    if (chunk.type !== PACKAGE) continue;
    for (const inner of chunks(view, chunk.offset + chunk.headerSize, chunk.offset + chunk.size)) {
      if (!PACKAGE_CHUNKS.has(inner.type)) return inner;
    }
  }
  return null;
}

interface Chunk {
  type: number;
  offset: number;
  headerSize: number;
  size: number;
}

function* chunks(view: DataView, start: number, end: number): Generator<Chunk> {
  let offset = Math.max(start, CHUNK_HEADER);
  while (offset + CHUNK_HEADER <= end) {
    const headerSize = view.getUint16(offset + 2, true);
    const size = view.getUint32(offset + 4, true);
    if (size < CHUNK_HEADER || size > end - offset || headerSize > size) return;
    yield { type: view.getUint16(offset, true), offset, headerSize, size };
    offset += size;
  }
}

function readTypeChunk(view: DataView, { offset, headerSize, size }: Chunk): TypeChunk | null {
  if (size < TYPE_HEADER + 4) return null;
  return {
    offset,
    end: offset + size,
    headerSize,
    flags: view.getUint8(offset + 9),
    entryCount: view.getUint32(offset + 12, true),
    entriesStart: view.getUint32(offset + 16, true),
    config: readBinaryConfig(view, offset + TYPE_HEADER, offset + size),
  };
}

/** Pairs of a staged id and the id that it became. */
function readAliases(view: DataView, chunk: Chunk, staged: Map<number, number>): void {
  const start = chunk.offset + chunk.headerSize;
  for (let at = start; at + 8 <= chunk.offset + chunk.size; at += 8) {
    staged.set(view.getUint32(at, true), view.getUint32(at + 4, true));
  }
}

/** Offset of an entry from the start of the entries, or null when this configuration does not have it. */
function entryOffset(view: DataView, type: TypeChunk, index: number): number | null {
  const table = type.offset + type.headerSize;
  if (type.flags & TYPE_SPARSE) {
    const room = Math.min(type.entryCount, Math.max(0, (type.end - table) >> 2));
    let [low, high] = [0, room];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (view.getUint16(table + 4 * middle, true) < index) low = middle + 1;
      else high = middle;
    }
    if (low >= room || view.getUint16(table + 4 * low, true) !== index) return null;
    return 4 * view.getUint16(table + 4 * low + 2, true);
  }
  if (index >= type.entryCount) return null;
  if (type.flags & TYPE_OFFSET16) {
    if (table + 2 * index + 2 > type.end) return null;
    const offset = view.getUint16(table + 2 * index, true);
    return offset === NO_ENTRY16 ? null : 4 * offset;
  }
  if (table + 4 * index + 4 > type.end) return null;
  const offset = view.getUint32(table + 4 * index, true);
  return offset === NO_ENTRY ? null : offset;
}

/** The plain value of an entry; null for none and for bags (styles, arrays, plurals). */
function readEntry(
  view: DataView,
  type: TypeChunk,
  index: number,
  string: (index: number) => string | null,
): XmlValue | null {
  const offset = entryOffset(view, type, index);
  if (offset === null) return null;
  const entry = type.offset + type.entriesStart + offset;
  if (entry + 8 > type.end) return null;
  const flags = view.getUint16(entry + 2, true);
  if (flags & ENTRY_COMPACT) return decodeValue(flags >> 8, view.getUint32(entry + 4, true), string);
  if (flags & ENTRY_COMPLEX) return null;
  const value = entry + view.getUint16(entry, true);
  if (value + 8 > type.end) return null;
  return decodeValue(view.getUint8(value + 3), view.getUint32(value + 4, true), string);
}
