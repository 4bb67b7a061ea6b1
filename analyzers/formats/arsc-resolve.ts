import { matchesDevice, type ResourceConfig, suitsBetter } from './arsc-config.ts';
import { type ResourceReference, valueText, type XmlValue } from './xml.ts';

/** One value of a resource; a resource has one for each configuration that it is given in. */
export interface ResourceCandidate {
  config: ResourceConfig;
  value: XmlValue;
}

/** Looks resources up, whatever the encoding of the table. */
export interface ResourceTable {
  /**
   * All values of a resource in the order of the table; none when the table does not have it or has no plain value.
   * @throws MalformedError when the resource is damaged
   */
  candidates(reference: ResourceReference): ResourceCandidate[];
}

/** As many look-ups as Android makes before it gives up. */
const MAX_HOPS = 20;

/**
 * Follows references until a value that is none.
 * @throws MalformedError when a resource on the way is damaged
 * @returns null when a reference leads nowhere, in a circle, or takes more than 20 look-ups
 */
export function resolveValue(table: ResourceTable, value: XmlValue): XmlValue | null {
  let current = value;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    if (current.kind !== 'reference') return current;
    const next = pickCandidate(table.candidates(current));
    if (next === null) return null;
    current = next.value;
  }
  return current.kind === 'reference' ? null : current;
}

/** The text of a value, through references; null when it cannot be resolved. */
export function resolveText(table: ResourceTable, value: XmlValue): string | null {
  const resolved = resolveValue(table, value);
  return resolved === null ? null : valueText(resolved);
}

/**
 * The value that `aapt dump badging` shows: the one of the configuration without locale that best fits its device;
 * where all are localised, the best one of the locale that is first in alphabetical order. Where nothing fits the
 * device (a string only for landscape), aapt shows none; here the first in the table is taken.
 */
export function pickCandidate(candidates: readonly ResourceCandidate[]): ResourceCandidate | null {
  let best: ResourceCandidate | null = null;
  for (const candidate of candidates) {
    if (!matchesDevice(candidate.config)) continue;
    if (best === null) {
      best = candidate;
      continue;
    }
    const [a, b] = [candidate.config, best.config];
    if (a.locale < b.locale || (a.locale === b.locale && suitsBetter(a, b))) best = candidate;
  }
  return best ?? candidates[0] ?? null;
}

/** One table out of several, as the APKs of a split app share their resources: candidates in the order of the tables. */
export function joinTables(tables: readonly ResourceTable[]): ResourceTable {
  return { candidates: (reference) => tables.flatMap((table) => table.candidates(reference)) };
}
