import { Access, CodeEvent, InvokeKind, type ProgramFile } from '../../model/program.ts';
import { type Reference, WIDE } from '../program/references.ts';
import type { CallGraph, Signature } from './call-graph.ts';
import { handleOutsideCall, startGiven } from './outside-call.ts';
import { RegisterNodes } from './register-nodes.ts';

const NONE = -1;
/** Events that only pass values on. */
const PASSES: ReadonlySet<number> = new Set([CodeEvent.MOVE, CodeEvent.CAST, CodeEvent.WRITE]);
const registers = new RegisterNodes();

/**
 * Reads one method's events, in one of its contexts, into calls, edges and flow.
 * @param first false where its calls were taken down before
 * @returns false where it only goes on once something comes that it can cast
 */
export function scanMethod(graph: CallGraph, context: number, file: number, first: boolean): boolean {
  return new MethodScan(graph, context, file, first).run();
}

class MethodScan {
  private readonly program: ProgramFile;
  private readonly methodBase: number;
  private readonly fieldBase: number;
  private readonly ownClass: number;
  private readonly signature: Signature;
  private readonly method: number;
  private readonly reflected: ReturnType<CallGraph['reflectedIn']>;
  private readonly reflectedFields: ReturnType<CallGraph['reflectedFieldsIn']>;

  constructor(
    private readonly graph: CallGraph,
    private readonly context: number,
    private readonly file: number,
    private readonly first: boolean,
  ) {
    const { hierarchy } = graph;
    const method = graph.contexts.methodOf(context);
    this.method = method;
    this.program = hierarchy.files[file] as ProgramFile;
    this.methodBase = hierarchy.methodBase[file] as number;
    this.fieldBase = hierarchy.fieldBase[file] as number;
    this.ownClass = hierarchy.classOfMethod[method] as number;
    this.signature = graph.signatureOf(context);
    this.reflected = graph.reflectedIn(method);
    this.reflectedFields = graph.reflectedFieldsIn(method);
  }

