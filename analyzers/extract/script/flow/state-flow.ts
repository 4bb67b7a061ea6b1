import type * as t from '@babel/types';
import { heldNode } from '../binding/held-node.ts';
import type { Scope } from '../binding/scope.ts';
import { InstanceValue, LiteralValue } from '../binding/value.ts';
import { lastName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import { type AccessPath, CALLED, headOf, inside, property, tailOf } from './access-path.ts';
import type { FlowTracer } from './flow-tracer.ts';
import type { ValueState } from './value-state.ts';

/** `setState(x)` of `const [state, setState] = useState()`. */
export function givesState(
  tracer: FlowTracer,
  callee: t.Node,
  scope: Scope,
  script: number,
  path: AccessPath,
  state: ValueState,
): boolean {
  if (callee.type !== 'Identifier') return false;
  const binding = scope.lookup(callee.name);
  const given = headOf(path) === CALLED ? tailOf(path) : path;
  for (const source of binding?.kind === 'variable' ? binding.sources : []) {
    if (source.kind !== 'expression') continue;
    const { expression } = source;
    if (source.path.length === 1 && source.path[0] === '1' && isHook(expression)) {
      for (const target of tracer.index(script).targets.get(expression) ?? []) {
        if (target.kind === 'binding' && target.path[0] === '0') {
          tracer.intoBinding(script, target.binding, property(inside('0', given) ?? '', '0'), state, null);
        }
      }
      return true;
    }
    // Compiled: `b = _slicedToArray(useState(), 2), state = b[0], setState = b[1]`.
    if (source.path.length > 0 || expression.type !== 'MemberExpression' || !expression.computed) continue;
    if (keyName({ key: expression.property }) !== '1' || expression.property.type !== 'NumericLiteral') continue;
    const pair = expression.object.type === 'Identifier' ? source.scope.lookup(expression.object.name) : undefined;
    if (pair === undefined || !isMadeOfHook(expression.object, source.scope)) continue;
    // Not into the list that the helper gives, which all of its callers would share.
    tracer.intoBinding(script, pair, inside('0', given), state, null);
    return true;
  }
  return false;
}

/** Whether a variable holds what a hook gives, as it is or made a list of by a helper. */
function isMadeOfHook(node: t.Node, scope: Scope): boolean {
  const held = heldNode(node, scope);
  if (held?.node.type !== 'CallExpression') return false;
  if (isHook(held.node)) return true;
  const [first] = held.node.arguments;
  const made = first === undefined ? undefined : heldNode(first, held.scope);
  return made !== undefined && isHook(made.node);
}

function isHook(expression: t.Node): boolean {
  if (expression.type !== 'CallExpression') return false;
  return /^use[A-Z]/.test(lastName(expression.callee) ?? '');
}

/** `this.setState({ ... })` of React, `this.setData({ ... })` of mini-programs, `this.$set(o, k, v)` of Vue. */
export function intoSelf(
  tracer: FlowTracer,
  callee: t.Node,
  name: string,
  scope: Scope,
  path: AccessPath,
  state: ValueState,
): boolean {
  const field = name === 'setState' ? 'state' : name === 'setData' ? 'data' : null;
  if (field === null || callee.type !== 'MemberExpression') return false;
  const given = headOf(path) === CALLED ? tailOf(path) : path;
  const key = headOf(given);
  const steps = key === null ? [] : key.replaceAll('[', '.').replaceAll(']', '').split('.');
  const spelled =
    key === null
      ? given
      : steps.reduceRight<AccessPath | null>(
          (rest, step) => (rest === null ? null : inside(step, rest)),
          tailOf(given),
        );
  let found = false;
  for (const value of tracer.resolver.valuesOf(callee.object, scope)) {
    if (!(value instanceof InstanceValue) && !(value instanceof LiteralValue)) continue;
    tracer.intoProperty(value, field, spelled, state);
    found = true;
  }
  return found;
}
