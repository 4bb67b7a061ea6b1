import type * as t from '@babel/types';
import type { Scope } from '../binding/scope.ts';
import type { CallNode, CallSite } from '../resolve/call-sites.ts';
import type { Resolver } from '../resolve/resolve.ts';

/** A name that a caller passes to a wrapper, and the name of the called wrapper, where the caller says so. */
export interface CallerName {
  name: string;
  place: t.Node;
  scope: Scope;
  /** The call of the wrapper. */
  call: CallSite;
}

/** Wrappers around wrappers that are followed. */
const MAX_LEVELS = 4;

/**
 * The constants that the callers of a function pass for the parameter that an expression is; undefined where it is no
 * parameter of a function with known callers.
 */
export function namesFromCallers(resolver: Resolver, expression: t.Node, scope: Scope): CallerName[] | undefined {
  const names: CallerName[] = [];
  let open: { expression: t.Node; scope: Scope; call: CallSite | null }[] = [{ expression, scope, call: null }];
  for (let level = 0; level <= MAX_LEVELS; level++) {
    const next: typeof open = [];
    for (const { expression: argument, scope: at, call } of open) {
      const callers = callersOf(resolver, argument, at);
      if (callers === undefined) {
        if (call === null) return undefined;
        for (const value of resolver.valuesOf(argument, at)) {
          if (typeof value === 'string') names.push({ name: value, place: calledName(call.node), scope: at, call });
        }
      } else for (const item of callers) next.push(item);
    }
    open = next;
  }
  return names;
}

function callersOf(resolver: Resolver, expression: t.Node, scope: Scope) {
  if (expression.type !== 'Identifier') return undefined;
  const binding = scope.lookup(expression.name);
  const parameter = binding?.parameter;
  if (!binding || !parameter || binding.sources.some(({ kind }) => kind === 'expression')) return undefined;
  if (parameter.path.length > 0) return undefined;
  return resolver.callSites.of(parameter.of).flatMap((call) => {
    const argument = call.given[parameter.index];
    return argument === undefined ? [] : [{ expression: argument as t.Node, scope: call.scope, call }];
  });
}

function calledName({ callee }: CallNode): t.Node {
  const plain = callee.type === 'SequenceExpression' ? (callee.expressions.at(-1) ?? callee) : callee;
  return plain.type === 'MemberExpression' || plain.type === 'OptionalMemberExpression' ? plain.property : plain;
}
