import type { ApiNode } from '../apis/api-node.ts';
import type { ScriptWatch } from '../apis/watch.ts';
import { isAsciiWord } from '../syntax/ascii-word.ts';
import { ModulePart, type Way, type WayKind } from './name-use.ts';

/** By these a script gets at native modules and at classes of the platform, whatever they are called. */
const LOADERS = [
  ...['NativeModules', 'NativeModulesProxy', 'nativeModuleProxy', 'TurboModuleRegistry', 'getEnforcing'],
  ...['requireNativeModule', 'requireOptionalNativeModule', 'requireNativePlugin', 'requireModule', 'registerPlugin'],
  ...['requireNativeComponent', 'importClass', 'Capacitor', 'dsBridge', 'AlipayJSBridge', 'WeixinJSBridge'],
];
/** By these it sends what it has. */
const SENDERS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon', 'postMessage', 'localStorage'];
/** Stands for the elements of templates; no script has a global of that name. */
const ELEMENTS = 'template';

/** The names with which every way from a script to a sensitive member begins. */
export interface RootNames {
  ways: ReadonlyMap<string, Way>;
  /** By length and first character: whether a name may be one of them. */
  candidates: Uint8Array;
}

const LENGTHS = 64;

/** @param text of the whole bundle */
export function compileRootNames({ globals, nativeModules, modules }: ScriptWatch, text: string): RootNames {
  const ways = new Map<string, Way>();
  const says = memoised((word) => text.includes(word));
  const add = (name: string, way: Way) => {
    const known = ways.get(name);
    ways.set(name, known === undefined ? way : joined(known, way));
  };
  for (const [name, node] of sensitive(globals)) if (name !== ELEMENTS) add(name, wayOf(node, 'global', says));
  for (const [name, node] of sensitive(modules.get('react-native'))) {
    if (name !== 'default') add(name, wayOf(node, 'export', says));
  }
  for (const [name, node] of sensitive(nativeModules)) add(name, wayOf(node, 'native', says));
  for (const name of LOADERS) add(name, anyUseOf('loader'));
  for (const name of SENDERS) add(name, anyUseOf('global'));
  return { ways, candidates: candidatesOf(ways) };
}

/** The names of native modules that signatures know, whether or not something sensitive hangs on them. */
export function compileNativeNames({ nativeOwners, nativeModules }: ScriptWatch): RootNames {
  const ways = new Map<string, Way>();
  for (const name of nativeOwners.keys()) {
    const node = nativeModules.children.get(name);
    ways.set(name, node === undefined ? anyUseOf('native') : wayOf(node, 'native', () => true));
  }
  return { ways, candidates: candidatesOf(ways) };
}

function anyUseOf(kind: WayKind): Way {
  return { steps: new Set(), leads: () => false, isEnd: true, constants: null, kinds: new Set([kind]) };
}

function candidatesOf(ways: ReadonlyMap<string, Way>): Uint8Array {
  const candidates = new Uint8Array(LENGTHS * 128);
  for (const name of ways.keys()) candidates[candidateIndex(name.charCodeAt(0), name.length)] = 1;
  return candidates;
}

function joined(a: Way, b: Way): Way {
  return {
    steps: new Set([...a.steps, ...b.steps]),
    leads: (step) => a.leads(step) || b.leads(step),
    isEnd: a.isEnd || b.isEnd,
    constants: a.constants === null || b.constants === null ? null : new Set([...a.constants, ...b.constants]),
    kinds: new Set([...a.kinds, ...b.kinds]),
  };
}

/** Names that lead to something sensitive; many others only take values away. */
function sensitive(node: ApiNode | undefined): [string, ApiNode][] {
  return [...(node?.children ?? [])].filter(([, child]) => leadsTo(child, ({ hits }) => hits.length > 0));
}

function memoised(ask: (key: string) => boolean): (key: string) => boolean {
  const known = new Map<string, boolean>();
  return (key) => {
    const answer = known.get(key) ?? ask(key);
    known.set(key, answer);
    return answer;
  };
}

/** @param says whether a word stands anywhere in the bundle: no way goes on by one that does not */
function wayOf(node: ApiNode, kind: WayKind, says: (word: string) => boolean): Way {
  const isWatched = ({ hits, outlets }: ApiNode) =>
    outlets.length > 0 || hits.some(({ constants }) => constants?.some(says) ?? true);
  const leads = memoised((step) => {
    const child = node.children.get(step);
    return child !== undefined && leadsTo(child, isWatched, says);
  });
  const steps = [...node.children].flatMap(([name, child]) => (leadsTo(child, isWatched) ? [name] : []));
  const isUnconditional = node.outlets.length > 0 || node.hits.some(({ constants }) => constants === null);
  return {
    steps: new Set(steps),
    leads,
    isEnd: isWatched(node),
    constants: isUnconditional ? null : new Set(node.hits.flatMap(({ constants }) => constants ?? [])),
    kinds: new Set([kind]),
  };
}

/** @param says of a property's name whether it need be gone into */
function leadsTo(
  node: ApiNode,
  isEnd: (node: ApiNode) => boolean,
  says: (name: string) => boolean = () => true,
): boolean {
  const open = new Set([node]);
  for (const next of open) {
    if (isEnd(next)) return true;
    for (const [name, child] of next.children) if (name === '()' || says(name)) open.add(child);
  }
  return false;
}

/**
 * Whether a way to a sensitive member begins in a part of a text: whether one of the names stands there, and what stands
 * around it goes on along its way or hands on what it names (`ModulePart`).
 */
export function holdsRootName(text: string, start: number, end: number, { ways, candidates }: RootNames): boolean {
  const part = new ModulePart(text, start, end);
  for (let at = start; at < end; at++) {
    const first = text.charCodeAt(at);
    if (!isWord(first)) continue;
    const from = at;
    do at++;
    while (at < end && isWord(text.charCodeAt(at)));
    if (candidates[candidateIndex(first, at - from)] !== 1) continue;
    const name = text.slice(from, at);
    const way = ways.get(name);
    if (way !== undefined && part.goesOn(name, from, at, way)) return true;
  }
  return false;
}

function candidateIndex(first: number, length: number): number {
  return Math.min(length, LENGTHS - 1) * 128 + (first & 127);
}

/** By UTF-16 unit; what is not ASCII is taken for part of a name. */
const WORD_UNITS = Uint8Array.from({ length: 128 }, (_, code) => (isAsciiWord(code) ? 1 : 0));

function isWord(code: number): boolean {
  return code > 127 || WORD_UNITS[code] === 1;
}
