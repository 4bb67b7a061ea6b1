import { readU2 } from '../../../formats/dex/little-endian.ts';
import type { Observer } from './explorer.ts';
import { argumentRegisters } from './instructions.ts';
import { constructEnum, ofOwnObject } from './models/enums.ts';
import { callFramework, construct, forgetNumbers } from './models/framework.ts';
import type { FrameworkCall } from './models/framework-call.ts';
import { NAMED_METHODS } from './models/reflection.ts';
import { ownMembers } from './own-members.ts';
import type { MethodCode, MethodReference, Program } from './program.ts';
import { copyState, type Frame, frameFor, type State } from './state.ts';
import {
  ArrayObject,
  Builder,
  type CallSite,
  ClassValue,
  Collection,
  Instance,
  MemberValue,
  typeOf,
  Unknown,
  type Value,
} from './value.ts';

/** Registers of a method beyond which it is not followed; compilers come to a few hundred at most. */
export const MAX_REGISTERS = 1024;
const MAX_DEPTH = 6;
const MAX_RECURSION = 2;
/** Code units of a method beyond which it is only entered where it leads to something that is asked for. */
const MAX_CALLEE = 4096;
const MAX_CONSTRUCTOR = 512;
/** Code units of a method without parameters. */
const MAX_GETTER = 256;

/** Results for which a method is worth following. */
const FOLLOWED_RESULTS: ReadonlySet<string> = new Set([
  'I',
  'C',
  'B',
  'S',
  'J',
  'Ljava/lang/String;',
  'Ljava/lang/CharSequence;',
  'Ljava/lang/Object;',
  'Ljava/lang/StringBuilder;',
  'Ljava/lang/Class;',
  'Ljava/lang/reflect/Method;',
  'Ljava/lang/reflect/Field;',
  'Ljava/util/List;',
  'Ljava/util/Map;',
  'Landroid/net/Uri;',
  'Ljava/io/File;',
]);

/** Members of a field by which it is given an object. */
const FIELD_WRITES = /^set$/;
/** Members of a method, and of a method handle, by which it is called. */
const INVOKES: ReadonlySet<string> = new Set(['invoke', 'invokeExact', 'invokeWithArguments']);
const FIELD_READS = /^get(?:Boolean|Byte|Char|Double|Float|Int|Long|Short)?$/;

/** Carries out the calls on a path. */
export class Calls {
  constructor(
    private readonly program: Program,
    private readonly observer: Observer,
    private readonly charge: (steps: number) => void,
  ) {}

  /**
   * Carries out the invoke instruction at address `pc` of the innermost frame, which stands behind it already.
   * @returns further paths, where the call may mean several methods
   */
  call(state: State, frame: Frame, pc: number, context: number): State[] {
    const { dex } = frame.method;
    const offset = frame.method.insnsOffset + 2 * pc;
    const opcode = dex.bytes[offset] as number;
    frame.result = new Unknown('');
    if (opcode >= 0xfa) {
      if (opcode < 0xfc) this.callHandle(frame, offset, pc);
      return [];
    }
    const reference = this.program.methodReference(dex, readU2(dex.bytes, offset + 2));
    if (reference === null) return [];
    const isStatic = opcode === 0x71 || opcode === 0x77;
    const args = argumentsOf(frame, offset, reference, isStatic);
    const site = { method: frame.method, address: pc };
    this.observer.called(site, args, isStatic);
    const special = opcode === 0x6f || opcode === 0x70 || opcode === 0x75 || opcode === 0x76;
    const targets = this.targetsOf(reference, args, isStatic, special).filter((target) =>
      this.isWorthEntering(state, frame, target, args),
    );
    const [first, ...others] = targets;
    if (first !== undefined) {
      const paths = others.map((target) => {
        const { state: other, cost } = copyState(state);
        this.charge(cost >> 2);
        const caller = other.frames.at(-1) as Frame;
        other.frames.push(frameFor(target, argumentsOf(caller, offset, reference, isStatic), context));
        return other;
      });
      state.frames.push(frameFor(first, args, context));
      return paths;
    }
    this.callOutside(frame, { reference, args, site, charge: this.charge }, isStatic);
    return [];
  }

