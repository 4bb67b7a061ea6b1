import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import { callNames } from '../binding/call-names.ts';
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
  if (name !== null && ELEMENT.has(name)) return true;
  return node.callee.type === 'Identifier' && isRenamed(node.callee.name, scope);
}

const known = new WeakMap<BoundScript, readonly number[]>();

/** The calls with arguments of a script that make elements of components: their positions in its list, ascending. */
export function elementCalls(script: BoundScript): readonly number[] {
  let calls = known.get(script);
  if (calls === undefined) {
    const { at, scopes } = script.calls;
    const isElement = new Uint8Array(at.length);
    const named = callNames(script, script.calls).positions((name) => name !== null && ELEMENT.has(name));
    for (const order of named) isElement[order] = 1;
    for (let order = 0; order < at.length; order++) {
      const { callee } = script.nodes[at[order] as number] as t.CallExpression;
      if (callee.type === 'Identifier' && isRenamed(callee.name, scopes[order] as Scope)) isElement[order] = 1;
    }
    calls = at.flatMap((_, order) => (isElement[order] === 1 ? [order] : []));
    known.set(script, calls);
  }
  return calls;
}

function isRenamed(variable: string, scope: Scope): boolean {
  const member = memberIn(variable, scope);
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
