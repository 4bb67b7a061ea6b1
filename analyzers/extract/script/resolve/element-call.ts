import type * as t from '@babel/types';
import type { Scope } from '../binding/scope.ts';
import { calledName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';

/** What compilers make of a JSX element; the component is the first argument. */
const ELEMENT = new Set(
  ['jsx', 'jsxs', 'jsxDEV', 'createElement', 'createVNode', 'h'].flatMap((name) => [name, `_${name}`]),
);

/**
 * Whether a call makes an element of a component: by its own name, or by that of the member which its variable holds,
 * where a minifier has renamed the variable: `const e = React.createElement`.
 */
export function isElementCall(
  node: t.CallExpression | t.OptionalCallExpression | t.NewExpression,
  scope: Scope,
): boolean {
  const name = calledName(node);
  if (name === null) return false;
  if (ELEMENT.has(name)) return true;
  const member = node.callee.type === 'Identifier' ? memberIn(node.callee.name, scope) : null;
  return member !== null && ELEMENT.has(member);
}

/** The name of the member that a variable was given, by assignment, by a pattern or by an import. */
function memberIn(variable: string, scope: Scope): string | null {
  const source = scope.lookup(variable)?.sources[0];
  if (source?.kind === 'import') return source.name;
  if (source?.kind !== 'expression') return null;
  if (source.path.length > 0) return source.path.at(-1) ?? null;
  const { expression } = source;
  return expression.type === 'MemberExpression'
    ? keyName({ key: expression.property, computed: expression.computed })
    : null;
}
