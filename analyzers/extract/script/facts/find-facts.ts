import type * as t from '@babel/types';
import type { Fact } from '../../../model/fact.ts';
import type { Gap } from '../../../model/gap.ts';
import type { BridgeCall } from '../../../model/script-bridge.ts';
import { ApiNode, FOREIGN, type Hit } from '../apis/api-node.ts';
import { knownPackage, type ScriptWatch } from '../apis/watch.ts';
import type { BoundScript, Sites } from '../binding/bound-script.ts';
import { identifierBindings } from '../binding/identifier-bindings.ts';
import { requireSpecifier } from '../binding/require-call.ts';
import type { Binding, Scope } from '../binding/scope.ts';
import { ScriptModule } from '../binding/script-module.ts';
import { ClassValue, InstanceValue, LiteralValue } from '../binding/value.ts';
import { joinedSinks, type Origin, SinkTracer } from '../flow/trace-sinks.ts';
import { namesFromCallers } from '../reach/caller-names.ts';
import { ScriptReach } from '../reach/script-reach.ts';
import type { CallNode } from '../resolve/call-sites.ts';
import { javaMembers } from '../resolve/java-access.ts';
import { propertyNames } from '../resolve/member-values.ts';
import { isGivenOnly, mayBeMember, mayHoldAnything } from '../resolve/open-object.ts';
import { Resolver } from '../resolve/resolve.ts';
import type { ScriptProgram } from '../source/script-program.ts';
import { keyName } from '../syntax/pattern.ts';
import type { TemplateFact } from '../syntax/template.ts';
import { answersInScripts } from './answer-origins.ts';
import { findNativeCalls, type NativeCall, placeOf } from './bridge-calls.ts';
import { FactRecord } from './fact-record.ts';
import { isKeptBy, isKeptElsewhere } from './kept-reads.ts';
import { ListenedResults } from './listened-results.ts';
import { openTypesIn } from './open-type-attribute.ts';
import { isInsidePlugin, nodeOfAction, serviceAction } from './service-action.ts';
import { type Use, useOf } from './use.ts';

/**
 * All facts of the scripts of a program, a list for each in their order, sorted by position. A call site stands
 * where its member's name (or, without one, the called name) begins, which tells the calls of a chain over several
 * lines apart; where the caller of a wrapper names the member, it stands at that caller.
 */
export function findFacts(
  program: ScriptProgram,
  watch: ScriptWatch,
  templates: readonly TemplateFact[] = [],
): { facts: Fact[][]; bridgeCalls: BridgeCall[]; gaps: Gap[] } {
  const resolver = new Resolver(watch, program);
  const record = new FactRecord(resolver, watch);
  const finder = new FactFinder(resolver, watch, record);
  const cutFiles = finder.readAll();
  finder.readAnswers(templates);
  const gaps = [...cutFiles.map(gapOfCutNames), ...finder.followValues()];
  const reach = new ScriptReach(resolver);
  finder.findWays(reach);
  const bridgeCalls = finder.bridgeCalls(findNativeCalls(program.scripts, resolver), reach);
  if (reach.cutFile !== null) {
    const detail = 'finding what leads to its calls takes more work than is allowed; of the rest it is not known';
    gaps.push({ stage: 'script', file: reach.cutFile, code: 'over-budget', detail, material: true });
  }
  return { facts: program.scripts.map(({ module }) => record.factsIn(module.file)), bridgeCalls, gaps };
}

class FactFinder {
  private readonly numbers: ReadonlyMap<BoundScript, number>;
  /** Names of properties that hold a sensitive member by another name. */
  private readonly aliases = new Set<string>();

  constructor(
    private readonly resolver: Resolver,
    private readonly watch: ScriptWatch,
    private readonly record: FactRecord,
  ) {
    const { scripts } = resolver.program;
    this.numbers = new Map(scripts.map((script, number) => [script, number]));
  }

