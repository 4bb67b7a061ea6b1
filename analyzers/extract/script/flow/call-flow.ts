import type * as t from '@babel/types';
import { ApiNode, type Outlet } from '../apis/api-node.ts';
import type { Scope } from '../binding/scope.ts';
import { ClassValue, FunctionValue, type Value } from '../binding/value.ts';
import type { CallNode } from '../resolve/call-sites.ts';
import { awaitedGenerator, wrappedGenerator } from '../resolve/wrapped-generator.ts';
import { lastName } from '../syntax/called-name.ts';
import { keyName } from '../syntax/pattern.ts';
import { isPlatformChoice } from '../syntax/platform-choice.ts';
import { withoutTypes } from '../syntax/without-types.ts';
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
import { callbackFlow, settlesPromise } from './callback-flow.ts';
import { drawnBy, intoCanvas } from './canvas-flow.ts';
import { intoCell } from './cell-flow.ts';
import { intoElement } from './element-flow.ts';
import { readsIntoItself } from './event-flow.ts';
import type { FlowTracer } from './flow-tracer.ts';
import { outletsOfState } from './kept-states.ts';
import { elementParameter, givesParts, methodResult, mutation, passingOf, tellsNothing } from './known-functions.ts';
import { observerFlow, throughOperators } from './operator-flow.ts';
import { indirectCallee, outletsOf, outletsOfCall } from './outlets.ts';
import { mutatedBy, resultOfHook } from './query-flow.ts';
import { intoRoute } from './route-flow.ts';
import { givesState, intoSelf } from './state-flow.ts';
import { enter, type ValueState } from './value-state.ts';
import { intoWatcher } from './watch-flow.ts';
import { writeInto } from './write-flow.ts';

/** A call and where it stands. */
export interface CallPlace {
  script: number;
  index: number;
  node: CallNode;
  scope: Scope;
}

/** A value is an argument of a call: it leaves by the members that are given back, or goes on into what is called. */
export function argumentFlow(tracer: FlowTracer, place: CallPlace, argument: t.Node, state: ValueState): Outlet[] {
  const { node } = place;
  const spread = argument.type === 'SpreadElement';
  const order = node.arguments.indexOf(argument as t.Expression);
  const indirect = indirectCallee(node.callee);
  const named = tracer.resolver.valuesOf(node.callee, place.scope);
  // A method of the app's own may be called `call`, too.
  if (indirect === null || outletsOf(named).length > 0 || named.some((value) => value instanceof FunctionValue)) {
    const head = headOf(state.path);
    const at = spread && head !== null && /^\d+$/.test(head) ? order + Number(head) : order;
    return intoCallee(tracer, place, node.callee, at, spread ? property(state.path, null) : state.path, state);
  }
  if (order === 0) return [];
  if (indirect.by === 'call') return intoCallee(tracer, place, indirect.callee, order - 1, state.path, state);
  const head = headOf(state.path);
  if (order !== 1) return [];
  const at = head === null || head === ANY ? 0 : Number(head);
  return intoCallee(tracer, place, indirect.callee, at, property(state.path, null), state);
}

