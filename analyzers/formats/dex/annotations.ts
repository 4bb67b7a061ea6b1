import { Cursor } from './cursor.ts';
import type { DexFile } from './dex-file.ts';
import { EncodedAnnotationReader, ValueType } from './encoded-value.ts';
import { readU4 } from './little-endian.ts';

const FIELD_ITEM_SIZE = 8;
const METHOD_ITEM_SIZE = 8;
/** Behind the offset of an `annotation_item` stands its visibility, and then the type. */
const VISIBILITY_SIZE = 1;
/** A class has a handful. */
const MAX_CLASS_ANNOTATIONS = 256;

/**
 * Method id and type id of every annotation of the methods of a class, from its `annotations_directory_item`.
 * @param limit how many at most
 * @throws DexError past the end of the file
 */
export function methodAnnotations(bytes: Uint8Array, directory: number, limit: number): [number, number][] {
  const fields = readU4(bytes, directory + 4);
  const methods = readU4(bytes, directory + 8);
  const found: [number, number][] = [];
  const annotation = new Cursor(bytes, 0);
  const first = directory + 16 + fields * FIELD_ITEM_SIZE;
  for (let i = 0; i < methods && found.length < limit; i++) {
    const item = first + i * METHOD_ITEM_SIZE;
    const method = readU4(bytes, item);
    const set = readU4(bytes, item + 4);
    const size = readU4(bytes, set);
    for (let j = 0; j < size && found.length < limit; j++) {
      annotation.offset = readU4(bytes, set + 4 + 4 * j) + VISIBILITY_SIZE;
      found.push([method, annotation.uleb128()]);
    }
  }
  return found;
}

/**
 * The text of an element of a class's own annotation, from its `annotations_directory_item`; null where it has none.
 * @param annotation descriptor of the annotation's type
 * @throws DexError past the end of the file
 */
export function classAnnotationText(
  dex: DexFile,
  directory: number,
  annotation: string,
  element: string,
): string | null {
  const { bytes } = dex;
  const set = readU4(bytes, directory);
  const size = set === 0 ? 0 : Math.min(readU4(bytes, set), MAX_CLASS_ANNOTATIONS);
  for (let i = 0; i < size; i++) {
    const cursor = new Cursor(bytes, readU4(bytes, set + 4 + 4 * i) + VISIBILITY_SIZE);
    if (dex.typeDescriptor(cursor.uleb128()) !== annotation) continue;
    const reader = new EncodedAnnotationReader(cursor);
    while (reader.next()) {
      if (reader.type === ValueType.STRING && dex.string(reader.name) === element) return dex.string(reader.value);
    }
  }
  return null;
}
