import { isArchivePath } from './code-paths.ts';
import { fileMagic } from './file-magic.ts';
import type { ArchiveFile } from './unpacked.ts';

/** Names that say themselves what is to be read, and files that the build tools make by the thousand. */
const KNOWN = /(?:\.dex|(?:^|\/)AndroidManifest\.xml|(?:^|\/)resources\.arsc)$/i;
const MADE_BY_TOOLS =
  /^(?:[^!]*!)*(?:(?:[^/]+\/)?res\/(?!raw)[^/]+\/[^/]+\.xml|META-INF\/.*|kotlin\/.*\.kotlin_builtins)$/;

/** The smallest DEX is its header, the smallest archive with an entry somewhat less. */
const MIN_SIZE = 100;

/** The file, with what it is in truth where code stands under another name. */
export function markDisguise(file: ArchiveFile): ArchiveFile {
  const { path, size } = file;
  if (size < MIN_SIZE || KNOWN.test(path) || isArchivePath(path) || MADE_BY_TOOLS.test(path)) return file;
  const head = file.head();
  if (fileMagic(head) === 'dex') return { ...file, disguised: 'dex' };
  return isZip(head) ? { ...file, disguised: 'archive' } : file;
}

/** A local file header, at the start of every archive that holds something. */
function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04;
}
