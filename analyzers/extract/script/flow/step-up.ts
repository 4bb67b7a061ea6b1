import type * as t from '@babel/types';
import { ApiNode, type Outlet } from '../apis/api-node.ts';
import type { BoundScript } from '../binding/bound-script.ts';
import type { Scope } from '../binding/scope.ts';
import { FunctionValue, LiteralValue } from '../binding/value.ts';
import type { CallNode } from '../resolve/call-sites.ts';
import { propertyNames } from '../resolve/member-values.ts';
import { isFunction } from '../syntax/function-nodes.ts';
import { MEMBER_GROUPS } from '../syntax/member-groups.ts';
import { keyName } from '../syntax/pattern.ts';
import {
  type AccessPath,
  ANY,
  CALLED,
  headOf,
  inside,
  isBehindCall,
  isOfList,
  property,
  result,
  tailOf,
} from './access-path.ts';
import { answerFlow } from './answer-flow.ts';
import { argumentFlow, type CallPlace, methodFlow } from './call-flow.ts';
import { intoProvider } from './cell-flow.ts';
import { intoComponent } from './element-flow.ts';
import { handlerFlow, listenerFlow } from './event-flow.ts';
import type { FlowTracer } from './flow-tracer.ts';
import { outletsOf, outletsOfWrite } from './outlets.ts';
import type { ValueState } from './value-state.ts';
import { writeInto } from './write-flow.ts';

/** A member that a value left by, and the node at which it did. */
export interface Left {
  outlet: Outlet;
  node: t.Node;
}

/** Where the value of an expression goes by what stands around it; gives back the members by which it leaves. */
export function stepUp(tracer: FlowTracer, state: ValueState): Left[] {
  const script = tracer.scripts[state.script] as BoundScript;
  const node = script.nodes[state.node] as t.Node;
  for (const { object, scope, path } of tracer.toTargets(state)) writeInto(tracer, object, scope, path, state);
  const above = script.parents[state.node] ?? -1;
  const parent = script.nodes[above];
  if (parent === undefined) return [];
  const up = (path: AccessPath | null): void => tracer.push(state.script, above, path, state, state.entered);
  switch (parent.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'TypeCastExpression':
    case 'AwaitExpression':
      up(state.path);
      return [];
    case 'YieldExpression':
      // Who runs a generator for its steps hands back what it got of them.
      if (parent.delegate !== true || headOf(state.path) !== ANY) up(state.path);
      yielded(tracer, script, parent.delegate === true, above, state);
      return [];
    case 'ConditionalExpression':
      if (parent.test !== node) up(state.path);
      return [];
    case 'LogicalExpression':
      if (parent.operator !== '&&' || parent.right === node) up(state.path);
      return [];
    case 'SequenceExpression':
      if (parent.expressions.at(-1) === node) up(state.path);
      return [];
    case 'AssignmentExpression':
      return assigned(tracer, script, parent, node, above, state);
    case 'ObjectProperty':
    case 'SpreadElement':
    case 'ArrayExpression':
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'UnaryExpression':
    case 'TaggedTemplateExpression':
      return composed(tracer, script, parent, node, above, state);
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return parent.object === node ? throughMember(tracer, script, parent, above, state) : [];
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return throughCall(tracer, script, parent, node, above, state);
    case 'ReturnStatement':
      returned(tracer, script, above, state);
      return [];
    case 'ArrowFunctionExpression':
      if (parent.body === node) fromFunction(tracer, script, above, state);
      return [];
    case 'ObjectExpression':
    case 'ClassBody':
      ofMethod(tracer, script, parent, node, above, state);
      return [];
    case 'JSXExpressionContainer':
    case 'JSXSpreadAttribute':
      return intoElement(tracer, script, above, state);
    default:
      return [];
  }
}

function assigned(
  tracer: FlowTracer,
  script: BoundScript,
  parent: t.AssignmentExpression,
  node: t.Node,
  above: number,
  state: ValueState,
): Left[] {
  const { left } = parent;
  if (parent.right !== node) return [];
  tracer.push(state.script, above, state.path, state, state.entered);
  if (left.type !== 'MemberExpression') return [];
  // The left side is visited first of what stands below.
  const at = script.nodes.indexOf(left, above);
  const scope = tracer.scopeAt(script.members, at);
  if (scope === undefined) return [];
  if (keyName({ key: left.property, computed: left.computed }) === null) {
    writeInto(tracer, left.object, scope, inside(ANY, state.path), state);
  }
  if (isBehindCall(state.path)) return [];
  return outletsOfWrite(tracer.resolver, left, scope).map((outlet) => ({ outlet, node: left.property }));
}

