import type * as t from '@babel/types';
import type { Scope } from '../binding/scope.ts';
import type { FunctionValue } from '../binding/value.ts';
import type { CallSites } from './call-sites.ts';
import { wrappedGenerator } from './wrapped-generator.ts';

const NONE: readonly FunctionValue[] = [];

/**
 * Functions that hand all that they are given on to another one that a variable holds, as compilers write asynchronous
 * functions: `var _load = helper(function* (id) {}); function load(_x) { return _load.apply(this, arguments); }`.
 */
export class ForwardedCalls {
  private known: Map<t.Node, FunctionValue[]> | null = null;

  constructor(private readonly callSites: CallSites) {}

  /** The functions whose arguments a function gets. */
  to({ node }: FunctionValue): readonly FunctionValue[] {
    if (node.type !== 'FunctionExpression') return NONE;
    this.known ??= this.find();
    return this.known.get(node) ?? NONE;
  }

  private find(): Map<t.Node, FunctionValue[]> {
    const found = new Map<t.Node, FunctionValue[]>();
    for (const { node, scope } of this.callSites.candidates('apply')) {
      const [self, given] = node.arguments;
      if (self?.type !== 'ThisExpression' || given?.type !== 'Identifier' || given.name !== 'arguments') continue;
      const by = functionAround(scope);
      if (by === null || node.callee.type !== 'MemberExpression' || node.callee.object.type !== 'Identifier') continue;
      for (const source of scope.lookup(node.callee.object.name)?.sources ?? []) {
        if (source.kind !== 'expression' || source.path.length > 0) continue;
        const { expression } = source;
        const target = expression.type === 'CallExpression' ? wrappedGenerator(expression) : expression;
        if (target?.type !== 'FunctionExpression' || target === by.node) continue;
        const others = found.get(target);
        if (others === undefined) found.set(target, [by]);
        else others.push(by);
      }
    }
    return found;
  }
}

/** The function whose arguments `arguments` are. */
function functionAround(scope: Scope): FunctionValue | null {
  for (let around: Scope | null = scope; around !== null; around = around.parent) {
    if (around.function !== null && around.function.node.type !== 'ArrowFunctionExpression') return around.function;
  }
  return null;
}
