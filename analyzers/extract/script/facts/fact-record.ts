import type * as t from '@babel/types';
import type { Fact } from '../../../model/fact.ts';
import type { Location } from '../../../model/location.ts';
import type { Hit } from '../apis/api-node.ts';
import type { ScriptWatch } from '../apis/watch.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Binding, Scope } from '../binding/scope.ts';
import type { Origin } from '../flow/trace-sinks.ts';
import type { Place } from '../reach/script-reach.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { argumentTexts, attributeTexts } from './argument.ts';
import { takenProperties } from './taken-properties.ts';
import type { Use } from './use.ts';

/** The facts found in a program, each once for its place and member, with where its value comes from. */
export class FactRecord {
  /** Where the values of facts come from. */
  readonly origins = new Map<Fact, Origin[]>();
  readonly places = new Map<Fact, Place>();
  /** Facts whose member is only handed on. */
  readonly handedOn = new Set<Fact>();
  private readonly facts = new Map<string, Map<string, Fact>>();
  private readonly bytecode: ReadonlySet<string>;

  constructor(
    private readonly resolver: Resolver,
    private readonly watch: ScriptWatch,
  ) {
    const { scripts } = resolver.program;
    this.bytecode = new Set(scripts.filter(({ bytecode }) => bytecode).map(({ module }) => module.file));
  }

  /** Facts of a file, by position. */
  factsIn(file: string): Fact[] {
    return [...(this.facts.get(file)?.values() ?? [])].sort(byPosition);
  }

  addOrigin(fact: Fact, origin: Origin): void {
    const origins = this.origins.get(fact);
    if (origins === undefined) this.origins.set(fact, [origin]);
    else origins.push(origin);
  }

  addHits(
    hits: readonly Hit[],
    use: Use,
    node: t.Node,
    scope: Scope,
    origin: Origin | null,
    argumentScope = scope,
  ): void {
    for (const hit of hits) {
      const kind = factKind(hit, use);
      if (kind === undefined) continue;
      const args = this.argumentsOf(use, argumentScope);
      const fact = this.add(kind, hit.value, node, scope, args);
      if (fact === undefined) continue;
      if (hit.hasParts && origin !== null) {
        const at = use.kind === 'called' ? use.at : hit.use === 'read' ? origin.node : null;
        if (at !== null) this.addTaken(fact, origin, at, scope);
      }
      if (use.kind === 'passed' && hit.use === 'call') this.handedOn.add(fact);
      if (origin !== null) this.addOrigin(fact, hit.use === 'read' ? { ...origin, gives: 'value' } : origin);
    }
  }

  /** Of a call its arguments; of an element its attributes, as one object. */
  private argumentsOf(use: Use, scope: Scope): string[] {
    if (use.kind === 'called') return argumentTexts(use.args, scope, this.resolver);
    return use.kind === 'element' && use.attributes !== undefined
      ? attributeTexts(use.attributes, scope, this.resolver)
      : [];
  }

  private addTaken(fact: Fact, { script }: Origin, call: number, scope: Scope): void {
    const { program } = this.resolver;
    const isSeen = (each: Binding): boolean =>
      program.isShared(each) || (each.global && program.handlers.has(each.name));
    const bound = program.scripts[script] as BoundScript;
    const takes = takenProperties(bound, call, scope, program.placesIn(bound), isSeen);
    if (takes !== null) fact.takes = takes;
  }

  add(kind: Fact['kind'], value: string, node: t.Node, scope: Scope, args: string[]): Fact | undefined {
    const start = node.loc?.start;
    const module = scope.enclosingModule();
    const at = this.locationOf({ node, scope });
    if (start === undefined || module === null || at === null) return undefined;
    // What the code of a known package does for its callers is told at their calls.
    if (module.table !== null && module.packageName !== null && this.watch.collecting.has(module.packageName))
      return undefined;
    const fact: Fact = { kind, value, at };
    if (args.length > 0) fact.args = args;
    if (module.packageName !== null) fact.module = module.packageName;
    let facts = this.facts.get(module.file);
    if (facts === undefined) {
      facts = new Map();
      this.facts.set(module.file, facts);
    }
    // Two frameworks may know the same member.
    const key = `${start.line} ${start.column} ${kind} ${value}`;
    const known = facts.get(key);
    if (known !== undefined) return known;
    facts.set(key, fact);
    this.places.set(fact, { node, scope });
    return fact;
  }

  locationOf({ node, scope }: Place): Location | null {
    const start = node.loc?.start;
    const module = scope.enclosingModule();
    if (start === undefined || module === null) return null;
    const { file } = module;
    return this.bytecode.has(file)
      ? { file, offset: start.column }
      : { file, line: start.line, column: start.column + 1 };
  }
}

/** The kind of fact that a use of a member makes; undefined where it is none. */
function factKind(hit: Hit, use: Use): Fact['kind'] | undefined {
  if (hit.use === 'read') return use.kind === 'tested' ? undefined : 'field';
  if (use.kind === 'passed') return 'call';
  return use.kind === (hit.use === 'call' ? 'called' : 'element') ? 'call' : undefined;
}

function byPosition(a: Fact, b: Fact): number {
  return (
    (a.at.offset ?? 0) - (b.at.offset ?? 0) ||
    (a.at.line ?? 0) - (b.at.line ?? 0) ||
    (a.at.column ?? 0) - (b.at.column ?? 0) ||
    (a.value < b.value ? -1 : a.value > b.value ? 1 : 0) ||
    (a.kind < b.kind ? -1 : 1)
  );
}
