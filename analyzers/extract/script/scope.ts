import type { Node } from '@babel/types';
import type { Value } from './value.ts';

/** Where the value of a binding comes from: an expression and the properties taken from it, or an import. */
export type Source =
  | { kind: 'expression'; expression: Node; scope: Scope; path: readonly (string | null)[] }
  | { kind: 'import'; specifier: string; name: string | null };

export type BindingKind = 'import' | 'parameter' | 'variable';

/** One declared name. */
export class Binding {
  /** Everything that is assigned to it anywhere; the order of execution is not looked at. */
  readonly sources: Source[] = [];
  /** What is assigned to its properties (`shim.Geo = ...`). */
  members: Map<string, Source[]> | null = null;
  /** Filled by the resolver; `pending` while it is being worked out. */
  values: readonly Value[] | 'pending' | null = null;

  constructor(
    readonly name: string,
    readonly kind: BindingKind,
    /** Declared by `var` at the top of a script, where it is the same thing as the global of that name. */
    readonly global: boolean,
  ) {}
}

/** A lexical scope; blocks without declarations have none of their own. */
export class Scope {
  private names: Map<string, Binding> | null = null;

  constructor(
    readonly parent: Scope | null,
    /** Whether `var` declarations stop here. */
    readonly holdsVar: boolean,
  ) {}

  /** Declares a name, or returns the binding that has it already. */
  declare(name: string, kind: BindingKind, global = false): Binding {
    this.names ??= new Map();
    const known = this.names.get(name);
    if (known !== undefined) return known;
    const binding = new Binding(name, kind, global);
    this.names.set(name, binding);
    return binding;
  }

  lookup(name: string): Binding | undefined {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      const binding = scope.names?.get(name);
      if (binding !== undefined) return binding;
    }
    return undefined;
  }

  /** The scope in which a `var` of this place is declared. */
  varScope(): Scope {
    let scope: Scope = this;
    while (!scope.holdsVar && scope.parent !== null) scope = scope.parent;
    return scope;
  }
}
