import { javaType } from '../../../formats/dex/descriptor.ts';
import { DexError } from '../../../formats/dex/dex-error.ts';
import { readS4, readU2 } from '../../../formats/dex/little-endian.ts';
import { OPCODE_UNITS } from '../../../formats/dex/opcodes.ts';

import { holds } from './arithmetic.ts';
import { Calls, MAX_REGISTERS } from './calls.ts';
import { execute } from './instructions.ts';
import { addressOf } from './models/provider-addresses.ts';
import { PathChoices } from './path-choices.ts';
import type { FieldReference, MethodCode, Program } from './program.ts';
import { copyState, type Frame, frameFor, type State } from './state.ts';
import type { StaticInitialisers } from './static-initialisers.ts';
import { switchCases } from './switch-cases.ts';
import {
  AnnotationTest,
  ArrayObject,
  type CallSite,
  ClassValue,
  Copier,
  Instance,
  MemberValue,
  NameTest,
  TextObject,
  UNKNOWN,
  Unknown,
  type Value,
} from './value.ts';

/** Types of static fields whose values are of use: texts, numbers, arrays, collections. */
const URI = 'Landroid/net/Uri;';
const INITIALISED =
  /^(?:[BCSIJ[]|Ljava\/lang\/(?:String|CharSequence|Object|Class);|Ljava\/util\/|Landroid\/net\/Uri;)/;
/** What stands in the field TYPE of the classes of boxes. */
const PRIMITIVES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Boolean: 'Z',
    Byte: 'B',
    Character: 'C',
    Short: 'S',
    Integer: 'I',
    Long: 'J',
    Float: 'F',
    Double: 'D',
    Void: 'V',
  }).map(([name, descriptor]) => [`Ljava/lang/${name};`, descriptor]),
);
const TYPE_FIELD = '.TYPE:Ljava/lang/Class;';
/** Paths that wait to be followed. */
const MAX_PENDING = 256;

/** What is reported while paths are followed, and what is asked. */
export interface Observer {
  /** A call is about to happen. `args` has the receiver first where there is one. */
  called(site: CallSite, args: readonly Value[], isStatic: boolean): void;
  /** A member was looked up by reflection. */
  found(member: MemberValue): void;
  /** One of all members of a class goes where it is not followed: into a field, a list, or back to who called. */
  keeps(member: MemberValue): void;
  /** A member that was looked up is called or read. `args` are those that it is given. */
  reflected(site: CallSite, member: MemberValue, receiver: Value, args: readonly Value[] | null): void;
  /** A method of the program is run by reflection. */
  ran(site: CallSite, method: MethodCode): void;
  /** A field of a class of the program is read or written by reflection. @param owner descriptor of the class that was asked for it */
  accessed(site: CallSite, owner: string, name: string, writes: boolean): void;
  fieldWritten(field: FieldReference, value: Value): void;
  /** Whether a call leads to something that is asked for. */
  wants(method: MethodCode): boolean;
  /** Wanted methods that a call of an abstract method may mean. */
  candidates(owner: string, name: string, proto: string): readonly MethodCode[];
  /** What other methods were seen to put into a field. */
  fieldValues(field: FieldReference): readonly Value[];
}

/** Steps that are left for all explorations together. */
export interface StepBudget {
  left: number;
}

/**
 * Follows the paths through a method with what is known of its values: branches that are decided one way, others both
 * ways, within limits; calls within the program where their result or their inside matters.
 */
export class Explorer {
  private steps = 0;
  private pending: State[] = [];
  private choices = new PathChoices();
  private way: Uint8Array | null = null;
  private readonly calls: Calls;

  constructor(
    readonly program: Program,
    readonly observer: Observer,
    private readonly initialisers: StaticInitialisers,
    private readonly budget: StepBudget,
  ) {
    this.calls = new Calls(program, observer, (steps) => this.charge(steps));
  }

