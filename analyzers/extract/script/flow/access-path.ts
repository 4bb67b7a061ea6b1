/**
 * Where in a value the collected part lies: the names of the properties on the way to it, each ended by a NUL; empty
 * where the value itself is it. A string, so that it compares and hashes by itself.
 */
export type AccessPath = string;

/** The result of calling the value. */
export const CALLED = '()';
/** What a function has put into the object that it was called with. */
export const FILLED = '(0)';
/** An element, or a property, of which it is not known which. */
export const ANY = '*';

const END = '\u0000';
/** Longer ones are not followed. */
const MAX_STEPS = 8;
/** Properties that say nothing of what the value holds. */
const UNTELLING = new Set(['length', 'errMsg', 'errMessage', 'errorMessage', 'constructor']);

/** The path of an object that has the value in a property; null where it is too long. */
export function inside(name: string, path: AccessPath): AccessPath | null {
  let steps = 1;
  for (let at = path.indexOf(END); at >= 0; at = path.indexOf(END, at + 1)) steps++;
  return steps > MAX_STEPS || name.includes(END) ? null : name + END + path;
}

export function headOf(path: AccessPath): string | null {
  return path === '' ? null : path.slice(0, path.indexOf(END));
}

export function tailOf(path: AccessPath): AccessPath {
  return path.slice(path.indexOf(END) + 1);
}

/** The path of what a property gives, `name` null for one that is not known; null where nothing collected lies there. */
export function property(path: AccessPath, name: string | null): AccessPath | null {
  const head = headOf(path);
  if (head === null) return name !== null && UNTELLING.has(name) ? null : '';
  if (head === CALLED || head === FILLED) return null;
  if (head === ANY || name === null || name === ANY || name === head) return tailOf(path);
  return null;
}

/** The path of what several properties, one after the other, give. */
export function properties(path: AccessPath, names: readonly (string | null)[]): AccessPath | null {
  let rest: AccessPath | null = path;
  for (const name of names) {
    rest = property(rest, name);
    if (rest === null) return null;
  }
  return rest;
}

/** The path of what calling gives. */
export function result(path: AccessPath): AccessPath | null {
  if (path === '') return '';
  return headOf(path) === CALLED ? tailOf(path) : null;
}

/** Whether the value is, or may be, a list that holds the collected part. */
export function isOfList(path: AccessPath): boolean {
  const head = headOf(path);
  return head === null || head === ANY || /^\d+$/.test(head);
}

/** Whether only calling something gives the collected part: it does not leave with the value. */
export function isBehindCall(path: AccessPath): boolean {
  return isBehind(path, CALLED) || isBehind(path, FILLED);
}

function isBehind(path: AccessPath, step: string): boolean {
  return path.startsWith(step + END) || path.includes(END + step + END);
}
