import type { DiscrepancyKind } from '../../../analyzers/model/discrepancy.ts';
import { ADVICE } from '../remedy.ts';
import type { Language } from '../style.ts';
import { WORDING } from '../text/wording.ts';
import { RULE_MEANINGS } from './rule-meanings.ts';

/** How grave a kind is at its worst, on the scale from 0 to 10 that code scanning sorts by. */
const SECURITY_SEVERITY: Record<DiscrepancyKind, string> = {
  contradicted: '8.0',
  undisclosed: '8.0',
  'before-consent': '8.0',
  'undisclosed-sdk': '7.0',
  'sdk-exceeds': '7.0',
  background: '6.0',
  vague: '5.0',
  'undeclared-permission': '5.0',
  'incomplete-analysis': '5.0',
  'policy-defect': '4.0',
  'unused-permission': '3.0',
  unevidenced: '2.0',
};

export const RULE_IDS = Object.keys(SECURITY_SEVERITY).sort() as DiscrepancyKind[];

/** One rule for each kind of discrepancy, sorted by id. */
export function rules(language: Language): object[] {
  return RULE_IDS.map((id) => ({
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: WORDING[language].kind[id] },
    fullDescription: { text: RULE_MEANINGS[language][id] },
    help: { text: ADVICE[language][id] },
    defaultConfiguration: { level: 'warning' },
    properties: { tags: ['privacy'], precision: 'medium', 'security-severity': SECURITY_SEVERITY[id] },
  }));
}
