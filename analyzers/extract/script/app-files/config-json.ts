import type { Node } from '@babel/types';
import { parseExpression } from '#parser';
import { keyName } from '../syntax/pattern.ts';

/** A value in a JSON file, with the node that tells its place. */
export type JsonNode = Node;

/** One property of a JSON object. */
export interface JsonEntry {
  name: string;
  /** The key's node. */
  key: JsonNode;
  value: JsonNode;
}

/** Bytes up to which a configuration file is read. */
export const MAX_CONFIG_BYTES = 8 * 1024 * 1024;
/** Values up to which it is: the syntax tree takes some 400 bytes for each. */
const MAX_VALUES = 1_000_000;

/** A configuration has more values than are read. */
export class ConfigSizeError extends Error {
  constructor() {
    super(`a configuration of more than ${MAX_VALUES} values is not read`);
    this.name = 'ConfigSizeError';
  }
}

/**
 * Parses JSON with comments and trailing commas, as the tools of these frameworks take it; read as a JavaScript
 * expression, it keeps the place of everything.
 * @throws ConfigSizeError, RangeError when it is nested too deeply, or Error with the parser's message and position
 */
export function parseConfigJson(text: string): JsonNode {
  if (mostValues(text) > MAX_VALUES) throw new ConfigSizeError();
  return parseExpression(text, { attachComment: false });
}

/** No text has more values than brackets, colons and commas together, and one. */
function mostValues(text: string): number {
  let count = 1;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x2c || unit === 0x3a || unit === 0x5b || unit === 0x7b) count++;
  }
  return count;
}

/** Properties of an object in their order; none for anything else. */
export function entriesOf(node: JsonNode | undefined): JsonEntry[] {
  if (node?.type !== 'ObjectExpression') return [];
  return node.properties.flatMap((property) => {
    if (property.type !== 'ObjectProperty') return [];
    const name = keyName(property);
    return name === null ? [] : [{ name, key: property.key, value: property.value }];
  });
}

/** The value below a way of keys. */
export function valueAt(node: JsonNode | undefined, ...way: string[]): JsonNode | undefined {
  let current = node;
  for (const name of way) current = entriesOf(current).findLast((entry) => entry.name === name)?.value;
  return current;
}

/** Elements of an array; none for anything else. */
export function elementsOf(node: JsonNode | undefined): JsonNode[] {
  if (node?.type !== 'ArrayExpression') return [];
  return node.elements.filter((element) => element !== null);
}

/** The text of a string, number or boolean. */
export function scalarOf(node: JsonNode | undefined): string | undefined {
  switch (node?.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return String(node.value);
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
    default:
      return undefined;
  }
}
