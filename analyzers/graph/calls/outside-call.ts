import type { Handing, Trigger } from '../program/platform.ts';
import type { Reference } from '../program/references.ts';
import type { CallGraph } from './call-graph.ts';

const NONE = -1;
const NOTHING: ReadonlySet<number> = new Set();
/** Members of collections that look for what they are given, or take it out. */
const ONLY_LOOKS = /^(?:remove(?:All|(?:First|Last)Occurrence)?|contains(?:All|Key|Value)?|(?:lastI|i)ndexOf|equals)$/;

export interface OutsideCall {
  reference: Reference;
  /** Nodes of the arguments, receiver first unless the call is static. */
  nodes: readonly number[];
  isStatic: boolean;
  /** Method, the context in which it is read, and address of the call. */
  from: number;
  context: number;
  offset: number;
  /** The call leads to one method of the build. */
  resolved: boolean;
  /** The result is used. */
  wanted: boolean;
}

/**
 * A call that the platform carries out: what it triggers, which callbacks it gets, and how objects come out of it
 * again. @returns node of the result, -1 where none matters
 */
export function handleOutsideCall(graph: CallGraph, call: OutsideCall): number {
  const { triggers, outside } = call.reference;
  if (triggers.length === 0) {
    if (call.reference.callbacks !== null) takeCallbacks(graph, call, call.reference.callbacks, NOTHING);
    return outside ? handBack(graph, call, NOTHING) : NONE;
  }
  const taken = new Set<number>();
  const kept = new Set<number>();
  // What is called back before the call returns can give what comes out of it.
  const calledBack = call.wanted && outside && triggers.some(isSync) && graph.kinds.matters(call.reference.result);
  const given = calledBack ? graph.flow.node(NONE) : NONE;
  for (const trigger of triggers) {
    // What the build itself does there is read instead, unless it is the library that the edge stands for.
    if (call.resolved && graph.hierarchy.classOfType[trigger.owner] === -1) continue;
    fire(graph, call, trigger, trigger.members.length === 0 ? kept : taken, isSync(trigger) ? given : NONE);
  }
  if (call.reference.callbacks !== null) {
    takeCallbacks(graph, call, call.reference.callbacks, kept.size === 0 ? taken : new Set([...taken, ...kept]));
  }
  if (!call.reference.outside) return NONE;
  const result = handBack(graph, call, taken);
  if (given >= 0) {
    graph.flow.edge(given, result);
    graph.flow.store(result, given);
  }
  const makes = triggers.find(({ gives }) => gives !== null);
  if (makes === undefined || !call.wanted) return result;
  return madeByClass(graph, call, makes, result);
}

/** Objects that a call makes of class constants come out of it. */
function madeByClass(graph: CallGraph, call: OutsideCall, trigger: Trigger, result: number): number {
  const { nodes, from, offset } = call;
  const made = graph.flow.node(NONE);
  for (const node of nodes) if (node >= 0) graph.arrivals.consumeTrigger(node, trigger, from, offset, nodes, made);
  if (trigger.gives !== 'object') {
    graph.flow.store(result, made);
    if (trigger.gives === 'constants') graph.flow.edge(made, result);
    return result;
  }
  graph.flow.edge(result, made);
  return made;
}

function handBack(graph: CallGraph, call: OutsideCall, taken: ReadonlySet<number>): number {
  const { handing, passesArrays } = call.reference;
  if (handing !== null) return handKept(graph, call, handing);
  const [first = NONE, , third = NONE] = call.nodes;
  if (passesArrays === 'copies') {
    graph.flow.store(third, graph.heldIn(first));
    return NONE;
  }
  if (passesArrays === 'puts') {
    graph.flow.store(first, third);
    return NONE;
  }
  const result = handOn(graph, call, taken);
  // How compilers make arrays of several dimensions.
  if (passesArrays === 'makes') graph.flow.store(result, result);
  return result;
}

