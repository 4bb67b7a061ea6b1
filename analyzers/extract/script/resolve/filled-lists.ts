import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Binding, Scope } from '../binding/scope.ts';
import { keyName } from '../syntax/pattern.ts';

/** Something that is put into a list, and the scope of its names. */
export interface PutItem {
  node: t.Node;
  scope: Scope;
}

/** Items of one list that are looked at. */
const MAX_ITEMS = 32;

/** What lists in variables are filled with after they were made: `wanted.push(PERMISSIONS.CAMERA)`. */
export class FilledLists {
  private items: Map<Binding, PutItem[]> | null = null;

  constructor(private readonly scripts: readonly BoundScript[]) {}

  /** What is put, anywhere, into the list that a variable holds. */
  into(binding: Binding): readonly PutItem[] {
    this.items ??= this.read();
    return this.items.get(binding) ?? [];
  }

  private read(): Map<Binding, PutItem[]> {
    const found = new Map<Binding, PutItem[]>();
    for (const { nodes, calls } of this.scripts) {
      for (const [order, index] of calls.at.entries()) {
        const scope = calls.scopes[order] as Scope;
        const call = nodes[index] as t.CallExpression;
        const binding = filledBy(call, scope);
        if (binding === undefined) continue;
        const items = found.get(binding) ?? [];
        found.set(binding, items);
        for (const node of call.arguments) if (items.length < MAX_ITEMS) items.push({ node, scope });
      }
    }
    return found;
  }
}

/** The variable into whose list a call puts its arguments. */
function filledBy({ callee }: t.CallExpression, scope: Scope): Binding | undefined {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined;
  const name = keyName({ key: callee.property, computed: callee.computed });
  return name === 'push' || name === 'unshift' ? scope.lookup(callee.object.name) : undefined;
}
