import type { BundleText, ModuleText } from './module-text.ts';

const OPENING = '\n__d(';
/** The factory; minifiers put parentheses around it. */
const HEAD = /__d\(\(?(?:function\s*\([\w$,\s]*\)|\([\w$,\s]*\)\s*=>)\s*\{/y;
/** Behind the factory: its id, its dependencies, and in development bundles its path. */
const TAIL =
  /\}\)?,\s*(\d+),\s*(\[(?:[\d,\s]|null)*\]|\{[^{}]*(?:\{[^{}]*\}\s*)?\})(?:,\s*"([^"\n]*)")?(?:,\s*\{[^{}]*\})?\s*\);?\s*$/y;
/** Places looked at, from the end of a module on, for the end of its factory. */
const MAX_TAILS = 4;
/** UTF-16 units behind the last module in which the bundle says what it runs. */
const MAX_ENDING = 64 * 1024;

/**
 * Cuts a Metro bundle at the lines that begin a module. Null where it is no such bundle or any module does not end as
 * Metro ends one, so that the cuts cannot be trusted.
 */
export function readMetroText(text: string): BundleText | null {
  const first = text.indexOf(OPENING);
  if (first < 0) return null;
  const ending = endingOf(text);
  const modules: ModuleText[] = [];
  for (let start = first + 1; start < ending; ) {
    const next = text.indexOf(OPENING, start);
    const end = next < 0 || next > ending ? ending : next;
    const module = readModule(text, start, end);
    if (module === null) return null;
    modules.push(module);
    start = end + 1;
  }
  return { modules, starts: startsIn(text.slice(ending, ending + MAX_ENDING)) };
}

/** Where the calls begin that run the bundle. */
function endingOf(text: string): number {
  const last = text.lastIndexOf(OPENING);
  const at = text.indexOf('\n__r(', last);
  return at < 0 ? text.length : at;
}

function startsIn(ending: string): string[] {
  return [...ending.matchAll(/__r\((\d+)\)/g)].map(([, id = '']) => id);
}

function readModule(text: string, start: number, end: number): ModuleText | null {
  HEAD.lastIndex = start;
  const head = HEAD.exec(text);
  if (head === null) return null;
  const bodyStart = start + head[0].length;
  // Cut out, so that looking for what is not there ends where the module begins.
  const inside = text.slice(bodyStart, end);
  let at = factoryEnd(inside, inside.length);
  for (let attempt = 0; attempt < MAX_TAILS && at >= 0; attempt++) {
    const tail = tailAt(inside.slice(at));
    if (tail !== null) return { ...tail, start, end, bodyStart, bodyEnd: bodyStart + at, isOpen: false };
    if (at === 0) break;
    at = factoryEnd(inside, at - 1);
  }
  return emptyModule(text, start, bodyStart, end);
}

/** The last closing brace up to an offset of what begins a factory's body that may end the factory; -1 for none. */
function factoryEnd(text: string, end: number): number {
  return Math.max(text.lastIndexOf('},', end), text.lastIndexOf('}),', end));
}

/** `__d(function(...){},12,[])`: the closing brace stands right behind the opening one. */
function emptyModule(text: string, start: number, bodyStart: number, end: number): ModuleText | null {
  const tail = tailAt(text.slice(bodyStart, end));
  return tail === null ? null : { ...tail, start, end, bodyStart, bodyEnd: bodyStart, isOpen: false };
}

function tailAt(rest: string): Pick<ModuleText, 'id' | 'dependencies' | 'path'> | null {
  TAIL.lastIndex = 0;
  const found = TAIL.exec(rest);
  if (found === null) return null;
  const [, id = '', list = '', path] = found;
  const numbers = list.startsWith('[')
    ? list.match(/\d+/g)
    : [...list.matchAll(/:\s*(\d+)/g)].map(([, number = '']) => number);
  return { id, dependencies: numbers ?? [], path: path ?? null };
}
