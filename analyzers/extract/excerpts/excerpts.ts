import { hermesVersion } from '../../formats/hermes/hermes-layout.ts';
import type { Build } from '../../model/build.ts';
import { type CodeExcerpt, spotKey } from '../../model/excerpt.ts';
import type { Location } from '../../model/location.ts';
import { decodeScript, MAX_SCRIPT_BYTES } from '../script/source/decode.ts';
import { dexExcerpts } from './dex-excerpts.ts';
import { hermesExcerpts } from './hermes-excerpts.ts';
import { textExcerpts } from './text-excerpts.ts';

/**
 * The code around places of a build: disassembly of DEX and Hermes bytecode, lines of texts. Each spot once, in the order
 * of the places; what has no code to show (a binary manifest, a source that only a source map names) is left out.
 * @param code the DEX files whose bytes are at hand
 */
export function excerptsAt(
  build: Build,
  code: readonly { file: string; bytes: Uint8Array }[],
  places: readonly Location[],
): CodeExcerpt[] {
  const spots = new Map(places.map((at) => [spotKey(at), at]));
  const byFile = new Map<string, Location[]>();
  for (const at of spots.values()) byFile.set(at.file, [...(byFile.get(at.file) ?? []), at]);
  const dex = new Map(code.map(({ file, bytes }) => [file, bytes]));
  const files = new Map(build.files.map((file) => [file.path, file]));
  const found = new Map<string, CodeExcerpt>();
  for (const [path, wanted] of byFile) {
    const known = dex.get(path);
    const file = files.get(path);
    const excerpts =
      known !== undefined
        ? dexExcerpts(known, wanted)
        : file === undefined || file.size > MAX_SCRIPT_BYTES
          ? []
          : excerptsOfFile(path, () => file.read(), wanted);
    for (const excerpt of excerpts) found.set(spotKey(excerpt.at), excerpt);
  }
  return [...spots.keys()].flatMap((key) => found.get(key) ?? []);
}

function excerptsOfFile(path: string, read: () => Uint8Array, places: readonly Location[]): CodeExcerpt[] {
  let bytes: Uint8Array;
  try {
    bytes = read();
  } catch {
    // That the entry cannot be read stands as a Gap with the extraction.
    return [];
  }
  if (hermesVersion(bytes) !== undefined) return hermesExcerpts(bytes, places);
  const decoded = decodeScript(path, bytes);
  return 'text' in decoded ? textExcerpts(decoded.text, places) : [];
}
