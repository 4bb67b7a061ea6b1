import type * as t from '@babel/types';

/** Keys of a node that hold no syntax. */
const NO_CHILDREN = new Set(['loc', 'extra', 'leadingComments', 'trailingComments', 'innerComments', 'range']);

/** The nodes right below a node, of whatever kind. */
export function childrenOf(node: t.Node): t.Node[] {
  const children: t.Node[] = [];
  // Ways down are looked for again and again; lists of keys and of values would be made for every node.
  for (const key in node) {
    const value: unknown = node[key as keyof t.Node];
    if (typeof value !== 'object' || value === null || NO_CHILDREN.has(key)) continue;
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) children.push(item);
  }
  return children;
}

/** Lists of children that are long are kept and searched by halves: facts of one file ask for them again and again. */
const LONG = 32;
const long = new WeakMap<t.Node, readonly t.Node[]>();
/** Children that stand in one place, such as name and value of `{ a }`, which are looked at one by one. */
const MAX_OVERLAP = 4;

/** The nodes from one down to another that stands in it, both included; null where it does not. */
export function wayTo(from: t.Node, to: t.Node): t.Node[] | null {
  const way = [from];
  for (let at = from; at !== to; ) {
    const next = childTowards(at, to);
    if (next === undefined) return null;
    way.push(next);
    at = next;
  }
  return way;
}

function childTowards(node: t.Node, to: t.Node): t.Node | undefined {
  const leads = (child: t.Node): boolean => child === to || holds(child, to);
  const known = long.get(node);
  if (known !== undefined) return childAt(known, to, leads);
  for (const key in node) {
    const value: unknown = node[key as keyof t.Node];
    if (typeof value !== 'object' || value === null || NO_CHILDREN.has(key)) continue;
    if (isNode(value)) {
      if (leads(value)) return value;
    } else if (Array.isArray(value)) {
      if (value.length > LONG) return childOfLong(node, to, leads);
      for (const item of value) if (isNode(item) && leads(item)) return item;
    }
  }
  return undefined;
}

function childOfLong(node: t.Node, to: t.Node, leads: (child: t.Node) => boolean): t.Node | undefined {
  const children = childrenOf(node);
  if (children.some(({ loc }) => !loc)) return children.find(leads);
  children.sort(byStart);
  long.set(node, children);
  return childAt(children, to, leads);
}

/** Of children in the order of their places, the one that leads to a node. */
function childAt(children: readonly t.Node[], to: t.Node, leads: (child: t.Node) => boolean): t.Node | undefined {
  let [low, high] = [0, children.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byStart(children[middle] as t.Node, to) <= 0) low = middle + 1;
    else high = middle;
  }
  return children.slice(Math.max(0, low - MAX_OVERLAP), low).find(leads);
}

function byStart({ loc: a }: t.Node, { loc: b }: t.Node): number {
  return a && b ? a.start.line - b.start.line || a.start.column - b.start.column : 0;
}

function holds(outer: t.Node, inner: t.Node): boolean {
  const [from, to] = [outer.loc, inner.loc];
  if (!from || !to || outer === inner) return false;
  const begins = from.start.line - to.start.line || from.start.column - to.start.column;
  const ends = from.end.line - to.end.line || from.end.column - to.end.column;
  return begins <= 0 && ends >= 0 && (begins < 0 || ends > 0 || outer.type !== inner.type);
}

function isNode(value: unknown): value is t.Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
