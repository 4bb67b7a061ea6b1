import type { Location } from './location.ts';
import type { ConsentBasis } from './reach.ts';
import type { Sink } from './sink.ts';

/**
 * `requested`: a permission or setting only. `bundled`: the code is there. `reachable`: a path leads to it from an
 * entry point. `sent`: the value flows into a network, log, file or IPC sink.
 */
export type Grade = 'requested' | 'bundled' | 'reachable' | 'sent';

/** `app`, `sdk:<id>`, or `library:<package prefix>` for third-party code that no signature knows. */
export type Actor = 'app' | `sdk:${string}` | `library:${string}`;

/** A practice shown by one or more facts: who does what with which data. */
export interface Evidence {
  /** Fingerprint of data, actor, api and enclosing code; stable across machines, runs and unrelated changes. */
  id: string;
  /** Data type id. */
  data: string;
  actor: Actor;
  grade: Grade;
  /** The API, string or setting that shows it, as a Fact's value. */
  api: string;
  /** The constant argument that says which data it is (a settings key, a content URI, a file), null where the API does. */
  argument: string | null;
  /** True where the API is so common or so vague that it means little without an argument or a flow. */
  lowSignal: boolean;
  /** Permissions any one of which it needs, where the build requests none of them: it gets nothing then. Absent otherwise. */
  lacks?: string[];
  at: Location;
  entry: { kind: string; name: string } | null;
  /** From the entry point on, each with the offset of the call that leads to the next; the last is `at`. */
  path: Location[];
  /** A suspicion: it is reached at a start without passing a stored flag or an act of the user. */
  beforeConsent: boolean;
  /** Where the path of that suspicion begins; null without one. */
  consentBasis: ConsentBasis | null;
  background: boolean;
  sinks: Sink[];
}

/** One thing that shows an SDK. */
export interface FoundBy {
  how: 'class' | 'component' | 'setting' | 'library' | 'asset' | 'module' | 'mark' | 'string';
  value: string;
  /** `certain` by a name that is the SDK's own; `likely` by marks and names that its renamed code left. */
  sure?: 'certain' | 'likely';
  at: Location;
}

/** An SDK found in the build, with everything that shows it. */
export interface FoundSdk {
  id: string;
  name: string;
  company: string | null;
  /** The version that the build states; absent where it states none. */
  version?: string;
  /** SDKs found as well that bring this one along; absent for none. */
  broughtBy?: string[];
  found: FoundBy[];
  /** True when a policy names it in any way; false also when no policy was given. */
  claimed: boolean;
}

/** What the build's code needs a permission for which it does not request: the call fails or finds nothing there. */
export interface MissingPermission {
  /** Any one of these would open it on those levels; full names, sorted. */
  permissions: string[];
  /** SDK levels of the app on which none is requested or effective, both included; null for every later one. */
  levels: { from: number; to: number | null };
  /** The first API that needs it, as a Fact's value. */
  api: string;
  at: Location;
}

/** A permission that the build requests. */
export interface RequestedPermission {
  name: string;
  /** Data types that it guards. */
  data: string[];
  /** True when something that needs it is in the build; null where no signature can tell. */
  used: boolean | null;
  maxSdkVersion: number | null;
  at: Location;
}
