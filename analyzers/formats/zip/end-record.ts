/** End of central directory record, its ZIP64 counterpart and the locator of that one (PKWARE APPNOTE 4.3.14 to 4.3.16). */
const END_SIGNATURE = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const END_SIZE = 22;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_END_SIZE = 56;
const DIRECTORY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;

/** Signatures looked at before the search is given up; real archives need one, comments that imitate them a few. */
const MAX_CANDIDATES = 4096;

/** Where the central directory stands. Offsets are bytes from the start of the file. */
export interface DirectoryPlace {
  offset: number;
  /** First byte after the directory: the end record or its ZIP64 counterpart. */
  end: number;
  /** Entries that the end record announces. */
  count: number;
  /** Added to the offsets that directory records hold; not 0 where data was put before an archive without adjusting them. */
  base: number;
  /** Offset of the end record. */
  endRecord: number;
  /** Bytes after the end record and its comment. */
  trailing: number;
}

/**
 * Finds the central directory by searching backwards for an end record that really points to one, so that signatures
 * inside the comment or in bytes after the archive do not mislead. An end record whose comment reaches the end of the
 * file is preferred, as Android demands it; records of empty archives are taken only when there is no other.
 * @returns null when there is none, which is what a truncated archive looks like
 */
export function findDirectory(file: Buffer): DirectoryPlace | null {
  let loose: DirectoryPlace | null = null;
  let empty: DirectoryPlace | null = null;
  let at = file.length - END_SIZE;
  for (let tried = 0; at >= 0 && tried < MAX_CANDIDATES; tried++) {
    at = file.lastIndexOf(END_SIGNATURE, at);
    if (at < 0) break;
    const place = readEndRecord(file, at);
    at--;
    if (place === null) continue;
    if (place.offset === place.end && place.count === 0) empty ??= place;
    else if (place.trailing === 0) return place;
    else if (!belongsToNestedArchive(file, place)) loose ??= place;
  }
  return loose ?? empty;
}

/** Offset of the first signature of an end record behind the one that counts, -1 for none. */
export function imitatedEndRecord(file: Buffer, { endRecord }: DirectoryPlace): number {
  return file.indexOf(END_SIGNATURE, endRecord + END_SIZE);
}

/** A truncated archive still holds whole archives that were stored in it; their directories are not its own. */
function belongsToNestedArchive(file: Buffer, place: DirectoryPlace): boolean {
  return place.base !== 0 && file.readUInt32LE(0) === LOCAL_SIGNATURE;
}

function readEndRecord(file: Buffer, at: number): DirectoryPlace | null {
  if (at + END_SIZE > file.length) return null;
  const record = {
    count: file.readUInt16LE(at + 10),
    size: file.readUInt32LE(at + 12),
    offset: file.readUInt32LE(at + 16),
    end: at,
  };
  const commentEnd = at + END_SIZE + file.readUInt16LE(at + 20);
  // A comment that claims to be longer than the file counts as running to its end.
  const trailing = Math.max(0, file.length - commentEnd);
  const zip64 = readZip64EndRecord(file, at);
  if (zip64 !== null) {
    if (record.count === 0xffff) record.count = zip64.count;
    if (record.size === 0xffffffff) record.size = zip64.size;
    if (record.offset === 0xffffffff) record.offset = zip64.offset;
    record.end = zip64.at;
  }
  const place = { end: record.end, count: record.count, endRecord: at, trailing };
  if (record.count === 0 && record.size === 0) return { ...place, offset: record.end, base: 0 };
  // Android trusts the stated offset; an APK Signing Block or other bytes may stand on either side of the directory.
  if (isDirectoryAt(file, record.offset, record.end)) return { ...place, offset: record.offset, base: 0 };
  // Data put before the archive without adjusting its offsets: the directory ends where the end record begins.
  const start = record.end - record.size;
  if (isDirectoryAt(file, start, record.end)) return { ...place, offset: start, base: start - record.offset };
  return null;
}

function isDirectoryAt(file: Buffer, offset: number, end: number): boolean {
  return offset >= 0 && offset + 46 <= end && file.readUInt32LE(offset) === DIRECTORY_SIGNATURE;
}

function readZip64EndRecord(file: Buffer, endRecord: number) {
  const locator = endRecord - ZIP64_LOCATOR_SIZE;
  if (locator < 0 || file.readUInt32LE(locator) !== ZIP64_LOCATOR_SIGNATURE) return null;
  const stated = Number(file.readBigUInt64LE(locator + 8));
  for (const at of [stated, locator - ZIP64_END_SIZE]) {
    if (at < 0 || at + ZIP64_END_SIZE > locator || file.readUInt32LE(at) !== ZIP64_END_SIGNATURE) continue;
    return {
      at,
      count: Number(file.readBigUInt64LE(at + 32)),
      size: Number(file.readBigUInt64LE(at + 40)),
      offset: Number(file.readBigUInt64LE(at + 48)),
    };
  }
  return null;
}