function intoCallee(
  tracer: FlowTracer,
  place: CallPlace,
  callee: t.Node,
  position: number,
  path: AccessPath | null,
  state: ValueState,
): Outlet[] {
  if (path === null) return [];
  const { script, index, node, scope } = place;
  const callees = tracer.resolver.calledValues(callee, scope);
  const outlets = [...outletsOfCall(callees, position, path), ...outletsOfEffect(tracer, place, position, path, state)];
  for (const outlet of outletsOfState(tracer, callee, scope, position, node.arguments[0])) outlets.push(outlet);
  const again = (next: AccessPath | null): void => tracer.push(script, index, next, state, state.entered);
  intoStored(tracer, place, position, path, state);
  if (position === 0) throughEffect(tracer, place, path, state);
  intoRoute(tracer, node, scope, position, path, state);
  intoCell(tracer, node, callee, scope, position, path, state);
  intoElement(tracer, node, scope, position, path, state);
  intoCanvas(tracer, callee, scope, position, path, state);
  if (wrappedGenerator(node) !== undefined) {
    again(path);
    return outlets;
  }
  const generator = awaitedGenerator(node);
  if (generator !== undefined) {
    if (node.arguments[position] === generator && headOf(path) === CALLED) again(tailOf(path));
    return outlets;
  }
  let isOwn = false;
  for (const value of callees) {
    const method = value instanceof ClassValue && node.type === 'NewExpression' ? constructorOf(tracer, value) : value;
    if (!(method instanceof FunctionValue) || isOthers(tracer, method, state)) continue;
    isOwn = true;
    if (value instanceof ClassValue) intoField(tracer, place, value, method, position, path, state);
    const entered = enter(state.entered, method, script, index);
    tracer.intoParameter(method, position, path, state, entered);
  }
  const handed = tracer.resolver.handovers.of(node).filter(({ argument }) => argument === position);
  for (const { callee: taker, parameter, under } of handed) {
    const given = under === null ? path : inside(under, path);
    if (given !== null) tracer.intoParameter(taker, parameter, given, state, null);
  }
  if (handed.length > 0) isOwn = true;
  if (position === 0) {
    for (const taker of mutatedBy(tracer.resolver, callee, scope)) tracer.intoParameter(taker, 0, path, state, null);
  }
  const name = lastName(callee) ?? '';
  if (name === 'pipe' && throughOperators(tracer, place, position + 1, path, state)) return outlets;
  if (givesState(tracer, callee, scope, script, path, state) || intoSelf(tracer, callee, name, scope, path, state)) {
    return outlets;
  }
  const method = withoutTypes(callee);
  const put = mutation(name);
  if (!isOwn && put !== undefined && position >= put.from && method.type === 'MemberExpression') {
    const [key] = node.arguments;
    const named = put.keyed && key?.type === 'StringLiteral' ? key.value : ANY;
    writeInto(tracer, method.object, scope, inside(named, path), state);
    return outlets;
  }
  if (!isOwn && position === 0 && readsIntoItself(name) && method.type === 'MemberExpression') {
    writeInto(tracer, method.object, scope, path, state);
    return outlets;
  }
  // Of what it gets a digest takes byte after byte, which is not followed; what it gives still tells the same.
  if (isOwn && MAKES_DIGEST.test(name) && !tellsNothing(name) && !isBehindCall(path)) again('');
  if (isOwn || outletsOf(callees).length > 0) return outlets;
  if (position === 0) for (const outlet of intoWatcher(tracer, place, path, state)) outlets.push(outlet);
  if (settlesPromise(tracer, callee, scope, path, state)) return outlets;
  if (GIVES_SAME_FILE.test(name)) {
    for (const { outlet } of answerFlow(tracer, state, index)) outlets.push(outlet);
  }
  const passing = passingOf(knownName(callee, scope) ?? '');
  switch (passing) {
    case 'text':
      again(isBehindCall(path) ? null : '');
      break;
    case 'same':
      again(path);
      break;
    case 'element':
      again(property(path, null));
      break;
    case 'list':
      again(inside(ANY, inside(ANY, property(path, null) ?? '') ?? ''));
      again(inside(ANY, property(path, null) ?? ''));
      break;
    case 'assign':
      again(path);
      if (node.arguments[0] !== undefined && position > 0) writeInto(tracer, node.arguments[0], scope, path, state);
      break;
    case 'nothing':
      break;
    default:
      throughUnknown(tracer, place, name, callees, path, state);
  }
  return outlets;
}

/** What platforms make of a file that they are given by its path, and give to a callback: details of it, another form, its bytes. */
const GIVES_SAME_FILE =
  /^(?:(?:get|compress|crop|edit|rotate)(?:Image|Video)(?:Info)?|saveFile|copyFile|readFile|resolveLocalFileSystemURL)$/;

/** Own functions that make another form of what they get, one that stands for the same person or device. */
const MAKES_DIGEST = /hash|md5|sha\d|hmac|digest|crc\d|encrypt|base64/i;

/** `yield call(read)`, `yield call([api, api.read])`: the effect gives what the function gives. */
function throughEffect(
  tracer: FlowTracer,
  { script, index, node, scope }: CallPlace,
  path: AccessPath,
  state: ValueState,
): void {
  const called = isEffect(node, scope) && node.arguments[0]?.type === 'ArrayExpression' ? property(path, '1') : null;
  if (headOf(called ?? '') === CALLED) tracer.push(script, index, tailOf(called ?? ''), state, state.entered);
}

/** Effects of sagas that have a function called. */
function isEffect({ callee }: CallNode, scope: Scope): boolean {
  if (callee.type !== 'Identifier' || !/^(?:call|fork|spawn)$/.test(callee.name)) return false;
  return scope.lookup(callee.name)?.kind === 'import';
}

