import type { Build, BuildFile } from '../../../model/build.ts';
import { MAX_CONFIG_BYTES } from '../app-files/config-json.ts';

/** Script files of a build: those that are read, and those of a source folder that belong to no app. */
export interface ScriptFiles {
  read: BuildFile[];
  /** Tests, stories, the configuration of tools, and copies that tools make. */
  tooling: BuildFile[];
  /** Functions of a cloud that belongs to a mini-program, which run on a server. */
  server: BuildFile[];
  /** Installed dependencies, which package.json names. */
  installed: BuildFile[];
}

/** What a bundler or a compiler of scripts writes, wherever it lies. */
const BUNDLE = /\.(?:bundle|jsbundle|hbc)$/i;
/** Script in the assets of an archive; an app bundle has a module's folder above them. */
const PACKED = /^(?:[^/]+\/)?(?:assets|res\/raw)\/.*\.(?:js|mjs|cjs|jsc|html?)$/i;
const SOURCE =
  /\.(?:js|jsx|mjs|cjs|ts|tsx|mts|cts|vue|nvue|uvue|wpy|mpx|ux|uts|ets|html?|wxml|axml|swan|ttml|qml|ksml|jxml|tyml|xhsml|hxml)$/i;
const TYPES_ONLY = /\.d\.[mc]?ts$/i;

const INSTALLED = /(?:^|\/)(?:node_modules|bower_components|oh_modules)\//;
/** Where Cordova, Capacitor and uni-app put copies of what is built from the sources. */
const COPY =
  /(?:^|\/)(?:platforms\/(?:android|ios|browser|electron)\/(?:.*\/)?www|android\/app\/src\/main\/assets\/public|ios\/App\/(?:App\/)?public|unpackage|\.hbuilderx|\.expo|\.preview)\//;
/** Where projects of WeChat's cloud development and of uniCloud keep what runs on the server. */
const SERVER = /(?:^|\/)(?:cloudfunctions\/[^/]+|uniCloud(?:-(?:aliyun|alipay|tcb|tencent))?)\//;
const TEST_FOLDER = /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|__snapshots__|e2e|cypress|\.storybook|\.git)\//;
const TEST_FILE = /[.-](?:test|spec|stories|story|e2e)\.[^./]+$/i;
/** Below the folder of a package.json; deeper down an app may have pages of these names. */
const TOOLING_AT_ROOT =
  /^(?:(?:test|tests|spec|specs|stories|coverage)\/|(?:\.[^/]*|[^/]*\.(?:config|conf|setup)|jest[.-][^/]*|webpack\.[^/]*|gulpfile|gruntfile)\.[mc]?[jt]s$)/i;

/** The files of a build that hold script, in the order of the build. */
export function scriptFiles(build: Build): BuildFile[] {
  return sortScriptFiles(build).read;
}

/** From this size on, a script is taken for a bundle that needs no other file. */
const ALONE_FROM_BYTES = 768 * 1024;
/** Bytes of scripts that are held as syntax trees at once; measured, these take up to forty times as much. */
const MAX_GROUP_BYTES = 24 * 1024 * 1024;
const MAX_MAP_BYTES = 128 * 1024 * 1024;
/** What tells how imports between files are resolved, and with which page an app opens. */
const RESOLUTION = /(?:^|\/)(?:package|pages|app|main_pages|[jt]sconfig(?:\.[\w-]+)?)\.json$/;

/** Bytes of all of them, which every group is given. */
const MAX_RESOLUTION_BYTES = 24 * 1024 * 1024;

/** Configuration files by which imports are resolved, and those of them that are too large, alone or together. */
export function resolutionFiles(build: Build): { used: BuildFile[]; leftOut: BuildFile[] } {
  const used: BuildFile[] = [];
  const leftOut: BuildFile[] = [];
  let size = 0;
  for (const file of build.files) {
    if (!RESOLUTION.test(file.path) || INSTALLED.test(file.path)) continue;
    const fits = file.size <= MAX_CONFIG_BYTES && size + file.size <= MAX_RESOLUTION_BYTES;
    if (fits) size += file.size;
    (fits ? used : leftOut).push(file);
  }
  return { used, leftOut };
}

/**
 * The script files of a build in groups that are read together, because they can see each other; configuration files
 * that tell how imports are resolved stand beside them. Bundles are groups of their own.
 */
export function scriptGroups(build: Build): BuildFile[][] {
  const files = scriptFiles(build);
  const maps = new Map(build.files.filter(({ path }) => path.endsWith('.map')).map((file) => [file.path, file]));
  const withMap = (file: BuildFile): BuildFile[] => {
    const map = maps.get(`${file.path}.map`);
    return map === undefined || map.size > MAX_MAP_BYTES ? [file] : [file, map];
  };
  const isBundle = ({ path, size }: BuildFile) => BUNDLE.test(path) || size >= ALONE_FROM_BYTES;
  const together = files.filter((file) => !isBundle(file));
  const groups = files.filter(isBundle).map(withMap);
  if (together.every(isPlainPage)) return groups;
  const configurations = resolutionFiles(build).used;
  return [...portions(together).map((files) => [...files.flatMap(withMap), ...configurations]), ...groups];
}

