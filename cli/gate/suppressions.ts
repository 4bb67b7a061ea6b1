import type { Discrepancy, Suppression } from '../../analyzers/index.ts';

/** Whether a suppression speaks of a discrepancy: by its id, or by every pattern that it gives. */
export function covers(suppression: Suppression, discrepancy: Discrepancy): boolean {
  const { id, kind, data, actor, subject } = suppression;
  if (id !== undefined && id !== discrepancy.id) return false;
  if (kind !== undefined && kind !== discrepancy.kind) return false;
  return fits(data, discrepancy.data) && fits(actor, discrepancy.actor) && fits(subject, discrepancy.subject);
}

/** Whether a suppression has ended; its last day still counts. Both are days in the same calendar, `YYYY-MM-DD`. */
export function hasExpired({ expires }: Suppression, today: string): boolean {
  return expires !== undefined && expires < today;
}

function fits(pattern: string | undefined, value: string | null): boolean {
  return pattern === undefined || (value !== null && fitsPattern(pattern, value));
}

/** `*` stands for any run of characters. Linear in the value for each part of the pattern. */
function fitsPattern(pattern: string, value: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return value === pattern;
  if (!value.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = value.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return value.length - last.length >= at && value.endsWith(last);
}
