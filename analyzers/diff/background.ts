import type { Claim } from '../model/claim.ts';
import { broaderTypes } from '../model/data-types.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import type { DiffInput } from './diff-input.ts';
import { discrepancy } from './discrepancy.ts';
import { actorName, dataTypeName } from './names.ts';
import { apiText, groupPractices } from './practices.ts';
import { milder, severityOfPractice } from './severity.ts';
import { WORDING } from './wording.ts';

/** The taxonomy's types that say by themselves that something is collected in the background, and what they cover. */
const IN_BACKGROUND = 'background-collection';
const LOCATION_IN_BACKGROUND = 'location-background';
const LOCATION = 'location';

/** `background`: data that services, receivers and jobs read, where no claim says so of it. */
export function backgroundPractices({ kind, evidence, readings, catalogue, language }: DiffInput): Discrepancy[] {
  const { dataTypes } = catalogue;
  const claims = readings.flatMap((reading) => reading.claims).filter(({ stance }) => stance === 'affirmed');
  const declares = (data: string) => (claim: Claim) => {
    if (claim.data === IN_BACKGROUND) return true;
    const broader = [data, ...broaderTypes(dataTypes, data)];
    if (claim.data === LOCATION_IN_BACKGROUND) return broader.includes(LOCATION);
    return claim.background && (broader.includes(claim.data) || broaderTypes(dataTypes, claim.data).includes(data));
  };
  const behind = evidence.filter(
    (item) => item.background && !item.lowSignal && dataTypes[item.data]?.kind !== 'behaviour',
  );
  return groupPractices(behind).flatMap(({ data, actor, evidence: items }) => {
    const [first] = items;
    if (first === undefined || claims.some(declares(data))) return [];
    const message = WORDING[language].inBackground(
      dataTypeName(data, catalogue, language),
      actorName(actor, catalogue, language),
      apiText(first),
    );
    const severity = milder(severityOfPractice({ data, actor, evidence: items }, { catalogue, kind }));
    const ids = items.map((item) => item.id);
    return [discrepancy({ kind: 'background', severity, message, data, actor, evidence: ids }, catalogue)];
  });
}
