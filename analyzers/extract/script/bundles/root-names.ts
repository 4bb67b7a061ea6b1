import type { ApiNode } from '../apis/api-node.ts';
import type { ScriptWatch } from '../apis/watch.ts';
import { isAsciiWord } from '../syntax/ascii-word.ts';

/** By these a script gets at native modules and at classes of the platform, whatever they are called. */
const LOADERS = [
  ...['NativeModules', 'NativeModulesProxy', 'nativeModuleProxy', 'TurboModuleRegistry', 'getEnforcing'],
  ...['requireNativeModule', 'requireOptionalNativeModule', 'requireNativePlugin', 'requireModule', 'registerPlugin'],
  ...['requireNativeComponent', 'importClass', 'Capacitor', 'dsBridge', 'AlipayJSBridge', 'WeixinJSBridge'],
];
/** By these it sends what it has. */
const SENDERS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon', 'postMessage', 'localStorage'];

/** The names with which every way from a script to a sensitive member begins. */
export interface RootNames {
  names: ReadonlySet<string>;
  /** By length and first character: whether a name may be one of them. */
  candidates: Uint8Array;
}

const LENGTHS = 64;

export function compileRootNames({ globals, nativeModules, modules }: ScriptWatch): RootNames {
  const reactNative = modules.get('react-native');
  const names = new Set([
    ...telling(globals),
    ...telling(nativeModules),
    ...(reactNative === undefined ? [] : telling(reactNative).filter((name) => name !== 'default')),
    ...LOADERS,
    ...SENDERS,
  ]);
  const candidates = new Uint8Array(LENGTHS * 128);
  for (const name of names) candidates[candidateIndex(name.charCodeAt(0), name.length)] = 1;
  return { names, candidates };
}

/** Names that lead to something sensitive; many others only take values away. */
function telling({ children }: ApiNode): string[] {
  return [...children].flatMap(([name, child]) => (leadsToHit(child) ? [name] : []));
}

function leadsToHit(node: ApiNode): boolean {
  const open = new Set([node]);
  for (const next of open) {
    if (next.hits.length > 0) return true;
    for (const child of next.children.values()) open.add(child);
  }
  return false;
}

/**
 * Whether one of the names stands in a part of a text, as an identifier or inside a string; not where it is the key of a
 * property, nor where the part itself gives it another meaning by assigning to it or declaring it as a function.
 */
export function holdsRootName(text: string, start: number, end: number, { names, candidates }: RootNames): boolean {
  const own = new Map<string, boolean>();
  for (let at = start; at < end; at++) {
    if (!isWord(text.charCodeAt(at))) continue;
    const from = at;
    do at++;
    while (at < end && isWord(text.charCodeAt(at)));
    if (candidates[candidateIndex(text.charCodeAt(from), at - from)] !== 1) continue;
    const name = text.slice(from, at);
    if (!names.has(name) || isKey(text, from, at, end) || isShortText(text, from, at)) continue;
    let isOwn = own.get(name);
    if (isOwn === undefined) {
      isOwn = isAssigned(text.slice(start, end), name);
      own.set(name, isOwn);
    }
    if (!isOwn) return true;
  }
  return false;
}

function candidateIndex(first: number, length: number): number {
  return Math.min(length, LENGTHS - 1) * 128 + (first & 127);
}

function isWord(code: number): boolean {
  return isAsciiWord(code) || code > 127;
}

/** `{ name: ...` and `, name: ...`, where these make an object and do not take one apart. */
function isKey(text: string, from: number, to: number, end: number): boolean {
  if (text[to] !== ':') return false;
  const before = text[from - 1];
  return (before === '{' || before === ',') && !isTakenApart(text, to, end);
}

/**
 * The end of a text, or a text of its own, that is too short to tell a name by (`'my'` and `'ms-my'` are languages, too),
 * where it does not ask for a property and is not kept in a variable.
 */
function isShortText(text: string, from: number, to: number): boolean {
  const quote = text[to];
  if (to - from > LONGEST_SHORT_TEXT || (quote !== "'" && quote !== '"')) return false;
  return text[from - 1] !== quote || (text[from - 2] !== '[' && text[from - 2] !== '=');
}

const LONGEST_SHORT_TEXT = 2;

/** UTF-16 units behind a key in which a pattern ends, if it is one: `var {Clipboard:x}=r(d[0])`. */
const LONGEST_PATTERN = 1024;

/** Whether the braces around a place close before an equals sign, a loop's `of`, or the end of parameters. */
function isTakenApart(text: string, from: number, end: number): boolean {
  const limit = Math.min(end, from + LONGEST_PATTERN);
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const character = text[at];
    if (character === '{') depth++;
    else if (character === '}' && depth-- === 0) return AFTER_PATTERN.test(text.slice(at + 1, at + 8));
  }
  return false;
}

const AFTER_PATTERN = /^(?:=(?![=>])| of\b|,?\w*\)(?:=>|\{))/;

function isAssigned(part: string, name: string): boolean {
  if (name.includes('$')) return false;
  return new RegExp(`(?:^|[^\\w$.])(?:${name}=(?![=>])|function ${name}\\()`).test(part);
}
