/** A mapping of import names: `prefix`, anything, `suffix` -> folders or files. */
export interface Alias {
  /** Folder in which it holds, with its slash. */
  within: string;
  prefix: string;
  /** Null where only the whole name fits. */
  suffix: string | null;
  /** Paths, in which `*` stands for what the name has between prefix and suffix. */
  targets: string[];
}

/** Paths that one alias can stand for; real ones have a few. */
const MAX_TARGETS = 32;

/** Aliases of one folder by prefix, and of one prefix by suffix. */
interface Scope {
  within: string;
  /** Lengths of prefixes, the longest first. */
  lengths: number[];
  prefixes: Map<string, Prefix>;
}

interface Prefix {
  suffixLengths: Set<number>;
  /** By suffix; the key of names without `*` is null. */
  suffixes: Map<string | null, { alias: Alias; order: number }[]>;
}

/** @returns the paths that a name stands for in a folder, the likeliest first: the innermost folder and the longest prefix decide */
export type AliasLookup = (name: string, folder: string) => Iterable<string>;

/** Finds aliases by their parts, as configurations may have tens of thousands. */
export function compileAliases(aliases: readonly Alias[]): AliasLookup {
  const scopes = new Map<string, Scope>();
  for (const [order, alias] of aliases.entries()) {
    const scope = scopes.get(alias.within) ?? { within: alias.within, lengths: [], prefixes: new Map() };
    scopes.set(alias.within, scope);
    const prefix = scope.prefixes.get(alias.prefix) ?? { suffixLengths: new Set(), suffixes: new Map() };
    scope.prefixes.set(alias.prefix, prefix);
    if (alias.suffix !== null) prefix.suffixLengths.add(alias.suffix.length);
    const found = prefix.suffixes.get(alias.suffix);
    if (found === undefined) prefix.suffixes.set(alias.suffix, [{ alias, order }]);
    else found.push({ alias, order });
  }
  const innermostFirst = [...scopes.values()].sort((a, b) => b.within.length - a.within.length);
  for (const scope of innermostFirst) {
    scope.lengths = [...new Set([...scope.prefixes.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  }
  const ofFolder = new Map<string, Scope[]>();
  return function* (name, folder) {
    const around = ofFolder.get(folder) ?? innermostFirst.filter(({ within }) => folder.startsWith(within));
    ofFolder.set(folder, around);
    for (const scope of around) {
      for (const length of scope.lengths) {
        if (length > name.length) continue;
        const prefix = scope.prefixes.get(name.slice(0, length));
        if (prefix === undefined) continue;
        for (const { alias } of fitting(prefix, name, length)) yield* pathsOf(alias, name);
      }
    }
  };
}

/** Aliases of a prefix that a name fits, in the order of the configurations. */
function fitting({ suffixLengths, suffixes }: Prefix, name: string, length: number): { alias: Alias; order: number }[] {
  const found = name.length === length ? [...(suffixes.get(null) ?? [])] : [];
  for (const size of suffixLengths) {
    if (length + size > name.length) continue;
    for (const entry of suffixes.get(name.slice(name.length - size)) ?? []) found.push(entry);
  }
  return found.sort((a, b) => a.order - b.order);
}

function* pathsOf({ prefix, suffix, targets }: Alias, name: string): Generator<string> {
  const rest = suffix === null ? '' : name.slice(prefix.length, name.length - suffix.length);
  for (const target of targets.slice(0, MAX_TARGETS)) yield target.replace('*', () => rest);
}
