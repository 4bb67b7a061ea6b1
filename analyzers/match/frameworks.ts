import type { Catalogue } from '../model/catalogue.ts';
import type { Fact } from '../model/fact.ts';
import { fitsWildcard } from '../model/wildcard.ts';

/** Ids of the frameworks that the facts show, sorted. */
export function findFrameworks(facts: Fact[], catalogue: Catalogue): string[] {
  const values = (kind: Fact['kind']) => new Set(facts.filter((fact) => fact.kind === kind).map((fact) => fact.value));
  const [assets, classes, libraries, modules] = [values('asset'), values('class'), values('library'), values('module')];
  const anyFits = (patterns: string[], names: Set<string>) =>
    patterns.some((pattern) => (pattern.includes('*') ? fitsAny(pattern, names) : names.has(pattern)));
  return Object.entries(catalogue.frameworks)
    .filter(
      ([, framework]) =>
        anyFits(framework.files, assets) ||
        anyFits(framework.packages, classes) ||
        anyFits(framework.libraries, libraries) ||
        anyFits(framework.modules, modules),
    )
    .map(([id]) => id)
    .sort();
}

function fitsAny(pattern: string, names: Set<string>): boolean {
  for (const name of names) if (fitsWildcard(pattern, name)) return true;
  return false;
}
