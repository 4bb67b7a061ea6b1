import { elementsOf, type JsonNode, parseConfigJson, scalarOf, valueAt } from './config-json.ts';

/** Pages as paths without ending. */
export interface ListedPages {
  /** The page that an app opens with; none where it is not known. */
  first: string[];
  all: string[];
}

/** The profile of a HarmonyOS module, beside the folder of its scripts. */
const HARMONY = /resources\/base\/profile\/main_pages\.json$/;
/** Where Taro keeps its configuration: of its own since version 3, in the app's component before. */
const TARO = /(?:^|\/)app(?:\.config\.[jt]s|\.[jt]sx?)$/;
/** A list of pages in a script, and the folder that subpackages name before it. */
const PAGES = /(?:\broot\s*:\s*(['"])([\w./-]{1,200})\1\s*,\s*)?\bpages\s*:\s*\[([^\][]{0,20000})\]/g;
const NONE: ListedPages = { first: [], all: [] };

/**
 * The pages of `app.json` of a mini-program, of `pages.json` of uni-app, of the profile of a HarmonyOS module, and of
 * Taro's configuration. Source: the documentation of these configurations.
 */
export function listedPages(path: string, text: string): ListedPages {
  if (TARO.test(path)) return pagesOfTaro(path, text);
  if (!/(?:^|\/)(?:app|pages|main_pages)\.json$/.test(path)) return NONE;
  let root: JsonNode;
  try {
    root = parseConfigJson(text);
  } catch {
    // What is wrong with it is said where it is read as a configuration.
    return NONE;
  }
  if (HARMONY.test(path)) {
    const pages = elementsOf(valueAt(root, 'src')).flatMap((page) => scalarOf(page) ?? []);
    const all = pages.map((page) => path.replace(HARMONY, `ets/${page}`));
    return { first: all.slice(0, 1), all };
  }
  const pages = pathsIn(valueAt(root, 'pages'));
  const folder = folderOf(path);
  const parts = ['subPackages', 'subpackages'].flatMap((name) => elementsOf(valueAt(root, name)));
  const deeper = parts.flatMap((part) => {
    const own = scalarOf(valueAt(part, 'root')) ?? '';
    return pathsIn(valueAt(part, 'pages')).map((page) => `${own}/${page}`);
  });
  const entry = scalarOf(valueAt(root, 'entryPagePath')) ?? pages[0];
  return {
    first: entry === undefined ? [] : [joined(folder, entry)],
    all: [...pages, ...deeper].map((page) => joined(folder, page)),
  };
}

function pathsIn(list: JsonNode | undefined): string[] {
  return elementsOf(list).flatMap((page) => scalarOf(page) ?? scalarOf(valueAt(page, 'path')) ?? []);
}

function pagesOfTaro(path: string, text: string): ListedPages {
  const folder = folderOf(path);
  const lists = [...text.replace(/^[ \t]*\/\/.*$/gm, '').matchAll(PAGES)].map(([, , root = '', list = '']) =>
    [...list.matchAll(/['"`]([\w./-]{1,200})['"`]/g)].map(([, page = '']) => joined(folder, `${root}/${page}`)),
  );
  const [first = []] = lists;
  return { first: first.slice(0, 1), all: lists.flat() };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function joined(folder: string, page: string): string {
  return folder + page.replace(/\/{2,}/g, '/').replace(/^\//, '');
}
