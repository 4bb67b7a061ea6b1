import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { MalformedError } from './malformed-error.ts';
import { checkNodeCount, type XmlAttribute, type XmlElement, type XmlValue } from './xml.ts';

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const NAME_OF_TEXT = '#text';
const NAME_OF_ATTRIBUTES = ':@';
/** Key under which the parser says where a node begins: `{ startIndex }`. */
const META_DATA = XMLParser.getMetaDataSymbol() as symbol;

/** Bytes of a file that is parsed; the parser needs up to a hundred times that in memory. */
const MAX_SIZE = 12 << 20;

/** `@string/name`, `@+id/name`, `@package:type/name`. */
const REFERENCE = /^@\+?((?:[\w.]+:)?\w+\/[\w.-]+)$/;

/** What fast-xml-parser gives for one node when order is kept: `{ tag: nodes, ':@': attributes }` or `{ '#text': text }`. */
type ParsedNode = Record<string | symbol, unknown>;

/** Prefixes in force, innermost declaration first; `count` of them. */
type Scope = { prefix: string; uri: string; outer: Scope; count: number } | null;

/** Declarations in force at one element; more are ignored, since every name is looked up among them one by one. */
const MAX_DECLARATIONS = 100;

/**
 * Reads an XML file as it stands in source folders. Entities of the document type are expanded within fast-xml-parser's
 * bounds, external ones are never fetched.
 * @throws MalformedError when it is not well-formed, larger than 12 MiB, or nests deeper than 100 elements
 */
export function readTextXml(bytes: Uint8Array): XmlElement {
  if (bytes.length > MAX_SIZE) throw new MalformedError(`XML of more than ${MAX_SIZE} bytes`);
  const text = decodeText(bytes);
  const lineStarts = startsOfLines(text);
  const root: XmlElement = { namespace: '', name: '', attributes: [], children: [], line: null };
  const pending: { parent: XmlElement; nodes: ParsedNode[]; scope: Scope }[] = [
    { parent: root, nodes: parse(text), scope: null },
  ];
  let count = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { parent, nodes, scope } = next;
    for (const node of nodes) {
      checkNodeCount(++count);
      const tag = Object.keys(node).find((key) => key !== NAME_OF_ATTRIBUTES);
      if (tag === undefined) continue;
      if (tag === NAME_OF_TEXT) {
        parent.children.push(String(node[tag]));
        continue;
      }
      const raw = Object.entries((node[NAME_OF_ATTRIBUTES] ?? {}) as Record<string, string>);
      count += raw.length;
      const inner = declareNamespaces(raw, scope);
      const child: XmlElement = {
        ...qualifiedName(tag, inner, true),
        attributes: raw.filter(([name]) => !isDeclaration(name)).map(([name, value]) => attribute(name, value, inner)),
        children: [],
        line: lineOf(lineStarts, startOf(node)),
      };
      parent.children.push(child);
      pending.push({ parent: child, nodes: node[tag] as ParsedNode[], scope: inner });
    }
  }
  const element = root.children.find((child) => typeof child !== 'string');
  if (element === undefined) throw new MalformedError('XML without a root element');
  return element;
}

function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function parse(text: string): ParsedNode[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    trimValues: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    // Without it numeric character references are left as they are.
    htmlEntities: true,
    captureMetaData: true,
    // Names of JavaScript's own properties mean nothing to Android; the worst, such as __proto__, end the parse.
    onDangerousProperty: (name) => `_${name}`,
  });
  try {
    const valid = XMLValidator.validate(text);
    if (valid !== true) throw new MalformedError(`${valid.err.msg.slice(0, 200)} (line ${valid.err.line})`);
    return parser.parse(text) as ParsedNode[];
  } catch (error) {
    if (error instanceof MalformedError) throw error;
    throw new MalformedError(error instanceof Error ? error.message.slice(0, 200) : 'not well-formed');
  }
}

function startOf(node: ParsedNode): number {
  return (node[META_DATA] as { startIndex?: number } | undefined)?.startIndex ?? 0;
}

function isDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}

function declareNamespaces(attributes: [string, string][], outer: Scope): Scope {
  let scope = outer;
  for (const [name, uri] of attributes) {
    const count = (scope?.count ?? 0) + 1;
    if (isDeclaration(name) && count <= MAX_DECLARATIONS) {
      scope = { prefix: name.slice('xmlns:'.length), uri, outer: scope, count };
    }
  }
  return scope;
}

/** Unprefixed attributes have no namespace; unprefixed elements have the default one. */
function qualifiedName(name: string, scope: Scope, isElement: boolean): { namespace: string; name: string } {
  const colon = name.indexOf(':');
  if (colon < 0 && !isElement) return { namespace: '', name };
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const local = name.slice(colon + 1);
  for (let at = scope; at !== null; at = at.outer) if (at.prefix === prefix) return { namespace: at.uri, name: local };
  return { namespace: prefix === 'xml' ? XML_NAMESPACE : '', name: colon < 0 ? local : name };
}

function attribute(name: string, text: string, scope: Scope): XmlAttribute {
  const reference = REFERENCE.exec(text)?.[1];
  const value: XmlValue =
    reference === undefined ? { kind: 'string', value: text } : { kind: 'reference', id: 0, name: reference };
  return { ...qualifiedName(name, scope, false), resourceId: 0, value };
}

function startsOfLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** 1-based line of an offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
