import type { Manifest, ManifestComponent } from '../model/manifest.ts';
import { packageOf, publisherRoot } from './package-name.ts';

const MAIN = 'android.intent.action.MAIN';

/**
 * The packages that are the app's own, sorted. The application class and the activities that the system starts are told
 * to be the app's by the manifest, whatever the app's id is (which build flavours change); so are other activities that
 * no known code has. Services, receivers and providers of unknown libraries stand in every manifest and tell nothing.
 * @param isKnown whether a class is of an SDK, a library, a framework, a packer or the system
 */
export function ownPackages(manifest: Manifest, isKnown: (className: string) => boolean): string[] {
  const activities = manifest.components.filter(({ type }) => type === 'activity' || type === 'activity-alias');
  const main = activities.filter((one) => one.intentFilters.some(({ actions }) => actions.includes(MAIN)));
  const certain = [...main.map(classOf), ...(manifest.applicationClass === null ? [] : [manifest.applicationClass])]
    .filter((name) => !isKnown(name))
    .map(packageOf);
  const own = new Set([manifest.package, publisherRoot(manifest.package)]);
  for (const name of certain) own.add(name).add(publisherRoot(name));

  const others = new Map<string, Set<string>>();
  for (const name of activities.map(classOf)) {
    if (isKnown(name)) continue;
    const root = publisherRoot(packageOf(name));
    others.set(root, (others.get(root) ?? new Set()).add(name));
  }
  for (const [root, names] of others) {
    // One activity alone vouches for its package only.
    for (const name of names) own.add(names.size > 1 ? root : packageOf(name));
  }
  own.delete('');
  return [...own].sort();
}

/** The class that runs: an alias has none of its own. */
function classOf({ name, target }: ManifestComponent): string {
  return target ?? name;
}
