import { type EntryHeader, FLAG_DESCRIPTOR, readLocalHeader } from './entry-header.ts';

const LOCAL_MARK = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const DESCRIPTOR_MARK = Buffer.from([0x50, 0x4b, 0x07, 0x08]);
const DIRECTORY_MARK = Buffer.from([0x50, 0x4b, 0x01, 0x02]);

/** Descriptor signatures that are remembered, and comparisons with them over one walk. */
const MAX_DESCRIPTORS = 1_000_000;
const MAX_COMPARISONS = 4_000_000;

/**
 * Lists entries by walking from local header to local header, for archives whose central directory is missing or
 * damaged. Where sizes stand only in a data descriptor behind the data (APPNOTE 4.3.9), the descriptor that states
 * exactly the distance from the data's start is taken as the end, without inflating anything.
 */
export function walkLocalHeaders(file: Buffer, maxEntries: number): EntryHeader[] {
  const headers: EntryHeader[] = [];
  let descriptors: number[] | null = null;
  let firstDescriptor = 0;
  let comparisons = 0;
  let at = 0;
  while (at >= 0 && at < file.length && headers.length < maxEntries) {
    const header = readLocalHeader(file, at);
    if (header === null) {
      if (file.compare(DIRECTORY_MARK, 0, 4, at, Math.min(at + 4, file.length)) === 0) break;
      at = file.indexOf(LOCAL_MARK, at + 1);
      continue;
    }
    const { dataStart, ...entry } = header;
    let next = dataStart + entry.compressedSize;
    if (entry.flags & FLAG_DESCRIPTOR && entry.compressedSize === 0) {
      descriptors ??= findDescriptors(file);
      while ((descriptors[firstDescriptor] ?? Number.POSITIVE_INFINITY) < dataStart) firstDescriptor++;
      let descriptor: Descriptor | null = null;
      for (let i = firstDescriptor; descriptor === null && i < descriptors.length; i++) {
        if (++comparisons > MAX_COMPARISONS) break;
        descriptor = readDescriptor(file, descriptors[i] as number, dataStart);
      }
      next = descriptor?.next ?? file.indexOf(LOCAL_MARK, dataStart);
      // Without a descriptor the data ends at the next header at the latest.
      entry.compressedSize = descriptor?.compressedSize ?? (next < 0 ? file.length : next) - dataStart;
      entry.size = descriptor?.size ?? 0;
      entry.crc = descriptor?.crc ?? 0;
    }
    // Android's build tools fill gaps with nameless entries that the directory does not list.
    if (entry.nameEnd > entry.nameStart) headers.push(entry);
    at = next;
  }
  return headers;
}

interface Descriptor {
  crc: number;
  compressedSize: number;
  size: number;
  /** First byte after it. */
  next: number;
}

function findDescriptors(file: Buffer): number[] {
  const found: number[] = [];
  for (let at = file.indexOf(DESCRIPTOR_MARK); at >= 0 && found.length < MAX_DESCRIPTORS; ) {
    found.push(at);
    at = file.indexOf(DESCRIPTOR_MARK, at + 4);
  }
  return found;
}

/** @returns null where the bytes are not a descriptor of data that begins at `dataStart` */
function readDescriptor(file: Buffer, at: number, dataStart: number): Descriptor | null {
  const compressedSize = at - dataStart;
  if (at + 16 > file.length || file.readUInt32LE(at + 8) !== compressedSize) return null;
  const crc = file.readUInt32LE(at + 4);
  const second = file.readUInt32LE(at + 12);
  // The ZIP64 form has 64-bit sizes: the word after the compressed size is its upper half and 0, while the 32-bit form
  // has the inflated size there, which is 0 only for an empty entry.
  if (second === 0 && compressedSize > 2 && at + 24 <= file.length) {
    return { crc, compressedSize, size: Number(file.readBigUInt64LE(at + 16)), next: at + 24 };
  }
  return { crc, compressedSize, size: second, next: at + 16 };
}
