import { findEmbeddedDex } from '../formats/dex/embedded.ts';
import { ZipError } from '../formats/zip.ts';
import { isArchivePath } from './code-paths.ts';
import { fileMagic } from './file-magic.ts';
import type { ArchiveFile } from './unpacked.ts';

/** Names that say themselves what is to be read, and files that the build tools make by the thousand. */
const KNOWN = /(?:\.dex|(?:^|\/)AndroidManifest\.xml|(?:^|\/)resources\.arsc)$/i;
const MADE_BY_TOOLS = /^(?:(?:[^/]+\/)?res\/(?!raw)[^/]+\/[^/]+\.xml|META-INF\/.*|kotlin\/.*\.kotlin_builtins)$/;

/** What code begins with, a DEX or an archive of it. */
const MAGICS = ['dex\n0', 'cdex0', 'PK\u0003\u0004'].map((magic) => Buffer.from(magic));

/** The smallest DEX is its header, the smallest archive with an entry somewhat less. */
const MIN_SIZE = 100;
/** A DEX with one class, one method and one call is not deflated to less, nor an archive with that in it. */
const MIN_DEFLATED_SIZE = 200;

/** The file, with what it is in truth where code stands under another name. */
export function markDisguise(file: ArchiveFile): ArchiveFile {
  const { path, size, compressedSize = size } = file;
  if (size < MIN_SIZE || compressedSize < (file.deflated ? MIN_DEFLATED_SIZE : MIN_SIZE)) return file;
  if (KNOWN.test(path) || isArchivePath(path) || MADE_BY_TOOLS.test(path.slice(path.lastIndexOf('!') + 1))) return file;
  const head = file.head(MAGICS);
  if (fileMagic(head) === 'dex') return { ...file, disguised: 'dex' };
  return isZip(head) ? { ...file, disguised: 'archive' } : file;
}

/** Native libraries are looked into where their symbols are read. */
const LOOKED_INTO_LATER = /\.(?:so|dex)$/i;

/** No archive that can be opened holds more; entries that share their bytes could claim any amount. */
const MAX_SEARCHED = 2 ** 31;

/**
 * DEX files inside files of another kind, such as behind a picture, as files `<outer>!<offset>.dex`. Looked for where it
 * costs no inflating; to be deflated, a file that hides code has to be no picture.
 */
export function embeddedDex(files: readonly ArchiveFile[]): ArchiveFile[] {
  let searched = 0;
  return files.flatMap((file) => {
    const { path, deflated, disguised, size } = file;
    if (deflated || disguised !== undefined || size < MIN_SIZE || LOOKED_INTO_LATER.test(path)) return [];
    if (isArchivePath(path) || KNOWN.test(path) || searched > MAX_SEARCHED) return [];
    const bytes = contentsOf(file);
    searched += bytes.length;
    return findEmbeddedDex(bytes).map(({ offset, size }) => ({
      path: `${path}!${offset}.dex`,
      size,
      deflated: false,
      disguised: 'dex' as const,
      read: () => bytes.subarray(offset, offset + size),
      head: () => bytes.subarray(offset, offset + MIN_SIZE),
    }));
  });
}

/** Empty where they cannot be had: reading the file will say why. */
function contentsOf(file: ArchiveFile): Uint8Array {
  try {
    return file.read();
  } catch (error) {
    if (error instanceof ZipError) return new Uint8Array();
    throw error;
  }
}

/** A local file header, at the start of every archive that holds something. */
function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;
}
