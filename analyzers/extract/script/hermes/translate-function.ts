import type * as t from '@babel/types';
import type { HermesFunction } from '../../../formats/hermes/hermes-file.ts';
import type { HermesInstruction } from '../../../formats/hermes/hermes-instructions.ts';
import { BUILTIN, ClosureBuilder } from './closure-builder.ts';
import type { GeneratorState } from './generator-states.ts';
import { type Environment, GLOBAL, type Held, meet, merged, parameterName, THIS, UNKNOWN } from './held.ts';
import { definesFirst, onlyReads } from './instruction-effects.ts';
import * as make from './node.ts';
import { propertyIn } from './object-builder.ts';
import type { Surroundings } from './value-builder.ts';

/** The parameter of a generator's step that holds what was awaited or what the generator was called with. */
const SENT_PARAMETER = 2;

/** Jumps times registers up to which values are followed over jumps. */
const MAX_MERGES = 4_000_000;

/**
 * Turns the instructions of one function into statements that do the same as far as values are concerned: conditions
 * and loops are left out, a register's value is put where it is used.
 * @param code the states of a generator whose function has its steps, or else the instructions
 * @param closure the environment in which the function was created
 */
export function translateFunction(
  id: number,
  header: HermesFunction,
  code: readonly HermesInstruction[] | readonly GeneratorState[],
  closure: Environment | null,
  around: Surroundings,
): t.Statement[] {
  const translator = new Translator(id, header, closure, around);
  return isStates(code) ? translator.runStates(code) : translator.runWhole(code);
}

function isStates(code: readonly HermesInstruction[] | readonly GeneratorState[]): code is readonly GeneratorState[] {
  return code[0] !== undefined && 'next' in code[0];
}

class Translator extends ClosureBuilder {
  private readonly arriving = new Map<number, (Held | undefined)[]>();
  /** What registers held where the last switch began. */
  private atSwitch: (Held | undefined)[] = [];
  private lastReturned: Held = UNKNOWN;
  /** Registers that tell a generator to end, where they were last set, and places that only they lead to. */
  private readonly endings = new Set<number>();
  private readonly endingPlaces = new Set<number>();
  private isEnding = false;
  /** Whether what is returned next is awaited or yielded. */
  private isYielding = false;
  /** Of a generator whose states are told apart: the present one, what each goes on with, and what ran already. */
  private state: GeneratorState | null = null;
  private readonly sent = new Map<string, Held>();
  private readonly ran = new Set<number>();

  runWhole(instructions: readonly HermesInstruction[]): t.Statement[] {
    if (this.around.file.layout.version >= 98) this.findKeptEnvironments(instructions);
    this.run(instructions, this.canFollow([instructions]));
    return this.statements;
  }

  /** The states one after the other, so that what is awaited in one stands before what is done with it in the next. */
  runStates(states: readonly GeneratorState[]): t.Statement[] {
    const follow = this.canFollow(states.map(({ instructions }) => instructions));
    for (const { instructions } of states) this.findKeptEnvironments(instructions);
    for (const state of states) {
      this.state = state;
      this.registers = [];
      this.atSwitch = [];
      this.arriving.clear();
      this.run(state.instructions, follow);
    }
    return this.statements;
  }

  private canFollow(parts: readonly (readonly HermesInstruction[])[]): boolean {
    let jumps = 0;
    for (const part of parts) for (const { form } of part) if (/[AD]/.test(form.operands)) jumps++;
    return jumps * Math.min(this.header.frameSize, 1 << 16) <= MAX_MERGES;
  }

  /** @param follow whether values are followed over jumps */
  private run(instructions: readonly HermesInstruction[], follow: boolean): void {
    let reachable = true;
    for (const instruction of instructions) {
      this.offset = instruction.offset;
      const arriving = this.arriving.get(instruction.offset);
      if (arriving !== undefined) {
        this.isEnding = !reachable && this.endingPlaces.has(instruction.offset);
        this.registers = reachable ? merged(this.registers, arriving) : [...arriving];
        reachable = true;
      } else if (!reachable) {
        // A case of a switch, or a handler of exceptions.
        this.registers = [...this.atSwitch];
        reachable = true;
      }
      const { name, operands } = instruction.form;
      if (this.state !== null && this.ran.has(instruction.offset)) this.repeat(name, instruction.operands);
      else this.step(name, instruction.operands);
      if (/^JmpTrue/.test(name) && this.endings.has(instruction.operands[1] ?? -1)) {
        this.endingPlaces.add(instruction.operands[0] as number);
        this.endings.clear();
      }
      const jump = follow ? operands.search(/[AD]/) : -1;
      const target = jump < 0 ? -1 : (instruction.operands[jump] as number);
      if (target > instruction.offset) {
        const known = this.arriving.get(target);
        this.arriving.set(target, known === undefined ? [...this.registers] : merged(known, this.registers));
      }
      if (name.includes('Switch')) this.atSwitch = [...this.registers];
      if (/^(?:Ret|Throw|Jmp|JmpLong)$/.test(name)) reachable = false;
    }
    if (this.state !== null) for (const { offset } of instructions) this.ran.add(offset);
  }

