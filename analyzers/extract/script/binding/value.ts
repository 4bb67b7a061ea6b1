import type { ArrayExpression, Class, Function as FunctionNode, Node, ObjectExpression } from '@babel/types';
import type { ApiNode } from '../apis/api-node.ts';
import type { Binding, Scope, Source } from './scope.ts';
import type { ScriptModule } from './script-module.ts';

/** An object or array literal and the scope in which its names are looked up. */
export class LiteralValue {
  constructor(
    readonly node: ObjectExpression | ArrayExpression,
    readonly scope: Scope,
  ) {}
}

/** An expression that a function can return. */
interface Returned {
  expression: Node;
  scope: Scope;
}

/** A function of the app's own and what it can return. */
export class FunctionValue {
  private returned: Returned[] | null = null;
  private called: string[] | null = null;
  /** The variable that holds it. */
  binding: Binding | null = null;
  /** The scope of its parameters and its body. */
  inner: Scope | null = null;
  /** The class that it is the constructor of, where members are hung on it. */
  madeClass: ClassValue | null = null;
  /** The class whose body it stands in as the constructor. */
  constructed: ClassValue | null = null;

  constructor(readonly node: FunctionNode) {}

  get returns(): readonly Returned[] {
    return this.returned ?? NO_RETURNS;
  }

  /** Names by which calls can reach it: of its declaration, the variable or the property that holds it. */
  get names(): readonly string[] {
    return this.called ?? NO_NAMES;
  }

  // Most functions have one of each, and an array that grows by one takes room for many.
  addReturn(value: Returned): void {
    if (this.returned === null) this.returned = [value];
    else this.returned.push(value);
  }

  addName(name: string): void {
    if (this.called === null) this.called = [name];
    else this.called.push(name);
  }
}

const NO_RETURNS: readonly Returned[] = [];
const NO_NAMES: readonly string[] = [];

/** A class of the app's own; the fields of an instance stand beside its methods. */
export class ClassValue {
  readonly statics = new Map<string, Source[]>();
  readonly members = new Map<string, Source[]>();
  readonly instance: InstanceValue = new InstanceValue(this);
  extended: { expression: Node; scope: Scope } | null = null;

  constructor(
    readonly node: Class | FunctionNode,
    readonly scope: Scope,
  ) {}
}

export class InstanceValue {
  constructor(readonly of: ClassValue) {}
}

/** One value that an expression can have, as far as it is known. An expression has none, one or several of them. */
export type Value =
  | ApiNode
  | LiteralValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | ScriptModule
  | string
  | number
  | boolean
  | null;

export const NO_VALUES: readonly Value[] = [];
