import type { Scope } from '../binding/scope.ts';
import { ClassValue, FunctionValue, type Value } from '../binding/value.ts';
import type { CallNode } from '../resolve/call-sites.ts';
import { isElementCall } from '../resolve/element-call.ts';
import { type AccessPath, headOf, tailOf } from './access-path.ts';
import { intoProvider } from './cell-flow.ts';
import type { FlowTracer } from './flow-tracer.ts';
import type { ValueState } from './value-state.ts';

/**
 * The value is among the properties that an element gives its component: as the parameter of a function, as `props` of
 * an instance.
 * @param components what the element names
 * @param path of the value in the object of all properties
 */
export function intoComponent(
  tracer: FlowTracer,
  components: readonly Value[],
  path: AccessPath,
  state: ValueState,
): void {
  for (const component of components) {
    const made = component instanceof FunctionValue ? component.madeClass : component;
    if (made instanceof ClassValue) tracer.intoProperty(made.instance, 'props', path, state);
    else if (component instanceof FunctionValue) tracer.intoParameter(component, 0, path, state, state.entered);
  }
}

/** The value is in an argument of a call that makes an element: `jsx(Child, { text })`, `createElement(Context.Provider, { value })`. */
export function intoElement(
  tracer: FlowTracer,
  node: CallNode,
  scope: Scope,
  position: number,
  path: AccessPath,
  state: ValueState,
): void {
  const [component] = node.arguments;
  if (position !== 1 || component === undefined || !isElementCall(node, scope)) return;
  intoComponent(tracer, tracer.resolver.valuesOf(component, scope), path, state);
  if (headOf(path) === 'value') intoProvider(tracer, component, scope, tailOf(path), state);
}