/** The value becomes a part of another one. */
function composed(
  tracer: FlowTracer,
  script: BoundScript,
  parent: t.Node,
  node: t.Node,
  above: number,
  state: ValueState,
): Left[] {
  const { path } = state;
  const up = (next: AccessPath | null, at = above): void => tracer.push(state.script, at, next, state, state.entered);
  switch (parent.type) {
    case 'ObjectProperty': {
      if (parent.value !== node) return [];
      const name = keyName(parent) ?? ANY;
      intoLiteral(tracer, script, script.parents[above] ?? -1, name, path, state);
      return [];
    }
    case 'SpreadElement': {
      const holder = script.parents[above] ?? -1;
      const around = script.nodes[holder] as t.Node;
      if (
        around.type === 'CallExpression' ||
        around.type === 'OptionalCallExpression' ||
        around.type === 'NewExpression'
      ) {
        return throughCall(tracer, script, around, parent, holder, state);
      }
      up(path, holder);
      return [];
    }
    case 'ArrayExpression': {
      const order = parent.elements.indexOf(node as t.Expression);
      const isPlaced = !parent.elements.some((element) => element?.type === 'SpreadElement');
      up(inside(isPlaced && order >= 0 ? String(order) : ANY, path));
      return [];
    }
    case 'BinaryExpression':
      if (/^(?:[<>!=]=?=?|in|instanceof)$/.test(parent.operator) && !/^(?:<<|>>)/.test(parent.operator)) return [];
      if (isOfList(path)) up('');
      return [];
    case 'UnaryExpression':
      if (/^[-+~]$/.test(parent.operator) && path === '') up('');
      return [];
    default:
      if (isOfList(path) && !isBehindCall(path)) up('');
      return [];
  }
}

/** A property of an object literal, which its methods also reach as `this`. */
function intoLiteral(
  tracer: FlowTracer,
  script: BoundScript,
  object: number,
  name: string,
  path: AccessPath,
  state: ValueState,
): void {
  tracer.push(state.script, object, inside(name, path), state, state.entered);
  const literal = script.literals.get(script.nodes[object] as t.Node);
  if (literal !== undefined) tracer.intoProperty(literal, name, path, state);
  if (name === 'provide') tracer.intoInjected(headOf(path) === CALLED ? tailOf(path) : path, state);
  // `methods: { read() { ... } }`: a member of the component around.
  const above = script.parents[object] ?? -1;
  const property = script.nodes[above];
  const group = property?.type === 'ObjectProperty' ? (keyName(property) ?? '') : '';
  if (!MEMBER_GROUPS.has(group)) return;
  const component = script.literals.get(script.nodes[script.parents[above] ?? -1] as t.Node);
  if (component === undefined) return;
  const isRead = (group === 'computed' || group === 'getters') && headOf(path) === CALLED;
  tracer.intoProperty(component, name, isRead ? tailOf(path) : path, state);
}

function throughMember(
  tracer: FlowTracer,
  script: BoundScript,
  parent: t.MemberExpression | t.OptionalMemberExpression,
  above: number,
  state: ValueState,
): Left[] {
  const scope = tracer.scopeAt(script.members, above);
  if (scope === undefined) return [];
  const names = propertyNames(tracer.resolver, parent, scope);
  // `read.fulfilled` of Redux Toolkit: the action that has what a thunk gave.
  if (names.includes('fulfilled') && headOf(state.path) === CALLED) {
    tracer.push(state.script, above, inside('payload', tailOf(state.path)), state, state.entered);
  }
  for (const name of names.length === 0 ? [null] : names) {
    tracer.push(state.script, above, property(state.path, name), state, state.entered);
  }
  const callAt = script.parents[above] ?? -1;
  const call = script.nodes[callAt];
  if (!isCall(call) || call.callee !== parent) {
    const handled = names.flatMap((name) => handlerFlow(tracer, script, above, name, scope, state));
    return handled.map((outlet) => ({ outlet, node: nameOf(parent) }));
  }
  const place = { script: state.script, index: callAt, node: call, scope };
  const outlets = names.flatMap((name) => [
    ...methodFlow(tracer, place, name, state.path, state),
    ...listenerFlow(tracer, place, name, state),
  ]);
  const [callback] = call.arguments;
  return callback === undefined ? [] : outlets.map((outlet) => ({ outlet, node: nameOf(callback) }));
}

