import type { Fact } from '../../model/fact.ts';
import { configFact } from './config-fact.ts';
import { elementsOf, entriesOf, type JsonNode, scalarOf, valueAt } from './config-json.ts';
import { scopeSettings } from './mini-program.ts';

/** `<uses-permission android:name="..."/>` inside a string. */
const PERMISSION_NAME = /<uses-permission[^>]*\sandroid:name\s*=\s*["']([\w.]+)["']/;

/**
 * uni-app's manifest.json, as written (`app-plus`) or as it is packed into an app (`plus`): Android permissions, native
 * modules as `app-plus.modules.<name>`, third-party services as `app-plus.distribute.sdkConfigs.<kind>.<provider>`,
 * and the scopes of each mini-program platform.
 * Source: the DCloud documentation of manifest.json.
 */
export function uniAppManifest(root: JsonNode, file: string): Fact[] {
  const app = valueAt(root, 'app-plus') ?? valueAt(root, 'app') ?? valueAt(root, 'plus');
  const facts: Fact[] = [];
  for (const platform of ['android', 'google']) {
    for (const element of elementsOf(valueAt(app, 'distribute', platform, 'permissions'))) {
      const name = PERMISSION_NAME.exec(scalarOf(element) ?? '')?.[1];
      if (name !== undefined) facts.push(configFact('permission', name, [], file, element));
    }
  }
  // Packed manifests list the modules at the top, as `permissions`.
  const packed = valueAt(root, 'plus') === undefined ? undefined : valueAt(root, 'permissions');
  for (const { name, key } of entriesOf(valueAt(app, 'modules') ?? packed)) {
    facts.push(configFact('setting', `app-plus.modules.${name}`, [], file, key));
  }
  for (const where of ['sdkConfigs', 'plugins']) {
    for (const kind of entriesOf(valueAt(app, 'distribute', where))) {
      for (const { name, key } of entriesOf(kind.value)) {
        facts.push(configFact('setting', `app-plus.distribute.sdkConfigs.${kind.name}.${name}`, [], file, key));
      }
    }
  }
  for (const { name, value } of entriesOf(root)) {
    if (/^(?:mp|quickapp)-/.test(name)) for (const item of scopeSettings(value, file)) facts.push(item);
  }
  return facts;
}
