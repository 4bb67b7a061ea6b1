/** What an archive states about one entry, from the central directory or, where that is missing, a local header. */
export interface EntryHeader {
  /** Range of the name's bytes in the file. */
  nameStart: number;
  nameEnd: number;
  flags: number;
  method: number;
  crc: number;
  compressedSize: number;
  size: number;
  /** Absolute offset of the local header. */
  localOffset: number;
}

export const FLAG_ENCRYPTED = 0x0001;
export const FLAG_DESCRIPTOR = 0x0008;
export const METHOD_STORED = 0;
export const METHOD_DEFLATE = 8;

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const ZIP64_EXTRA = 0x0001;
const SATURATED = 0xffffffff;

export interface LocalHeader extends EntryHeader {
  /** First byte after the header's own name and extra field. */
  dataStart: number;
}

/** @returns null where no complete local file header (APPNOTE 4.3.7) stands at the offset */
export function readLocalHeader(file: Buffer, offset: number): LocalHeader | null {
  if (offset < 0 || offset + LOCAL_SIZE > file.length || file.readUInt32LE(offset) !== LOCAL_SIGNATURE) return null;
  const nameStart = offset + LOCAL_SIZE;
  const nameEnd = nameStart + file.readUInt16LE(offset + 26);
  const dataStart = nameEnd + file.readUInt16LE(offset + 28);
  if (dataStart > file.length) return null;
  const header: LocalHeader = {
    nameStart,
    nameEnd,
    flags: file.readUInt16LE(offset + 6),
    method: file.readUInt16LE(offset + 8),
    crc: file.readUInt32LE(offset + 14),
    compressedSize: file.readUInt32LE(offset + 18),
    size: file.readUInt32LE(offset + 22),
    localOffset: offset,
    dataStart,
  };
  applyZip64Extra(file, nameEnd, dataStart, header);
  return header;
}

/**
 * Replaces saturated 32-bit fields by the values of the ZIP64 extended information extra field (APPNOTE 4.5.3), which
 * holds only those fields, in this order. Values past 2^53 lose precision; all of them are far out of bounds anyway.
 */
export function applyZip64Extra(file: Buffer, start: number, end: number, header: EntryHeader): void {
  if (header.size !== SATURATED && header.compressedSize !== SATURATED && header.localOffset !== SATURATED) return;
  for (let at = start; at + 4 <= end; ) {
    const fieldEnd = Math.min(at + 4 + file.readUInt16LE(at + 2), end);
    if (file.readUInt16LE(at) === ZIP64_EXTRA) {
      let value = at + 4;
      for (const key of ['size', 'compressedSize', 'localOffset'] as const) {
        if (header[key] !== SATURATED || value + 8 > fieldEnd) continue;
        header[key] = Number(file.readBigUInt64LE(value));
        value += 8;
      }
      return;
    }
    at = fieldEnd;
  }
}
