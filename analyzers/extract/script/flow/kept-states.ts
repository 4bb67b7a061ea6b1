import type * as t from '@babel/types';
import type { Outlet } from '../apis/api-node.ts';
import type { Scope } from '../binding/scope.ts';
import { calledName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import type { FlowTracer } from './flow-tracer.ts';
import { outletsOf } from './outlets.ts';

/** Calls around the function that makes a state. */
const MAX_LEVELS = 4;

/**
 * What takes the state that a call sets: `create(persist((set) => ..., { name }))` of Zustand keeps all of it beyond the
 * app's end, unless it says which parts. Source: the documentation of Zustand, "Persisting store data".
 * @param first argument of the call
 */
export function outletsOfState(
  tracer: FlowTracer,
  callee: t.Node,
  scope: Scope,
  position: number,
  first: t.Node | undefined,
): Outlet[] {
  const cell = tracer.cells.setBy(callee, scope, position, first);
  if (cell === undefined) return [];
  let [inner] = cell.arguments;
  for (let level = 0; level < MAX_LEVELS && inner?.type === 'CallExpression'; level++) {
    if (calledName(inner) === 'persist' && !choosesParts(inner.arguments[1])) {
      const known = tracer.resolver.moduleNamed('zustand/middleware', null);
      return outletsOf(tracer.resolver.propertyOfAll(known, 'persist'));
    }
    inner = inner.arguments[0];
  }
  return [];
}

function choosesParts(options: t.Node | undefined): boolean {
  if (options?.type !== 'ObjectExpression') return options !== undefined;
  return options.properties.some((each) => each.type === 'SpreadElement' || keyName(each) === 'partialize');
}
