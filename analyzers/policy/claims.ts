import type { Claim, ClaimActor, DeclaredSdk } from '../model/claim.ts';
import { fingerprint } from '../model/fingerprint.ts';
import type { Location } from '../model/location.ts';
import { type MappedText, sliceMapped, trimMapped } from './mapped-text.ts';
import { normalisePhrase } from './normalise.ts';
import type { PolicyReader } from './reader.ts';
import type { DataHit } from './scan.ts';
import type { Statement } from './statements.ts';

/** Gives the Location of a position in the decoded file. */
export type Locator = (position: number) => Location;

const MAX_QUOTE = 500;

/** The types that a phrase names, each exactly or as a broader term; some phrases mean both. */
export function meaningsOf(reader: PolicyReader, hit: DataHit): { data: string; breadth: 'exact' | 'broad' }[] {
  const found: { data: string; breadth: 'exact' | 'broad' }[] = [];
  for (const data of hit.ids) found.push({ data, breadth: reader.broad.has(data) ? 'broad' : 'exact' });
  for (const data of reader.alsoExact.get(hit.phrase) ?? []) found.push({ data, breadth: 'exact' });
  for (const data of reader.alsoBroad.get(hit.phrase) ?? []) found.push({ data, breadth: 'broad' });
  return found.filter(
    (each, at) => found.findIndex((one) => one.data === each.data && one.breadth === each.breadth) === at,
  );
}

/** Claims of the statements of one text, one for each type, breadth, stance and actor in a sentence. */
export function claimsOf(
  reader: PolicyReader,
  text: MappedText,
  statements: readonly Statement[],
  locate: Locator,
): Claim[] {
  const claims: Claim[] = [];
  const known = new Set<string>();
  for (const statement of statements) {
    const quote = quoteOf(text, statement);
    const meanings = meaningsOf(reader, statement.hit);
    if (statement.background && statement.stance === 'affirmed')
      for (const item of reader.inBackground) meanings.push(item);
    for (const { data, breadth } of meanings) {
      for (const actor of statement.actors) {
        const key = `${data} ${breadth} ${statement.stance} ${actor} ${statement.sentence.start}`;
        if (known.has(key)) continue;
        known.add(key);
        claims.push({
          id: fingerprint('claim', data, breadth, statement.stance, actor, normalisePhrase(quote)),
          data,
          breadth,
          stance: statement.stance,
          scope: statement.scope,
          actor,
          purpose: statement.purpose,
          background: statement.background,
          quote,
          at: locate(text.offsets[statement.hit.start] ?? 0),
        });
      }
    }
  }
  return claims;
}

/** Adds what a row or a text says of an SDK to it, sorted; terms as wide as "personal information" say nothing. */
export function addData(reader: PolicyReader, sdk: DeclaredSdk, claims: readonly Claim[], actor: ClaimActor): void {
  for (const claim of claims) {
    if (claim.actor !== actor || claim.stance !== 'affirmed' || reader.umbrella.has(claim.data)) continue;
    const list = sdk.data[claim.breadth];
    if (!list.includes(claim.data)) list.push(claim.data);
  }
  sdk.data.exact.sort();
  sdk.data.broad.sort();
}

/** The sentence; of a very long one the part around the term. */
function quoteOf(text: MappedText, statement: Statement): string {
  const { start, end } = statement.sentence;
  const from =
    end - start <= MAX_QUOTE ? start : Math.max(start, Math.min(statement.hit.start - MAX_QUOTE / 2, end - MAX_QUOTE));
  return trimMapped(sliceMapped(text, from, Math.min(end, from + MAX_QUOTE))).text;
}
