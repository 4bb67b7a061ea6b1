import type { DirectoryPlace } from './end-record.ts';
import { applyZip64Extra, type EntryHeader } from './entry-header.ts';
import type { ZipProblem } from './zip-problem.ts';

const RECORD_SIGNATURE = 0x02014b50;
const RECORD_SIZE = 46;

/**
 * Reads the records of a central directory (APPNOTE 4.3.12). The number of entries in the end record is only compared:
 * records are read as long as they follow one another, so that a count that is too small hides nothing.
 */
export function readDirectory(file: Buffer, place: DirectoryPlace, maxEntries: number) {
  const headers: EntryHeader[] = [];
  const problems: ZipProblem[] = [];
  let at = place.offset;
  while (at + RECORD_SIZE <= place.end && file.readUInt32LE(at) === RECORD_SIGNATURE) {
    const nameStart = at + RECORD_SIZE;
    const nameEnd = nameStart + file.readUInt16LE(at + 28);
    const extraEnd = nameEnd + file.readUInt16LE(at + 30);
    const next = extraEnd + file.readUInt16LE(at + 32);
    if (extraEnd > place.end) break;
    if (headers.length === maxEntries) {
      problems.push({
        code: 'too-many-entries',
        entry: null,
        detail: `more than ${maxEntries} entries, the rest was not listed`,
        offset: at,
      });
      return { headers, problems };
    }
    const header: EntryHeader = {
      nameStart,
      nameEnd,
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      compressedSize: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      localOffset: file.readUInt32LE(at + 42),
    };
    applyZip64Extra(file, nameEnd, extraEnd, header);
    header.localOffset += place.base;
    headers.push(header);
    at = next;
  }
  const missing = place.count - headers.length;
  if (missing > 0) {
    problems.push({
      code: 'damaged-directory',
      entry: null,
      detail: `${headers.length} of the ${place.count} entries of the central directory are readable`,
      offset: Math.min(at, file.length),
    });
  } else if (missing < 0 && headers.length % 0x10000 !== place.count) {
    // Writers without ZIP64 keep the low 16 bits of the count; anything else is an attempt to hide entries.
    problems.push({
      code: 'entry-count-mismatch',
      entry: null,
      detail: `the end record announces ${place.count} entries, the central directory holds ${headers.length}`,
      offset: place.endRecord,
    });
  }
  return { headers, problems };
}
