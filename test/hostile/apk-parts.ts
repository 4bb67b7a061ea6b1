/** Takes a real APK apart and puts it together again with whatever a trick changes. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readZip } from '../../analyzers/formats/zip.ts';
import { type HandmadeEntry, type HandmadeOptions, makeArchive } from '../formats/zip/handmade-archive.ts';

/** The entries of an APK as the archive has them, compressed data untouched. */
export function partsOf(apk: Buffer): HandmadeEntry[] {
  return readZip(apk).entries.map(({ name, method, offset, compressedSize, read }) => {
    const start = offset + 30 + apk.readUInt16LE(offset + 26) + apk.readUInt16LE(offset + 28);
    const contents = Buffer.from(read());
    return { name, method, contents, data: apk.subarray(start, start + compressedSize) };
  });
}

/** A real APK of `node_modules`, as its parts. */
export function realParts(path: string): HandmadeEntry[] {
  return partsOf(readFileSync(fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url))));
}

export type Change = (entry: HandmadeEntry) => Partial<HandmadeEntry>;

/** The parts with those changed that a test picks by name; what has new contents is compressed anew. */
export function changed(parts: HandmadeEntry[], which: RegExp, change: Change): HandmadeEntry[] {
  return parts.map((entry) => {
    if (!which.test(String(entry.name))) return entry;
    const changes = change(entry);
    const { data, ...rest } = entry;
    const anew = changes.contents !== undefined || changes.method !== undefined;
    return { ...rest, ...(anew || data === undefined ? {} : { data }), ...changes };
  });
}

export function without(parts: HandmadeEntry[], which: RegExp): HandmadeEntry[] {
  return parts.filter(({ name }) => !which.test(String(name)));
}

export function contentsOf(parts: HandmadeEntry[], name: string): Buffer {
  const found = parts.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`no entry ${name}`);
  return found.contents;
}

export function apk(parts: HandmadeEntry[], options?: HandmadeOptions): Buffer {
  return makeArchive(parts, options);
}
