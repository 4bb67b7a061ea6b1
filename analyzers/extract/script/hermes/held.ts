import type * as t from '@babel/types';

/** A scope of variables that closures share. */
export interface Environment {
  id: number;
  parent: Environment | null;
  /** The function that made it. */
  owner: number;
}

/** What a register holds, as far as it is followed. */
export type Held =
  | {
      kind: 'name';
      name: string;
      literal?: t.ObjectExpression | t.ArrayExpression;
      /** Whether it lies in a variable that other functions use, too. */
      shared?: boolean;
      keys?: readonly string[];
    }
  | { kind: 'constant'; value: string | number | boolean | null | undefined }
  | { kind: 'this' }
  | { kind: 'global' }
  | { kind: 'environment'; environment: Environment | null }
  | {
      kind: 'closure';
      id: number;
      environment: Environment | null;
      variable: string | null;
      /** Of a class that extends another one. */
      parent?: Held;
    }
  /** The members of a class's instances. */
  | { kind: 'prototype'; of: Held }
  /** The class of the instance that is being made. */
  | { kind: 'new-target' }
  | { kind: 'private-name'; name: string }
  | {
      kind: 'member';
      object: Held;
      key: string | Held;
      offset: number;
      depth: number;
      uses: number;
      variable: string | null;
    }
  | { kind: 'choice'; options: readonly Held[]; variable: string | null }
  | { kind: 'unknown' };

export const UNKNOWN: Held = { kind: 'unknown' };
export const THIS: Held = { kind: 'this' };
export const GLOBAL: Held = { kind: 'global' };

/** Ways by which a register can have got its value that are kept where they meet. */
const MAX_OPTIONS = 4;

/** What a register holds where two ways through a function meet. */
export function meet(a: Held | undefined, b: Held | undefined): Held | undefined {
  if (a === b || b === undefined || b.kind === 'unknown') return a;
  if (a === undefined || a.kind === 'unknown') return b;
  const options = new Set([...(a.kind === 'choice' ? a.options : [a]), ...(b.kind === 'choice' ? b.options : [b])]);
  if (options.size === 1) return a;
  return { kind: 'choice', options: [...options].slice(0, MAX_OPTIONS), variable: null };
}

/** Names that no source can have. */
export function parameterName(id: number, index: number): string {
  return `%p${id}_${index}`;
}

/** The variable of an environment. */
export function slotName({ id }: Environment, slot: number): string {
  return `%e${id}_${slot}`;
}

/** What all registers hold where two ways meet. */
export function merged(a: readonly (Held | undefined)[], b: readonly (Held | undefined)[]): (Held | undefined)[] {
  const result: (Held | undefined)[] = [];
  for (let register = 0; register < Math.max(a.length, b.length); register++)
    result.push(meet(a[register], b[register]));
  return result;
}
