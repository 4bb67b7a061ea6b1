import { DEFAULT_LIMITS } from '../model/limits.ts';
import { Access, newCodeEvents, type ProgramFile } from '../model/program.ts';
import { WorkBudget } from '../model/work-budget.ts';
import { makeOfConstant } from './class-constants.ts';
import { awaitedType, type CallConsumer, type Consumer } from './consumers.ts';
import { Contexts } from './contexts.ts';
import { FieldNodes } from './field-nodes.ts';
import { FrameworkMembers } from './framework-members.ts';
import { EdgeMode, GraphEdges, MODE_OF } from './graph-edges.ts';
import type { Hierarchy } from './hierarchy.ts';
import { IntList } from './int-list.ts';
import { MadeObjects } from './made-objects.ts';
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
/** Instructions that make objects of one class and are told apart. */
const MOST_SITES = 64;
/** What joining a call with one method costs, in the time and memory of a byte that is read. */
const STEPS_OF_LINK = 64;

/** The values that a method takes and gives in one of its contexts, as nodes of the flow; -1 where none matters. */
export interface Signature {
  /** Receiver first, if there is one. */
  parameters: readonly number[];
  result: number;
}

export interface GraphOptions {
  services?: ServiceProviders;
  /** Objects that may arrive at nodes before their flow is given up. */
  mostArrivals?: number | undefined;
  /** Steps that the graph may take. */
  mostSteps?: number;
}

/**
 * Builds the call graph from its roots on: a method is read when it becomes reachable, and calls are dispatched to the
 * objects that flow to them. Where something comes that the platform hands over, and of which nothing is known, a call
 * of a type of the build may lead to every class of which an object is made (rapid type analysis).
 */
export class CallGraph {
  readonly edges: GraphEdges;
  readonly objects: Objects;
  readonly references: References;
  readonly providers: ServiceProviders;
  readonly kinds: TypeKinds;
  readonly flow: TypeFlow;
  readonly fields: FieldNodes;
  readonly contexts: Contexts;
  readonly initialisers: StaticInitialisers;
  readonly members: FrameworkMembers;
  /** By method: 1 once it is known to run. */
  readonly reached: Uint8Array;
  readonly events = newCodeEvents(false);
  /** What making the graph may cost; nothing is added once it is spent. */
  readonly budget: WorkBudget;
  /** Exceptions that are thrown anywhere. */
  readonly thrown: number;

  /** Methods that read something stored, in the order in which they were read. */
  readonly flagReaders: number[] = [];
  /** By method: 1 where the platform calls it, so that what it returns is handed over. */
  readonly platformCalls: Uint8Array;
  /** Contexts in the order in which they are read. */
  private readonly queue = new IntList();
  private next = 0;
  /** By method: 1 once its own context stands in the queue, and once any of its contexts was read. */
  private readonly queued: Uint8Array;
  private readonly wasRead: Uint8Array;
  private readonly signatures: (Signature | undefined)[];
  private readonly made: MadeObjects;
  /** By class: instructions that make objects of it. */
  private readonly sites: number[] = [];
  private readonly consumers: Consumer[] = [];
  /** True once the flow was given up and all consumers wait for what is made. */
  private widened = false;
  private readonly keptNodes: (number | undefined)[] = [];
  /** Method -> offset and target of what it runs by reflection. */
  private readonly reflected = new Map<number, (readonly [offset: number, target: number])[]>();

  constructor(
    readonly hierarchy: Hierarchy,
    platform: Platform,
    { services, mostArrivals = MOST_ARRIVALS, mostSteps = DEFAULT_LIMITS.graphSteps }: GraphOptions = {},
  ) {
    this.providers = services ?? new ServiceProviders(hierarchy, []);
    this.budget = new WorkBudget(
      hierarchy.files.reduce((sum, { size }) => sum + size, 0),
      mostSteps,
    );
    this.edges = new GraphEdges(hierarchy.methodTotal);
    this.objects = new Objects(hierarchy);
    this.references = new References(hierarchy, platform);
    this.kinds = new TypeKinds(hierarchy);
    this.contexts = new Contexts(hierarchy, this.references, this.kinds);
    this.flow = new TypeFlow(
      hierarchy.objectType,
      this.objects.unknown,
      (type, object) => this.admits(type, object),
      (object) => this.objects.constantType(object) < 0 && this.kinds.holds(this.objects.typeOf(object)),
      (consumer, object) => this.arrive(this.consumers[consumer] as Consumer, object),
      (access, object, stores) => this.fields.reach(access, object, stores),
      mostArrivals,
    );
    this.thrown = this.flow.node(NONE);
    this.reached = new Uint8Array(hierarchy.methodTotal);
    this.queued = new Uint8Array(hierarchy.methodTotal);
    this.wasRead = new Uint8Array(hierarchy.methodTotal);
    this.platformCalls = new Uint8Array(hierarchy.methodTotal);
    this.signatures = new Array(hierarchy.methodTotal);
    this.made = new MadeObjects(hierarchy, this.objects, (consumer, object) => {
      if (this.budget.spend(1)) this.arriveMade(consumer, object);
    });
    this.fields = new FieldNodes(hierarchy, this.kinds, this.objects, this.flow);
    this.initialisers = new StaticInitialisers(hierarchy);
    this.members = new FrameworkMembers(hierarchy, platform.rules);
  }

