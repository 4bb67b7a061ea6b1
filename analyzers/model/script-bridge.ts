import type { Location } from './location.ts';
import type { Reach } from './reach.ts';

/** A place in a script that calls a module of the app's native code by name. */
export interface BridgeCall {
  /** `service` where it is one of Cordova and `method` an action of it, `module` of any other framework. */
  of: 'service' | 'module';
  /** Name under which the module is registered. */
  module: string;
  method: string;
  at: Location;
  /** How the place is reached; null where nothing is known to lead there. */
  reach: Reach | null;
}

/** A class that a framework's configuration names as a native module. */
export interface ListedModule {
  framework: 'cordova' | 'uni-app' | 'capacitor';
  /** Null where the configuration names the class alone. */
  name: string | null;
  /** Binary name, dots. */
  class: string;
}

/** What is known of the way from an app's scripts to its native code. */
export interface ScriptBridge {
  calls: readonly BridgeCall[];
  listed: readonly ListedModule[];
}
