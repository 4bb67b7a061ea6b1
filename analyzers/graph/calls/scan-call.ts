import { InvokeKind, type ProgramFile } from '../../model/program.ts';
import { type Reference, WIDE } from '../program/references.ts';
import type { CallGraph } from './call-graph.ts';
import { handleOutsideCall } from './outside-call.ts';
import { accessedByReflection, givenByReflection } from './reflected-calls.ts';
import { foundByReflection } from './reflected-members.ts';
import type { RegisterNodes } from './register-nodes.ts';

const NONE = -1;

/** Reads the calls of one method, in one of its contexts. */
export class CallScan {
  private readonly program: ProgramFile;
  private readonly methodBase: number;
  private readonly ownClass: number;
  private readonly method: number;
  private readonly reflected: ReturnType<CallGraph['reflectedIn']>;
  private readonly reflectedFields: ReturnType<CallGraph['reflectedFieldsIn']>;
  private readonly lookUps: ReturnType<CallGraph['lookedUpIn']>;

  /** @param first false where the method's calls were taken down before */
  constructor(
    private readonly graph: CallGraph,
    private readonly registers: RegisterNodes,
    private readonly context: number,
    private readonly file: number,
    private readonly first: boolean,
  ) {
    const { hierarchy } = graph;
    const method = graph.contexts.methodOf(context);
    this.method = method;
    this.program = hierarchy.files[file] as ProgramFile;
    this.methodBase = hierarchy.methodBase[file] as number;
    this.ownClass = hierarchy.classOfMethod[method] as number;
    this.reflected = graph.reflectedIn(method);
    this.reflectedFields = graph.reflectedFieldsIn(method);
    this.lookUps = graph.lookedUpIn(method);
  }

  /** The class initialiser runs before the first use of a class. */
  initialise(cls: number, offset: number): void {
    if (cls < 0 || cls === this.ownClass) return;
    for (const method of this.graph.initialisers.of(cls)) {
      this.call(offset, method);
      this.graph.reach(method);
    }
  }

  /** A call. @returns node of what it gives, -1 where no object matters */
  invoke(kind: number, local: number, from: number, to: number, offset: number, wanted: boolean): number {
    const { graph } = this;
    const method = this.methodBase + local;
    if (local >= this.program.methodCount) return NONE;
    const reference = graph.references.of(method, this.file);
    if (reference.storedRead !== null && graph.flagReaders.at(-1) !== this.method) graph.flagReaders.push(this.method);
    const isStatic = kind === InvokeKind.STATIC;
    if (this.isIdle(kind, reference, wanted)) return NONE;
    const nodes = this.argumentsAt(from, to, !isStatic, reference);
    if (reference.invokes && !(this.reflected ?? []).some(([at]) => at === offset))
      graph.arrivals.addInvocation(nodes[1] ?? NONE, this.method, offset);
    if (reference.takesAnnotated) for (const node of nodes) graph.arrivals.consumeAnnotated(node, this.method, offset);
    if (isStatic && reference.name === 'valueOf') {
      const constant = this.constantByName(reference, offset);
      if (constant >= 0) return constant;
    }
    const target = reference.overridable ? this.resolve(kind, reference, nodes[0] ?? NONE) : NONE;
    if (target >= 0) {
      if (isStatic) this.initialise(graph.hierarchy.classOfMethod[target] as number, offset);
      this.call(offset, target);
      const signature = graph.signatureOf(graph.contextOf(target, this.context, offset));
      graph.bind(nodes, signature);
      if (reference.triggers.length > 0) this.outside(reference, nodes, isStatic, offset, false, true);
      return wanted ? signature.result : NONE;
    }
    let result = NONE;
    if (
      (kind === InvokeKind.VIRTUAL || kind === InvokeKind.INTERFACE) &&
      this.isDispatched(reference, nodes[0] ?? NONE)
    ) {
      result = this.dispatch(reference, nodes, offset, wanted);
    }
    if (!reference.outside && reference.triggers.length === 0) return result;
    let outside = this.outside(reference, nodes, isStatic, offset, wanted && reference.outside);
    if (this.reflected !== undefined) outside = givenByReflection(graph, this.reflected, nodes, offset, outside);
    if (graph.looksUp) outside = this.lookedUp(reference, nodes, offset, wanted, outside);
    if (this.reflectedFields !== undefined) outside = this.accessed(nodes, offset, outside);
    if (result < 0) return outside;
    if (outside >= 0) {
      const joined = graph.flow.node(reference.result);
      graph.flow.edge(result, joined);
      graph.flow.edge(outside, joined);
      return joined;
    }
    return result;
  }