  /** An instruction that stands in the program already, as code that several states share: what it puts into registers. */
  private repeat(name: string, operands: number[]): void {
    if (onlyReads(name)) this.step(name, operands);
    else if (definesFirst(name)) this.set(operands[0] ?? 0, UNKNOWN);
  }

  private step(name: string, operands: number[]): void {
    const [a = 0, b = 0, c = 0, d = 0] = operands;
    const plain = name.replace(/(?:Long|LongIndex|Short|L)$/, '');
    switch (plain) {
      case 'Mov':
      case 'ToNumber':
      case 'ToNumeric':
      case 'ToPropertyKey':
      case 'ThrowIfEmpty':
        this.set(a, this.held(b));
        break;
      case 'GetBuiltinClosure':
        this.set(a, { kind: 'name', name: BUILTIN });
        break;
      case 'LoadParam':
        if (this.state !== null)
          this.set(a, b === SENT_PARAMETER ? (this.sent.get(this.state.key) ?? UNKNOWN) : UNKNOWN);
        else this.set(a, b === 0 ? this.self() : { kind: 'name', name: parameterName(this.id, b - 1) });
        break;
      case 'LoadThisNS':
      case 'CoerceThisNS':
        this.set(a, this.self());
        break;
      case 'GetGlobalObject':
        this.set(a, GLOBAL);
        break;
      case 'LoadConstString':
        this.setConstant(a, this.around.file.string(b));
        break;
      case 'LoadConstUInt8':
      case 'LoadConstInt':
      case 'LoadConstDouble':
        this.setConstant(a, b);
        break;
      case 'LoadConstZero':
        this.setConstant(a, 0);
        break;
      case 'LoadConstTrue':
        this.setConstant(a, true);
        break;
      case 'LoadConstFalse':
        this.setConstant(a, false);
        break;
      case 'LoadConstNull':
        this.setConstant(a, null);
        break;
      case 'LoadConstUndefined':
        this.setConstant(a, undefined);
        break;
      case 'GetById':
      case 'TryGetById':
      case 'GetByIdWithReceiver':
        this.set(a, this.member(this.held(b), this.around.file.string(operands.at(-1) as number)));
        break;
      case 'GetByVal':
        this.set(a, this.member(this.held(b), this.held(c)));
        break;
      case 'GetByIndex':
        this.set(a, this.member(this.held(b), { kind: 'constant', value: c }));
        break;
      case 'Add':
      case 'AddS':
        this.emit(a, make.sum(this.use(this.held(b)), this.use(this.held(c)), this.offset));
        break;
      case 'TypeOf':
        this.emit(a, make.unary('typeof', this.use(this.held(b)), this.offset));
        break;
      case 'ReifyArguments':
      case 'ReifyArgumentsLoose':
      case 'ReifyArgumentsStrict':
        this.set(a, { kind: 'name', name: 'arguments' });
        break;
      case 'SelectObject':
        this.set(a, this.held(c));
        break;
      case 'SaveGenerator':
        this.isYielding = true;
        break;
      case 'Ret':
        if (this.state !== null) {
          this.leaveState(this.state, this.held(a));
          return;
        }
        if (this.isYielding) {
          this.isYielding = false;
          this.lastReturned = this.held(a);
          this.statements.push(make.statement(this.use(this.held(a)), this.offset));
          return;
        }
        // A generator that is told to end gives back what it is told; nobody does with asynchronous functions.
        if (!this.isEnding) this.statements.push(make.returned(this.use(this.held(a)), this.offset));
        return;
      case 'ResumeGenerator':
        // What is awaited or yielded is given back before.
        this.set(a, this.lastReturned);
        this.endings.add(b);
        break;
      case 'NewObjectWithParent':
      case 'NewObjectWithBufferAndParent':
        this.objectWithParent(a, this.held(b));
        break;
      case 'GetNewTarget':
        this.set(a, { kind: 'new-target' });
        break;
      case 'CreateThisForSuper':
        this.set(a, this.held(c).kind === 'new-target' ? THIS : UNKNOWN);
        break;
      case 'LoadParentNoTraps':
        this.set(a, this.parentOf(this.held(b)));
        break;
      case 'DeclareGlobalVar':
        this.statements.push(make.variable(this.around.file.string(a), null, this.offset));
        break;
      case 'CreatePrivateName':
        this.set(a, { kind: 'private-name', name: this.around.file.string(b) });
        break;
      case 'AddOwnPrivateBySym':
      case 'GetOwnPrivateBySym':
      case 'PutOwnPrivateBySym':
        this.privateMember(plain, operands);
        break;
      case 'NewObject':
        this.emitLiteral(a, make.object(this.offset), []);
        break;
      case 'NewObjectWithBuffer':
        this.bufferedObject(a, operands);
        break;
      case 'NewArray':
      case 'NewFastArray':
        this.emitLiteral(a, make.array([], this.offset));
        break;
      case 'NewArrayWithBuffer': {
        const values = this.around.file.arrayLiterals(d, c);
        this.emitLiteral(
          a,
          make.array(
            values.map((value) => make.constant(value, this.offset)),
            this.offset,
          ),
        );
        break;
      }
      default:
        if (/^(?:Call|Construct)/.test(plain)) this.call(plain, operands);
        else if (/^(?:Put|TryPut|DefineOwn)/.test(plain)) this.write(plain, operands);
        else if (/Environment/.test(plain)) this.environment(plain, operands);
        else if (/^Create(?:Async|Generator)?Closure$|^Create(?:Base|Derived)Class$|^CreateGenerator$/.test(plain)) {
          this.create(plain, operands);
        } else if (definesFirst(name)) this.set(a, UNKNOWN);
    }
  }