  /**
   * Whether an object may stand where a type is declared. What a collection gives out of itself, an iterator or a view,
   * is taken for the collection.
   */
  private admits(type: number, object: number): boolean {
    if (this.objects.isA(object, type)) return true;
    if (this.objects.classOf(object) >= 0) return this.kinds.mayBeSubtype(this.objects.typeOf(object), type);
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

  /** The object that an instruction makes of a class, one of its own where that is worth it. */
  newObject(cls: number): number {
    if (!this.kinds.keeps(this.hierarchy.typeOfClass[cls] as number)) return cls;
    const sites = (this.sites[cls] ?? 0) + 1;
    this.sites[cls] = sites;
    return sites > MOST_SITES ? cls : this.objects.made(cls);
  }

  /** Adds what the framework calls on an object of its own making. */
  addRoot(cls: number, methods: readonly number[]): void {
    this.make(cls);
    for (const method of methods) this.runOn(cls, method);
  }

  /** Goes on until nothing new turns up. */
  complete(): void {
    const hasCode = (): boolean => this.next < this.queue.length;
    while (!this.budget.spent) {
      if (this.flow.exhausted && !this.widened) this.widen();
      if (hasCode()) this.read(this.queue.at(this.next++));
      else if (this.flow.pending) this.flow.run(hasCode);
      else if (!this.flow.exhausted || this.widened) return;
    }
  }

  /**
   * Goes over from the flow, once that has grown too much, to what is made: whoever waits for objects of a type gets
   * every object of it that is made anywhere. More is reached then, and nothing less.
   */
  private widen(): void {
    this.widened = true;
    for (const consumer of [...this.consumers]) this.awaitMade(consumer);
  }

  private awaitMade(consumer: Consumer): void {
    const type = awaitedType(consumer);
    if (type < 0 || type === this.hierarchy.objectType) return;
    if (consumer.kind === 'trigger' && consumer.trigger.carrier === 'class-constant') {
      this.hierarchy.typeOfClass.forEach((each, cls) => {
        if (this.hierarchy.isSubtype(each, type)) this.arrive(consumer, this.objects.constantOf(cls));
      });
      return;
    }
    if (consumer.kind === 'call') {
      if (consumer.open) return;
      consumer.open = true;
    }
    this.made.await(consumer, type);
  }

  reach(method: number): void {
    this.reached[method] = 1;
    if (this.queued[method] === 1) return;
    this.queued[method] = 1;
    this.queue.push(method);
  }

  /** The context in which a call runs a method. @param caller context of the call */
  contextOf(method: number, caller: number, offset: number): number {
    const context = this.flow.exhausted ? method : this.contexts.of(method, caller, offset);
    if (context === method) this.reach(method);
    else if (context < 0) {
      this.reached[method] = 1;
      this.edges.markRepeated(method);
      this.queue.push(~context);
    }
    return context < 0 ? ~context : context;
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

  /** Reads a method in one of its contexts; its calls are taken down the first time. */
  private read(context: number): void {
    const { edges, hierarchy } = this;
    const method = this.contexts.methodOf(context);
    const first = this.wasRead[method] === 0;
    this.wasRead[method] = 1;
    if (first) edges.firstCall[method] = edges.callOffset.length;
    const code = hierarchy.codeOf[method] as number;
    if (code > 0) {
      const file = hierarchy.fileOfMethod(method);
      (hierarchy.files[file] as ProgramFile).readCode(code, this.events);
      if (first) this.contexts.allowFor(this.events.size);
      if (!this.budget.spend(this.events.size + this.events.length)) return;
      scanMethod(this, context, file, first);
    }
    if (!first) return;
    edges.endOfCalls[method] = edges.callOffset.length;
    this.runReflected(method);
  }

  /** The nodes of a defined method's parameters and result in a context. */
  signatureOf(context: number): Signature {
    let signature = this.signatures[context];
    if (signature === undefined) {
      const method = this.contexts.methodOf(context);
      const { owner, parameters, result } = this.references.of(method, this.hierarchy.fileOfMethod(method));
      const nodeFor = (type: number): number => (this.kinds.matters(type) ? this.flow.node(type) : NONE);
      const nodes = parameters.map(nodeFor);
      signature = { parameters: this.isStatic(method) ? nodes : [nodeFor(owner), ...nodes], result: nodeFor(result) };
      this.signatures[context] = signature;
      const isNative = ((this.hierarchy.accessOf[method] as number) & Access.NATIVE) !== 0;
      if (isNative && signature.result >= 0) this.flow.add(signature.result, this.objects.unknown);
    }
    return signature;
  }

  /** Hands arguments over. @param first of the arguments that counts @param shift position of it among the parameters */
  bind(nodes: readonly number[], { parameters }: Signature, first = 0, shift = 0): void {
    const count = Math.min(nodes.length - first, parameters.length - shift);
    for (let i = 0; i < count; i++) this.flow.edge(nodes[i + first] as number, parameters[i + shift] as number);
  }

  /** Takes note that an object is made. @param from method with the instruction, -1 for roots */
  make(object: number, from = NONE, offset = 0): void {
    const cls = this.objects.classOf(object);
    if (cls >= 0 && from >= 0) {
      for (const method of this.members.of(cls)) {
        this.edges.later(from, offset, method, this.members.isLate(method) ? EdgeMode.USER : EdgeMode.CALLBACK);
        this.runOn(object, method);
      }
    }
    this.made.add(object);
  }

  /** Has the platform run a method with an object as its receiver. */
  runOn(object: number, method: number): void {
    this.reach(method);
    const { parameters, result } = this.signatureOf(method);
    const lambda = this.objects.lambdaOf(object);
    if (this.platformCalls[method] === 0) {
      this.platformCalls[method] = 1;
      for (let i = lambda?.bound ?? (this.isStatic(method) ? 0 : 1); i < parameters.length; i++) {
        if ((parameters[i] as number) >= 0) this.flow.add(parameters[i] as number, this.objects.unknown);
      }
    }
    if (this.objects.classOf(object) < 0 || this.isStatic(method)) return;
    const receiver = parameters[0] ?? NONE;
    if (receiver >= 0) this.flow.add(receiver, object);
    // What the platform gets from the object it can give back, as a holder does with what it has made for it.
    if (result >= 0 && this.kinds.holds(this.objects.typeOf(object))) {
      this.flow.edge(result, this.flow.contentOf(object));
    }
  }

  /**
   * Has a call lead to whatever comes to its receiver.
   * @param nodes of the receiver and the arguments
   * @returns node of the result where it is used, -1 where none matters
   */
  dispatch(
    nodes: readonly number[],
    reference: Reference,
    from: number,
    context: number,
    offset: number,
    wanted: boolean,
  ): number {
    const result = wanted && this.kinds.matters(reference.result) ? this.flow.node(reference.result) : NONE;
    const call = { reference, from, context, offset, nodes, result };
    const consumer: CallConsumer = { kind: 'call', ...call, bound: null, open: false };
    const receiver = nodes[0] ?? NONE;
    if (receiver >= 0) this.consume(receiver, consumer);
    else if (reference.ownerClass >= 0) this.awaitMade(consumer);
    return result;
  }

  /** Joins a call's values with those of a method that it leads to for an object. @param receiver what comes there */
  private link(consumer: CallConsumer, object: number, receiver: number): void {
    if (!this.budget.spend(STEPS_OF_LINK)) return;
    const { reference, from, offset, nodes } = consumer;
    const target = this.objects.lookup(object, reference.selector);
    if (target < 0) return;
    const lambda = this.objects.lambdaOf(object);
    const context = lambda === undefined ? this.contextOf(target, consumer.context, offset) : target;
    const signature = this.signatureOf(context);
    if (lambda === undefined) {
      const own = signature.parameters[0] ?? NONE;
      if (own >= 0) this.flow.add(own, receiver);
    }
    consumer.bound ??= new Set();
    if (consumer.bound.has(context)) return;
    consumer.bound.add(context);
    if (lambda !== undefined) this.reach(target);
    this.edges.later(from, offset, target, EdgeMode.CALL);
    this.bind(nodes, signature, 1, lambda?.bound ?? 1);
    this.flow.edge(signature.result, consumer.result);
  }

  /** @param made node into which objects come that are made of class constants, or that the members return; -1 for none */
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
    if (this.widened) this.awaitMade(consumer);
    else this.flow.consume(node, number);
  }

  /** An object of a class that is made somewhere; which of them is not known. */
  private arriveMade(consumer: Consumer, object: number): void {
    if (consumer.kind !== 'call') this.arrive(consumer, object);
    else this.link(consumer, object, this.kinds.keeps(this.objects.typeOf(object)) ? this.objects.unknown : object);
  }

  private arrive(consumer: Consumer, object: number): void {
    if (object === this.objects.unknown) {
      // What of the platform's own types is called on something unknown is not of the build, as far as can be told.
      if (consumer.kind === 'call' && consumer.reference.ownerClass >= 0) this.awaitMade(consumer);
      return;
    }
    if (consumer.kind === 'call') {
      if (this.objects.isA(object, consumer.reference.owner)) this.link(consumer, object, object);
      return;
    }
    const { from, offset } = consumer;
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
    for (const method of this.run(object, trigger.members, from, offset, mode)) {
      this.handOver(nodes, method);
      this.flow.edge(this.signatureOf(method).result, consumer.made);
    }
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
