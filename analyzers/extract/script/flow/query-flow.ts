import type * as t from '@babel/types';
import { heldNode } from '../binding/held-node.ts';
import type { Scope } from '../binding/scope.ts';
import { FunctionValue } from '../binding/value.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { calledName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import { withoutTypes } from '../syntax/without-types.ts';
import { type AccessPath, CALLED, headOf, inside, tailOf } from './access-path.ts';

const QUERY = /^use(?:Suspense|Infinite)?Query$/;
const QUERIES = /^use(?:Suspense)?Queries$/;
const FETCH = /^(?:fetch|ensure|prefetch)(?:Infinite)?Query(?:Data)?$/;
const MUTATE = /^mutate(?:Async)?$/;
/** Hooks of the app's own around the library's. */
const MAX_LEVELS = 3;

/**
 * What a hook gives of what the functions that it gets give; undefined where it is no such hook. Source: the
 * documentation of TanStack Query (`useQuery`, `fetchQuery`) and of React (`useReducer`).
 * @param path in the argument
 */
export function resultOfHook(name: string, path: AccessPath): AccessPath | null | undefined {
  if (QUERIES.test(name)) return resultOfList(path);
  const isQuery = QUERY.test(name);
  if (!isQuery && !FETCH.test(name) && name !== 'useReducer') return undefined;
  const given = name !== 'useReducer' && headOf(path) === 'queryFn' ? tailOf(path) : path;
  if (headOf(given) !== CALLED) return undefined;
  const made = tailOf(given);
  if (isQuery) return inside('data', made);
  return name === 'useReducer' ? inside('0', made) : made;
}

/** `useQueries({ queries: [{ queryFn }] })` gives a list of what the queries give. */
function resultOfList(path: AccessPath): AccessPath | null | undefined {
  const element = headOf(path) === 'queries' ? tailOf(path) : path;
  const query = tailOf(element);
  const given = headOf(query) === 'queryFn' ? tailOf(query) : '';
  const index = headOf(element);
  if (headOf(given) !== CALLED || index === null) return undefined;
  const data = inside('data', tailOf(given));
  return data === null ? null : inside(index, data);
}

/** Functions that a call of what `useMutation` gives hands its argument to. */
export function mutatedBy(resolver: Resolver, callee: t.Node, scope: Scope): FunctionValue[] {
  const plain = withoutTypes(callee);
  let hook: { node: t.Node; scope: Scope } | undefined;
  if (
    plain.type === 'MemberExpression' &&
    MUTATE.test(keyName({ key: plain.property, computed: plain.computed }) ?? '')
  )
    hook = heldNode(plain.object, scope);
  else if (plain.type === 'Identifier') {
    const source = scope.lookup(plain.name)?.sources[0];
    if (source?.kind === 'expression' && source.path.length === 1 && MUTATE.test(source.path[0] ?? ''))
      hook = { node: source.expression, scope: source.scope };
  }
  return hook === undefined ? [] : mutationsIn(resolver, hook.node, hook.scope, 0);
}

function mutationsIn(resolver: Resolver, node: t.Node, scope: Scope, level: number): FunctionValue[] {
  if (node.type !== 'CallExpression' || level >= MAX_LEVELS) return [];
  if (calledName(node) !== 'useMutation') {
    return resolver.valuesOf(node.callee, scope).flatMap((value) =>
      value instanceof FunctionValue
        ? value.returns.flatMap((returned) => {
            const held = heldNode(returned.expression, returned.scope);
            return held === undefined ? [] : mutationsIn(resolver, held.node, held.scope, level + 1);
          })
        : [],
    );
  }
  const values = node.arguments.flatMap((argument) => resolver.valuesOf(argument, scope));
  return [...values, ...resolver.propertyOfAll(values, 'mutationFn')].filter((value) => value instanceof FunctionValue);
}
