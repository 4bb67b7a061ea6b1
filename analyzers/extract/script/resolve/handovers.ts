import type * as t from '@babel/types';
import { ApiNode } from '../apis/api-node.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import { callNames } from '../binding/call-names.ts';
import type { Scope } from '../binding/scope.ts';
import { FunctionValue, type InstanceValue, LiteralValue, type Value } from '../binding/value.ts';
import { calledName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import { callsOfEndpoints } from './api-endpoints.ts';
import type { CallNode, CallSite } from './call-sites.ts';
import { ConnectedProps } from './connected-props.ts';
import { ElementProps } from './element-props.ts';
import { typesHandledBy } from './reducer-types.ts';
import { type Resolver, union } from './resolve.ts';
import { isSelecting, StoreStates } from './store-states.ts';

/** A function that a library calls with what another call was given. */
export interface Handover {
  callee: FunctionValue;
  /** Which argument of the call arrives as which parameter, null for the call's arguments from `argument` on in their order. */
  argument: number;
  parameter: number;
  /** The property of the parameter under which it arrives; null where it is the parameter. */
  under: string | null;
}

/** Calls by which an event is sent with what belongs to it, and those that say what is called then. */
const EMIT = /^(?:\$?emit|trigger|triggerEvent|publish|fire|postNotification|sendEvent)$/;
const LISTEN = /^(?:\$?on|\$?once|addListener|addEventListener|subscribe|listen|bind)$/;
/** Events that all kinds of objects have: who sends them has to be the one that is listened to. */
const COMMON_EVENT =
  /^(?:change|changed|data|error|end|close|open|message|click|tap|input|load|loaded|ready|update|updated|success|fail|done|start|stop|finish|abort|submit|focus|blur|show|hide|scroll|resize|connect|disconnect)$/i;
/** Calls that hand an action, or the name of one, to a store. */
const DISPATCH = /^(?:dispatch|commit|put|\w*[dD]ispatch)$/;
/** Effects of sagas that call a function, and those that wait for actions. */
const EFFECT = /^(?:call|fork|spawn)$/;
const TAKE = /^take(?:Every|Latest|Leading|Maybe)$/;
/** Calls that put what handles actions of a store on a component. */
const MAP_HANDLERS = /^map(?:Actions|Mutations)$/;
/** Programs that call nothing of this kind are not looked at twice. */
const TELLING =
  /^(?:createSlice|createReducer|create\w*Store|configureStore|Store|useReducer|combineReducers|defineStore)$/;
/** Calls that one event or action goes to, and calls looked at. */
const MAX_TARGETS = 32;

type Kind = 'emit' | 'listen' | 'dispatch' | 'take' | 'effect' | 'case' | 'store' | 'select' | 'other';

function kindOf(name: string): Kind {
  if (TELLING.test(name)) return 'store';
  if (EMIT.test(name)) return 'emit';
  if (LISTEN.test(name)) return 'listen';
  if (DISPATCH.test(name)) return 'dispatch';
  if (TAKE.test(name)) return 'take';
  if (EFFECT.test(name)) return 'effect';
  if (name === 'addCase' || name === 'addMatcher') return 'case';
  return isSelecting(name) ? 'select' : 'other';
}

interface Sent {
  site: CallSite;
  name: string;
}

/** Finds the calls that libraries carry on: from an event's sender to its listeners, from an action to what handles it. */
export class Handovers {
  private readonly targets = new Map<t.Node, Handover[]>();
  private readonly sources = new Map<FunctionValue, CallSite[]>();
  /** Functions that make actions for a store without naming it -> what takes these actions as its second parameter. */
  private readonly reducersOfCreators = new Map<FunctionValue, FunctionValue[]>();
  readonly states: StoreStates;
  readonly connected: ConnectedProps;
  private readonly elements: ElementProps;

  constructor(private readonly resolver: Resolver) {
    this.states = new StoreStates(resolver);
    this.connected = new ConnectedProps(resolver);
    this.elements = new ElementProps(resolver);
  }

  /** The objects whose properties a component gets. */
  propsOf(component: FunctionValue | InstanceValue): readonly Value[] {
    return union(this.connected.givenTo(component), this.elements.givenTo(component));
  }

  /** What takes, as its second parameter, the actions that a function makes. */
  reducersOf(creator: FunctionValue): readonly FunctionValue[] {
    return this.reducersOfCreators.get(creator) ?? [];
  }

  /** What a call is carried on to. */
  of(call: t.Node): readonly Handover[] {
    return this.targets.get(call) ?? [];
  }

  /** The calls that are carried on to a function. */
  to(callee: FunctionValue): readonly CallSite[] {
    return this.sources.get(callee) ?? [];
  }

  /** Looks all calls through once; until then nothing is known. */
  find(scripts: readonly BoundScript[]): void {
    this.connected.find();
    this.elements.find(scripts);
    for (const { site, callee } of callsOfEndpoints(this.resolver))
      this.add(site, { callee, argument: 0, parameter: 0, under: null });
    const emitted: Sent[] = [];
    const sent: CallSite[] = [];
    const listening: (Sent & { callee: FunctionValue })[] = [];
    const dispatched: { site: CallSite; types: readonly string[]; isName: boolean }[] = [];
    const taken: (Sent & { callee: FunctionValue })[] = [];
    const stores: CallSite[] = [];
    for (const script of scripts) {
      const { at, scopes } = script.calls;
      for (const order of callNames(script, script.calls).positions(
        (name) => name !== null && kindOf(name) !== 'other',
      )) {
        const index = at[order] as number;
        const node = script.nodes[index] as CallNode;
        const name = calledName(node) ?? '';
        const kind = kindOf(name);
        const site: CallSite = { script, at: index, node, scope: scopes[order] as Scope };
        switch (kind) {
          case 'store':
            stores.push(site);
            break;
          case 'emit':
            for (const event of this.textsOf(node.arguments[0], site.scope)) emitted.push({ site, name: event });
            if (/^(?:\$?emit|triggerEvent)$/.test(name)) sent.push(site);
            break;
          case 'listen':
            this.listen(site, listening);
            break;
          case 'dispatch':
            dispatched.push({ site, ...this.actionIn(node, site.scope) });
            break;
          case 'take':
            this.take(site, taken);
            break;
          case 'effect':
            if (isYielded(script, index)) this.effect(site);
            break;
          case 'case':
            for (const callee of this.functionsOf(node.arguments[1], site.scope)) {
              this.add(site, { callee, argument: 0, parameter: 1, under: null });
              this.states.addCase(callee);
            }
            break;
          case 'select':
            this.states.note(name, site);
        }
      }
    }
    this.joinEvents(emitted, listening);
    if (this.resolver.componentLinks.any) for (const site of sent) this.toTemplates(site);
    this.states.read(stores);
    const hasActions = stores.length > 0 || taken.length > 0;
    if (!hasActions) return;
    for (const { site, types, isName } of dispatched.slice(0, 2000)) this.dispatch(site, types, isName, taken);
    this.callSlices(scripts);
    for (const script of scripts) this.callMapped(script);
    this.handleTypes(scripts, dispatched);
  }

  private add(site: CallSite, handover: Handover): void {
    const targets = this.targets.get(site.node) ?? [];
    if (targets.length >= MAX_TARGETS) return;
    this.targets.set(site.node, [...targets, handover]);
    const sources = this.sources.get(handover.callee) ?? [];
    if (!sources.some(({ node }) => node === site.node)) this.sources.set(handover.callee, [...sources, site]);
  }

  private listen(site: CallSite, listening: (Sent & { callee: FunctionValue })[]): void {
    const [event, callback] = site.node.arguments;
    if (callback === undefined) return;
    const names = this.textsOf(event, site.scope);
    if (names.length === 0) return;
    for (const callee of this.functionsOf(callback, site.scope))
      for (const name of names) listening.push({ site, name, callee });
  }

  private joinEvents(emitted: readonly Sent[], listening: readonly (Sent & { callee: FunctionValue })[]): void {
    if (emitted.length === 0) return;
    const byEvent = new Map<string, (Sent & { callee: FunctionValue })[]>();
    for (const item of listening) byEvent.set(item.name, [...(byEvent.get(item.name) ?? []), item]);
    for (const { site, name } of emitted) {
      for (const { site: other, callee } of (byEvent.get(name) ?? []).slice(0, MAX_TARGETS)) {
        if (!this.mayBeSame(site, other, COMMON_EVENT.test(name))) continue;
        for (let argument = 1; argument < site.node.arguments.length; argument++) {
          this.add(site, { callee, argument, parameter: argument - 1, under: null });
        }
        if (site.node.arguments.length === 1) this.add(site, { callee, argument: -1, parameter: 0, under: null });
      }
    }
  }

  /** `this.$emit('pick', place)`: to what hears it in the templates that show the component. */
  private toTemplates(site: CallSite): void {
    const { file } = site.script.module;
    for (const event of this.textsOf(site.node.arguments[0], site.scope)) {
      for (const { callee, parameter, isEvent } of this.resolver.componentLinks.heardFrom(file, event)) {
        this.add(site, { callee, argument: 1, parameter, under: isEvent ? 'detail' : null });
      }
    }
  }

  /** Whether two calls may be about one emitter. */
  private mayBeSame(a: CallSite, b: CallSite, isCommon: boolean): boolean {
    const [first, second] = [receiverOf(a.node), receiverOf(b.node)];
    if (first === null || second === null) return !isCommon;
    const known = (node: t.Node, scope: Scope): Value[] =>
      this.resolver.valuesOf(node, scope).filter((value) => !(value instanceof ApiNode && value.kind === 'foreign'));
    const [values, others] = [known(first, a.scope), known(second, b.scope)];
    if (values.length > 0 && others.length > 0) return values.some((value) => others.includes(value));
    return !isCommon || nameOf(first) === nameOf(second);
  }

  private take(site: CallSite, taken: (Sent & { callee: FunctionValue })[]): void {
    const [pattern, worker] = site.node.arguments;
    const callees = this.functionsOf(worker, site.scope);
    for (const name of this.typesOf(pattern, site.scope))
      for (const callee of callees) taken.push({ site, name, callee });
  }

  /** `yield call(read, id)`, `yield call([api, api.read], id)` */
  private effect(site: CallSite): void {
    const [given] = site.node.arguments;
    const called = given?.type === 'ArrayExpression' ? given.elements[1] : given;
    for (const callee of this.functionsOf(called ?? undefined, site.scope)) {
      this.add(site, { callee, argument: -1, parameter: 0, under: null });
      for (let argument = 1; argument < site.node.arguments.length; argument++) {
        this.add(site, { callee, argument, parameter: argument - 1, under: null });
      }
    }
  }

  /** `commit('user/set', text)`, `dispatch({ type: 'set', text })`, `dispatch(set(text))` where set gives such an object. */
  private actionIn(node: CallNode, scope: Scope): { types: readonly string[]; isName: boolean } {
    const [action] = node.arguments;
    const names = this.textsOf(action, scope).map(lastPart);
    return names.length > 0 ? { types: names, isName: true } : { types: this.typesOf(action, scope), isName: false };
  }

  private dispatch(
    site: CallSite,
    types: readonly string[],
    isName: boolean,
    taken: readonly (Sent & { callee: FunctionValue })[],
  ): void {
    for (const type of types) {
      for (const callee of isName ? this.states.handlersNamed(type) : []) {
        this.add(site, { callee, argument: 1, parameter: 1, under: null });
      }
      for (const { name, callee } of taken) {
        if (name === type) this.add(site, { callee, argument: 0, parameter: 0, under: null });
      }
    }
  }

  /** `set(text)`, where set is the action that a slice makes of its reducer of that name. */
  private callSlices(scripts: readonly BoundScript[]): void {
    if (this.states.slices.size === 0) return;
    for (const script of scripts) {
      for (const order of callNames(script, script.calls).positions((name) => this.states.slices.has(name ?? ''))) {
        const index = script.calls.at[order] as number;
        const node = script.nodes[index] as CallNode;
        const callees = this.states.slices.get(calledName(node) ?? '');
        if (callees === undefined) continue;
        const scope = script.calls.scopes[order] as Scope;
        if (this.resolver.valuesOf(node.callee, scope).some((value) => value instanceof FunctionValue)) continue;
        for (const callee of callees) {
          this.add({ script, at: index, node, scope }, { callee, argument: 0, parameter: 1, under: 'payload' });
        }
      }
    }
  }

  /** `this.setPlace(place)`, where `...mapActions(['setPlace'])` has put the action of a store there. */
  private callMapped(script: BoundScript): void {
    const handlers = this.mappedIn(script);
    if (handlers.size === 0) return;
    for (const order of callNames(script, script.calls).positions((name) => handlers.has(name ?? ''))) {
      const index = script.calls.at[order] as number;
      const node = script.nodes[index] as CallNode;
      const callees = handlers.get(calledName(node) ?? '');
      if (callees === undefined) continue;
      const scope = script.calls.scopes[order] as Scope;
      if (this.resolver.valuesOf(node.callee, scope).some((value) => value instanceof FunctionValue)) continue;
      for (const callee of callees) {
        this.add({ script, at: index, node, scope }, { callee, argument: 0, parameter: 1, under: null });
      }
    }
  }

  /** Names that a component has for actions and mutations of stores -> the functions that handle them. */
  private mappedIn(script: BoundScript): Map<string, readonly FunctionValue[]> {
    const found = new Map<string, readonly FunctionValue[]>();
    const note = (name: string, handler: string): void => {
      const callees = this.states.handlersNamed(lastPart(handler));
      if (callees.length > 0) found.set(name, callees);
    };
    for (const order of callNames(script, script.calls).positions((name) => MAP_HANDLERS.test(name ?? ''))) {
      const node = script.nodes[script.calls.at[order] as number] as CallNode;
      const given = node.arguments.at(-1);
      if (given?.type === 'ArrayExpression') {
        for (const each of given.elements) if (each?.type === 'StringLiteral') note(lastPart(each.value), each.value);
      } else if (given?.type === 'ObjectExpression') {
        for (const each of given.properties) {
          const name = each.type === 'ObjectProperty' ? keyName(each) : null;
          if (name !== null && each.type === 'ObjectProperty' && each.value.type === 'StringLiteral')
            note(name, each.value.value);
        }
      }
    }
    return found;
  }

  /** Reducers that ask for the type of an action: `case 'set':`. */
  private handleTypes(
    scripts: readonly BoundScript[],
    dispatched: readonly { site: CallSite; types: readonly string[]; isName: boolean }[],
  ): void {
    const creators = this.connected.creators();
    if (creators.length === 0 && dispatched.every(({ isName, types }) => isName || types.length === 0)) return;
    const reducers = scripts.flatMap(({ functions }) =>
      [...functions.values()].flatMap((callee) => {
        const types = typesHandledBy(this.resolver, callee);
        return types.size === 0 ? [] : [{ callee, types }];
      }),
    );
    for (const { callee } of reducers) this.states.addReducer(callee);
    for (const { site, types, isName } of dispatched) {
      if (isName) continue;
      for (const { callee, types: handled } of reducers) {
        if (types.some((type) => handled.has(type))) this.add(site, { callee, argument: 0, parameter: 1, under: null });
      }
    }
    for (const creator of creators) {
      const types = this.resolver.propertyOfAll(this.resolver.returnsOf(creator.node), 'type');
      const takers = reducers.filter((reducer) => types.some((type) => reducer.types.has(type as string)));
      if (takers.length > 0)
        this.reducersOfCreators.set(
          creator,
          takers.map(({ callee }) => callee),
        );
    }
  }

  private textsOf(node: t.Node | undefined, scope: Scope): string[] {
    if (node === undefined || /Function|^Object|^Array/.test(node.type)) return [];
    return this.resolver.valuesOf(node, scope).filter((value) => typeof value === 'string');
  }

  /** The types of an action, or the names under which actions are taken. */
  private typesOf(node: t.Node | undefined, scope: Scope): string[] {
    if (node === undefined || node.type === 'SpreadElement') return [];
    const nodes = node.type === 'ArrayExpression' ? node.elements : [node];
    return nodes.flatMap((each): string[] => {
      if (each === null) return [];
      const values = this.resolver.valuesOf(each, scope);
      const types = values.some((value) => value instanceof LiteralValue)
        ? this.resolver.propertyOfAll(values, 'type')
        : values;
      return types.filter((value) => typeof value === 'string');
    });
  }

  private functionsOf(node: t.Node | undefined, scope: Scope): FunctionValue[] {
    if (node === undefined) return [];
    return this.resolver.valuesOf(node, scope).filter((value) => value instanceof FunctionValue);
  }
}

function isYielded({ nodes, parents }: BoundScript, index: number): boolean {
  return nodes[parents[index] ?? -1]?.type === 'YieldExpression';
}

function receiverOf({ callee }: CallNode): t.Node | null {
  return callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression' ? callee.object : null;
}

function nameOf(node: t.Node): string | null {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'ThisExpression') return 'this';
  return node.type === 'MemberExpression' ? keyName({ key: node.property, computed: node.computed }) : null;
}

/** `set` of `user/set`: handlers of a store's modules are known by their own name. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