  /**
   * @param way by address: 1 where it is worth going on, null for everywhere, see `wayTo`
   * @returns what static fields hold at the end of the first path that ends
   */
  explore(method: MethodCode, way: Uint8Array | null, limit: number): ReadonlyMap<string, Value> | null {
    if (method.registers > MAX_REGISTERS) return null;
    this.steps = Math.min(limit, this.budget.left);
    this.budget.left -= this.steps;
    this.choices = new PathChoices();
    this.way = way;
    const args = method.parameters.map((type) => new Unknown(type, { kind: 'parameter', method, direct: true }));
    this.pending = [{ frames: [frameFor(method, args, 0)], statics: new Map() }];
    let finished: State | null = null;
    for (let state = this.pending.pop(); state !== undefined && this.steps > 0; state = this.pending.pop()) {
      if (this.follow(state)) finished ??= state;
    }
    this.pending = [];
    this.budget.left += Math.max(0, this.steps);
    return finished?.statics ?? null;
  }

  private charge(steps: number): void {
    this.steps -= steps;
  }

  /** @returns true when the path comes to the end of the explored method */
  private follow(state: State): boolean {
    try {
      while (this.steps > 0) {
        this.steps--;
        const frame = state.frames.at(-1);
        if (frame === undefined) return true;
        if (this.way !== null && state.frames.length === 1 && this.way[frame.pc] !== 1) return false;
        if (!this.step(state, frame)) return false;
      }
    } catch (error) {
      if (!(error instanceof DexError)) throw error;
    }
    return false;
  }

  /** @returns false when the path ends here */
  private step(state: State, frame: Frame): boolean {
    const { method, pc } = frame;
    if (pc < 0 || pc >= method.insnsSize) return false;
    const { bytes } = method.dex;
    const offset = method.insnsOffset + 2 * pc;
    const opcode = bytes[offset] as number;
    const units = OPCODE_UNITS[opcode] as number;
    if (units === 0 || pc + units > method.insnsSize) return false;
    const second = bytes[offset + 1] as number;
    if (opcode === 0x00 && second !== 0) return false;
    if (method.tryCount > 0) this.forkToHandlers(state, frame);
    frame.pc = pc + units;
    if (isPlain(opcode)) {
      this.steps -= execute(frame, offset);
      return true;
    }
    if (opcode >= 0x0e && opcode <= 0x11) {
      state.frames.pop();
      const caller = state.frames.at(-1);
      const given = opcode === 0x0e ? 0 : (frame.registers[second] ?? 0);
      if (caller !== undefined) caller.result = given;
      else if (given instanceof MemberValue) this.observer.keeps(given);
      return true;
    }
    if (opcode === 0x27) return false;
    if (opcode >= 0x28 && opcode <= 0x2a) {
      if (opcode === 0x28) frame.pc = pc + ((second << 24) >> 24);
      else frame.pc = pc + (opcode === 0x29 ? (readU2(bytes, offset + 2) << 16) >> 16 : readS4(bytes, offset + 2));
      return true;
    }
    if (opcode === 0x2b || opcode === 0x2c) {
      const cases = switchCases(bytes, offset + 2 * readS4(bytes, offset + 2), method.insnsSize);
      this.steps -= cases.targets.length >> 3;
      const value = frame.registers[second];
      const next = pc + units;
      if (typeof value !== 'number') return this.fork(state, frame, pc, [next, ...cases.targets.map((to) => pc + to)]);
      const position = cases.keys.indexOf(value);
      frame.pc = position < 0 ? next : pc + (cases.targets[position] as number);
      return true;
    }
    if (opcode >= 0x32 && opcode <= 0x3d) {
      const target = pc + ((readU2(bytes, offset + 2) << 16) >> 16);
      const zero = opcode >= 0x38;
      const left = frame.registers[zero ? second : second & 0x0f] ?? 0;
      const right = zero ? 0 : (frame.registers[second >> 4] ?? 0);
      const answer = holds((opcode - 0x32) % 6, left, right);
      if (answer === null) {
        const register = zero ? second : -1;
        const equal = opcode === 0x38 ? target : opcode === 0x39 ? pc + units : -1;
        return this.fork(state, frame, pc, [pc + units, target], (path, to) => learn(path, register, to === equal));
      }
      if (answer) frame.pc = target;
      return true;
    }
    if (opcode >= 0x52 && opcode <= 0x6d) {
      this.accessField(state, frame, offset);
      return true;
    }
    if ((opcode >= 0x6e && opcode <= 0x78) || (opcode >= 0xfa && opcode <= 0xfd)) {
      const context = this.choices.contextOf(frame.context, method.id, pc);
      const entered = this.calls.call(state, frame, pc, context);
      for (const other of entered) this.wait(other);
      return true;
    }
    this.steps -= execute(frame, offset);
    return true;
  }

