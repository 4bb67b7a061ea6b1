import { MalformedError } from '../malformed-error.ts';

/** First eight bytes, little-endian. Source: BytecodeFileFormat.h of the Hermes sources. */
const MAGIC = 0x1f1903c103bc1fc6n;
const HEADER_BYTES = 128;
/** Versions whose header is laid out as told here. */
const OLDEST = 59;
const NEWEST = 99;
const MAX_COUNT = 8_000_000;

/** Where everything in a file begins, in bytes from its start. */
export interface HermesLayout {
  version: number;
  globalFunction: number;
  functionCount: number;
  functionHeaders: number;
  stringCount: number;
  smallStrings: number;
  overflowStrings: number;
  overflowStringCount: number;
  stringStorage: number;
  stringStorageSize: number;
  /** Literals of arrays and, before version 97, of arrays only. */
  arrayLiterals: number;
  objectKeys: number;
  objectValues: number;
  /** End of the last literal buffer. */
  literalsEnd: number;
  /** Pairs of an offset into the object keys and a number of properties; none before version 97. */
  objectShapes: number;
  objectShapeCount: number;
}

/** The version that a file says it has; undefined where it is no Hermes bytecode. */
export function hermesVersion(bytes: Uint8Array): number | undefined {
  if (bytes.length < 12) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getBigUint64(0, true) === MAGIC ? view.getUint32(8, true) : undefined;
}

/**
 * Reads the header and the extents of all tables.
 * @throws MalformedError for what is no Hermes bytecode, an unknown version, or tables beyond the end of the file
 */
export function readHermesLayout(bytes: Uint8Array): HermesLayout {
  const version = hermesVersion(bytes);
  if (version === undefined) throw new MalformedError('no Hermes bytecode', 0);
  if (version < OLDEST || version > NEWEST) throw new MalformedError(`unknown bytecode version ${version}`, 8);
  if (bytes.length < HEADER_BYTES) throw new MalformedError('the header is cut off', bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Magic, version, SHA-1 of the source and the file's length come first.
  let at = 36;
  const next = (): number => {
    const value = view.getUint32(at, true);
    at += 4;
    return value;
  };
  const globalFunction = next();
  const functionCount = next();
  const stringKindCount = next();
  const identifierCount = next();
  const stringCount = next();
  const overflowStringCount = next();
  const stringStorageSize = next();
  const bigIntCount = version >= 87 ? next() : 0;
  const bigIntStorageSize = version >= 87 ? next() : 0;
  next();
  next();
  const arraySize = next();
  const keySize = next();
  const third = next();
  const valueSize = version < 97 ? third : 0;
  const objectShapeCount = version < 97 ? 0 : third;
  for (const count of [
    functionCount,
    stringKindCount,
    identifierCount,
    stringCount,
    overflowStringCount,
    bigIntCount,
  ]) {
    if (count > MAX_COUNT) throw new MalformedError(`a table of ${count} entries`, at);
  }
  let offset = HEADER_BYTES;
  const section = (size: number): number => {
    offset = (offset + 3) & ~3;
    const start = offset;
    offset += size;
    if (offset > bytes.length) throw new MalformedError('a table lies beyond the end of the file', start);
    return start;
  };
  const functionHeaders = section(functionCount * (version < 98 ? 16 : 12));
  section(stringKindCount * 4);
  section(identifierCount * 4);
  const smallStrings = section(stringCount * 4);
  const overflowStrings = section(overflowStringCount * 8);
  const stringStorage = section(stringStorageSize);
  const arrayLiterals = section(arraySize);
  const objectKeys = section(keySize);
  const objectShapes = section(objectShapeCount * 8);
  const objectValues = version < 97 ? section(valueSize) : arrayLiterals;
  const literalsEnd = offset;
  section(bigIntCount * 8);
  section(bigIntStorageSize);
  return {
    version,
    globalFunction,
    functionCount,
    functionHeaders,
    stringCount,
    smallStrings,
    overflowStrings,
    overflowStringCount,
    stringStorage,
    stringStorageSize,
    arrayLiterals,
    objectKeys,
    objectValues,
    literalsEnd,
    objectShapes,
    objectShapeCount,
  };
}
