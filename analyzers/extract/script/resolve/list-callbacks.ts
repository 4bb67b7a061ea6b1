import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Scope } from '../binding/scope.ts';
import { FunctionValue } from '../binding/value.ts';
import { keyName } from '../syntax/pattern.ts';
import type { Resolver } from './resolve.ts';

/** An expression that gives a list, and the scope of its names. */
export interface GivenList {
  node: t.Node;
  scope: Scope;
}

/** Methods of arrays that call what they are given once for each item, with the item first. */
const EACH = /^(?:map|forEach|filter|some|every|find|findIndex|flatMap)$/;

/** Which lists call a function with their items: `wanted.map((each) => request(each))`. */
export class ListCallbacks {
  private lists: Map<t.Node, GivenList> | null = null;

  constructor(private readonly resolver: Resolver) {}

  /** The list whose items a function gets as its first argument, the first that is found. */
  of(fn: FunctionValue): GivenList | undefined {
    this.lists ??= this.read(this.resolver.program.scripts);
    return this.lists.get(fn.node);
  }

  private read(scripts: readonly BoundScript[]): Map<t.Node, GivenList> {
    const found = new Map<t.Node, GivenList>();
    for (const { nodes, calls, bundled } of scripts) {
      for (const [order, index] of calls.at.entries()) {
        const { callee, arguments: args } = nodes[index] as t.CallExpression;
        if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') continue;
        const [first] = args;
        const name = first === undefined ? null : keyName({ key: callee.property, computed: callee.computed });
        if (first === undefined || name === null || !EACH.test(name)) continue;
        const scope = calls.scopes[order] as Scope;
        for (const fn of this.functionsOf(first, scope, bundled.length > 0)) {
          if (!found.has(fn)) found.set(fn, { node: callee.object, scope });
        }
      }
    }
    return found;
  }

  /** In bundles only those that stand right there, since names of libraries would all be looked up. */
  private functionsOf(given: t.Node, scope: Scope, isBundle: boolean): readonly t.Node[] {
    if (given.type === 'ArrowFunctionExpression' || given.type === 'FunctionExpression') return [given];
    if (given.type !== 'Identifier' || isBundle) return [];
    return this.resolver
      .valuesOf(given, scope)
      .flatMap((value) => (value instanceof FunctionValue ? [value.node] : []));
  }
}
