import { MalformedError } from './malformed-error.ts';

/** A value of a property list with its place, in UTF-16 units of the text. */
export type PlistNode = { at: number } & (
  | { kind: 'dict'; entries: Map<string, PlistNode> }
  | { kind: 'array'; items: PlistNode[] }
  | { kind: 'text'; text: string }
  | { kind: 'truth'; truth: boolean }
);

const MAX_DEPTH = 64;
const MAX_NODES = 100_000;
const TOKEN = /(<!--)|<\?[^<>]*\?>|<!DOCTYPE[^<>]*>|<(\/?)(\w{1,10})[^<>]*?(\/?)>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads an XML property list (Apple's PropertyList-1.0 DTD). Numbers, dates and data are given as the text they are.
 * @throws MalformedError when it is none
 */
export function readPlist(xml: string): PlistNode {
  const open: { node: PlistNode; key: string | null }[] = [];
  let root: PlistNode | null = null;
  let nodes = 0;
  let textFrom = 0;
  const place = (node: PlistNode) => {
    if (++nodes > MAX_NODES) throw new MalformedError('the property list has too many values', node.at);
    const parent = open[open.length - 1];
    if (parent === undefined) root ??= node;
    else if (parent.node.kind === 'array') parent.node.items.push(node);
    else if (parent.node.kind === 'dict') {
      if (parent.key === null) throw new MalformedError('a value without a key', node.at);
      parent.node.entries.set(parent.key, node);
      parent.key = null;
    }
  };
  const token = new RegExp(TOKEN);
  for (let match = token.exec(xml); match !== null; match = token.exec(xml)) {
    const [whole, comment, slash, name, single] = match;
    if (comment !== undefined) {
      const end = xml.indexOf('-->', token.lastIndex);
      if (end < 0) throw new MalformedError('a comment does not end', match.index);
      token.lastIndex = end + 3;
      continue;
    }
    if (name === undefined || name === 'plist') continue;
    const at = match.index;
    const ends = slash === '/' || single === '/';
    if (name === 'dict' || name === 'array') {
      if (slash === '/') {
        if (open.pop()?.node.kind !== name) throw new MalformedError(`</${name}> closes nothing`, at);
        continue;
      }
      const node: PlistNode =
        name === 'dict' ? { kind: 'dict', entries: new Map(), at } : { kind: 'array', items: [], at };
      place(node);
      if (!ends) open.push({ node, key: null });
      if (open.length > MAX_DEPTH) throw new MalformedError('the property list is nested too deeply', at);
    } else if (name === 'true' || name === 'false') {
      if (slash !== '/') place({ kind: 'truth', truth: name === 'true', at });
    } else if (!ends) textFrom = at + whole.length;
    else {
      const text = slash === '/' ? unescaped(xml.slice(textFrom, at).trim()) : '';
      const parent = open[open.length - 1];
      if (name === 'key' && parent !== undefined) parent.key = text;
      else place({ kind: 'text', text, at: slash === '/' ? textFrom : at });
    }
  }
  if (root === null || open.length > 0) throw new MalformedError('the property list is not complete');
  return root;
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
