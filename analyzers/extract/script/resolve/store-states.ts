import type * as t from '@babel/types';
import { FunctionValue, LiteralValue, NO_VALUES, type Value } from '../binding/value.ts';
import { keyName } from '../syntax/pattern.ts';
import type { CallSite } from './call-sites.ts';
import { type Resolver, union } from './resolve.ts';

/** Calls whose function gets the state of a store, to take something of it. */
const SELECT =
  /^(?:use\w*Selector|createSelector|createStructuredSelector|select|connect|mapState|mapGetters|useStore)$/;
export function isSelecting(name: string): boolean {
  return SELECT.test(name);
}

/** Modules inside of modules of a store. */
const MAX_DEPTH = 4;

/**
 * What stores hold: the literals with which Redux, Vuex and their kin begin, who writes to them and who takes from them.
 * Which part of a state a reducer or module has for its own is not followed: a part that a state does not name may be any.
 */
export class StoreStates {
  private readonly stores: Value[] = [];
  private readonly states: Value[] = [];
  /** Functions whose first parameter is a state, with that one. */
  private readonly stateOf = new Map<FunctionValue, readonly Value[]>();
  private readonly selectors = new Set<FunctionValue>();
  private readonly handlers = new Map<string, FunctionValue[]>();
  private readonly reducers = new Map<FunctionValue, readonly Value[]>();
  private readonly stateNodes = new Set<t.Node>();
  /** Stores and their modules, by the node of their options -> their state. */
  private readonly held = new Map<t.Node, readonly Value[]>();
  /** Names of a slice's reducers, by which its actions are called. */
  readonly slices = new Map<string, FunctionValue[]>();
  /** Components, by the node of their options -> names that they take of a state. */
  private readonly mapped = new Map<t.Node, Set<string>>();

  constructor(private readonly resolver: Resolver) {}

  /** All states; none where the program has no store. */
  get all(): readonly Value[] {
    return this.states;
  }

  /** What `this.$store` is. */
  get allStores(): readonly Value[] {
    return this.stores;
  }

  /** Selectors that take the state apart: `({ user }) => user.name`. */
  get takingApart(): FunctionValue[] {
    return [...this.selectors].filter(({ node }) => node.params[0]?.type === 'ObjectPattern');
  }

  /** What the first parameter of a function is, if that is a state. */
  givenTo(callee: FunctionValue): readonly Value[] {
    return this.stateOf.get(callee) ?? (this.selectors.has(callee) ? this.states : NO_VALUES);
  }

  /** The states that what a function gives is the next of. */
  nextOf(callee: FunctionValue): readonly Value[] {
    return this.reducers.get(callee) ?? NO_VALUES;
  }

  handlersNamed(name: string): readonly FunctionValue[] {
    return this.handlers.get(name) ?? [];
  }

  /** What the property `state` of a store or of one of its modules is. */
  heldBy(store: LiteralValue): readonly Value[] {
    const own = this.held.get(store.node) ?? NO_VALUES;
    return this.stores.includes(store) ? union(own, this.states) : own;
  }

  isState(value: Value): boolean {
    return value instanceof LiteralValue && this.stateNodes.has(value.node);
  }

  /** Whether a component has a property of a state as its own by that name. */
  isMapped(component: Value, name: string): boolean {
    return component instanceof LiteralValue && this.mapped.get(component.node)?.has(name) === true;
  }

  note(name: string, site: CallSite): void {
    for (const argument of site.node.arguments) {
      for (const value of this.resolver.valuesOf(argument, site.scope)) {
        if (value instanceof FunctionValue) this.selectors.add(value);
      }
    }
    if (name === 'mapState' || name === 'mapGetters') this.map(site);
  }

  /** `computed: { ...mapState('user', ['token']) }` */
  private map({ script, at: index, node }: CallSite): void {
    let at = index;
    const names = node.arguments.flatMap((argument): string[] => {
      if (argument.type !== 'ArrayExpression') return [];
      return argument.elements.flatMap((element) => (element?.type === 'StringLiteral' ? [element.value] : []));
    });
    for (let level = 0; level < 4; level++) {
      at = script.parents[at] ?? -1;
      const around = script.nodes[at];
      if (around?.type !== 'ObjectExpression') continue;
      const known = this.mapped.get(around) ?? new Set<string>();
      for (const name of names) known.add(name);
      this.mapped.set(around, known);
    }
  }