  /** A method handle is called: what it stands for is called with what it is given. */
  private callHandle(frame: Frame, offset: number, pc: number): void {
    const registers = argumentRegisters(frame.method.dex.bytes, offset);
    const [handle, receiver = 0] = registers.map((register) => frame.registers[register] ?? new Unknown(''));
    if (!(handle instanceof MemberValue)) return;
    const site = { method: frame.method, address: pc };
    const owner = handle.owner ?? typeOf(receiver);
    this.run(site, owner, handle);
    this.observer.reflected(site, handle, receiver, null);
  }

  /** Methods of the program that a call may mean. */
  private targetsOf(
    { owner, name, proto }: MethodReference,
    args: readonly Value[],
    isStatic: boolean,
    special: boolean,
  ): readonly MethodCode[] {
    const self = args[0];
    const exact = !isStatic && !special && self instanceof Instance ? self.type : owner;
    const found = this.program.findMethod(exact, name, proto);
    if (found !== null) return [found];
    return isStatic || special ? [] : this.observer.candidates(owner, name, proto);
  }

  private isWorthEntering(state: State, frame: Frame, target: MethodCode, args: readonly Value[]): boolean {
    if (state.frames.length >= MAX_DEPTH || target.registers > MAX_REGISTERS) return false;
    if (state.frames.filter((other) => other.method === target).length >= MAX_RECURSION) return false;
    if (this.observer.wants(target)) return true;
    if (target.name === '<init>') return target.insnsSize <= MAX_CONSTRUCTOR && args[0] instanceof Instance;
    if (target.insnsSize > MAX_CALLEE || !tellsSomething(target, args)) return false;
    const result = target.proto.slice(target.proto.indexOf(')') + 1);
    if (!result.startsWith('[') && !FOLLOWED_RESULTS.has(result)) return fills(args);
    // Its result is of use only where the next instruction takes it.
    const next = frame.method.dex.bytes[frame.method.insnsOffset + 2 * frame.pc] as number;
    return (next >= 0x0a && next <= 0x0c) || fills(args);
  }

  private callOutside(frame: Frame, call: FrameworkCall, isStatic: boolean): void {
    const { reference, args } = call;
    const self = args[0];
    for (let i = isStatic ? 0 : 1; i < args.length; i++) {
      const arg = args[i];
      if (arg instanceof MemberValue) this.observer.keeps(arg);
    }
    if (!isStatic && reference.name === '<init>') {
      constructEnum(reference.owner, args);
      if (self !== undefined && typeOf(self) === reference.owner) replace(frame, self, construct(call));
      return;
    }
    const own = isStatic ? undefined : ofOwnObject(self, reference.name);
    if (own !== undefined) {
      frame.result = own;
      return;
    }
    const resource = isStatic ? null : this.resourceOf(reference, args);
    if (resource !== null) {
      frame.result = resource;
      return;
    }
    if (reference.name === 'getPackageName' && reference.proto === '()Ljava/lang/String;' && !isStatic) {
      frame.result = this.program.ownPackage ?? new Unknown(reference.returns);
      return;
    }
    if (this.program.classOf(reference.owner) !== null && !this.isInherited(reference)) {
      for (const arg of args) forget(arg);
      frame.result = new Unknown(reference.returns);
      return;
    }
    if (self instanceof MemberValue && this.useMember(frame, call, self)) return;
    if (reference.name === 'getSuperclass' && self instanceof ClassValue) {
      const above = this.program.classOf(self.descriptor)?.superclass ?? null;
      frame.result = above === null ? new Unknown(reference.returns) : new ClassValue(above);
      return;
    }
    if (self instanceof ClassValue && reference.name === 'newInstance') {
      this.run(call.site, self.descriptor, { name: '<init>', parameters: '', among: null });
    }
    frame.result = callFramework(call, isStatic);
    if (frame.result instanceof MemberValue) this.observer.found(frame.result);
    // Looking a class up by its name initialises it, unless it is told not to.
    if (frame.result instanceof ClassValue && reference.name === 'forName' && args[1] !== 0) {
      this.run(call.site, frame.result.descriptor, { name: '<clinit>', parameters: '', among: null });
    }
  }

  /** Whether a class of the program has a member from the platform that does the same wherever it is inherited. */
  private isInherited({ owner, name, proto }: MethodReference): boolean {
    return Object.hasOwn(NAMED_METHODS, name) && this.program.findMethod(owner, name, proto) === null;
  }

