import type * as t from '@babel/types';
import type { LiteralValue } from '../binding/value.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { keyName } from '../syntax/pattern.ts';

/** A field of a component that holds what one above it provides. */
export interface InjectedField {
  owner: LiteralValue;
  name: string;
}

/** Fields of one name that are followed. */
const MAX_FIELDS = 16;

/**
 * Fields of Vue components that hold what others provide under a name: `inject: ['place']`,
 * `inject: { here: { from: 'place' } }`. Source: Vue's documentation of the options provide and inject.
 */
export class InjectedFields {
  private fields: Map<string, InjectedField[]> | null = null;

  constructor(private readonly resolver: Resolver) {}

  named(name: string): readonly InjectedField[] {
    return this.indexed().get(name) ?? [];
  }

  private indexed(): Map<string, InjectedField[]> {
    if (this.fields !== null) return this.fields;
    const fields = new Map<string, InjectedField[]>();
    this.fields = fields;
    for (const { literals } of this.resolver.program.scripts) {
      for (const owner of literals.values()) {
        for (const [name, provided] of injectedBy(owner.node)) {
          const known = fields.get(provided);
          if (known === undefined) fields.set(provided, [{ owner, name }]);
          else if (known.length < MAX_FIELDS) known.push({ owner, name });
        }
      }
    }
    return fields;
  }
}

/** Names of fields, each with the name under which it is provided. */
function injectedBy(component: LiteralValue['node']): [string, string][] {
  if (component.type !== 'ObjectExpression') return [];
  const option = component.properties.find((each) => each.type === 'ObjectProperty' && keyName(each) === 'inject');
  const names = option?.type === 'ObjectProperty' ? option.value : null;
  if (names?.type === 'ArrayExpression') {
    return names.elements.flatMap((each) => (each?.type === 'StringLiteral' ? [[each.value, each.value]] : []));
  }
  if (names?.type !== 'ObjectExpression') return [];
  return names.properties.flatMap((each) => {
    const name = each.type === 'ObjectProperty' ? keyName(each) : null;
    return each.type !== 'ObjectProperty' || name === null ? [] : [[name, providedName(each.value) ?? name]];
  });
}

/** `'place'`, `{ from: 'place' }` */
function providedName(node: t.Node): string | null {
  if (node.type === 'StringLiteral') return node.value;
  if (node.type !== 'ObjectExpression') return null;
  const from = node.properties.find((each) => each.type === 'ObjectProperty' && keyName(each) === 'from');
  return from?.type === 'ObjectProperty' && from.value.type === 'StringLiteral' ? from.value.value : null;
}
