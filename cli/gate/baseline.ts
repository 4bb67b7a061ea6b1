import { InputError } from '../../analyzers/index.ts';
import { readJson } from '../read-json.ts';

/** What an earlier report knew: its discrepancies, and how often each API showed each practice. */
export interface Baseline {
  /** As the user named it. */
  name: string;
  /** Ids of discrepancies, without those that a person suppressed. */
  discrepancies: ReadonlySet<string>;
  /** Ids of evidence. */
  evidence: ReadonlySet<string>;
  /** Data, actor and API of evidence -> number of places. */
  places: ReadonlyMap<string, number>;
}

/**
 * Reads a JSON report as a baseline. Only what the gate compares is asked of it, so that the report of an older version
 * still serves.
 * @throws InputError when it cannot be read or is no report of `candor scan`.
 */
export function readBaseline(path: string): Baseline {
  const report = readJson(path);
  const discrepancies = isRecord(report) && report.schema === 1 ? report.discrepancies : undefined;
  const evidence = isRecord(report) ? report.evidence : undefined;
  if (!Array.isArray(discrepancies) || !Array.isArray(evidence)) {
    throw new InputError(path, 'is not a JSON report of candor scan');
  }
  const places = new Map<string, number>();
  for (const item of evidence) {
    const key = placeKey(item);
    places.set(key, (places.get(key) ?? 0) + 1);
  }
  const accepted = discrepancies.filter((item) => !isSuppressedByPerson(item));
  return { name: path, discrepancies: idsOf(accepted, path), evidence: idsOf(evidence, path), places };
}

/** What somebody accepted for a time is left to that suppression, so that a baseline never outlives its end. */
function isSuppressedByPerson(discrepancy: unknown): boolean {
  const suppressed = isRecord(discrepancy) ? discrepancy.suppressed : null;
  return isRecord(suppressed) && suppressed.reason !== 'baseline';
}

/** Evidence that means the same wherever it stands: code moves and is renamed by shrinkers from build to build. */
export function placeKey(evidence: unknown): string {
  const { data, actor, api } = isRecord(evidence) ? evidence : {};
  return JSON.stringify([data, actor, api]);
}

function idsOf(items: unknown[], path: string): Set<string> {
  return new Set(
    items.map((item) => {
      if (!isRecord(item) || typeof item.id !== 'string') {
        throw new InputError(path, 'is not a JSON report of candor scan: an entry has no id');
      }
      return item.id;
    }),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
