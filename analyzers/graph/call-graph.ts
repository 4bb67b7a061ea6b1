import { Access, newCodeEvents, type ProgramFile } from '../model/program.ts';
import { makeOfConstant } from './class-constants.ts';
import { awaitedType, type Consumer } from './consumers.ts';
import { FieldNodes } from './field-nodes.ts';
import { FrameworkMembers } from './framework-members.ts';
import { EdgeMode, GraphEdges, MODE_OF } from './graph-edges.ts';
import type { Hierarchy } from './hierarchy.ts';
import { IntList } from './int-list.ts';
import type { MemberSpecs } from './member-names.ts';
import { Objects } from './objects.ts';
import type { Platform, Trigger } from './platform.ts';
import { type Reference, References } from './references.ts';
import { scanMethod } from './scan-method.ts';
import { ServiceProviders } from './service-providers.ts';
import { StaticInitialisers } from './static-initialisers.ts';
import { MOST_ARRIVALS, TypeFlow } from './type-flow.ts';
import { TypeKinds } from './type-kinds.ts';

const NONE = -1;

/** The values that a method, or a group of methods, takes and gives, as nodes of the flow; -1 where none matters. */
export interface Signature {
  /** Receiver first, if there is one. */
  parameters: readonly number[];
  result: number;
}

/**
 * Builds the call graph from its roots on: a method is read when it becomes reachable, and calls are dispatched to the
 * types that are made in what was read so far (rapid type analysis), or, where a value is declared by a type of the
 * platform, to those that flow there.
 */
export class CallGraph {
  readonly edges: GraphEdges;
  readonly objects: Objects;
  readonly references: References;
  readonly kinds: TypeKinds;
  readonly flow: TypeFlow;
  readonly fields: FieldNodes;
  readonly initialisers: StaticInitialisers;
  readonly members: FrameworkMembers;
  /** By method: 1 once it is known to run. */
  readonly reached: Uint8Array;
  readonly events = newCodeEvents(false);

  /** Methods that read something stored, in the order in which they were read. */
  readonly flagReaders: number[] = [];
  /** By method: 1 where the platform calls it, so that what it returns is handed over. */
  readonly platformCalls: Uint8Array;
  private readonly queue = new IntList();
  private next = 0;
  private readonly signatures: (Signature | undefined)[];
  private readonly groupOfReference: Int32Array;
  private readonly groupReference: Reference[] = [];
  private readonly groupSignatures: (Signature | undefined)[] = [];
  /** By group: arguments of its calls, until it leads anywhere. */
  private readonly groupCalls: (number[][] | undefined)[] = [];
  /** By type: groups whose calls name it, and objects that are made of its subtypes. */
  private readonly groupsOfType: (number[] | undefined)[];
  private readonly madeOfType: (number[] | undefined)[];
  private readonly made = new Set<number>();
  private readonly consumers: Consumer[] = [];
  /** By type: who waits for objects of it to be made, once the flow was given up; null until then. */
  private waiting: (Consumer[] | undefined)[] | null = null;
  private readonly keptNodes: (number | undefined)[] = [];
  /** Method -> offset and target of what it runs by reflection. */
  private readonly reflected = new Map<number, (readonly [offset: number, target: number])[]>();

  constructor(
    readonly hierarchy: Hierarchy,
    platform: Platform,
    readonly providers = new ServiceProviders(hierarchy, []),
    mostArrivals = MOST_ARRIVALS,
  ) {
    this.edges = new GraphEdges(hierarchy.methodTotal);
    this.objects = new Objects(hierarchy);
    this.references = new References(hierarchy, platform);
    this.kinds = new TypeKinds(hierarchy);
    this.flow = new TypeFlow(
      (type, object) => this.admits(type, object),
      (object) => this.objects.constantType(object) < 0 && this.kinds.holds(this.objects.typeOf(object)),
      (consumer, object) => this.arrive(this.consumers[consumer] as Consumer, object),
      mostArrivals,
    );
    this.reached = new Uint8Array(hierarchy.methodTotal);
    this.platformCalls = new Uint8Array(hierarchy.methodTotal);
    this.signatures = new Array(hierarchy.methodTotal);
    this.groupsOfType = new Array(hierarchy.descriptors.length);
    this.madeOfType = new Array(hierarchy.descriptors.length);
    this.groupOfReference = new Int32Array(hierarchy.methodTotal).fill(NONE);
    this.fields = new FieldNodes(hierarchy, this.kinds, this.flow);
    this.initialisers = new StaticInitialisers(hierarchy);
    this.members = new FrameworkMembers(hierarchy, platform.rules);
  }