  /** @returns the files in which something leads through more others than are followed, sorted */
  readAll(): string[] {
    const { resolver } = this;
    const cut = new Set<string>();
    const readers: ((script: BoundScript) => void)[] = [
      (script) => this.readImports(script),
      (script) => this.readMembers(script),
      (script) => this.readAliases(script),
      (script) => this.readOpenTypes(script),
      (script) => this.readNames(script),
      (script) => this.readAddresses(script),
      (script) => this.readServices(script),
    ];
    for (const read of readers) {
      for (const script of resolver.program.scripts) {
        const { timesCut } = resolver;
        read(script);
        if (resolver.timesCut > timesCut) cut.add(script.module.file);
      }
    }
    return [...cut].sort();
  }

  /** Says of the facts where the values that they give flow to. @returns where that was not followed to the end */
  followValues(): Gap[] {
    if (this.record.origins.size === 0) return [];
    const tracer = new SinkTracer(this.resolver);
    const listened = new ListenedResults(this.resolver, tracer);
    for (const [fact, origins] of this.record.origins) {
      const sinks = joinedSinks(tracer.sinksOf(origins), listened.sinksOf(fact.value));
      if (sinks.length > 0) fact.sinks = [...sinks];
    }
    const detail = 'values were followed to where they leave only to a bound';
    return [...tracer.cutFiles]
      .sort()
      .map((file) => ({ stage: 'script', file, code: 'over-budget', detail, material: false }));
  }

  /** Facts of templates: what they ask for comes into the scripts beside them. */
  readAnswers(templates: readonly TemplateFact[]): void {
    for (const { fact, origin } of answersInScripts(templates, this.resolver.program.scripts))
      this.record.addOrigin(fact, origin);
  }

  /** Says of every fact but imports how it is reached. */
  findWays(reach: ScriptReach): void {
    for (const [fact, place] of this.record.places) {
      if (fact.kind === 'module') continue;
      const way = reach.of(place, (each) => this.record.locationOf(each), !this.record.handedOn.has(fact));
      if (way === null) continue;
      // A button acts, and a field is filled, when the user touches it.
      fact.reach = fact.value.startsWith('template.') ? { ...way, beforeConsent: null } : way;
    }
  }

  /** Calls of native code: as they stand there, and by what packages are known to ask it for. */
  bridgeCalls(calls: readonly NativeCall[], reach: ScriptReach): BridgeCall[] {
    const found = calls.flatMap(({ place, ...call }): BridgeCall[] => {
      const at = this.record.locationOf(place);
      return at === null ? [] : [{ ...call, at, reach: reach.of(place, (each) => this.record.locationOf(each)) }];
    });
    for (const fact of this.record.places.keys()) {
      if (fact.kind !== 'call') continue;
      const method = fact.value.slice(fact.value.lastIndexOf('.') + 1);
      for (const module of this.watch.nativesOf.get(fact.value) ?? []) {
        found.push({ of: 'module', module, method, at: fact.at, reach: fact.reach ?? null });
      }
    }
    return found;
  }

  private readImports(script: BoundScript): void {
    for (const { specifier, at } of script.imports) {
      const module = knownPackage(this.watch, specifier);
      if (module !== undefined) this.record.add('module', module, at, script.program, []);
    }
    for (const [at, scope] of sites(script.requires)) {
      const call = script.nodes[at] as t.CallExpression;
      const specifier = this.resolver.loadsModules(call, scope) ? requireSpecifier(call) : undefined;
      const module = specifier === undefined ? undefined : knownPackage(this.watch, specifier);
      if (module !== undefined) this.record.add('module', module, call, scope, []);
    }
  }

  private readMembers(script: BoundScript): void {
    const { memberNames } = this.watch;
    const { at: places, scopes } = script.members;
    for (let order = 0; order < places.length; order++) {
      const at = places[order] as number;
      const scope = scopes[order] as Scope;
      const node = script.nodes[at] as MemberNode;
      const name = staticName(node);
      if (name === null) this.readComputed(script, at, node as t.MemberExpression, scope);
      else if (name === 'invoke' || name === 'getAttribute') this.readJavaCall(script, at, scope);
      else if (memberNames.has(name)) {
        // Of some native objects it is a member, of others it names one.
        if (name === 'plusGetAttribute') this.readJavaCall(script, at, scope);
        let known = hitsOf(this.resolver.valuesOf(node, scope));
        // What an own object or class keeps of what was read was read where it was put there.
        if (known.some(({ use }) => use === 'read') && this.isOwnObject(node, name, scope))
          known = known.filter(({ use }) => use !== 'read');
        const hits = known.length > 0 ? known : this.methodHits(script, node, name, scope);
        if (hits.length > 0) this.addUse(hits, script, at, node.property, scope);
        if (hits.length > 0) this.noteAlias(script, at, hits, scope);
      }
    }
  }

