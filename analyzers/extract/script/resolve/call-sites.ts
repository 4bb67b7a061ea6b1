import type * as t from '@babel/types';
import type { BoundScript, Sites } from '../binding/bound-script.ts';
import type { Binding, Scope } from '../binding/scope.ts';
import { ClassValue, FunctionValue, type Value } from '../binding/value.ts';
import { plainCallee } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import { givenByCall } from './indirect-call.ts';
import { VariableAliases } from './variable-aliases.ts';

export type CallNode = t.CallExpression | t.OptionalCallExpression | t.NewExpression;

export interface CallSite {
  script: BoundScript;
  /** Index of the node. */
  at: number;
  node: CallNode;
  scope: Scope;
}

/** A call of a function that was asked for, also by `f.call(...)` and `f.apply(...)`. */
export interface ReachedCall extends CallSite {
  /** What the function gets, parameter by parameter. */
  given: readonly (t.Node | undefined)[];
}

/** Calls looked at to find those of one function; with more of its name none is followed. */
const MAX_CANDIDATES = 200;
const MAX_SITES = 64;
/** The same where only the few functions on the way to a fact are asked for. */
const MAX_CANDIDATES_OF_FEW = 4000;

/** Answers which calls reach a function of the app's own, found by the names they use and then checked. */
export class CallSites {
  private readonly aliases: VariableAliases;
  private byBinding: Map<Binding, number[]> | null = null;
  private readonly byName = new Map<string, number[]>();
  /** Lists of calls, with the number of their first. */
  private readonly lists: { first: number; script: BoundScript; sites: Sites }[] = [];
  /** Calls by their numbers; a function that is called by its `call` or `apply` has ~number. */
  private readonly made = new Map<number, ReachedCall>();
  private readonly byTarget = new Map<string, ReadonlyMap<Value, ReachedCall[]>>();
  private readonly known = new Map<FunctionValue, readonly ReachedCall[] | 'pending'>();
  /** How often callers were asked for that were being worked out. */
  circles = 0;

  constructor(
    private readonly scripts: readonly BoundScript[],
    private readonly valuesOf: (expression: t.Node, scope: Scope) => readonly Value[],
    /** Also calls without arguments. */
    private readonly whatever = false,
  ) {
    this.aliases = new VariableAliases(scripts);
  }

  of(callee: FunctionValue): readonly ReachedCall[] {
    const known = this.known.get(callee);
    if (known === 'pending') this.circles++;
    if (known !== undefined) return known === 'pending' ? [] : known;
    // Asked again while it is being worked out, a function has no callers yet.
    this.known.set(callee, 'pending');
    const sites = callee.binding === null ? [] : this.ofBinding(callee.binding).slice();
    const names = new Set([...callee.names, ...(callee.binding === null ? [] : this.exportNames(callee.binding))]);
    for (const name of names) for (const item of this.named(name, callee, MAX_SITES - sites.length)) sites.push(item);
    this.known.set(callee, sites);
    return sites;
  }

  /** Names by which other modules get what a variable holds, also from a variable that is given it. */
  exportNames(binding: Binding): string[] {
    return this.aliases.of(binding).flatMap(({ exportNames }) => exportNames ?? []);
  }

  /** Calls of what a variable holds, by its own name or by that of a variable that is given it. */
  ofBinding(binding: Binding): readonly ReachedCall[] {
    const byBinding = this.index();
    return this.aliases.of(binding).flatMap((each) => this.sitesAt(byBinding.get(each)));
  }

  /** Calls by a name that reach a function. */
  named(name: string, callee: FunctionValue, most = MAX_SITES): readonly ReachedCall[] {
    this.index();
    const candidates = this.byName.get(name) ?? [];
    if (this.whatever)
      return (
        this.reached(name, candidates)
          .get(callee.constructed ?? callee)
          ?.slice(0, most) ?? []
      );
    if (candidates.length > MAX_CANDIDATES) return [];
    const sites: ReachedCall[] = [];
    for (const number of candidates) {
      if (sites.length >= most) break;
      const site = this.siteAt(number);
      if (this.valuesOf(calledAt(site.node, number), site.scope).includes(callee.constructed ?? callee))
        sites.push(site);
    }
    return sites;
  }

