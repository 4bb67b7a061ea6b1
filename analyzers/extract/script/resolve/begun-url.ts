import type * as t from '@babel/types';
import type { Scope } from '../binding/scope.ts';
import { templateParts } from './constant-value.ts';
import type { Resolver } from './resolve.ts';

const MAX_TEXT = 200;
/** Texts that one variable may be assigned, and parts of one text. */
const MAX_TEXTS = 8;
const MAX_PARTS = 16;

/**
 * Of URLs that an expression, or a variable that is assigned it, puts together and whose end is not known, their
 * beginning and `?`, where that says the scheme: `weixin://dl/?` of `weixin://dl/${page}`.
 */
export function begunUrls(resolver: Resolver, node: t.Node, scope: Scope): readonly string[] {
  if (node.type !== 'Identifier') return begunUrl(resolver, node, scope);
  const sources = scope.lookup(node.name)?.sources ?? [];
  const found = new Set<string>();
  for (const source of sources.slice(0, MAX_TEXTS)) {
    if (source.kind !== 'expression' || source.path.length > 0) continue;
    for (const text of begunUrl(resolver, source.expression, source.scope)) found.add(text);
  }
  return [...found];
}

function begunUrl(resolver: Resolver, node: t.Node, scope: Scope): string[] {
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].flatMap((each) => plainBegun(resolver, each, scope));
  return plainBegun(resolver, node, scope);
}

function plainBegun(resolver: Resolver, node: t.Node, scope: Scope): string[] {
  if (node.type !== 'TemplateLiteral' && node.type !== 'BinaryExpression') return [];
  const parts = node.type === 'TemplateLiteral' ? templateParts(node) : summands(node);
  let text = '';
  for (const part of parts) {
    const [value, other] = typeof part === 'string' ? [part] : resolver.valuesOf(part, scope);
    const isConstant = other === undefined && (typeof value === 'string' || typeof value === 'number');
    if (!isConstant) return /^[a-z][a-z0-9+.-]*:/i.test(text) ? [`${text.slice(0, MAX_TEXT)}?`] : [];
    text += value;
  }
  return [];
}

/** What a chain of `+` adds, from the left. */
function summands(node: t.BinaryExpression): t.Node[] {
  const parts: t.Node[] = [];
  let at: t.Node = node;
  while (at.type === 'BinaryExpression' && at.operator === '+') {
    parts.push(at.right);
    at = at.left;
  }
  return [at, ...parts.reverse()].slice(0, MAX_PARTS);
}
