import type * as t from '@babel/types';
import { keyName } from '../syntax/pattern.ts';
import type { BoundScript, Sites } from './bound-script.ts';
import { identifierBindings } from './identifier-bindings.ts';
import type { Binding } from './scope.ts';

/** Where a script uses names, by name: positions in the lists of its identifiers and members, ascending. */
export class NamePlaces {
  private identifiersByName: ReadonlyMap<string, readonly number[]> | null = null;
  private membersByName: ReadonlyMap<string, readonly number[]> | null = null;

  private readonly byVariable = new Map<string, ReadonlyMap<Binding, readonly number[]>>();

  constructor(private readonly script: BoundScript) {}

  /**
   * Positions of a variable. All variables of one name are told apart at once: minifiers call thousands by the same
   * letter, and each of their places belongs to one.
   */
  variable(binding: Binding): readonly number[] {
    const { name } = binding;
    let found = this.byVariable.get(name);
    if (found === undefined) {
      found = this.variablesNamed(name);
      this.byVariable.set(name, found);
    }
    return found.get(binding) ?? [];
  }

  private variablesNamed(name: string): ReadonlyMap<Binding, readonly number[]> {
    const found = new Map<Binding, number[]>();
    const bindings = identifierBindings(this.script);
    for (const order of this.identifiers(name)) {
      const binding = bindings[order];
      if (binding === undefined) continue;
      const places = found.get(binding);
      if (places === undefined) found.set(binding, [order]);
      else places.push(order);
    }
    return found;
  }

  identifiers(name: string): readonly number[] {
    this.identifiersByName ??= byName(this.script, this.script.identifiers);
    return this.identifiersByName.get(name) ?? [];
  }

  /** `any.name` */
  members(name: string): readonly number[] {
    this.membersByName ??= byName(this.script, this.script.members);
    return this.membersByName.get(name) ?? [];
  }
}

function byName({ nodes }: BoundScript, { at }: Sites): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let order = 0; order < at.length; order++) {
    const name = nameAt(nodes[at[order] as number] as t.Node);
    if (name === null) continue;
    const known = places.get(name);
    if (known === undefined) places.set(name, [order]);
    else known.push(order);
  }
  return places;
}

function nameAt(node: t.Node): string | null {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return null;
  return keyName({ key: node.property, computed: node.computed });
}
