import type * as t from '@babel/types';
import type { Scope, Source } from '../binding/scope.ts';
import { ScriptModule } from '../binding/script-module.ts';
import { lastName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import { withoutTypes } from '../syntax/without-types.ts';
import type { CallNode } from './call-sites.ts';
import type { Resolver } from './resolve.ts';

/** Variables, imports and exports looked through on the way. */
const MAX_STEPS = 8;

/**
 * The call that made what an expression names, through constants, imports and exports of files; undefined where it is
 * not made by one. Of what a package gives nothing more is known than the call that asked for it.
 */
export function makingCall(resolver: Resolver, node: t.Node, scope: Scope): CallNode | undefined {
  let held: { node: t.Node; scope: Scope } | undefined = { node, scope };
  for (let step = 0; step < MAX_STEPS && held !== undefined; step++) {
    const plain: t.Node = last(withoutTypes(held.node));
    if (plain.type === 'CallExpression' || plain.type === 'OptionalCallExpression') return plain;
    held = sourceOf(resolver, plain, held.scope);
  }
  return undefined;
}

/** The name of what a call calls; of `create()(…)` that of the first. */
export function makerName({ callee }: CallNode): string | null {
  const plain = withoutTypes(callee);
  return lastName(plain.type === 'CallExpression' ? plain.callee : plain);
}

function last(node: t.Node): t.Node {
  return node.type === 'SequenceExpression' ? (node.expressions.at(-1) ?? node) : node;
}

function sourceOf(resolver: Resolver, node: t.Node, scope: Scope): { node: t.Node; scope: Scope } | undefined {
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier')
    return followed(resolver, scope.lookup(node.name)?.sources[0]);
  if (node.type !== 'MemberExpression' && node.type !== 'JSXMemberExpression') return undefined;
  const name =
    node.type === 'MemberExpression' ? keyName({ key: node.property, computed: node.computed }) : node.property.name;
  return name === null ? undefined : exported(resolver, resolver.valuesOf(node.object, scope), name);
}

function followed(resolver: Resolver, source: Source | undefined): { node: t.Node; scope: Scope } | undefined {
  if (source?.kind === 'import') {
    const modules = resolver.moduleNamed(source.specifier, source.module);
    return source.name === null ? undefined : exported(resolver, modules, source.name);
  }
  if (source?.kind !== 'expression') return undefined;
  const [name] = source.path;
  if (name === undefined) return { node: source.expression, scope: source.scope };
  return source.path.length > 1 || name === null
    ? undefined
    : exported(resolver, resolver.valuesOf(source.expression, source.scope), name);
}

function exported(
  resolver: Resolver,
  modules: readonly unknown[],
  name: string,
): { node: t.Node; scope: Scope } | undefined {
  for (const module of modules) {
    const source = module instanceof ScriptModule ? module.exports.get(name)?.[0] : undefined;
    if (source?.kind === 'expression' && source.path.length === 0)
      return { node: source.expression, scope: source.scope };
    if (source?.kind === 'import') return followed(resolver, source);
  }
  return undefined;
}
