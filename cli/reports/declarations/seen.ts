import type { Evidence } from '../../../analyzers/model/evidence.ts';
import type { Report } from '../../../analyzers/model/report.ts';
import type { DataTypeTerm } from '../../../analyzers/model/terms.ts';
import { actorName, dataName } from '../names.ts';
import type { Language } from '../style.ts';

/** A type that a declaration form asks for, with the evidence for it. */
export interface Seen {
  /** Data type ids, sorted. */
  data: string[];
  evidence: Evidence[];
}

/**
 * What code was seen to read, by what a form calls it. Permissions alone, and APIs that everybody calls, declare nothing.
 * @param nameOf what the form calls a data type; several where it cannot tell, none where it does not ask for it
 */
export function seenBy(
  { evidence, terms }: Report,
  nameOf: (term: DataTypeTerm) => readonly string[],
): ReadonlyMap<string, Seen> {
  const found = new Map<string, Seen>();
  for (const item of evidence) {
    const term = Object.hasOwn(terms.data, item.data) ? terms.data[item.data] : undefined;
    if (term === undefined || item.lowSignal || item.grade === 'requested') continue;
    for (const name of nameOf(term)) {
      const seen = found.get(name) ?? { data: [], evidence: [] };
      if (!seen.data.includes(item.data)) seen.data = [...seen.data, item.data].sort();
      seen.evidence.push(item);
      found.set(name, seen);
    }
  }
  return found;
}

/** `IMEI, Android ID; the app itself, JPush`. */
export function describeSeen({ data, evidence }: Seen, { terms }: Report, language: Language): string {
  const mark = language === 'zh' ? '、' : ', ';
  const actors = [...new Set(evidence.map(({ actor }) => actor))].map((actor) => actorName(actor, terms, language));
  const names = data.map((id) => dataName(id, terms, language));
  return [names.join(mark), actors.join(mark)].join(language === 'zh' ? '；' : '; ');
}
