import { DEFAULT_LIMITS } from '../../model/limits.ts';
import { Access, newCodeEvents, type ProgramFile } from '../../model/program.ts';
import { WorkBudget } from '../../model/work-budget.ts';
import type { Hierarchy } from '../program/hierarchy.ts';
import { IntList } from '../program/int-list.ts';
import type { Platform } from '../program/platform.ts';
import { References } from '../program/references.ts';
import { StaticInitialisers } from '../program/static-initialisers.ts';
import { Arrivals } from './arrivals.ts';
import type { Lent } from './consumers.ts';
import { Contexts } from './contexts.ts';
import { FieldNodes } from './field-nodes.ts';
import { FrameworkMembers } from './framework-members.ts';
import { GivenConstants } from './given-constants.ts';
import { EdgeMode, GraphEdges } from './graph-edges.ts';
import { Objects } from './objects.ts';
import type { LookedUp, LookUp } from './reflected-members.ts';
import { scanMethod } from './scan-method.ts';
import { ServiceProviders } from './service-providers.ts';
import { MOST_ARRIVALS, TypeFlow } from './type-flow.ts';
import { TypeKinds } from './type-kinds.ts';

const NONE = -1;
/** Types that stand for a member that is run. */
const MEMBER_TYPES = [
  'Ljava/lang/reflect/Method;',
  'Ljava/lang/reflect/Constructor;',
  'Ljava/lang/reflect/Executable;',
  'Ljava/lang/reflect/AccessibleObject;',
  'Ljava/lang/reflect/Member;',
  'Ljava/lang/invoke/MethodHandle;',
];
/** Instructions that make objects of one class and are told apart. */
const MOST_SITES = 64;

/** The values that a method takes and gives in one of its contexts, as nodes of the flow; -1 where none matters. */
export interface Signature {
  /** Receiver first, if there is one. */
  parameters: readonly number[];
  result: number;
}