  private isOwnObject({ object }: MemberNode, name: string, scope: Scope): boolean {
    const owners = this.resolver.valuesOf(object, scope);
    return (
      owners.length > 0 &&
      owners.every((value) =>
        value instanceof ScriptModule
          ? isKeptBy(this.resolver, value, name)
          : value instanceof LiteralValue || value instanceof InstanceValue || value instanceof ClassValue,
      )
    );
  }

  /** A method by a telling name, of an object that is not known, in a file that imports a module whose objects have it. */
  private methodHits(script: BoundScript, { object }: MemberNode, name: string, scope: Scope): readonly Hit[] {
    const methods = this.watch.methods.get(name);
    if (methods === undefined || !mayHoldAnything(object, scope)) return [];
    const [method] = methods.filter(({ specifier }) => importsModule(script, specifier));
    if (method === undefined) return [];
    // What is given by `ref` is not known, nor what a variable comes to hold that begins as null, nor `find(...) || null`.
    const held = object.type === 'Identifier' ? scope.lookup(object.name) : undefined;
    const isOpen = held !== undefined && this.resolver.hookStates.holdsElement(held);
    const isKnown = this.resolver
      .valuesOf(object, scope)
      .some((value) => value !== null && !(isOpen && value === FOREIGN));
    return isKnown ? [] : method.hits();
  }

  private readOpenTypes(script: BoundScript): void {
    for (const { hits, at, scope, origin } of openTypesIn(script, this.numbers.get(script) ?? 0, this.resolver)) {
      this.record.addHits(hits, { kind: 'element' }, at, scope, origin);
    }
  }

  /** `Uri.parse('content://sms/inbox')`, in scripts that reach Java; `https://api.ipify.org`, wherever it is asked. */
  private readAddresses(script: BoundScript): void {
    for (const [at, scope] of sites(script.addresses)) {
      const node = script.nodes[at] as t.StringLiteral | t.TemplateLiteral;
      const text = node.type === 'StringLiteral' ? node.value : (node.quasis[0]?.value.cooked ?? '');
      const isContent = text.startsWith('content:');
      const isKnown = isContent || this.watch.addresses.some((each) => text.startsWith(each));
      const fact = isKnown ? this.record.add('string', text, node, scope, []) : undefined;
      // What is made of the address is what the provider gives for it: `resolver.query(Uri.parse(...))`.
      if (fact !== undefined && isContent) this.record.addOrigin(fact, this.originOf(script, at, 'value'));
    }
  }

  /** Calls of native services of Cordova by their names. */
  private readServices(script: BoundScript): void {
    if (isInsidePlugin(script.module.file)) return;
    for (const [at, scope] of sites(script.calls)) {
      const node = script.nodes[at] as CallNode;
      const asked = node.arguments.length < 4 ? undefined : serviceAction(node, scope, this.resolver);
      const hits = asked === undefined ? [] : (nodeOfAction(asked, this.watch.globals)?.hits ?? []);
      const use: Use = { kind: 'called', args: node.arguments, at };
      if (hits.length > 0) this.record.addHits(hits, use, placeOf(node), scope, this.originOf(script, at, 'called'));
    }
  }

  private readJavaCall(script: BoundScript, at: number, scope: Scope): void {
    const call = script.nodes[script.parents[at] ?? -1];
    if (call?.type !== 'CallExpression' || call.callee !== script.nodes[at]) return;
    const callAt = script.parents[at] as number;
    const use: Use = { kind: 'called', args: call.arguments.slice(2), at: callAt };
    const origin = this.originOf(script, callAt, 'called');
    for (const { hits } of javaMembers(this.resolver, call, scope)) {
      this.record.addHits(hits, use, (call.callee as t.MemberExpression).property, scope, origin);
    }
  }

