import type { Hierarchy } from '../graph/hierarchy.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { AndroidSink } from '../model/signatures.ts';
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
}

/** Looks members up once each. */
export class Members {
  private readonly known = new Map<number, Member>();
  private readonly hierarchy: Hierarchy;

  constructor(
    private readonly program: FlowProgram,
    private readonly sinks: Catalogue['androidSinks'],
  ) {
    this.hierarchy = program.hierarchy;
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
    const found = this.sinkOf(types, name, descriptor);
    return {
      api: `${found?.owner ?? hierarchy.nameOfType(owner)}.${name}`,
      name,
      owner,
      parameters,
      result,
      outside: outside || known,
      sink: found?.sink ?? null,
      transfer: transferOf(hierarchy.nameOfType(platform), name, result),
    };
  }

  private sinkOf(
    types: readonly number[],
    name: string,
    descriptor: string,
  ): { owner: string; sink: AndroidSink } | undefined {
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
