import type { Evidence } from '../../../analyzers/model/evidence.ts';
import type { Location } from '../../../analyzers/model/location.ts';
import { printable } from './printable.ts';

/** Methods on a way that are named: the first ones, and the last. */
const STEPS_SHOWN = 4;

/** How a place is reached: the entry point and the methods on the way; null where nothing is known to lead there. */
export function wayTo({ entry, path }: Evidence): string | null {
  if (entry === null) return null;
  const names = path.map(shortName);
  const shown =
    names.length <= STEPS_SHOWN ? names : [...names.slice(0, STEPS_SHOWN - 2), '…', ...names.slice(names.length - 1)];
  return printable([`${entry.kind} ${entry.name}`, ...shown].join(' → '));
}

/** Whether it is all code of the build that nothing is known to lead to. */
export function isUnreached(evidence: readonly Evidence[]): boolean {
  return evidence.length > 0 && evidence.every(({ grade }) => grade === 'bundled');
}

/** `Main.onCreate` of `a.b.Main` and `onCreate(android.os.Bundle)`; in scripts, whose steps have no names, `main.ts:12`. */
function shortName({ file, line, offset, class: owner, method = '' }: Location): string {
  if (owner === undefined)
    return `${file.slice(file.lastIndexOf('/') + 1)}:${line ?? `+0x${(offset ?? 0).toString(16)}`}`;
  return `${owner.slice(owner.lastIndexOf('.') + 1)}.${method.split('(')[0]}`;
}
