import { document, endElement, join, resourceMap, startElement, stringPool, words } from '../formats/axml-writer.ts';

const NAME = 0x01010003;
const STRING = 3;
/** Strings before the names of the components. */
const FIXED = [
  'name',
  'manifest',
  'package',
  'org.example.many',
  'application',
  'activity',
  'http://schemas.android.com/apk/res/android',
];

/** A compiled manifest with this many activities, `org.example.many.A<number>`. */
export function manyComponents(count: number): Uint8Array {
  const names = Array.from({ length: count }, (_, i) => `org.example.many.A${i}`);
  const activity = (i: number) =>
    join(
      startElement(5, [{ namespace: 6, name: 0, raw: FIXED.length + i, type: STRING, data: FIXED.length + i }]),
      endElement(5),
    );
  return document(
    stringPool([...FIXED, ...names], 'utf8'),
    resourceMap(NAME),
    startElement(1, [{ name: 2, raw: 3, type: STRING, data: 3 }]),
    startElement(4),
    Buffer.concat(names.map((_, i) => activity(i))),
    endElement(4),
    endElement(1),
  );
}

/** A compiled manifest whose elements stand inside one another this deep, the last a permission. */
export function deepManifest(depth: number): Uint8Array {
  const inner = Array.from({ length: depth }, () => startElement(4));
  return document(
    stringPool(FIXED, 'utf8'),
    resourceMap(NAME),
    startElement(1, [{ name: 2, raw: 3, type: STRING, data: 3 }]),
    Buffer.concat(inner),
    Buffer.concat(inner.map(() => endElement(4))),
    endElement(1),
  );
}

/** Chunks of no type that is known, as many as fit. */
export function chunkFlood(count: number): Uint8Array {
  const flood = Array.from({ length: count }, () => join(words(0x00080999, 8)));
  return document(stringPool(FIXED, 'utf8'), Buffer.concat(flood), startElement(1), endElement(1));
}

/** A compiled manifest whose application is of a class. */
export function applicationManifest(name: string): Uint8Array {
  return document(
    stringPool([...FIXED, name], 'utf8'),
    resourceMap(NAME),
    startElement(1, [{ name: 2, raw: 3, type: STRING, data: 3 }]),
    startElement(4, [{ namespace: 6, name: 0, raw: FIXED.length, type: STRING, data: FIXED.length }]),
    endElement(4),
    endElement(1),
  );
}
