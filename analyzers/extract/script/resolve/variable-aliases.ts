import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Binding } from '../binding/scope.ts';

/** Variables of one chain that are looked at. */
const MAX_ALIASES = 16;
/** Nodes of one expression in which variables are looked for. */
const MAX_PARTS = 16;

/** Knows which variables are given what another one holds: `let run; run = load`, `const run = given || load`. */
export class VariableAliases {
  private direct: Map<Binding, Binding[]> | null = null;

  constructor(private readonly scripts: readonly BoundScript[]) {}

  /** A variable, and those that can hold what it holds, directly or by way of others. */
  of(binding: Binding): readonly Binding[] {
    const found = new Set([binding]);
    for (const each of found) {
      for (const alias of this.index().get(each) ?? []) if (found.size < MAX_ALIASES) found.add(alias);
    }
    return [...found];
  }

  private index(): Map<Binding, Binding[]> {
    if (this.direct !== null) return this.direct;
    this.direct = new Map();
    for (const { bindings } of this.scripts) {
      for (const binding of bindings) {
        for (const source of binding.sources) {
          if (source.kind !== 'expression' || source.path.length > 0) continue;
          for (const name of variablesIn(source.expression)) {
            const held = source.scope.lookup(name);
            if (held === undefined || held === binding) continue;
            const known = this.direct.get(held);
            if (known === undefined) this.direct.set(held, [binding]);
            else known.push(binding);
          }
        }
      }
    }
    return this.direct;
  }
}

/** Names of variables whose value an expression can have. */
function variablesIn(expression: t.Node): string[] {
  if (expression.type === 'Identifier') return [expression.name];
  const names: string[] = [];
  const open: t.Node[] = [expression];
  for (let at = 0; at < open.length && at < MAX_PARTS; at++) {
    const node = open[at] as t.Node;
    switch (node.type) {
      case 'Identifier':
        names.push(node.name);
        break;
      case 'ConditionalExpression':
        open.push(node.consequent, node.alternate);
        break;
      case 'LogicalExpression':
        open.push(node.left, node.right);
        break;
      case 'AssignmentExpression':
        open.push(node.right);
        break;
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
        open.push(node.expression);
        break;
    }
  }
  return names;
}
