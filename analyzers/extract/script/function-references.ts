import type * as t from '@babel/types';
import { FOREIGN } from './api-node.ts';
import type { BoundScript } from './bound-script.ts';
import { keyName } from './pattern.ts';
import type { Resolver } from './resolve.ts';
import type { Binding, Scope } from './scope.ts';
import type { ScriptModule } from './script-module.ts';
import type { FunctionValue } from './value.ts';

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
  private readonly ranges = new Map<ScriptModule, { from: number; to: number }>();
  private byFile: Map<string, BoundScript> | null = null;

  constructor(private readonly resolver: Resolver) {}

  /** References to what a variable of a module holds, in that module. */
  ofBinding(binding: Binding, module: ScriptModule): readonly Reference[] {
    const known = this.byBinding.get(binding);
    if (known !== undefined) return known;
    const found: Reference[] = [];
    const script = this.scriptOf(module);
    if (script !== undefined) {
      const { at, scopes } = script.identifiers;
      const { from, to } = this.rangeOf(module, script);
      for (let order = firstFrom(at, from); order < at.length && found.length < MAX_PLACES; order++) {
        const index = at[order] as number;
        if (index >= to) break;
        const scope = scopes[order] as Scope;
        if ((script.nodes[index] as t.Identifier).name !== binding.name || scope.lookup(binding.name) !== binding)
          continue;
        if (isValue(script, index)) found.push({ script, index, scope, isKnown: true });
      }
    }
    this.byBinding.set(binding, found);
    return found;
  }

  private scriptOf({ file }: ScriptModule): BoundScript | undefined {
    if (this.byFile === null) {
      this.byFile = new Map(this.resolver.program.scripts.map((script) => [script.module.file, script]));
    }
    return this.byFile.get(file);
  }

  /** The nodes of a module, which stand in a row, by their first index and the one behind the last. */
  private rangeOf(module: ScriptModule, { nodes, parents }: BoundScript): { from: number; to: number } {
    if (module.node === null) return { from: 0, to: nodes.length };
    const known = this.ranges.get(module);
    if (known !== undefined) return known;
    const from = nodes.indexOf(module.node);
    let to = from + 1;
    while (to < nodes.length && (parents[to] as number) >= from) to++;
    this.ranges.set(module, { from, to });
    return { from, to };
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

  private placesOf(name: string): readonly Reference[] {
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    const found: Reference[] = [];
    for (const script of this.resolver.program.scripts) {
      if (script.bundled.length > 0) continue;
      for (const { at, scopes } of [script.identifiers, script.members]) {
        for (let order = 0; order < at.length && found.length < MAX_PLACES; order++) {
          const index = at[order] as number;
          if (nameAt(script.nodes[index] as t.Node) !== name || !isValue(script, index)) continue;
          found.push({ script, index, scope: scopes[order] as Scope, isKnown: false });
        }
      }
    }
    this.byName.set(name, found);
    return found;
  }
}

/** The position in an ascending list of the first number that is not below another. */
function firstFrom(list: readonly number[], least: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nameAt(node: t.Node): string | null {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return null;
  return keyName({ key: node.property, computed: node.computed });
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
