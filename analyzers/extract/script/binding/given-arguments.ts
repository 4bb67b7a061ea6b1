import type * as t from '@babel/types';
import { keyName, patternTargets } from '../syntax/pattern.ts';
import { callbacksOf, immediateCall, thenCall } from './known-call.ts';
import type { Scope } from './scope.ts';

/** What the parameters of functions get that stand in the arguments of calls. */
export class GivenArguments {
  /** By the function: the arguments, where the call is in sight. */
  readonly values = new Map<t.Node, { values: t.Node[]; scope: Scope }>();
  /** By the function: the call that hands it its result. */
  private readonly callbacks = new Map<t.Node, { call: t.Node; scope: Scope }>();

  /** @param memberNames of what signatures know; what other calls hand over is not */
  constructor(private readonly memberNames: ReadonlySet<string>) {}

  note(node: t.CallExpression | t.OptionalCallExpression, scope: Scope): void {
    const known = immediateCall(node) ?? thenCall(node);
    if (known !== undefined) this.values.set(known.callee, { values: known.values, scope });
    else this.noteCallbacks(node, scope);
  }

  /** Gives the first parameter of a callback, or what it takes of it, what the call hands over. */
  addHanded(callback: t.Node, parameter: t.Node, inner: Scope): void {
    const handing = this.callbacks.get(callback);
    if (handing === undefined) return;
    for (const { target, path } of patternTargets(parameter).targets) {
      if (target.type !== 'Identifier') continue;
      inner.declare(target.name, 'parameter').give({ kind: 'callback', ...handing, path });
    }
  }

  /** What a member that a signature knows hands over is known by what the signature says of its result. */
  private noteCallbacks(node: t.CallExpression | t.OptionalCallExpression, scope: Scope): void {
    const { callee } = node;
    if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') return;
    const name = keyName({ key: callee.property, computed: callee.computed });
    if (name === null || !this.memberNames.has(name)) return;
    for (const callback of callbacksOf(node)) this.callbacks.set(callback, { call: node, scope });
  }
}