/** A field that the instruction at an offset reads or writes by reflection. */
export interface ReflectedField {
  offset: number;
  field: number;
  writes: boolean;
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
  readonly constants: GivenConstants;
  readonly initialisers: StaticInitialisers;
  readonly members: FrameworkMembers;
  readonly arrivals: Arrivals;
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
  /** By method: 1 where the platform may give it anything. */
  private readonly getsAnything: Uint8Array;
  /** Method -> class to which it casts a parameter before all else; contexts that waited for one; 1 for methods that still do. */
  private readonly casts = new Map<number, number>();
  private readonly goingOn = new Set<number>();
  private readonly waits: Uint8Array;
  /** Contexts in the order in which they are read. */
  private readonly queue = new IntList();
  private next = 0;
  /** By method: 1 once its own context stands in the queue, and once any of its contexts was read. */
  private readonly queued: Uint8Array;
  private readonly wasRead: Uint8Array;
  /** By method, in its own context, and by context beyond the methods: engines slow an array down that grows so far. */
  private readonly signatures: (Signature | undefined)[];
  private readonly laterSignatures: (Signature | undefined)[] = [];
  /** By class: instructions that make objects of it. */
  private readonly sites: number[] = [];
  private readonly keptNodes: (number | undefined)[] = [];
  /** Method -> what it reads and writes by reflection. */
  private readonly reflectedFields = new Map<number, ReflectedField[]>();
  /** Method -> the members that it looks up by reflection. */
  private readonly lookedUp = new Map<number, LookUp[]>();
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
    this.constants = new GivenConstants(hierarchy, this.contexts);
    this.flow = new TypeFlow(
      hierarchy.objectType,
      this.objects.unknown,
      (type, object) => this.admits(type, object),
      (object) => this.objects.constantType(object) < 0 && this.kinds.holds(this.objects.typeOf(object)),
      (consumer, object) => this.arrivals.arriveAt(consumer, object),
      (access, object, stores) => this.fields.reach(access, object, stores),
      mostArrivals,
    );
    this.thrown = this.flow.node(NONE);
    this.reached = new Uint8Array(hierarchy.methodTotal);
    this.queued = new Uint8Array(hierarchy.methodTotal);
    this.wasRead = new Uint8Array(hierarchy.methodTotal);
    this.waits = new Uint8Array(hierarchy.methodTotal);
    this.platformCalls = new Uint8Array(hierarchy.methodTotal);
    this.getsAnything = new Uint8Array(hierarchy.methodTotal);
    this.signatures = new Array(hierarchy.methodTotal);
    this.arrivals = new Arrivals(this);
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
      if (this.flow.exhausted && !this.arrivals.isWidened) this.arrivals.widen();
      if (hasCode()) this.read(this.queue.at(this.next++));
      else if (this.flow.pending) this.flow.run(hasCode);
      else if ((!this.flow.exhausted || this.arrivals.isWidened) && !this.arrivals.runUninvoked()) return;
    }
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

  /** The same for a field that an instruction reads or writes by reflection. */
  addReflectedField(from: number, access: ReflectedField): void {
    const others = this.reflectedFields.get(from);
    if (others === undefined) this.reflectedFields.set(from, [access]);
    else others.push(access);
  }

  /** The same for a member that an instruction looks up. */
  addLookedUp(from: number, offset: number, member: Omit<LookedUp, 'type'>, isMethod: boolean): void {
    if (this.lookedUp.size === 0) for (const type of MEMBER_TYPES) this.kinds.follow(this.hierarchy.typeOf(type));
    const type = this.hierarchy.typeOf(MEMBER_TYPES[isMethod ? 0 : 1] as string);
    const object = this.objects.lookedUp({ ...member, type });
    const others = this.lookedUp.get(from);
    if (others === undefined) this.lookedUp.set(from, [{ offset, object }]);
    else others.push({ offset, object });
  }

  /** What instructions of a method look up by reflection, undefined for nothing. */
  lookedUpIn(method: number): readonly LookUp[] | undefined {
    return this.lookedUp.get(method);
  }

  /** Whether anything is looked up by reflection. */
  get looksUp(): boolean {
    return this.lookedUp.size > 0;
  }

  /** What instructions of a method read and write by reflection, undefined for nothing. */
  reflectedFieldsIn(method: number): readonly ReflectedField[] | undefined {
    return this.reflectedFields.get(method);
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
      if (!scanMethod(this, context, file, first)) {
        if (first) {
          this.wasRead[method] = 0;
          this.waits[method] = 1;
        }
        return;
      }
    }
    this.waits[method] = 0;
    if (!first) return;
    edges.endOfCalls[method] = edges.callOffset.length;
    this.runReflected(method);
  }

  /**
   * Takes note that a method begins by casting a parameter to a class of the build.
   * @param from node of the parameter
   * @param to node of what can be cast
   * @returns true where nothing is there that could be, so that the method waits for it
   */
  holdsAtCast(context: number, cls: number, from: number, to: number): boolean {
    const method = this.contexts.methodOf(context);
    if (!this.casts.has(method)) this.casts.set(method, cls);
    if (this.flow.exhausted || this.goingOn.has(context) || this.flow.canPass(from, to)) return false;
    this.arrivals.hold(to, context);
    return true;
  }

  /** Reads a method that waited. */
  goOn(context: number): void {
    this.goingOn.add(context);
    this.queue.push(context);
  }

  /** Whether a method that is called never gets past its beginning, since nothing comes that it could cast. */
  isHeld(method: number): boolean {
    return this.waits[method] === 1;
  }

  /** The class of the build to which a method casts a parameter before all else, -1 for none. */
  castOf(method: number): number {
    return this.casts.get(method) ?? NONE;
  }

  /** The nodes of a defined method's parameters and result in a context. */
  signatureOf(context: number): Signature {
    const { methodTotal } = this.hierarchy;
    const isOwn = context < methodTotal;
    let signature = isOwn ? this.signatures[context] : this.laterSignatures[context - methodTotal];
    if (signature === undefined) {
      const method = this.contexts.methodOf(context);
      const file = this.hierarchy.fileOfMethod(method);
      const { parameters, result } = this.references.passedBy(method, file);
      const nodeFor = (type: number): number => (this.kinds.matters(type) ? this.flow.node(type) : NONE);
      const nodes = parameters.map(nodeFor);
      if (!this.isStatic(method)) nodes.unshift(nodeFor(this.references.ownerOf(method, file)));
      signature = { parameters: nodes, result: nodeFor(result) };
      if (isOwn) this.signatures[context] = signature;
      else this.laterSignatures[context - methodTotal] = signature;
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
      for (const method of this.members.onceMade(cls)) {
        this.edges.later(from, offset, method, this.members.isLate(method) ? EdgeMode.USER : EdgeMode.CALLBACK);
        this.runOn(object, method);
      }
    }
    this.arrivals.add(object);
  }

  /** A node for what is in some nodes, and what that holds, and so on. */
  allHeldIn(nodes: readonly number[]): number {
    const all = this.flow.node(NONE);
    for (const node of nodes) this.flow.edge(node, all);
    this.flow.load(all, all);
    return all;
  }

  /**
   * Has the platform run a method with an object as its receiver.
   * @param lent what it can give to the method; null where that may be anything
   */
  runOn(object: number, method: number, lent: Lent | null = null): void {
    this.reach(method);
    const { parameters, result } = this.signatureOf(method);
    const lambda = this.objects.lambdaOf(object);
    this.platformCalls[method] = 1;
    const gets = lent === null ? this.getsAnything[method] === 0 : !lent.to.has(method);
    if (gets) {
      if (lent === null) this.getsAnything[method] = 1;
      else lent.to.add(method);
      for (let i = lambda?.bound ?? (this.isStatic(method) ? 0 : 1); i < parameters.length; i++) {
        const parameter = parameters[i] as number;
        if (lent !== null) this.flow.edge(lent.node, parameter);
        else if (parameter >= 0) this.flow.add(parameter, this.objects.unknown);
      }
    }
    if (this.objects.classOf(object) < 0 || this.isStatic(method)) return;
    const receiver = parameters[0] ?? NONE;
    if (receiver >= 0) this.flow.add(receiver, object);
    // What the platform gets from the object it can give back, as a holder does with what it has made for it.
    if (result >= 0 && this.kinds.holds(this.objects.typeOf(object))) {
      this.flow.putInto(object, result);
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
}
