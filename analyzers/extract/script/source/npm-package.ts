import type { Fact } from '../../../model/fact.ts';
import { configFact } from '../app-files/config-fact.ts';
import { entriesOf, type JsonNode, scalarOf, valueAt } from '../app-files/config-json.ts';

/** Cordova keeps an app's plugins among the development dependencies. */
const PLUGIN = /cordova|phonegap/i;

/** package.json: what the app depends on as `module` facts with the version range. */
export function npmPackage(root: JsonNode, file: string): Fact[] {
  const lists = [
    ...entriesOf(valueAt(root, 'dependencies')),
    ...entriesOf(valueAt(root, 'optionalDependencies')),
    ...entriesOf(valueAt(root, 'devDependencies')).filter(({ name }) => PLUGIN.test(name)),
  ];
  const known = new Set(lists.map(({ name }) => name));
  const plugins = entriesOf(valueAt(root, 'cordova', 'plugins')).filter(({ name }) => !known.has(name));
  return [...lists, ...plugins].map(({ name, key, value }) => {
    const range = scalarOf(value);
    return configFact('module', name, range === undefined ? [] : [range], file, key);
  });
}
