import { type Scan, termsOf } from './scan.ts';

/** What a column of a table, or a key in front of a colon, holds. */
export type ColumnRole = 'name' | 'company' | 'purpose' | 'data' | 'permission' | 'link' | 'other';

/** In a tie of equally long words the first wins. */
const ROLES: readonly ColumnRole[] = ['link', 'company', 'permission', 'data', 'name', 'purpose', 'other'];
/** Words that are longer are content, not a column's heading. */
const MAX_HEADER = 48;
/** A label counts where the words that are known make up so much of it. */
const MIN_COVER = 0.5;

/** The role of a column heading or key, or null where its words are none. */
export function columnRole(scanned: Scan): ColumnRole | null {
  const length = scanned.text.replace(/[\s:：*]/g, '').length;
  if (length === 0 || length > MAX_HEADER) return null;
  let found: ColumnRole | null = null;
  let longest = 0;
  let last = 0;
  for (const role of ROLES) {
    for (const span of termsOf(scanned, `column/${role}`)) {
      const size = span.end - span.start;
      // Of equally long words the last is the head of a Chinese compound.
      if (size > longest || (size === longest && span.end > last)) {
        longest = size;
        last = span.end;
        found = role;
      }
    }
  }
  return longest >= length * MIN_COVER ? found : null;
}
