import type { Catalogue } from '../model/catalogue.ts';
import type { Discrepancy, DiscrepancyKind } from '../model/discrepancy.ts';
import { fingerprint } from '../model/fingerprint.ts';

type Stated = Pick<Discrepancy, 'kind' | 'severity' | 'message'> & Partial<Discrepancy>;

/** A whole discrepancy from what a check states: id, clauses and empty fields filled in. */
export function discrepancy(stated: Stated, catalogue: Catalogue): Discrepancy {
  const { kind, data = null, actor = null, subject = null } = stated;
  return {
    id: fingerprint(kind, data ?? '', actor ?? '', subject ?? ''),
    data,
    actor,
    subject,
    evidence: [],
    claims: [],
    at: null,
    clauses: clausesOf(kind, catalogue),
    suppressed: null,
    ...stated,
  };
}

/** Clauses by kind: a policy may have tens of thousands of defects of one kind. */
const known = new WeakMap<Catalogue, Map<DiscrepancyKind, string[]>>();

/** Ids of the regulation clauses that a kind of discrepancy touches, in the order of the catalogue. */
function clausesOf(kind: DiscrepancyKind, catalogue: Catalogue): string[] {
  const byKind = known.get(catalogue) ?? new Map<DiscrepancyKind, string[]>();
  known.set(catalogue, byKind);
  const clauses =
    byKind.get(kind) ??
    Object.entries(catalogue.regulations).flatMap(([regulation, { clauses: all }]) =>
      Object.entries(all)
        .filter(([, clause]) => clause.kinds.includes(kind))
        .map(([clause]) => `${regulation}/${clause}`),
    );
  byKind.set(kind, clauses);
  return [...clauses];
}
