/** Edits compiled XML chunk by chunk, for tricks on real manifests. */

export interface EditableChunk {
  type: number;
  offset: number;
  headerSize: number;
  size: number;
}

const FILE_HEADER = 8;
export const START_ELEMENT = 0x0102;
export const END_ELEMENT = 0x0103;
export const STRING_POOL = 0x0001;
export const RESOURCE_MAP = 0x0180;

export function chunksOf(bytes: Buffer): EditableChunk[] {
  const chunks: EditableChunk[] = [];
  for (let offset = FILE_HEADER; offset + 8 <= bytes.length; ) {
    const size = bytes.readUInt32LE(offset + 4);
    chunks.push({ type: bytes.readUInt16LE(offset), offset, headerSize: bytes.readUInt16LE(offset + 2), size });
    offset += size;
  }
  return chunks;
}

/** Bytes put in at an offset, with the size in the file header made right. */
export function inserted(bytes: Buffer, offset: number, added: Buffer): Buffer {
  const whole = Buffer.concat([bytes.subarray(0, offset), added, bytes.subarray(offset)]);
  whole.writeUInt32LE(whole.length, 4);
  return whole;
}

/** Bytes taken out, with the size in the file header made right. */
export function removed(bytes: Buffer, offset: number, length: number): Buffer {
  const whole = Buffer.concat([bytes.subarray(0, offset), bytes.subarray(offset + length)]);
  whole.writeUInt32LE(whole.length, 4);
  return whole;
}

export function edited(bytes: Buffer, edit: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  edit(copy);
  return copy;
}

/** Every attribute of every element: its offset and the index of its name in the string pool. */
export function attributesOf(bytes: Buffer): { offset: number; name: number }[] {
  return chunksOf(bytes).flatMap(({ type, offset, headerSize }) => {
    if (type !== START_ELEMENT) return [];
    const extension = offset + headerSize;
    const start = extension + bytes.readUInt16LE(extension + 8);
    const step = bytes.readUInt16LE(extension + 10);
    return Array.from({ length: bytes.readUInt16LE(extension + 12) }, (_, i) => {
      const at = start + i * step;
      return { offset: at, name: bytes.readUInt32LE(at + 4) };
    });
  });
}

/** Names of attributes that have a resource id: their indices in the string pool, and where in the file each string stands. */
export function mappedNames(bytes: Buffer): { index: number; string: number }[] {
  const chunks = chunksOf(bytes);
  const map = chunks.find(({ type }) => type === RESOURCE_MAP);
  const pool = chunks.find(({ type }) => type === STRING_POOL);
  if (map === undefined || pool === undefined) throw new Error('no resource map');
  const strings = pool.offset + bytes.readUInt32LE(pool.offset + 20);
  return Array.from({ length: (map.size - map.headerSize) / 4 }, (_, index) => ({
    index,
    string: strings + bytes.readUInt32LE(pool.offset + pool.headerSize + 4 * index),
  }));
}

/** Compiled XML with another string pool. */
export function withPool(bytes: Buffer, edit: (pool: Buffer) => Buffer): Buffer {
  const pool = chunksOf(bytes).find(({ type }) => type === STRING_POOL);
  if (pool === undefined) throw new Error('no string pool');
  const { offset, size } = pool;
  return inserted(removed(bytes, offset, size), offset, edit(bytes.subarray(offset, offset + size)));
}
