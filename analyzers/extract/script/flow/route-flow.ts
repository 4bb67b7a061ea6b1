import type { Scope } from '../binding/scope.ts';
import { FunctionValue } from '../binding/value.ts';
import type { CallNode } from '../resolve/call-sites.ts';
import { type AccessPath, headOf, inside, property, tailOf } from './access-path.ts';
import type { FlowTracer } from './flow-tracer.ts';
import type { ValueState } from './value-state.ts';

/** A value is a parameter of the route that a call leads to: it arrives in what is shown there. */
export function intoRoute(
  tracer: FlowTracer,
  node: CallNode,
  scope: Scope,
  position: number,
  path: AccessPath,
  state: ValueState,
): void {
  for (const screen of tracer.routes.screensOf(node, scope, position)) {
    const params = inside('params', path);
    const route = params === null ? null : inside('route', params);
    if (route === null) continue;
    if (screen instanceof FunctionValue) {
      tracer.intoParameter(screen, 0, route, state, null);
      const script = tracer.scriptOf(screen);
      if (script === undefined) continue;
      for (const hook of tracer.routes.hooksIn(screen, script)) tracer.push(script, hook, params, state, null);
    } else tracer.intoProperty(screen.instance, 'props', route, state);
  }
  const arrival = tracer.fileRoutes.arrivals(node, scope, position, path);
  for (const read of arrival?.reads ?? []) tracer.push(read.script, read.node, arrival?.path ?? null, state, null);
  if (position !== 0 || headOf(path) !== 'url') return;
  const whole = property(tailOf(path), null);
  if (whole === null) return;
  for (const load of tracer.routes.pagesOf(node)) tracer.intoParameter(load, 0, whole, state, null);
}
