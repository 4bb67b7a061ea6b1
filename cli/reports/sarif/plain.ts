import { printable } from '../text/printable.ts';

/** Text from the input as a SARIF message: nothing unprintable, and no `[text](target)`, which viewers make a link of. */
export function plain(text: string): string {
  return printable(text).replaceAll('](', '] (');
}
