import type * as t from '@babel/types';
import type { BoundScript, Sites } from '../binding/bound-script.ts';
import { requireSpecifier } from '../binding/require-call.ts';
import type { Binding, Scope } from '../binding/scope.ts';
import { ScriptModule } from '../binding/script-module.ts';
import { type FunctionValue, InstanceValue, LiteralValue, type Value } from '../binding/value.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { type AccessPath, CALLED, headOf, inside, properties, tailOf } from './access-path.ts';
import { ComponentParts } from './component-parts.ts';
import { FileRoutes } from './file-routes.ts';
import { InjectedFields } from './injected-fields.ts';
import { type ImportRead, ProgramIndex, type ReExport } from './program-index.ts';
import { type Owner, PropertyReads } from './property-reads.ts';
import { ReadsOfModules } from './reads-of-modules.ts';
import { RouteParams } from './route-params.ts';
import { ScriptIndex } from './script-index.ts';
import { SharedFields } from './shared-fields.ts';
import { StateCells } from './state-cells.ts';
import { StoredValues } from './stored-values.ts';
import { intoShown, intoShownFromSetup } from './template-flow.ts';
import type { Entered, ValueState } from './value-state.ts';

/** An object that a value is put into, and where in it. */
export interface Written {
  object: t.Node;
  scope: Scope;
  path: AccessPath | null;
}

/** Expressions visited for one collected value. */
const MAX_STATES = 2_000;
/** And for all values of a program, one after the other. */
const MAX_STATES_OF_ALL = 1_000_000;

/**
 * Follows one collected value at a time through the scripts of a program: what is to be visited, and how a value gets
 * from where it is kept to where it is read. How it goes on from an expression is for those who take the states.
 */
export class FlowTracer {
  readonly stored: StoredValues;
  private readonly sharedFields: SharedFields;
  private readonly injected: InjectedFields;
  private readonly parts: ComponentParts;
  readonly cells: StateCells;
  readonly routes: RouteParams;
  readonly fileRoutes: FileRoutes;
  private readonly indexes: (ScriptIndex | undefined)[] = [];
  private programIndex: ProgramIndex | null = null;
  private propertyReads: PropertyReads | null = null;
  private readonly imports: ReadsOfModules<ImportRead>;
  private readonly reExports: ReadsOfModules<ReExport>;
  /** Under no name. */
  private readonly stars: ReadsOfModules<ReExport>;
  private starsOf: Map<Value, ScriptModule[]> | null = null;
  private loadsOf: ReadonlyMap<Value, { script: number; node: number }[]> | null = null;
  private readonly scriptOfFunction = new Map<FunctionValue, number>();
  private readonly functionOfNode = new Map<t.Node, FunctionValue>();
  private open: ValueState[] = [];
  private readonly seen = new Set<string>();
  private readonly seenAt = new Map<object, Set<string>>();
  private states = 0;
  private statesOfAll = 0;

  constructor(readonly resolver: Resolver) {
    this.sharedFields = new SharedFields(resolver);
    this.injected = new InjectedFields(resolver);
    this.stored = new StoredValues(resolver, this.sharedFields);
    this.parts = new ComponentParts(resolver);
    this.cells = new StateCells(resolver);
    this.routes = new RouteParams(resolver);
    this.fileRoutes = new FileRoutes(resolver);
    this.imports = new ReadsOfModules(resolver, (name) => this.reads().imports.get(name) ?? []);
    this.reExports = new ReadsOfModules(resolver, (name) => this.reads().reExports.get(name) ?? []);
    this.stars = new ReadsOfModules(resolver, () => this.reads().stars);
    for (const [number, { functions }] of this.scripts.entries()) {
      for (const [node, value] of functions) {
        this.scriptOfFunction.set(value, number);
        this.functionOfNode.set(node, value);
      }
    }
  }

  get scripts(): readonly BoundScript[] {
    return this.resolver.program.scripts;
  }

  /** Forgets the value before. */
  begin(): void {
    this.open = [];
    this.seen.clear();
    this.seenAt.clear();
    this.states = 0;
  }

  /** Whether there was more to follow than is followed for one value. */
  get isCut(): boolean {
    return this.states > MAX_STATES || this.statesOfAll > MAX_STATES_OF_ALL;
  }

  /** Whether more states wait than are visited: whatever else is reached is not looked at for this value. */
  private get isFull(): boolean {
    return this.open.length > MAX_STATES;
  }

  /** States in the order in which they are reached, so that the first way to a place is the shortest. */
  *arriving(): Generator<ValueState> {
    for (let next = 0; next < this.open.length; next++) {
      if (this.states++ >= MAX_STATES || this.statesOfAll++ >= MAX_STATES_OF_ALL) return;
      yield this.open[next] as ValueState;
    }
  }

