import type { Catalogue } from '../model/catalogue.ts';
import type { MissingPermission } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Reach } from '../model/reach.ts';
import type { Meanings } from './meaning.ts';
import { appLevels, isAskedOf, isEffective, NEWEST_LEVEL } from './permission-levels.ts';

/**
 * Permissions that reachable code of an app needs and the app does not request, on some SDK level that it runs on; one
 * for each set of permissions any of which would do, sorted by name.
 * @param reaches how each fact is reached, in the order of the facts; empty where that was not asked for
 */
export function missingPermissions(
  facts: readonly Fact[],
  reaches: readonly (Reach | null)[],
  meanings: Meanings,
  manifest: Manifest | null,
  catalogue: Catalogue,
): MissingPermission[] {
  if (manifest === null) return [];
  const app = appLevels(manifest);
  const requested = new Map(
    manifest.permissions.map(({ name, maxSdkVersion }) => [name, maxSdkVersion ?? NEWEST_LEVEL]),
  );
  const seen = new Map<string, MissingPermission>();
  facts.forEach((fact, index) => {
    if (fact.at.class === undefined || (reaches.length > 0 && reaches[index] == null)) return;
    const needed = (meanings.of(fact)?.permissions ?? [])
      .filter((name) => isGrantable(name, catalogue) && isAskedOf(catalogue.permissions[name], app))
      .sort();
    const key = needed.join(' ');
    if (key === '' || seen.has(key)) return;
    const closed = (level: number): string[] | null => {
      const helpful = needed.filter((name) => isEffective(catalogue.permissions[name], level, app));
      return helpful.length > 0 && helpful.every((name) => level > (requested.get(name) ?? 0)) ? helpful : null;
    };
    let from = app.minSdk;
    while (from <= NEWEST_LEVEL && closed(from) === null) from++;
    const permissions = from > NEWEST_LEVEL ? null : closed(from);
    if (permissions === null) return;
    let to = from;
    while (to < NEWEST_LEVEL && closed(to + 1) !== null) to++;
    const levels = { from, to: to === NEWEST_LEVEL ? null : to };
    seen.set(key, { permissions, levels, api: fact.value, at: fact.at });
  });
  return [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, missing]) => missing);
}

/** Apps from a store cannot hold what is kept for the system; of what is unknown nothing can be said. */
function isGrantable(name: string, catalogue: Catalogue): boolean {
  const level = Object.hasOwn(catalogue.permissions, name) ? catalogue.permissions[name]?.level : undefined;
  return level !== undefined && level !== 'signature';
}
