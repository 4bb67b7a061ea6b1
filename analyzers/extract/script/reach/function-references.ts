import type * as t from '@babel/types';
import { FOREIGN } from '../apis/api-node.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Binding, Scope } from '../binding/scope.ts';
import type { ScriptModule } from '../binding/script-module.ts';
import { FunctionValue } from '../binding/value.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { keyName } from '../syntax/pattern.ts';

/** A place where a function is named without being called there. */
export interface Reference {
  script: BoundScript;
  /** Index of the node. */
  index: number;
  scope: Scope;
  /** Whether the name is known to be the function's, or is only the same. */
  isKnown: boolean;
}

/** Places looked at of one name. */
const MAX_PLACES = 400;
/** UTF-16 units below which a name is taken for a minifier's, which says nothing. */
const LEAST_NAME = 3;

/** Finds where functions are named but not called: passed on, put into objects and elements. */
export class FunctionReferences {
  private readonly byName = new Map<string, Reference[]>();
  private readonly byBinding = new Map<Binding, Reference[]>();
  private readonly byExport = new Map<string, Map<FunctionValue, Reference[]>>();
  private byFile: Map<string, BoundScript> | null = null;
  private defaults: Map<FunctionValue, { binding: Binding; module: ScriptModule }[]> | null = null;

  constructor(private readonly resolver: Resolver) {}

  /** References to what a variable of a module holds, in its script. */
  ofBinding(binding: Binding, module: ScriptModule): readonly Reference[] {
    const known = this.byBinding.get(binding);
    if (known !== undefined) return known;
    const script = this.scriptOf(module);
    const found: Reference[] = [];
    if (script !== undefined) {
      const { at, scopes } = script.identifiers;
      for (const order of this.resolver.program.placesIn(script).variable(binding)) {
        const index = at[order] as number;
        if (!isValue(script, index)) continue;
        found.push({ script, index, scope: scopes[order] as Scope, isKnown: true });
        if (found.length >= MAX_PLACES) break;
      }
    }
    this.byBinding.set(binding, found);
    return found;
  }

  /** References to what modules import as the default of another, by whatever name they call it. */
  ofDefault(fn: FunctionValue): readonly Reference[] {
    this.defaults ??= this.defaultImports();
    return (this.defaults.get(fn) ?? []).flatMap(({ binding, module }) => this.ofBinding(binding, module));
  }

  private defaultImports(): Map<FunctionValue, { binding: Binding; module: ScriptModule }[]> {
    const found = new Map<FunctionValue, { binding: Binding; module: ScriptModule }[]>();
    for (const { bindings, module, bundled } of this.resolver.program.scripts) {
      if (bundled.length > 0) continue;
      for (const binding of bindings) {
        const [source] = binding.sources;
        if (binding.kind !== 'import' || source?.kind !== 'import' || source.name !== 'default') continue;
        for (const value of this.resolver.valuesOfBinding(binding)) {
          if (!(value instanceof FunctionValue)) continue;
          found.set(value, [...(found.get(value) ?? []), { binding, module }]);
        }
      }
    }
    return found;
  }

  private scriptOf({ file }: ScriptModule): BoundScript | undefined {
    if (this.byFile === null) {
      this.byFile = new Map(this.resolver.program.scripts.map((script) => [script.module.file, script]));
    }
    return this.byFile.get(file);
  }

  /**
   * References by a name in any script that is no bundle, `x` and `any.x`; those that are known to be something else are
   * left out.
   */
  named(name: string, fn: FunctionValue): readonly Reference[] {
    if (name.length < LEAST_NAME) return [];
    return this.placesOf(name).flatMap((place): Reference[] => {
      const values = this.resolver.valuesOf(place.script.nodes[place.index] as t.Node, place.scope);
      if (values.includes(fn)) return [{ ...place, isKnown: true }];
      return values.every((value) => value === FOREIGN) ? [place] : [];
    });
  }

  /**
   * References in bundles by a name under which a module exports the function, `screens.Upload`. All libraries lie there
   * together, so that only those count that are known to be the function.
   */
  inBundles(name: string, fn: FunctionValue): readonly Reference[] {
    if (name.length < LEAST_NAME) return [];
    let exported = this.byExport.get(name);
    if (exported === undefined) {
      exported = this.exportedBy(name);
      this.byExport.set(name, exported);
    }
    return exported.get(fn) ?? [];
  }

  private exportedBy(name: string): Map<FunctionValue, Reference[]> {
    const found = new Map<FunctionValue, Reference[]>();
    for (const script of this.resolver.program.scripts) {
      if (script.bundled.length === 0) continue;
      const { at, scopes } = script.members;
      for (const order of this.resolver.program.placesIn(script).members(name)) {
        const index = at[order] as number;
        const scope = scopes[order] as Scope;
        if (!isHandedOn(script, index) || scope.enclosingModule()?.packageName !== null) continue;
        for (const value of this.resolver.valuesOf(script.nodes[index] as t.Node, scope)) {
          if (!(value instanceof FunctionValue)) continue;
          const reference = { script, index, scope, isKnown: true };
          const known = found.get(value);
          if (known === undefined) found.set(value, [reference]);
          else if (known.length < MAX_PLACES) known.push(reference);
        }
      }
    }
    return found;
  }

  private placesOf(name: string): readonly Reference[] {
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    const found: Reference[] = [];
    for (const script of this.resolver.program.scripts) {
      if (script.bundled.length > 0) continue;
      const places = this.resolver.program.placesIn(script);
      for (const [{ at, scopes }, orders] of [
        [script.identifiers, places.identifiers(name)],
        [script.members, places.members(name)],
      ] as const) {
        for (const order of orders) {
          if (found.length === MAX_PLACES) break;
          const index = at[order] as number;
          if (isValue(script, index)) found.push({ script, index, scope: scopes[order] as Scope, isKnown: false });
        }
      }
    }
    this.byName.set(name, found);
    return found;
  }
}

/** Whether a node is a call's argument, or what a property of an object literal gets. */
function isHandedOn({ nodes, parents }: BoundScript, index: number): boolean {
  const node = nodes[index];
  const parent = nodes[parents[index] ?? -1];
  if (parent?.type === 'ObjectProperty') return parent.value === node;
  return (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee !== node;
}

/** Whether a node is neither called nor looked into, nor written to. */
function isValue({ nodes, parents }: BoundScript, index: number): boolean {
  const node = nodes[index];
  const parent = nodes[parents[index] ?? -1];
  switch (parent?.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return parent.callee !== node;
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      const name = keyName({ key: parent.property, computed: parent.computed });
      return parent.object === node && name === 'bind';
    }
    case 'AssignmentExpression':
      return parent.right === node;
    case undefined:
    case 'UnaryExpression':
    case 'UpdateExpression':
    case 'BinaryExpression':
    case 'IfStatement':
    case 'JSXOpeningElement':
    case 'JSXClosingElement':
      return false;
    default:
      return true;
  }
}
