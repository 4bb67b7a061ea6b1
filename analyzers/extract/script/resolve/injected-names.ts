import type * as t from '@babel/types';
import { FunctionValue } from '../binding/value.ts';
import { isFunctionNode } from '../syntax/function-nodes.ts';
import type { CallNode } from './call-sites.ts';
import type { Resolver } from './resolve.ts';

/** Object literals inside of one another that are looked into. */
const MAX_LEVELS = 4;

/**
 * The names by which AngularJS gives to the parameters of functions, where they do not go by their own, as after
 * minifying: `['$http', function (a) { ... }]`, `Controller.$inject = ['$http']`. Source: AngularJS' guide on dependency
 * injection.
 */
export class InjectedNames {
  private byFunction: Map<t.Node, readonly string[]> | null = null;

  constructor(private readonly resolver: Resolver) {}

  /** The name that stands for a parameter of a function; undefined where none is said. */
  of(callee: FunctionValue, index: number): string | undefined {
    this.byFunction ??= this.read();
    return this.byFunction.get(callee.node)?.[index];
  }

  private read(): Map<t.Node, readonly string[]> {
    const found = new Map<t.Node, readonly string[]>();
    const { program } = this.resolver;
    // While these are looked for, functions are asked for again.
    this.byFunction = found;
    for (const { calls, nodes } of program.scripts) {
      for (const index of calls.at) {
        for (const { elements } of listsIn((nodes[index] as CallNode).arguments)) {
          const last = elements.at(-1);
          const names = last && isFunctionNode(last) ? textsOf(elements.slice(0, -1)) : null;
          if (last && isFunctionNode(last) && names?.length === last.params.length) found.set(last, names);
        }
      }
    }
    for (const { object, scope, source } of program.writesTo('$inject')) {
      if (source.kind !== 'expression' || source.expression.type !== 'ArrayExpression') continue;
      const names = textsOf(source.expression.elements);
      for (const value of names === null ? [] : this.resolver.valuesOf(object, scope)) {
        if (value instanceof FunctionValue && names !== null) found.set(value.node, names);
      }
    }
    return found;
  }
}

/** Lists among the arguments of a call, and in object literals there: `state('home', { controller: ['$http', ...] })`. */
function listsIn(given: readonly t.Node[]): t.ArrayExpression[] {
  const lists: t.ArrayExpression[] = [];
  let open = given;
  for (let level = 0; level < MAX_LEVELS && open.length > 0; level++) {
    const below: t.Node[] = [];
    for (const node of open) {
      if (node.type === 'ArrayExpression' && node.elements.length > 1) lists.push(node);
      if (node.type !== 'ObjectExpression') continue;
      for (const property of node.properties) if (property.type === 'ObjectProperty') below.push(property.value);
    }
    open = below;
  }
  return lists;
}

function textsOf(elements: readonly (t.Node | null)[]): string[] | null {
  const texts = elements.flatMap((element) => (element?.type === 'StringLiteral' ? [element.value] : []));
  return texts.length === elements.length ? texts : null;
}
