import type { Discrepancy } from '../model/discrepancy.ts';
import type { DiffInput } from './diff-input.ts';
import { discrepancy } from './discrepancy.ts';
import { actorName, dataTypeName } from './names.ts';
import { apiText, groupPractices } from './practices.ts';
import { severityOfPractice } from './severity.ts';
import { WORDING } from './wording.ts';

/**
 * `before-consent`: data that is read on the way from a start without passing a stored answer or an act of the user. The
 * build shows it by itself, whatever the policies say.
 */
export function practicesBeforeConsent({ kind, evidence, catalogue, language }: DiffInput): Discrepancy[] {
  const early = evidence.filter((item) => item.consentBasis !== null && !item.lowSignal);
  return groupPractices(early).flatMap(({ data, actor, evidence: items }) => {
    const [first] = items;
    if (first === undefined || first.consentBasis === null) return [];
    const message = WORDING[language].beforeConsent(
      dataTypeName(data, catalogue, language),
      actorName(actor, catalogue, language),
      apiText(first),
      first.consentBasis,
    );
    const severity = severityOfPractice({ data, actor, evidence: items }, { catalogue, kind });
    const ids = items.map((item) => item.id);
    return [
      discrepancy({ kind: 'before-consent', severity, message, data, actor, evidence: ids, at: first.at }, catalogue),
    ];
  });
}
