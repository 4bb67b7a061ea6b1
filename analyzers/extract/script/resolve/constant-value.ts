import type * as t from '@babel/types';
import type { Scope } from '../binding/scope.ts';
import { NO_VALUES, type Value } from '../binding/value.ts';
import { MAX_VALUES, type Resolver } from './resolve.ts';

/** UTF-16 units of a string that is put together from constants. */
const MAX_STRING = 1000;

/** The opposite of a constant; minifiers write `!0` for true. */
export function unaryValue(
  resolver: Resolver,
  { operator, argument }: t.UnaryExpression,
  scope: Scope,
): readonly Value[] {
  const values = resolver.valuesOf(argument, scope);
  const [value] = values;
  if (values.length !== 1 || (typeof value === 'object' && value !== null)) return NO_VALUES;
  if (operator === '!') return [!value];
  return operator === '-' && typeof value === 'number' ? [-value] : NO_VALUES;
}

export function templateTexts(resolver: Resolver, node: t.TemplateLiteral, scope: Scope): readonly Value[] {
  return joinedTexts(resolver, templateParts(node), scope);
}

/** The texts and expressions of a template in their order. */
export function templateParts(node: t.TemplateLiteral): (t.Node | string)[] {
  const parts: (t.Node | string)[] = [];
  for (const [at, quasi] of node.quasis.entries()) {
    parts.push(quasi.value.cooked ?? '');
    const expression = node.expressions[at];
    if (expression !== undefined) parts.push(expression);
  }
  return parts;
}

/** Every text that constants make one after the other; none where a part is not known. */
export function joinedTexts(resolver: Resolver, parts: readonly (t.Node | string)[], scope: Scope): readonly Value[] {
  let texts = [''];
  for (const part of parts) {
    const values = typeof part === 'string' ? [part] : resolver.valuesOf(part, scope);
    const next: string[] = [];
    for (const text of texts) {
      for (const value of values) {
        if (typeof value !== 'string' && typeof value !== 'number') return NO_VALUES;
        if (text.length + String(value).length > MAX_STRING) return NO_VALUES;
        next.push(text + value);
      }
    }
    if (next.length === 0 || next.length > MAX_VALUES) return NO_VALUES;
    texts = next;
  }
  return texts;
}
