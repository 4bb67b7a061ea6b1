import type { ProgramFile } from '../../model/program.ts';
import type { StoredRead } from '../../model/signatures.ts';
import type { Hierarchy } from './hierarchy.ts';
import type { Callback, Handing, Platform, Trigger } from './platform.ts';

/** A value of a parameter that is no reference: of one register, or of two. */
export const NARROW = -1;
export const WIDE = -2;

/** What the descriptor of a method tells of objects. */
export interface Passed {
  /** Types of the parameters, NARROW or WIDE for values. */
  parameters: readonly number[];
  /** Type of the result, -1 for none and for values. */
  result: number;
}

/** Elements go from the first argument to the third, the third becomes one of the first, or the result is an array. */
export type ArrayPassing = 'copies' | 'puts' | 'makes';

/** What is known of a method that code refers to, whichever the instruction. */
export interface Reference extends Passed {
  /** Type that the reference names, and its class, -1 for types outside. */
  owner: number;
  ownerClass: number;
  /** -1 where it is not overridable. */
  selector: number;
  name: string;
  /** True when nothing in the build declares it, as seen from its owner. */
  readonly outside: boolean;
  /** True when some class of the build has a method of this name, so that a call can lead there by its receiver. */
  overridable: boolean;
  triggers: readonly Trigger[];
  /** What it does with objects beyond what its types tell; null for nothing. */
  handing: Handing | null;
  /** It makes objects of classes that it is given, by their constants or by their names. */
  takesConstants: boolean;
  /** Objects that are given to it have annotated members that the platform calls. */
  takesAnnotated: boolean;
  /** What it gives of something stored; null when it reads nothing stored. */
  storedRead: StoredRead | null;
  /** By parameter: whether the platform calls an object back that is given there; null where it calls none. */
  readonly callbacks: readonly boolean[] | null;
  /** It runs the method that its receiver stands for, on its first argument. */
  readonly invokes: boolean;
  /** It runs the method or the constructor that its receiver stands for. */
  readonly runsMembers: boolean;
  /** What it does with arrays beyond what its types tell; null for nothing. */
  readonly passesArrays: ArrayPassing | null;
  /** It puts its last argument into its receiver, or gets what is there, under the key that is its first; null for neither. */
  readonly byKey: KeyUse | null;
  /** It puts an object into a bundle or an intent under the key that is its first argument, or gets one out; null for neither. */
  readonly carries: KeyUse | null;
  /** A member of the platform of which nothing is known but its types: it may keep what it is given, and give it back. */
  readonly plain: boolean;
}

/** What a member of a map does under a key. */
export type KeyUse = 'puts' | 'gets';

const NO_TRIGGERS: readonly Trigger[] = [];

/** What the name of a method alone tells. */
interface NameFacts {
  name: string;
  /** False where surely no class of the build defines a method of this name. */
  defined: boolean;
  triggers: readonly Trigger[] | undefined;
  storedReads: ReturnType<Platform['storedReads']['get']>;
  handings: ReturnType<Platform['handings']['get']>;
  takesAnnotated: boolean;
}

/** Looks references up once each. */
export class References {
  private readonly known: (Reference | undefined)[];
  /** By file and proto id. */
  private readonly passed: (Passed | undefined)[][];
  /** By file: what is known of its string ids as names of methods. */
  private readonly names: Map<number, NameFacts>[];
  /** By type: whether the platform calls its objects back. */
  private readonly calledBack: (boolean | undefined)[];
  /** Type -> what starting its objects triggers. */
  private readonly started = new Map<number, readonly Trigger[]>();

  constructor(
    private readonly hierarchy: Hierarchy,
    private readonly platform: Platform,
  ) {
    this.known = new Array(hierarchy.methodTotal);
    this.calledBack = new Array(hierarchy.typeRoom);
    this.names = hierarchy.files.map(() => new Map());
    this.passed = hierarchy.files.map(({ protoCount }) => new Array(protoCount));
  }