/** Values that closed objects keep, and results that stand for what a member is called on or given. */
function handKept(graph: CallGraph, { nodes, wanted }: OutsideCall, { kept, puts }: Handing): number {
  const { flow } = graph;
  if (puts) {
    for (const node of nodes.slice(1)) flow.edge(node, graph.keptNode(kept));
    return NONE;
  }
  if (!wanted) return NONE;
  if (kept >= 0) return graph.keptNode(kept);
  const result = flow.node(NONE);
  for (const node of nodes) flow.edge(node, result);
  return result;
}

function isSync({ carrier, mode }: Trigger): boolean {
  return mode === 'sync' && carrier !== 'class-constant';
}

/** @param given node for what the called members return, -1 where that does not matter */
function fire(graph: CallGraph, call: OutsideCall, trigger: Trigger, taken: Set<number>, given: number): void {
  const { nodes, isStatic, from, offset } = call;
  const receiver = isStatic ? NONE : (nodes[0] ?? NONE);
  const wait = (node: number): void => {
    if (node >= 0) graph.arrivals.consumeTrigger(node, trigger, from, offset, nodes, given);
  };
  switch (trigger.carrier) {
    case 'receiver':
      wait(receiver);
      break;
    case 'constructor-argument':
      wait(graph.heldIn(receiver));
      break;
    case 'nested-argument':
      wait(graph.heldIn(graph.heldIn(receiver)));
      break;
    case 'class-constant':
      if (trigger.gives !== null && call.wanted && call.reference.outside) break;
      for (const node of nodes) {
        wait(node);
        wait(graph.heldIn(node));
      }
      break;
    case 'argument':
      for (let i = isStatic ? 0 : 1; i < nodes.length; i++) {
        const position = isStatic ? i : i - 1;
        if (trigger.argument >= 0 && trigger.argument !== position) continue;
        const node = nodes[i] as number;
        wait(node);
        if (node >= 0) startGiven(graph, node, trigger.target, from, offset);
        // A collection or an array of them is handed over as such.
        const type = call.reference.parameters[position] as number;
        if (graph.kinds.holds(type) && !graph.hierarchy.isSubtype(type, trigger.target)) wait(graph.heldIn(node));
        const { objectType } = graph.hierarchy;
        const meant = trigger.target >= 0 && trigger.target !== objectType;
        if (meant && graph.hierarchy.isSubtype(type, trigger.target)) taken.add(i);
      }
      break;
  }
}

/** A thread that the platform asks for is started by it. @param type under which a method gives it */
export function startGiven(graph: CallGraph, node: number, type: number, from: number, offset: number): void {
  for (const trigger of graph.references.startOf(type)) {
    const carried = trigger.carrier === 'receiver' ? node : graph.heldIn(node);
    if (carried >= 0) graph.arrivals.consumeTrigger(carried, trigger, from, offset, [node]);
  }
}

function takeCallbacks(
  graph: CallGraph,
  { reference, nodes, isStatic, from, offset }: OutsideCall,
  callbacks: readonly boolean[],
  taken: ReadonlySet<number>,
): void {
  const lent = graph.arrivals.lentBy(reference.owner, nodes);
  callbacks.forEach((takes, position) => {
    const index = isStatic ? position : position + 1;
    if (!takes || taken.has(index)) return;
    const type = reference.parameters[position] as number;
    const element = graph.references.elementOf(type);
    const node = nodes[index] ?? NONE;
    graph.arrivals.consumeCallback(element === type ? node : graph.heldIn(node), element, from, offset, lent);
  });
}

/**
 * An object of the platform keeps what it is given and gives it back; a static method gives back what it was given, or
 * something that holds it.
 */
