import type * as t from '@babel/types';
import { isFunctionNode } from '../syntax/function-nodes.ts';
import { annotationOf, patternTargets } from '../syntax/pattern.ts';
import type { BoundScript } from './bound-script.ts';
import type { Binding, BindingKind, Scope } from './scope.ts';
import { FunctionValue } from './value.ts';

/** Declares the names of one script in their scopes, each with what it may hold. */
export class DeclaredNames {
  /**
   * @param program the scope of the whole script, whose variables other scripts see
   * @param memberNames members that signatures know, whose reads by a pattern are noted
   */
  constructor(
    private readonly result: BoundScript,
    private readonly program: Scope,
    private readonly memberNames: ReadonlySet<string>,
  ) {}

  declare(name: string, kind: BindingKind, scope: Scope, global = false): Binding {
    const binding = scope.declare(name, kind, global);
    this.result.bindings.push(binding);
    return binding;
  }

  /**
   * Declares the names of a pattern.
   * @param value what is destructured, null where it is not known
   * @returns the expressions in the pattern: fallbacks and computed keys
   */
  declarePattern(
    pattern: t.Node,
    scope: Scope,
    valueScope: Scope,
    kind: BindingKind,
    value: t.Node | null,
    place: { of: FunctionValue; index: number } | null = null,
  ): readonly t.Node[] {
    const global = kind === 'variable' && scope === this.program;
    const { targets, expressions } = patternTargets(pattern);
    for (const { target, path, fallback, key } of targets) {
      if (target.type !== 'Identifier') continue;
      const binding = this.declare(target.name, kind, scope, global);
      if (place !== null) binding.parameter = { ...place, path };
      const annotation = path.length === 0 ? target.typeAnnotation : annotationOf(pattern);
      // A function that stands there is the project's own, whatever function its type is that of.
      const isOwn = value !== null && isFunctionNode(value);
      if (annotation && !isOwn) binding.give({ kind: 'type', annotation, scope: valueScope, path });
      if (value !== null) this.holds(value, binding);
      if (value !== null) binding.give({ kind: 'expression', expression: value, scope: valueScope, path });
      if (fallback !== null) {
        binding.give({ kind: 'expression', expression: fallback, scope: valueScope, path: [] });
      }
      const name = path.at(-1);
      if (key !== null && name !== null && name !== undefined && this.memberNames.has(name)) {
        this.result.patternReads.push({ binding, key });
      }
    }
    return expressions;
  }

  /** Declares what a loop gives each element of `list` to; which element a variable holds is not known. */
  declareElement(pattern: t.Node, list: t.Node, scope: Scope, listScope: Scope): void {
    for (const { target, path } of patternTargets(pattern).targets) {
      if (target.type !== 'Identifier') continue;
      this.declare(target.name, 'variable', scope).give({
        kind: 'expression',
        expression: list,
        scope: listScope,
        path: [null, ...path],
      });
    }
  }

  functionOf(node: t.Function): FunctionValue {
    const known = this.result.functions.get(node);
    if (known !== undefined) return known;
    const value = new FunctionValue(node);
    this.result.functions.set(node, value);
    return value;
  }

  /** Notes by which variable a function is called. */
  private holds(value: t.Node, binding: Binding): void {
    if (!isFunctionNode(value)) return;
    const held = this.functionOf(value);
    held.binding = binding;
    held.addName(binding.name);
  }
}
