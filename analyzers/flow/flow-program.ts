import type { CallGraph } from '../graph/calls/call-graph.ts';
import { EdgeMode } from '../graph/calls/graph-edges.ts';
import type { Hierarchy } from '../graph/program/hierarchy.ts';
import { IntList } from '../graph/program/int-list.ts';
import type { Lambda, ProgramFile } from '../model/program.ts';
import { Access, MemberUse } from '../model/program.ts';
import { Chains } from './chains.ts';
import { loaderCallbacks } from './loader-callbacks.ts';
import { type MethodBody, methodBody } from './method-body.ts';
import { isAsPlatform, isChannel, isEmitter, isMachinery, isSurroundings } from './transfer-rules.ts';

const NONE = -1;
const NOTHING: readonly number[] = [];

/** What runs at one place: by the call itself, and what the platform calls for it. */
export interface Targets {
  calls: readonly number[];
  callbacks: readonly number[];
}

export interface CallSite {
  method: number;
  offset: number;
  /** The platform makes the call. */
  callback: boolean;
}

/** What reached methods read and call. */
interface Mentions {
  /** Field -> the references that mean it. */
  fields: ReadonlyMap<number, readonly number[]>;
  /** Reference to a field, or to a method -> methods that have it. */
  readers: Chains;
  callers: Chains;
}

/** Where methods are called from. */
interface Calls {
  /** Method -> those that call it. */
  callers: Chains;
  /** By link: offset of the call, times two, one more where the platform makes it. */
  places: IntList;
}

const TO_STRING = ['toString()Ljava/lang/String;'];
/** Names that compilers give to the fields of inner classes and lambdas. */
const OUTER = /\$\d{1,3}$/;
/** The platform's table does not have every exception. */
const EXCEPTION = /^java\.[\w.]*(?:Exception|Error|Throwable)$/;
const NO_TARGETS: Targets = { calls: NOTHING, callbacks: NOTHING };

/** What the flow of values asks of a program and its call graph; everything is looked up once, when asked for. */
export class FlowProgram {
  readonly hierarchy: Hierarchy;
  private readonly asPlatform: (boolean | undefined)[] = [];
  private readonly bodies = new Map<number, MethodBody | null>();
  private readonly targets = new Map<number, Map<number, Targets>>();
  private readonly fields = new Map<number, number>();
  private readonly outsideFields = new Map<string, number>();
  private readonly aside = new Map<number, boolean>();
  /** By type. */
  private readonly emitters: (boolean | undefined)[] = [];
  private readonly channels = new Map<number, boolean>();
  private calls: Calls | null = null;
  private readonly sites = new Map<number, readonly CallSite[]>();
  private mentions: Mentions | null = null;
  private readonly texts = new Map<number, readonly number[]>();
  private subscribing: readonly number[] | null = null;
  private loaders: ReadonlyMap<number, readonly number[]> | null = null;

  constructor(readonly graph: CallGraph) {
    this.hierarchy = graph.hierarchy;
  }

  fileOf(method: number): ProgramFile {
    return this.hierarchy.files[this.hierarchy.fileOfMethod(method)] as ProgramFile;
  }

  /** Whether a class of the build is taken as one of the platform. */
  isAsPlatform(type: number): boolean {
    let known = this.asPlatform[type];
    if (known === undefined) {
      known = isAsPlatform(this.hierarchy.nameOfType(type));
      this.asPlatform[type] = known;
    }
    return known;
  }

  /** Null for methods without code, and for those that are too large. */
  body(method: number): MethodBody | null {
    let body = this.bodies.get(method);
    if (body === undefined) {
      const code = this.hierarchy.codeOf[method] as number;
      const read = code > 0 && !this.isAsPlatform(this.typeOf(method)) ? this.fileOf(method).flowCode(code) : null;
      body = read === null || read.instructions.length === 0 ? null : methodBody(read);
      this.bodies.set(method, body);
    }
    return body;
  }

  isStatic(method: number): boolean {
    return this.graph.isStatic(method);
  }

