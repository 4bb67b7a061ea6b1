import type { Discrepancy } from '../model/discrepancy.ts';
import type { RequestedPermission } from '../model/evidence.ts';
import { coverageOf } from './coverage.ts';
import type { DiffInput } from './diff-input.ts';
import { discrepancy } from './discrepancy.ts';
import { dataTypeName } from './names.ts';
import { WORDING } from './wording.ts';

/** `undeclared-permission`: guarded by the user's consent, and the policy names neither it nor any data behind it. */
export function undeclaredPermissions(input: DiffInput): Discrepancy[] {
  const { catalogue, language, readings } = input;
  const claims = readings.flatMap((reading) => reading.claims);
  const declared = new Set(readings.flatMap((reading) => reading.permissions.map(({ name }) => name)));
  return consentGuarded(input).flatMap((permission) => {
    const covered = permission.data.some((data) => {
      const { by } = coverageOf(data, 'app', claims, catalogue.dataTypes);
      return by === 'exact' || by === 'broad';
    });
    if (covered || declared.has(permission.name) || permission.data.length === 0) return [];
    const data = permission.data.map((type) => dataTypeName(type, catalogue, language));
    const message = WORDING[language].undeclaredPermission(permission.name, data);
    const { name: subject, at } = permission;
    return [discrepancy({ kind: 'undeclared-permission', severity: 'medium', subject, message, at }, catalogue)];
  });
}

/** `unused-permission`: guarded by the user's consent, and nothing in the build needs it. */
export function unusedPermissions(input: DiffInput): Discrepancy[] {
  const { catalogue, language } = input;
  return consentGuarded(input)
    .filter((permission) => permission.used === false)
    .map(({ name, at }) => {
      const message = WORDING[language].unusedPermission(name);
      return discrepancy({ kind: 'unused-permission', severity: 'low', subject: name, message, at }, catalogue);
    });
}

function consentGuarded({ permissions, catalogue }: DiffInput): RequestedPermission[] {
  return permissions.filter(({ name }) => {
    const level = catalogue.permissions[name]?.level;
    return level === 'dangerous' || level === 'special';
  });
}
