import type { DexFile } from '../../formats/dex/dex-file.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import type { Fact } from '../../model/fact.ts';
import type { WorkBudget } from './work-budget.ts';

/**
 * Names in string constants that a shrinker leaves: actions, keys and permissions below an SDK's own packages, and hosts
 * that it talks to. Names of classes are none, as those are also written by whoever asks whether an SDK is there.
 */
export interface NameIndex {
  /** Java package -> ids of the SDKs. */
  packages: ReadonlyMap<string, string>;
  /** Host -> id; its subdomains are meant too. */
  hosts: ReadonlyMap<string, string>;
}

const LONGEST = 160;
/** As many as are listed for each SDK; more say no more. */
const MOST = 24;
const DOT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const QUESTION = 0x3f;
const HASH = 0x23;
const SCHEMES = ['https://', 'http://'].map((text) => Buffer.from(text, 'latin1'));

/** 1 for the bytes that dotted names and hosts consist of. */
const NAME_BYTE = Uint8Array.from({ length: 256 }, (_, byte) => Number(/[\w.-]/.test(String.fromCharCode(byte))));

export function compileNameIndex(catalogue: Catalogue): NameIndex {
  const sdks = Object.entries(catalogue.sdks);
  return {
    packages: new Map(sdks.flatMap(([id, sdk]) => sdk.packages.map((name) => [name, id] as const))),
    hosts: new Map(sdks.flatMap(([id, sdk]) => sdk.domains.map((host) => [host.toLowerCase(), id] as const))),
  };
}

/** One fact `<sdk>/names` for each SDK with names among a file's strings, sorted; its arguments are those strings. */
export function findNames(file: string, dex: DexFile, index: NameIndex, budget: WorkBudget): Fact[] {
  if (index.packages.size === 0) return [];
  const found = new Map<string, Set<string>>();
  for (let string = 0; string < dex.stringCount && !budget.spent; string++) {
    const start = dex.stringStart(string);
    if (start < 0) continue;
    const from = schemeEnd(dex.bytes, start);
    const end = nameEnd(dex.bytes, from, from > start);
    if (end < 0 || !budget.spend(end - from)) continue;
    const text = dex.text(from, end);
    const id = from > start ? ownerOfHost(text, index) : (ownerOfName(text, index) ?? ownerOfHost(text, index));
    if (id === undefined) continue;
    const names = found.get(id) ?? new Set();
    if (names.size < MOST) names.add(from > start ? dex.text(start, end) : text);
    found.set(id, names);
  }
  return [...found]
    .map(([id, names]): Fact => ({ kind: 'mark', value: `${id}/names`, args: [...names].sort(), at: { file } }))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
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

/** A class name's last part: a capital with small letters behind it. */
const CLASS_PART = /^[A-Z]\w*[a-z]/;

/** The SDK in whose package a name lies; undefined for a package itself and for a class. */
function ownerOfName(name: string, { packages }: NameIndex): string | undefined {
  let end = name.lastIndexOf('.');
  if (packages.has(name) || CLASS_PART.test(name.slice(end + 1))) return undefined;
  for (; end > 0; end = name.lastIndexOf('.', end - 1)) {
    const id = packages.get(name.slice(0, end));
    if (id !== undefined) return id;
  }
  return undefined;
}

function ownerOfHost(name: string, { hosts }: NameIndex): string | undefined {
  const host = name.toLowerCase();
  for (let start = 0; start >= 0; start = host.indexOf('.', start) + 1 || -1) {
    const id = hosts.get(host.slice(start));
    if (id !== undefined) return id;
  }
  return undefined;
}
