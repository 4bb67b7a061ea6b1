import type { Catalogue } from '../model/catalogue.ts';
import type { PolicyDefect, PolicyReading } from '../model/claim.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import { discrepancy } from './discrepancy.ts';
import { WORDING } from './wording.ts';

/** Defects that leave a reader without the substance of a disclosure. */
const GRAVE = new Set<PolicyDefect['code']>(['unfilled-placeholder', 'sdk-list-not-supplied', 'sdk-without-data']);

/** `policy-defect`: shortcomings of the policies themselves, the same shortcoming of the same subject once for each file. */
export function policyDefects(readings: PolicyReading[], catalogue: Catalogue, language: 'zh' | 'en'): Discrepancy[] {
  const found = new Map<string, Discrepancy>();
  for (const { code, subject, at } of readings.flatMap((reading) => reading.defects)) {
    const severity = GRAVE.has(code) ? 'medium' : 'low';
    const message = WORDING[language].policyDefect[code](subject ?? '');
    const about = [code, subject, at.file].filter((part) => part !== null).join(' ');
    const defect = discrepancy({ kind: 'policy-defect', severity, subject: about, message, at }, catalogue);
    if (!found.has(defect.id)) found.set(defect.id, defect);
  }
  return [...found.values()];
}
