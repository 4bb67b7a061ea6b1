import { elementsOf, type JsonNode, parseConfigJson, scalarOf, valueAt } from './config-json.ts';

/** The profile of a HarmonyOS module, beside the folder of its scripts. */
const HARMONY = /resources\/base\/profile\/main_pages\.json$/;

/**
 * The page that an app opens with, as its path without ending: the first in `app.json` of a mini-program or in
 * `pages.json` of uni-app, or in the profile of a HarmonyOS module. Source: the documentation of these configurations.
 */
export function firstPage(path: string, text: string): string[] {
  if (!/(?:^|\/)(?:app|pages|main_pages)\.json$/.test(path)) return [];
  let root: JsonNode;
  try {
    root = parseConfigJson(text);
  } catch {
    // What is wrong with it is said where it is read as a configuration.
    return [];
  }
  const [first] = elementsOf(valueAt(root, 'pages'));
  if (HARMONY.test(path)) {
    const page = scalarOf(elementsOf(valueAt(root, 'src'))[0]);
    return page === undefined ? [] : [path.replace(HARMONY, `ets/${page}`)];
  }
  const page = scalarOf(valueAt(root, 'entryPagePath')) ?? scalarOf(first) ?? scalarOf(valueAt(first, 'path'));
  if (page === undefined) return [];
  return [path.slice(0, path.lastIndexOf('/') + 1) + page.replace(/^\//, '')];
}