/** `yield call(http.post, url, data)`, `yield call([http, 'post'], url, data)` of sagas. */
function outletsOfEffect(
  tracer: FlowTracer,
  { node, scope }: CallPlace,
  position: number,
  path: AccessPath,
  state: ValueState,
): Outlet[] {
  const { resolver } = tracer;
  const [given] = node.arguments;
  if (given === undefined || position === 0 || !isEffect(node, scope)) return [];
  const [context, member] = given.type === 'ArrayExpression' ? given.elements : [null, given];
  let called: readonly Value[] = [];
  if (member?.type === 'StringLiteral') {
    called = context ? resolver.propertyOfAll(resolver.valuesOf(context, scope), member.value) : [];
    for (const value of called) {
      if (!(value instanceof FunctionValue) || isOthers(tracer, value, state)) continue;
      tracer.intoParameter(value, position - 1, path, state, null);
    }
  } else if (member) called = resolver.valuesOf(member, scope);
  return outletsOfCall(called, position - 1, path);
}

/** What is stored under a name comes out where that is read. */
function intoStored(
  tracer: FlowTracer,
  { node, scope }: CallPlace,
  position: number,
  path: AccessPath,
  state: ValueState,
): void {
  if (position === 1) {
    for (const { owner, name } of tracer.stored.fieldsOf(node, scope)) tracer.intoProperty(owner, name, path, state);
  }
  const { value, reads } = tracer.stored.readsOf(node, scope, position, path);
  for (const read of reads) {
    const given = read.path(value);
    if (given === null) continue;
    tracer.push(read.script, read.node, given, state, null);
    for (const answer of read.answers) tracer.intoParameter(answer, 0, given, state, null);
  }
}

/** What a package that was bundled does with what it gets is not followed by its code. */
function isOthers(tracer: FlowTracer, callee: FunctionValue, { script: from, node }: ValueState): boolean {
  const script = tracer.scriptOf(callee);
  const index = script === undefined ? undefined : tracer.index(script).indexOf(callee.node);
  if (script === undefined || index === undefined) return false;
  const name = tracer.packageAt(script, index);
  return name !== null && name !== tracer.packageAt(from, node);
}

/** Functions that are not known are taken to make something of what they get, unless their name says otherwise. */
function throughUnknown(
  tracer: FlowTracer,
  { script, index, node, scope }: CallPlace,
  name: string,
  callees: readonly Value[],
  path: AccessPath,
  state: ValueState,
): void {
  const again = (next: AccessPath | null): void => tracer.push(script, index, next, state, state.entered);
  const made = isPlatformChoice(node) ? tailOf(path) : resultOfHook(name, path);
  if (made !== undefined) {
    again(made);
    return;
  }
  if (headOf(path) === CALLED) {
    const given = tailOf(path);
    const of = methodResult(name);
    if (of !== undefined) {
      if (name === 'map') again(inside(ANY, given));
      else if (of === 'callback') again(given);
      return;
    }
    if (name !== 'useMemo' && name !== 'computed') again(path);
    again(given);
    if (name === 'computed' || name === 'ref') again(inside('value', given));
    return;
  }
  if (isBehindCall(path)) {
    again(path);
    return;
  }
  if (name === 'ref' || name === 'shallowRef') again(inside('value', path));
  if (name === 'useRef') again(inside('current', path));
  if (name === 'useState') again(inside('0', path));
  if (/^(?:ref|shallowRef|useRef|useState)$/.test(name) || tellsNothing(name)) return;
  const isApi = callees.some(
    (value) => value instanceof ApiNode && value.kind !== 'foreign' && value.kind !== 'module',
  );
  if (isApi || isCallback(node.callee, scope)) return;
  if (isAwaited(tracer, script, index) && !MAKES_ANOTHER_FORM.test(name)) return;
  again('');
}

/** What these give back after a while is another form of what they get; of others it is an answer. */
const MAKES_ANOTHER_FORM =
  /hash|digest|encrypt|encode|cipher|sign|md5|sha\d|base64|compress|zip|stringify|serialize|geocode|format|^to[A-Z]|normali[sz]e|parse|convert|transform|blob|text|json|resolve|retry|timeout|wrap|unwrap|^executeRequest$/i;

function isAwaited(tracer: FlowTracer, script: number, index: number): boolean {
  const { nodes, parents } = tracer.scripts[script] as { nodes: t.Node[]; parents: number[] };
  const parent = nodes[parents[index] ?? -1];
  if (parent?.type === 'AwaitExpression' || parent?.type === 'YieldExpression') return true;
  return parent?.type === 'MemberExpression' && keyName({ key: parent.property }) === 'then';
}

