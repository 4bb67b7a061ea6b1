import type * as t from '@babel/types';
import type { Scope } from '../binding/scope.ts';
import { ClassValue, FunctionValue, NO_VALUES, type Value } from '../binding/value.ts';
import { calledName } from '../syntax/called-name.ts';
import type { Resolver } from './resolve.ts';

/** Functions of libraries that give a component around the one they get: React's, MobX', React Navigation's, Sentry's. */
const WRAPPER = /^(?:memo|forwardRef|observer|wrap|with[A-Z]\w*)$/;
/** Functions that give such a function: `connect(mapState)(Screen)`. */
const MAKES_WRAPPER = /^(?:connect|inject|translate|reduxForm|graphql|compose|flowRight|with[A-Z]\w*)$/;

/** The component inside of what a library makes of it, so that where it is shown is known. */
export function componentInside(resolver: Resolver, node: t.Node, scope: Scope): readonly Value[] {
  if (node.type !== 'CallExpression' || node.arguments.length === 0) return NO_VALUES;
  const { callee } = node;
  const isWrapping =
    callee.type === 'CallExpression'
      ? MAKES_WRAPPER.test(calledName(callee) ?? '')
      : WRAPPER.test(calledName(node) ?? '');
  const [first] = node.arguments;
  if (!isWrapping || first === undefined) return NO_VALUES;
  return resolver
    .valuesOf(first, scope)
    .filter((value) => value instanceof ClassValue || value instanceof FunctionValue);
}
