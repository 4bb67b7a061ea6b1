import { Access, CodeEvent, type ProgramFile } from '../../model/program.ts';
import { WIDE } from '../program/references.ts';
import type { CallGraph, Signature } from './call-graph.ts';
import { startGiven } from './outside-call.ts';
import { RegisterNodes } from './register-nodes.ts';
import { CallScan } from './scan-call.ts';

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
  private readonly fieldBase: number;
  private readonly signature: Signature;
  private readonly method: number;
  private readonly calls: CallScan;

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
    this.fieldBase = hierarchy.fieldBase[file] as number;
    this.signature = graph.signatureOf(context);
    this.calls = new CallScan(graph, registers, context, file, first);
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
          result = this.calls.invoke(a, b, at + 5, next, offset, wanted);
          break;
        }
        case CodeEvent.CUSTOM:
          result = this.calls.makeLambda(a, at + 4, at + (data[at + 1] as number), offset);
          break;
        case CodeEvent.IGET:
          registers.define(a, this.readField(b, this.fieldBase + (data[at + 5] as number)));
          break;
        case CodeEvent.IPUT:
          this.writeField(registers.use(a), b, this.fieldBase + (data[at + 5] as number));
          break;
        case CodeEvent.SGET:
          this.calls.initialise(this.classOf(this.program.fieldClasses[b] as number), offset);
          if (a >= 0) registers.define(a, graph.fields.of(this.fieldBase + b, this.file));
          break;
        case CodeEvent.SPUT:
          this.calls.initialise(this.classOf(this.program.fieldClasses[b] as number), offset);
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
    return this.graph.flow.holding(objects.constantOf(cls));
  }

  /** Node of the constant of a class that is not of the build, -1 where it means nothing. */
  private outsideConstant(localType: number, offset: number): number {
    const { graph } = this;
    const type = graph.hierarchy.localType(this.file, localType);
    if (graph.members.marksGiven(type)) graph.arrivals.runAnnotated(this.method, offset);
    return graph.providers.has(type) ? this.graph.flow.holding(graph.objects.constantOfOutside(type)) : NONE;
  }

  private flow(register: number, to: number): void {
    if (to >= 0) this.graph.flow.edge(registers.use(register), to);
  }

  private nodeOfType(localType: number): number {
    const type = this.graph.hierarchy.localType(this.file, localType);
    return this.graph.kinds.matters(type) ? this.graph.flow.node(type) : NONE;
  }

  private makeObject(register: number, localType: number, offset: number): void {
    const cls = this.classOf(localType);
    if (cls < 0) {
      const type = this.graph.hierarchy.localType(this.file, localType);
      registers.define(register, this.graph.newContainer(type));
      return;
    }
    this.calls.initialise(cls, offset);
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
}