  of(method: number, file: number): Reference {
    let reference = this.known[method];
    if (reference === undefined) {
      reference = this.resolve(method, file);
      this.known[method] = reference;
    }
    return reference;
  }

  /** What goes in and comes out of a method, which needs less looking up than the rest. */
  passedBy(method: number, file: number): Passed {
    const { hierarchy } = this;
    const program = hierarchy.files[file] as ProgramFile;
    return this.passedAs(file, program.methodProtos[method - (hierarchy.methodBase[file] as number)] as number);
  }

  /** Type of the class that a method's reference names. */
  ownerOf(method: number, file: number): number {
    const { hierarchy } = this;
    const program = hierarchy.files[file] as ProgramFile;
    const local = method - (hierarchy.methodBase[file] as number);
    return hierarchy.localType(file, program.methodClasses[local] as number);
  }

  nameOf(method: number, file: number): string {
    return this.nameFacts(method, method - (this.hierarchy.methodBase[file] as number), file).name;
  }

  private resolve(method: number, file: number): Reference {
    const { hierarchy } = this;
    const owner = this.ownerOf(method, file);
    const facts = this.nameFacts(method, method - (hierarchy.methodBase[file] as number), file);
    const { name, defined: overridable } = facts;
    const { parameters, result } = this.passedBy(method, file);
    const triggers = facts.triggers === undefined ? NO_TRIGGERS : this.triggersOf(facts.triggers, owner, method, file);
    return new ResolvedReference(
      this,
      owner,
      hierarchy.classOfType[owner] ?? -1,
      // Selectors are for dispatch: what no class of the build answers needs none.
      overridable ? hierarchy.selectorOf(method, file) : -1,
      name,
      parameters,
      result,
      overridable,
      triggers,
      triggers.length > 0 && triggers.some(({ carrier }) => carrier === 'class-constant'),
      facts.handings?.find((each) => hierarchy.supertypes(owner).includes(each.owner)) ?? null,
      facts.takesAnnotated,
      facts.storedReads?.find((each) => hierarchy.supertypes(owner).includes(each.owner))?.read ?? null,
      name === 'invoke' && this.descriptorOfType(owner) === METHOD,
    );
  }

  /** Whether nothing in the build declares a method, as seen from its owner. */
  isOutside({ ownerClass, overridable, selector }: Reference): boolean {
    return ownerClass < 0 || !overridable || !this.hierarchy.declares(ownerClass, selector);
  }

  private nameFacts(method: number, local: number, file: number): NameFacts {
    const names = this.names[file] as Map<number, NameFacts>;
    const program = this.hierarchy.files[file] as ProgramFile;
    const string = program.methodNames[local] as number;
    let facts = names.get(string);
    if (facts === undefined) {
      const name = program.methodName(local);
      facts = {
        name,
        defined: this.hierarchy.definesName(method, file),
        triggers: this.platform.triggers.get(name),
        storedReads: this.platform.storedReads.get(name),
        handings: this.platform.handings.get(name),
        takesAnnotated: this.platform.takesAnnotated.has(name),
      };
      names.set(string, facts);
    }
    return facts;
  }

  private passedAs(file: number, proto: number): Passed {
    const known = this.passed[file]?.[proto];
    if (known !== undefined) return known;
    const program = this.hierarchy.files[file] as ProgramFile;
    const passed = {
      parameters: program.protoParameters(proto).map((type) => this.kindOf(type, file)),
      result: Math.max(-1, this.kindOf(program.protoReturnType(proto), file)),
    };
    const protos = this.passed[file];
    if (protos !== undefined && proto < protos.length) protos[proto] = passed;
    return passed;
  }

  private kindOf(local: number, file: number): number {
    const type = this.hierarchy.localType(file, local);
    const first = this.hierarchy.descriptors[type]?.[0];
    if (first === 'L' || first === '[') return type;
    return first === 'J' || first === 'D' ? WIDE : NARROW;
  }

