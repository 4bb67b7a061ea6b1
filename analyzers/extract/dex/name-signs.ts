import type { DexFile } from '../../formats/dex/dex-file.ts';
import type { Fact } from '../../model/fact.ts';
import type { WorkBudget } from '../../model/work-budget.ts';
import { FoundNames, type NameIndex, ownerOfHost, ownerOfName } from '../sdk-names/name-index.ts';

const LONGEST = 160;
const DOT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const QUESTION = 0x3f;
const HASH = 0x23;
const SMALL_H = 0x68;
const SCHEMES = ['https://', 'http://'].map((text) => Buffer.from(text, 'latin1'));

/** 1 for the bytes that dotted names and hosts consist of. */
const NAME_BYTE = Uint8Array.from({ length: 256 }, (_, byte) => Number(/[\w.-]/.test(String.fromCharCode(byte))));

/** One fact `<sdk>/names` for each SDK with names among a file's strings, sorted; its arguments are those strings. */
export function findNames(file: string, dex: DexFile, index: NameIndex, budget: WorkBudget): Fact[] {
  if (index.packages.size === 0) return [];
  const found = new FoundNames();
  const { bytes, stringStarts } = dex;
  const { trie, prefixes, owners } = index.strings;
  const listed = trie.findAll(bytes, stringStarts, prefixes);
  let next = 0;
  for (let string = 0; string < stringStarts.length && !budget.spent; string++) {
    const start = stringStarts[string] as number;
    if (start < 0) continue;
    if (listed[next] === string) {
      const end = stringEnd(bytes, start);
      if (budget.spend(end - start)) found.add(owners[listed[next + 1] as number] as string, dex.text(start, end));
      next += 2;
      continue;
    }
    const from = bytes[start] === SMALL_H ? schemeEnd(bytes, start) : start;
    if (NAME_BYTE[bytes[from] ?? 0] !== 1) continue;
    const end = nameEnd(bytes, from, from > start);
    if (end < 0 || !budget.spend(end - from)) continue;
    const text = dex.text(from, end);
    const id = from > start ? ownerOfHost(text, index) : (ownerOfName(text, index) ?? ownerOfHost(text, index));
    if (id !== undefined) found.add(id, from > start ? dex.text(start, end) : text);
  }
  return found.facts({ file });
}

/** Offset of the end of a string, or of as much of it as is shown; never within a character. */
function stringEnd(bytes: Uint8Array, start: number): number {
  const limit = Math.min(bytes.length, start + LONGEST);
  let at = start;
  while (at < limit && bytes[at] !== 0) at++;
  while (at > start && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}

/** Offset behind `http://` or `https://`, the offset itself where neither stands there. */
function schemeEnd(bytes: Uint8Array, start: number): number {
  for (const scheme of SCHEMES) {
    let at = 0;
    while (at < scheme.length && bytes[start + at] === scheme[at]) at++;
    if (at === scheme.length) return start + at;
  }
  return start;
}

/** Offset of the end of a name with a dot in it that fills the string (of a URL: up to port or path), -1 for none. */
function nameEnd(bytes: Uint8Array, start: number, isUrl: boolean): number {
  let dots = 0;
  const limit = Math.min(bytes.length, start + LONGEST);
  for (let at = start; at < limit; at++) {
    const byte = bytes[at] as number;
    if (byte === DOT) dots++;
    if (NAME_BYTE[byte] === 1) continue;
    const ends = byte === 0 || (isUrl && (byte === SLASH || byte === COLON || byte === QUESTION || byte === HASH));
    return ends && dots > 0 && at > start ? at : -1;
  }
  return -1;
}