/** A method of a value that is, or holds, what was collected; `path` is where in the object. */
export function methodFlow(
  tracer: FlowTracer,
  { script, index, node, scope }: CallPlace,
  name: string,
  path: AccessPath,
  state: ValueState,
): Outlet[] {
  let outlets: Outlet[] = [];
  const again = (next: AccessPath | null): void => tracer.push(script, index, next, state, state.entered);
  if (name === 'call' || name === 'apply') again(result(path));
  else if (name === 'bind') again(path);
  if (headOf(path) === CALLED) return [];
  if (name === 'pipe') {
    throughOperators(tracer, { script, index, node, scope }, 0, path, state);
    return [];
  }
  const parameter = name === 'then' ? 0 : elementParameter(name);
  const drawn = drawnBy(name, path);
  if (drawn === 'result') again('');
  if (drawn === 'callback' && node.arguments[0] !== undefined)
    return callbackFlow(tracer, { script, node: node.arguments[0], scope }, 0, '', state);
  if (name === 'subscribe') return observerFlow(tracer, { script, index, node, scope }, path, state);
  if (parameter !== undefined && (name === 'then' || isOfList(path))) {
    const given = name === 'then' ? path : property(path, null);
    const [callback] = node.arguments;
    if (callback !== undefined && given !== null) {
      outlets = callbackFlow(tracer, { script, node: callback, scope }, parameter, given, state);
    }
  }
  // A generator's next step.
  if (name === 'next' && headOf(path) === ANY) again(inside('value', tailOf(path)));
  switch (methodResult(name)) {
    case 'same':
      again(path);
      break;
    case 'element':
      if (isOfList(path)) again(property(path, null));
      break;
    case 'whole':
      again('');
      break;
    case 'keyed': {
      const [key] = node.arguments;
      again(property(path, key?.type === 'StringLiteral' ? key.value : null));
      break;
    }
    case 'callback':
    case 'nothing':
      break;
    default:
      // Any other method of the value itself makes something of it.
      if (path !== '') break;
      if (!tellsNothing(name) || givesParts(name) || isPutIntoBytes(tracer, script, index, name)) again('');
  }
  return outlets;
}

/** `bytes[i] = text.charCodeAt(i)` makes a copy of a text, where a single character of it would tell nothing. */
function isPutIntoBytes(tracer: FlowTracer, script: number, index: number, name: string): boolean {
  if (name !== 'charCodeAt') return false;
  const { nodes, parents } = tracer.scripts[script] as { nodes: t.Node[]; parents: number[] };
  const parent = nodes[parents[index] ?? -1];
  return parent?.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression' && parent.left.computed;
}

/** `constructor(private readonly id: string)` keeps its argument as a field. */
function intoField(
  tracer: FlowTracer,
  { script, index }: CallPlace,
  owner: ClassValue,
  method: FunctionValue,
  position: number,
  path: AccessPath,
  state: ValueState,
): void {
  const parameter = method.node.params[position];
  if ((parameter?.type as string) !== 'TSParameterProperty') return;
  const { parameter: inner } = parameter as unknown as t.TSParameterProperty;
  const target = inner.type === 'AssignmentPattern' ? inner.left : inner;
  if (target.type !== 'Identifier') return;
  tracer.intoProperty(owner.instance, target.name, path, state);
  tracer.push(script, index, inside(target.name, path), state, state.entered);
}

function constructorOf(tracer: FlowTracer, owner: ClassValue): FunctionValue | undefined {
  let open: Value | undefined = owner;
  for (let level = 0; level < 6 && open instanceof ClassValue; level++) {
    const { node, extended }: ClassValue = open;
    for (const member of node.type === 'ClassDeclaration' || node.type === 'ClassExpression' ? node.body.body : []) {
      if (member.type === 'ClassMethod' && member.kind === 'constructor') {
        return tracer.functionOf(member);
      }
    }
    open = extended === null ? undefined : tracer.resolver.valuesOf(extended.expression, extended.scope)[0];
  }
  return undefined;
}

/** A function that somebody else gave: what it gives back is not what it gets. */
function isCallback(callee: t.Node, scope: Scope): boolean {
  return callee.type === 'Identifier' && scope.lookup(callee.name)?.kind === 'parameter';
}

/** The name of a function of the language or an imported one, with the object that it is a member of. */
function knownName(callee: t.Node, scope: Scope): string | null {
  const plain = withoutTypes(callee);
  if (plain.type === 'Identifier') {
    const binding = scope.lookup(plain.name);
    return binding === undefined || binding.kind === 'import' ? plain.name : null;
  }
  const name = lastName(plain);
  if (plain.type === 'SequenceExpression') return name;
  if (plain.type !== 'MemberExpression' || name === null) return null;
  const { object } = plain;
  if (object.type === 'Identifier' && scope.lookup(object.name) === undefined) return `${object.name}.${name}`;
  return /^(?:use[A-Z]|reactive$|toRaw$)/.test(name) ? name : null;
}