  nameOf(method: number): string {
    return this.graph.references.of(method, this.hierarchy.fileOfMethod(method)).name;
  }

  /** Type of the class that defines a method. */
  typeOf(method: number): number {
    return this.hierarchy.typeOfClass[this.hierarchy.classOfMethod[method] as number] ?? NONE;
  }

  targetsAt(method: number, offset: number): Targets {
    let known = this.targets.get(method);
    if (known === undefined) {
      known = this.readTargets(method);
      this.targets.set(method, known);
    }
    return known.get(offset) ?? NO_TARGETS;
  }

  private readTargets(method: number): Map<number, Targets> {
    const { edges } = this.graph;
    const found = new Map<number, { calls: number[]; callbacks: number[] }>();
    const add = (offset: number, target: number, callback: boolean): void => {
      let at = found.get(offset);
      if (at === undefined) {
        const calls: number[] = [];
        const callbacks: number[] = [];
        at = { calls, callbacks };
        found.set(offset, at);
      }
      const list = callback ? at.callbacks : at.calls;
      if (!list.includes(target)) list.push(target);
    };
    for (let call = edges.firstCall[method] as number; call < (edges.endOfCalls[method] as number); call++) {
      add(edges.callOffset.at(call), edges.callTarget.at(call), false);
    }
    for (let edge = edges.firstLater[method] as number; edge !== NONE; edge = edges.nextLater.at(edge)) {
      add(edges.laterOffset.at(edge), edges.laterTarget.at(edge), edges.laterMode.at(edge) !== EdgeMode.CALL);
    }
    return found;
  }

  /** Everywhere that a method is called from, in the order of the methods. */
  callersOf(method: number): readonly CallSite[] {
    let sites = this.sites.get(method);
    if (sites === undefined) {
      this.calls ??= this.indexCalls();
      const { callers, places } = this.calls;
      sites = callers.linksOf(method).map((link) => {
        const place = places.at(link);
        return { method: callers.valueAt(link), offset: place >> 1, callback: (place & 1) === 1 };
      });
      this.sites.set(method, sites);
    }
    return sites;
  }

  private indexCalls(): Calls {
    const { edges, reached } = this.graph;
    const callers = new Chains(reached.length);
    const places = new IntList();
    for (let method = 0; method < reached.length; method++) {
      if (reached[method] !== 1) continue;
      const end = edges.endOfCalls[method] as number;
      for (let call = edges.firstCall[method] as number; call < end; call++) {
        callers.add(edges.callTarget.at(call), method);
        places.push(edges.callOffset.at(call) << 1);
      }
      for (let edge = edges.firstLater[method] as number; edge !== NONE; edge = edges.nextLater.at(edge)) {
        callers.add(edges.laterTarget.at(edge), method);
        places.push((edges.laterOffset.at(edge) << 1) | (edges.laterMode.at(edge) === EdgeMode.CALL ? 0 : 1));
      }
    }
    return { callers, places };
  }

  /** One number for a field, however it is referred to. @param method the one that refers to it */
  fieldOf(method: number, local: number): number {
    return this.fieldAt(this.hierarchy.fileOfMethod(method), local);
  }

  private fieldAt(file: number, local: number): number {
    const reference = (this.hierarchy.fieldBase[file] as number) + local;
    let field = this.fields.get(reference);
    if (field === undefined) {
      field = this.hierarchy.fields.resolve(reference, file);
      if (field < 0) field = this.outsideField(this.hierarchy.files[file] as ProgramFile, file, local, reference);
      this.fields.set(reference, field);
    }
    return field;
  }

  private outsideField(program: ProgramFile, file: number, local: number, reference: number): number {
    const owner = this.hierarchy.localType(file, program.fieldClasses[local] as number);
    const name = `${owner}.${program.fieldName(local)}`;
    const known = this.outsideFields.get(name);
    if (known !== undefined) return known;
    this.outsideFields.set(name, reference);
    return reference;
  }