  /**
   * Whether an object may stand where a type is declared. What a collection gives out of itself, an iterator or a view,
   * is taken for the collection.
   */
  private admits(type: number, object: number): boolean {
    if (this.objects.isA(object, type)) return true;
    return (
      this.objects.isContainer(object) &&
      this.kinds.isView(type) &&
      this.kinds.isCollection(this.objects.typeOf(object))
    );
  }

  /** A node with a new container of the platform in it, -1 where its type can hold nothing. */
  newContainer(type: number): number {
    if (!this.kinds.holds(type)) return NONE;
    const node = this.flow.node(type);
    this.flow.add(node, this.objects.container(type));
    return node;
  }

  /** A node for what the objects in another node hold. */
  heldIn(container: number, filter = NONE): number {
    if (container < 0) return NONE;
    const node = this.flow.node(filter);
    this.flow.load(container, node);
    return node;
  }

  /** Adds what the framework calls on an object of its own making. */
  addRoot(cls: number, methods: readonly number[]): void {
    this.make(cls);
    for (const method of methods) {
      this.platformCalls[method] = 1;
      this.reach(method);
      const receiver = this.isStatic(method) ? undefined : this.signatureOf(method).parameters[0];
      if (receiver !== undefined && receiver >= 0) this.flow.add(receiver, cls);
    }
  }

  /** Goes on until nothing new turns up. */
  complete(): void {
    for (;;) {
      if (this.flow.exhausted && this.waiting === null) this.widen();
      if (this.next < this.queue.length) this.read(this.queue.at(this.next++));
      else if (this.flow.pending) this.flow.step();
      else if (!this.flow.exhausted || this.waiting !== null) return;
    }
  }

  /**
   * Goes over from the flow, once that has grown too much, to what is made: whoever waits for objects of a type gets
   * every object of it that is made anywhere. More is reached then, and nothing less.
   */
  private widen(): void {
    this.waiting = new Array(this.hierarchy.descriptors.length);
    for (const consumer of [...this.consumers]) this.awaitMade(consumer);
  }

  private awaitMade(consumer: Consumer): void {
    const type = awaitedType(consumer);
    if (type < 0 || type === this.hierarchy.objectType || this.waiting === null) return;
    if (consumer.kind === 'trigger' && consumer.trigger.carrier === 'class-constant') {
      this.hierarchy.typeOfClass.forEach((each, cls) => {
        if (this.hierarchy.isSubtype(each, type)) this.arrive(consumer, this.objects.constantOf(cls));
      });
      return;
    }
    const waiting = this.waiting[type];
    if (waiting === undefined) this.waiting[type] = [consumer];
    else waiting.push(consumer);
    for (const object of [...(this.madeOfType[type] ?? [])]) this.arrive(consumer, object);
  }

  reach(method: number): void {
    if (this.reached[method] === 1) return;
    this.reached[method] = 1;
    this.queue.push(method);
  }

  isStatic(method: number): boolean {
    return ((this.hierarchy.accessOf[method] as number) & Access.STATIC) !== 0;
  }

  /** Takes note of a method that an instruction of another runs by reflection, for when that other is reached. */
  addReflected(from: number, offset: number, target: number): void {
    const others = this.reflected.get(from);
    if (others === undefined) this.reflected.set(from, [[offset, target]]);
    else others.push([offset, target]);
  }

  /** What instructions of a method run by reflection, undefined for nothing. */
  reflectedIn(method: number): readonly (readonly [offset: number, target: number])[] | undefined {
    return this.reflected.get(method);
  }

  private runReflected(from: number): void {
    for (const [offset, target] of this.reflected.get(from) ?? []) {
      const cls = this.hierarchy.classOfMethod[target] as number;
      this.edges.later(from, offset, target, EdgeMode.CALL);
      if (!this.isStatic(target)) this.make(cls, from, offset);
      this.runOn(cls, target);
    }
  }

  private read(method: number): void {
    const { edges, hierarchy } = this;
    edges.firstCall[method] = edges.callOffset.length;
    const code = hierarchy.codeOf[method] as number;
    if (code > 0) {
      const file = hierarchy.fileOfMethod(method);
      (hierarchy.files[file] as ProgramFile).readCode(code, this.events);
      scanMethod(this, method, file);
    }
    edges.endOfCalls[method] = edges.callOffset.length;
    this.runReflected(method);
  }

  /** The nodes of a defined method's parameters and result. */
  signatureOf(method: number): Signature {
    let signature = this.signatures[method];
    if (signature === undefined) {
      const reference = this.references.of(method, this.hierarchy.fileOfMethod(method));
      signature = this.makeSignature(reference, !this.isStatic(method));
      this.signatures[method] = signature;
    }
    return signature;
  }

