import { Access, MemberUse, type ProgramFile } from '../../model/program.ts';
import type { CallGraph } from '../calls/call-graph.ts';
import { FIELDS } from '../program/hierarchy.ts';

const NONE = -1;

/** What sets fields of objects besides the instructions of methods that are reached. */
export class UnseenSetters {
  private byReflection: boolean | null = null;
  private givenToNative: ReadonlySet<number> | null = null;

  constructor(private readonly graph: CallGraph) {}

  /**
   * Whether a field of a class's objects may be set by code that no instruction leads to, by native code, or by a library
   * that knows fields by their names: what reads settings and answers of servers makes objects of its own and sets them by
   * reflection, but no components, views and the like.
   * @param local field id of the file that defines the class
   */
  maySet(cls: number, local: number): boolean {
    if (this.isGivenToNative(cls) || this.hasOpenSetter(cls, local)) return true;
    if (this.isOfPlatform(cls)) return false;
    this.byReflection ??= this.graph.hierarchy.files.some((program) => setsFieldsByReflection(program));
    return this.byReflection;
  }

  private isOfPlatform(cls: number): boolean {
    const { hierarchy } = this.graph;
    return hierarchy.supertypes(hierarchy.typeOfClass[cls] as number).some((type) => {
      const name = hierarchy.nameOfType(type);
      return hierarchy.classOfType[type] === NONE && name.startsWith('android.') && name !== 'android.os.Parcelable';
    });
  }

  /** A public setter that nothing calls: animators, bindings and layouts call one by the name of its property. */
  private hasOpenSetter(cls: number, local: number): boolean {
    const { hierarchy, reached } = this.graph;
    const program = hierarchy.files[hierarchy.fileOfClass[cls] as number] as ProgramFile;
    const table = hierarchy.tableOf(cls);
    for (let i = 0; i < table.length; i += FIELDS) {
      const [selector, method, access, code] = table.slice(i, i + FIELDS) as [number, number, number, number];
      if (reached[method] === 1 || (access & Access.PUBLIC) === 0 || code <= 0) continue;
      if (!hierarchy.selectorName(selector).startsWith('set')) continue;
      let sets = false;
      program.memberUses(code, (id, use) => {
        sets ||= use === MemberUse.WRITE && id === local;
      });
      if (sets) return true;
    }
    return false;
  }

  /** Whether native code gets objects of a class: as the receiver, as an argument, or since it makes them. */
  private isGivenToNative(cls: number): boolean {
    const { hierarchy } = this.graph;
    this.givenToNative ??= this.findGivenToNative();
    if (this.givenToNative.size === 0) return false;
    return hierarchy
      .supertypes(hierarchy.typeOfClass[cls] as number)
      .some((type) => type !== hierarchy.objectType && this.givenToNative?.has(type));
  }

  private findGivenToNative(): Set<number> {
    const { hierarchy, reached, references } = this.graph;
    const types = new Set<number>();
    hierarchy.accessOf.forEach((access, method) => {
      if ((access & Access.NATIVE) === 0 || reached[method] !== 1) return;
      const file = hierarchy.fileOfMethod(method);
      const { parameters, result } = references.passedBy(method, file);
      for (const type of [...parameters, result]) if (type >= 0) types.add(references.elementOf(type));
      if ((access & Access.STATIC) === 0) types.add(references.ownerOf(method, file));
    });
    return types;
  }
}

/** Whether code of a file names a member by which fields are set whose names are only known at run time. */
function setsFieldsByReflection(program: ProgramFile): boolean {
  for (let method = 0; method < program.methodCount; method++) {
    const owner = program.typeDescriptor(program.methodClasses[method] as number);
    if (owner === 'Ljava/lang/reflect/Field;') {
      const name = program.methodName(method);
      if (name.startsWith('set') && name !== 'setAccessible') return true;
    } else if (owner === 'Lsun/misc/Unsafe;' || owner === 'Ljava/io/ObjectInputStream;') return true;
  }
  return false;
}