  /** The calls by a name, by what they reach: worked out once, since many functions are asked for. */
  private reached(name: string, candidates: readonly number[]): ReadonlyMap<Value, ReachedCall[]> {
    const known = this.byTarget.get(name);
    if (known !== undefined) return known;
    const targets = new Map<Value, ReachedCall[]>();
    this.byTarget.set(name, targets);
    if (candidates.length > MAX_CANDIDATES_OF_FEW) return targets;
    for (const number of candidates) {
      const site = this.siteAt(number);
      for (const value of this.valuesOf(calledAt(site.node, number), site.scope)) {
        if (!(value instanceof FunctionValue) && !(value instanceof ClassValue)) continue;
        const sites = targets.get(value);
        if (sites === undefined) targets.set(value, [site]);
        else if (sites.length < MAX_SITES) sites.push(site);
      }
    }
    return targets;
  }

  /** Calls by a name, whatever they reach. */
  candidates(name: string): readonly ReachedCall[] {
    this.index();
    return this.sitesAt(this.byName.get(name));
  }

  /** Numbers the calls of all scripts, one after the other, by what they call; sites are made of those that are asked for. */
  private index(): Map<Binding, number[]> {
    if (this.byBinding !== null) return this.byBinding;
    const byBinding = new Map<Binding, number[]>();
    this.byBinding = byBinding;
    let number = 0;
    for (const script of this.scripts) {
      for (const sites of this.whatever ? [script.calls, script.bareCalls] : [script.calls]) {
        this.lists.push({ first: number, script, sites });
        for (let order = 0; order < sites.at.length; order++, number++) {
          const node = script.nodes[sites.at[order] as number] as CallNode;
          const scope = sites.scopes[order] as Scope;
          this.note(byBinding, calledAt(node, number), scope, number);
          if (givenByCall(node) !== undefined) this.note(byBinding, calledAt(node, ~number), scope, ~number);
        }
      }
    }
    return byBinding;
  }

  /** Keeps the number of a call by what it calls. */
  private note(byBinding: Map<Binding, number[]>, callee: t.Node, scope: Scope, number: number): void {
    if (callee.type === 'Identifier') {
      const binding = scope.lookup(callee.name);
      if (binding === undefined) add(this.byName, callee.name, number);
      else {
        add(byBinding, binding, number);
        const name = foreignName(binding);
        if (name !== null) add(this.byName, name, number);
      }
    } else if (callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression') {
      const name = keyName({ key: callee.property, computed: callee.computed });
      if (name !== null) add(this.byName, name, number);
    } else if (callee.type === 'CallExpression') add(this.byName, 'default', number);
  }

  private siteAt(number: number): ReachedCall {
    const known = this.made.get(number);
    if (known !== undefined) return known;
    const place = number < 0 ? ~number : number;
    let [low, high] = [0, this.lists.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.lists[middle]?.first ?? 0) <= place) low = middle;
      else high = middle;
    }
    const { first, script, sites } = this.lists[low] as (typeof this.lists)[number];
    const at = sites.at[place - first] as number;
    const node = script.nodes[at] as CallNode;
    const site: ReachedCall = {
      script,
      at,
      node,
      scope: sites.scopes[place - first] as Scope,
      given: (number < 0 ? givenByCall(node) : node.arguments) ?? [],
    };
    this.made.set(number, site);
    return site;
  }

  private sitesAt(numbers: readonly number[] | undefined): ReachedCall[] {
    return numbers === undefined ? [] : numbers.map((number) => this.siteAt(number));
  }
}

/** What a call calls; under ~number, what is called by its `call` or `apply`. */
function calledAt({ callee }: CallNode, number: number): t.Node {
  const plain = unwrappedCallee(callee);
  return number < 0 && plain.type === 'MemberExpression' ? unwrappedCallee(plain.object) : plain;
}

function unwrappedCallee(callee: t.Node): t.Node {
  return callee.type === 'ParenthesizedExpression' || callee.type === 'TSNonNullExpression'
    ? callee.expression
    : plainCallee(callee);
}

/** The name by which a variable took its value from another module or object. */
function foreignName(binding: Binding): string | null {
  const [source] = binding.sources;
  if (source === undefined || binding.kind === 'parameter') return null;
  if (source.kind === 'import') return source.name ?? 'default';
  if (source.kind !== 'expression') return null;
  if (source.path.length > 0) return nameOfPart(source.path.at(-1) ?? null, binding);
  const { expression } = source;
  if (expression.type === 'MemberExpression') {
    return nameOfPart(keyName({ key: expression.property, computed: expression.computed }), binding);
  }
  return expression.type === 'CallExpression' || expression.type === 'NewExpression' ? 'default' : null;
}

/** `const [list, load] = useList()`: an element has no name, and is mostly called what its function is called. */
function nameOfPart(name: string | null, { name: own }: Binding): string | null {
  return name !== null && /^\d+$/.test(name) ? own : name;
}

function add<K>(lists: Map<K, number[]>, key: K, number: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [number]);
  else list.push(number);
}
