import type { Node, Statement } from '@babel/types';
import type { ScriptModule } from './script-module.ts';
import type { FunctionValue, Value } from './value.ts';

/** Where the value of a binding comes from: an expression or a call and the properties taken from it, an import, a type, a value. */
export type Source =
  | { kind: 'expression'; expression: Node; scope: Scope; path: readonly (string | null)[] }
  | { kind: 'import'; specifier: string; name: string | null; module: ScriptModule }
  | { kind: 'type'; annotation: Node; scope: Scope; path: readonly (string | null)[] }
  /** What the call hands to a function that it was given. */
  | { kind: 'callback'; call: Node; scope: Scope; path: readonly (string | null)[] }
  | { kind: 'value'; value: Value };

export type BindingKind = 'import' | 'parameter' | 'variable';

/** What a bundler hands to the function that wraps a module. */
export type RoleKind = 'global' | 'require' | 'importDefault' | 'importAll' | 'module' | 'exports' | 'dependencies';

export interface Role {
  kind: RoleKind;
  module: ScriptModule;
}

/** The place of a parameter in its function: which argument, and the properties taken from it. */
export interface ParameterPlace {
  of: FunctionValue;
  index: number;
  path: readonly (string | null)[];
}

/** Variables that are looked through to what they hold. */
const MAX_ALIASES = 8;

/** One declared name. */
export class Binding {
  private given: Source[] | null = null;
  /** What is assigned to its properties (`shim.Geo = ...`). */
  members: Map<string, Source[]> | null = null;
  /** Filled by the resolver; `pending` while it is being worked out. */
  values: readonly Value[] | 'pending' | null = null;
  role: Role | null = null;
  parameter: ParameterPlace | null = null;
  /** Names under which modules export it. */
  exportNames: string[] | null = null;

  constructor(
    readonly name: string,
    readonly kind: BindingKind,
    /** Declared by `var` at the top of a script, where it is the same thing as the global of that name. */
    readonly global: boolean,
  ) {}

  /** Everything that is assigned to it anywhere; the order of execution is not looked at. */
  get sources(): readonly Source[] {
    return this.given ?? NO_SOURCES;
  }

  /** Most names are given one thing, and an array that grows by one takes room for many. */
  give(source: Source): void {
    if (this.given === null) this.given = [source];
    else this.given.push(source);
  }
}

const NO_SOURCES: readonly Source[] = [];

/** A lexical scope; blocks without declarations have none of their own. */
export class Scope {
  private names: Map<string, Binding> | null = null;
  /** Set where a module begins. */
  module: ScriptModule | null = null;
  /** The function whose parameters and body these are. */
  function: FunctionValue | null = null;
  /** What `this` is from here on; `unknown` inside of functions that are called who knows how. */
  self: Value | 'unknown' | null = null;

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

  /** What a bundler's name for something is. */
  roleOf(name: string): Role | null {
    return roleOfBinding(this.lookup(name));
  }

  /** The scope in which a `var` of this place is declared. */
  varScope(): Scope {
    let scope: Scope = this;
    while (!scope.holdsVar && scope.parent !== null) scope = scope.parent;
    return scope;
  }

  /** The module that this place belongs to. */
  enclosingModule(): ScriptModule | null {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      if (scope.module !== null) return scope.module;
    }
    return null;
  }

  /** The function whose `arguments` this place sees. */
  enclosingFunction(): FunctionValue | null {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      if (scope.function !== null && scope.function.node.type !== 'ArrowFunctionExpression') return scope.function;
    }
    return null;
  }

  /** What `this` stands for here, where it is known. */
  enclosingSelf(): Value | undefined {
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      if (scope.self === 'unknown') return undefined;
      if (scope.self !== null) return scope.self;
    }
    return undefined;
  }
}

/** What a bundler calls by a variable, also by one that holds nothing but another. */
export function roleOfBinding(variable: Binding | undefined): Role | null {
  let binding = variable;
  for (let step = 0; step < MAX_ALIASES && binding !== undefined; step++) {
    if (binding.role !== null) return binding.role;
    const [source, other] = binding.sources;
    if (binding.kind !== 'variable' || other !== undefined || source?.kind !== 'expression') return null;
    if (source.path.length > 0 || source.expression.type !== 'Identifier') return null;
    binding = source.scope.lookup(source.expression.name);
  }
  return null;
}

export function addSource(members: Map<string, Source[]>, name: string, source: Source): void {
  const sources = members.get(name);
  if (sources === undefined) members.set(name, [source]);
  else sources.push(source);
}

/** The scope of a block: one of its own only where it needs one. */
export function blockScope(body: readonly Statement[], scope: Scope, holdsVar: boolean): Scope {
  if (!holdsVar && !body.some(declaresLexically)) return scope;
  return new Scope(scope, holdsVar);
}

/** Whether a statement declares a name that ends with its block. */
function declaresLexically(statement: Statement): boolean {
  switch (statement.type) {
    case 'VariableDeclaration':
      return statement.kind !== 'var';
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
      return true;
    default:
      return false;
  }
}
