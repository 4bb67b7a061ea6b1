import { NO_VALUES, type Value } from './value.ts';
import type { ScriptWatch } from './watch.ts';

/** How ngCordova names its services. */
const PREFIX = '$cordova';

/** What AngularJS gives to a parameter by its name: the services of ngCordova, which stand among the globals here. */
export function serviceNamed(name: string, { globals }: ScriptWatch): readonly Value[] {
  const service = name.startsWith(PREFIX) ? globals.children.get(name) : undefined;
  return service === undefined ? NO_VALUES : [service];
}
