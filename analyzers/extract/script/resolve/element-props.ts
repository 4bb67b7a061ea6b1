import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Scope } from '../binding/scope.ts';
import { ClassValue, FunctionValue, InstanceValue, LiteralValue, NO_VALUES, type Value } from '../binding/value.ts';
import type { CallNode } from './call-sites.ts';
import { elementCalls } from './element-call.ts';
import { type Resolver, union } from './resolve.ts';

type Component = FunctionValue | InstanceValue;

/** Places where one component is shown that are looked at. */
const MAX_PLACES = 8;

/** What components of the app's own get as properties where they are shown: `<Screen onSend={send} />`, `jsx(Screen, { onSend: send })`. */
export class ElementProps {
  private readonly given = new Map<Component, { node: t.Node; scope: Scope }[]>();
  private readonly open = new Set<Component>();

  constructor(private readonly resolver: Resolver) {}

  find(scripts: readonly BoundScript[]): void {
    for (const script of scripts) {
      const { nodes, parents, identifiers, calls, hasElements } = script;
      for (let order = 0; hasElements && order < identifiers.at.length; order++) {
        const index = identifiers.at[order] as number;
        if ((nodes[index] as t.Node).type !== 'JSXIdentifier') continue;
        const element = nodes[parents[index] ?? -1];
        if (element?.type !== 'JSXOpeningElement' || element.attributes.length === 0) continue;
        const scope = identifiers.scopes[order] as Scope;
        this.note(element.name, scope, objectOf(element));
      }
      for (const order of elementCalls(script)) {
        const node = nodes[calls.at[order] as number] as CallNode;
        const [component, props] = node.arguments;
        if (component === undefined || props === undefined || props.type === 'NullLiteral') continue;
        if (component.type !== 'StringLiteral') this.note(component, calls.scopes[order] as Scope, props);
      }
    }
  }

  /** The objects whose properties a component gets. */
  givenTo(component: Component): readonly Value[] {
    const places = this.given.get(component);
    if (places === undefined || this.open.has(component)) return NO_VALUES;
    this.open.add(component);
    let values: readonly Value[] = NO_VALUES;
    for (const { node, scope } of places) values = union(values, this.resolver.valuesOf(node, scope).filter(isLiteral));
    this.open.delete(component);
    return values;
  }

  private note(name: t.Node, scope: Scope, node: t.Node): void {
    for (const value of this.resolver.valuesOf(name, scope)) {
      const component = value instanceof ClassValue ? value.instance : value;
      if (!(component instanceof FunctionValue) && !(component instanceof InstanceValue)) continue;
      const known = this.given.get(component);
      if (known === undefined) this.given.set(component, [{ node, scope }]);
      else if (known.length < MAX_PLACES) known.push({ node, scope });
    }
  }
}

/** The attributes of an element as the object that they become. */
function objectOf({ attributes }: t.JSXOpeningElement): t.Node {
  const properties = attributes.flatMap((attribute): unknown[] => {
    if (attribute.type === 'JSXSpreadAttribute') return [{ type: 'SpreadElement', argument: attribute.argument }];
    if (attribute.name.type !== 'JSXIdentifier') return [];
    const value = attribute.value?.type === 'JSXExpressionContainer' ? attribute.value.expression : attribute.value;
    if (!value || value.type === 'JSXEmptyExpression') return [];
    return [{ type: 'ObjectProperty', key: { type: 'Identifier', name: attribute.name.name }, value, computed: false }];
  });
  return { type: 'ObjectExpression', properties } as unknown as t.ObjectExpression;
}

function isLiteral(value: Value): boolean {
  return value instanceof LiteralValue;
}
