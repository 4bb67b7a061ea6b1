import { WIDE } from '../graph/program/references.ts';
import { type FlowInstruction, FlowKind } from '../model/flow-code.ts';
import { Access, InvokeKind } from '../model/program.ts';
import { argumentOf, isLambdaCall, parameterAt } from './call-arguments.ts';
import type { FlowProgram } from './flow-program.ts';
import type { Members } from './members.ts';
import type { MethodBody } from './method-body.ts';

const NONE = -1;
/** Descriptors of the platform's types, which are not below those of a build or of its libraries. */
const PLATFORM = /^L(?:java|android|dalvik)\//;
/** Classes, not interfaces, of the platform that hold data: an object of two of them is of none. */
const DATA =
  /^(?:java\.lang\.(?:String|Boolean|Character|Byte|Short|Integer|Long|Float|Double)|java\.util\.(?:Date|UUID|Locale|\w*(?:ArrayList|LinkedList|Vector|Stack|HashMap|TreeMap|HashSet|TreeSet))|java\.io\.File|java\.net\.(?:URL|URI)|org\.json\.JSON(?:Object|Array)|android\.os\.(?:Bundle|Message)|android\.net\.(?:Uri|NetworkInfo|wifi\.(?:WifiInfo|ScanResult))|android\.location\.(?:Location|Address)|android\.content\.(?:ClipData|Intent|ContentValues|ComponentName|pm\.(?:PackageInfo|ApplicationInfo|ResolveInfo))|android\.graphics\.Bitmap|android\.accounts\.Account|android\.bluetooth\.BluetoothDevice|android\.telephony\.(?:SubscriptionInfo|SignalStrength|CellLocation))$/;
const NO_PARAMETERS: readonly number[] = [];

/** What an object is known to be: `made` is of this class itself, `below` of it or of one below it, `lambda` runs this method. */
interface Kind {
  how: 'made' | 'below' | 'lambda';
  /** Type, or method of a lambda. */
  of: number;
}

/**
 * What is known of the objects in the parameters of a method, by position, while it runs for one caller: what a method that
 * several share does for one of them is not what it does for another.
 */
export type Narrowing = ReadonlyMap<number, Kind>;

export const ANYTHING: Narrowing = new Map();

/** One text for the same narrowing. */
export function nameOfNarrowing(narrowing: Narrowing): string {
  let name = '';
  for (const [position, { how, of }] of narrowing) name += `;${position}${how}${of}`;
  return name;
}

/** Works out which objects calls can be made on, and by whom, for one caller at a time. */
export class Narrowings {
  private readonly decisive = new Map<number, readonly number[]>();
  private readonly related = new Map<string, boolean>();

  constructor(
    private readonly program: FlowProgram,
    private readonly members: Members,
  ) {}

  /** Those of the methods that a call leads to which it leads to with what is known. @param method the one that calls */
  callsIn(
    method: number,
    narrowing: Narrowing,
    body: MethodBody,
    index: number,
    calls: readonly number[],
  ): readonly number[] {
    if (calls.length < 2 || !isDispatched(body.code.instructions[index] as FlowInstruction)) return calls;
    const kind = this.kindOf(method, narrowing, body, body.reads[index]?.[0] ?? NONE);
    const fitting = kind === null ? calls : calls.filter((target) => this.runs(kind, target));
    return fitting.length > 0 ? fitting : calls;
  }

  /** What a call tells of the parameters on which it depends what the called method does. */
  into(method: number, narrowing: Narrowing, body: MethodBody, index: number, target: number): Narrowing {
    const positions = this.decisiveParameters(target);
    if (positions.length === 0) return ANYTHING;
    const instruction = body.code.instructions[index] as FlowInstruction;
    const member = this.members.of(method, instruction.id);
    if (isLambdaCall(this.program, member, target)) return ANYTHING;
    const known = new Map<number, Kind>();
    for (const position of positions) {
      const kind = this.kindOf(method, narrowing, body, argumentOf(body, instruction, index, member, position));
      if (kind !== null) known.set(position, kind);
    }
    return known.size === 0 ? ANYTHING : known;
  }

