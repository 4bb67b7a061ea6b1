import type { Fact } from '../../../model/fact.ts';
import { configFact } from './config-fact.ts';
import { elementsOf, entriesOf, type JsonEntry, type JsonNode, scalarOf, valueAt } from './config-json.ts';
import { scopeSettings } from './mini-program.ts';

/** `<uses-permission android:name="..."/>` inside a string. */
const PERMISSION_NAME = /<uses-permission[^>]*\sandroid:name\s*=\s*["']([\w.]+)["']/;

/** The module without which services of a kind are not packed, whatever is configured for them. */
const MODULE_OF_KIND: Readonly<Record<string, string>> = {
  maps: 'Maps',
  oauth: 'OAuth',
  payment: 'Payment',
  push: 'Push',
  share: 'Share',
  speech: 'Speech',
  statics: 'Statistic',
};

/**
 * uni-app's manifest.json, as written (`app-plus`) or as it is packed into an app (`plus`): Android permissions, native
 * modules as `app-plus.modules.<name>`, third-party services as `app-plus.distribute.sdkConfigs.<kind>.<provider>`,
 * native plug-ins (`module`), maps of web pages as `h5.sdkConfigs.<kind>.<provider>`, the framework's own statistics as
 * `uniStatistics`, and the scopes of each mini-program platform.
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
  const isPacked = valueAt(root, 'plus') !== undefined;
  const modules = entriesOf(valueAt(app, 'modules') ?? (isPacked ? valueAt(root, 'permissions') : undefined));
  for (const { name, key } of modules) facts.push(configFact('setting', `app-plus.modules.${name}`, [], file, key));
  for (const { kind, name, key } of servicesOf(app, modules, isPacked)) {
    facts.push(configFact('setting', `app-plus.distribute.sdkConfigs.${kind}.${name}`, [], file, key));
  }
  for (const { name, key } of entriesOf(valueAt(app, 'nativePlugins'))) {
    facts.push(configFact('module', name, [], file, key));
  }
  for (const item of [...webMaps(root, file), ...ownStatistics(root, file)]) facts.push(item);
  for (const { name, value } of entriesOf(root)) {
    if (/^(?:mp|quickapp)-/.test(name)) for (const item of scopeSettings(value, file)) facts.push(item);
  }
  return facts;
}

/** Configured services; but not those whose module is left out, and in a packed Android app not those of iOS alone. */
function servicesOf(
  app: JsonNode | undefined,
  modules: readonly JsonEntry[],
  isPacked: boolean,
): { kind: string; name: string; key: JsonNode }[] {
  const listed = new Set(modules.map(({ name }) => name));
  const kinds = ['sdkConfigs', 'plugins'].flatMap((where) => entriesOf(valueAt(app, 'distribute', where)));
  return kinds.flatMap(({ name: kind, value: services }) => {
    const module = Object.hasOwn(MODULE_OF_KIND, kind) ? MODULE_OF_KIND[kind] : undefined;
    if (module !== undefined && listed.size > 0 && !listed.has(module)) return [];
    return entriesOf(services)
      .filter(({ value }) => !isPacked || !isForAppleAlone(value))
      .map(({ name, key }) => ({ kind, name, key }));
  });
}

function isForAppleAlone(service: JsonNode): boolean {
  const platforms = elementsOf(valueAt(service, '__platform__')).map(scalarOf);
  return platforms.length > 0 && !platforms.includes('android');
}

/** Maps of web pages, which are loaded with the key that they are given. */
function webMaps(root: JsonNode, file: string): Fact[] {
  return entriesOf(valueAt(root, 'h5', 'sdkConfigs')).flatMap(({ name: kind, value }) =>
    entriesOf(value)
      .filter((provider) => (scalarOf(valueAt(provider.value, 'key')) ?? '') !== '')
      .map(({ name, key }) => configFact('setting', `h5.sdkConfigs.${kind}.${name}`, [], file, key)),
  );
}

/** uni statistics, switched on for all platforms or for one, whose name is the argument. */
function ownStatistics(root: JsonNode, file: string): Fact[] {
  const places: [platform: string | null, node: JsonNode][] = [
    [null, root],
    ...entriesOf(root).map(({ name, value }): [string, JsonNode] => [name, value]),
  ];
  return places.flatMap(([platform, node]) =>
    entriesOf(node)
      .filter(({ name, value }) => name === 'uniStatistics' && scalarOf(valueAt(value, 'enable')) === 'true')
      .map(({ key }) => configFact('setting', 'uniStatistics', platform === null ? [] : [platform], file, key)),
  );
}
