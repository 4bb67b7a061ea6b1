import { type ColumnRole, columnRole } from './columns.ts';
import { companyIn } from './declared-sdk.ts';
import { type MappedText, sliceMapped, trimMapped } from './mapped-text.ts';
import type { PolicyReader } from './reader.ts';
import { scan } from './scan.ts';
import { bodyOf, type Part } from './sections.ts';

/** Longer words in front of a colon are no key. */
export const MAX_KEY = 30;

export interface Key {
  role: ColumnRole;
  /** What stands behind the colon. */
  value: MappedText;
}

/** A key such as "Purpose:" at the start of a line, or alone on it. */
export function keyOf(reader: PolicyReader, part: Part): Key | null {
  let key = KEYS.get(part);
  if (key === undefined) {
    key = readKey(reader, part);
    KEYS.set(part, key);
  }
  return key;
}

/** Several readers ask for the key of a part and of those beside it. */
const KEYS = new WeakMap<Part, Key | null>();

function readKey(reader: PolicyReader, part: Part): Key | null {
  if (part.scan === null) return null;
  const body = bodyOf(part);
  const colon = /[:：]/.exec(body.text.slice(0, MAX_KEY + 1));
  if (colon === null) return null;
  const label = body.text.slice(0, colon.index);
  if (/[。，,；;]/.test(label) || /https?$/.test(label)) return null;
  const role = columnRole(scan(reader.lexicon, label));
  if (role === null) return null;
  const value = trimMapped(sliceMapped(body, colon.index + 1, body.text.length));
  // "Third party: X Ltd." below a title names the maker.
  return { role: role === 'name' && companyIn(value.text) === value.text ? 'company' : role, value };
}
