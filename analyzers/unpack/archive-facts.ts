import { antiAnalysisFact } from '../model/anti-analysis.ts';
import type { Fact } from '../model/fact.ts';
import type { ArchiveAnomaly } from './unpacked.ts';

/** What is odd about archives, as facts. */
export function archiveFacts(anomalies: readonly ArchiveAnomaly[]): Fact[] {
  return anomalies.map(({ archive, code, entry, count, detail }) => {
    const more = count === 1 ? '' : `; ${count - 1} more entries likewise`;
    return antiAnalysisFact(`zip/${code}`, detail + more, { file: entry ?? archive });
  });
}