  /** Members that are used by the names which objects of the app's own give them. */
  private readAliases(script: BoundScript): void {
    if (this.aliases.size === 0) return;
    const { at: places, scopes } = script.members;
    for (let order = 0; order < places.length; order++) {
      const at = places[order] as number;
      const scope = scopes[order] as Scope;
      const node = script.nodes[at] as MemberNode;
      const name = staticName(node);
      if (name === null || !this.aliases.has(name) || this.watch.memberNames.has(name)) continue;
      const hits = hitsOf(this.resolver.valuesOf(node, scope));
      if (hits.length > 0) this.addUse(hits, script, at, node.property, scope);
    }
  }

  private noteAlias(script: BoundScript, at: number, hits: readonly Hit[], scope: Scope): void {
    const above = script.parents[at] ?? -1;
    const property = script.nodes[above];
    if (property?.type !== 'ObjectProperty') return;
    const name = keyName(property);
    if (name !== null) this.aliases.add(name);
    if (useOf(script, at).kind !== 'stored' || !isTakenAsAWhole(script, script.parents[above] ?? -1, scope)) return;
    // `Object.values(readers)`, `readers[name]`: by which name it is called is not known.
    const { property: place } = script.nodes[at] as t.MemberExpression;
    this.record.addHits(hits, { kind: 'passed' }, place, scope, this.originOf(script, at, 'function'));
  }

  private readComputed(script: BoundScript, at: number, node: t.MemberExpression, scope: Scope): void {
    const { property } = node;
    const isGiven = property.type === 'Identifier' && (scope.lookup(property.name)?.parameter ?? null) !== null;
    if (!isGiven && propertyNames(this.resolver, node, scope).length === 0) return;
    const objects = this.resolver.valuesOf(node.object, scope);
    const leads = objects.some(
      (value) => (value instanceof ApiNode && value.kind !== 'foreign') || value instanceof LiteralValue,
    );
    if (!leads) return;
    const named = namesFromCallers(this.resolver, node.property, scope);
    if (named !== undefined) {
      const use = useOf(script, at);
      for (const { name, place, scope: placeScope, call } of named) {
        const origin = this.originOf(call.script, call.at, 'called');
        this.record.addHits(hitsOf(this.resolver.propertyOfAll(objects, name)), use, place, placeScope, origin, scope);
      }
      return;
    }
    const hits = hitsOf(this.resolver.valuesOf(node, scope));
    if (hits.length > 0) this.addUse(hits, script, at, node.property, scope);
  }

  private readNames(script: BoundScript): void {
    const names = this.sensitiveNames(script);
    const { at: places, scopes } = script.identifiers;
    const bindings = identifierBindings(script);
    for (let order = 0; order < places.length; order++) {
      const at = places[order] as number;
      const scope = scopes[order] as Scope;
      const node = script.nodes[at] as t.Identifier | t.JSXIdentifier;
      if (!names.has(node.name)) continue;
      const binding = bindings[order];
      // What a function is given was found where it was passed on.
      if (binding !== undefined && isGivenOnly(binding)) continue;
      const values =
        binding === undefined ? this.resolver.valuesOf(node, scope) : this.resolver.valuesOfBinding(binding);
      let hits = hitsOf(values);
      // What a variable got was read where it was assigned; a name of a package is read wherever it is used.
      if (binding !== undefined && hits.some(({ use }) => use === 'read')) {
        const isHandedOn = script.nodes[script.parents[at] ?? -1]?.type === 'ExportNamedDeclaration';
        if (isHandedOn || binding.kind !== 'import' || isKeptElsewhere(this.resolver, binding))
          hits = hits.filter((hit) => hit.use !== 'read');
      }
      if (hits.length > 0) this.addUse(hits, script, at, node, scope);
    }
    for (const { binding, key } of script.patternReads) {
      const hits = hitsOf(this.resolver.valuesOfBinding(binding));
      for (const hit of hits) {
        // What an own object keeps by another name was read where it was put into it.
        if (hit.use !== 'read' || hit.value.slice(hit.value.lastIndexOf('.') + 1) !== nameOf(key)) continue;
        const fact = this.record.add('field', hit.value, key, script.program, []);
        const origin = this.originOf(script, -1, 'value');
        if (fact !== undefined) this.record.addOrigin(fact, { ...origin, binding });
      }
    }
  }

