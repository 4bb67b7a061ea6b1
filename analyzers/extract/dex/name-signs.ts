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

const DOTTED = 2;
/** 1 for the bytes that dotted names and hosts consist of, 2 for the dot itself. */
const NAME_BYTE = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === DOT ? DOTTED : Number(/[\w-]/.test(String.fromCharCode(byte))),
);

/** One fact `<sdk>/names` for each SDK with names among a file's strings, sorted; its arguments are those strings. */
export function findNames(file: string, dex: DexFile, index: NameIndex, budget: WorkBudget): Fact[] {
  if (index.packages.size === 0 || budget.spent) return [];
  const found = new FoundNames();
  const { bytes, stringStarts } = dex;
  const { trie, prefixes, owners } = index.strings;
  const listed = trie.findAll(bytes, stringStarts, prefixes);
  // Asked for once: there are many strings.
  const { length } = bytes;
  const count = stringStarts.length;
  let next = 0;
  for (let string = 0; string < count; string++) {
    const start = stringStarts[string] as number;
    if (start < 0) continue;
    if (listed[next] === string) {
      const end = stringEnd(bytes, start);
      if (!budget.spend(end - start)) break;
      found.add(owners[listed[next + 1] as number] as string, dex.text(start, end));
      next += 2;
      continue;
    }
    const from = bytes[start] === SMALL_H ? schemeEnd(bytes, start) : start;
    // Nothing is called for most strings, since there are many.
    const limit = Math.min(length, from + LONGEST);
    let end = from;
    let seen = 0;
    let kind = 1;
    for (; end < limit; end++) {
      kind = NAME_BYTE[bytes[end] as number] as number;
      if (kind === 0) break;
      seen |= kind;
    }
    if (kind !== 0 || end === from || (seen & DOTTED) === 0) continue;
    if (bytes[end] !== 0 && !(from > start && endsHost(bytes[end] as number))) continue;
    if (!budget.spend(end - from)) break;
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

/** Whether a byte stands behind the host of a URL: before the port, the path or what follows it. */
function endsHost(byte: number): boolean {
  return byte === SLASH || byte === COLON || byte === QUESTION || byte === HASH;
}
