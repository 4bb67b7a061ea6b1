import { elementsOf, entriesOf, type JsonNode, parseConfigJson, scalarOf, valueAt } from './config-json.ts';
import type { LinkFiles } from './script-program.ts';

/** Endings that an import leaves out, the likeliest first. */
const ENDINGS = [
  ...['', '.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.vue', '.nvue', '.uvue', '.uts', '.ets'],
  ...['/index.ts', '/index.tsx', '/index.js', '/index.jsx', '/index.mjs', '/index.vue', '/index.ets', '/Index.ets'],
];
/** Variants of a file for one platform each; what a build takes of them is not known here. */
const PLATFORMS = ['native', 'android', 'ios', 'web', 'app', 'weapp', 'h5'];
const PLATFORM_ENDINGS = ['.ts', '.tsx', '.js', '.jsx'];

/** A mapping of import names: `prefix`, anything, `suffix` -> folders or files. */
interface Alias {
  /** Folder in which it holds, with its slash. */
  within: string;
  prefix: string;
  /** Null where only the whole name fits. */
  suffix: string | null;
  targets: string[];
}

/**
 * Resolves imports between files as bundlers do: relative paths, paths from the top of a mini-program, `paths` and
 * `baseUrl` of tsconfig.json and jsconfig.json, names of workspace packages, and the usual aliases of source folders
 * (`@/`, `~/`, `@components/`), which hold where such a file exists.
 * @param files paths of the scripts
 * @param configurations path -> text of package.json, tsconfig.json and jsconfig.json files
 */
export function compileFileLinks(files: readonly string[], configurations: ReadonlyMap<string, string>): LinkFiles {
  const known = new Set(files);
  const aliases: Alias[] = [];
  const bases: string[] = [];
  const packages: { name: string; folder: string; entries: string[] }[] = [];
  const installed = new Set<string>();
  for (const [path, text] of configurations) {
    const root = parsed(text);
    if (root === undefined) continue;
    const folder = folderOf(path);
    if (/(?:^|\/)package\.json$/.test(path)) {
      const name = scalarOf(valueAt(root, 'name'));
      const entries = ['source', 'react-native', 'module', 'main', 'types'].flatMap(
        (key) => scalarOf(valueAt(root, key)) ?? [],
      );
      if (name !== undefined) packages.push({ name, folder, entries: [...entries, 'src/index', 'index'] });
      for (const list of ['dependencies', 'devDependencies', 'peerDependencies']) {
        for (const entry of entriesOf(valueAt(root, list))) installed.add(entry.name);
      }
    } else readCompilerOptions(valueAt(root, 'compilerOptions'), folder, aliases, bases);
  }
  // The innermost configuration and the longest name decide.
  aliases.sort((a, b) => b.within.length - a.within.length || b.prefix.length - a.prefix.length);
  const find = (path: string): string[] => existing(path, known);
  const cache = new Map<string, readonly string[]>();

  const resolve = (specifier: string, from: string): readonly string[] => {
    // A `#` at the beginning is part of an alias.
    const bare = specifier.split(/\?|(?<!^)#/, 1)[0] ?? specifier;
    if (bare.startsWith('.')) return find(joinPath(folderOf(from), bare));
    if (bare.startsWith('/')) return fromFolders(bare.slice(1), from, find);
    for (const { within, prefix, suffix, targets } of aliases) {
      if (!from.startsWith(within) || !bare.startsWith(prefix)) continue;
      if (suffix === null ? bare !== prefix : !bare.endsWith(suffix) || bare.length < prefix.length + suffix.length)
        continue;
      const rest = suffix === null ? '' : bare.slice(prefix.length, bare.length - suffix.length);
      for (const target of targets) {
        const found = find(target.replace('*', rest));
        if (found.length > 0) return found;
      }
    }
    for (const { name, folder, entries } of packages) {
      if (bare !== name && !bare.startsWith(`${name}/`)) continue;
      const inside = bare.slice(name.length + 1);
      const paths = inside === '' ? entries : [inside, `src/${inside}`];
      for (const path of paths) {
        const found = find(joinPath(folder, path));
        if (found.length > 0) return found;
      }
    }
    if (installed.has(bare.split('/', bare.startsWith('@') ? 2 : 1).join('/'))) return [];
    for (const base of bases) {
      const found = from.startsWith(base) ? find(joinPath(base, bare)) : [];
      if (found.length > 0) return found;
    }
    const own = /^[@~#]\/?(.+)$/.exec(bare)?.[1];
    if (own !== undefined) return fromFolders(own, from, find);
    return bare.includes('/') ? fromFolders(bare, from, find) : [];
  };
  return (specifier, from) => {
    const key = `${folderOf(from)}\n${specifier}`;
    const done = cache.get(key) ?? resolve(specifier, from);
    cache.set(key, done);
    return done;
  };
}

function readCompilerOptions(options: JsonNode | undefined, folder: string, aliases: Alias[], bases: string[]): void {
  const base = joinPath(folder, scalarOf(valueAt(options, 'baseUrl')) ?? '.');
  if (valueAt(options, 'baseUrl') !== undefined) bases.push(base === '' ? '' : `${base}/`);
  for (const { name, value } of entriesOf(valueAt(options, 'paths'))) {
    const star = name.indexOf('*');
    aliases.push({
      within: folder,
      prefix: star < 0 ? name : name.slice(0, star),
      suffix: star < 0 ? null : name.slice(star + 1),
      targets: elementsOf(value).flatMap((target) => {
        const path = scalarOf(target);
        return path === undefined ? [] : [joinPath(base === '' ? '' : `${base}/`, path)];
      }),
    });
  }
}

/** Looks in each folder above a file, and in its `src`, for a path. */
function fromFolders(path: string, from: string, find: (path: string) => string[]): readonly string[] {
  for (let folder = folderOf(from); ; folder = folderOf(folder.slice(0, -1))) {
    for (const candidate of [`${folder}src/${path}`, `${folder}app/${path}`, `${folder}${path}`]) {
      const found = find(candidate);
      if (found.length > 0) return found;
    }
    if (folder === '') return [];
  }
}

function existing(path: string, known: ReadonlySet<string>): string[] {
  // TypeScript's ES modules import `./a.js` for a.ts.
  const stems = /\.[mc]?js$/.test(path)
    ? [path, path.replace(/\.([mc]?)js$/, '.$1ts'), path.replace(/\.js$/, '.tsx')]
    : [path];
  for (const stem of stems) {
    for (const ending of ENDINGS) {
      const file = stem === '' ? ending.replace(/^\//, '') : stem + ending;
      if (known.has(file)) return [file];
    }
  }
  return PLATFORMS.flatMap((platform) => PLATFORM_ENDINGS.map((ending) => `${path}.${platform}${ending}`)).filter(
    (file) => known.has(file),
  );
}

/** With its slash; empty for the top. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function joinPath(folder: string, path: string): string {
  const parts = folder.split('/').filter((part) => part !== '');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function parsed(text: string): JsonNode | undefined {
  try {
    return parseConfigJson(text);
  } catch {
    // What is wrong with it is said where it is read as a configuration.
    return undefined;
  }
}
