import { inflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib';
import { crc32 } from './crc32.ts';
import { deflateHead } from './deflate-head.ts';
import { type EntryHeader, FLAG_ENCRYPTED, METHOD_DEFLATE, readLocalHeader } from './entry-header.ts';
import type { DeflatedEntry } from './inflate-together.ts';
import { ZipError } from './zip-error.ts';
import type { ZipProblem } from './zip-problem.ts';

/** Deflate cannot do better than 1032 bytes out of one; the constant covers tiny streams. */
const MAX_DEFLATE_RATIO = 1032;
const DEFLATE_SLACK = 1024;

/** One entry of an archive; nothing is inflated or copied before it is read. */
export interface ZipEntry {
  /** As the archive has it, decoded as UTF-8 with replacement characters for invalid bytes, as Android takes it. */
  name: string;
  /** The name, made unique within the archive: a second `a.txt` is `a#2.txt`. */
  path: string;
  /** Bytes in the archive. */
  compressedSize: number;
  /** Bytes after inflating, as the archive states it. */
  size: number;
  /** Compression method as stated; Android inflates method 8 and takes every other one as stored. */
  method: number;
  /** The flag; whether the data are encrypted shows only on reading. */
  encrypted: boolean;
  /** Absolute offset of the local header. */
  offset: number;
  /**
   * The contents, a view into the archive for stored data.
   * @throws ZipError when they are cut off, not inflatable, over a limit or really encrypted
   */
  read(): Uint8Array;
  /** Inflates the contents beside what the program does meanwhile, for the next `read`; whatever is wrong shows there. */
  prepare(): Promise<void>;
  /** The data of a deflated entry of a stated size, for `inflateTogether`; null of any other. */
  deflatedData(): DeflatedEntry | null;
  /** The first bytes of the contents, at most eight and up to the first that repeats; empty where they cannot be had or begin with no magic. */
  head(magics: readonly Uint8Array[]): Uint8Array;
  /** What the archive states wrongly about contents that were read: their size or their CRC-32. */
  verify(contents: Uint8Array): ZipProblem[];
}

/** Bytes that reading the entry can yield at most, whatever it claims. */
export function outputBound(header: EntryHeader): number {
  const stored = header.size > 0 ? header.size : header.compressedSize;
  if (header.method !== METHOD_DEFLATE) return stored;
  const possible = header.compressedSize * MAX_DEFLATE_RATIO + DEFLATE_SLACK;
  return header.size > 0 ? Math.min(header.size, possible) : possible;
}

/** @param refusal why the entry may not be read at all, from the archive's budget */
export function createEntry(
  file: Buffer,
  header: EntryHeader,
  name: string,
  path: string,
  refusal: string | null,
): ZipEntry {
  const { compressedSize, size, method, localOffset: offset } = header;
  let prepared: Uint8Array | null = null;
  return {
    name,
    path,
    compressedSize,
    size,
    method,
    encrypted: (header.flags & FLAG_ENCRYPTED) !== 0,
    offset,
    read() {
      if (refusal !== null) throw new ZipError('too-large', refusal, offset);
      const contents = prepared ?? readContents(file, header);
      prepared = null;
      return contents;
    },
    async prepare() {
      if (refusal === null) prepared = await inflateBeside(file, header).catch(() => null);
    },
    deflatedData: () => (refusal === null && size > 0 ? deflatedData(file, header) : null),
    head: (magics) => (refusal === null ? readHead(file, header, magics) : new Uint8Array()),
    verify: (contents) => verifyContents(header, path, contents),
  };
}

function readContents(file: Buffer, header: EntryHeader): Uint8Array {
  const local = readLocalHeader(file, header.localOffset);
  if (local === null) throw new ZipError('corrupt', 'no local header', header.localOffset);
  const start = local.dataStart;
  const flagged = (header.flags & FLAG_ENCRYPTED) !== 0;
  if (header.method !== METHOD_DEFLATE) {
    const length = header.size > 0 && start + header.size <= file.length ? header.size : header.compressedSize;
    if (start + length > file.length) throw new ZipError('corrupt', 'stored data run past the end of the file', start);
    const contents = file.subarray(start, start + length);
    if (flagged && crc32(contents) !== header.crc) throw new ZipError('encrypted', 'the entry is encrypted', start);
    return contents;
  }
  const end = start + header.compressedSize;
  if (end > file.length) throw new ZipError('corrupt', 'compressed data run past the end of the file', start);
  try {
    const contents = inflate(file.subarray(start, end), outputBound(header));
    // Cipher text inflates only by chance, and then not to the right length or sum.
    const plain = header.size > 0 ? contents.length === header.size : crc32(contents) === header.crc;
    if (!flagged || plain) return contents;
  } catch (error) {
    if (!flagged) throw new ZipError('corrupt', inflateFailure(error, header.size), start);
  }
  throw new ZipError('encrypted', 'the entry is encrypted', start);
}

/** Enough for every magic, and for the tables of a deflate block before it. */
const HEAD_SIZE = 8;
const DEFLATED_HEAD_SIZE = 512;

function readHead(file: Buffer, header: EntryHeader, magics: readonly Uint8Array[]): Uint8Array {
  const local = readLocalHeader(file, header.localOffset);
  if (local === null) return new Uint8Array();
  const deflated = header.method === METHOD_DEFLATE;
  const length = Math.min(header.compressedSize, deflated ? DEFLATED_HEAD_SIZE : HEAD_SIZE);
  const data = file.subarray(local.dataStart, local.dataStart + length);
  return deflated ? deflateHead(data, HEAD_SIZE, magics) : data;
}

function inflate(data: Buffer, bound: number): Uint8Array {
  return inflateRawSync(data, inflateOptions(bound));
}

/**
 * One output chunk of the right size spares zlib from growing and copying, which takes the memory twice; one byte more
 * tells it that it is done. Memory that the data do not fill is never touched.
 */
function inflateOptions(bound: number): ZlibOptions {
  return { maxOutputLength: Math.max(bound, 1), chunkSize: Math.max(bound + 1, 64) };
}

/** As `readContents` does it in the ordinary case, on one of Node's threads; null in any other. */
async function inflateBeside(file: Buffer, header: EntryHeader): Promise<Uint8Array | null> {
  const deflated = deflatedData(file, header);
  if (deflated === null) return null;
  return new Promise((resolve) => {
    inflateRaw(deflated.data, inflateOptions(outputBound(header)), (error, contents) =>
      resolve(error === null ? contents : null),
    );
  });
}

function deflatedData(file: Buffer, header: EntryHeader): DeflatedEntry | null {
  if (header.method !== METHOD_DEFLATE || (header.flags & FLAG_ENCRYPTED) !== 0) return null;
  const local = readLocalHeader(file, header.localOffset);
  const end = (local?.dataStart ?? 0) + header.compressedSize;
  if (local === null || end > file.length) return null;
  return { data: file.subarray(local.dataStart, end), size: header.size, crc: header.crc };
}

function inflateFailure(error: unknown, size: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_BUFFER_TOO_LARGE') return `the entry inflates to more than the ${size} bytes that it states`;
  if (code === 'Z_BUF_ERROR') return 'the compressed data end early';
  return 'the compressed data are invalid';
}

function verifyContents(header: EntryHeader, path: string, contents: Uint8Array): ZipProblem[] {
  const problems: ZipProblem[] = [];
  const at = { entry: path, offset: header.localOffset };
  if (contents.length !== header.size) {
    const detail = `${contents.length} bytes where ${header.size} are stated`;
    problems.push({ code: 'size-mismatch', detail, ...at });
  }
  if (crc32(contents) !== header.crc) {
    problems.push({ code: 'crc-mismatch', detail: 'the CRC-32 does not fit the contents', ...at });
  }
  return problems;
}
