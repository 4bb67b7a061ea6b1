import { WIDE } from '../graph/program/references.ts';
import { type FlowInstruction, FlowKind } from '../model/flow-code.ts';
import { InvokeKind } from '../model/program.ts';
import { type AccessPaths, CONTENT, WHOLE } from './access-path.ts';
import { parameterAt } from './call-arguments.ts';
import { handOver } from './call-transfer.ts';
import { type Captures, FIRST_CAPTURE } from './captures.ts';
import { before, behind, follows, later } from './code-order.ts';
import type { FlowProgram } from './flow-program.ts';
import { giveBack } from './give-back.ts';
import { giveToReaders, giveToStaticReaders, storeInto } from './heap-stores.ts';
import type { KeyReaders } from './kept-by-key.ts';
import type { Members } from './members.ts';
import type { MethodBody } from './method-body.ts';
import { ANYTHING, type Narrowing, type Narrowings } from './narrowing.ts';
import type { Openers } from './openers.ts';
import { stopsOf } from './stops.ts';
import { type Caller, type Effect, type Holding, type Step, THROWN, Trace } from './trace.ts';
import { MESSAGE } from './transfer-rules.ts';

const NONE = -1;
/** Earlier stores of one value that are looked back at for each holding. */
const MOST_LOOKS = 64;

/** A member that takes what is traced, and the holding with which it does. */
export interface Arrival extends Step {
  kind: string;
  api: string;
  holding: number;
}

/** Follows one value from where it is read to wherever it gets; breadth-first, so that ways are short. */
export class ValueTrace {
  readonly trace = new Trace();
  readonly arrivals: Arrival[] = [];
  private next = 0;

  constructor(
    readonly program: FlowProgram,
    readonly members: Members,
    readonly narrowings: Narrowings,
    readonly openers: Openers,
    readonly paths: AccessPaths,
    readonly captures: Captures,
    readonly keyReaders: KeyReaders,
  ) {}

  /** @returns steps that were taken; as many as were allowed where there is more */
  run(most: number): number {
    const start = this.next;
    while (this.next < this.trace.holdings.length && this.next - start < most) this.spread(this.next++);
    return this.next - start;
  }

  get done(): boolean {
    return this.next >= this.trace.holdings.length;
  }

  /** The context of a method for all who call it with what is known of its parameters. */
  anyway(method: number, narrowing: Narrowing = ANYTHING): number {
    return this.trace.context(method, NONE, WHOLE, narrowing).id;
  }

  body(context: number): MethodBody | null {
    return this.program.body(this.methodOf(context));
  }

  methodOf(context: number): number {
    return this.trace.contexts[context]?.method ?? NONE;
  }

  narrowingOf(context: number): Narrowing {
    return this.trace.contexts[context]?.narrowing ?? ANYTHING;
  }

  /** Those of the methods that a call leads to which it leads to in a context. */
  callsIn(context: number, body: MethodBody, index: number, calls: readonly number[]): readonly number[] {
    return this.narrowings.callsIn(this.methodOf(context), this.narrowingOf(context), body, index, calls);
  }

  /** Notes that a value holds what is traced from behind an instruction on. */
  hold(context: number, value: number, path: number, index: number, parent: number, put = false): void {
    const method = this.methodOf(context);
    this.trace.hold({ context, value, path, moment: behind(index), parent, method, index, put });
  }

  /** Enters a method with what is traced in a parameter. @param at the instruction that leads there */
  enter(
    method: number,
    parameter: number,
    path: number,
    caller: Caller | null,
    parent: number,
    at: Step,
    narrowing: Narrowing = ANYTHING,
  ): void {
    const body = this.program.body(method);
    const value = body === null ? undefined : this.valueOfParameter(body, method, parameter);
    if (body === null || value === undefined) return;
    const { id, fresh } = this.trace.context(method, parameter, path, narrowing);
    const context = this.trace.contexts[id];
    if (context === undefined) return;
    if (fresh) context.entry = this.trace.hold({ context: id, value, path, moment: 0, parent, ...at, put: false });
    if (caller === null) return;
    if (context.callers.some((each) => each.context === caller.context && each.index === caller.index)) return;
    context.callers.push(caller);
    for (const effect of context.effects) giveBack(this, caller, id, effect);
  }

