import type { Catalogue } from '../model/catalogue.ts';
import type { Fact } from '../model/fact.ts';
import type { Gap } from '../model/gap.ts';
import { fitsWildcard } from '../model/wildcard.ts';

/** A material gap for each packer whose marks the build carries and that hides code; packers that only rename are no gap. */
export function findPackers(facts: Fact[], catalogue: Catalogue): Gap[] {
  const kinds = new Set<Fact['kind']>(['library', 'asset', 'class']);
  const named = facts.filter(({ kind }) => kinds.has(kind));
  return Object.values(catalogue.packers).flatMap((packer) => {
    if (packer.hides === 'names') return [];
    const mark = named.find((fact) => marks(packer, fact));
    if (mark === undefined) return [];
    const what = packer.hides === 'dex' ? 'the DEX code' : 'the code of single methods';
    const detail = `${packer.name.en} (${packer.name.zh}) hides ${what}; seen by ${mark.kind} ${mark.value}`;
    return [{ stage: 'dex' as const, file: mark.at.file, code: 'packed' as const, detail, material: true }];
  });
}

function marks(packer: Catalogue['packers'][string], fact: Fact): boolean {
  if (fact.kind === 'library') return packer.libraries.some((pattern) => fitsWildcard(pattern, fact.value));
  if (fact.kind === 'asset') return packer.files.some((pattern) => fitsWildcard(pattern, fact.value));
  return fact.kind === 'class' && packer.classes.includes(fact.value);
}
