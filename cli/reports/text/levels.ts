import type { MissingPermission } from '../../../analyzers/model/evidence.ts';

/** API levels as a span: `29–32`, `33+`, `28`. */
export function levelsText({ from, to }: MissingPermission['levels']): string {
  if (to === null) return `${from}+`;
  return from === to ? String(from) : `${from}–${to}`;
}
