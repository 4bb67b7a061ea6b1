import { readDirectory } from './zip/central-directory.ts';
import { checkDataRanges } from './zip/data-ranges.ts';
import { findDirectory, imitatedEndRecord } from './zip/end-record.ts';
import {
  type EntryHeader,
  FLAG_ENCRYPTED,
  METHOD_DEFLATE,
  METHOD_STORED,
  readLocalHeader,
} from './zip/entry-header.ts';
import { readNames } from './zip/entry-names.ts';
import { walkLocalHeaders } from './zip/local-headers.ts';
import { createEntry, outputBound, type ZipEntry } from './zip/zip-entry.ts';
import { ZipError } from './zip/zip-error.ts';
import { DEFAULT_ZIP_LIMITS, type ZipLimits } from './zip/zip-limits.ts';
import type { ZipProblem } from './zip/zip-problem.ts';

export { METHOD_DEFLATE } from './zip/entry-header.ts';
export { type DeflatedEntry, inflateTogether } from './zip/inflate-together.ts';
export type { ZipEntry } from './zip/zip-entry.ts';
export { ZipError, type ZipErrorCode } from './zip/zip-error.ts';
export { DEFAULT_ZIP_LIMITS, type ZipLimits } from './zip/zip-limits.ts';
export type { ZipProblem, ZipProblemCode } from './zip/zip-problem.ts';

export interface ZipArchive {
  /** In the order of the central directory; entries that only local headers show come last. */
  entries: ZipEntry[];
  problems: ZipProblem[];
}

/**
 * Lists a ZIP archive (PKWARE APPNOTE 6.3) with the tolerance of Android's libziparchive and beyond it: the central
 * directory wins over local headers, unknown methods count as stored, a false encryption flag does no harm, duplicate
 * names are all kept, and an archive whose directory is missing or damaged is read from its local headers. Everything
 * unusual is reported as a problem. The bytes are kept, not copied; entries are inflated when they are read.
 * @throws ZipError when nothing of an archive is there
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits = DEFAULT_ZIP_LIMITS): ZipArchive {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { headers, directoryOffset, problems } = listEntries(file, limits);
  const { names, paths, problems: nameProblems } = readNames(file, headers);
  const { entries, problems: budgetProblems } = admitEntries(file, headers, names, paths, limits);
  return {
    entries,
    problems: [
      ...problems,
      ...nameProblems,
      ...budgetProblems,
      ...checkDataRanges(file, headers, paths, directoryOffset),
    ],
  };
}

function listEntries(file: Buffer, limits: ZipLimits) {
  const place = findDirectory(file);
  const problem = (code: ZipProblem['code'], offset: number, detail: string): ZipProblem[] => [
    { code, entry: null, detail, offset },
  ];
  if (place === null || place.offset === place.end) {
    const headers = walkLocalHeaders(file, limits.maxEntries);
    if (headers.length > 0) {
      const detail = `the central directory is missing; ${headers.length} entries were found by their local headers`;
      return { headers, directoryOffset: file.length, problems: problem('missing-directory', file.length, detail) };
    }
    if (place === null) throw new ZipError('not-an-archive', 'neither a central directory nor a local header', 0);
    return { headers, directoryOffset: place.offset, problems: [] };
  }
  const { headers, problems } = readDirectory(file, place, limits.maxEntries);
  if (problems.some(({ code }) => code === 'damaged-directory')) {
    const known = new Set(headers.map((header) => header.localOffset));
    const found = walkLocalHeaders(file, limits.maxEntries).filter((header) => !known.has(header.localOffset));
    for (const header of found.slice(0, limits.maxEntries - headers.length)) headers.push(header);
  }
  if (place.base !== 0) {
    for (const item of problem(
      'prefixed-data',
      0,
      `offsets are wrong by ${place.base} bytes, as after prepending data`,
    ))
      problems.push(item);
  }
  const first = headers.reduce((least, { localOffset }) => Math.min(least, localOffset), place.offset);
  if (place.base === 0 && first > 0 && !startsWithHeader(file)) {
    for (const item of problem('prefixed-data', 0, `${first} bytes stand before the archive`)) problems.push(item);
  }
  const imitation = imitatedEndRecord(file, place);
  if (imitation >= 0) {
    problems.push(
      ...problem('false-end-record', imitation, 'the signature of an end record stands behind the end record'),
    );
  }
  if (place.trailing > 0) {
    const end = file.length - place.trailing;
    for (const item of problem('trailing-data', end, `${place.trailing} bytes stand after the archive`))
      problems.push(item);
  }
  return { headers, directoryOffset: place.offset, problems };
}

/** What the directory does not list may be padding of the build tools, which takes the form of an entry. */
function startsWithHeader(file: Buffer): boolean {
  return readLocalHeader(file, 0) !== null;
}

/** Smaller entries may be anything; real ones of this size hold little but zeros when they shrink to a thousandth. */
const RATIO_COUNTS_FROM = 1024 * 1024;

/** Makes the entries and refuses those over a limit. */
function admitEntries(file: Buffer, headers: EntryHeader[], names: string[], paths: string[], limits: ZipLimits) {
  const entries: ZipEntry[] = [];
  const problems: ZipProblem[] = [];
  let total = 0;
  for (const [i, header] of headers.entries()) {
    const name = names[i] ?? '';
    const path = paths[i] ?? name;
    const at = { entry: path, offset: header.localOffset };
    const bound = outputBound(header);
    let refusal: string | null = null;
    if (header.method !== METHOD_STORED && header.method !== METHOD_DEFLATE) {
      const detail = `compression method ${header.method} is taken as stored, as Android does`;
      problems.push({ code: 'unknown-method', detail, ...at });
    }
    if (header.flags & FLAG_ENCRYPTED) {
      problems.push({ code: 'encryption-flag', detail: 'the entry is flagged as encrypted', ...at });
    }
    if (header.method === METHOD_DEFLATE && header.size > bound) {
      const detail = `${header.compressedSize} bytes cannot inflate to the ${header.size} that the archive states`;
      problems.push({ code: 'impossible-size', detail, ...at });
    }
    if (bound > limits.maxEntrySize) {
      refusal = `the entry inflates to ${bound} bytes, more than the limit of ${limits.maxEntrySize}`;
      problems.push({ code: 'entry-too-large', detail: refusal, ...at });
    } else if (bound > RATIO_COUNTS_FROM && bound > header.compressedSize * limits.maxRatio) {
      refusal = `the entry inflates to more than ${limits.maxRatio} times its compressed size`;
      problems.push({ code: 'entry-too-large', detail: refusal, ...at });
    } else if (total + bound > limits.maxTotalSize) {
      refusal = `the entries inflate to more than the limit of ${limits.maxTotalSize} bytes in all`;
      problems.push({ code: 'over-budget', detail: refusal, ...at });
    } else {
      total += bound;
    }
    entries.push(createEntry(file, header, name, path, refusal));
  }
  return { entries, problems };
}