  /** Names of globals that are members themselves, and of bindings that hold a member. */
  private sensitiveNames(script: BoundScript): Set<string> {
    const names = new Set<string>();
    for (const [name, node] of this.watch.globals.children) if (node.hits.length > 0) names.add(name);
    for (const binding of script.bindings) {
      if (isGivenOnly(binding) || !binding.sources.some(mayBeMember)) continue;
      if (hitsOf(this.resolver.valuesOfBinding(binding)).length > 0) names.add(binding.name);
    }
    return names;
  }

  private addUse(hits: readonly Hit[], script: BoundScript, at: number, node: t.Node, scope: Scope): void {
    const use = useOf(script, at);
    const origin =
      use.kind === 'called' ? this.originOf(script, use.at, 'called') : this.originOf(script, at, 'function');
    this.record.addHits(hits, use, node, scope, origin);
  }

  private originOf(script: BoundScript, node: number, gives: Origin['gives']): Origin {
    return { script: this.numbers.get(script) ?? 0, node, gives };
  }
}

/** Not material: it happens in ordinary bundles, where functions of libraries hand values on to one another. */
function gapOfCutNames(file: string): Gap {
  const detail = 'names lead through more others than are followed; what they stand for is not known';
  return { stage: 'script', file, code: 'over-budget', detail, material: false };
}

/** Also where only types are imported. */
function importsModule({ imports, module, requires, nodes }: BoundScript, name: string): boolean {
  if (imports.some(({ specifier }) => specifier === name)) return true;
  for (const source of module.types.values()) if (source.kind === 'import' && source.specifier === name) return true;
  return requires.at.some((index) => requireSpecifier(nodes[index] as t.CallExpression) === name);
}

/** The name that a key of a pattern is. */
function nameOf(key: t.Node): string | undefined {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'StringLiteral' ? key.value : undefined;
}

/** The name of a property where it is constant; null where it is worked out. */
function staticName(node: MemberNode): string | null {
  if (node.type === 'JSXMemberExpression') return node.property.name;
  return keyName({ key: node.property, computed: node.computed });
}

type MemberNode = t.MemberExpression | t.OptionalMemberExpression | t.JSXMemberExpression;

function* sites({ at, scopes }: Sites): Generator<[number, Scope]> {
  for (const [order, index] of at.entries()) yield [index, scopes[order] as Scope];
}

/** Whether the variable that an object literal is kept in is used otherwise than for one property by its name. */
function isTakenAsAWhole(script: BoundScript, object: number, scope: Scope): boolean {
  const declarator = script.nodes[script.parents[object] ?? -1];
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return false;
  const binding = scope.lookup(declarator.id.name);
  return binding !== undefined && takenAsAWhole(script).has(binding);
}

const taken = new WeakMap<BoundScript, ReadonlySet<Binding | undefined>>();

/** The variables of a script that are arguments, or of which properties are taken by names that are worked out. */
function takenAsAWhole(script: BoundScript): ReadonlySet<Binding | undefined> {
  const known = taken.get(script);
  if (known !== undefined) return known;
  const { nodes, parents, identifiers } = script;
  const bindings = identifierBindings(script);
  const found = new Set<Binding | undefined>();
  for (const [order, index] of identifiers.at.entries()) {
    const node = nodes[index] as t.Identifier;
    const parent = nodes[parents[index] ?? -1];
    const isArgument = parent?.type === 'CallExpression' && parent.callee !== node;
    const isMember = parent?.type === 'MemberExpression' || parent?.type === 'OptionalMemberExpression';
    if (isArgument || (isMember && parent.computed && parent.property.type !== 'StringLiteral'))
      found.add(bindings[order]);
  }
  taken.set(script, found);
  return found;
}

function hitsOf(values: ReturnType<Resolver['valuesOf']>): readonly Hit[] {
  const hits: Hit[] = [];
  for (const value of values) if (value instanceof ApiNode) for (const item of value.hits) hits.push(item);
  return hits;
}
