import { StringPool } from '../../formats/axml-string-pool.ts';
import { inflateTogether } from '../../formats/zip.ts';
import type { Build, BuildFile } from '../../model/build.ts';
import type { LayoutNames } from '../../model/reach.ts';

/** Chunk types of AOSP's ResourceTypes.h, and the size of the file's header. */
const XML = 0x0003;
const STRING_POOL = 0x0001;
const FILE_HEADER = 8;

/** Layouts, menus, preference screens and navigation graphs; a resource shrinker gives them names of a few letters. */
const RESOURCE = /(?:^|[/!])(?:res\/(?:layout|menu|xml|navigation)[^/]*\/[^/]+|res\/[^/]{1,4}|r\/[^/]+\/[^/]+)\.xml$/;
const CLASS_NAME = /^[A-Za-z_][\w$]*(?:\.[A-Za-z_][\w$]*)+$/;
const IDENTIFIER = /^[A-Za-z_]\w*$/;
const ON_CLICK = 'onClick';
const DOT = 0x2e;
const MAX_SIZE = 1 << 20;

/** Reads the string pools of a build's compiled XML resources. What cannot be read names nothing: it holds no code. */
export function extractLayoutNames(build: Build): LayoutNames {
  const classes = new Set<string>();
  const handlers = new Set<string>();
  const files = build.files.filter((file) => file.size <= MAX_SIZE && RESOURCE.test(file.path));
  const inflated = inflateTogether(files.map((file) => file.deflatedData?.() ?? null));
  for (const file of files) {
    const { names, clicks } = namesIn(file, inflated.next().value ?? null);
    for (const text of names) {
      if (text.includes('.') && CLASS_NAME.test(text)) classes.add(text);
      else if (clicks && text !== ON_CLICK && IDENTIFIER.test(text)) handlers.add(text);
    }
  }
  return { classes: [...classes].sort(), handlers: [...handlers].sort() };
}

/** The strings that can be names: those with a dot, and all where something is to happen on a click. */
function namesIn(file: BuildFile, inflated: Uint8Array | null): { names: string[]; clicks: boolean } {
  try {
    const pool = poolOf(inflated ?? file.read());
    if (pool === null) return { names: [], clicks: false };
    const names: string[] = [];
    const mayClick = pool.mayHold(ON_CLICK);
    for (let index = 0; index < pool.count; index++) {
      if (mayClick || pool.mayHoldAt(index, DOT)) names.push(pool.get(index) ?? '');
    }
    return { names, clicks: names.includes(ON_CLICK) };
  } catch (error) {
    // An entry that cannot be inflated is a gap of its own kind; a file that is no binary XML names nothing.
    if (error instanceof Error) return { names: [], clicks: false };
    throw error;
  }
}

function poolOf(bytes: Uint8Array): StringPool | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < FILE_HEADER + 8 || view.getUint16(0, true) !== XML) return null;
  const start = Math.max(FILE_HEADER, view.getUint16(2, true));
  if (start + 8 > bytes.length || view.getUint16(start, true) !== STRING_POOL) return null;
  return new StringPool(bytes, start, Math.min(view.getUint32(start + 4, true), bytes.length - start));
}
