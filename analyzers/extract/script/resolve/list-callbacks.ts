import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Scope } from '../binding/scope.ts';
import { FunctionValue } from '../binding/value.ts';
import { isFunctionNode } from '../syntax/function-nodes.ts';
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
  private standing: Map<t.Node, GivenList> | null = null;

  constructor(private readonly resolver: Resolver) {}

  /** The list whose items a function gets as its first argument, the first that is found. */
  of(fn: FunctionValue): GivenList | undefined {
    this.lists ??= this.read();
    return this.standingAt(fn) ?? this.lists.get(fn.node);
  }

  /** The same of functions that stand right there, for which no name has to be looked up. */
  standingAt(fn: FunctionValue): GivenList | undefined {
    this.standing ??= this.readStanding();
    return this.standing.get(fn.node);
  }

  private readStanding(): Map<t.Node, GivenList> {
    const found = new Map<t.Node, GivenList>();
    for (const { given, list } of callsForEach(this.resolver.program.scripts)) {
      if (isFunctionNode(given)) found.set(given, list);
    }
    return found;
  }

  /** Not in bundles, since names of libraries would all be looked up. */
  private read(): Map<t.Node, GivenList> {
    const found = new Map<t.Node, GivenList>();
    for (const { given, list } of callsForEach(
      this.resolver.program.scripts.filter(({ bundled }) => bundled.length === 0),
    )) {
      if (given.type !== 'Identifier') continue;
      for (const value of this.resolver.valuesOf(given, list.scope)) {
        if (value instanceof FunctionValue && !found.has(value.node)) found.set(value.node, list);
      }
    }
    return found;
  }
}

/** The calls of such methods: what they are given, and the list. */
function* callsForEach(scripts: readonly BoundScript[]): Generator<{ given: t.Node; list: GivenList }> {
  for (const { nodes, calls } of scripts) {
    for (const [order, index] of calls.at.entries()) {
      const { callee, arguments: args } = nodes[index] as t.CallExpression;
      if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') continue;
      const [given] = args;
      const name = given === undefined ? null : keyName({ key: callee.property, computed: callee.computed });
      if (given === undefined || name === null || !EACH.test(name)) continue;
      yield { given, list: { node: callee.object, scope: calls.scopes[order] as Scope } };
    }
  }
}
