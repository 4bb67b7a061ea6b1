import { MalformedError } from './malformed-error.ts';

/** A resource by id (0 when only the name is known) or by `type/name`, with `package:` before it when it is another's. */
export interface ResourceReference {
  id: number;
  name: string | null;
}

/** The value of an attribute or of a resource, with the type that the compiler gave it. */
export type XmlValue =
  | { kind: 'string'; value: string }
  /** Signed 32 bits; `hex` when it was written in hexadecimal. */
  | { kind: 'integer'; value: number; hex: boolean }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'float'; value: number }
  | ({ kind: 'reference' } & ResourceReference)
  /** Colours, dimensions, fractions and theme attributes, as they are written in source. */
  | { kind: 'other'; text: string };

export interface XmlAttribute {
  /** URI; empty for none. */
  namespace: string;
  /** Local name; empty where the file leaves it out and only the resource id tells. */
  name: string;
  /** Id of the attribute's own resource, 0 for none (always so in text). */
  resourceId: number;
  value: XmlValue;
}

/** An element of an XML document, whatever its encoding: text, Android's binary chunks or aapt2's protocol buffer. */
export interface XmlElement {
  namespace: string;
  name: string;
  attributes: XmlAttribute[];
  /** Elements and character data in document order. */
  children: (XmlElement | string)[];
  /** 1-based line of the source file where the encoding keeps it. */
  line: number | null;
}

/** Elements and attributes that one document may have; far above any real one, and few enough to hold in memory. */
const MAX_NODES = 2_000_000;

/** @throws MalformedError when a document has more elements and attributes than can be held */
export function checkNodeCount(count: number): void {
  if (count > MAX_NODES) throw new MalformedError(`more than ${MAX_NODES} elements and attributes`);
}

/** The direct children that are elements, of the given name where one is given. */
export function childElements(parent: XmlElement, name?: string): XmlElement[] {
  const elements: XmlElement[] = [];
  for (const child of parent.children) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) elements.push(child);
  }
  return elements;
}

/** All character data inside an element, in document order. */
export function textContent(element: XmlElement): string {
  const parts: string[] = [];
  const pending: (XmlElement | string)[] = [element];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === 'string') parts.push(node);
    else for (let i = node.children.length - 1; i >= 0; i--) pending.push(node.children[i] ?? '');
  }
  return parts.join('');
}

/**
 * The attribute with this resource id, or, when none has it, the one with this namespace and name. Android reads the
 * attributes of its framework by id, so a decoy with the right name must not win over the id.
 */
export function findAttribute(
  element: XmlElement,
  resourceId: number,
  namespace: string,
  name: string,
): XmlAttribute | undefined {
  let byName: XmlAttribute | undefined;
  for (const attribute of element.attributes) {
    if (attribute.resourceId !== 0) {
      if (attribute.resourceId === resourceId) return attribute;
    } else if (byName === undefined && attribute.name === name && attribute.namespace === namespace) {
      byName = attribute;
    }
  }
  return byName;
}

/** A value as it is written in source; null for a reference. */
export function valueText(value: XmlValue): string | null {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'integer':
      return value.hex ? `0x${(value.value >>> 0).toString(16)}` : String(value.value);
    case 'boolean':
      return String(value.value);
    case 'float':
      return Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value);
    case 'other':
      return value.text;
    case 'reference':
      return null;
  }
}
