import type { ScriptWatch } from '../apis/watch.ts';
import { NO_VALUES, type Value } from '../binding/value.ts';

/** `$http`, `$log`, `$cordovaGeolocation`: not the `$` of jQuery. */
const SERVICE = /^\$[a-z]/;

/**
 * What AngularJS gives to a parameter by its name: services of its own and of ngCordova, which stand among the globals
 * here, and the global object as `$window`.
 */
export function serviceNamed(name: string, { globals }: ScriptWatch): readonly Value[] {
  if (name === '$window') return [globals];
  const service = SERVICE.test(name) ? globals.children.get(name) : undefined;
  return service === undefined ? NO_VALUES : [service];
}