  /** The text that a context gives for the number of a resource, null for other calls. */
  private resourceOf({ name, proto }: MethodReference, [, id]: readonly Value[]): string | null {
    if ((name !== 'getString' && name !== 'getText') || !proto.startsWith('(I)') || typeof id !== 'number') return null;
    return this.program.resourceText(id);
  }

  /** Reports the methods of the program that reflection runs. */
  private run(site: CallSite, owner: string, member: Pick<MemberValue, 'name' | 'parameters' | 'among'>): void {
    const methods = ownMembers(this.program, owner, member);
    this.charge(methods.length);
    for (const method of methods) this.observer.ran(site, method);
  }

  private accessField(site: CallSite, { owner, name }: MemberValue, receiver: Value, use: string): void {
    const writes = FIELD_WRITES.test(use);
    const type = owner ?? typeOf(receiver);
    if ((!writes && use !== 'get') || typeof name !== 'string' || this.program.classOf(type) === null) return;
    this.observer.accessed(site, type, name, writes);
  }

  /** Method.invoke, Field.get and the like. @returns false for what does not use the member */
  private useMember(frame: Frame, { reference, args, site, charge }: FrameworkCall, member: MemberValue): boolean {
    const { name } = reference;
    const [, receiver = 0, list] = args;
    if (member.kind === 'field') {
      this.accessField(site, member, receiver, name);
      if (!FIELD_READS.test(name)) return false;
      this.observer.reflected(site, member, receiver, []);
      frame.result = new Unknown(reference.returns);
      return true;
    }
    if (member.kind === 'constructor') {
      if (name !== 'newInstance') return false;
      if (member.owner !== null) this.run(site, member.owner, member);
      frame.result = new Unknown(member.owner ?? reference.returns);
      return true;
    }
    if (!INVOKES.has(name)) return false;
    const owner = member.owner ?? typeOf(receiver);
    this.run(site, owner, member);
    const given = list instanceof ArrayObject ? list.elements : list === 0 ? [] : null;
    this.observer.reflected(site, member, receiver, given);
    frame.result = new Unknown(reference.returns);
    if (member.owner === null || typeof member.name !== 'string' || given === null) return true;
    // A member of the framework that is modelled does by reflection what it does when it is called.
    const called = { owner: member.owner, name: member.name, proto: '', parameters: [], returns: reference.returns };
    const isStatic = receiver === 0;
    const through = { reference: called, args: isStatic ? given : [receiver, ...given], site, charge };
    frame.result = callFramework(through, isStatic);
    if (frame.result instanceof MemberValue) this.observer.found(frame.result);
    return true;
  }
}

/** One value for each parameter, first the receiver. */
function argumentsOf(frame: Frame, offset: number, reference: MethodReference, isStatic: boolean): Value[] {
  const registers = argumentRegisters(frame.method.dex.bytes, offset);
  const args: Value[] = [];
  let position = 0;
  const take = (type: string): void => {
    args.push(frame.registers[registers[position] ?? -1] ?? new Unknown(type));
    position += type === 'J' || type === 'D' ? 2 : 1;
  };
  if (!isStatic) take(reference.owner);
  for (const type of reference.parameters) take(type);
  return args;
}

/** A method that is given nothing known can only return what stands in it. */
function tellsSomething({ static: isStatic, insnsSize }: MethodCode, args: readonly Value[]): boolean {
  const given = isStatic ? args : args.slice(1);
  if (given.length === 0) return insnsSize <= MAX_GETTER || args[0] instanceof Instance;
  return args.some((arg) => !(arg instanceof Unknown));
}

/** Whether a method may be there to fill what it is given. */
function fills(args: readonly Value[]): boolean {
  return args.some((arg) => arg instanceof Builder || arg instanceof Collection || arg instanceof ArrayObject);
}

/** A method of the program that is not followed may have changed what it was given. */
function forget(value: Value): void {
  if (value instanceof Builder) value.text = new Unknown('');
  else if (value instanceof Collection) value.entries = null;
  else if (value instanceof ArrayObject) value.elements = null;
  else forgetNumbers(value);
}

/** Puts what a constructor made in the place of the fresh object. */
function replace(frame: Frame, fresh: Value, made: Value): void {
  if (fresh === made) return;
  for (let i = 0; i < frame.registers.length; i++) if (frame.registers[i] === fresh) frame.registers[i] = made;
}
