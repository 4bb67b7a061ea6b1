import type { Hierarchy } from '../graph/program/hierarchy.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { ProgramFile } from '../model/program.ts';
import type { AndroidSink } from '../model/signatures.ts';
import { type Carrier, carrierOf } from './carriers.ts';
import type { FlowProgram } from './flow-program.ts';
import { type Transfer, transferOf } from './transfer-rules.ts';

/** What is known of a member that an instruction refers to. */
export interface Member {
  /** As reports name it: `android.util.Log.d`. */
  api: string;
  name: string;
  /** Type that the reference names. */
  owner: number;
  /** Types of the parameters without receiver; NARROW or WIDE for values. */
  parameters: readonly number[];
  /** Descriptor of the result. */
  result: string;
  /** Nothing of the build declares it. */
  outside: boolean;
  sink: AndroidSink | null;
  transfer: Transfer;
  /** How it hands values to those that no call leads to, null as most do not. */
  carrier: Carrier | null;
}

/** A sink, and the class that has it. */
interface Taken {
  owner: string;
  sink: AndroidSink;
}

/** Looks members up once each. */
export class Members {
  private readonly known = new Map<number, Member>();
  private readonly returned = new Map<number, Taken | null>();
  /** By class. */
  private readonly annotations = new Map<number, ReadonlyMap<string, Taken>>();
  private readonly hierarchy: Hierarchy;
  /** Types of the components that other apps can reach. */
  private readonly exported: readonly number[];

  /** @param exported names of the components that other apps can reach  @param ownPackage the app's */
  constructor(
    private readonly program: FlowProgram,
    private readonly sinks: Catalogue['androidSinks'],
    exported: readonly string[] = [],
    readonly ownPackage: string | null = null,
  ) {
    this.hierarchy = program.hierarchy;
    this.exported = exported.map((name) => this.hierarchy.findType(name)).filter((type) => type >= 0);
  }

  /** @param caller method whose instruction names it by an id of its file */
  of(caller: number, local: number): Member {
    const file = this.hierarchy.fileOfMethod(caller);
    const reference = (this.hierarchy.methodBase[file] as number) + local;
    let member = this.known.get(reference);
    if (member === undefined) {
      member = this.find(reference, file);
      this.known.set(reference, member);
    }
    return member;
  }

  private find(reference: number, file: number): Member {
    const { hierarchy } = this;
    const { owner, name, parameters, outside } = this.program.graph.references.of(reference, file);
    const descriptor = hierarchy.selectorDescriptor(hierarchy.selectorOf(reference, file));
    const result = descriptor.slice(descriptor.lastIndexOf(')') + 1);
    const types = owner < 0 ? [] : hierarchy.supertypes(owner);
    const known = owner >= 0 && this.program.isAsPlatform(owner);
    const platform = known ? owner : (types.find((type) => (hierarchy.classOfType[type] as number) < 0) ?? owner);
    const found =
      this.sinkOf(types, name, descriptor) ?? (outside ? undefined : this.annotated(owner, name, descriptor, false));
    return {
      api: `${found?.owner ?? hierarchy.nameOfType(owner)}.${name}`,
      name,
      owner,
      parameters,
      result,
      outside: outside || known,
      sink: found?.sink ?? null,
      transfer: transferOf(hierarchy.nameOfType(platform), name, result),
      carrier: carrierOf(
        types.map((type) => hierarchy.nameOfType(type)),
        name,
      ),
    };
  }

  private sinkOf(types: readonly number[], name: string, descriptor: string): Taken | undefined {
    for (const type of types) {
      const owner = this.hierarchy.nameOfType(type);
      const members = Object.hasOwn(this.sinks, owner) ? this.sinks[owner] : undefined;
      const sink = members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
      // A constructor is nobody's but the class's own.
      if (sink === undefined || (name === '<init>' && type !== types[0])) continue;
      if (sink.descriptors === undefined || sink.descriptors.includes(descriptor)) return { owner, sink };
    }
    return undefined;
  }

  /**
   * What libraries make of a method by its annotation: a request of one without code, a member that scripts can call.
   * @param returned whether what takes its result is asked for, rather than its arguments
   */
  private annotated(owner: number, name: string, descriptor: string, returned: boolean): Taken | undefined {
    const cls = this.hierarchy.classOfType[owner] ?? -1;
    if (cls < 0) return undefined;
    let known = this.annotations.get(cls);
    if (known === undefined) {
      known = this.findAnnotated(cls, owner);
      this.annotations.set(cls, known);
    }
    const taken = known.get(name + descriptor);
    return taken !== undefined && (taken.sink.returned === true) === returned ? taken : undefined;
  }

  /** By name and descriptor of the methods of a class that are annotated so. */
  private findAnnotated(cls: number, owner: number): ReadonlyMap<string, Taken> {
    const { hierarchy } = this;
    const file = hierarchy.fileOfClass[cls] as number;
    const base = hierarchy.methodBase[file] as number;
    const found = new Map<string, Taken>();
    for (const [local, type] of (hierarchy.files[file] as ProgramFile).methodAnnotations(
      hierarchy.defOfClass[cls] as number,
    )) {
      const annotation = hierarchy.nameOfType(hierarchy.localType(file, type));
      const sink = Object.hasOwn(this.sinks, annotation) ? this.sinks[annotation]?.['*'] : undefined;
      if (sink?.annotates !== true) continue;
      const selector = hierarchy.selectorOf(base + local, file);
      const key = hierarchy.selectorName(selector) + hierarchy.selectorDescriptor(selector);
      if (!found.has(key)) found.set(key, { owner: hierarchy.nameOfType(owner), sink });
    }
    return found;
  }

  /** Who takes what a method of the build returns to the platform, null for nobody. */
  takesReturned(method: number): { api: string; sink: AndroidSink } | null {
    let taken = this.returned.get(method);
    if (taken === undefined) {
      const { hierarchy } = this;
      const file = hierarchy.fileOfMethod(method);
      const selector = hierarchy.selectorOf(method, file);
      const type = this.program.typeOf(method);
      const name = hierarchy.selectorName(selector);
      const descriptor = hierarchy.selectorDescriptor(selector);
      const found =
        this.sinkOf(hierarchy.supertypes(type), name, descriptor) ?? this.annotated(type, name, descriptor, true);
      const open = found?.sink.exported !== true || this.exported.some((each) => hierarchy.isSubtype(each, type));
      taken = found?.sink.returned === true && open ? found : null;
      this.returned.set(method, taken);
    }
    return taken === null ? null : { api: `${taken.owner}.${this.program.nameOf(method)}`, sink: taken.sink };
  }

  /** What is opened by reading a field of the platform, null for nothing. */
  openedBy(field: number): { api: string; sink: AndroidSink } | null {
    const api = this.program.nameOfField(field);
    const dot = api.lastIndexOf('.');
    const members = Object.hasOwn(this.sinks, api.slice(0, dot)) ? this.sinks[api.slice(0, dot)] : undefined;
    const name = api.slice(dot + 1);
    const sink = members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
    return sink?.opens === true ? { api, sink } : null;
  }
}