  read(stores: readonly CallSite[]): void {
    for (const { node, scope } of stores) {
      for (const argument of node.arguments) {
        for (const value of this.resolver.valuesOf(argument, scope)) {
          if (value instanceof LiteralValue) this.readStore(value, 0);
        }
      }
    }
  }

  /** A reducer that stands by itself, with the state that it has without any. */
  addReducer(callee: FunctionValue): void {
    const [first] = callee.node.params;
    const initial =
      first?.type === 'AssignmentPattern' && callee.inner !== null
        ? this.resolver.valuesOf(first.right, callee.inner)
        : NO_VALUES;
    const states = this.addStates(initial);
    this.reducers.set(callee, states);
    this.stateOf.set(callee, states);
  }

  /** A reducer that is added to a slice by itself. */
  addCase(callee: FunctionValue): void {
    this.selectors.add(callee);
    this.reducers.set(callee, this.states);
  }

  private readStore(store: LiteralValue, depth: number): void {
    const { resolver } = this;
    const property = (name: string): readonly Value[] => resolver.propertyOfAll([store], name);
    const own = this.addStates([...property('state'), ...property('initialState')]);
    const mutations = functionsIn(resolver, property('mutations'));
    const reducers = functionsIn(resolver, property('reducers'));
    if (own.length + mutations.length === 0 && depth === 0 && property('modules').length === 0) return;
    if (depth === 0) this.stores.push(store);
    this.held.set(store.node, own);
    for (const { callee } of [...mutations, ...reducers, ...functionsIn(resolver, property('getters'))]) {
      this.stateOf.set(callee, own);
      this.reducers.set(callee, own);
    }
    for (const { name, callee } of [...mutations, ...functionsIn(resolver, property('actions'))]) {
      this.handlers.set(name, [...(this.handlers.get(name) ?? []), callee]);
    }
    for (const { name, callee } of reducers) this.slices.set(name, [...(this.slices.get(name) ?? []), callee]);
    if (depth >= MAX_DEPTH) return;
    for (const modules of property('modules')) {
      if (!(modules instanceof LiteralValue) || modules.node.type !== 'ObjectExpression') continue;
      for (const entry of modules.node.properties) {
        if (entry.type !== 'ObjectProperty') continue;
        for (const module of resolver.valuesOf(entry.value, modules.scope)) {
          if (module instanceof LiteralValue) this.readStore(module, depth + 1);
        }
      }
    }
  }

  private addStates(values: readonly Value[]): readonly Value[] {
    let states: readonly Value[] = NO_VALUES;
    for (const value of values) {
      if (value instanceof FunctionValue) states = union(states, this.resolver.returnsOf(value.node));
      else states = union(states, [value]);
    }
    const literals = states.filter((value) => value instanceof LiteralValue);
    for (const literal of literals) {
      if (this.stateNodes.has(literal.node)) continue;
      this.stateNodes.add(literal.node);
      this.states.push(literal);
    }
    return literals;
  }
}

/** The functions that the properties of objects hold, by the properties' names; these may be constants. */
function functionsIn(resolver: Resolver, objects: readonly Value[]): { name: string; callee: FunctionValue }[] {
  return objects.flatMap((object) => {
    if (!(object instanceof LiteralValue) || object.node.type !== 'ObjectExpression') return [];
    const { scope } = object;
    return object.node.properties.flatMap((property) => {
      if (property.type === 'SpreadElement') return [];
      const plain = keyName(property);
      const names =
        plain !== null ? [plain] : resolver.valuesOf(property.key, scope).filter((value) => typeof value === 'string');
      const held = property.type === 'ObjectMethod' ? property : property.value;
      const callees = resolver.valuesOf(held, scope).filter((value) => value instanceof FunctionValue);
      return names.flatMap((name) => callees.map((callee) => ({ name, callee })));
    });
  });
}