  run(): boolean {
    const { graph, file } = this;
    const { events } = graph;
    const { data, length, branches } = events;
    registers.begin(graph.flow, events, graph.budget);
    this.placeArguments();
    let result = NONE;
    // True up to the first instruction that does more than to pass values on.
    let begins = true;
    for (let at = 0; at < length; at += data[at + 1] as number) {
      const offset = data[at + 2] as number;
      if (branches) registers.moveTo(offset);
      const a = data[at + 3] as number;
      const b = data[at + 4] as number;
      switch (data[at]) {
        case CodeEvent.NEW:
          this.makeObject(a, b, offset);
          break;
        case CodeEvent.CLASS: {
          const cls = this.classOf(b);
          registers.define(a, cls < 0 ? this.outsideConstant(b, offset) : this.ownConstant(cls, offset));
          break;
        }
        case CodeEvent.MOVE:
          registers.define(a, registers.use(b));
          break;
        case CodeEvent.RESULT:
          if (b === 1) registers.define(a, result);
          else if (b === 2) registers.define(a, graph.thrown);
          break;
        case CodeEvent.WRITE:
          registers.define(a, NONE);
          break;
        case CodeEvent.INVOKE: {
          const next = at + (data[at + 1] as number);
          const wanted = next < length && data[next] === CodeEvent.RESULT && data[next + 4] === 1;
          result = this.invoke(a, b, at + 5, next, offset, wanted);
          break;
        }
        case CodeEvent.CUSTOM:
          result = this.makeLambda(a, at + 4, at + (data[at + 1] as number), offset);
          break;
        case CodeEvent.IGET:
          registers.define(a, this.readField(b, this.fieldBase + (data[at + 5] as number)));
          break;
        case CodeEvent.IPUT:
          this.writeField(registers.use(a), b, this.fieldBase + (data[at + 5] as number));
          break;
        case CodeEvent.SGET:
          this.initialise(this.classOf(this.program.fieldClasses[b] as number), offset);
          if (a >= 0) registers.define(a, graph.fields.of(this.fieldBase + b, this.file));
          break;
        case CodeEvent.SPUT:
          this.initialise(this.classOf(this.program.fieldClasses[b] as number), offset);
          if (a >= 0) this.flow(a, graph.fields.of(this.fieldBase + b, this.file));
          break;
        case CodeEvent.AGET:
          registers.define(a, graph.heldIn(registers.use(b)));
          break;
        case CodeEvent.APUT:
          graph.flow.store(registers.use(b), registers.use(a));
          break;
        case CodeEvent.ARRAY:
          registers.define(a, this.newArray(graph.hierarchy.localType(file, b)));
          break;
        case CodeEvent.FILLED:
          result = graph.newContainer(graph.hierarchy.localType(file, a));
          for (let i = at + 4; i < at + (data[at + 1] as number) && result >= 0; i++) {
            graph.flow.store(result, registers.use(data[i] as number));
          }
          break;
        case CodeEvent.CAST: {
          const from = registers.use(a);
          const type = graph.hierarchy.localType(file, b);
          // Of a type of unknown origin nothing tells what may be one.
          const strange = from >= 0 && !graph.kinds.matters(type) && graph.kinds.isStrange(type);
          const to = from < 0 || strange ? from : this.nodeOfType(b);
          graph.flow.edge(from, to);
          if (begins && this.isHeld(from, to, type)) return false;
          registers.define(a, to);
          break;
        }
        case CodeEvent.RETURN:
          if (a >= 0) this.giveBack(a, offset);
          registers.endBlock();
          break;
        case CodeEvent.IF:
          registers.jump(data[at + 6] as number);
          break;
        case CodeEvent.SWITCH:
          for (let i = at + 4; i < at + (data[at + 1] as number); i++) registers.jump(data[i] as number);
          break;
        case CodeEvent.GOTO:
          registers.jump(a);
          registers.endBlock();
          break;
        case CodeEvent.THROW:
          this.flow(a, graph.thrown);
          registers.endBlock();
          break;
      }
      begins &&= PASSES.has(data[at] as number);
    }
    return true;
  }

  /**
   * Whether a method that begins by casting a parameter to a class of the build waits for such an object: nothing behind
   * the cast runs without one. Compilers write that for generic types. Objects of types that are not followed count as there.
   */
  private isHeld(from: number, to: number, type: number): boolean {
    const { graph } = this;
    const cls = graph.hierarchy.classOfType[type] ?? NONE;
    if (cls < 0 || from < 0 || to < 0 || graph.events.handlers.length > 0 || !graph.kinds.isCarried(type)) return false;
    if (!this.signature.parameters.includes(from)) return false;
    return graph.holdsAtCast(this.context, cls, from, to);
  }

  /** Returns a value; to the platform, if that called the method. */
  private giveBack(register: number, offset: number): void {
    const { graph } = this;
    this.flow(register, this.signature.result);
    if (graph.platformCalls[this.context] !== 1) return;
    const { result } = graph.references.passedBy(this.method, this.file);
    const given = registers.use(register);
    if (graph.references.takesCallback(result)) graph.arrivals.consumeCallback(given, result, this.method, offset);
    if (result >= 0) startGiven(graph, given, result, this.method, offset);
  }

  private placeArguments(): void {
    const { parameters } = this.graph.references.passedBy(this.method, this.file);
    const { events } = this.graph;
    const nodes = this.signature.parameters;
    let register = events.registers - events.ins;
    let position = 0;
    if (!this.graph.isStatic(this.method)) registers.define(register++, nodes[position++] as number);
    for (let i = 0; i < parameters.length; i++) {
      const type = parameters[i] as number;
      if (type >= 0) registers.define(register, nodes[position] as number);
      position++;
      register += type === WIDE ? 2 : 1;
    }
  }

