import type { MemberSpecs } from '../program/member-names.ts';
import type { Trigger } from '../program/platform.ts';
import type { Reference } from '../program/references.ts';
import type { CallGraph } from './call-graph.ts';
import { makeOfConstant } from './class-constants.ts';
import { awaitedType, type CallConsumer, type Consumer, type Lent } from './consumers.ts';
import { EdgeMode, MODE_OF } from './graph-edges.ts';
import { MadeObjects } from './made-objects.ts';
import { type LookedUp, type ReflectiveCall, runLookedUp, runLookedUpOn } from './reflected-members.ts';

const NONE = -1;
const PARCELABLE = 'Landroid/os/Parcelable;';
/** What joining a call with one method costs, in the time and memory of a byte that is read. */
const STEPS_OF_LINK = 64;

/** An annotation of the build that an instruction of a method asks for. */
interface Asked {
  annotation: number;
  from: number;
  offset: number;
}

/**
 * What waits for objects, and what happens when they arrive: calls lead to their methods, the platform calls them back, or
 * makes objects of the classes that come there.
 */
export class Arrivals {
  private readonly consumers: Consumer[] = [];
  private readonly made: MadeObjects;
  /** Annotations of the build for which it looks, and where; where it runs methods by reflection; annotations of such methods. */
  private asked: Asked[] = [];
  private readonly invocations: { node: number; from: number; offset: number }[] = [];
  private readonly invoked = new Set<number>();
  private carrierNode = NONE;
  private parcelledNode = NONE;
  /** True once the flow was given up and all consumers wait for what is made. */
  isWidened = false;

  constructor(private readonly graph: CallGraph) {
    this.made = new MadeObjects(graph.hierarchy, graph.objects, (consumer, object) => {
      if (graph.budget.spend(1)) this.arriveMade(consumer, object);
    });
  }

  /** Takes note that an object is made. */
  add(object: number): void {
    this.made.add(object);
  }

  /** @param consumer its number */
  arriveAt(consumer: number, object: number): void {
    this.arrive(this.consumers[consumer] as Consumer, object);
  }

  /**
   * Goes over from the flow, once that has grown too much, to what is made: whoever waits for objects of a type gets
   * every object of it that is made anywhere. More is reached then, and nothing less.
   */
  widen(): void {
    this.isWidened = true;
    for (const consumer of [...this.consumers]) this.awaitMade(consumer);
  }

  private awaitMade(consumer: Consumer): void {
    if (consumer.kind === 'annotated') {
      if (!consumer.open) this.made.await(consumer, this.graph.hierarchy.objectType);
      consumer.open = true;
      return;
    }
    if (consumer.kind === 'held') {
      this.goOn(consumer);
      return;
    }
    const type = awaitedType(consumer);
    if (type < 0 || type === this.graph.hierarchy.objectType) return;
    if (consumer.kind === 'trigger' && consumer.trigger.carrier === 'class-constant') {
      this.graph.hierarchy.typeOfClass.forEach((each, cls) => {
        if (this.graph.hierarchy.isSubtype(each, type)) this.arrive(consumer, this.graph.objects.constantOf(cls));
      });
      return;
    }
    if (consumer.kind === 'call') {
      if (consumer.open) return;
      consumer.open = true;
    }
    this.made.await(consumer, type);
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
    const result = wanted && this.graph.kinds.matters(reference.result) ? this.graph.flow.node(reference.result) : NONE;
    const consumer: CallConsumer = {
      kind: 'call',
      reference,
      from,
      context,
      offset,
      nodes,
      result,
      firstBound: NONE,
      bound: null,
      open: false,
    };
    const receiver = nodes[0] ?? NONE;
    if (receiver >= 0) this.consume(receiver, consumer);
    else if (reference.ownerClass >= 0) this.awaitMade(consumer);
    return result;
  }

  /** Has a method go on, in a context, once something comes into a node. */
  hold(node: number, context: number): void {
    this.consume(node, { kind: 'held', context, goesOn: false });
  }

  private goOn(held: Extract<Consumer, { kind: 'held' }>): void {
    if (held.goesOn) return;
    held.goesOn = true;
    this.graph.goOn(held.context);
  }

  /** Joins a call's values with those of a method that it leads to for an object. @param receiver what comes there */
  private link(consumer: CallConsumer, object: number, receiver: number): void {
    if (!this.graph.budget.spend(STEPS_OF_LINK)) return;
    const { reference, from, offset, nodes } = consumer;
    const target = this.graph.objects.lookup(object, reference.selector);
    if (target < 0) return;
    const lambda = this.graph.objects.lambdaOf(object);
    const context = lambda === undefined ? this.graph.contextOf(target, consumer.context, offset) : target;
    const signature = this.graph.signatureOf(context);
    if (lambda === undefined) {
      const own = signature.parameters[0] ?? NONE;
      if (own >= 0) this.graph.flow.add(own, receiver);
    }
    if (consumer.firstBound === context) return;
    if (consumer.firstBound < 0) consumer.firstBound = context;
    else {
      consumer.bound ??= new Set();
      if (consumer.bound.has(context)) return;
      consumer.bound.add(context);
    }
    if (lambda !== undefined) this.graph.reach(target);
    this.graph.edges.later(from, offset, target, EdgeMode.CALL);
    this.graph.bind(nodes, signature, 1, lambda?.bound ?? 1);
    this.graph.flow.edge(signature.result, consumer.result);
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
    const lent = trigger.carrier === 'argument' ? this.lentBy(trigger.owner, nodes) : null;
    this.consume(node, { kind: 'trigger', trigger, from, offset, nodes, made, lent });
  }

