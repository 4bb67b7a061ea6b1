import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Binding, Scope } from '../binding/scope.ts';
import { ScriptModule } from '../binding/script-module.ts';
import { ClassValue, FunctionValue, InstanceValue, LiteralValue } from '../binding/value.ts';
import { keyName } from '../syntax/pattern.ts';
import { withoutTypes } from '../syntax/without-types.ts';
import { type AccessPath, ANY, FILLED, headOf, inside, tailOf } from './access-path.ts';
import type { FlowTracer } from './flow-tracer.ts';
import type { ValueState } from './value-state.ts';

/** Variables that stand for one another are looked through this far. */
const MAX_ALIASES = 6;

/** The value is put into an object: it is there for whoever holds the same object. */
export function writeInto(
  tracer: FlowTracer,
  object: t.Node,
  scope: Scope,
  path: AccessPath | null,
  from: ValueState,
): void {
  let open: { node: t.Node; scope: Scope; path: AccessPath | null }[] = [{ node: object, scope, path }];
  for (let level = 0; level < MAX_ALIASES && open.length > 0; level++) {
    open = open.flatMap((place) =>
      place.path === null ? [] : writeOnce(tracer, place.node, place.scope, place.path, from),
    );
  }
}

/** Gives back what else stands for the same object. */
function writeOnce(
  tracer: FlowTracer,
  node: t.Node,
  scope: Scope,
  path: AccessPath,
  from: ValueState,
): { node: t.Node; scope: Scope; path: AccessPath | null }[] {
  const plain = withoutTypes(node);
  const head = headOf(path);
  if (head !== null) {
    for (const value of tracer.resolver.valuesOf(plain, scope)) {
      if (value instanceof ScriptModule) tracer.intoExport(value, head, tailOf(path), from);
      else if (isOwner(value)) tracer.intoProperty(value, head, tailOf(path), from);
    }
  }
  if (plain.type === 'MemberExpression' || plain.type === 'OptionalMemberExpression') {
    const name = keyName({ key: plain.property, computed: plain.computed }) ?? ANY;
    return [{ node: plain.object, scope, path: inside(name, path) }];
  }
  if (plain.type !== 'Identifier') return [];
  const binding = scope.lookup(plain.name);
  if (binding === undefined) return [];
  tracer.intoBinding(from.script, binding, path, from, from.entered);
  filled(tracer, binding, path, from);
  return [...held(binding, path), ...given(tracer, binding, path)];
}

/** What the variable was made of, where that is another name of the same object. */
function held(binding: Binding, path: AccessPath): { node: t.Node; scope: Scope; path: AccessPath | null }[] {
  return binding.sources.flatMap((source) => {
    if (source.kind !== 'expression' || source.path.includes(null)) return [];
    const { type } = withoutTypes(source.expression);
    if (type !== 'Identifier' && type !== 'MemberExpression' && type !== 'ThisExpression') return [];
    const below = source.path.reduceRight<AccessPath | null>(
      (rest, name) => (rest === null ? null : inside(name ?? ANY, rest)),
      path,
    );
    return [{ node: source.expression, scope: source.scope, path: below }];
  });
}

/** What the callers of a function give for a parameter. */
function given(
  tracer: FlowTracer,
  { parameter }: Binding,
  path: AccessPath,
): { node: t.Node; scope: Scope; path: AccessPath | null }[] {
  if (parameter === null) return [];
  return tracer.resolver.callSites.of(parameter.of).flatMap(({ given: arguments_, scope }) => {
    const argument = arguments_[parameter.index];
    if (argument === undefined) return [];
    const below = parameter.path.reduceRight<AccessPath | null>(
      (rest, name) => (rest === null ? null : inside(name ?? ANY, rest)),
      path,
    );
    return [{ node: argument, scope, path: below }];
  });
}

/** What is put into the object that a library calls the function with goes to the library. */
function filled(tracer: FlowTracer, { parameter }: Binding, path: AccessPath, from: ValueState): void {
  if (parameter === null || parameter.index !== 0) return;
  const script = tracer.scriptOf(parameter.of);
  if (script === undefined) return;
  const index = tracer.index(script).indexOf(parameter.of.node) ?? -1;
  const { nodes, parents } = tracer.scripts[script] as BoundScript;
  const { node } = parameter.of;
  const holder = node.type === 'ObjectMethod' ? node : nodes[parents[index] ?? -1];
  if (holder?.type !== 'ObjectMethod' && holder?.type !== 'ObjectProperty') return;
  const name = keyName(holder);
  if (name === null || !tracer.resolver.watch.fillingKeys.has(name)) return;
  const below = parameter.path.reduceRight<AccessPath | null>(
    (rest, step) => (rest === null ? null : inside(step ?? ANY, rest)),
    path,
  );
  if (below !== null) tracer.push(script, index, inside(FILLED, below), from, null);
}

function isOwner(value: unknown): value is LiteralValue | InstanceValue | ClassValue | FunctionValue {
  return (
    value instanceof LiteralValue ||
    value instanceof InstanceValue ||
    value instanceof ClassValue ||
    value instanceof FunctionValue
  );
}
