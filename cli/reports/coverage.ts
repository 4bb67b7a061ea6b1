import type { Claim } from '../../analyzers/model/claim.ts';
import { TOO_WIDE } from '../../analyzers/model/data-types.ts';
import type { Report } from '../../analyzers/model/report.ts';

/** How a policy speaks of a data type at all, whoever collects it. */
export interface Coverage {
  how: 'exact' | 'broad' | 'denied' | 'none' | 'unknown';
  /** The claim that says so most clearly. */
  claim: Claim | null;
}

export function coverageOf(data: string, { claims, terms, policies }: Report): Coverage {
  if (policies.length === 0) return { how: 'unknown', claim: null };
  const affirmed = (id: string) => claims.find((claim) => claim.data === id && claim.stance === 'affirmed');
  const broader = broaderThan(data, terms);
  const isTerm = (id: string) => terms.data[id]?.kind === 'broad';
  // A leaf that contains it names it too: 手机号码 for the number of the line.
  const exact = [data, ...broader.filter((id) => !isTerm(id))].map(affirmed).find((claim) => claim !== undefined);
  if (exact !== undefined) return { how: 'exact', claim: exact };
  const denied = claims.find((claim) => claim.data === data && claim.stance === 'denied' && claim.scope === null);
  if (denied !== undefined) return { how: 'denied', claim: denied };
  const wider = broader.filter((id) => isTerm(id) && !TOO_WIDE.has(id));
  const broad = wider.map(affirmed).find((claim) => claim !== undefined);
  return broad === undefined ? { how: 'none', claim: null } : { how: 'broad', claim: broad };
}

/** Nearest first; ends at a circle or an unknown id. */
function broaderThan(data: string, { data: types }: Report['terms']): string[] {
  const chain: string[] = [];
  const parentOf = (id: string) => (Object.hasOwn(types, id) ? (types[id]?.parent ?? null) : null);
  let parent = parentOf(data);
  while (parent !== null && parent !== data && !chain.includes(parent)) {
    chain.push(parent);
    parent = parentOf(parent);
  }
  return chain;
}
