import type { FunctionValue } from '../binding/value.ts';
import type { AccessPath } from './access-path.ts';

/** A call that the value went into as an argument, so that it comes back there and nowhere else. */
export interface Entered {
  callee: FunctionValue;
  script: number;
  call: number;
  outer: Entered | null;
  depth: number;
  /** The same way has the same text. */
  key: string;
}

/** The value of an expression holds what was collected. */
export interface ValueState {
  script: number;
  /** Index of the expression, function or class. */
  node: number;
  path: AccessPath;
  entered: Entered | null;
  /** Where it came from; null where it is read. */
  from: ValueState | null;
}

/** Calls that are remembered at a time; of longer ways the first ones are forgotten. */
const MAX_ENTERED = 3;

export function enter(outer: Entered | null, callee: FunctionValue, script: number, call: number): Entered {
  const kept = outer !== null && outer.depth >= MAX_ENTERED ? withoutOldest(outer) : outer;
  const key = `${kept?.key ?? ''}/${script}:${call}`;
  return { callee, script, call, outer: kept, depth: (kept?.depth ?? 0) + 1, key };
}

function withoutOldest(entered: Entered): Entered | null {
  if (entered.outer === null) return null;
  return enter(withoutOldest(entered.outer), entered.callee, entered.script, entered.call);
}