function handOn(
  graph: CallGraph,
  { reference, nodes, isStatic, context, offset, wanted }: OutsideCall,
  taken: ReadonlySet<number>,
): number {
  const { flow, kinds } = graph;
  if (reference.byKey !== null && !isStatic && (nodes[0] ?? NONE) >= 0) {
    const value = reference.byKey === 'puts' ? (nodes.at(-1) ?? NONE) : NONE;
    const isUsed = reference.byKey === 'gets' ? wanted : value >= 0;
    const key = isUsed ? graph.constants.keyAt(context, offset, 1) : NONE;
    if (key >= 0) return underKey(graph, reference, nodes, key, wanted);
  }
  if (reference.carries !== null && !isStatic) {
    const isUsed = reference.carries === 'puts' || (wanted && kinds.matters(reference.result));
    const key = isUsed ? graph.constants.keyAt(context, offset, 1) : NONE;
    return isUsed ? carry(graph, reference, nodes, key, wanted) : NONE;
  }
  const receiver = !isStatic && (nodes[0] ?? NONE) >= 0 && kinds.holds(reference.owner) ? (nodes[0] as number) : NONE;
  const given: number[] = [];
  for (let i = isStatic ? 0 : 1; i < nodes.length; i++) {
    const node = nodes[i] as number;
    if (node < 0 || taken.has(i)) continue;
    const type = reference.parameters[isStatic ? i : i - 1] as number;
    const isCarried = kinds.isCarried(flow.filterOf(node)) || kinds.isReference(reference.owner);
    if (isCarried || graph.references.isKeptToCall(type)) given.push(node);
  }
  if (receiver >= 0 && given.length > 0 && !ONLY_LOOKS.test(reference.name)) {
    for (const node of given) {
      flow.store(receiver, node);
      if (kinds.isCollection(flow.filterOf(node))) flow.store(receiver, graph.heldIn(node));
    }
  }
  if (!wanted || !kinds.matters(reference.result)) return NONE;
  const known = isStatic ? kinds.givesBack(reference.owner) : receiver >= 0 && kinds.givesBack(reference.owner);
  const fresh = graph.newContainer(reference.result);
  if (known && receiver < 0 && given.length === 0) return fresh;
  const result = flow.node(reference.result);
  // What a member gives that was looked up is known where that is.
  const looked = graph.looksUp && reference.runsMembers && (nodes[0] ?? NONE) >= 0;
  if (!known && !looked && !kinds.isReflection(reference.result)) flow.add(result, graph.objects.unknown);
  flow.edge(fresh, result);
  for (const node of given) {
    flow.store(fresh, node);
    if (!isStatic) continue;
    flow.edge(node, result);
    flow.load(node, result);
    if (kinds.isCollection(flow.filterOf(node))) flow.store(fresh, graph.heldIn(node));
  }
  if (receiver < 0) return result;
  flow.load(receiver, result);
  // A builder gives itself back, a collection a view of itself.
  flow.edge(receiver, result);
  flow.store(fresh, receiver);
  return result;
}

/**
 * A bundle or an intent keeps an object, or gives what it has. Most come from elsewhere, and which one it was is not
 * known: all are taken for one, whose keys are told apart.
 */
function carry(
  { arrivals, flow }: CallGraph,
  { carries, result }: Reference,
  nodes: readonly number[],
  key: number,
  wanted: boolean,
): number {
  if (carries === 'puts') {
    const value = nodes.at(-1) ?? NONE;
    if (key < 0) flow.store(arrivals.carrier, value);
    else flow.storePart(arrivals.carrier, key, value);
    return wanted ? (nodes[0] ?? NONE) : NONE;
  }
  const given = flow.node(result);
  if (key < 0) flow.load(arrivals.carrier, given);
  else flow.loadPart(arrivals.carrier, key, given);
  flow.edge(arrivals.parcelled, given);
  return given;
}

/** A map keeps a value under a key that is known, or gives what it has there. */
function underKey(
  { flow }: CallGraph,
  { byKey, result }: Reference,
  nodes: readonly number[],
  key: number,
  wanted: boolean,
): number {
  const [map = NONE, own = NONE] = nodes;
  if (byKey === 'puts') {
    flow.store(map, own);
    flow.storePart(map, key, nodes.at(-1) ?? NONE);
  }
  if (!wanted) return NONE;
  const given = flow.node(result);
  flow.loadPart(map, key, given);
  return given;
}
