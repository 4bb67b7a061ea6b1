import { type ResourceTable, resolveText } from '../../formats/arsc-resolve.ts';
import { findAttribute, type XmlElement, type XmlValue } from '../../formats/xml.ts';
import { ANDROID_NAMESPACE, FRAMEWORK_ATTRIBUTES, type FrameworkAttribute } from './framework-attributes.ts';

/** What attribute values are read against: references through the resources, `${...}` through the placeholders. */
export interface ValueContext {
  resources: ResourceTable;
  /** Of the manifest merger, source manifests only. */
  placeholders: ReadonlyMap<string, string>;
  /** Whether the elements' lines are lines of the file itself; compiled manifests keep those of a source not at hand. */
  hasLines: boolean;
}

const PLACEHOLDER = /\$\{([\w.-]{1,200})\}/g;

/** Text of a value: literal or resolved; null for a reference that cannot be resolved. */
export function textOf(value: XmlValue, context: ValueContext): string | null {
  const text = resolveText(context.resources, value);
  if (text === null || !text.includes('${')) return text;
  return text.replace(PLACEHOLDER, (whole, name: string) => context.placeholders.get(name) ?? whole);
}

/** An attribute of the android namespace as the XML has it. */
export function androidValue(element: XmlElement, attribute: FrameworkAttribute): XmlValue | undefined {
  return findAttribute(element, FRAMEWORK_ATTRIBUTES[attribute], ANDROID_NAMESPACE, attribute)?.value;
}

/** Text of an attribute of the android namespace; null when it is absent, empty or cannot be resolved. */
export function androidText(element: XmlElement, attribute: FrameworkAttribute, context: ValueContext): string | null {
  const value = androidValue(element, attribute);
  return (value === undefined ? null : textOf(value, context)) || null;
}

/** `true` and `false` in any of their spellings, numbers as non-zero; null when absent or something else. */
export function androidBoolean(
  element: XmlElement,
  attribute: FrameworkAttribute,
  context: ValueContext,
): boolean | null {
  const text = androidText(element, attribute, context)?.trim().toLowerCase();
  if (text === undefined) return null;
  if (text === 'true') return true;
  if (text === 'false') return false;
  const number = integerOf(text);
  return number === null ? null : number !== 0;
}

/** A decimal or hexadecimal integer; null when it is none. */
export function integerOf(text: string): number | null {
  const trimmed = text.trim();
  if (!/^(-?\d{1,15}|0[xX][0-9a-fA-F]{1,8})$/.test(trimmed)) return null;
  return Number(trimmed);
}

/** Text of an attribute without namespace; null when absent or empty. */
export function plainText(element: XmlElement, name: string, context: ValueContext): string | null {
  const value = findAttribute(element, 0, '', name)?.value;
  return (value === undefined ? null : textOf(value, context)) || null;
}

/** The line of an element, left out where the file has no lines. */
export function lineOf(element: XmlElement, context: ValueContext): { line?: number } {
  return context.hasLines && element.line !== null ? { line: element.line } : {};
}
