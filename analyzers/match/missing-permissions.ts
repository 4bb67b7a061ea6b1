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
  const check = compilePermissionCheck(manifest, catalogue);
  if (check === null) return [];
  const seen = new Map<string, MissingPermission>();
  facts.forEach((fact, index) => {
    if (fact.at.class === undefined || (reaches.length > 0 && reaches[index] == null)) return;
    const needed = check.askedOf(meanings.of(fact)?.permissions ?? []);
    const key = needed.join(' ');
    if (key === '' || seen.has(key)) return;
    const closed = (level: number) => check.lackingAt(needed, level);
    let from = check.minSdk;
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

/** What an app can do with the permissions that it requests. */
export interface PermissionCheck {
  minSdk: number;
  /** Of permissions any one of which would do, those that an app can be asked for; sorted. */
  askedOf(permissions: readonly string[]): string[];
  /** Those of them that would do on an SDK level, where none is requested; null where one is, or none is needed. */
  lackingAt(needed: readonly string[], level: number): string[] | null;
  /** True where none of them is requested on any level that the app runs on, and each level asks for one. */
  isLacking(permissions: readonly string[]): boolean;
}

/** Null without a manifest. */
export function compilePermissionCheck(manifest: Manifest | null, catalogue: Catalogue): PermissionCheck | null {
  if (manifest === null) return null;
  const app = appLevels(manifest);
  const requested = new Map(
    manifest.permissions.map(({ name, maxSdkVersion }) => [name, maxSdkVersion ?? NEWEST_LEVEL]),
  );
  const askedOf = (permissions: readonly string[]): string[] =>
    permissions.filter((name) => isGrantable(name, catalogue) && isAskedOf(catalogue.permissions[name], app)).sort();
  const lackingAt = (needed: readonly string[], level: number): string[] | null => {
    const helpful = needed.filter((name) => isEffective(catalogue.permissions[name], level, app));
    return helpful.length > 0 && helpful.every((name) => level > (requested.get(name) ?? 0)) ? helpful : null;
  };
  const isLacking = (permissions: readonly string[]): boolean => {
    const needed = askedOf(permissions);
    if (needed.length === 0) return false;
    for (let level = app.minSdk; level <= NEWEST_LEVEL; level++) if (lackingAt(needed, level) === null) return false;
    return true;
  };
  const known = new Map<string, boolean>();
  return {
    minSdk: app.minSdk,
    askedOf,
    lackingAt,
    isLacking(permissions) {
      const key = permissions.join(' ');
      let lacking = known.get(key);
      if (lacking === undefined) {
        lacking = isLacking(permissions);
        known.set(key, lacking);
      }
      return lacking;
    },
  };
}

/** Apps from a store cannot hold what is kept for the system; of what is unknown nothing can be said. */
function isGrantable(name: string, catalogue: Catalogue): boolean {
  const level = Object.hasOwn(catalogue.permissions, name) ? catalogue.permissions[name]?.level : undefined;
  return level !== undefined && level !== 'signature';
}
