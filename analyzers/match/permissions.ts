import type { Catalogue } from '../model/catalogue.ts';
import { broaderTypes } from '../model/data-types.ts';
import type { RequestedPermission } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Meanings } from './meaning.ts';
import { appLevels, hasEffect } from './permission-levels.ts';

/** Needed by whatever opens a connection, of which signatures list the sensitive few only. */
const INTERNET = 'android.permission.INTERNET';

/**
 * Permissions that the build requests, sorted by name. `used` is true when an API that needs the permission, or that
 * reads what it guards, is in the build; false when it has no effect on any SDK level that the app runs on, or when signatures know such APIs and none is in a completely read build, null where that cannot be told.
 */
export function requestedPermissions(
  facts: Fact[],
  meanings: Meanings,
  manifest: Manifest | null,
  complete: boolean,
  catalogue: Catalogue,
): RequestedPermission[] {
  const needed = new Set<string>();
  const observed = new Set<string>();
  for (const fact of facts) {
    const meaning = meanings.of(fact);
    for (const name of meaning?.permissions ?? []) needed.add(name);
    for (const type of meaning?.data ?? []) observed.add(type);
  }
  const needable = new Set(catalogue.neededPermissions);
  const levels = appLevels(manifest);
  const requested = new Map<string, RequestedPermission>();
  for (const fact of facts) {
    if (fact.kind !== 'permission' || requested.has(fact.value)) continue;
    const max = fact.args?.find((argument) => argument.startsWith('maxSdkVersion='))?.slice('maxSdkVersion='.length);
    const maxSdkVersion = max === undefined ? null : Number(max);
    const effective = hasEffect(catalogue.permissions[fact.value], maxSdkVersion, levels);
    const data = catalogue.permissions[fact.value]?.data ?? [];
    const used = needed.has(fact.value) || data.some((type) => isObserved(type, observed, catalogue));
    requested.set(fact.value, {
      name: fact.value,
      data,
      used: !effective
        ? false
        : used
          ? true
          : complete && needable.has(fact.value) && fact.value !== INTERNET
            ? false
            : null,
      maxSdkVersion,
      at: fact.at,
    });
  }
  return [...requested.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a type, or one that contains it (location for the coarse location), was observed. */
function isObserved(type: string, observed: ReadonlySet<string>, catalogue: Catalogue): boolean {
  return observed.has(type) || broaderTypes(catalogue.dataTypes, type).some((broader) => observed.has(broader));
}