  private triggersOf(candidates: readonly Trigger[], owner: number, method: number, file: number): readonly Trigger[] {
    const supertypes = this.hierarchy.supertypes(owner);
    let found: Trigger[] | null = null;
    for (let i = 0; i < candidates.length; i++) {
      const trigger = candidates[i] as Trigger;
      if (trigger.owner !== owner && !supertypes.includes(trigger.owner)) continue;
      if (trigger.descriptor !== null && trigger.descriptor !== this.descriptorOf(method, file)) continue;
      if (found === null) found = [trigger];
      else found.push(trigger);
    }
    return found ?? NO_TRIGGERS;
  }

  descriptorOfType(type: number): string | undefined {
    return this.hierarchy.descriptors[type];
  }

  /** Whether a type is one of some, or below one of them. */
  isAny(type: number, descriptors: readonly string[]): boolean {
    return this.hierarchy.supertypes(type).some((each) => descriptors.includes(this.hierarchy.descriptors[each] ?? ''));
  }

  private descriptorOf(method: number, file: number): string {
    return this.hierarchy.selectorDescriptor(this.hierarchy.selectorOf(method, file));
  }

  /** What the platform runs by starting an object of a type; nothing for types that are no threads. */
  startOf(type: number): readonly Trigger[] {
    const known = this.started.get(type);
    if (known !== undefined) return known;
    const triggers = (this.platform.triggers.get('start') ?? NO_TRIGGERS).filter(
      ({ owner, descriptor }) =>
        descriptor === null &&
        this.hierarchy.nameOfType(owner) === 'java.lang.Thread' &&
        this.hierarchy.supertypes(type).includes(owner),
    );
    this.started.set(type, triggers);
    return triggers;
  }

  /** Whether what is given under a type is kept for a later call to have it called, whatever else it is. */
  isKeptToCall(type: number): boolean {
    return this.platform.carried.has(type);
  }

  /** True where the platform calls an object back that it gets where this type is declared. */
  takesCallback(type: number): boolean {
    if (type < 0) return false;
    let known = this.calledBack[type];
    if (known === undefined) {
      known = this.hierarchy.supertypes(type).some((each) => this.platform.callbacks.has(each));
      this.calledBack[type] = known;
    }
    return known;
  }

  /** The type of what an array holds, and any other type itself. */
  elementOf(type: number): number {
    const { hierarchy } = this;
    return type >= 0 && hierarchy.isArray(type)
      ? hierarchy.typeOf((hierarchy.descriptors[type] as string).replace(/^\[+/, ''))
      : type;
  }

  /** What the platform calls on an object of a type that it gets where another type is declared. */
  callbacksOn(type: number, declared: number): readonly Callback[] {
    const { hierarchy, platform } = this;
    return hierarchy
      .supertypes(type)
      .filter((each) => hierarchy.isSubtype(each, declared) || hierarchy.isSubtype(declared, each))
      .flatMap((each) => platform.callbacks.get(each) ?? []);
  }

  /** By parameter: whether the platform calls an object back that is given there; null where it calls none. */
  callbacksOf(parameters: readonly number[]): readonly boolean[] | null {
    if (!parameters.some((type) => this.takesCallback(this.elementOf(type)))) return null;
    return parameters.map((type) => this.takesCallback(this.elementOf(type)));
  }
}

/** Members of maps that do something under the key that is their first argument. */
const KEY_USES: ReadonlyMap<string, KeyUse> = new Map<string, KeyUse>([
  ['put', 'puts'],
  ['putIfAbsent', 'puts'],
  ['append', 'puts'],
  ['get', 'gets'],
  ['remove', 'gets'],
]);
/** Members of bundles and intents that take objects, or give them. */
const CARRIED: ReadonlyMap<string, KeyUse> = new Map(
  Object.entries({
    puts: [
      'putExtra',
      'putSerializable',
      'putParcelable',
      'putParcelableArray',
      'putParcelableArrayList',
      'putParcelableArrayListExtra',
    ],
    gets: [
      'get',
      'getSerializable',
      'getSerializableExtra',
      'getParcelable',
      'getParcelableExtra',
      'getParcelableArray',
      'getParcelableArrayExtra',
      'getParcelableArrayList',
      'getParcelableArrayListExtra',
    ],
  } as const).flatMap(([use, names]) => names.map((name): [string, KeyUse] => [name, use as KeyUse])),
);
const CARRIERS = ['Landroid/os/BaseBundle;', 'Landroid/os/Bundle;', 'Landroid/content/Intent;'];
const MAPS = ['Ljava/util/Map;', 'Landroid/util/SparseArray;'];

const METHOD = 'Ljava/lang/reflect/Method;';
const HANDLE = ['Ljava/lang/invoke/MethodHandle;'];
/** Members that run what their receivers stand for. */
const RUNS_MEMBERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['invoke', [METHOD, ...HANDLE]],
  ['invokeExact', HANDLE],
  ['invokeWithArguments', HANDLE],
  ['newInstance', ['Ljava/lang/reflect/Constructor;']],
]);
const SYSTEM = 'Ljava/lang/System;';
const ARRAYS = 'Ljava/lang/reflect/Array;';
/** Members that do more with arrays than their types tell. */
const PASSES_ARRAYS: ReadonlyMap<string, { owner: string; passing: ArrayPassing }> = new Map([
  ['arraycopy', { owner: SYSTEM, passing: 'copies' }],
  ['newInstance', { owner: ARRAYS, passing: 'makes' }],
  ['set', { owner: ARRAYS, passing: 'puts' }],
]);