  private valueOfParameter(body: MethodBody, method: number, parameter: number): number | undefined {
    const types = this.program.parametersOf(method);
    let register = 0;
    for (let i = 0; i < parameter; i++) register += types[i] === WIDE ? 2 : 1;
    return parameter < types.length ? body.incoming[register] : undefined;
  }

  giveTo(caller: Caller, from: number, effect: Effect): void {
    giveBack(this, caller, from, effect);
  }

  arrive(holding: number, step: Step, kind: string, api: string): void {
    if (!this.trace.first(`arrival ${step.method}/${step.index}/${api}`)) return;
    this.arrivals.push({ ...step, kind, api, holding });
  }

  /** Whether a path leads to something that is no object of the build, so that whoever takes it takes what is traced. */
  isPlain(path: number): boolean {
    const element = this.paths.element(path);
    return this.paths.isWhole(element) || !this.isOwn(this.paths.head(element));
  }

  /** Whether a step is into a field of the build, or what a lambda is bound to. */
  isOwn(step: number): boolean {
    return step >= 0 && (step >= FIRST_CAPTURE || !this.program.isOutsideField(step));
  }

  private spread(number: number): void {
    const holding = this.trace.holdings[number] as Holding;
    const body = this.body(holding.context);
    if (body === null) return;
    const { value, path, moment, context } = holding;
    const isLater = later(body, moment);
    const stops = stopsOf(this, body, holding);
    const isLeft = stops === null ? isLater : later(body, moment, stops.between, stops.closed);
    for (const join of body.joins[value] ?? []) {
      if (!isLeft(join.index) && before(join.index) + 1 !== moment) continue;
      const definition = body.definitions[join.value];
      if (definition?.kind !== 'join') continue;
      const start = body.graph.starts[definition.block] as number;
      const { method, index } = holding;
      this.trace.hold({
        context,
        value: join.value,
        path,
        moment: before(start),
        parent: number,
        method,
        index,
        put: holding.put,
      });
    }
    let looks = 0;
    for (const use of body.uses[value] ?? []) {
      const instruction = body.code.instructions[use.index] as FlowInstruction;
      const stored = use.position === 0 && (instruction.kind === FlowKind.IPUT || instruction.kind === FlowKind.APUT);
      const after = isLeft(use.index);
      // What is stored already has inside it what gets into it later.
      if (!after && !(stored && moment > 0 && looks++ < MOST_LOOKS && follows(body, behind(use.index), moment >> 1)))
        continue;
      this.use(number, holding, body, instruction, use.index, use.position);
    }
    const definition = body.definitions[value];
    if (definition?.kind === 'parameter' && moment > 0 && body.returns.some(isLeft)) {
      const parameter = parameterAt(this.program, this.methodOf(context), definition.register);
      if (parameter >= 0) this.effect(context, { parameter, path, holding: number });
    }
  }

  /** Whether anyone can read what an instruction puts into a static field before the method puts something else there. */
  private isSeen(body: MethodBody, method: number, field: number, index: number): boolean {
    const { instructions } = body.code;
    const others: number[] = [];
    instructions.forEach(({ kind, id }, at) => {
      if (kind === FlowKind.SPUT && at !== index && this.program.fieldOf(method, id) === field) others.push(at);
    });
    const isLater = later(body, behind(index), others);
    if (others.length === 0 || body.returns.some(isLater)) return true;
    return instructions.some(
      ({ kind, id, offset }, at) =>
        ((kind === FlowKind.SGET && this.program.fieldOf(method, id) === field) ||
          (kind === FlowKind.INVOKE && this.program.targetsAt(method, offset).calls.length > 0)) &&
        isLater(at),
    );
  }

  /** The step into a field: by its name into one of a message, which members of the platform fill too. */
  stepInto(field: number): number {
    if (!this.program.isOutsideField(field)) return field;
    const name = this.program.nameOfField(field);
    return name.startsWith(`${MESSAGE}.`) ? this.paths.key(name) : field;
  }

