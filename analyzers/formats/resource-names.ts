import { StringPool } from './axml-string-pool.ts';
import { MalformedError } from './malformed-error.ts';

/** Chunk types of AOSP's ResourceTypes.h. */
const TABLE = 0x0002;
const PACKAGE = 0x0200;
const STRING_POOL = 0x0001;
const CHUNK_HEADER = 8;
/** Where ResTable_package holds the offset of the pool of its resources' names. */
const KEY_STRINGS = 276;
/** Names of one table that are read. */
const MOST = 500_000;

/**
 * The names of all resources of a resources.arsc, without their types, in the order of their pools.
 * @throws MalformedError when it is no resource table
 */
export function readResourceNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint16(0, true) !== TABLE) throw new MalformedError('no resource table');
  const names: string[] = [];
  let offset = Math.max(CHUNK_HEADER, view.getUint16(2, true));
  while (offset + CHUNK_HEADER <= bytes.length && names.length < MOST) {
    const size = view.getUint32(offset + 4, true);
    if (size < CHUNK_HEADER || size > bytes.length - offset) break;
    if (view.getUint16(offset, true) === PACKAGE && size >= KEY_STRINGS + 4) {
      const pool = keyPool(bytes, view, offset, size);
      for (let index = 0; pool !== null && index < pool.count && names.length < MOST; index++) {
        const name = pool.get(index);
        if (name !== null) names.push(name);
      }
    }
    offset += size;
  }
  return names;
}

function keyPool(bytes: Uint8Array, view: DataView, start: number, size: number): StringPool | null {
  const at = view.getUint32(start + KEY_STRINGS, true);
  if (at < CHUNK_HEADER || at > size - CHUNK_HEADER) return null;
  const pool = start + at;
  const poolSize = view.getUint32(pool + 4, true);
  if (view.getUint16(pool, true) !== STRING_POOL || poolSize > size - at) return null;
  return new StringPool(bytes, pool, poolSize);
}
