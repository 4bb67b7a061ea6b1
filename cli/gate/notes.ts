import type { Gate, Suppression } from '../../analyzers/index.ts';
import { printable } from '../reports/text/printable.ts';

/** Lines for standard error on what the gate wants somebody to mend: ended suppressions, and those that cover nothing. */
export function gateNotes({ expired, idle }: Gate, quiet: boolean): string[] {
  const ended = expired.map(
    ({ suppression, covers }) =>
      `candor: a suppression ended on ${suppression.expires} and fails: ${describe(suppression)}; it covered ${covers.join(', ')}`,
  );
  const unused = quiet ? [] : idle.map((entry) => `candor: a suppression covers nothing: ${describe(entry)}`);
  return [...ended, ...unused];
}

function describe({ id, kind, data, actor, subject, reason, owner }: Suppression): string {
  const what = [id, kind, data, actor, subject].filter((part) => part !== undefined).join(' ');
  return printable(`${what} (${owner === undefined ? '' : `${owner}: `}${reason})`);
}
