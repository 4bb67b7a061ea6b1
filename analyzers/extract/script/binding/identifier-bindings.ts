import type * as t from '@babel/types';
import type { BoundScript } from './bound-script.ts';
import type { Binding } from './scope.ts';

const known = new WeakMap<BoundScript, readonly (Binding | undefined)[]>();

/** The variables that a script's identifiers name, in their order; undefined for those that it does not declare. */
export function identifierBindings(script: BoundScript): readonly (Binding | undefined)[] {
  let bindings = known.get(script);
  if (bindings === undefined) {
    const { nodes, identifiers } = script;
    const { at, scopes } = identifiers;
    const found: (Binding | undefined)[] = [];
    for (let order = 0; order < at.length; order++) {
      found.push(scopes[order]?.lookup((nodes[at[order] as number] as t.Identifier | t.JSXIdentifier).name));
    }
    bindings = found;
    known.set(script, bindings);
  }
  return bindings;
}
