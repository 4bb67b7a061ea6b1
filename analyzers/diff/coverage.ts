import type { Catalogue } from '../model/catalogue.ts';
import type { Claim } from '../model/claim.ts';
import { broaderTypes, TOO_WIDE } from '../model/data-types.ts';
import type { Actor } from '../model/evidence.ts';

/** How far a policy's claims cover one practice. */
export interface Coverage {
  /** `exact`: named as such; `broad`: only a term that contains it; `denied`: denied outright; `none`: not at all. */
  by: 'exact' | 'broad' | 'denied' | 'none';
  /** The claims it rests on, in the order of the text. */
  claims: Claim[];
}

/**
 * What the claims say about a data type as collected by an actor. A claim about the type, about a leaf that contains it
 * (手机号码 for the line number) or, where the evidence itself is only broad, about a part of it, names it; a claim about
 * a broad term that contains it covers it vaguely. An outright denial counts only where nothing names the type.
 */
export function coverageOf(data: string, actor: Actor, claims: Claim[], dataTypes: Catalogue['dataTypes']): Coverage {
  const speaking = claims.filter((claim) => speaksOf(claim, actor));
  const broader = broaderTypes(dataTypes, data);
  const names = (claim: Claim) =>
    claim.data === data ||
    (broader.includes(claim.data) && dataTypes[claim.data]?.kind !== 'broad') ||
    broaderTypes(dataTypes, claim.data).includes(data);
  const contains = (claim: Claim) => broader.includes(claim.data) && !TOO_WIDE.has(claim.data);

  const affirmed = speaking.filter((claim) => claim.stance === 'affirmed');
  const exact = affirmed.filter(names);
  if (exact.length > 0) return { by: 'exact', claims: exact };
  const denied = claims.filter(
    (claim) =>
      claim.stance === 'denied' &&
      claim.scope === null &&
      (claim.actor === 'app' || claim.actor === actor) &&
      (claim.data === data || contains(claim)),
  );
  if (denied.length > 0) return { by: 'denied', claims: denied };
  // An SDK that the policy lists is held to its own entry: a broad term said of the app does not widen it.
  const listed = actor.startsWith('sdk:') && claims.some((claim) => claim.actor === actor);
  const broad = affirmed.filter((claim) => contains(claim) && (!listed || claim.actor === actor));
  return broad.length > 0 ? { by: 'broad', claims: broad } : { by: 'none', claims: [] };
}

/** The policy's own claims speak for everybody; a row of an SDK for that SDK; an unnamed partner for third parties. */
function speaksOf(claim: Claim, actor: Actor): boolean {
  if (claim.actor === 'app' || claim.actor === actor) return true;
  return claim.actor === 'partner' && actor !== 'app';
}
