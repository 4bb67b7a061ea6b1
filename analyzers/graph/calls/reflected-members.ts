import type { CallGraph } from './call-graph.ts';
import { EdgeMode } from './graph-edges.ts';

const NONE = -1;

/** A method or a constructor that was looked up by reflection. */
export interface LookedUp {
  /** The type of what stands for it, java.lang.reflect.Method or another. */
  type: number;
  /** Methods of the build that it may be. */
  targets: readonly number[];
  /** By what the class of an object is looked through for what runs on it. */
  names: readonly [name: string];
  /** Descriptors of its parameters, null where these are not known. */
  parameters: string | null;
}

/** A call that runs a method which was looked up, on its first argument and with those in its last. */
export interface ReflectiveCall {
  from: number;
  offset: number;
  nodes: readonly number[];
  /** Node of what comes out of it, -1 where that does not matter. */
  result: number;
}

/** A member that an instruction looks up. */
export interface LookUp {
  offset: number;
  object: number;
}

/**
 * What comes out of a call that looks members up.
 * @param found what it may look up
 * @param name that is asked for, null where it is not known
 * @param isMany whether the call gives an array of them
 * @param other node of what else the call gives
 */
export function foundByReflection(
  { flow, objects }: CallGraph,
  found: readonly LookUp[],
  name: string | null,
  isMany: boolean,
  other: number,
): number {
  const asked = found.filter(({ object }) => name === null || isMany || objects.lookedUpOf(object)?.names[0] === name);
  if (asked.length === 0) return other;
  const members = flow.node(NONE);
  for (const { object } of asked) flow.add(members, object);
  // One that is known comes alone, without what else may be made of the class that is asked.
  if (!isMany) return members;
  const given = flow.node(NONE);
  flow.edge(other, given);
  flow.store(given, members);
  return given;
}

/**
 * Runs a method that was looked up, wherever the call gets it from: a field, a map, its caller. An object that comes to
 * the call's first argument is asked for its own of that name.
 */
export function runLookedUp(graph: CallGraph, call: ReflectiveCall, member: LookedUp): void {
  const [, receiver = NONE] = call.nodes;
  for (const target of member.targets) {
    const cls = graph.hierarchy.classOfMethod[target] as number;
    const isMade = nameOf(graph, target) === '<init>';
    if (isMade || graph.isStatic(target)) {
      for (const method of graph.initialisers.of(cls)) run(graph, call, method, NONE);
    } else if (receiver >= 0) continue;
    if (!graph.isStatic(target)) graph.make(cls, call.from, call.offset);
    if (isMade && call.result >= 0) graph.flow.add(call.result, cls);
    run(graph, call, target, graph.isStatic(target) ? NONE : cls);
  }
  graph.arrivals.consumeReceiver(receiver, call, member);
}

/** Runs on an object what it has in place of a method that was looked up. */
export function runLookedUpOn(graph: CallGraph, call: ReflectiveCall, member: LookedUp, object: number): void {
  const { hierarchy, objects } = graph;
  if (object === objects.unknown) {
    for (const target of member.targets) {
      if (graph.isStatic(target) || nameOf(graph, target) === '<init>') continue;
      run(graph, call, target, hierarchy.classOfMethod[target] as number);
    }
    return;
  }
  const lambda = objects.lambdaOf(object);
  if (lambda !== undefined && lambda.name === member.names[0]) run(graph, call, lambda.method, NONE, lambda.bound);
  const cls = objects.classOf(object);
  if (cls < 0) return;
  for (const method of hierarchy.membersOf(cls, member.names)) {
    const selector = hierarchy.selectorOf(method, hierarchy.fileOfMethod(method));
    const fits =
      member.parameters === null || parametersOf(hierarchy.selectorDescriptor(selector)) === member.parameters;
    if (fits) run(graph, call, method, object);
  }
}

/** @param object on which it runs, -1 for none @param bound parameters that it has already */
function run(
  graph: CallGraph,
  { from, offset, nodes, result }: ReflectiveCall,
  method: number,
  object: number,
  bound = 0,
): void {
  graph.edges.later(from, offset, method, EdgeMode.CALL);
  graph.reach(method);
  const signature = graph.signatureOf(method);
  const first = object < 0 ? bound : 1;
  if (object >= 0 && (signature.parameters[0] ?? NONE) >= 0) graph.flow.add(signature.parameters[0] as number, object);
  const array = nodes.at(-1) ?? NONE;
  for (const parameter of signature.parameters.slice(first)) graph.flow.load(array, parameter);
  graph.flow.edge(signature.result, result);
}

function nameOf({ hierarchy }: CallGraph, method: number): string {
  return hierarchy.selectorName(hierarchy.selectorOf(method, hierarchy.fileOfMethod(method)));
}

function parametersOf(descriptor: string): string {
  return descriptor.slice(1, descriptor.indexOf(')'));
}
