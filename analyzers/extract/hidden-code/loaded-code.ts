import type { Build, BuildFile } from '../../model/build.ts';
import type { Gap } from '../../model/gap.ts';
import { isClosed, MIN_CLOSED_SIZE } from './closed-file.ts';

/**
 * Where an app keeps files that its code opens; what lies elsewhere the system or a framework opens. Of what is named as
 * native libraries the system can load only what is one.
 */
const OPENED_BY_CODE = /^(?:[^/]+\/)?(?:assets|res\/raw|lib)\/|^[^/]+$/;
const OPENED_BY_SYSTEM = /(?:\.dex|\.arsc|AndroidManifest\.xml|\.pb)$/i;

/** Code comes in one file or a few; a format of the app's own, such as a game's pictures, in many of one extension. */
const MAX_PAYLOADS = 16;

/** Files whose density is measured; more of them are data in any case. */
const MAX_EXAMINED = 8192;

/**
 * Files that a class loader may be given and that cannot be looked into: of no known format and as dense as cipher text.
 * Nothing is read where no class loader is used.
 * @param loaders the class loaders that the build's code refers to, empty for none
 */
export function loadedCode(build: Build, loaders: readonly string[]): Gap[] {
  if (loaders.length === 0) return [];
  const closed = build.files
    .filter(isCandidate)
    .slice(0, MAX_EXAMINED)
    .filter((file) => isClosed(contentsOf(file)));
  const byExtension = new Map<string, BuildFile[]>();
  for (const file of closed) {
    const extension = /\.[^./]*$/.exec(file.path)?.[0] ?? '';
    byExtension.set(extension, [...(byExtension.get(extension) ?? []), file]);
  }
  return [...byExtension].flatMap(([extension, files]): Gap[] => {
    if (files.length <= MAX_PAYLOADS) {
      return files.map(({ path }) => {
        const detail = `is encrypted or packed, and the code uses ${loaders.join(', ')}: it may be code`;
        return { stage: 'dex', file: path, code: 'encrypted', detail, material: true };
      });
    }
    const detail =
      extension === ''
        ? `is one of ${files.length} files of an unknown, dense format`
        : `is one of ${files.length} files named *${extension} of an unknown, dense format`;
    return [{ stage: 'unpack', file: files[0]?.path ?? '', code: 'unsupported', detail, material: false }];
  });
}

function isCandidate({ path, size, compressedSize = size, disguised }: BuildFile): boolean {
  const inner = path.slice(path.lastIndexOf('!') + 1);
  // Cipher text does not shrink, so that what did need not be read.
  const dense = size >= MIN_CLOSED_SIZE && compressedSize >= size * 0.98;
  return dense && disguised === undefined && OPENED_BY_CODE.test(inner) && !OPENED_BY_SYSTEM.test(inner);
}

/** Empty where they cannot be had: the build says so where it matters. */
function contentsOf(file: BuildFile): Uint8Array {
  try {
    return file.read();
  } catch {
    return new Uint8Array();
  }
}
