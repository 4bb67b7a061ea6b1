import type { Fact } from '../../../model/fact.ts';
import { configFact } from './config-fact.ts';
import { elementsOf, type JsonNode, scalarOf, valueAt } from './config-json.ts';

/**
 * HarmonyOS: module.json5 as written and module.json as packed; the permissions that a module requests, by their full
 * names. Source: the OpenHarmony documentation of module.json5.
 */
export function harmonyModule(root: JsonNode, file: string): Fact[] {
  return elementsOf(valueAt(root, 'module', 'requestPermissions')).flatMap((entry) => {
    const node = valueAt(entry, 'name');
    const name = scalarOf(node);
    return name === undefined || node === undefined ? [] : [configFact('permission', name, [], file, node)];
  });
}
