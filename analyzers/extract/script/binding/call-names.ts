import type * as t from '@babel/types';
import { calledName } from '../syntax/called-name.ts';
import type { BoundScript, Sites } from './bound-script.ts';

/**
 * The names by which a list of calls calls: many look through all calls of a program for some names, and each of them asks
 * once for a name here and not for every call.
 */
export class CallNames {
  private readonly names: (string | null)[] = [];
  /** By position in the list: which of the names. */
  private readonly numbers: Uint32Array;

  constructor({ nodes }: BoundScript, { at }: Sites) {
    const known = new Map<string | null, number>();
    this.numbers = new Uint32Array(at.length);
    for (let order = 0; order < at.length; order++) {
      const name = calledName(nodes[at[order] as number] as t.CallExpression);
      let number = known.get(name);
      if (number === undefined) {
        number = this.names.length;
        this.names.push(name);
        known.set(name, number);
      }
      this.numbers[order] = number;
    }
  }

  /** Positions in the list of the calls by names that are asked for, ascending. @param isAsked null where nothing is named */
  positions(isAsked: (name: string | null) => boolean): number[] {
    const { numbers } = this;
    const asked = Uint8Array.from(this.names, (name) => (isAsked(name) ? 1 : 0));
    const found: number[] = [];
    if (!asked.includes(1)) return found;
    for (let order = 0; order < numbers.length; order++) if (asked[numbers[order] as number] === 1) found.push(order);
    return found;
  }

  some(isAsked: (name: string | null) => boolean): boolean {
    return this.names.some(isAsked);
  }
}

const known = new WeakMap<Sites, CallNames>();

/** The names in one of the lists of calls of a script that is bound. */
export function callNames(script: BoundScript, calls: Sites): CallNames {
  let names = known.get(calls);
  if (names === undefined) {
    names = new CallNames(script, calls);
    known.set(calls, names);
  }
  return names;
}