  /**
   * What is known of the parameters of a caller to which something comes back from a method that it calls.
   * @param left what was known of the parameters of that method
   * @returns null where it cannot have called it so
   */
  outOf(caller: number, body: MethodBody, index: number, target: number, left: Narrowing): Narrowing | null {
    const instruction = body.code.instructions[index] as FlowInstruction;
    if (instruction.kind !== FlowKind.INVOKE) return ANYTHING;
    const { program } = this;
    const member = this.members.of(caller, instruction.id);
    const takes = member.parameters.length + (instruction.invoke === InvokeKind.STATIC ? 0 : 1);
    if (program.parametersOf(target).length !== takes || isLambdaCall(program, member, target)) return ANYTHING;
    const wanted = new Map(left);
    if (isDispatched(instruction) && !wanted.has(0)) wanted.set(0, { how: 'below', of: program.typeOf(target) });
    const narrowing = new Map<number, Kind>();
    for (const [position, kind] of wanted) {
      const value = argumentOf(body, instruction, index, member, position);
      const known = this.kindOf(caller, ANYTHING, body, value) ?? this.declared(caller, body, value);
      if (known !== null && !this.agree(known, kind)) return null;
      const definition = body.definitions[value];
      if (definition?.kind !== 'parameter') continue;
      const parameter = parameterAt(program, caller, definition.register);
      if (known?.of !== kind.of && this.decisiveParameters(caller).includes(parameter)) narrowing.set(parameter, kind);
    }
    return narrowing.size === 0 ? ANYTHING : narrowing;
  }

  /** What a value is, as far as its definition tells; null where it does not. */
  private kindOf(method: number, narrowing: Narrowing, body: MethodBody, value: number): Kind | null {
    const definition = body.definitions[value];
    if (definition?.kind === 'parameter') {
      return narrowing.get(parameterAt(this.program, method, definition.register)) ?? null;
    }
    if (definition?.kind !== 'instruction') return null;
    const { kind, id } = body.code.instructions[definition.index] as FlowInstruction;
    if (kind === FlowKind.NEW) return { how: 'made', of: this.program.localType(method, id) };
    const lambda = kind === FlowKind.CUSTOM ? this.program.lambda(method, id) : null;
    return lambda === null ? null : { how: 'lambda', of: lambda.method };
  }

  /** What a value is by its declared type; null for an unknown one. */
  private declared(method: number, body: MethodBody, value: number): Kind | null {
    const { program } = this;
    const definition = body.definitions[value];
    let type = NONE;
    if (definition?.kind === 'parameter') {
      type = program.parametersOf(method)[parameterAt(program, method, definition.register)] ?? NONE;
    } else if (definition?.kind === 'instruction') {
      const { kind, id } = body.code.instructions[definition.index] as FlowInstruction;
      if (kind === FlowKind.IGET || kind === FlowKind.SGET)
        type = program.hierarchy.fields.typeOf(program.fieldOf(method, id));
      else if (kind === FlowKind.INVOKE) type = program.hierarchy.findType(nameOf(this.members.of(method, id).result));
    }
    return type < 0 ? null : { how: 'below', of: type };
  }

  /** Whether an object of which this is known can run a method that is called on it. */
  private runs({ how, of }: Kind, target: number): boolean {
    if (how === 'lambda') return of === target;
    const type = this.program.typeOf(target);
    return how === 'made' ? this.program.hierarchy.isSubtype(of, type) : this.areRelated(of, type);
  }

  /** Whether both can be true of one object. */
  private agree(a: Kind, b: Kind): boolean {
    const { hierarchy } = this.program;
    if (a.how === 'lambda' || b.how === 'lambda') {
      if (a.how === b.how) return a.of === b.of;
      const other = a.how === 'lambda' ? b : a;
      return other.how === 'below' && this.isInterface(other.of);
    }
    if (a.how === 'below' && b.how === 'below') return this.areRelated(a.of, b.of);
    if (a.how === b.how) return a.of === b.of;
    return a.how === 'made' ? hierarchy.isSubtype(a.of, b.of) : hierarchy.isSubtype(b.of, a.of);
  }

