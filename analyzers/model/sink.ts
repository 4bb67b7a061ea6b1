import type { Location } from './location.ts';

/**
 * Where a value can leave the code that read it; `storage` are databases, preferences and caches of the app's own,
 * `sdk` what a third party's code is told (events, properties), `script` what native code hands to the app's scripts.
 */
export type SinkKind = 'network' | 'log' | 'file' | 'storage' | 'ipc' | 'sdk' | 'script';

/** A call or an assignment that a collected value flows into. */
export interface Sink {
  kind: SinkKind;
  /** What takes the value, as a Fact's value: `axios.post`, `uni.request`. */
  api: string;
  at: Location;
  /** The way of the value, from where it is read; the last is `at`. Places on one line are told once. */
  path: Location[];
}

/** How reports name a member of a script's module or global: `fetch` for its `()`, `WebSocket().send`, `axios.post`. */
export function scriptSinkApi(module: string, member: string): string {
  if (member === '()') return module;
  return member.startsWith('()') ? module + member : `${module}.${member}`;
}
