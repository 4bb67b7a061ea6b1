import type * as t from '@babel/types';
import type { HermesFunction, HermesLiteral } from '../../../formats/hermes/hermes-file.ts';
import type { HermesInstruction } from '../../../formats/hermes/hermes-instructions.ts';
import type { GeneratorState } from './generator-states.ts';
import { type Environment, GLOBAL, type Held, meet, merged, parameterName, slotName, THIS, UNKNOWN } from './held.ts';
import * as make from './node.ts';
import { type Surroundings, ValueBuilder } from './value-builder.ts';

/** What functions of the engine are called, which compiled code calls for spreads and the like. */
const BUILTIN = '%builtin';

/** The parameter of a generator's step that holds what was awaited or what the generator was called with. */
const SENT_PARAMETER = 2;

/** Instructions that only read, so that they can be gone through again. */
const READING =
  /^(?:LoadConst|LoadParam|LoadThisNS|Mov|GetGlobalObject|GetBy(?:Id|Index)|TryGetById|GetParentEnvironment|GetEnvironment|GetClosureEnvironment|LoadFromEnvironment)/;

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

class Translator extends ValueBuilder {
  private registers: (Held | undefined)[] = [];
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

  constructor(
    id: number,
    private readonly header: HermesFunction,
    private readonly closure: Environment | null,
    around: Surroundings,
  ) {
    super(id, around);
  }

  runWhole(instructions: readonly HermesInstruction[]): t.Statement[] {
    if (this.around.file.layout.version >= 98) this.findKeptEnvironments(instructions);
    this.run(instructions);
    return this.statements;
  }

  /** The states one after the other, so that what is awaited in one stands before what is done with it in the next. */
  runStates(states: readonly GeneratorState[]): t.Statement[] {
    for (const { instructions } of states) this.findKeptEnvironments(instructions);
    for (const state of states) {
      this.state = state;
      this.registers = [];
      this.atSwitch = [];
      this.arriving.clear();
      this.run(state.instructions);
    }
    return this.statements;
  }

  private run(instructions: readonly HermesInstruction[]): void {
    const jumps = instructions.filter(({ form }) => /[AD]/.test(form.operands)).length;
    const follow = jumps * Math.min(this.header.frameSize, 1 << 16) <= MAX_MERGES;
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
    if (READING.test(name)) this.step(name, operands);
    else if (definesFirst(name)) this.set(operands[0] ?? 0, UNKNOWN);
  }