  private classOf(localType: number): number {
    const type = this.graph.hierarchy.localType(this.file, localType);
    return type < 0 ? NONE : (this.graph.hierarchy.classOfType[type] as number);
  }

  private ownConstant(cls: number, offset: number): number {
    const { arrivals, hierarchy, objects } = this.graph;
    if (this.first && (hierarchy.accessOfClass(cls) & Access.ANNOTATION) !== 0) {
      arrivals.askMarked(hierarchy.typeOfClass[cls] as number, this.method, offset);
    }
    return this.nodeWith(objects.constantOf(cls));
  }

  /** Node of the constant of a class that is not of the build, -1 where it means nothing. */
  private outsideConstant(localType: number, offset: number): number {
    const { graph } = this;
    const type = graph.hierarchy.localType(this.file, localType);
    if (graph.members.marksGiven(type)) graph.arrivals.runAnnotated(this.method, offset);
    return graph.providers.has(type) ? this.nodeWith(graph.objects.constantOfOutside(type)) : NONE;
  }

  private flow(register: number, to: number): void {
    if (to >= 0) this.graph.flow.edge(registers.use(register), to);
  }

  private nodeOfType(localType: number): number {
    const type = this.graph.hierarchy.localType(this.file, localType);
    return this.graph.kinds.matters(type) ? this.graph.flow.node(type) : NONE;
  }

  private nodeWith(object: number): number {
    const node = this.graph.flow.node(NONE);
    this.graph.flow.add(node, object);
    return node;
  }

  private makeObject(register: number, localType: number, offset: number): void {
    const cls = this.classOf(localType);
    if (cls < 0) {
      const type = this.graph.hierarchy.localType(this.file, localType);
      registers.define(register, this.graph.newContainer(type));
      return;
    }
    this.initialise(cls, offset);
    const object = this.graph.newObject(cls);
    this.graph.make(object, this.method, offset);
    const node = this.graph.flow.node(this.graph.hierarchy.typeOfClass[cls] as number);
    this.graph.flow.add(node, object);
    registers.define(register, node);
    registers.setExact(node, cls);
  }

  /** An array of arrays is taken to hold itself: what is put into any of its rows can come out of any. */
  private newArray(type: number): number {
    const { graph } = this;
    const node = graph.newContainer(type);
    if (graph.hierarchy.descriptors[type]?.startsWith('[[') ?? false) graph.flow.store(node, node);
    return node;
  }

  private initialise(cls: number, offset: number): void {
    if (cls < 0 || cls === this.ownClass) return;
    for (const method of this.graph.initialisers.of(cls)) {
      this.call(offset, method);
      this.graph.reach(method);
    }
  }

  private readField(object: number, field: number): number {
    if (!this.graph.fields.isOutside(field, this.file)) {
      return this.graph.fields.read(registers.use(object), field, this.file);
    }
    const type = this.graph.fields.typeOf(field, this.file);
    return this.graph.kinds.matters(type) ? this.graph.heldIn(registers.use(object), type) : NONE;
  }

  private writeField(value: number, object: number, field: number): void {
    if (this.graph.fields.isOutside(field, this.file)) this.graph.flow.store(registers.use(object), value);
    else this.graph.fields.write(registers.use(object), field, this.file, value);
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
    if (receiver) nodes[count++] = at < to ? registers.use(data[at++] as number) : NONE;
    for (let i = 0; i < parameters.length; i++) {
      const type = parameters[i] as number;
      const matters = type >= 0 && at < to && (kinds.matters(type) || takesConstants);
      nodes[count++] = matters ? registers.use(data[at] as number) : NONE;
      at += type === WIDE ? 2 : 1;
    }
    return nodes;
  }

