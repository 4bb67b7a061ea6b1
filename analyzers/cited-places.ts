import type { Discrepancy } from './model/discrepancy.ts';
import type { Evidence } from './model/evidence.ts';
import type { Location } from './model/location.ts';

/** Evidence of one discrepancy of which the code is shown; the most telling stands first. */
const EVIDENCE_SHOWN = 5;
/** Places of which the code is shown; a report with more is no longer read. */
const MAX_PLACES = 1_500;

/** The places that discrepancies rest on, with every step on the way to them; the worst discrepancies first. */
export function citedPlaces(discrepancies: readonly Discrepancy[], evidence: readonly Evidence[]): Location[] {
  const byId = new Map(evidence.map((item) => [item.id, item]));
  const cited = discrepancies.flatMap((item) =>
    item.evidence.slice(0, EVIDENCE_SHOWN).flatMap((id) => byId.get(id) ?? []),
  );
  return cited
    .flatMap(({ at, path, sinks }) => [at, ...path, ...sinks.flatMap((sink) => [sink.at, ...sink.path])])
    .slice(0, MAX_PLACES);
}