  private makeSignature({ owner, parameters, result }: Reference, receiver: boolean): Signature {
    const nodeFor = (type: number): number => (this.kinds.matters(type) ? this.flow.node(type) : NONE);
    const nodes = parameters.map(nodeFor);
    return { parameters: receiver ? [nodeFor(owner), ...nodes] : nodes, result: nodeFor(result) };
  }

  /** Hands arguments over. @param shift position of the first argument among the parameters */
  bind(nodes: readonly number[], { parameters }: Signature, shift = 0): void {
    const count = Math.min(nodes.length, parameters.length - shift);
    for (let i = 0; i < count; i++) this.flow.edge(nodes[i] as number, parameters[i + shift] as number);
  }

  /** Takes note that an object is made. @param from method with the instruction, -1 for roots */
  make(object: number, from = NONE, offset = 0): void {
    const cls = this.objects.classOf(object);
    if (cls >= 0 && from >= 0) {
      for (const method of this.members.of(cls)) {
        this.edges.later(from, offset, method, EdgeMode.CALLBACK);
        this.runOn(object, method);
      }
    }
    if (this.made.has(object)) return;
    this.made.add(object);
    for (const type of this.hierarchy.supertypes(this.objects.typeOf(object))) {
      const made = this.madeOfType[type];
      if (made === undefined) this.madeOfType[type] = [object];
      else made.push(object);
      for (const group of this.groupsOfType[type] ?? []) this.dispatch(group, object);
      for (const consumer of [...(this.waiting?.[type] ?? [])]) this.arrive(consumer, object);
    }
  }

  /** Has a method run with an object as its receiver. */
  runOn(object: number, method: number): void {
    this.platformCalls[method] = 1;
    this.reach(method);
    if (this.objects.classOf(object) < 0 || this.isStatic(method)) return;
    const { parameters, result } = this.signatureOf(method);
    const receiver = parameters[0] ?? NONE;
    if (receiver >= 0) this.flow.add(receiver, object);
    // What the platform gets from the object it can give back, as a holder does with what it has made for it.
    if (result >= 0 && this.kinds.holds(this.objects.typeOf(object))) {
      this.flow.edge(result, this.flow.contentOf(object));
    }
  }

  /** The group of a dispatched call: all methods that it may lead to. */
  groupOf(method: number, reference: Reference): number {
    const known = this.groupOfReference[method] as number;
    if (known >= 0) return known;
    const group = this.newGroup(reference);
    this.groupOfReference[method] = group;
    const groups = this.groupsOfType[reference.owner];
    if (groups === undefined) this.groupsOfType[reference.owner] = [group];
    else groups.push(group);
    for (const object of [...(this.madeOfType[reference.owner] ?? [])]) this.dispatch(group, object);
    return group;
  }

  private newGroup(reference: Reference): number {
    this.groupReference.push(reference);
    this.groupSignatures.push(undefined);
    this.groupCalls.push([]);
    return this.edges.groups.push([]) - 1;
  }

  private groupSignature(group: number): Signature {
    let signature = this.groupSignatures[group];
    if (signature === undefined) {
      signature = this.makeSignature(this.groupReference[group] as Reference, true);
      this.groupSignatures[group] = signature;
    }
    return signature;
  }

  /**
   * Joins the arguments of a dispatched call with those of its group, once the group leads anywhere. Receivers stay
   * apart: each object brings its own.
   * @returns node of the result where it is used, -1 where none matters
   */
  callGroup(group: number, nodes: number[], wanted: boolean): number {
    const waiting = this.groupCalls[group];
    if (waiting === undefined) this.bindGroup(group, nodes);
    else waiting.push(nodes);
    return wanted ? this.groupSignature(group).result : NONE;
  }

  private bindGroup(group: number, nodes: readonly number[]): void {
    const { parameters } = this.groupSignature(group);
    for (let i = 1; i < parameters.length; i++) this.flow.edge(nodes[i] ?? NONE, parameters[i] as number);
  }

  /** Has a call of a group lead to a method for an object. */
  private link(group: number, object: number, target: number): void {
    const targets = this.edges.groups[group] as number[];
    const first = !targets.includes(target);
    if (first) targets.push(target);
    for (const nodes of this.groupCalls[group] ?? []) this.bindGroup(group, nodes);
    this.groupCalls[group] = undefined;
    this.connect(object, target, this.groupSignature(group), first);
  }

