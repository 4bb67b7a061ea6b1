import type { Node } from 'jsonc-parser';
import { isLimit } from '../limits.ts';

/** Something in a configuration file that is not as it must be, and where. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';

  constructor(
    message: string,
    /** In UTF-16 units from the start of the text. */
    readonly offset: number,
  ) {
    super(message);
  }
}

/** Reads a value of one shape from a syntax tree. @throws ShapeError when it has another. */
export type Read<T> = (node: Node, path: string) => T;

const TYPE_NAMES = { string: 'a string', boolean: 'true or false', array: 'a list', object: 'an object' } as const;

function expectType(node: Node, path: string, type: keyof typeof TYPE_NAMES): void {
  if (node.type !== type) throw new ShapeError(`${path} must be ${TYPE_NAMES[type]}`, node.offset);
}

export const string: Read<string> = (node, path) => {
  expectType(node, path, 'string');
  if (node.value === '') throw new ShapeError(`${path} must not be empty`, node.offset);
  return node.value as string;
};

export const boolean: Read<boolean> = (node, path) => {
  expectType(node, path, 'boolean');
  return node.value as boolean;
};

/** A whole number from 1 on. */
export const count: Read<number> = (node, path) => {
  if (isLimit(node.value)) return node.value;
  throw new ShapeError(`${path} must be a whole number from 1 on`, node.offset);
};

/** A calendar day, `YYYY-MM-DD`. */
export const day: Read<string> = (node, path) => {
  const value = string(node, path);
  if (!isDay(value))
    throw new ShapeError(`${path} must be a day such as 2026-12-31, not ${quoted(value)}`, node.offset);
  return value;
};

export function isDay(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function oneOf<T extends string>(choices: readonly T[]): Read<T> {
  return (node, path) => {
    const value = string(node, path);
    const found = choices.find((choice) => choice === value);
    if (found === undefined)
      throw new ShapeError(`${path} must be one of ${choices.join(', ')}, not ${quoted(value)}`, node.offset);
    return found;
  };
}

export function list<T>(item: Read<T>): Read<T[]> {
  return (node, path) => {
    expectType(node, path, 'array');
    return (node.children ?? []).map((child, index) => item(child, `${path}[${index}]`));
  };
}

/** An object that may have these members and no others. */
export function object<T extends object>(members: { [K in keyof T]-?: Read<NonNullable<T[K]>> }): Read<T> {
  return (node, path) => {
    expectType(node, path, 'object');
    const result: Partial<T> = {};
    const seen = new Set<string>();
    for (const { key, keyNode, value } of membersOf(node)) {
      const place = path === '' ? key : `${path}.${key}`;
      if (!Object.hasOwn(members, key)) {
        const choices = Object.keys(members).filter((name) => name !== '$schema');
        throw new ShapeError(`${place} is unknown; known here: ${choices.join(', ')}`, keyNode.offset);
      }
      if (seen.has(key)) throw new ShapeError(`${place} is given twice`, keyNode.offset);
      seen.add(key);
      result[key as keyof T] = members[key as keyof T](value, place);
    }
    return result as T;
  };
}

function* membersOf(node: Node): Generator<{ key: string; keyNode: Node; value: Node }> {
  for (const property of node.children ?? []) {
    const [keyNode, value] = property.children ?? [];
    if (keyNode !== undefined && value !== undefined) yield { key: String(keyNode.value), keyNode, value };
  }
}

function quoted(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
