import type { ArrayExpression, ObjectExpression } from '@babel/types';
import type { ApiNode } from './api-node.ts';
import type { Scope } from './scope.ts';

/** An object or array literal and the scope in which its names are looked up. */
export class LiteralValue {
  constructor(
    readonly node: ObjectExpression | ArrayExpression,
    readonly scope: Scope,
  ) {}
}

/** One value that an expression can have, as far as it is known. An expression has none, one or several of them. */
export type Value = ApiNode | LiteralValue | string | number | boolean | null;

export const NO_VALUES: readonly Value[] = [];
