import { type EntryHeader, FLAG_DESCRIPTOR, type LocalHeader, readLocalHeader } from './entry-header.ts';
import type { ZipProblem } from './zip-problem.ts';

/**
 * Compares every entry with its local header and with its neighbours: headers that disagree, data outside the file,
 * and data that several entries share, by which a small archive can inflate to a huge one without nesting.
 * @param headers in directory order, with `paths` beside them
 * @param limit first byte after the entries: the central directory's offset
 */
export function checkDataRanges(file: Buffer, headers: EntryHeader[], paths: string[], limit: number): ZipProblem[] {
  const problems: ZipProblem[] = [];
  const starts = new Float64Array(headers.length);
  const ends = new Float64Array(headers.length);
  for (const [i, header] of headers.entries()) {
    const local = readLocalHeader(file, header.localOffset);
    const at = { entry: paths[i] ?? null, offset: header.localOffset };
    const end = local === null ? header.localOffset : local.dataStart + header.compressedSize;
    starts[i] = header.localOffset;
    ends[i] = end;
    if (local === null) {
      problems.push({ code: 'out-of-bounds', detail: 'no local header where the directory says', ...at });
    } else if (end > file.length) {
      problems.push({ code: 'out-of-bounds', detail: 'the data run past the end of the file', ...at });
    } else {
      if (end > limit && header.localOffset < limit) {
        problems.push({ code: 'overlapping-data', detail: 'the data run into the central directory', ...at });
      }
      const difference = localDifference(file, header, local);
      if (difference !== null) {
        const detail = `local header and central directory disagree on the ${difference}`;
        problems.push({ code: 'local-header-mismatch', detail, ...at });
      }
    }
  }
  const order = new Uint32Array(headers.length).map((_, i) => i);
  order.sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || a - b);
  let reach = -1;
  for (const i of order) {
    const start = starts[i] ?? 0;
    if (start < reach) {
      const detail = 'the entry shares bytes with another one';
      problems.push({ code: 'overlapping-data', entry: paths[i] ?? null, detail, offset: start });
    }
    reach = Math.max(reach, ends[i] ?? 0);
  }
  return problems;
}

function localDifference(file: Buffer, header: EntryHeader, local: LocalHeader): string | null {
  if (!sameName(file, header, local)) return 'name';
  if (local.method !== header.method) return 'method';
  if (local.flags & FLAG_DESCRIPTOR) return null;
  if (local.compressedSize !== header.compressedSize || local.size !== header.size) return 'size';
  return null;
}

/** Byte by byte: for names this short it is much faster than Buffer.compare, whose arguments are checked in each call. */
function sameName(file: Buffer, header: EntryHeader, local: LocalHeader): boolean {
  if (header.nameStart === local.nameStart) return true;
  const length = header.nameEnd - header.nameStart;
  if (local.nameEnd - local.nameStart !== length) return false;
  for (let i = 0; i < length; i++) {
    if (file[header.nameStart + i] !== file[local.nameStart + i]) return false;
  }
  return true;
}
