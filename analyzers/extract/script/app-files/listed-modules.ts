import { childElements, type XmlElement } from '../../../formats/xml.ts';
import type { Build, BuildFile } from '../../../model/build.ts';
import type { ListedModule } from '../../../model/script-bridge.ts';
import { decodeManifest } from '../../manifest/decode-manifest.ts';
import { elementsOf, parseConfigJson, scalarOf, valueAt } from './config-json.ts';

const MAX_SIZE = 1 << 20;
const READERS: readonly [RegExp, (bytes: Uint8Array, path: string) => ListedModule[]][] = [
  [/(?:^|[/!])res\/xml[^/]*\/config\.xml$/, cordovaFeatures],
  [/(?:^|[/!])dcloud_uniplugins\.json$/, uniPlugins],
  [/(?:^|[/!])capacitor\.plugins\.json$/, capacitorPlugins],
];

/**
 * The classes of native modules that the configuration of an app's framework names: Cordova's features in
 * res/xml/config.xml, uni-app's dcloud_uniplugins.json, Capacitor's capacitor.plugins.json.
 */
export function extractListedModules(build: Build): ListedModule[] {
  return build.files.flatMap((file) => {
    const reader = file.size > MAX_SIZE ? undefined : READERS.find(([pattern]) => pattern.test(file.path))?.[1];
    return reader === undefined ? [] : readList(file, reader);
  });
}

/** What cannot be read names nothing; as an entry of the archive it is a gap by itself. */
function readList(file: BuildFile, reader: (bytes: Uint8Array, path: string) => ListedModule[]): ListedModule[] {
  try {
    return reader(file.read(), file.path);
  } catch (error) {
    if (error instanceof Error) return [];
    throw error;
  }
}

function cordovaFeatures(bytes: Uint8Array, path: string): ListedModule[] {
  const { root } = decodeManifest(bytes, /(?:^|!)[^/!]+\/res\//.test(path));
  return childElements(root, 'feature').flatMap((feature): ListedModule[] => {
    const name = attribute(feature, 'name');
    const params = childElements(feature, 'param');
    const named = params.find((param) => attribute(param, 'name') === 'android-package');
    const cls = named === undefined ? null : attribute(named, 'value');
    return name === null || cls === null ? [] : [{ framework: 'cordova', name, class: cls }];
  });
}

function attribute(element: XmlElement, name: string): string | null {
  const value = element.attributes.find((each) => each.name === name)?.value;
  return value?.kind === 'string' ? value.value : null;
}

function uniPlugins(bytes: Uint8Array): ListedModule[] {
  const root = parseConfigJson(new TextDecoder().decode(bytes));
  return elementsOf(valueAt(root, 'nativePlugins'))
    .flatMap((group) => elementsOf(valueAt(group, 'plugins')))
    .flatMap((plugin): ListedModule[] => {
      const name = scalarOf(valueAt(plugin, 'name')) ?? null;
      const cls = scalarOf(valueAt(plugin, 'class'));
      return cls === undefined ? [] : [{ framework: 'uni-app', name, class: cls }];
    });
}

function capacitorPlugins(bytes: Uint8Array): ListedModule[] {
  const root = parseConfigJson(new TextDecoder().decode(bytes));
  return elementsOf(root).flatMap((plugin): ListedModule[] => {
    const cls = scalarOf(valueAt(plugin, 'classpath'));
    return cls === undefined ? [] : [{ framework: 'capacitor', name: null, class: cls }];
  });
}
