import type * as t from '@babel/types';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Scope } from '../binding/scope.ts';
import { ClassValue, FunctionValue } from '../binding/value.ts';
import { type CallNode, type CallSite, CallSites } from '../resolve/call-sites.ts';
import { InjectedClasses, type Injection } from '../resolve/injected-classes.ts';
import type { Resolver } from '../resolve/resolve.ts';
import { calledName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import { holdersOf } from './function-holders.ts';
import { FunctionReferences, type Reference } from './function-references.ts';
import { type FunctionUse, useOfFunction } from './function-use.ts';

/** A place that leads to a function: a call, or where it is handed over to be called. */
export interface Lead {
  node: t.Node;
  scope: Scope;
  /** The user acts in between, or nothing says when it is called. */
  late: boolean;
  /** Where a framework takes it there. */
  entry: Extract<FunctionUse, { kind: 'entry' }> | null;
}

/** Calls of one name by which unknown objects may call a function. */
const MAX_UNKNOWN = 40;
/** Nodes above a reference that say what becomes of it. */
const NODES_ABOVE = 4;
/** Functions that keep what they are given, under names by which it is called later. */
const KEEPER =
  /^(?:\w*Store|createSlice|createReducer|createApi|combineReducers|defineComponent|defineModel|Component|Behavior|mixin|inject|extend|freeze|assign|defineProperty|__export|esm)$/;

/** Finds what leads to a function: calls that are known, places where it is passed on, and names by which it may be meant. */
export class FunctionLeads {
  private readonly calls: CallSites;
  private readonly references: FunctionReferences;
  private readonly injected: InjectedClasses;
  private mentions: Map<string, Lead[]> | null = null;
  private renames: Map<string, string[]> | null = null;

  constructor(private readonly resolver: Resolver) {
    const { scripts } = resolver.program;
    this.calls = new CallSites(scripts, (expression, scope) => resolver.calledValues(expression, scope), true);
    this.references = new FunctionReferences(resolver);
    this.injected = new InjectedClasses(resolver);
  }

  /**
   * @param way nodes from the function or module around down to the function, both included; null where it is not known
   * @param scope in which the function stands
   */
  of(fn: FunctionValue, way: readonly t.Node[] | null, scope: Scope): Lead[] {
    let called = [...this.calls.of(fn), ...this.resolver.handovers.to(fn)].map(leadOf);
    if (way === null) return called;
    if (fn.constructed !== null) called = called.concat(this.injected.into(fn.constructed).map(injectedLead));
    const { variables, properties, returned, atOnce } = holdersOf(way);
    const module = scope.enclosingModule();
    const bindings = [fn.binding, ...variables.map((name) => scope.lookup(name))].filter((each) => !!each);
    const names = new Set([
      ...fn.names,
      ...variables,
      ...properties,
      ...bindings.flatMap((binding) => this.calls.exportNames(binding)),
    ]);
    // Names under which objects hold it, which others may get: `return { paste }`.
    const given = new Set<string>();
    for (const binding of bindings) {
      called = called.concat(this.calls.ofBinding(binding).map(leadOf));
      if (module === null) continue;
      called = called.concat(
        this.references.ofBinding(binding, module).flatMap((each) => leadsOfReference(each, given)),
      );
    }
    for (const name of given) names.add(name);
    for (const name of names) called = called.concat(this.calls.named(name, fn).map(leadOf));
    if (returned || atOnce) called = called.concat(this.calls.named('default', fn).map(leadOf));
    const isKept = properties.length === 0 && given.size === 0;
    const isLocal = isKept && bindings.length > 0 && bindings.every(({ exportNames }) => !exportNames);
    if (called.length === 0 && module !== null && module.table !== null) {
      for (const name of names) {
        for (const reference of this.references.inBundles(name, fn)) {
          const leads = leadsOfReference(reference, given);
          called = called.concat(leads.length > 0 ? leads : this.leadsOfLiteral(reference));
        }
      }
    }
    // In a bundle all libraries lie together, and the same name says little.
    if (called.length > 0 || (isLocal && !isMethod(fn)) || module?.table !== null) return called;
    return this.unknownLeads(fn, names, new Set(bindings.flatMap(({ exportNames }) => exportNames ?? [])));
  }

  /** Of bytecode, where an object lies in a register before a call gets it. */
  private leadsOfLiteral({ script: { bytecode, nodes, parents }, index, scope }: Reference): Lead[] {
    if (!bytecode) return [];
    const [, property, literal, declared] = [0, 1, 2, 3].reduce<number[]>(
      (above) => [...above, parents[above.at(-1) ?? -1] ?? -1],
      [index],
    );
    const declarator = nodes[declared ?? -1];
    if (nodes[property ?? -1]?.type !== 'ObjectProperty' || nodes[literal ?? -1]?.type !== 'ObjectExpression')
      return [];
    if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return [];
    const binding = scope.lookup(declarator.id.name);
    const module = scope.enclosingModule();
    if (binding === undefined || module === null) return [];
    return this.references.ofBinding(binding, module).flatMap((each) => leadsOfReference(each, new Set()));
  }

  /** Calls of what variables hold, in their own module and where they are imported by their name. */
  ofHolders(variables: readonly string[], scope: Scope): Lead[] {
    return variables.flatMap((name) => {
      const binding = scope.lookup(name);
      if (binding === undefined) return [];
      const own = this.calls.ofBinding(binding);
      const others = (binding.exportNames ?? []).flatMap((exported) =>
        this.calls.candidates(exported).filter((site) => isImportOf(site, exported)),
      );
      return [...own, ...others].map(leadOf);
    });
  }

  /** Names of variables that take a property of this name: `const { paste: grab } = useBoard()`. */
  renamed(property: string): readonly string[] {
    if (this.renames === null) {
      this.renames = new Map();
      for (const { bindings, bundled } of this.resolver.program.scripts) {
        if (bundled.length > 0) continue;
        for (const { name, sources } of bindings) {
          const [source] = sources;
          const taken = source?.kind === 'expression' ? source.path.at(-1) : null;
          if (taken === null || taken === undefined || taken === name) continue;
          const known = this.renames.get(taken);
          if (known === undefined) this.renames.set(taken, [name]);
          else known.push(name);
        }
      }
    }
    return this.renames.get(property) ?? [];
  }

  /**
   * Where nothing is known to call a function: calls, and texts, that name it.
   * @param exported names by which a module offers what holds the function, such as what a call made of it
   */
  private unknownLeads(fn: FunctionValue, names: Set<string>, exported: ReadonlySet<string>): Lead[] {
    let leads: Lead[] = [];
    if (names.has('default'))
      for (const reference of this.references.ofDefault(fn)) leads = leads.concat(leadsOfReference(reference, names));
    for (const name of names) {
      for (const reference of this.references.named(name, fn)) leads = leads.concat(leadsOfReference(reference, names));
      const unknown = this.calls.candidates(name).filter((site) => this.isUnknown(site, fn));
      if (unknown.length <= MAX_UNKNOWN) {
        const isKnown = (site: CallSite): boolean => exported.has(name) && isImportOf(site, name);
        leads = leads.concat(unknown.map((site) => ({ ...leadOf(site), late: !isKnown(site) })));
      }
      leads = leads.concat(this.mentioned().get(name) ?? []);
    }
    return leads;
  }

  /** Whether what is called is not known to be something else. */
  private isUnknown({ node, scope }: CallSite, fn: FunctionValue): boolean {
    const values = this.resolver.calledValues(node.callee, scope);
    return !values.some((value) => (value instanceof FunctionValue && value !== fn) || value instanceof ClassValue);
  }

  /** Calls that are given the name of a function: `dispatch('place/locate')`, `mapActions(['locate'])`. */
  private mentioned(): Map<string, Lead[]> {
    if (this.mentions !== null) return this.mentions;
    const mentions = new Map<string, Lead[]>();
    for (const { nodes, calls, bundled } of this.resolver.program.scripts) {
      if (bundled.length > 0) continue;
      for (const [order, index] of calls.at.entries()) {
        const node = nodes[index] as CallNode;
        const scope = calls.scopes[order] as Scope;
        if (!NAMING.test(calledName(node) ?? '')) continue;
        for (const text of textsIn(node.arguments)) {
          const name = text.slice(text.lastIndexOf('/') + 1);
          const lead: Lead = { node, scope, late: true, entry: null };
          const known = mentions.get(name);
          if (known === undefined) mentions.set(name, [lead]);
          else if (known.length < MAX_UNKNOWN) known.push(lead);
        }
      }
    }
    this.mentions = mentions;
    return mentions;
  }
}

/** Calls that reach functions by names given as texts. */
const NAMING =
  /dispatch|commit|map(?:Actions|Mutations|Getters|State)|emit|trigger|publish|invoke|call|exec|run|useAction/i;

function* textsIn(args: readonly t.Node[]): Generator<string> {
  for (const argument of args) {
    if (argument.type === 'StringLiteral') yield argument.value;
    else if (argument.type === 'ArrayExpression') {
      for (const element of argument.elements) if (element?.type === 'StringLiteral') yield element.value;
    } else if (argument.type === 'ObjectExpression') {
      for (const property of argument.properties) {
        if (property.type === 'ObjectProperty' && property.value.type === 'StringLiteral') yield property.value.value;
      }
    }
  }
}

/** Whether a call is one of an imported name. */
function isImportOf({ node: { callee }, scope }: CallSite, name: string): boolean {
  if (callee.type !== 'Identifier') return false;
  return scope.lookup(callee.name)?.sources.some((source) => source.kind === 'import' && source.name === name) === true;
}

function leadOf({ node, scope }: CallSite): Lead {
  return { node, scope, late: false, entry: null };
}

function injectedLead({ node, scope }: Injection): Lead {
  return { node, scope, late: false, entry: null };
}

function isMethod({ node }: FunctionValue): boolean {
  return node.type === 'ObjectMethod' || node.type === 'ClassMethod' || node.type === 'ClassPrivateMethod';
}

/** What a reference leads to; names that an object gives the function are added to those by which it may be called. */
function leadsOfReference({ script, index, scope }: Reference, names: Set<string>): Lead[] {
  const top = boundAt(script, index);
  const way: t.Node[] = [];
  for (let at = top, step = 0; at >= 0 && step <= NODES_ABOVE; at = script.parents[at] ?? -1, step++) {
    way.unshift(script.nodes[at] as t.Node);
  }
  const node = script.nodes[index] as t.Node;
  const lead: Lead = { node, scope, late: true, entry: null };
  const parent = way.at(-2);
  const use = useOfFunction(way);
  if (use.kind === 'entry') return [{ ...lead, late: false, entry: use }];
  if (use.kind === 'runs') return [{ ...lead, late: false }];
  if (use.kind === 'asked') return [lead];
  switch (parent?.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
    case 'JSXExpressionContainer':
    case 'ThrowStatement':
    case 'YieldExpression':
    case 'TemplateLiteral':
      return [lead];
    case 'ArrayExpression': {
      // Who gets a list of functions goes through it, `applyMiddleware(...[thunk, track])`; of one that is given back,
      // `[state, setState]`, each is called by the name that it is taken by.
      const holder = way.at(-3)?.type;
      return holder === 'ReturnStatement' || holder === 'ArrowFunctionExpression' ? [] : [lead];
    }
    case 'ObjectProperty': {
      const name = keyName(parent);
      if (name !== null) names.add(name);
      return isGivenToCall(script, script.parents[top] ?? -1) ? [lead] : [];
    }
    default:
      return [];
  }
}

/** The index of `f.bind(...)`, or of `on ? f : g`, where that is what a reference is in. */
function boundAt({ nodes, parents }: BoundScript, index: number): number {
  let at = index;
  for (let level = 0; level < NODES_ABOVE; level++) {
    const above = parents[at] ?? -1;
    const parent = nodes[above];
    switch (parent?.type) {
      case 'MemberExpression':
        if (parent.object !== nodes[at]) return at;
        at = parents[above] ?? at;
        break;
      case 'ConditionalExpression':
        if (parent.test === nodes[at]) return at;
        at = above;
        break;
      case 'LogicalExpression':
        if (parent.operator === '&&' && parent.left === nodes[at]) return at;
        at = above;
        break;
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
        at = above;
        break;
      default:
        return at;
    }
  }
  return at;
}

/** Whether the literal in which a property stands is given to a call that may call what it holds. */
function isGivenToCall({ nodes, parents }: BoundScript, property: number): boolean {
  for (let at = property; at >= 0; at = parents[at] ?? -1) {
    const node = nodes[at] as t.Node;
    if (node.type === 'ObjectProperty' || node.type === 'ObjectExpression' || node.type === 'ArrayExpression') continue;
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return node.type === 'JSXExpressionContainer';
    return !KEEPER.test(calledName(node) ?? '');
  }
  return false;
}
