import type * as t from '@babel/types';
import type { Fact } from '../../../model/fact.ts';
import { bindScript } from '../binding/bind.ts';
import { type Dialect, parseScript } from '../syntax/parse.ts';
import { configFact } from './config-fact.ts';
import { elementsOf, entriesOf, type JsonNode, parseConfigJson, scalarOf, valueAt } from './config-json.ts';

/** capacitor.plugins.json, which `cap sync` writes into the app: a list of `{ "pkg": "<package>", "classpath": ... }`. */
export function capacitorPlugins(root: JsonNode, file: string): Fact[] {
  return elementsOf(root).flatMap((plugin) => {
    const node = valueAt(plugin, 'pkg');
    const name = scalarOf(node);
    return name === undefined || node === undefined ? [] : [configFact('module', name, [], file, node)];
  });
}

/**
 * capacitor.config.json, .ts or .js: packages in `includePlugins` as `module` facts, configured plugins as
 * `capacitor.plugins.<name>` settings.
 */
export function capacitorConfig(text: string, file: string): Fact[] {
  const facts: Fact[] = [];
  const roots = file.endsWith('.json')
    ? [parseConfigJson(text)]
    : objectsOf(text, file.endsWith('.ts') ? 'typescript' : 'flow');
  for (const root of roots) {
    for (const node of elementsOf(valueAt(root, 'includePlugins'))) {
      const name = scalarOf(node);
      if (name !== undefined) facts.push(configFact('module', name, [], file, node));
    }
    for (const { name, key } of entriesOf(valueAt(root, 'plugins'))) {
      facts.push(configFact('setting', `capacitor.plugins.${name}`, [], file, key));
    }
  }
  return facts;
}

/** Object literals with an `appId`, which every configuration of Capacitor has. */
function objectsOf(text: string, dialect: Dialect): t.Node[] {
  const { program } = parseScript({ text, line: 1, column: 0, language: 'js' }, [dialect]);
  const { nodes } = bindScript(program, new Set());
  return nodes.filter((node) => valueAt(node, 'appId') !== undefined);
}
