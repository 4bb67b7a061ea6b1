import { readCsv } from '../formats/csv.ts';
import type { PolicyReading } from '../model/claim.ts';
import { type Declared, declaredReading } from './declared-reading.ts';
import { PLAY_TYPES } from './store-types.ts';

const GROUP = 'PSL_DATA_TYPES_';
const USAGE = 'PSL_DATA_USAGE_RESPONSES:';

/** True for the export of Google Play's Data safety form. */
export function isDataSafety(text: string): boolean {
  return /^\ufeff?"?Question ID \(machine readable\)/.test(text.slice(0, 100));
}

/** Reads the answers of a Data safety form: types that are ticked, or that are said to be collected or shared. */
export function readDataSafety(name: string, bytes: Uint8Array, text: string): PolicyReading {
  const types = new Map<string, { line: number; question: string }>();
  const purposes = new Map<string, Set<string>>();
  for (const { line, fields } of readCsv(text)) {
    const [question = '', response = '', value = ''] = fields;
    if (value.trim().toLowerCase() !== 'true') continue;
    const usage = question.startsWith(USAGE) ? question.slice(USAGE.length).split(':') : [];
    const type = question.startsWith(GROUP) ? response : usage[1]?.endsWith('COLLECTION_AND_SHARING') ? usage[0] : null;
    if (type != null && !types.has(type)) types.set(type, { line, question });
    if (usage[0] !== undefined && usage[1]?.endsWith('_PURPOSE') === true) {
      const known = purposes.get(usage[0]) ?? new Set<string>();
      purposes.set(usage[0], known.add(response.replace('PSL_', '')));
    }
  }
  const declared = [...types].flatMap(([id, { line }]): Declared[] => {
    const type = PLAY_TYPES.get(id.replace('PSL_', ''));
    if (type === undefined) return [];
    return [{ type, quote: id, purpose: [...(purposes.get(id) ?? [])].join(', ') || null, line }];
  });
  return declaredReading(name, bytes, declared);
}
