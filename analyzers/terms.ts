import type { Catalogue } from './model/catalogue.ts';
import { broaderTypes } from './model/data-types.ts';
import type { Report } from './model/report.ts';
import type { ClauseTerm, DataTypeTerm, SdkTerm, Terms } from './model/terms.ts';

type Named = Pick<
  Report,
  'permissions' | 'sdks' | 'evidence' | 'claims' | 'declaredSdks' | 'declaredPermissions' | 'discrepancies'
>;

/** What the ids in a report mean. Keys are sorted; ids that the catalogue does not know are left out. */
export function termsOf(report: Named, catalogue: Catalogue): Terms {
  return {
    data: known(dataTypesIn(report, catalogue), (id) => dataTypeTerm(id, catalogue)),
    sdks: known(sdksIn(report), (id) => sdkTerm(id, catalogue)),
    clauses: known(
      report.discrepancies.flatMap(({ clauses }) => clauses),
      (id) => clauseTerm(id, catalogue),
    ),
  };
}

function known<T>(ids: string[], term: (id: string) => T | null): Record<string, T> {
  const sorted = [...new Set(ids)].sort();
  return Object.fromEntries(
    sorted.flatMap((id) => {
      const found = term(id);
      return found === null ? [] : [[id, found] as const];
    }),
  );
}

function dataTypesIn(report: Named, catalogue: Catalogue): string[] {
  const ids = [
    ...report.evidence.map(({ data }) => data),
    ...report.claims.map(({ data }) => data),
    ...report.permissions.flatMap(({ data }) => data),
    ...report.declaredSdks.flatMap(({ data }) => [...data.exact, ...data.broad]),
    ...report.declaredPermissions.flatMap(({ name }) => catalogue.permissions[name]?.data ?? []),
    ...report.discrepancies.flatMap(({ data }) => data ?? []),
    ...sdksIn(report).flatMap((id) => catalogue.sdks[id]?.declared ?? []),
  ];
  return [...new Set(ids)].flatMap((id) => [id, ...broaderTypes(catalogue.dataTypes, id)]);
}

function sdksIn(report: Named): string[] {
  const actors = [
    ...report.evidence.map(({ actor }) => actor),
    ...report.claims.map(({ actor }) => actor),
    ...report.discrepancies.flatMap(({ actor }) => actor ?? []),
  ];
  return [
    ...report.sdks.map(({ id }) => id),
    ...report.declaredSdks.flatMap(({ id }) => id ?? []),
    ...actors.filter((actor) => actor.startsWith('sdk:')).map((actor) => actor.slice('sdk:'.length)),
  ];
}

function dataTypeTerm(id: string, catalogue: Catalogue): DataTypeTerm | null {
  const type = catalogue.dataTypes[id];
  if (type === undefined) return null;
  const { zh, en, parent, kind, sensitivity, standards } = type;
  return { zh, en, parent, kind, sensitivity, play: standards.play, apple: standards.apple };
}

function sdkTerm(id: string, catalogue: Catalogue): SdkTerm | null {
  const sdk = catalogue.sdks[id];
  if (sdk === undefined) return null;
  const { names, companies, category, policyUrl, declared } = sdk;
  return {
    zh: names.zh[0] ?? names.en[0] ?? id,
    en: names.en[0] ?? names.zh[0] ?? id,
    company: companies[0] ?? null,
    category,
    policyUrl,
    declared,
  };
}

function clauseTerm(id: string, catalogue: Catalogue): ClauseTerm | null {
  const slash = id.indexOf('/');
  const regulation = catalogue.regulations[id.slice(0, slash)];
  const clause = regulation?.clauses[id.slice(slash + 1)];
  if (regulation === undefined || clause === undefined) return null;
  const { zh, en, quote } = clause;
  return { regulation: regulation.title, zh, en, quote };
}
