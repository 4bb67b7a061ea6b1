/** A value that has not the shape it should have; `at` is the path of the value inside the document, `$` its top. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';

  constructor(
    readonly at: string,
    readonly reason: string,
  ) {
    super(`${at}: ${reason}`);
  }
}

/**
 * Checks a parsed JSON value and returns it typed; the copy holds only known fields, in the order of the shape.
 * @throws ShapeError at the first value that differs
 */
export type Shape<T> = (value: unknown, at: string) => T;

/** A field that may be absent. */
export interface OptionalShape<T> {
  optional: Shape<T>;
}

type Fields<T> = {
  [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? OptionalShape<Exclude<T[K], undefined>> : Shape<T[K]>;
};

/** Non-empty text without white space at its ends. */
export const text: Shape<string> = (value, at) => {
  if (typeof value !== 'string') throw new ShapeError(at, `expected text, found ${nameOf(value)}`);
  if (value === '' || value.trim() !== value) throw new ShapeError(at, 'text is empty or has white space at its ends');
  return value;
};

export const boolean: Shape<boolean> = (value, at) => {
  if (typeof value !== 'boolean') throw new ShapeError(at, `expected true or false, found ${nameOf(value)}`);
  return value;
};

/** A whole number from 0. */
export const count: Shape<number> = (value, at) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) {
    throw new ShapeError(at, `expected a whole number from 0, found ${nameOf(value)}`);
  }
  return value as number;
};

export function oneOf<const T extends string>(...allowed: T[]): Shape<T> {
  return (value, at) => {
    if (!allowed.includes(value as T)) {
      throw new ShapeError(at, `expected one of ${allowed.join(', ')}, found ${JSON.stringify(value)}`);
    }
    return value as T;
  };
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, at) => (value === null ? null : shape(value, at));
}

export function optional<T>(shape: Shape<T>): OptionalShape<T> {
  return { optional: shape };
}

export function listOf<T>(shape: Shape<T>): Shape<T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) throw new ShapeError(at, `expected a list, found ${nameOf(value)}`);
    return value.map((item, index) => shape(item, `${at}[${index}]`));
  };
}

/** A list of text in which nothing stands twice. */
export const setOfText: Shape<string[]> = (value, at) => {
  const list = listOf(text)(value, at);
  const twice = list.find((item, index) => list.indexOf(item) !== index);
  if (twice !== undefined) throw new ShapeError(at, `${JSON.stringify(twice)} stands twice`);
  return list;
};

/** An object of arbitrary keys but the empty one; the copy has them in order of their code units. */
export function recordOf<T>(shape: Shape<T>): Shape<Record<string, T>> {
  return (value, at) => {
    const source = objectAt(value, at);
    if (Object.hasOwn(source, '')) throw new ShapeError(at, 'a key is empty');
    const keys = Object.keys(source).sort();
    return Object.fromEntries(keys.map((key) => [key, shape(source[key], `${at}.${key}`)]));
  };
}

/** An object of exactly these fields. */
export function objectOf<T>(fields: Fields<T>): Shape<T> {
  return (value, at) => {
    const source = objectAt(value, at);
    for (const key of Object.keys(source)) {
      if (!Object.hasOwn(fields, key)) throw new ShapeError(`${at}.${key}`, 'unknown field');
    }
    const entries: [string, unknown][] = [];
    for (const [key, field] of Object.entries<Shape<unknown> | OptionalShape<unknown>>(fields)) {
      if (!Object.hasOwn(source, key)) {
        if (typeof field === 'function') throw new ShapeError(`${at}.${key}`, 'missing');
        continue;
      }
      const shape = typeof field === 'function' ? field : field.optional;
      entries.push([key, shape(source[key], `${at}.${key}`)]);
    }
    return Object.fromEntries(entries) as T;
  };
}

function objectAt(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ShapeError(at, `expected an object, found ${nameOf(value)}`);
  }
  return value as Record<string, unknown>;
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}