  push(script: number, node: number, path: AccessPath | null, from: ValueState | null, entered: Entered | null): void {
    if (path === null || this.isFull) return;
    const key = `${script}:${node}:${entered?.key ?? ''}:${path}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.open.push({ script, node, path, entered, from });
  }

  index(script: number): ScriptIndex {
    let index = this.indexes[script];
    if (index === undefined) {
      index = new ScriptIndex(this.scripts[script] as BoundScript);
      this.indexes[script] = index;
    }
    return index;
  }

  scriptOf(callee: FunctionValue): number | undefined {
    return this.scriptOfFunction.get(callee);
  }

  functionOf(node: t.Node): FunctionValue | undefined {
    return this.functionOfNode.get(node);
  }

  /** The scope of a call or an access of a property. */
  scopeAt(sites: Sites, node: number): Scope | undefined {
    const order = lowerBound(sites.at, node);
    return sites.at[order] === node ? sites.scopes[order] : undefined;
  }

  /** The scope of the first name at or behind a node. */
  scopeNear({ identifiers }: BoundScript, node: number): Scope | undefined {
    return identifiers.scopes[lowerBound(identifiers.at, node)];
  }

  /** The package whose code a place in a bundle is, where that is known. */
  packageAt(script: number, node: number): string | null {
    return this.index(script).moduleAt(node)?.packageName ?? null;
  }

  /** Lets a value go on to what takes it; gives back the objects into which it is written. */
  toTargets(state: ValueState): Written[] {
    const { script, path, entered } = state;
    const node = this.scripts[script]?.nodes[state.node] as t.Node;
    const written: Written[] = [];
    for (const target of this.index(script).targets.get(node) ?? []) {
      const taken = properties(path, target.path);
      if (taken === null) continue;
      if (target.kind === 'binding') this.intoBinding(script, target.binding, taken, state, entered);
      else if (target.kind === 'slot') {
        this.intoProperty(target.owner, target.name, taken, state);
        this.intoMade(target.owner, target.name, taken, state);
      } else if (target.kind === 'export') this.intoExport(target.module, target.name, taken, state);
      else written.push({ object: target.object, scope: target.scope, path: inside(target.name, taken) });
    }
    return written;
  }

  intoBinding(
    script: number,
    binding: Binding,
    path: AccessPath | null,
    from: ValueState,
    entered: Entered | null,
  ): void {
    if (path === null || this.isFull || !this.isNew(binding, `${entered?.key ?? ''}:${path}`)) return;
    const index = this.index(script);
    intoShownFromSetup(this, script, binding, path, from);
    for (const use of index.uses.get(binding) ?? []) this.push(script, use, path, from, entered);
    for (const { module, name } of index.exportsOf.get(binding) ?? []) this.intoExport(module, name, path, from);
    if (!this.resolver.program.isShared(binding)) return;
    for (const other of this.scripts.keys()) {
      for (const use of this.index(other).freeUses.get(binding.name) ?? []) this.push(other, use, path, from, null);
    }
  }

  /** What a function gets as one of its arguments; `rest` begins the parameters that a list takes together. */
  intoParameter(
    callee: FunctionValue,
    position: number,
    path: AccessPath,
    from: ValueState,
    entered: Entered | null,
  ): void {
    const script = this.scriptOf(callee);
    if (script === undefined) return;
    const index = this.index(script);
    const { params } = callee.node;
    for (const binding of index.parameters.get(callee) ?? []) {
      const place = binding.parameter;
      if (place === null) continue;
      const isRest = params[place.index]?.type === 'RestElement';
      if (isRest ? place.index > position : place.index !== position) continue;
      const given = isRest ? inside(String(position - place.index), path) : path;
      if (given !== null) this.intoBinding(script, binding, properties(given, place.path), from, entered);
    }
    const listed = inside(String(position), path);
    for (const use of index.argumentsUses.get(callee) ?? []) this.push(script, use, listed, from, entered);
  }

  /** A property of an object that is known by itself, read wherever that object can be. */
  intoProperty(owner: Owner, name: string, path: AccessPath | null, from: ValueState): void {
    if (path === null || this.isFull || !this.isNew(owner, `${name}:${path}`)) return;
    const { states } = this.resolver.handovers;
    this.toReads(owner, name, path, from);
    if (owner instanceof InstanceValue) {
      for (const other of this.sharedFields.beside(owner, name)) this.intoProperty(other.owner, other.name, path, from);
    }
    if (owner instanceof LiteralValue) {
      this.toWatchers(owner, name, path, from);
      intoShown(this, owner, name, path, from);
    }
    const part = states.isState(owner) ? inside(name, path) : null;
    if (part === null) return;
    for (const selector of states.takingApart) this.intoParameter(selector, 0, part, from, null);
  }

  /** `this.id = id` in a constructor: the object that is made by the call through which the value went in has it. */
  private intoMade(owner: Owner, name: string, path: AccessPath, from: ValueState): void {
    const { entered } = from;
    if (entered === null || !(owner instanceof InstanceValue) || entered.callee.inner?.self !== owner) return;
    if (this.scripts[entered.script]?.nodes[entered.call]?.type !== 'NewExpression') return;
    this.push(entered.script, entered.call, inside(name, path), from, entered.outer);
  }

  /** What a component provides, by name, to those below it that inject it. @param provided path in what it provides */
  intoInjected(provided: AccessPath, from: ValueState): void {
    const name = headOf(provided);
    if (name === null) return;
    for (const { owner, name: field } of this.injected.named(name)) {
      this.intoProperty(owner, field, tailOf(provided), from);
    }
  }

  /** Of mini-programs what `setData` puts below `data` is watched by its own name. */
  private toWatchers(owner: LiteralValue, name: string, path: AccessPath, from: ValueState): void {
    const head = name === 'data' ? headOf(path) : null;
    for (const [key, given] of [
      [name, path],
      [head, head === null ? null : tailOf(path)],
    ] as const) {
      if (key === null || given === null) continue;
      for (const { callee, parameter } of this.parts.watching(owner, key)) {
        this.intoParameter(callee, parameter, given, from, null);
      }
    }
  }

  /** What a module exports by a name, null for all of it. */
  intoExport(module: ScriptModule, name: string | null, path: AccessPath | null, from: ValueState): void {
    if (path === null || this.isFull || !this.isNew(module, `${name}:${path}`)) return;
    // Modules may hand it on from one to the next without anything to visit in between.
    if (this.states++ > MAX_STATES || this.statesOfAll++ > MAX_STATES_OF_ALL) return;
    if (name === null) {
      const head = headOf(path);
      if (head !== null && head !== CALLED) this.intoExport(module, head, tailOf(path), from);
      this.intoExport(module, 'default', path, from);
      this.toLoads(module, path, from);
      return;
    }
    for (const { script, binding } of this.imports.of(module, name))
      this.intoBinding(script, binding, path, from, null);
    for (const { script, binding } of this.imports.of(module, '')) {
      this.intoBinding(script, binding, inside(name, path), from, null);
    }
    for (const { module: other, as } of this.reExports.of(module, name)) this.intoExport(other, as, path, from);
    for (const { module: other, as } of this.reExports.of(module, '')) {
      this.intoExport(other, as, inside(name, path), from);
    }
    if (name !== 'default') {
      for (const { module: other } of this.stars.of(module, '')) this.intoExport(other, name, path, from);
      for (const other of this.passingOn().get(module) ?? []) this.intoExport(other, name, path, from);
    }
    this.toReads(module, name, path, from);
  }

  private toReads(owner: Owner | ScriptModule, name: string, path: AccessPath, from: ValueState): void {
    this.propertyReads ??= new PropertyReads(this.resolver, this.parts, this.reads());
    const { members, patterns } = this.propertyReads.of(owner, name);
    for (const { script, node } of members) this.push(script, node, path, from, null);
    for (const { script, binding, source } of patterns)
      this.intoBinding(script, binding, properties(path, source.path.slice(1)), from, null);
  }

  /** Calls that load a module, where it is a function or a value by itself. */
  private toLoads(module: ScriptModule, path: AccessPath, from: ValueState): void {
    for (const { script, binding } of this.imports.of(module, '')) this.intoBinding(script, binding, path, from, null);
    for (const { script, node } of this.loads().get(module) ?? []) this.push(script, node, path, from, null);
  }

  /** Calls that load modules, by the module. */
  private loads(): ReadonlyMap<Value, { script: number; node: number }[]> {
    if (this.loadsOf !== null) return this.loadsOf;
    const found = new Map<Value, { script: number; node: number }[]>();
    for (const [number, script] of this.scripts.entries()) {
      const sites = script.bundled.length > 0 ? script.calls : script.requires;
      for (let order = 0; order < sites.at.length; order++) {
        const node = sites.at[order] as number;
        const call = script.nodes[node] as t.CallExpression;
        const scope = sites.scopes[order] as Scope;
        if (requireSpecifier(call) === undefined && !isLoader(call, scope)) continue;
        for (const value of this.resolver.valuesOf(call, scope)) {
          if (!(value instanceof ScriptModule)) continue;
          const places = found.get(value);
          if (places === undefined) found.set(value, [{ script: number, node }]);
          else places.push({ script: number, node });
        }
      }
    }
    this.loadsOf = found;
    return found;
  }

  /** By module: those that export all that it exports. */
  private passingOn(): ReadonlyMap<Value, ScriptModule[]> {
    if (this.starsOf !== null) return this.starsOf;
    this.starsOf = new Map();
    for (const { module, source } of this.reads().heldStars) {
      for (const value of this.resolver.valuesOf(source.expression, source.scope)) {
        if (!(value instanceof ScriptModule) || value === module) continue;
        const known = this.starsOf.get(value);
        if (known === undefined) this.starsOf.set(value, [module]);
        else known.push(module);
      }
    }
    return this.starsOf;
  }

  private reads(): ProgramIndex {
    this.programIndex ??= new ProgramIndex(this.resolver.program);
    return this.programIndex;
  }

  private isNew(place: object, key: string): boolean {
    const keys = this.seenAt.get(place);
    if (keys === undefined) this.seenAt.set(place, new Set([key]));
    else if (keys.has(key)) return false;
    else keys.add(key);
    return true;
  }
}

/** Whether a call is that of a bundle's loader. */
function isLoader({ callee }: t.CallExpression, scope: Scope): boolean {
  return callee.type === 'Identifier' && scope.roleOf(callee.name)?.kind === 'require';
}

/** Position of the first number that is not less. */
function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
