import type { BoundScript } from '../binding/bound-script.ts';
import type { Scope } from '../binding/scope.ts';
import { LiteralValue, NO_VALUES, type Value } from '../binding/value.ts';
import { calledName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import type { CallNode } from './call-sites.ts';
import type { Resolver } from './resolve.ts';

/** Options by which an object is known as a component. */
const OPTION =
  /^(?:data|props|methods|computed|components|setup|created|mounted|onLaunch|onLoad|onShow|onReady|beforeMount|beforeCreate)$/;
/** Mixins of all components. */
const MAX_MIXINS = 16;

/** What all components get: `Vue.mixin({ ... })`, `app.mixin({ ... })`. Source: the documentation of Vue 2 and 3. */
export class GlobalMixins {
  private mixins: readonly LiteralValue[] | null = null;

  constructor(
    private readonly resolver: Resolver,
    private readonly scripts: readonly BoundScript[],
  ) {}

  /** A property that an object has as a component; none where it is not one. */
  propertyFor(object: LiteralValue, name: string): readonly Value[] {
    this.mixins ??= this.find();
    if (this.mixins.length === 0 || this.mixins.includes(object) || !isComponent(object)) return NO_VALUES;
    return this.resolver.propertyOfAll(this.mixins, name);
  }

  /** Whether one of two objects is mixed into all components, and the other is a component. */
  areJoined(a: LiteralValue, b: LiteralValue): boolean {
    this.mixins ??= this.find();
    return (this.mixins.includes(a) && isComponent(b)) || (this.mixins.includes(b) && isComponent(a));
  }

  private find(): readonly LiteralValue[] {
    // Nothing is mixed in for what is asked for while the mixins themselves are looked up.
    this.mixins = [];
    const found = new Set<LiteralValue>();
    for (const { nodes, calls } of this.scripts) {
      for (const [order, at] of calls.at.entries()) {
        const node = nodes[at] as CallNode;
        if (node.callee.type !== 'MemberExpression' || calledName(node) !== 'mixin') continue;
        const [given, more] = node.arguments;
        if (given === undefined || more !== undefined || found.size >= MAX_MIXINS) continue;
        for (const value of this.resolver.valuesOf(given, calls.scopes[order] as Scope)) {
          if (value instanceof LiteralValue) found.add(value);
        }
      }
    }
    return [...found];
  }
}

function isComponent({ node }: LiteralValue): boolean {
  return (
    node.type === 'ObjectExpression' &&
    node.properties.some((property) => property.type !== 'SpreadElement' && OPTION.test(keyName(property) ?? ''))
  );
}