function throughCall(
  tracer: FlowTracer,
  script: BoundScript,
  parent: CallNode,
  node: t.Node,
  above: number,
  state: ValueState,
): Left[] {
  if (parent.callee === node) {
    // Methods of a value were looked at with their object.
    const isMethod = node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression';
    if (!isMethod || state.path !== '') {
      tracer.push(state.script, above, result(state.path), state, state.entered);
    }
    return answersOfGiven(tracer, script, parent, above, state);
  }
  const scope = tracer.scopeAt(script.calls, above);
  if (scope === undefined) return [];
  const place: CallPlace = { script: state.script, index: above, node: parent, scope };
  return argumentFlow(tracer, place, node, state).map((outlet) => ({ outlet, node: calledName(parent) }));
}

/** A member of an API that was handed over gives its answer where it is called in the end: `api({ ...options, success })`. */
function answersOfGiven(
  tracer: FlowTracer,
  script: BoundScript,
  { callee }: CallNode,
  call: number,
  state: ValueState,
): Left[] {
  const answer = headOf(state.path) === CALLED && callee.type === 'Identifier' ? tailOf(state.path) : null;
  const scope = answer === null ? undefined : tracer.scopeAt(script.calls, call);
  if (answer === null || scope === undefined) return [];
  const isMember = tracer.resolver
    .valuesOf(callee, scope)
    .some((value) => value instanceof ApiNode && value.hits.length > 0);
  return isMember ? answerFlow(tracer, state, call, answer) : [];
}

function calledName({ callee }: CallNode): t.Node {
  return nameOf(callee.type === 'SequenceExpression' ? (callee.expressions.at(-1) ?? callee) : callee);
}

function nameOf(plain: t.Node): t.Node {
  return plain.type === 'MemberExpression' || plain.type === 'OptionalMemberExpression' ? plain.property : plain;
}

function returned(tracer: FlowTracer, script: BoundScript, statement: number, state: ValueState): void {
  let at = script.parents[statement] ?? -1;
  for (;;) {
    const node = script.nodes[at];
    if (node === undefined) return;
    if (isFunction(node)) break;
    at = script.parents[at] ?? -1;
  }
  fromFunction(tracer, script, at, state);
}

/** A generator that is called gives a list of what it yields. */
function yielded(
  tracer: FlowTracer,
  script: BoundScript,
  isDelegate: boolean,
  expression: number,
  state: ValueState,
): void {
  const path = isDelegate ? state.path : inside(ANY, state.path);
  if (path === null || (isDelegate && !isOfList(path))) return;
  let at = script.parents[expression] ?? -1;
  for (let node = script.nodes[at]; node !== undefined && !isFunction(node); node = script.nodes[at]) {
    at = script.parents[at] ?? -1;
  }
  const generator = script.nodes[at] as t.Function | undefined;
  const isStepped = isCall(script.nodes[script.parents[at] ?? -1]);
  if (generator === undefined || isStepped || !('generator' in generator) || generator.generator !== true) return;
  fromFunction(tracer, script, at, { ...state, path });
}

/** The function gives the value: to the call by which the value went in, else to all that call the function. */
function fromFunction(tracer: FlowTracer, script: BoundScript, at: number, state: ValueState): void {
  const node = script.nodes[at] as t.Node;
  const { entered } = state;
  const callee = script.functions.get(node);
  if (callee !== undefined) intoConnected(tracer, callee, state);
  if (entered !== null && entered.callee === callee) {
    const caller = tracer.scripts[entered.script]?.nodes[entered.call];
    // What a constructor returns is rare; an instance is what it makes.
    if (caller?.type !== 'NewExpression') {
      tracer.push(entered.script, entered.call, state.path, state, entered.outer);
    }
    return;
  }
  // What a reducer gives is the store's next state.
  const head = headOf(state.path);
  if (callee !== undefined && head !== null) {
    for (const value of tracer.resolver.handovers.states.nextOf(callee)) {
      if (value instanceof LiteralValue) tracer.intoProperty(value, head, tailOf(state.path), state);
    }
  }
  tracer.push(state.script, at, inside(CALLED, state.path), state, entered);
}

