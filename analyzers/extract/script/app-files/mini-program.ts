import type { Fact } from '../../../model/fact.ts';
import { configFact } from './config-fact.ts';
import { elementsOf, entriesOf, type JsonNode, scalarOf, valueAt } from './config-json.ts';

/**
 * app.json of mini-programs with its subpackages, app-config.json with which they are packed, and pages.json of uni-app;
 * in an Expo app.json, what stands below `expo`: Android permissions, usage descriptions of iOS, configuration plug-ins.
 */
export function miniProgramSettings(root: JsonNode, file: string): Fact[] {
  const parts = ['subPackages', 'subpackages'].flatMap((name) => elementsOf(valueAt(root, name)));
  return [
    ...[root, ...parts].flatMap((part) => scopeSettings(part, file)),
    ...expoSettings(valueAt(root, 'expo'), file),
  ];
}

/**
 * What a mini-program asks for: `permission.<scope>` with the reason given to the user, `requiredPrivateInfos` and
 * `requiredBackgroundModes` one by one, and `plugins.<name>` with the provider's app id, by which the plug-in is also a
 * `module` as pages address it: `plugin://<app id>`.
 * Source: the WeChat documentation of the global configuration.
 */
export function scopeSettings(root: JsonNode | undefined, file: string): Fact[] {
  const facts: Fact[] = [];
  for (const { name, key, value } of entriesOf(valueAt(root, 'permission'))) {
    const reason = scalarOf(valueAt(value, 'desc'));
    facts.push(configFact('setting', `permission.${name}`, reason === undefined ? [] : [reason], file, key));
  }
  for (const list of ['requiredPrivateInfos', 'requiredBackgroundModes']) {
    for (const element of elementsOf(valueAt(root, list))) {
      const name = scalarOf(element);
      if (name !== undefined) facts.push(configFact('setting', list, [name], file, element));
    }
  }
  for (const { name, key, value } of entriesOf(valueAt(root, 'plugins'))) {
    const provider = scalarOf(valueAt(value, 'provider'));
    if (provider === undefined) continue;
    facts.push(configFact('setting', `plugins.${name}`, [provider], file, key));
    facts.push(configFact('module', `plugin://${provider}`, [name], file, key));
  }
  return facts;
}

/** Source: the Expo documentation of the app configuration. */
function expoSettings(expo: JsonNode | undefined, file: string): Fact[] {
  const facts: Fact[] = [];
  for (const element of elementsOf(valueAt(expo, 'android', 'permissions'))) {
    const name = scalarOf(element);
    if (name === undefined) continue;
    facts.push(configFact('permission', name.includes('.') ? name : `android.permission.${name}`, [], file, element));
  }
  for (const { name, key, value } of entriesOf(valueAt(expo, 'ios', 'infoPlist'))) {
    const reason = scalarOf(value);
    if (name.endsWith('UsageDescription')) {
      facts.push(configFact('setting', name, reason === undefined ? [] : [reason], file, key));
    }
  }
  for (const element of elementsOf(valueAt(expo, 'plugins'))) {
    const node = elementsOf(element)[0] ?? element;
    const name = scalarOf(node);
    if (name !== undefined && !name.startsWith('.')) facts.push(configFact('module', name, [], file, node));
  }
  return facts;
}
