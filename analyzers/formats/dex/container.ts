import { DexError } from './dex-error.ts';
import { DexFile, MAX_STRING_BYTES } from './dex-file.ts';
import { FIRST_CONTAINER_VERSION, hasDexMagic, readHeader } from './header.ts';

/** Far above what a build tool emits; keeps a forged chain of headers from costing more than a real one. */
const MAX_MEMBERS = 256;
const ALIGNMENT = 4;

export interface DexContainer {
  /** The logical DEX files in order, at least one. */
  files: DexFile[];
  /** Why the file behind the last one could not be opened, null when there is none. */
  broken: DexError | null;
}

const opened = new WeakMap<Uint8Array, { container: DexContainer; maxString: number }>();

/**
 * As `readDexContainer`, for bytes that nothing writes to: one stage after the other asks for the same, and gets the same
 * objects, with what was looked up in them.
 */
export function openDexContainer(input: Uint8Array, maxString = MAX_STRING_BYTES): DexContainer {
  const known = opened.get(input);
  if (known?.maxString === maxString) return known.container;
  const container = readDexContainer(input, maxString);
  opened.set(input, { container, maxString });
  return container;
}

/**
 * Opens the logical DEX files of one physical file. From version 041 on several may share one container, whose offsets
 * count from its start; before that a second DEX behind the first is not part of the format, but has been used to hide
 * code, so it is opened as well, with offsets from its own start.
 * @param maxString bytes of one string that are read
 * @throws DexError when the first header cannot be read
 */
export function readDexContainer(input: Uint8Array, maxString = MAX_STRING_BYTES): DexContainer {
  // A plain view: a Buffer and a Uint8Array would make every later read see two kinds of objects.
  const bytes = new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  const first = new DexFile(bytes, readHeader(bytes, 0), maxString);
  const files = [first];
  const shared = first.header.version >= FIRST_CONTAINER_VERSION;
  let size = align(first.header.fileSize);
  for (let next = size; size > 0 && hasDexMagic(bytes, next); next += size) {
    if (files.length === MAX_MEMBERS) return { files, broken: new DexError('too many DEX files in one', next) };
    const view = shared ? bytes : bytes.subarray(next);
    try {
      const file = new DexFile(view, readHeader(view, shared ? next : 0), maxString);
      files.push(file);
      size = align(file.header.fileSize);
    } catch (error) {
      if (error instanceof DexError) return { files, broken: error };
      throw error;
    }
  }
  return { files, broken: null };
}

function align(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}