  /** The step by the key that a call is given first, CONTENT where that is not constant. @param method the one that calls */
  keyAt(method: number, body: MethodBody, index: number): number {
    const isStatic = body.code.instructions[index]?.invoke === InvokeKind.STATIC;
    const key = body.reads[index]?.[isStatic ? 0 : 1] ?? NONE;
    const definition = body.definitions[key];
    if (definition?.kind !== 'instruction') return CONTENT;
    const { kind, id } = body.code.instructions[definition.index] as FlowInstruction;
    if (kind === FlowKind.TEXT) return this.paths.key(this.program.fileOf(method).text(id));
    return kind === FlowKind.NUMBER ? this.paths.key(`#${id}`) : CONTENT;
  }

  effect(context: number, effect: Effect): void {
    const { effects, callers, parameter: entered } = this.trace.contexts[context] as Trace['contexts'][number];
    if (!this.trace.first(`effect ${context}/${effect.parameter}/${effect.path}`)) return;
    effects.push(effect);
    for (const caller of [...callers]) giveBack(this, caller, context, effect);
    if (entered >= 0 && callers.length > 0) return;
    giveToReaders(this, context, effect, entered < 0);
  }

  private use(
    number: number,
    { context, value, path }: Holding,
    body: MethodBody,
    instruction: FlowInstruction,
    index: number,
    position: number,
  ): void {
    const { paths } = this;
    const method = this.methodOf(context);
    const reads = body.reads[index] as readonly number[];
    const result = body.makes[index] as number;
    const at = { method, index };
    switch (instruction.kind) {
      case FlowKind.DERIVE:
        if (paths.isWhole(path)) this.hold(context, result, WHOLE, index, number);
        break;
      case FlowKind.IPUT: {
        if (position !== 0) break;
        const field = this.program.fieldOf(method, instruction.id);
        storeInto(this, context, reads[1] ?? NONE, paths.behind(this.stepInto(field), path), number, index, false);
        break;
      }
      case FlowKind.IGET: {
        const field = this.program.fieldOf(method, instruction.id);
        // What went wrong, or where it runs, is not what an object stands for.
        if (paths.isWhole(path) && this.program.isAside(field)) break;
        this.hold(context, result, paths.after(path, this.stepInto(field)), index, number);
        break;
      }
      case FlowKind.SPUT: {
        const field = this.program.fieldOf(method, instruction.id);
        if (this.isSeen(body, method, field, index)) giveToStaticReaders(this, field, path, number, at);
        break;
      }
      case FlowKind.AGET:
        if (position === 0)
          this.hold(context, result, paths.after(path, this.elementAt(body, reads[1] ?? NONE)), index, number);
        break;
      case FlowKind.APUT:
        if (position === 0) {
          const step = this.elementAt(body, reads[2] ?? NONE);
          storeInto(this, context, reads[1] ?? NONE, paths.behind(step, path), number, index, false);
        }
        break;
      case FlowKind.FILLED:
        this.hold(context, result, paths.behind(CONTENT, path), index, number);
        break;
      case FlowKind.RETURN:
        if (value === reads[0]) {
          const taken = this.isPlain(path) ? this.members.takesReturned(method) : null;
          if (taken !== null) this.arrive(number, at, taken.sink.kind, taken.api);
          this.effect(context, { parameter: NONE, path, holding: number });
        }
        break;
      case FlowKind.THROW:
        this.throwFrom(context, body, index, path, number);
        break;
      case FlowKind.INVOKE:
      case FlowKind.CUSTOM:
        handOver(this, number, body, instruction, index, position);
        break;
    }
  }

  /** Has the handlers around an instruction get an exception, and the callers. */
  throwFrom(context: number, body: MethodBody, index: number, path: number, parent: number): void {
    for (const [start, end, handler] of body.code.handlers) {
      const caught = body.code.instructions[handler]?.kind === FlowKind.CAUGHT;
      if (index >= start && index < end && caught) {
        this.hold(context, body.makes[handler] as number, path, handler, parent);
      }
    }
    this.effect(context, { parameter: THROWN, path, holding: parent });
  }

  /** The step to an element by its number, CONTENT where that is not constant. */
  private elementAt(body: MethodBody, value: number): number {
    const definition = body.definitions[value];
    if (definition?.kind !== 'instruction') return CONTENT;
    const { kind, id } = body.code.instructions[definition.index] as FlowInstruction;
    return kind === FlowKind.NUMBER ? this.paths.key(`#${id}`) : CONTENT;
  }
}