/** What makes the properties of connected components gives them the value; what makes an action gives it to the reducers. */
function intoConnected(tracer: FlowTracer, maker: FunctionValue, state: ValueState): void {
  const { handovers } = tracer.resolver;
  for (const taker of handovers.connected.takersOf(maker)) {
    if (taker instanceof FunctionValue) tracer.intoParameter(taker, 0, state.path, state, null);
    else tracer.intoProperty(taker, 'props', state.path, state);
  }
  for (const reducer of handovers.reducersOf(maker)) tracer.intoParameter(reducer, 1, state.path, state, null);
}

/** Methods and accessors of object literals and classes. */
function ofMethod(
  tracer: FlowTracer,
  script: BoundScript,
  parent: t.ObjectExpression | t.ClassBody,
  node: t.Node,
  above: number,
  state: ValueState,
): void {
  if (node.type !== 'ObjectMethod' && node.type !== 'ClassMethod' && node.type !== 'ClassPrivateMethod') return;
  const key = node.key.type === 'PrivateName' ? node.key.id : node.key;
  const name = keyName({ key, computed: 'computed' in node ? (node.computed ?? false) : false });
  if (name === null) return;
  const isGetter = node.kind === 'get';
  if (isGetter && headOf(state.path) !== CALLED) return;
  const path = isGetter ? tailOf(state.path) : state.path;
  if (parent.type === 'ObjectExpression') {
    intoLiteral(tracer, script, above, name, path, state);
    return;
  }
  const owner = script.classes.get(script.nodes[script.parents[above] ?? -1] as t.Node);
  if (owner === undefined || node.type === 'ObjectMethod') return;
  tracer.intoProperty(node.static === true ? owner : owner.instance, name, path, state);
}

/** An attribute of a JSX element: a property of what the component gets. */
function intoElement(tracer: FlowTracer, script: BoundScript, above: number, state: ValueState): Left[] {
  const container = script.nodes[above] as t.JSXExpressionContainer | t.JSXSpreadAttribute;
  let at = above;
  let { path }: { path: AccessPath | null } = state;
  let name: string | null = null;
  if (container.type === 'JSXExpressionContainer') {
    at = script.parents[above] ?? -1;
    const attribute = script.nodes[at];
    if (attribute?.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') return [];
    name = attribute.name.name;
    path = inside(name, state.path);
  }
  const openingAt = script.parents[at] ?? -1;
  const opening = script.nodes[openingAt];
  if (opening?.type !== 'JSXOpeningElement' || path === null) return [];
  const scope = tracer.scopeNear(script, openingAt);
  if (scope === undefined) return [];
  if (name === 'value') intoProvider(tracer, opening.name, scope, state.path, state);
  if (name === 'data') intoItems(tracer, opening, scope, state);
  const values = tracer.resolver.valuesOf(opening.name, scope);
  intoComponent(tracer, values, path, state);
  if (isBehindCall(path)) return [];
  return outletsOf(values)
    .filter(
      ({ sink }) =>
        sink.use === 'element' &&
        (sink.arguments === undefined || sink.arguments.some(({ keys = [] }) => name !== null && keys.includes(name))),
    )
    .map((outlet) => ({ outlet, node: opening.name }));
}

/** `<FlatList data={list} renderItem={({ item }) => ...} />`: the lists of React Native draw each element as `item`. */
function intoItems(tracer: FlowTracer, { attributes }: t.JSXOpeningElement, scope: Scope, state: ValueState): void {
  const element = isOfList(state.path) ? inside('item', property(state.path, null) ?? '') : null;
  if (element === null) return;
  for (const attribute of attributes) {
    if (attribute.type !== 'JSXAttribute' || attribute.name.name !== 'renderItem') continue;
    const drawn = attribute.value?.type === 'JSXExpressionContainer' ? attribute.value.expression : null;
    if (drawn === null) continue;
    for (const value of tracer.resolver.valuesOf(drawn, scope))
      if (value instanceof FunctionValue) tracer.intoParameter(value, 0, element, state, null);
  }
}

function isCall(node: t.Node | undefined): node is CallNode {
  return node?.type === 'CallExpression' || node?.type === 'OptionalCallExpression' || node?.type === 'NewExpression';
}
