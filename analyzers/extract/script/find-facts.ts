import type * as t from '@babel/types';
import type { Fact } from '../../model/fact.ts';
import { ApiNode, type Hit } from './api-node.ts';
import { argumentTexts } from './argument.ts';
import { type BoundScript, bindScript } from './bind.ts';
import { requireSpecifier } from './require-call.ts';
import { Resolver } from './resolve.ts';
import type { Scope } from './scope.ts';
import { type Use, useOf } from './use.ts';
import { knownPackage, type ScriptWatch } from './watch.ts';

/**
 * All facts of one parsed script, sorted by position. A call site stands where its member's name (or, without one, the
 * called name) begins, which tells the calls of a chain over several lines apart.
 */
export function findFacts(program: t.Program, file: string, watch: ScriptWatch): Fact[] {
  const script = bindScript(program, watch.memberNames);
  const resolver = new Resolver(watch);
  const facts = new Map<string, Fact>();
  const add = (kind: Fact['kind'], value: string, node: t.Node, args: string[]): void => {
    const start = node.loc?.start;
    if (start === undefined) return;
    const fact: Fact = { kind, value, at: { file, line: start.line, column: start.column + 1 } };
    if (args.length > 0) fact.args = args;
    // Two frameworks may know the same member.
    const key = `${start.line} ${start.column} ${kind} ${value}`;
    if (!facts.has(key)) facts.set(key, fact);
  };
  const addHits = (hits: readonly Hit[], use: Use, node: t.Node, scope: Scope): void => {
    for (const hit of hits) {
      const kind = factKind(hit, use);
      if (kind === undefined) continue;
      add(kind, hit.value, node, use.kind === 'called' ? argumentTexts(use.args, scope, resolver) : []);
    }
  };

  for (const { specifier, at } of script.imports) {
    const module = knownPackage(watch, specifier);
    if (module !== undefined) add('module', module, at, []);
  }
  for (const [at, scope] of sites(script.requires)) {
    const call = script.nodes[at] as t.CallExpression;
    const specifier = resolver.loadsModules(call, scope) ? requireSpecifier(call) : undefined;
    const module = specifier === undefined ? undefined : knownPackage(watch, specifier);
    if (module !== undefined) add('module', module, call, []);
  }
  for (const [at, scope] of sites(script.members)) {
    const node = script.nodes[at] as MemberNode;
    if (!resolver.propertyNames(node, scope).some((name) => watch.memberNames.has(name))) continue;
    const hits = hitsOf(resolver.valuesOf(node, scope));
    if (hits.length > 0) addHits(hits, useOf(script, at), node.property, scope);
  }
  const names = sensitiveNames(script, resolver, watch);
  for (const [at, scope] of sites(script.identifiers)) {
    const node = script.nodes[at] as t.Identifier | t.JSXIdentifier;
    if (!names.has(node.name)) continue;
    const binding = scope.lookup(node.name);
    const values = binding === undefined ? resolver.valuesOf(node, scope) : resolver.valuesOfBinding(binding);
    let hits = hitsOf(values);
    // What a variable got was read where it was assigned; an imported name is read wherever it is used.
    if (binding !== undefined && binding.kind !== 'import') hits = hits.filter((hit) => hit.use !== 'read');
    if (hits.length > 0) addHits(hits, useOf(script, at), node, scope);
  }
  for (const { binding, key } of script.patternReads) {
    const hits = hitsOf(resolver.valuesOfBinding(binding));
    for (const hit of hits) if (hit.use === 'read') add('field', hit.value, key, []);
  }
  return [...facts.values()].sort(byPosition);
}

type MemberNode = t.MemberExpression | t.OptionalMemberExpression | t.JSXMemberExpression;

function* sites({ at, scopes }: BoundScript['members']): Generator<[number, Scope]> {
  for (const [order, index] of at.entries()) yield [index, scopes[order] as Scope];
}

/** Names of globals that are members themselves, and of bindings that hold a member. */
function sensitiveNames(script: BoundScript, resolver: Resolver, watch: ScriptWatch): Set<string> {
  const names = new Set<string>();
  for (const [name, node] of watch.globals.children) if (node.hits.length > 0) names.add(name);
  for (const binding of script.bindings) {
    if (hitsOf(resolver.valuesOfBinding(binding)).length > 0) names.add(binding.name);
  }
  return names;
}

function hitsOf(values: ReturnType<Resolver['valuesOf']>): readonly Hit[] {
  const hits: Hit[] = [];
  for (const value of values) if (value instanceof ApiNode) hits.push(...value.hits);
  return hits;
}

/** The kind of fact that a use of a member makes; undefined where it is none. */
function factKind(hit: Hit, use: Use): Fact['kind'] | undefined {
  if (hit.use === 'read') return use.kind === 'tested' ? undefined : 'field';
  if (use.kind === 'passed') return 'call';
  return use.kind === (hit.use === 'call' ? 'called' : 'element') ? 'call' : undefined;
}

function byPosition(a: Fact, b: Fact): number {
  return (
    (a.at.line ?? 0) - (b.at.line ?? 0) ||
    (a.at.column ?? 0) - (b.at.column ?? 0) ||
    (a.value < b.value ? -1 : a.value > b.value ? 1 : 0) ||
    (a.kind < b.kind ? -1 : 1)
  );
}
