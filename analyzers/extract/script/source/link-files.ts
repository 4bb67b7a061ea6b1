import { elementsOf, entriesOf, type JsonNode, parseConfigJson, scalarOf, valueAt } from '../app-files/config-json.ts';
import { type Alias, compileAliases } from './import-aliases.ts';
import { compileKnownFiles, type FindFiles } from './known-files.ts';
import type { LinkFiles } from './script-program.ts';

/** Folders above a file in which names are looked for; sources lie less deep. */
const MAX_LEVELS = 64;
/** Packages of one name, and base folders above one file, that are looked into. */
const MAX_PLACES = 64;

/**
 * Resolves imports between files as bundlers do: relative paths, paths from the top of a mini-program, `paths` and
 * `baseUrl` of tsconfig.json and jsconfig.json, names of workspace packages, and the usual aliases of source folders
 * (`@/`, `~/`, `@components/`), which hold where such a file exists.
 * @param files paths of the scripts
 * @param configurations path -> text of package.json, tsconfig.json and jsconfig.json files
 */
export function compileFileLinks(files: readonly string[], configurations: ReadonlyMap<string, string>): LinkFiles {
  const aliases: Alias[] = [];
  const bases = new Set<string>();
  const packages: WorkspacePackage[] = [];
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
  const find = compileKnownFiles(files);
  const aliased = compileAliases(aliases);
  const packagesOf = compilePackages(packages);
  const cache = new Map<string, readonly string[]>();

  const resolve = (specifier: string, from: string): readonly string[] => {
    // A `#` at the beginning is part of an alias.
    const bare = specifier.split(/\?|(?<!^)#/, 1)[0] ?? specifier;
    if (bare.startsWith('.')) return find(joinPath(folderOf(from), bare));
    const compiled = compiledPath(bare);
    if (compiled !== null) return fromFolders(compiled, from, find);
    if (bare.startsWith('/')) return fromFolders(bare.slice(1), from, find);
    for (const path of aliased(bare, folderOf(from))) {
      const found = find(path);
      if (found.length > 0) return found;
    }
    for (const { name, folder, entries } of packagesOf(bare)) {
      const inside = bare.slice(name.length + 1);
      const paths = inside === '' ? entries : [inside, `src/${inside}`];
      for (const path of paths) {
        const found = find(joinPath(folder, path));
        if (found.length > 0) return found;
      }
    }
    if (installed.has(bare.split('/', bare.startsWith('@') ? 2 : 1).join('/'))) return [];
    let places = 0;
    for (const base of bases) {
      if (!from.startsWith(base)) continue;
      const found = find(joinPath(base, bare));
      if (found.length > 0) return found;
      if (++places === MAX_PLACES) break;
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

/**
 * The path that an import of compiled ArkTS means: `@normalized:N&&&entry/src/main/ets/utils/Log&`,
 * `@bundle:com.example.app/entry/ets/utils/Log`. Source: the OpenHarmony documentation of ohmUrl.
 */
function compiledPath(specifier: string): string | null {
  const normalized = /^@normalized:[YN]&[^&]*&[^&]*&([^&]+)&/.exec(specifier)?.[1];
  if (normalized !== undefined) return normalized;
  const [, module, path] = /^@bundle:[^/]+\/([^/]+)\/ets\/(.+)$/.exec(specifier) ?? [];
  return path === undefined ? null : `${module}/src/main/ets/${path}`;
}

interface WorkspacePackage {
  name: string;
  /** With its slash. */
  folder: string;
  /** Files that its name alone can mean, the likeliest first. */
  entries: string[];
}

/** Packages that an import names, alone or with a path inside them, in the order of the configurations. */
function compilePackages(packages: readonly WorkspacePackage[]): (specifier: string) => WorkspacePackage[] {
  const byName = new Map<string, number[]>();
  for (const [i, { name }] of packages.entries()) {
    const places = byName.get(name);
    if (places === undefined) byName.set(name, [i]);
    else if (places.length < MAX_PLACES) places.push(i);
  }
  return (specifier) => {
    const places = [...(byName.get(specifier) ?? [])];
    for (let slash = specifier.indexOf('/'); slash >= 0; slash = specifier.indexOf('/', slash + 1)) {
      for (const place of byName.get(specifier.slice(0, slash)) ?? []) places.push(place);
    }
    return places.sort((a, b) => a - b).flatMap((place) => packages[place] ?? []);
  };
}

function readCompilerOptions(
  options: JsonNode | undefined,
  folder: string,
  aliases: Alias[],
  bases: Set<string>,
): void {
  const base = joinPath(folder, scalarOf(valueAt(options, 'baseUrl')) ?? '.');
  if (valueAt(options, 'baseUrl') !== undefined) bases.add(base === '' ? '' : `${base}/`);
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
function fromFolders(path: string, from: string, find: FindFiles): readonly string[] {
  let folder = folderOf(from);
  for (let level = 0; level < MAX_LEVELS; level++) {
    for (const candidate of [`${folder}src/${path}`, `${folder}app/${path}`, `${folder}${path}`]) {
      const found = find(candidate);
      if (found.length > 0) return found;
    }
    if (folder === '') return [];
    folder = folderOf(folder.slice(0, -1));
  }
  return [];
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
