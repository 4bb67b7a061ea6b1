import type * as t from '@babel/types';
import { ApiNode, type Outlet } from '../apis/api-node.ts';
import type { Scope } from '../binding/scope.ts';
import type { Value } from '../binding/value.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { keyName } from '../syntax/pattern.ts';
import { type AccessPath, ANY, CALLED, FILLED, headOf, isBehindCall, tailOf } from './access-path.ts';

/** The members that take what lies at a path of one argument of a call. */
export function outletsOfCall(callees: readonly Value[], position: number, path: AccessPath): Outlet[] {
  return outletsOf(callees).filter(({ sink }) => {
    if (sink.use !== 'call') return false;
    if (sink.arguments === undefined) return !isBehindCall(path);
    return sink.arguments.some((taken) => {
      if (taken.argument !== position) return false;
      if (taken.way !== undefined) return liesAt(path, taken.way);
      const head = headOf(path);
      if (taken.filled === true) {
        return head !== null && taken.keys?.includes(head) === true && headOf(tailOf(path)) === FILLED;
      }
      if (taken.returned === true) {
        if (taken.keys === undefined) return head === CALLED && !isBehindCall(tailOf(path));
        return head !== null && taken.keys.includes(head) && headOf(tailOf(path)) === CALLED;
      }
      if (isBehindCall(path)) return false;
      return taken.keys === undefined || head === null || head === ANY || taken.keys.includes(head);
    });
  });
}

/** Whether a path begins with a way, and what lies there is no function that would have to be called. */
function liesAt(path: AccessPath, way: readonly string[]): boolean {
  let rest = path;
  for (const step of way) {
    const head = headOf(rest);
    if (head === null || (head !== step && head !== ANY && (step !== ANY || head === CALLED))) return false;
    rest = tailOf(rest);
  }
  return !isBehindCall(rest);
}

/** The members that take what is assigned to an expression, or to something below them. */
export function outletsOfWrite(resolver: Resolver, left: t.Node, scope: Scope): Outlet[] {
  let node = left;
  const found: Outlet[] = [];
  for (let level = 0; level < 5; level++) {
    const values = resolver.valuesOf(node, scope);
    for (const item of outletsOf(values).filter(({ sink }) => sink.use === 'write')) found.push(item);
    if (node.type !== 'MemberExpression') break;
    node = node.object;
  }
  return found;
}

export function outletsOf(values: readonly Value[]): Outlet[] {
  return values.flatMap((value) => (value instanceof ApiNode ? value.outlets : []));
}

/** `f.call(...)`, `f.apply(...)`: the function itself, and by which of the two. */
export function indirectCallee(callee: t.Node): { callee: t.Node; by: 'call' | 'apply' } | null {
  if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') return null;
  const name = keyName({ key: callee.property, computed: callee.computed });
  return name === 'call' || name === 'apply' ? { callee: callee.object, by: name } : null;
}