  /** A step gives back `{ value, done }`: what is awaited or yielded, or at the end what is returned. */
  private leaveState({ next }: GeneratorState, result: Held): void {
    const { offset } = this;
    const literal = result.kind === 'name' && result.literal?.type === 'ObjectExpression' ? result.literal : null;
    const value = literal === null ? null : propertyIn(literal, 'value');
    const done = literal === null ? null : propertyIn(literal, 'done');
    const key = next.get(offset);
    if (literal === null || done?.type !== 'BooleanLiteral') {
      this.statements.push(make.statement(this.use(result), offset));
      return;
    }
    literal.properties = [];
    const node = value ?? make.constant(undefined, offset);
    if (done.value) this.statements.push(make.returned(node, offset));
    else if (key !== undefined) {
      const held: Held = { kind: 'name', name: this.declare(node) };
      this.sent.set(key, meet(this.sent.get(key), held) ?? held);
    }
  }

  private call(name: string, operands: number[]): void {
    const [target = 0, callee = 0, third = 0, fourth = 0] = operands;
    const fixed = /^Call([1-4])$/.exec(name)?.[1];
    if (fixed !== undefined) {
      const args = operands.slice(3).map((register) => this.held(register));
      this.emitCall(target, this.held(callee), args, false);
      return;
    }
    switch (name) {
      case 'Call':
        this.emitCall(target, this.held(callee), this.outgoing(third), false);
        break;
      case 'Construct':
        this.emitCall(target, this.held(callee), this.outgoing(third), true);
        break;
      case 'CallWithNewTarget':
        this.callParent(target, this.held(callee), this.held(third), this.outgoing(fourth));
        break;
      case 'CallRequire':
        this.emitCall(target, this.held(callee), [{ kind: 'constant', value: third }], false);
        break;
      case 'CallDirect':
        this.emitCall(target, UNKNOWN, this.outgoing(callee), false);
        break;
      case 'CallBuiltin':
        this.emitCall(target, { kind: 'name', name: BUILTIN }, this.outgoing(third), false);
        break;
      default:
        this.set(target, UNKNOWN);
        break;
    }
  }

  /** Arguments that lie at the end of the frame, before what the callee's frame begins with; `this` comes first. */
  private outgoing(count: number): Held[] {
    const extra = this.around.file.layout.version < 98 ? 7 : 8;
    const args: Held[] = [];
    for (let index = 1; index < Math.min(count, 256); index++) {
      args.push(this.held(this.header.frameSize - extra - index));
    }
    return args;
  }

  /** `super(...)`, in a constructor or where the compiler put one in place of its call. */
  private callParent(target: number, parent: Held, made: Held, args: Held[]): void {
    const { offset } = this;
    if (made.kind === 'new-target') this.set(target, THIS);
    else this.emit(target, make.construction(this.use(made), [], offset));
    const given = [this.held(target), ...args].map((argument) => this.argument(argument));
    this.statements.push(
      make.statement(make.call(make.member(this.use(parent), 'call', offset), given, offset), offset),
    );
  }

  private emitCall(target: number, callee: Held, args: Held[], isNew: boolean): void {
    const [started, self, passed] = args;
    if (callee.kind === 'name' && callee.name === BUILTIN && started?.kind === 'closure' && passed !== undefined) {
      // An asynchronous function that is not compiled away before: as the helper of Babel would be called for it.
      const { offset } = this;
      const helper = make.call(this.use(callee), [this.argument(started)], offset);
      const given = [this.use(self ?? UNKNOWN), this.use(passed)];
      this.emit(target, make.call(make.member(helper, 'apply', offset), given, offset));
      return;
    }
    const calleeNode = this.use(callee);
    const nodes = args.map((argument) => this.argument(argument));
    const { offset } = this;
    this.emit(target, isNew ? make.construction(calleeNode, nodes, offset) : make.call(calleeNode, nodes, offset));
  }

  private self(): Held {
    return this.id === this.around.globalFunction ? GLOBAL : THIS;
  }
}
