import { Access } from '../model/program.ts';
import type { CallGraph } from './calls/call-graph.ts';

const NONE = -1;

/** Of which classes objects can be there by then, on some of the ways through a call graph. */
export class Constructed {
  /** By class: 1 once one of its constructors, or those of a class below it, runs on these ways. */
  private readonly made: Uint8Array;

  /**
   * @param awaited by class: 1 where its methods wait for a constructor of it
   * @param given classes of which there are objects all along
   */
  constructor(
    private readonly graph: CallGraph,
    private readonly awaited: Uint8Array,
    given: Iterable<number> = [],
  ) {
    this.made = new Uint8Array(awaited.length);
    for (const cls of given) this.noteOwn(cls);
  }

  /**
   * The class of which there must be an object before a call can lead to a method, -1 for none: its own, or that to which it
   * casts a parameter before all else.
   */
  awaitedBy(method: number): number {
    const { hierarchy } = this.graph;
    const isOwn = ((hierarchy.accessOf[method] as number) & (Access.STATIC | Access.CONSTRUCTOR)) === 0;
    const cls = hierarchy.classOfMethod[method] as number;
    if (isOwn && this.isMissing(cls)) return cls;
    const cast = this.graph.castOf(method);
    return cast >= 0 && this.isMissing(cast) ? cast : NONE;
  }

  private isMissing(cls: number): boolean {
    return this.awaited[cls] === 1 && this.made[cls] === 0;
  }

  /** Takes note of a method that runs. @returns the class of which there is an object now, -1 for none new */
  note(method: number): number {
    const { hierarchy } = this.graph;
    if (!isConstructor(hierarchy.accessOf[method] as number)) return NONE;
    const cls = hierarchy.classOfMethod[method] as number;
    if (this.made[cls] === 1) return NONE;
    this.made[cls] = 1;
    return cls;
  }

  /** The classes of which the framework has an object, with those above them, as far as they are new. */
  noteOwn(cls: number): number[] {
    const { hierarchy } = this.graph;
    const fresh: number[] = [];
    for (const type of hierarchy.supertypes(hierarchy.typeOfClass[cls] as number)) {
      const above = hierarchy.classOfType[type] as number;
      if (above < 0 || this.made[above] === 1) continue;
      this.made[above] = 1;
      fresh.push(above);
    }
    return fresh;
  }
}

/** By class: 1 where a constructor runs at all, so that code of the build makes its objects. */
export function classesMadeByCode({ hierarchy }: CallGraph, runs: (method: number) => boolean): Uint8Array {
  const made = new Uint8Array(hierarchy.typeOfClass.length);
  hierarchy.accessOf.forEach((access, method) => {
    if (isConstructor(access) && runs(method)) made[hierarchy.classOfMethod[method] as number] = 1;
  });
  return made;
}

/** @param access flags of a method */
export function isConstructor(access: number): boolean {
  return (access & (Access.STATIC | Access.CONSTRUCTOR)) === Access.CONSTRUCTOR;
}
