import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import { identifierBindings } from '../binding/identifier-bindings.ts';
import type { Binding, Scope, Source } from '../binding/scope.ts';
import type { ScriptModule } from '../binding/script-module.ts';
import { ClassValue, FunctionValue, type InstanceValue } from '../binding/value.ts';
import { isFunction } from '../syntax/function-nodes.ts';

/** A place that takes the value of an expression; `path` are the properties taken from the value. */
export type Target =
  | { kind: 'binding'; binding: Binding; path: readonly (string | null)[] }
  | { kind: 'member'; object: t.Node; scope: Scope; name: string; path: readonly (string | null)[] }
  | { kind: 'slot'; owner: ClassValue | InstanceValue; name: string; path: readonly (string | null)[] }
  | { kind: 'export'; module: ScriptModule; name: string | null; path: readonly (string | null)[] };

/** Where in one script values go: made when the first value that is followed comes there. */
export class ScriptIndex {
  /** By the node of an expression, function or class: what takes its value. */
  readonly targets = new Map<t.Node, Target[]>();
  /** Places where a variable is used, as indexes of nodes. */
  readonly uses = new Map<Binding, number[]>();
  /** Uses of the global variables that other scripts declare. */
  readonly freeUses = new Map<string, number[]>();
  /** Uses of `arguments`, by function. */
  readonly argumentsUses = new Map<FunctionValue, number[]>();
  readonly parameters = new Map<FunctionValue, Binding[]>();
  readonly exportsOf = new Map<Binding, { module: ScriptModule; name: string }[]>();
  /** Where the modules of a bundle begin, in order. */
  private readonly modules: { start: number; module: ScriptModule }[] = [];
  /** Of functions. */
  private readonly indexes = new Map<t.Node, number>();

  constructor(readonly script: BoundScript) {
    for (let index = 0; index < script.nodes.length; index++) {
      const node = script.nodes[index] as t.Node;
      if (isFunction(node)) this.indexes.set(node, index);
    }
    for (const module of script.bundled) {
      const start = module.node === null ? undefined : this.indexOf(module.node);
      if (start !== undefined) this.modules.push({ start, module });
    }
    this.modules.sort((a, b) => a.start - b.start);
    for (const binding of new Set(script.bindings)) this.addBinding(binding);
    for (const { object, scope, name, source } of script.memberWrites) {
      this.addTarget(source, (path) => ({ kind: 'member', object, scope, name, path }));
    }
    const made = [...script.functions.values()].flatMap(({ madeClass }) => madeClass ?? []);
    for (const owner of [...script.classes.values(), ...made]) {
      this.addMembers(owner, owner.statics);
      this.addMembers(owner.instance, owner.members);
    }
    for (const module of [script.module, ...script.bundled]) this.addExports(module);
    this.addUses();
  }

  indexOf(node: t.Node): number | undefined {
    return this.indexes.get(node);
  }

  /** The module of a bundle in which a node stands. */
  moduleAt(node: number): ScriptModule | undefined {
    let low = 0;
    let high = this.modules.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.modules[middle]?.start ?? 0) <= node) low = middle + 1;
      else high = middle;
    }
    return this.modules[low - 1]?.module;
  }

  private addBinding(binding: Binding): void {
    for (const source of binding.sources) this.addTarget(source, (path) => ({ kind: 'binding', binding, path }));
    if (binding.parameter !== null) add(this.parameters, binding.parameter.of, binding);
  }

  private addMembers(owner: ClassValue | InstanceValue, members: ReadonlyMap<string, Source[]>): void {
    for (const [name, sources] of members) {
      for (const source of sources) this.addTarget(source, (path) => ({ kind: 'slot', owner, name, path }));
    }
  }

  private addExports(module: ScriptModule): void {
    for (const [name, sources] of module.exports) {
      for (const source of sources) {
        this.addTarget(source, (path) => ({ kind: 'export', module, name, path }));
        // The names in an export list are no uses of their own.
        if (source.kind !== 'expression' || source.expression.type !== 'Identifier' || source.path.length > 0) continue;
        const binding = source.scope.lookup(source.expression.name);
        if (binding !== undefined) add(this.exportsOf, binding, { module, name });
      }
    }
    for (const source of module.whole) this.addTarget(source, (path) => ({ kind: 'export', module, name: null, path }));
  }

  private addTarget(source: Source, make: (path: readonly (string | null)[]) => Target): void {
    if (source.kind === 'expression') add(this.targets, source.expression, make(source.path));
    else if (source.kind === 'value') {
      const { value } = source;
      if (value instanceof FunctionValue || value instanceof ClassValue) add(this.targets, value.node, make([]));
    }
  }

  private addUses(): void {
    const { nodes, identifiers } = this.script;
    const bindings = identifierBindings(this.script);
    for (let order = 0; order < identifiers.at.length; order++) {
      const index = identifiers.at[order] as number;
      const { name } = nodes[index] as t.Identifier | t.JSXIdentifier;
      const binding = bindings[order];
      if (binding !== undefined) add(this.uses, binding, index);
      else if (name !== 'arguments') add(this.freeUses, name, index);
      else {
        const owner = identifiers.scopes[order]?.enclosingFunction();
        if (owner) add(this.argumentsUses, owner, index);
      }
    }
  }
}

function add<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