  /** A state of a generator can stand before the one that fills the variable, so that these are looked for first. */
  private findKeptEnvironments(instructions: readonly HermesInstruction[]): void {
    for (const { form, operands, offset } of instructions) {
      this.offset = offset;
      const [a = 0, b = 0, c = 0] = operands;
      if (/^Store(?:NP)?ToEnvironment/.test(form.name)) {
        const environment = this.environmentIn(a);
        const kept = this.environmentIn(c);
        if (environment !== null && kept !== null) this.around.keptEnvironments.set(slotName(environment, b), kept);
      } else if (form.name.includes('Environment')) this.environment(form.name.replace(/L$/, ''), operands);
      else if (form.name.startsWith('Mov')) this.set(a, this.held(b));
      else if (definesFirst(form.name) && !form.name.startsWith('Put')) this.set(a, UNKNOWN);
    }
    this.registers = [];
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
      case 'NewObject':
      case 'NewObjectWithParent':
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
        this.emitCall(target, this.held(callee), this.outgoing(fourth), true);
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

  private write(name: string, operands: number[]): void {
    const [a = 0, b = 0, c = 0] = operands;
    const object = this.held(a);
    const { file } = this.around;
    if (name.endsWith('BySlotIdx')) {
      const key = object.kind === 'name' ? object.keys?.[c] : undefined;
      if (key !== undefined) this.writeMember(object, key, this.held(b), true);
    } else if (name.includes('GetterSetter')) {
      this.writeGetter(object, this.held(b), this.held(c));
    } else if (/ById(?:Loose|Strict)?$/.test(name)) {
      this.writeMember(object, file.string(operands.at(-1) as number), this.held(b), /Own/.test(name));
    } else if (/ByIndex$|InDenseArray$/.test(name)) this.writeElement(object, c, this.held(b));
    else {
      const isOwn = name.includes('Own');
      const key = this.held(isOwn ? c : b);
      const value = this.held(isOwn ? b : c);
      if (key.kind === 'constant' && typeof key.value === 'string') this.writeMember(object, key.value, value, isOwn);
      else {
        const left = make.element(this.use(object), this.use(key), this.offset);
        this.statements.push(make.assignment(left, this.use(value), this.offset));
      }
    }
  }

  private writeGetter(object: Held, key: Held, getter: Held): void {
    const { offset } = this;
    const literal = object.kind === 'name' ? object.literal : undefined;
    if (literal?.type === 'ObjectExpression' && key.kind === 'constant' && getter.kind === 'closure') {
      const node = this.around.embed(getter.id, getter.environment);
      if (node !== null) literal.properties.push(make.getter(String(key.value), node, offset));
      return;
    }
    const descriptor = make.object(offset);
    descriptor.properties.push(make.property('get', this.argument(getter), offset));
    const define = make.member(make.identifier('Object', offset), 'defineProperty', offset);
    const args = [this.use(object), this.use(key), descriptor];
    this.statements.push(make.statement(make.call(define, args, offset), offset));
  }

  private writeMember(object: Held, name: string, value: Held, isOwn: boolean): void {
    const { offset } = this;
    if (object.kind === 'global') {
      this.statements.push(make.assignment(make.identifier(name, offset), this.use(value), offset));
    } else if (isOwn && object.kind === 'name' && object.literal?.type === 'ObjectExpression') {
      object.literal.properties.push(make.property(name, this.use(value), offset));
    } else {
      this.statements.push(make.assignment(make.member(this.use(object), name, offset), this.use(value), offset));
    }
  }

  private writeElement(object: Held, index: number, value: Held): void {
    const literal = object.kind === 'name' ? object.literal : undefined;
    if (literal?.type === 'ArrayExpression' && index <= literal.elements.length) {
      literal.elements[index] = this.use(value);
      return;
    }
    const left = make.element(this.use(object), make.constant(index, this.offset), this.offset);
    this.statements.push(make.assignment(left, this.use(value), this.offset));
  }

  private environment(name: string, [a = 0, b = 0, c = 0]: number[]): void {
    const isNew = this.around.file.layout.version >= 98;
    const set = (environment: Environment | null): void => this.set(a, { kind: 'environment', environment });
    const above = (from: Environment | null, steps: number): Environment | null => {
      let environment = from;
      for (let step = 0; step < steps && environment !== null; step++) environment = environment.parent;
      return environment;
    };
    switch (name) {
      case 'CreateFunctionEnvironment':
        set(this.newEnvironment(this.closure, this.id));
        break;
      case 'CreateTopLevelEnvironment':
        set(this.newEnvironment(null, this.id));
        break;
      case 'CreateInnerEnvironment':
        set(this.newEnvironment(this.environmentIn(b), this.id));
        break;
      case 'CreateEnvironment':
        set(this.newEnvironment(isNew ? this.environmentIn(b) : this.closure, this.id));
        break;
      case 'GetParentEnvironment':
        set(above(this.closure, b));
        break;
      case 'GetEnvironment':
        set(isNew ? above(this.environmentIn(b), c) : above(this.closure, b));
        break;
      case 'GetClosureEnvironment': {
        const held = this.held(b);
        set(held.kind === 'closure' ? held.environment : null);
        break;
      }
      case 'LoadFromEnvironment': {
        const environment = this.environmentIn(b);
        const kept = environment === null ? undefined : this.around.keptEnvironments.get(slotName(environment, c));
        if (kept !== undefined) set(kept);
        else this.set(a, environment === null ? UNKNOWN : { kind: 'name', name: slotName(environment, c) });
        break;
      }
      default:
        this.store(this.environmentIn(a), b, this.held(c));
        break;
    }
  }

  private newEnvironment(parent: Environment | null, owner: number): Environment {
    return this.around.environmentAt(this.offset, parent, owner);
  }

  private store(environment: Environment | null, slot: number, value: Held): void {
    if (environment === null || value.kind === 'environment') return;
    const name = slotName(environment, slot);
    const node = this.argument(value);
    if (value.kind === 'closure') value.variable ??= name;
    if (environment.owner === this.id) this.statements.push(make.variable(name, node, this.offset));
    else this.statements.push(make.assignment(make.identifier(name, this.offset), node, this.offset));
  }

  private environmentIn(register: number): Environment | null {
    const held = this.held(register);
    return held.kind === 'environment' ? held.environment : null;
  }

  private create(name: string, operands: number[]): void {
    const [target = 0, second = 0] = operands;
    const environment = this.environmentIn(
      /Class$/.test(name) ? (operands.length === 4 ? (operands[2] as number) : (operands[3] as number)) : second,
    );
    const held: Held = { kind: 'closure', id: operands.at(-1) as number, environment, variable: null };
    if (name !== 'CreateGenerator') {
      this.set(target, held);
      // A class has its prototype beside it.
      if (/Class$/.test(name)) this.set(second, UNKNOWN);
      return;
    }
    // The generator gets what the function that makes it gets.
    this.around.markGenerator(this.id, operands.at(-1) as number);
    const args = this.around.parametersOf(this.id).map((name) => make.identifier(name, this.offset));
    this.emit(target, make.call(this.use(held), args, this.offset));
  }

  private bufferedObject(target: number, operands: number[]): void {
    const { file } = this.around;
    const literal = make.object(this.offset);
    let keys: HermesLiteral[];
    let values: HermesLiteral[];
    if (file.layout.version < 97) {
      const [, , count = 0, keyOffset = 0, valueOffset = 0] = operands;
      keys = file.objectKeys(keyOffset, count);
      values = file.objectValues(valueOffset, count);
    } else {
      // With a parent object, its register stands before the shape.
      const [shapeId = 0, valueOffset = 0] = operands.slice(-2);
      const shape = file.shape(shapeId);
      keys = file.objectKeys(shape.keys, shape.count);
      values = file.objectValues(valueOffset, shape.count);
    }
    for (const [index, key] of keys.entries()) {
      literal.properties.push(make.property(String(key), make.constant(values[index], this.offset), this.offset));
    }
    this.emitLiteral(target, literal, keys.map(String));
  }

  private emit(register: number, node: t.Expression): void {
    this.set(register, { kind: 'name', name: this.declare(node) });
  }

  private emitLiteral(
    register: number,
    literal: t.ObjectExpression | t.ArrayExpression,
    keys?: readonly string[],
  ): void {
    const held: Held = { kind: 'name', name: this.declare(literal), literal };
    this.set(register, keys === undefined ? held : { ...held, keys });
  }

  private setConstant(register: number, value: string | number | boolean | null | undefined): void {
    this.set(register, { kind: 'constant', value });
  }

  private set(register: number, held: Held): void {
    // Registers beyond the frame are of no valid file.
    if (register < this.header.frameSize) this.registers[register] = held;
  }

  private held(register: number): Held {
    return this.registers[register] ?? UNKNOWN;
  }

  private self(): Held {
    return this.id === this.around.globalFunction ? GLOBAL : THIS;
  }
}

function propertyIn({ properties }: t.ObjectExpression, name: string): t.Expression | null {
  const found = properties.findLast(
    (each) => each.type === 'ObjectProperty' && each.key.type === 'Identifier' && each.key.name === name,
  );
  return found?.type === 'ObjectProperty' ? (found.value as t.Expression) : null;
}

/** Whether an instruction that is not followed leaves a result in its first register. */
function definesFirst(name: string): boolean {
  return !/^(?:J|Jmp|Throw|Store|Del$|Debugger|AsyncBreakCheck|Profile|Declare|Switch|UIntSwitch|StringSwitch|IteratorClose|Start|Complete|Save|FastArray(?:Store|Push|Append)|CacheNewObject|Unreachable)/.test(
    name,
  );
}
