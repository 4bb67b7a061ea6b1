import type { Catalogue } from '../model/catalogue.ts';
import type { Evidence, FoundSdk, MissingPermission, RequestedPermission } from '../model/evidence.ts';
import type { Fact } from '../model/fact.ts';
import type { Gap } from '../model/gap.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Reach } from '../model/reach.ts';
import { findEvidence } from './evidence.ts';
import { findFrameworks } from './frameworks.ts';
import { compileMeanings } from './meaning.ts';
import { compilePermissionCheck, missingPermissions } from './missing-permissions.ts';
import { compileOwners } from './owner.ts';
import { findPackers } from './packers.ts';
import { requestedPermissions } from './permissions.ts';
import { findSdks } from './sdks.ts';

export interface Match {
  evidence: Evidence[];
  sdks: FoundSdk[];
  permissions: RequestedPermission[];
  missingPermissions: MissingPermission[];
  frameworks: string[];
  /** Data types that each fact shows, in the order of the facts. */
  dataOfFacts: string[][];
  /** Code that a packer hides. */
  gaps: Gap[];
}

/**
 * Facts and signatures -> who does what with which data. Only where the facts are `complete`, an absence means anything.
 * @param reaches how each fact is reached, in the order of the facts; empty where that was not asked for
 */
export function match(
  facts: Fact[],
  manifest: Manifest | null,
  complete: boolean,
  catalogue: Catalogue,
  reaches: readonly (Reach | null)[] = [],
): Match {
  const meanings = compileMeanings(catalogue, manifest?.package ?? null);
  const owners = compileOwners(catalogue, manifest, facts);
  const gaps = findPackers(facts, catalogue);
  return {
    evidence: findEvidence(facts, reaches, meanings, owners, catalogue, compilePermissionCheck(manifest, catalogue)),
    sdks: findSdks(facts, catalogue),
    permissions: requestedPermissions(facts, meanings, manifest, complete && gaps.length === 0, catalogue),
    missingPermissions: missingPermissions(facts, reaches, meanings, manifest, catalogue),
    frameworks: findFrameworks(facts, catalogue),
    dataOfFacts: facts.map((fact) =>
      fact.kind === 'permission' ? (catalogue.permissions[fact.value]?.data ?? []) : (meanings.of(fact)?.data ?? []),
    ),
    gaps,
  };
}