/** A page of text alone, as licences and help are: what could run in it would have to stand in it. */
function isPlainPage(file: BuildFile): boolean {
  if (!/\.html?$/i.test(file.path)) return false;
  try {
    const bytes = Buffer.from(file.read());
    // Of an encoding of two bytes a letter, nothing is found this way.
    return !bytes.includes(0) && !RUNS.test(bytes.toString('latin1'));
  } catch {
    return false;
  }
}

/** Scripts, handlers of events, addresses that run, and whatever brings another page in. */
const RUNS = /<(?:script|i?frame|object|embed)|[\s"'/]on[a-z]+\s*=|javascript:/i;

/** Very large trees are read in portions of neighbours, so that their syntax trees fit into memory. */
function portions(files: readonly BuildFile[]): BuildFile[][] {
  const result: BuildFile[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const file of files) {
    if (size + file.size > MAX_GROUP_BYTES) {
      result.push([]);
      size = 0;
    }
    result.at(-1)?.push(file);
    size += file.size;
  }
  return result;
}

export function sortScriptFiles(build: Build): ScriptFiles {
  const result: ScriptFiles = { read: [], tooling: [], server: [], installed: [] };
  if (build.kind === 'js-bundle' || build.kind === 'hermes') return { ...result, read: build.files };
  if (build.kind !== 'folder') {
    const isScript = ({ path }: BuildFile) => BUNDLE.test(path) || PACKED.test(path.slice(path.lastIndexOf('!') + 1));
    return { ...result, read: build.files.filter(isScript) };
  }
  const packages = new Set(
    build.files.filter(({ path }) => /(?:^|\/)package\.json$/.test(path)).map(({ path }) => path.slice(0, -12)),
  );
  const packageRootOf = compilePackageRoots(packages);
  const isBelowScripts = (path: string): boolean => path.startsWith('scripts/', packageRootOf(path).length);
  const below = build.files.filter(({ path }) => isBelowScripts(path)).map(({ path }) => packageRootOf(path));
  const ofPages = foldersLoading(build, new Set(below.filter((root) => packages.has(root))));
  for (const file of build.files) {
    const { path } = file;
    if ((!SOURCE.test(path) && !BUNDLE.test(path)) || TYPES_ONLY.test(path)) continue;
    if (INSTALLED.test(path)) result.installed.push(file);
    else if (SERVER.test(path)) result.server.push(file);
    else if (COPY.test(path) || TEST_FOLDER.test(path) || TEST_FILE.test(path)) result.tooling.push(file);
    else {
      const root = packageRootOf(path);
      const inner = path.slice(root.length);
      const isOfPackage = isBelowScripts(path) && packages.has(root) && !ofPages.has(root);
      (isOfPackage || TOOLING_AT_ROOT.test(inner) ? result.tooling : result.read).push(file);
    }
  }
  return result;
}

/** Most bytes of a page that is looked into for the scripts that it loads. */
const MAX_PAGE_BYTES = 1024 * 1024;

/**
 * Of the folders those with a page that loads scripts of the folder `scripts` beside it: there they are the app's, where
 * a package keeps those that build it.
 */
function foldersLoading(build: Build, folders: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of folders.size === 0 ? [] : build.files) {
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    if (!folders.has(folder) || found.has(folder) || !/\.html?$/i.test(file.path) || file.size > MAX_PAGE_BYTES)
      continue;
    if (loadsScripts(file)) found.add(folder);
  }
  return found;
}

function loadsScripts(page: BuildFile): boolean {
  try {
    return /src=["']?(?:\.?\/)?scripts\//i.test(Buffer.from(page.read()).toString('latin1'));
  } catch {
    // What is wrong with the page is said where it is read.
    return false;
  }
}

/** Of a path the innermost folder above it that has a package.json, with its slash; the top otherwise. */
function compilePackageRoots(roots: ReadonlySet<string>): (path: string) => string {
  const known = new Map<string, string>([['', '']]);
  return (path) => {
    const unknown: string[] = [];
    let folder = path.slice(0, path.lastIndexOf('/') + 1);
    let root = known.get(folder);
    while (root === undefined) {
      unknown.push(folder);
      if (roots.has(folder)) root = folder;
      else {
        // An archive may name a file from the root; its folder is above all others.
        folder = folder.length < 2 ? '' : folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
        root = known.get(folder);
      }
    }
    for (const below of unknown) known.set(below, root);
    return root;
  };
}