  isOutsideField(field: number): boolean {
    return (this.hierarchy.classOfType[this.hierarchy.fields.ownerOf(field)] ?? NONE) < 0;
  }

  /**
   * Whether a field holds no part of what its object stands for: an exception, what stands for the screen or the app as a whole, or
   * what does something, such as a listener, a queue of work or whatever else implements an interface of the build.
   */
  isAside(field: number): boolean {
    let known = this.aside.get(field);
    if (known === undefined) {
      known = this.findAside(field);
      this.aside.set(field, known);
    }
    return known;
  }

  private findAside(field: number): boolean {
    const { hierarchy } = this;
    const cls = hierarchy.classOfType[this.hierarchy.fields.typeOf(field)] ?? NONE;
    if (cls >= 0 && (hierarchy.accessOfClass(cls) & Access.INTERFACE) !== 0) return true;
    return this.supertypesOfField(field).some((each) => {
      const name = hierarchy.nameOfType(each);
      return EXCEPTION.test(name) || isSurroundings(name) || isMachinery(name);
    });
  }

  private supertypesOfField(field: number): readonly number[] {
    const type = this.hierarchy.fields.typeOf(field);
    return type < 0 ? NOTHING : this.hierarchy.supertypes(type);
  }

  /** Number of a type that an instruction of a method names. */
  localType(method: number, local: number): number {
    return this.hierarchy.localType(this.hierarchy.fileOfMethod(method), local);
  }

  /** Whether a field holds something by which one part of the app hands values to another: a queue, live data. */
  isChannel(field: number): boolean {
    let known = this.channels.get(field);
    if (known === undefined) {
      known = this.supertypesOfField(field).some((each) => isChannel(this.hierarchy.nameOfType(each)));
      this.channels.set(field, known);
    }
    return known;
  }

  /** Whether objects of a type are given to code for that to make up what comes out of a call. */
  isEmitter(type: number): boolean {
    if (type < 0) return false;
    let known = this.emitters[type];
    if (known === undefined) {
      known = this.hierarchy.supertypes(type).some((each) => isEmitter(this.hierarchy.nameOfType(each)));
      this.emitters[type] = known;
    }
    return known;
  }

  /** Whether a field of an inner object is the object around it, as compilers name it. */
  isOuterObject(field: number): boolean {
    const { fields } = this.hierarchy;
    if (this.isOutsideField(field) || !OUTER.test(fields.nameOf(field))) return false;
    const type = fields.typeOf(field);
    if ((this.hierarchy.classOfType[type] ?? NONE) < 0) return false;
    const [inner = ''] = this.hierarchy.nameOfType(fields.ownerOf(field)).split('$', 1);
    return inner === this.hierarchy.nameOfType(type).split('$', 1)[0];
  }

  /** `class.name` of a field. */
  nameOfField(field: number): string {
    const { fields } = this.hierarchy;
    return `${this.hierarchy.nameOfType(fields.ownerOf(field))}.${fields.nameOf(field)}`;
  }

  /** Reached methods that read a field. */
  readersOf(field: number): readonly number[] {
    this.mentions ??= this.indexMentions();
    const { fields, readers } = this.mentions;
    const methods = (fields.get(field) ?? []).flatMap((reference) => readers.of(reference));
    return [...new Set(methods)].sort((a, b) => a - b);
  }

  /** Reached methods that call a member whose name, and the type that the reference names, fit. */
  callersOfMembers(fits: (name: string, owner: number) => boolean): readonly number[] {
    this.mentions ??= this.indexMentions();
    const { callers } = this.mentions;
    const { files, methodBase } = this.hierarchy;
    const found = new Set<number>();
    files.forEach((program, file) => {
      const base = methodBase[file] as number;
      for (let local = 0; local < program.methodCount; local++) {
        if (!callers.has(base + local)) continue;
        const owner = this.hierarchy.localType(file, program.methodClasses[local] as number);
        if (fits(program.methodName(local), owner)) for (const method of callers.of(base + local)) found.add(method);
      }
    });
    return [...found].sort((a, b) => a - b);
  }