  /** Goes on at one of several addresses and leaves the others for later. */
  private fork(
    state: State,
    frame: Frame,
    from: number,
    targets: readonly number[],
    learn: (path: State, target: number) => void = () => undefined,
  ): boolean {
    const fresh = targets.filter((to) => this.choices.take(frame.context, from, to));
    const first = fresh.shift();
    if (first === undefined) {
      frame.pc = this.choices.wayOut(frame.context, from, targets);
      learn(state, frame.pc);
      return frame.pc >= 0;
    }
    for (const target of fresh) {
      const other = this.copy(state);
      (other.frames.at(-1) as Frame).pc = target;
      learn(other, target);
      this.wait(other);
    }
    frame.pc = first;
    learn(state, first);
    return true;
  }

  /** Before the first instruction of a guarded range that is met: its handlers run with what is known by then. */
  private forkToHandlers(state: State, frame: Frame): void {
    const handlers = this.program.handlersOf(frame.method);
    this.steps -= handlers.length >> 5;
    for (let i = 0; i + 2 < handlers.length; i += 3) {
      const start = handlers[i] as number;
      const inside = frame.pc >= start && frame.pc < (handlers[i + 1] as number);
      const handler = handlers[i + 2] as number;
      if (!inside || !this.choices.take(frame.context, start, handler, 1)) continue;
      const other = this.copy(state);
      (other.frames.at(-1) as Frame).pc = handler;
      // Behind the paths that run through: what a handler does is mostly to give up.
      if (this.pending.length < MAX_PENDING) this.pending.unshift(other);
    }
  }

  private copy(state: State): State {
    const { state: other, cost } = copyState(state);
    this.steps -= cost >> 2;
    return other;
  }

  private wait(state: State): void {
    if (this.pending.length < MAX_PENDING) this.pending.push(state);
  }

  private accessField(state: State, frame: Frame, offset: number): void {
    const { dex } = frame.method;
    const { bytes } = dex;
    const opcode = bytes[offset] as number;
    const field = this.program.fieldReference(dex, readU2(bytes, offset + 2));
    const isStatic = opcode >= 0x60;
    const isWrite = opcode >= (isStatic ? 0x67 : 0x59);
    const second = bytes[offset + 1] as number;
    const register = isStatic ? second : second & 0x0f;
    const object = isStatic ? null : (frame.registers[second >> 4] ?? 0);
    if (field === null) {
      if (!isWrite) frame.registers[register] = new Unknown('');
      return;
    }
    if (isWrite) {
      const value = frame.registers[register] ?? 0;
      if (object === null) state.statics.set(field.key, value);
      else if (object instanceof Instance) object.fields.set(field.key, value);
      this.observer.fieldWritten(field, value);
      if (value instanceof MemberValue) this.observer.keeps(value);
      return;
    }
    const here = object === null ? state.statics.get(field.key) : this.fieldOf(object, field);
    frame.registers[register] = here ?? this.valueElsewhere(state, register, field, object);
  }

  private fieldOf(object: Value, field: FieldReference): Value | undefined {
    return object instanceof Instance ? object.fields.get(field.key) : undefined;
  }

