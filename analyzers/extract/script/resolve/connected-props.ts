import type * as t from '@babel/types';
import type { Scope } from '../binding/scope.ts';
import { ScriptModule } from '../binding/script-module.ts';
import {
  ClassValue,
  FunctionValue,
  type InstanceValue,
  LiteralValue,
  NO_VALUES,
  type Value,
} from '../binding/value.ts';
import type { CallSite } from './call-sites.ts';
import { type Resolver, union } from './resolve.ts';

/** A component that a wrapper gives more properties. */
type Component = FunctionValue | InstanceValue;

/** Wrappers around one another: `connect(...)(withTheme(translated(Screen)))`. */
const MAX_WRAPPERS = 5;
const MAX_CREATORS = 200;

/**
 * What react-redux gives to components: `connect(mapState, mapDispatch)(Screen)`, as a call, as a decorator, through a
 * variable and through `compose`. Source: the documentation of react-redux, connect().
 */
export class ConnectedProps {
  /** Component -> what makes its properties: functions, or objects of action creators. */
  private readonly makers = new Map<Component, { node: t.Node; scope: Scope }[]>();
  private readonly open = new Set<Component>();
  private takers: Map<FunctionValue, Component[]> | null = null;

  constructor(private readonly resolver: Resolver) {}

  /** Looks for the calls; what they are given is looked at when it is asked for. */
  find(): void {
    for (const site of this.resolver.callSites.candidates('connect')) {
      const { node, scope } = site;
      const given = node.arguments.slice(0, 2).filter((each) => each.type !== 'NullLiteral');
      if (given.length === 0) continue;
      for (const component of this.componentsOf(site)) {
        const known = this.makers.get(component) ?? [];
        this.makers.set(component, [...known, ...given.map((each) => ({ node: each, scope }))]);
      }
    }
  }

  /** The objects whose properties a component gets. */
  givenTo(component: Component): readonly Value[] {
    const makers = this.makers.get(component);
    if (makers === undefined || this.open.has(component)) return NO_VALUES;
    this.open.add(component);
    let values: readonly Value[] = NO_VALUES;
    for (const { node, scope } of makers) {
      for (const value of this.resolver.valuesOf(node, scope)) {
        const made = value instanceof FunctionValue ? this.resolver.returnsOf(value.node) : [value];
        values = union(values, made.filter(isObject));
      }
    }
    this.open.delete(component);
    return values;
  }

  /** The components whose properties a function makes. */
  takersOf(maker: FunctionValue): readonly Component[] {
    if (this.takers === null) {
      this.takers = new Map();
      for (const [component, makers] of this.makers) {
        for (const { node, scope } of makers) {
          for (const value of this.resolver.valuesOf(node, scope)) {
            if (!(value instanceof FunctionValue)) continue;
            this.takers.set(value, [...(this.takers.get(value) ?? []), component]);
          }
        }
      }
    }
    return this.takers.get(maker) ?? [];
  }

  /** Functions that make actions, which whoever calls them hands to the store without naming it. */
  creators(): readonly FunctionValue[] {
    const found = new Set<FunctionValue>();
    const add = (values: readonly Value[]): void => {
      for (const value of values) {
        if (found.size >= MAX_CREATORS) return;
        for (const each of this.functionsIn(value)) found.add(each);
      }
    };
    for (const { node, scope } of this.resolver.callSites.candidates('bindActionCreators')) {
      const [first] = node.arguments;
      if (first !== undefined) add(this.resolver.valuesOf(first, scope));
    }
    for (const makers of this.makers.values()) {
      for (const { node, scope } of makers) add(this.resolver.valuesOf(node, scope).filter(isObject));
    }
    return [...found];
  }

  private functionsIn(value: Value): FunctionValue[] {
    const { resolver } = this;
    let values: readonly Value[] = [];
    if (value instanceof ScriptModule) {
      values = [...value.exports.keys()].flatMap((name) => resolver.propertyOfAll([value], name));
    } else if (value instanceof LiteralValue && value.node.type === 'ObjectExpression') {
      values = value.node.properties.flatMap((property) => {
        if (property.type === 'ObjectProperty') return resolver.valuesOf(property.value, value.scope);
        return property.type === 'ObjectMethod' ? resolver.valuesOf(property, value.scope) : [];
      });
    } else values = [value];
    return values.filter((each) => each instanceof FunctionValue);
  }

  private componentsOf({ script, at, node, scope }: CallSite): Component[] {
    const above = script.parents[at] ?? -1;
    const parent = script.nodes[above];
    switch (parent?.type) {
      case 'CallExpression':
        if (parent.callee === node) return this.wrapped(parent.arguments[0], scope);
        return this.composed(script.nodes[script.parents[above] ?? -1], parent, scope);
      case 'Decorator':
        return this.wrapped(script.nodes[script.parents[above] ?? -1], scope);
      case 'VariableDeclarator': {
        const binding = parent.id.type === 'Identifier' ? scope.lookup(parent.id.name) : undefined;
        const sites = binding === undefined ? [] : this.resolver.callSites.ofBinding(binding);
        return sites.flatMap((site) => this.wrapped(site.given[0], site.scope));
      }
      default:
        return [];
    }
  }

  /** `compose(connect(...), withTheme)(Screen)` */
  private composed(outer: t.Node | undefined, call: t.CallExpression, scope: Scope): Component[] {
    return outer?.type === 'CallExpression' && outer.callee === call ? this.wrapped(outer.arguments[0], scope) : [];
  }

  private wrapped(expression: t.Node | undefined, scope: Scope): Component[] {
    let inner = expression;
    for (let level = 0; level < MAX_WRAPPERS && inner !== undefined; level++) {
      const values = this.resolver.valuesOf(inner, scope);
      const components = values.flatMap((value): Component[] => {
        if (value instanceof ClassValue) return [value.instance];
        return value instanceof FunctionValue ? [value] : [];
      });
      if (components.length > 0 || inner.type !== 'CallExpression') return components;
      inner = inner.arguments[0];
    }
    return [];
  }
}

function isObject(value: Value): boolean {
  return value instanceof LiteralValue || value instanceof ScriptModule;
}
