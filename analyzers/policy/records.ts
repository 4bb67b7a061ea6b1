import { type Key, keyOf } from './fields.ts';
import { type MappedText, sliceMapped, trimMapped } from './mapped-text.ts';
import type { PolicyReader } from './reader.ts';
import { scan } from './scan.ts';
import { bodyOf, type Part } from './sections.ts';
import { mostlyData } from './tables.ts';

/** The fields of one record stand at most so many lines apart. */
const FIELDS_WITHIN = 3;
/** Names of data are no longer than this. */
const MAX_TITLE = 40;

/**
 * What a record of a list of personal information names: "Information: face", with a field beside it that says what for
 * ("Purpose: log in"), or a title of nothing but data with such a field below. Null where the part is none of this.
 */
export function recordedData(reader: PolicyReader, parts: readonly Part[], at: number): MappedText | null {
  const part = parts[at];
  if (part === undefined || part.scan === null) return null;
  const key = keyOf(reader, part);
  if (key !== null) {
    if (key.role !== 'data' || key.value.text === '') return null;
    const value = ownValue(reader, key);
    const explained =
      value.text.length < key.value.text.length || fieldNear(reader, parts, at, 1) || fieldNear(reader, parts, at, -1);
    return explained ? value : null;
  }
  const body = trimMapped(bodyOf(part));
  if (body.text.length > MAX_TITLE || /[:：。]/.test(body.text) || !mostlyData(part.scan)) return null;
  return fieldNear(reader, parts, at, 1) ? body : null;
}

/** Whether a field that says what for, when or how stands beside a part, with nothing but fields between them. */
function fieldNear(reader: PolicyReader, parts: readonly Part[], at: number, step: 1 | -1): boolean {
  for (let i = 1; i <= FIELDS_WITHIN; i++) {
    const part = parts[at + i * step];
    const key = part === undefined || part.scan === null ? null : keyOf(reader, part);
    if (key === null) return false;
    if (key.role === 'purpose' || key.role === 'other') return true;
    if (key.role === 'data') return false;
  }
  return false;
}

/** The value of a field up to the next one in the same line: "Information: face; purpose: log in". */
function ownValue(reader: PolicyReader, key: Key): MappedText {
  const { text } = key.value;
  for (const match of text.matchAll(/[;；。,，]\s*([^;；。,，:：\s]{2,16})[:：]/g)) {
    const words = scan(reader.lexicon, match[1] ?? '');
    if (words.terms.has('column/purpose') || words.terms.has('column/other'))
      return sliceMapped(key.value, 0, match.index);
  }
  return key.value;
}
