import type { Catalogue } from '../model/catalogue.ts';
import type { RequestedPermission } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import type { Meanings } from './meaning.ts';

/**
 * Permissions that the build requests, sorted by name. `used` is true when an API that needs the permission is in the
 * build, false when signatures know such APIs and none is in a completely read build, null where that cannot be told.
 */
export function requestedPermissions(
  facts: Fact[],
  meanings: Meanings,
  complete: boolean,
  catalogue: Catalogue,
): RequestedPermission[] {
  const needed = new Set(facts.flatMap((fact) => meanings.of(fact)?.permissions ?? []));
  const needable = permissionsThatApisNeed(catalogue);
  const requested = new Map<string, RequestedPermission>();
  for (const fact of facts) {
    if (fact.kind !== 'permission' || requested.has(fact.value)) continue;
    const max = fact.args?.find((argument) => argument.startsWith('maxSdkVersion='))?.slice('maxSdkVersion='.length);
    requested.set(fact.value, {
      name: fact.value,
      data: catalogue.permissions[fact.value]?.data ?? [],
      used: needed.has(fact.value) ? true : complete && needable.has(fact.value) ? false : null,
      maxSdkVersion: max === undefined ? null : Number(max),
      at: fact.at,
    });
  }
  return [...requested.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function permissionsThatApisNeed(catalogue: Catalogue): Set<string> {
  const entries = [
    ...Object.values(catalogue.androidApis).flatMap((members) => Object.values(members)),
    ...Object.values(catalogue.androidStrings).flatMap((table) => Object.values(table.strings)),
    ...Object.values(catalogue.scriptApis).flatMap((api) => Object.values(api.members)),
  ];
  return new Set(
    entries
      .flatMap((entry) => entry.permissions ?? [])
      .map((name) => (name.includes('.') ? name : `android.permission.${name}`)),
  );
}
