import type * as t from '@babel/types';
import type { Scope } from '../binding/scope.ts';
import { LiteralValue, type Value } from '../binding/value.ts';
import type { Resolver } from './resolve.ts';

/** The app's own component in uni-app. */
const APP_COMPONENT = /(?:^|\/)App\.(?:n?vue|uvue)$/;
/** A build has one app; copies of it may lie in it. */
const MAX_APPS = 4;

/** What `getApp()` gives in mini-programs and uni-app: the object that `App({ ... })`, or the app's component, was given. */
export function appObjects(resolver: Resolver): readonly Value[] {
  const found: Value[] = [];
  const add = (values: readonly Value[]): void => {
    for (const value of values) if (value instanceof LiteralValue && found.length < MAX_APPS) found.push(value);
  };
  for (const { calls, nodes, module } of resolver.program.scripts) {
    if (APP_COMPONENT.test(module.file)) add(resolver.propertyOfAll([module], 'default'));
    for (let order = 0; order < calls.at.length; order++) {
      const { callee, arguments: given } = nodes[calls.at[order] as number] as t.CallExpression;
      const scope = calls.scopes[order] as Scope;
      if (callee.type !== 'Identifier' || callee.name !== 'App' || scope.lookup('App') !== undefined) continue;
      if (given[0] !== undefined) add(resolver.valuesOf(given[0], scope));
    }
  }
  return found;
}
