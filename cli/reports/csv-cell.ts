import { printable } from './text/printable.ts';

/** What spreadsheets take for the beginning of a formula, full-width forms included. */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/;

/** A quoted cell (RFC 4180); one that a spreadsheet would compute is led by an apostrophe. */
export function csvCell(value: string): string {
  const shown = printable(value);
  return `"${(FORMULA.test(shown) ? `'${shown}` : shown).replaceAll('"', '""')}"`;
}
