import type { ChangedPractice, Changes, Comparison } from './model/comparison.ts';
import type { Evidence } from './model/evidence.ts';
import type { Report } from './model/report.ts';
import type { Terms } from './model/terms.ts';

/** What differs between the reports of two builds, by meaning and not by place: code moves from build to build. */
export function compareReports(old: Report, now: Report): Comparison {
  const hashes = (report: Report) => report.policies.map(({ sha256 }) => sha256).sort();
  const declared = (report: Report) =>
    report.claims.filter(({ stance }) => stance === 'affirmed').map(({ data }) => data);
  return {
    schema: 1,
    tool: now.tool,
    old: old.input,
    new: now.input,
    policies: {
      old: old.policies,
      new: now.policies,
      changed: hashes(old).join() !== hashes(now).join(),
    },
    data: changesOfNames(
      old.evidence.map(({ data }) => data),
      now.evidence.map(({ data }) => data),
    ),
    actors: changesOfNames(
      old.evidence.map(({ actor }) => actor),
      now.evidence.map(({ actor }) => actor),
    ),
    practices: changes(practicesOf(old), practicesOf(now), ({ data, actor }) => `${data} ${actor}`),
    sdks: changes(old.sdks, now.sdks, ({ id }) => id),
    permissions: changes(old.permissions, now.permissions, ({ name }) => name),
    frameworks: changesOfNames(old.input.frameworks, now.input.frameworks),
    declared: changesOfNames(declared(old), declared(now)),
    discrepancies: changes(old.discrepancies, now.discrepancies, ({ id }) => id),
    gaps: { old: old.gaps, new: now.gaps },
    terms: mergeTerms(old.terms, now.terms),
  };
}

function changes<T>(old: T[], now: T[], key: (item: T) => string): Changes<T> {
  const before = new Set(old.map(key));
  const after = new Set(now.map(key));
  return { added: now.filter((item) => !before.has(key(item))), removed: old.filter((item) => !after.has(key(item))) };
}

function changesOfNames<T extends string>(old: T[], now: T[]): Changes<T> {
  const sorted = (names: T[]) => [...new Set(names)].sort();
  return changes(sorted(old), sorted(now), (name) => name);
}

/** By data type and actor, sorted. */
function practicesOf({ evidence, discrepancies }: Report): ChangedPractice[] {
  const groups = new Map<string, [Evidence, ...Evidence[]]>();
  for (const item of evidence) {
    const key = `${item.data} ${item.actor}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  const about = new Map<string, string[]>();
  for (const { id, data, actor } of discrepancies) {
    const key = `${data} ${actor}`;
    about.set(key, [...(about.get(key) ?? []), id]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => ({
      data: group[0].data,
      actor: group[0].actor,
      lowSignal: group.every(({ lowSignal }) => lowSignal),
      apis: [...new Set(group.map(({ api }) => api))].sort(),
      at: group.map(({ at }) => at),
      discrepancies: about.get(key) ?? [],
    }));
}

function mergeTerms(old: Terms, now: Terms): Terms {
  return {
    data: { ...old.data, ...now.data },
    sdks: { ...old.sdks, ...now.sdks },
    clauses: { ...old.clauses, ...now.clauses },
  };
}