/** What is seldom asked for is looked up when it is. */
class ResolvedReference implements Reference {
  private isOutside: boolean | null = null;
  private isPlain: boolean | null = null;
  private carrying: KeyUse | null | undefined = undefined;
  private calledBack: readonly boolean[] | null | undefined = undefined;

  constructor(
    private readonly references: References,
    readonly owner: number,
    readonly ownerClass: number,
    readonly selector: number,
    readonly name: string,
    readonly parameters: readonly number[],
    readonly result: number,
    readonly overridable: boolean,
    readonly triggers: readonly Trigger[],
    readonly takesConstants: boolean,
    readonly handing: Handing | null,
    readonly takesAnnotated: boolean,
    readonly storedRead: StoredRead | null,
    readonly invokes: boolean,
  ) {}

  get outside(): boolean {
    this.isOutside ??= this.references.isOutside(this);
    return this.isOutside;
  }

  get plain(): boolean {
    this.isPlain ??=
      this.triggers.length === 0 &&
      this.handing === null &&
      !this.takesAnnotated &&
      this.passesArrays === null &&
      !this.runsMembers &&
      this.outside &&
      this.callbacks === null;
    return this.isPlain;
  }

  get runsMembers(): boolean {
    return RUNS_MEMBERS.get(this.name)?.includes(this.references.descriptorOfType(this.owner) ?? '') ?? false;
  }

  get passesArrays(): ArrayPassing | null {
    const rule = PASSES_ARRAYS.get(this.name);
    return rule !== undefined && rule.owner === this.references.descriptorOfType(this.owner) ? rule.passing : null;
  }

  get byKey(): KeyUse | null {
    const use = KEY_USES.get(this.name);
    if (use === undefined || this.parameters.length !== (use === 'puts' ? 2 : 1)) return null;
    return this.references.isAny(this.owner, MAPS) ? use : null;
  }

  get carries(): KeyUse | null {
    if (this.carrying === undefined) {
      const use = CARRIED.get(this.name);
      this.carrying = use !== undefined && this.references.isAny(this.owner, CARRIERS) ? use : null;
    }
    return this.carrying;
  }

  get callbacks(): readonly boolean[] | null {
    if (this.calledBack === undefined) {
      const taken = this.outside ? this.references.callbacksOf(this.parameters) : null;
      this.calledBack = taken === null || TAKES_BACK.test(this.name) ? null : taken;
    }
    return this.calledBack;
  }
}

/** Calls by which listeners are taken away again. */
const TAKES_BACK = /^(?:remove|unregister|unbind|unlisten|cancel|abandon)/;