  /** Whether a call leads nowhere in the build, and to no object that matters. */
  private isIdle(kind: number, reference: Reference, wanted: boolean): boolean {
    const isStatic = kind === InvokeKind.STATIC;
    const leadsIn = reference.overridable && (reference.ownerClass >= 0 || !(isStatic || kind === InvokeKind.DIRECT));
    if (leadsIn || !reference.plain || this.reflected !== undefined || this.reflectedFields !== undefined) return false;
    if (this.lookUps !== undefined) return false;
    const { kinds } = this.graph;
    return (isStatic || !kinds.holds(reference.owner)) && !(wanted && kinds.matters(reference.result));
  }

  /** The one method that a call leads to, -1 where it is dispatched or outside. */
  private resolve(kind: number, reference: Reference, receiver: number): number {
    const { hierarchy } = this.graph;
    if (kind === InvokeKind.STATIC || kind === InvokeKind.DIRECT) {
      return reference.ownerClass < 0 ? NONE : hierarchy.lookup(reference.ownerClass, reference.selector);
    }
    if (kind === InvokeKind.SUPER) {
      const isInterface = reference.ownerClass >= 0 && (hierarchy.accessOfClass(reference.ownerClass) & 0x200) !== 0;
      const type = isInterface ? reference.owner : hierarchy.superclassOf(this.ownClass);
      const cls = type < 0 ? NONE : (hierarchy.classOfType[type] as number);
      return cls < 0 ? NONE : hierarchy.lookup(cls, reference.selector);
    }
    const exact = receiver < 0 ? NONE : this.registers.exactOf(receiver);
    return exact < 0 ? NONE : hierarchy.lookup(exact, reference.selector);
  }

  private isDispatched(reference: Reference, receiver: number): boolean {
    if (!reference.overridable || (receiver >= 0 && this.registers.exactOf(receiver) >= 0)) return false;
    return reference.ownerClass >= 0 || receiver >= 0;
  }

  /** By the objects that come there; the platform's own types count where one of the build can stand for them. */
  private dispatch(reference: Reference, nodes: readonly number[], offset: number, wanted: boolean): number {
    const { graph } = this;
    if (reference.ownerClass < 0 && !graph.kinds.matters(reference.owner)) return NONE;
    return graph.arrivals.dispatch(nodes, reference, this.method, this.context, offset, wanted);
  }

  private call(offset: number, target: number): void {
    if (this.first) this.graph.edges.call(offset, target);
  }

  private outside(
    reference: Reference,
    nodes: readonly number[],
    isStatic: boolean,
    offset: number,
    wanted: boolean,
    resolved = false,
  ): number {
    const { context, method: from } = this;
    return handleOutsideCall(this.graph, { reference, nodes, isStatic, from, context, offset, resolved, wanted });
  }

  /** What a call looks up comes out of it; and what others looked up is run where it comes to a call that runs members. */
  private lookedUp(
    { result, runsMembers }: Reference,
    nodes: readonly number[],
    offset: number,
    wanted: boolean,
    other: number,
  ): number {
    const { constants, hierarchy } = this.graph;
    let given = other;
    const here = this.lookUps?.filter((each) => each.offset === offset) ?? [];
    if (here.length > 0) {
      // The name stands first among the arguments, or behind the class.
      const name = constants.at(this.context, offset, 1)?.text ?? constants.at(this.context, offset, 2)?.text ?? null;
      given = foundByReflection(this.graph, here, name, hierarchy.isArray(result), other);
    }
    if (!runsMembers) return given;
    const made = wanted ? this.graph.flow.node(NONE) : NONE;
    this.graph.flow.edge(given, made);
    this.graph.arrivals.consumeLookedUp(nodes[0] ?? NONE, { from: this.method, offset, nodes, result: made });
    return made;
  }