  private isInterface(type: number): boolean {
    const { hierarchy } = this.program;
    const cls = hierarchy.classOfType[type] ?? NONE;
    return cls < 0 || (hierarchy.accessOfClass(cls) & Access.INTERFACE) !== 0;
  }

  /** Whether no object is of both types: one of them is of the build, or both are classes of data. */
  exclude(a: number, b: number): boolean {
    const { hierarchy } = this.program;
    if (a < 0 || b < 0 || a === b || hierarchy.isSubtype(a, b) || hierarchy.isSubtype(b, a)) return false;
    const isOwn = (hierarchy.classOfType[a] ?? NONE) >= 0 || (hierarchy.classOfType[b] ?? NONE) >= 0;
    return isOwn ? !this.areRelated(a, b) : this.isData(a) && this.isData(b);
  }

  /** Whether an object of one type is of the other for sure. */
  isBelow(type: number, above: number): boolean {
    return type >= 0 && above >= 0 && this.program.hierarchy.isSubtype(type, above);
  }

  private isData(type: number): boolean {
    return DATA.test(this.program.hierarchy.nameOfType(type));
  }

  /** Whether an object can be of both types, as far as is known of those outside of the build. */
  private areRelated(a: number, b: number): boolean {
    const { hierarchy } = this.program;
    if (hierarchy.isSubtype(a, b) || hierarchy.isSubtype(b, a)) return true;
    const name = `${a}/${b}`;
    let known = this.related.get(name);
    if (known === undefined) {
      known =
        this.isOpen(a) ||
        this.isOpen(b) ||
        hierarchy.typeOfClass.some((type) => hierarchy.isSubtype(type, a) && hierarchy.isSubtype(type, b));
      this.related.set(name, known);
    }
    return known;
  }

  /** Whether a class of the build stands below one whose own supertypes are not known. */
  private isOpen(type: number): boolean {
    const { hierarchy } = this.program;
    if ((hierarchy.classOfType[type] ?? NONE) < 0) return false;
    return hierarchy
      .supertypes(type)
      .some((each) => (hierarchy.classOfType[each] ?? NONE) < 0 && !PLATFORM.test(hierarchy.descriptors[each] ?? ''));
  }

  /** Parameters of a method by whose objects something in it can be told apart: it calls members on them, or hands them on. */
  private decisiveParameters(method: number): readonly number[] {
    let known = this.decisive.get(method);
    if (known === undefined) {
      known = this.findDecisive(method);
      this.decisive.set(method, known);
    }
    return known;
  }

  private findDecisive(method: number): readonly number[] {
    const { program } = this;
    const body = program.body(method);
    if (body === null) return NO_PARAMETERS;
    const found: number[] = [];
    let register = 0;
    program.parametersOf(method).forEach((type, parameter) => {
      const value = type < 0 ? NONE : (body.incoming[register] ?? NONE);
      register += type === WIDE ? 2 : 1;
      const decides = (body.uses[value] ?? []).some(({ index, position }) => {
        const instruction = body.code.instructions[index] as FlowInstruction;
        if (instruction.kind !== FlowKind.INVOKE) return false;
        const { calls } = program.targetsAt(method, instruction.offset);
        return calls.length > (position === 0 && isDispatched(instruction) ? 1 : 0);
      });
      if (decides) found.push(parameter);
    });
    return found;
  }
}

/** Binary name of a class by its descriptor; no name at all for the rest. */
function nameOf(descriptor: string): string {
  return descriptor.startsWith('L') ? descriptor.slice(1, -1) : descriptor;
}

function isDispatched({ invoke }: FlowInstruction): boolean {
  return invoke === InvokeKind.VIRTUAL || invoke === InvokeKind.INTERFACE;
}
