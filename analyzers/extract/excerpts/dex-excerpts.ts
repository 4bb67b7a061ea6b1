import { ClassDataReader } from '../../formats/dex/class-data.ts';
import { CodeItem } from '../../formats/dex/code-item.ts';
import { openDexContainer } from '../../formats/dex/container.ts';
import { classDescriptor, methodSignature } from '../../formats/dex/descriptor.ts';
import { DexError } from '../../formats/dex/dex-error.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import { instructionAddresses, instructionText } from '../../formats/dex/disassembly.ts';
import type { CodeExcerpt } from '../../model/excerpt.ts';
import type { Location } from '../../model/location.ts';
import { cutLine, windowAround } from './window.ts';

/**
 * The instructions around places of one DEX file. Places without an offset, and those that the file does not have or
 * that cannot be read, are left out.
 */
export function dexExcerpts(bytes: Uint8Array, places: readonly Location[]): CodeExcerpt[] {
  const byClass = new Map<string, Location[]>();
  for (const place of places) {
    if (place.class === undefined || place.offset === undefined) continue;
    const descriptor = classDescriptor(place.class);
    byClass.set(descriptor, [...(byClass.get(descriptor) ?? []), place]);
  }
  if (byClass.size === 0) return [];
  return attempt(() => openDexContainer(bytes).files, []).flatMap((dex) => excerptsOf(dex, byClass));
}

function excerptsOf(dex: DexFile, byClass: ReadonlyMap<string, Location[]>): CodeExcerpt[] {
  const found: CodeExcerpt[] = [];
  for (let classDef = 0; classDef < dex.classCount; classDef++) {
    const places = byClass.get(attempt(() => dex.typeDescriptor(dex.classType(classDef)), ''));
    if (places === undefined) continue;
    const methods = attempt(() => codeByMethod(dex, classDef), new Map<string, number[]>());
    for (const at of places) {
      const excerpt = attempt(() => excerptAt(dex, methods.get(at.method ?? '') ?? [], at), null);
      if (excerpt !== null) found.push(excerpt);
    }
  }
  return found;
}

/** Offsets of the code of a class's methods by signature; a method and the bridge to it may share one. */
function codeByMethod(dex: DexFile, classDef: number): Map<string, number[]> {
  const methods = new Map<string, number[]>();
  const offset = dex.classDataOffset(classDef);
  if (offset === 0) return methods;
  const data = new ClassDataReader(dex.bytes);
  data.open(offset);
  data.skipFields();
  while (data.nextMethod()) {
    if (data.codeOffset === 0) continue;
    const signature = methodSignature(dex, data.index);
    methods.set(signature, [...(methods.get(signature) ?? []), data.codeOffset]);
  }
  return methods;
}

/** Of several methods with one signature the longest has the code that matters. */
function excerptAt(dex: DexFile, codeOffsets: readonly number[], at: Location): CodeExcerpt | null {
  let longest: CodeItem | null = null;
  for (const offset of codeOffsets) {
    const code = new CodeItem(dex.bytes);
    code.open(offset);
    if (longest === null || code.insnsSize > longest.insnsSize) longest = code;
  }
  if (longest === null) return null;
  const code = longest;
  const addresses = instructionAddresses(dex, code);
  const index = addresses.indexOf(at.offset ?? -1);
  if (index < 0) return null;
  const { first, last, here } = windowAround(index, addresses.length);
  const lines = addresses.slice(first, last + 1).map((address) => {
    const text = attempt(() => instructionText(dex, code, address), '?');
    return `0x${address.toString(16)}  ${cutLine(text)}`;
  });
  return { at, lines, here };
}

function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DexError) return otherwise;
    throw error;
  }
}