  /** Whether a static field holds an object of a class of the program that keeps something: a constant of an enum, say. */
  private isConstant({ type, final }: FieldReference): boolean {
    const info = final ? this.program.classOf(type) : null;
    return info !== null && (info.superclass === 'Ljava/lang/Enum;' || info.fields.size > 0);
  }

  /** What a field holds that this path has not written; several values make several paths. */
  private valueElsewhere(state: State, register: number, field: FieldReference, object: Value | null): Value {
    if (field.declaredBy === null) {
      const primitive = field.key === `${field.owner}${TYPE_FIELD}` ? PRIMITIVES.get(field.owner) : undefined;
      if (primitive !== undefined) return new ClassValue(primitive);
      // A constant of the platform is none of the texts that stand nearby; what it is shows where it is read.
      return object === null && field.type === URI
        ? new TextObject(URI, `${javaType(field.owner)}${field.key.slice(field.owner.length)}`)
        : new Unknown(field.type);
    }
    const initial =
      object === null && (INITIALISED.test(field.type) || this.isConstant(field))
        ? this.initialisers.valueOf(field)
        : undefined;
    const known = this.observer.fieldValues(field);
    const values = initial === undefined ? known : [initial, ...known.filter((value) => value !== initial)];
    const copier = new Copier(asKept);
    const [first, ...others] = values.map((value) => copier.copy(value));
    this.steps -= copier.cost >> 2;
    if (first === undefined) return new Unknown(field.type, { kind: 'field', key: field.key });
    for (const value of others) {
      const other = this.copy(state);
      const { registers } = other.frames.at(-1) as Frame;
      registers[register] = value;
      if (object === null) other.statics.set(field.key, value);
      this.wait(other);
    }
    // Arrays and builders keep their identity on this path.
    if (object === null) state.statics.set(field.key, first);
    else if (object instanceof Instance && first instanceof ArrayObject) object.fields.set(field.key, first);
    return first;
  }
}

/** An address of the platform that was put into a field is told where that is used: there it is the address itself. */
function asKept(value: Value): Value {
  if (!(value instanceof TextObject) || value.type !== URI) return value;
  const { text } = value;
  const address = addressOf(typeof text === 'string' ? text : text.prefix);
  if (address === null) return value;
  return new TextObject(URI, typeof text === 'string' ? address : new Unknown(text.type, text.from, address));
}

/** Moves, constants, arrays and arithmetic, which neither leave the method nor the order of its instructions. */
function isPlain(opcode: number): boolean {
  return (
    opcode < 0x0e ||
    (opcode >= 0x12 && opcode <= 0x26) ||
    (opcode >= 0x44 && opcode <= 0x51) ||
    (opcode >= 0x7b && opcode <= 0xe2)
  );
}

/**
 * Behind a test against zero it is known how it came out: a value that is equal is zero, a boolean that is not is one.
 * The same holds wherever else the path holds the same value, so that a second test goes the same way.
 */
function learn({ frames }: State, register: number, equal: boolean): void {
  const tested = register < 0 ? undefined : frames.at(-1)?.registers[register];
  if (tested instanceof NameTest || tested instanceof AnnotationTest) {
    if (!equal) nameMember(frames, tested);
  }
  if (!(tested instanceof Unknown) || tested === UNKNOWN || (!equal && tested.type !== 'Z')) return;
  for (const { registers } of frames) {
    for (let i = 0; i < registers.length; i++) if (registers[i] === tested) registers[i] = equal ? 0 : 1;
  }
}

/** From here on a member that may have been any is one of the name that it was found to have, or of those with an annotation. */
function nameMember(frames: readonly Frame[], test: NameTest | AnnotationTest): void {
  const { member } = test;
  const name = test instanceof NameTest ? test.name : member.name;
  const among = test instanceof NameTest ? member.among : 'annotated';
  const named = new MemberValue(member.kind, member.owner, name, member.site, member.parameters, among);
  for (const { registers } of frames) {
    for (let i = 0; i < registers.length; i++) if (registers[i] === member) registers[i] = named;
  }
}