  /**
   * Waits for objects that the platform gets and calls back.
   * @param declared type under which it gets them
   * @param lent what it can give them, null where that may be anything
   */
  consumeCallback(node: number, declared: number, from: number, offset: number, lent: Lent | null = null): void {
    this.consume(node, { kind: 'callback', declared, from, offset, lent });
  }

  /** What a member of a type can give to what it calls back, null where that may be anything. @param nodes of the receiver and the arguments */
  lentBy(owner: number, nodes: readonly number[]): Lent | null {
    if (!this.graph.kinds.lends(owner) || (nodes[0] ?? NONE) < 0) return null;
    return { node: this.graph.allHeldIn(nodes), to: new Set() };
  }

  /** The node of the one object that stands for all bundles and intents. */
  get carrier(): number {
    if (this.carrierNode < 0) this.carrierNode = this.graph.newContainer(this.graph.hierarchy.objectType);
    return this.carrierNode;
  }

  /** The node of what others may send in a bundle: whatever the build makes that parcels hold. */
  get parcelled(): number {
    if (this.parcelledNode < 0) {
      this.parcelledNode = this.graph.flow.node(NONE);
      this.made.await({ kind: 'parcelled', result: this.parcelledNode }, this.graph.hierarchy.typeOf(PARCELABLE));
    }
    return this.parcelledNode;
  }

  /** Waits for members that were looked up by reflection, to run them. */
  consumeLookedUp(node: number, call: ReflectiveCall): void {
    this.consume(node, { kind: 'looked-up', call });
  }

  /** Waits for objects on which a member that was looked up is run. */
  consumeReceiver(node: number, call: ReflectiveCall, member: LookedUp): void {
    this.consume(node, { kind: 'receiver', call, member });
  }

  /** Waits for objects on which the platform calls what is annotated. */
  consumeAnnotated(node: number, from: number, offset: number): void {
    this.consume(node, { kind: 'annotated', from, offset, open: false });
  }

  /** Has what is annotated run on all objects: the build itself looks for the annotation. */
  runAnnotated(from: number, offset: number): void {
    this.awaitMade({ kind: 'annotated', from, offset, open: false });
  }

  /** Takes note that the build asks for an annotation of its own: methods that have it are run wherever some are by reflection. */
  askMarked(annotation: number, from: number, offset: number): void {
    this.asked.push({ annotation, from, offset });
    if (this.asked.some((each) => each.annotation === annotation && each !== this.asked.at(-1))) return;
    for (const invocation of this.invocations) this.runMarkedAt(annotation, invocation);
  }

  /** Takes note that the build runs methods by reflection. @param node of the objects on which it does */
  addInvocation(node: number, from: number, offset: number): void {
    const invocation = { node, from, offset };
    this.invocations.push(invocation);
    for (const annotation of new Set(this.asked.map((each) => each.annotation)))
      this.runMarkedAt(annotation, invocation);
  }

  private runMarkedAt(
    annotation: number,
    { node, from, offset }: { node: number; from: number; offset: number },
  ): void {
    this.consume(node, { kind: 'marked', cls: NONE, annotation, from, offset });
  }

  /**
   * Has what has an annotation of the build run on all objects, where the build asks for that annotation and nothing tells
   * on which objects it runs what it finds: as small libraries bind what is done when the user acts.
   * @returns true where there is such an annotation
   */
  runUninvoked(): boolean {
    const left = this.asked.filter(({ annotation }) => !this.invoked.has(annotation));
    this.asked = [];
    for (const { annotation, from, offset } of left) {
      for (const cls of this.graph.members.markedClasses(annotation)) {
        const type = this.graph.hierarchy.typeOfClass[cls] as number;
        this.made.await({ kind: 'marked', cls, annotation, from, offset }, type);
      }
    }
    return left.length > 0;
  }

  private consume(node: number, consumer: Consumer): void {
    if (node < 0) return;
    const number = this.consumers.push(consumer) - 1;
    if (this.isWidened) this.awaitMade(consumer);
    else this.graph.flow.consume(node, number);
  }

  /** An object of a class that is made somewhere; which of them is not known. */
  private arriveMade(consumer: Consumer, object: number): void {
    if (consumer.kind !== 'call') this.arrive(consumer, object);
    else
      this.link(
        consumer,
        object,
        this.graph.kinds.keeps(this.graph.objects.typeOf(object)) ? this.graph.objects.unknown : object,
      );
  }

