import { atLeast } from '../../analyzers/diff/severity.ts';
import type { Discrepancy, Gate, Report, Suppression, Threshold } from '../../analyzers/index.ts';
import { summarise } from '../../analyzers/summary.ts';
import { type Baseline, placeKey } from './baseline.ts';
import { covers, hasExpired } from './suppressions.ts';

export interface GateSettings {
  failOn: Threshold;
  kinds: Gate['kinds'];
  allowIncomplete: boolean;
  suppressions: Suppression[];
  baseline: Baseline | null;
  /** The day by which expiry is judged, `YYYY-MM-DD`. */
  today: string;
}

/**
 * Judges a report: marks what a person or the baseline accepts, and says what fails. An ended suppression no longer
 * covers anything, and what it covered fails whatever its severity, so that nobody overlooks the end. What could not be
 * analysed is accepted by a suppression or --allow-incomplete only: a baseline knows nothing about code nobody read.
 */
export function applyGate(report: Report, settings: GateSettings): Report {
  const { baseline, suppressions, today } = settings;
  const grown = baseline === null ? {} : growth(report, baseline);
  const discrepancies = report.discrepancies.map((item) => {
    const accepted = suppressions.find((entry) => covers(entry, item) && !hasExpired(entry, today));
    if (accepted !== undefined) return { ...item, suppressed: mark(accepted) };
    const known = baseline?.discrepancies.has(item.id) && grown[item.id] === undefined;
    return known && item.kind !== 'incomplete-analysis'
      ? { ...item, suppressed: { reason: 'baseline' } }
      : { ...item, suppressed: null };
  });
  const covered = (entry: Suppression) =>
    discrepancies.filter((item) => covers(entry, item) && (item.suppressed === null || !hasExpired(entry, today)));
  const expired = suppressions
    .filter((entry) => hasExpired(entry, today))
    .map((suppression) => ({ suppression, covers: covered(suppression).map(({ id }) => id) }))
    .filter((entry) => entry.covers.length > 0);
  const ended = new Set(expired.flatMap((entry) => entry.covers));
  const failing = discrepancies
    .filter((item) => fails(item, settings) || (ended.has(item.id) && settings.failOn !== 'none'))
    .map(({ id }) => id);
  const gate: Gate = {
    failOn: settings.failOn,
    kinds: settings.kinds,
    allowIncomplete: settings.allowIncomplete,
    failing,
    expired,
    idle: suppressions.filter((entry) => covered(entry).length === 0),
    baseline: baseline === null ? null : verdict(baseline, discrepancies, grown),
  };
  const { discrepancies: counts, worst } = summarise(discrepancies, [], {});
  const summary = { discrepancies: counts, worst, passed: failing.length === 0 && !isIncomplete(discrepancies, gate) };
  return { ...report, discrepancies, summary, gate };
}

/** Whether code that exists was not read and nobody accepted that. */
export function isIncomplete(
  discrepancies: Discrepancy[],
  { allowIncomplete }: Pick<Gate, 'allowIncomplete'>,
): boolean {
  const open = discrepancies.some(({ kind, suppressed }) => kind === 'incomplete-analysis' && suppressed === null);
  return open && !allowIncomplete;
}

function mark({ reason, owner, expires }: Suppression): NonNullable<Discrepancy['suppressed']> {
  return { reason, ...(owner === undefined ? {} : { owner }), ...(expires === undefined ? {} : { expires }) };
}

/** What could not be looked at is no disagreement; it fails only where its kind has a threshold of its own. */
function fails({ kind, severity, suppressed }: Discrepancy, { failOn, kinds }: GateSettings): boolean {
  const threshold = kinds[kind] ?? (kind === 'incomplete-analysis' ? 'none' : failOn);
  return suppressed === null && threshold !== 'none' && atLeast(severity, threshold);
}

/**
 * Known discrepancies that an API now shows in more places than before, with the evidence that is new. Places are
 * counted and not compared, because shrinkers rename classes and methods from build to build.
 */
function growth({ discrepancies, evidence }: Report, baseline: Baseline): Record<string, string[]> {
  const places = new Map<string, string[]>();
  for (const item of evidence) {
    const key = placeKey(item);
    places.set(key, [...(places.get(key) ?? []), item.id]);
  }
  const added = new Set<string>();
  for (const [key, ids] of places) {
    const before = baseline.places.get(key) ?? 0;
    if (ids.length <= before) continue;
    const unknown = ids.filter((id) => !baseline.evidence.has(id));
    for (const id of unknown) added.add(id);
  }
  return Object.fromEntries(
    discrepancies.flatMap((item) => {
      const ids = item.evidence.filter((id) => added.has(id));
      return ids.length > 0 && baseline.discrepancies.has(item.id) ? [[item.id, ids] as const] : [];
    }),
  );
}

function verdict(baseline: Baseline, discrepancies: Discrepancy[], grown: Record<string, string[]>): Gate['baseline'] {
  const present = new Set(discrepancies.map(({ id }) => id));
  return {
    name: baseline.name,
    known: discrepancies.filter(({ suppressed }) => suppressed?.reason === 'baseline').length,
    gone: [...baseline.discrepancies].filter((id) => !present.has(id)).sort(),
    grown,
  };
}