  /** Reached methods that a bus finds by their annotations. */
  subscribers(): readonly number[] {
    if (this.subscribing === null) {
      const { members, reached } = this.graph;
      const found = new Set<number>();
      this.hierarchy.typeOfClass.forEach((_, cls) => {
        for (const method of members.annotatedMembers(cls)) if (reached[method] === 1) found.add(method);
      });
      this.subscribing = [...found].sort((a, b) => a - b);
    }
    return this.subscribing;
  }

  /** By class of a loader: the methods that are handed what it gives. */
  get loaded(): ReadonlyMap<number, readonly number[]> {
    this.loaders ??= loaderCallbacks(this.graph);
    return this.loaders;
  }

  private indexMentions(): Mentions {
    const { reached } = this.graph;
    const { codeOf, methodBase, fieldBase } = this.hierarchy;
    const readers = new Chains(this.hierarchy.fieldTotal);
    const callers = new Chains(codeOf.length);
    for (let method = 0; method < reached.length; method++) {
      const code = codeOf[method] as number;
      if (reached[method] !== 1 || code <= 0 || this.isAsPlatform(this.typeOf(method))) continue;
      const file = this.hierarchy.fileOfMethod(method);
      const firstField = fieldBase[file] as number;
      const firstMethod = methodBase[file] as number;
      (this.hierarchy.files[file] as ProgramFile).memberUses(code, (id, use) => {
        if (use === MemberUse.WRITE) return;
        const table = use === MemberUse.READ ? readers : callers;
        const reference = (use === MemberUse.READ ? firstField : firstMethod) + id;
        if (table.lastOf(reference) !== method) table.add(reference, method);
      });
    }
    const fields = new Map<number, number[]>();
    this.hierarchy.files.forEach((program, file) => {
      const base = fieldBase[file] as number;
      for (let local = 0; local < program.fieldCount; local++) {
        if (!readers.has(base + local)) continue;
        const field = this.fieldAt(file, local);
        const known = fields.get(field);
        if (known === undefined) fields.set(field, [base + local]);
        else known.push(base + local);
      }
    });
    return { fields, readers, callers };
  }

  /** The methods by which objects of a class, of those above it in the build and of those below say what they are. */
  textsOf(type: number): readonly number[] {
    let texts = this.texts.get(type);
    if (texts === undefined) {
      const { hierarchy } = this;
      const found = new Set<number>();
      hierarchy.typeOfClass.forEach((each, cls) => {
        if (!hierarchy.isSubtype(each, type)) return;
        for (const method of hierarchy.membersOf(cls, TO_STRING)) found.add(method);
      });
      texts = [...found].sort((a, b) => a - b);
      this.texts.set(type, texts);
    }
    return texts;
  }

  lambda(method: number, callSite: number): { lambda: Lambda; method: number } | null {
    const file = this.hierarchy.fileOfMethod(method);
    const lambda = (this.hierarchy.files[file] as ProgramFile).lambda(callSite);
    if (lambda === null) return null;
    const local = (this.hierarchy.methodBase[file] as number) + lambda.method;
    const { ownerClass, selector } = this.graph.references.of(local, file);
    const target = ownerClass < 0 || selector < 0 ? NONE : this.hierarchy.lookup(ownerClass, selector);
    return target < 0 ? null : { lambda, method: target };
  }

  /** Types of the parameters of a defined method, receiver first. */
  parametersOf(method: number): readonly number[] {
    const { parameters } = this.graph.references.of(method, this.hierarchy.fileOfMethod(method));
    return this.isStatic(method) ? parameters : [this.typeOf(method), ...parameters];
  }

  isConstructor(method: number): boolean {
    return ((this.hierarchy.accessOf[method] as number) & CONSTRUCTOR) !== 0;
  }

  isAbstract(method: number): boolean {
    return ((this.hierarchy.accessOf[method] as number) & Access.ABSTRACT) !== 0;
  }
}

const CONSTRUCTOR = 0x10000;