  private invoke(kind: number, local: number, from: number, to: number, offset: number, wanted: boolean): number {
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
    if (this.reflected !== undefined) outside = this.givenByReflection(nodes, offset, outside);
    if (this.reflectedFields !== undefined) outside = this.accessedByReflection(nodes, offset, outside);
    if (result < 0) return outside;
    if (outside >= 0) {
      const joined = graph.flow.node(reference.result);
      graph.flow.edge(result, joined);
      graph.flow.edge(outside, joined);
      return joined;
    }
    return result;
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

  /** Whether a call leads nowhere in the build, and to no object that matters. */
  private isIdle(kind: number, reference: Reference, wanted: boolean): boolean {
    const isStatic = kind === InvokeKind.STATIC;
    const leadsIn = reference.overridable && (reference.ownerClass >= 0 || !(isStatic || kind === InvokeKind.DIRECT));
    if (leadsIn || !reference.plain || this.reflected !== undefined || this.reflectedFields !== undefined) return false;
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
    const exact = receiver < 0 ? NONE : registers.exactOf(receiver);
    return exact < 0 ? NONE : hierarchy.lookup(exact, reference.selector);
  }

  private isDispatched(reference: Reference, receiver: number): boolean {
    if (!reference.overridable || (receiver >= 0 && registers.exactOf(receiver) >= 0)) return false;
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

  /** What is made or called by reflection at an offset gives its result, and gets what the array of arguments holds. */
  private givenByReflection(nodes: readonly number[], offset: number, other: number): number {
    const { graph } = this;
    const { hierarchy, flow } = graph;
    const targets = (this.reflected ?? []).filter(([at]) => at === offset);
    if (targets.length === 0) return other;
    const given = flow.node(NONE);
    flow.edge(other, given);
    const array = nodes.at(-1) ?? NONE;
    for (const [, target] of targets) {
      const { parameters, result } = graph.signatureOf(target);
      const isStatic = graph.isStatic(target);
      for (const parameter of isStatic ? parameters : parameters.slice(1)) flow.load(array, parameter);
      const selector = hierarchy.selectorOf(target, hierarchy.fileOfMethod(target));
      if (hierarchy.selectorName(selector) === '<init>') flow.add(given, hierarchy.classOfMethod[target] as number);
      else {
        flow.edge(result, given);
        if (!isStatic && nodes.length === 3) flow.edge(nodes[1] ?? NONE, parameters[0] ?? NONE);
      }
    }
    return given;
  }

  /** `Field.get` gives what the field of the object that it is given holds; `Field.set` puts its second argument there. */
  private accessedByReflection(nodes: readonly number[], offset: number, other: number): number {
    const { fields, flow, hierarchy } = this.graph;
    let given = NONE;
    for (const { offset: at, field, writes } of this.reflectedFields ?? []) {
      if (at !== offset) continue;
      const file = hierarchy.fields.fileOf(field);
      const [, object = NONE, value = NONE] = nodes;
      const shared = fields.of(field, file);
      this.initialise(hierarchy.classOfType[hierarchy.fields.ownerOf(field)] ?? NONE, offset);
      if (writes) {
        fields.write(object, field, file, value);
        if (shared >= 0) flow.edge(value, shared);
        continue;
      }
      if (given < 0) given = flow.node(NONE);
      for (const node of [other, shared, fields.read(object, field, file)]) if (node >= 0) flow.edge(node, given);
    }
    return given < 0 ? other : given;
  }

  private makeLambda(callSite: number, from: number, to: number, offset: number): number {
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
    return this.nodeWith(object);
  }

  /** Nodes of what a lambda is bound to when it is made; a wide value takes two registers. */
  private boundNodes(data: Int32Array, from: number, to: number, receiver: boolean, reference: Reference): number[] {
    const types = receiver ? [reference.owner, ...reference.parameters] : reference.parameters;
    const nodes: number[] = [];
    for (let at = from; at < to && nodes.length < types.length; ) {
      const type = types[nodes.length] as number;
      nodes.push(this.graph.kinds.matters(type) ? registers.use(data[at] as number) : NONE);
      at += type === WIDE ? 2 : 1;
    }
    return nodes;
  }
}