  private dispatch(group: number, object: number): void {
    const reference = this.groupReference[group] as Reference;
    const target = this.objects.lookup(object, reference.selector);
    if (target < 0) return;
    this.link(group, object, target);
  }

  /** Joins a call's values with those of a method that it leads to for an object. */
  private connect(object: number, target: number, call: Signature, first: boolean): void {
    this.reach(target);
    const signature = this.signatureOf(target);
    const lambda = this.objects.lambdaOf(object);
    if (lambda === undefined) {
      const receiver = signature.parameters[0] ?? NONE;
      if (receiver >= 0) this.flow.add(receiver, object);
    }
    if (!first) return;
    this.bind(call.parameters.slice(1), signature, lambda?.bound ?? 1);
    this.flow.edge(signature.result, call.result);
  }

  /** Waits for the objects on which a call of a platform's method can run code of the build. */
  consumeCall(node: number, method: number, reference: Reference, from: number, offset: number): number {
    let group = this.groupOfReference[method] as number;
    if (group < 0) {
      group = this.newGroup(reference);
      this.groupOfReference[method] = group;
    }
    this.consume(node, { kind: 'call', reference, group, from, offset, reached: null });
    return group;
  }

  /** @param made node into which objects come that are made of class constants, -1 for none */
  consumeTrigger(
    node: number,
    trigger: Trigger,
    from: number,
    offset: number,
    nodes: readonly number[],
    made = NONE,
  ): void {
    this.consume(node, { kind: 'trigger', trigger, from, offset, nodes, made });
  }

  /** Waits for objects that the platform gets and calls back. @param declared type under which it gets them */
  consumeCallback(node: number, declared: number, from: number, offset: number): void {
    this.consume(node, { kind: 'callback', declared, from, offset });
  }

  private consume(node: number, consumer: Consumer): void {
    if (node < 0) return;
    const number = this.consumers.push(consumer) - 1;
    if (this.waiting === null) this.flow.consume(node, number);
    else this.awaitMade(consumer);
  }

  private arrive(consumer: Consumer, object: number): void {
    const { from, offset } = consumer;
    if (consumer.kind === 'call') {
      const { reference, group } = consumer;
      if (!this.objects.isA(object, reference.owner)) return;
      const target = this.objects.lookup(object, reference.selector);
      if (target < 0) return;
      this.link(group, object, target);
      consumer.reached ??= new Set();
      if (consumer.reached.has(target)) return;
      consumer.reached.add(target);
      this.edges.later(from, offset, target, EdgeMode.CALL);
      return;
    }
    if (consumer.kind === 'callback') {
      if (!this.objects.isA(object, consumer.declared)) return;
      const callbacks = this.references.callbacksOn(this.objects.typeOf(object), consumer.declared);
      for (const { members, mode } of callbacks) this.run(object, members, from, offset, MODE_OF[mode]);
      return;
    }
    const { trigger, nodes } = consumer;
    const mode = MODE_OF[trigger.mode];
    if (trigger.carrier === 'class-constant') {
      makeOfConstant(this, consumer, object, mode);
      return;
    }
    if (!this.objects.isA(object, trigger.target)) return;
    for (const method of this.run(object, trigger.members, from, offset, mode)) this.handOver(nodes, method);
  }

  /** The node of a value that objects of closed classes keep. */
  keptNode(kept: number): number {
    let node = this.keptNodes[kept];
    if (node === undefined) {
      node = this.flow.node(NONE);
      this.keptNodes[kept] = node;
    }
    return node;
  }

  /** Has members of an object run, by an edge of the framework. @returns the methods */
  run(object: number, members: MemberSpecs, from: number, offset: number, mode: number): readonly number[] {
    const methods = this.methodsOf(object, members);
    for (const method of methods) {
      this.edges.later(from, offset, method, mode);
      this.runOn(object, method);
    }
    return methods;
  }

  private methodsOf(object: number, members: MemberSpecs): readonly number[] {
    const cls = this.objects.classOf(object);
    if (cls >= 0) return this.hierarchy.membersOf(cls, members);
    const lambda = this.objects.lambdaOf(object);
    const fits = lambda !== undefined && members.some((spec) => spec === '*' || spec.split('(')[0] === lambda.name);
    return fits ? [lambda.method] : [];
  }

  /** What is given to a call that triggers a method can arrive there where the declared types are the same. */
  private handOver(nodes: readonly number[], method: number): void {
    for (const parameter of this.signatureOf(method).parameters.slice(1)) {
      if (parameter < 0) continue;
      const filter = this.flow.filterOf(parameter);
      for (const node of nodes) if (node >= 0 && this.flow.filterOf(node) === filter) this.flow.edge(node, parameter);
    }
  }
}