  /** What fields that an offset gets at by reflection give, and get. */
  private accessed(nodes: readonly number[], offset: number, other: number): number {
    const { hierarchy } = this.graph;
    const accesses = (this.reflectedFields ?? []).filter((access) => access.offset === offset);
    for (const { field } of accesses) {
      this.initialise(hierarchy.classOfType[hierarchy.fields.ownerOf(field)] ?? NONE, offset);
    }
    return accessedByReflection(this.graph, accesses, nodes, other);
  }

  /** A lambda or a method reference. @returns its node, -1 where it leads out of the build */
  makeLambda(callSite: number, from: number, to: number, offset: number): number {
    const { graph } = this;
    const lambda = this.program.lambda(callSite);
    if (lambda === null) return NONE;
    const { hierarchy } = graph;
    const reference = graph.references.of(this.methodBase + lambda.method, this.file);
    const method = reference.ownerClass < 0 ? NONE : hierarchy.lookup(reference.ownerClass, reference.selector);
    if (method < 0) return NONE;
    const type = hierarchy.localType(this.file, lambda.interfaceType);
    const { data } = graph.events;
    const bound = this.boundNodes(data, from, to, lambda.receiver, reference);
    const object = graph.objects.lambda({ type, name: lambda.name, method, bound: bound.length });
    graph.bind(bound, graph.signatureOf(method));
    graph.make(object, this.method, offset);
    return graph.flow.holding(object);
  }

  /** Nodes of what a lambda is bound to when it is made; a wide value takes two this.registers. */
  private boundNodes(data: Int32Array, from: number, to: number, receiver: boolean, reference: Reference): number[] {
    const types = receiver ? [reference.owner, ...reference.parameters] : reference.parameters;
    const nodes: number[] = [];
    for (let at = from; at < to && nodes.length < types.length; ) {
      const type = types[nodes.length] as number;
      nodes.push(this.graph.kinds.matters(type) ? this.registers.use(data[at] as number) : NONE);
      at += type === WIDE ? 2 : 1;
    }
    return nodes;
  }
  /** Nodes of the arguments, receiver first; -1 where no object matters. */
  private argumentsAt(from: number, to: number, receiver: boolean, reference: Reference): number[] {
    const { events, kinds } = this.graph;
    const { data } = events;
    const { parameters, takesConstants } = reference;
    // Of its final length at once: lists that grow take room for many more.
    const nodes: number[] = new Array(parameters.length + (receiver ? 1 : 0));
    let count = 0;
    let at = from;
    if (receiver) nodes[count++] = at < to ? this.registers.use(data[at++] as number) : NONE;
    for (let i = 0; i < parameters.length; i++) {
      const type = parameters[i] as number;
      const matters = type >= 0 && at < to && (kinds.matters(type) || takesConstants);
      nodes[count++] = matters ? this.registers.use(data[at] as number) : NONE;
      at += type === WIDE ? 2 : 1;
    }
    return nodes;
  }

  /** Node of the constant of an enum that a call gives by its name, -1 where that is not known. */
  private constantByName({ owner }: Reference, offset: number): number {
    const { constants, fields, hierarchy } = this.graph;
    if (hierarchy.descriptors[owner] !== 'Ljava/lang/Enum;') return NONE;
    const type = constants.at(this.context, offset, 0)?.type ?? NONE;
    const name = constants.at(this.context, offset, 1)?.text ?? null;
    const cls = type < 0 ? NONE : (hierarchy.classOfType[type] ?? NONE);
    if (cls < 0 || name === null) return NONE;
    const field = hierarchy.fields.named(hierarchy.nameOfType(type), name);
    if (field < 0) return NONE;
    this.initialise(cls, offset);
    return fields.of(field, hierarchy.fields.fileOf(field));
  }
}