  private arrive(consumer: Consumer, object: number): void {
    if (object === this.graph.objects.unknown) {
      // What of the platform's own types is called on something unknown is not of the build, as far as can be told.
      if (consumer.kind === 'annotated' || consumer.kind === 'held') this.awaitMade(consumer);
      if (consumer.kind === 'call' && consumer.reference.ownerClass >= 0) this.awaitMade(consumer);
      if (consumer.kind === 'looked-up' && consumer.call.result >= 0) this.graph.flow.add(consumer.call.result, object);
      if (consumer.kind === 'receiver') runLookedUpOn(this.graph, consumer.call, consumer.member, object);
      return;
    }
    if (consumer.kind === 'call') {
      if (this.graph.objects.isA(object, consumer.reference.owner)) this.link(consumer, object, object);
      return;
    }
    if (consumer.kind === 'held') {
      this.goOn(consumer);
      return;
    }
    if (consumer.kind === 'parcelled') {
      this.graph.flow.add(consumer.result, object);
      return;
    }
    if (consumer.kind === 'looked-up') {
      const member = this.graph.objects.lookedUpOf(object);
      if (member !== undefined) runLookedUp(this.graph, consumer.call, member);
      else if (consumer.call.result >= 0) this.graph.flow.add(consumer.call.result, this.graph.objects.unknown);
      return;
    }
    if (consumer.kind === 'receiver') {
      runLookedUpOn(this.graph, consumer.call, consumer.member, object);
      return;
    }
    const { from, offset } = consumer;
    if (consumer.kind === 'annotated') {
      const cls = this.graph.objects.classOf(object);
      for (const method of cls < 0 ? [] : this.graph.members.membersOfGiven(cls)) {
        this.graph.edges.later(from, offset, method, EdgeMode.CALLBACK);
        this.graph.runOn(object, method);
      }
      return;
    }
    if (consumer.kind === 'marked') {
      const { cls, annotation } = consumer;
      for (const method of this.markedOn(cls, annotation, object)) {
        if (cls < 0) this.invoked.add(annotation);
        this.graph.edges.later(from, offset, method, cls < 0 ? EdgeMode.CALL : EdgeMode.USER);
        this.graph.runOn(object, method);
      }
      return;
    }
    if (consumer.kind === 'callback') {
      if (!this.graph.objects.isA(object, consumer.declared)) return;
      const callbacks = this.graph.references.callbacksOn(this.graph.objects.typeOf(object), consumer.declared);
      for (const { members, mode } of callbacks) this.run(object, members, from, offset, MODE_OF[mode], consumer.lent);
      return;
    }
    const { trigger, nodes } = consumer;
    const mode = MODE_OF[trigger.mode];
    if (trigger.carrier === 'class-constant') {
      makeOfConstant(this.graph, consumer, object, mode);
      return;
    }
    if (!this.graph.objects.isA(object, trigger.target)) return;
    for (const method of this.run(object, trigger.members, from, offset, mode, consumer.lent)) {
      this.handOver(nodes, method);
      this.graph.flow.edge(this.graph.signatureOf(method).result, consumer.made);
    }
  }

  /** Has members of an object run, by an edge of the framework. @returns the methods */
  run(
    object: number,
    members: MemberSpecs,
    from: number,
    offset: number,
    mode: number,
    lent: Lent | null = null,
  ): readonly number[] {
    const methods = this.methodsOf(object, members);
    for (const method of methods) {
      this.graph.edges.later(from, offset, method, mode);
      this.graph.runOn(object, method, lent);
    }
    return methods;
  }

  /** What has the annotation of a class, or of that of an object and those above it. */
  private markedOn(cls: number, annotation: number, object: number): readonly number[] {
    const { hierarchy, members, objects } = this.graph;
    if (cls >= 0) return members.markedMembers(cls, annotation);
    return hierarchy.supertypes(objects.typeOf(object)).flatMap((type) => {
      const above = hierarchy.classOfType[type] ?? NONE;
      return above < 0 ? [] : members.markedMembers(above, annotation);
    });
  }

  private methodsOf(object: number, members: MemberSpecs): readonly number[] {
    const cls = this.graph.objects.classOf(object);
    if (cls >= 0) return this.graph.hierarchy.membersOf(cls, members);
    const lambda = this.graph.objects.lambdaOf(object);
    const fits = lambda !== undefined && members.some((spec) => spec === '*' || spec.split('(')[0] === lambda.name);
    return fits ? [lambda.method] : [];
  }

  /** What is given to a call that triggers a method can arrive there where the declared types are the same. */
  private handOver(nodes: readonly number[], method: number): void {
    for (const parameter of this.graph.signatureOf(method).parameters.slice(1)) {
      if (parameter < 0) continue;
      const filter = this.graph.flow.filterOf(parameter);
      for (const node of nodes)
        if (node >= 0 && this.graph.flow.filterOf(node) === filter) this.graph.flow.edge(node, parameter);
    }
  }
}
