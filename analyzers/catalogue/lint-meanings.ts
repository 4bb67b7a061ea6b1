import type { DiscrepancyKind } from '../model/discrepancy.ts';
import type { LintProblem } from './lint-problem.ts';
import { type SignatureFile, signaturesIn } from './signature-file.ts';

const DISCREPANCY_KINDS: Record<DiscrepancyKind, true> = {
  undisclosed: true,
  vague: true,
  contradicted: true,
  'undisclosed-sdk': true,
  'sdk-exceeds': true,
  'before-consent': true,
  background: true,
  'undeclared-permission': true,
  'unused-permission': true,
  unevidenced: true,
  'policy-defect': true,
  'incomplete-analysis': true,
};

/** What signatures refer to must exist: data types, their parents, permissions, kinds of discrepancy; and each says something. */
export function lintMeanings(files: readonly SignatureFile[]): LintProblem[] {
  return [
    ...lintParents(files),
    ...lintDataTypes(files),
    ...lintPermissions(files),
    ...lintKinds(files),
    ...lintEmptyMembers(files),
  ];
}

function lintParents(files: readonly SignatureFile[]): LintProblem[] {
  const types = signaturesIn(files, 'data-types');
  const parents = new Map(types.map(({ id, signature }) => [id, signature.parent]));
  return types.flatMap(({ path, id, signature }): LintProblem[] => {
    const { parent } = signature;
    if (parent === null) return [];
    if (!parents.has(parent)) return [{ file: path, rule: 'parent-unknown', detail: parent }];
    const seen = new Set([id]);
    for (let next: string | null | undefined = parent; next != null; next = parents.get(next)) {
      if (seen.has(next)) return [{ file: path, rule: 'parent-cycle', detail: [...seen, next].join(' -> ') }];
      seen.add(next);
    }
    return [];
  });
}

function lintDataTypes(files: readonly SignatureFile[]): LintProblem[] {
  const known = new Set(signaturesIn(files, 'data-types').map(({ id }) => id));
  return files.flatMap((file) =>
    [...new Set(dataTypesIn(file))]
      .filter((id) => !known.has(id))
      .map((id): LintProblem => ({ file: file.path, rule: 'data-type-unknown', detail: id })),
  );
}

function dataTypesIn(file: SignatureFile): string[] {
  switch (file.folder) {
    case 'apis/android':
      return Object.values(file.signature.members).flatMap(({ data }) => data);
    case 'apis/android-strings':
      return Object.values(file.signature.strings).flatMap(({ data }) => data);
    case 'apis/native':
      return Object.values(file.signature.symbols).flatMap(({ data }) => data);
    case 'apis/script':
      return Object.values(file.signature.members).flatMap(({ data, parts = {}, when = [], otherwise = [] }) => [
        ...Object.keys(parts),
        ...otherwise,
        ...data,
        ...when.flatMap(({ data: chosen, replaces = [] }) => [...chosen, ...replaces]),
      ]);
    case 'sdks':
      return [...file.signature.declared, ...file.signature.observed];
    case 'permissions':
      return Object.values(file.signature.permissions).flatMap(({ data }) => data);
    default:
      return [];
  }
}

/** Scopes of mini programs and permissions of HarmonyOS are no Android permissions; only their form is checked. */
const OTHER_PLATFORM = /^(?:scope\.[A-Za-z]+|ohos\.permission\.[A-Z_0-9]+)$/;

function lintPermissions(files: readonly SignatureFile[]): LintProblem[] {
  const known = new Set(
    signaturesIn(files, 'permissions').flatMap(({ signature }) => Object.keys(signature.permissions)),
  );
  const isKnown = (name: string): boolean =>
    known.has(name.includes('.') ? name : `android.permission.${name}`) || OTHER_PLATFORM.test(name);
  return files.flatMap((file) =>
    [...new Set(permissionsIn(file))]
      .filter((name) => !isKnown(name))
      .map((name): LintProblem => ({ file: file.path, rule: 'permission-unknown', detail: name })),
  );
}

function permissionsIn(file: SignatureFile): string[] {
  switch (file.folder) {
    case 'apis/android':
    case 'apis/script':
      return Object.values<{ permissions?: string[] }>(file.signature.members).flatMap(
        ({ permissions = [] }) => permissions,
      );
    case 'apis/native':
      return Object.values(file.signature.symbols).flatMap(({ permissions = [] }) => permissions);
    case 'apis/android-strings':
      return Object.values(file.signature.strings).flatMap(({ permissions = [] }) => permissions);
    default:
      return [];
  }
}

function lintKinds(files: readonly SignatureFile[]): LintProblem[] {
  return signaturesIn(files, 'regulations').flatMap(({ path, signature }) => {
    const kinds = Object.values(signature.clauses).flatMap((clause) => clause.kinds);
    return [...new Set(kinds)]
      .filter((kind) => !Object.hasOwn(DISCREPANCY_KINDS, kind))
      .map((kind): LintProblem => ({ file: path, rule: 'kind-unknown', detail: kind }));
  });
}

/** A member without data says something only when an argument can; an empty string entry only where it shields a shorter one. */
function lintEmptyMembers(files: readonly SignatureFile[]): LintProblem[] {
  return files.flatMap((file) =>
    emptyMembers(file).map((name): LintProblem => ({ file: file.path, rule: 'says-nothing', detail: name })),
  );
}

function emptyMembers(file: SignatureFile): string[] {
  switch (file.folder) {
    case 'apis/android': {
      const members = Object.entries(file.signature.members);
      const empty = members.filter(([, { data, argument }]) => data.length === 0 && argument === undefined);
      return members.length === 0 ? ['no members'] : empty.map(([name]) => name);
    }
    case 'apis/native': {
      const symbols = Object.entries(file.signature.symbols);
      const empty = symbols.filter(([, { data, argument }]) => data.length === 0 && argument === undefined);
      return symbols.length === 0 ? ['no symbols'] : empty.map(([name]) => name);
    }
    case 'apis/script': {
      const members = Object.entries(file.signature.members);
      const empty = members.filter(
        ([, { data, when = [], permissionsIn, permissions = [] }]) =>
          data.length === 0 && when.length === 0 && permissionsIn === undefined && permissions.length === 0,
      );
      return members.length === 0 ? ['no members'] : empty.map(([name]) => name);
    }
    case 'sinks/script':
      return Object.keys(file.signature.members).length === 0 ? ['no members'] : [];
    case 'sinks/android': {
      const members = Object.entries(file.signature.members);
      const empty = members.filter(
        ([, { arguments: taken = [], opens, returned, annotates }]) =>
          taken.length === 0 && opens !== true && returned !== true && annotates !== true,
      );
      return members.length === 0 ? ['no members'] : empty.map(([name]) => name);
    }
    case 'apis/android-strings': {
      const { match, strings } = file.signature;
      const shields = (key: string): boolean =>
        match === 'prefix' && Object.keys(strings).some((other) => other !== key && key.startsWith(other));
      return Object.entries(strings)
        .filter(([key, { data }]) => data.length === 0 && !shields(key))
        .map(([key]) => key);
    }
    default:
      return [];
  }
}
