import type * as t from '@babel/types';
import { FunctionValue, LiteralValue } from '../binding/value.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { groupsOf } from '../syntax/member-groups.ts';
import { keyName } from '../syntax/pattern.ts';

/** A function that is called when data of a component changes, and as which parameter it gets the data. */
interface Watcher {
  callee: FunctionValue;
  parameter: number;
}

/** Components that are made of several objects (`mixins`, `behaviors`, `extends`), and what watches over their data. */
export class ComponentParts {
  private byPart: Map<t.Node, LiteralValue[]> | null = null;
  private readonly watchers = new Map<t.Node, ReadonlyMap<string, Watcher[]>>();

  constructor(private readonly resolver: Resolver) {}

  /** Whether two objects are, or are parts of, the same component. */
  areJoined(a: LiteralValue, b: LiteralValue): boolean {
    if (this.resolver.globalMixins.areJoined(a, b)) return true;
    return this.with(a).some(({ node }) => node === b.node) || this.with(b).some(({ node }) => node === a.node);
  }

  /** What is called when a property of an object, or of a component that it is a part of, changes. */
  watching(owner: LiteralValue, name: string): readonly Watcher[] {
    return [owner, ...this.with(owner)].flatMap((component) => this.watchersOf(component).get(name) ?? []);
  }

  /** The components that an object is a part of. */
  private with({ node }: LiteralValue): readonly LiteralValue[] {
    this.byPart ??= this.read();
    return this.byPart.get(node) ?? [];
  }

  private read(): Map<t.Node, LiteralValue[]> {
    const found = new Map<t.Node, LiteralValue[]>();
    for (const { literals } of this.resolver.program.scripts) {
      for (const component of literals.values()) {
        if (component.node.type !== 'ObjectExpression') continue;
        for (const part of groupsOf(component.node).mixed) {
          for (const value of this.resolver.valuesOf(part, component.scope)) {
            if (!(value instanceof LiteralValue)) continue;
            const known = found.get(value.node) ?? [];
            found.set(value.node, known);
            known.push(component);
          }
        }
      }
    }
    return found;
  }

  private watchersOf(component: LiteralValue): ReadonlyMap<string, Watcher[]> {
    let found = this.watchers.get(component.node);
    if (found === undefined) {
      found = this.readWatchers(component);
      this.watchers.set(component.node, found);
    }
    return found;
  }

  private readWatchers({ node, scope }: LiteralValue): ReadonlyMap<string, Watcher[]> {
    const found = new Map<string, Watcher[]>();
    for (const property of node.type === 'ObjectExpression' ? node.properties : []) {
      if (property.type !== 'ObjectProperty' || property.value.type !== 'ObjectExpression') continue;
      const group = keyName(property);
      if (group !== 'watch' && group !== 'observers') continue;
      for (const watched of property.value.properties) {
        const name = watched.type === 'SpreadElement' ? null : keyName(watched);
        if (name === null || watched.type === 'SpreadElement') continue;
        const given = watched.type === 'ObjectProperty' ? watched.value : watched;
        const values = this.resolver.valuesOf(given, scope);
        const callees = [...values, ...this.resolver.propertyOfAll(values, 'handler')].filter(
          (value) => value instanceof FunctionValue,
        );
        // `observers: { 'place, city.**': function (place, city) {} }`
        for (const [parameter, each] of name.split(',', MAX_WATCHED).entries()) {
          const key = each.trim().replace(/\.\*\*$/, '');
          found.set(key, [...(found.get(key) ?? []), ...callees.map((callee) => ({ callee, parameter }))]);
        }
      }
    }
    return found;
  }
}

/** Properties that one function watches over. */
const MAX_WATCHED = 16;
