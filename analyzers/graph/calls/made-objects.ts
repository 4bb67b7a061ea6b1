import type { Hierarchy } from '../program/hierarchy.ts';
import type { Consumer } from './consumers.ts';
import type { Objects } from './objects.ts';

/**
 * The classes and lambdas of which objects are made somewhere, by type, and who waits for any of a type: rapid type
 * analysis, for where the flow of objects does not tell.
 */
export class MadeObjects {
  private readonly known = new Set<number>();
  private readonly ofType: (number[] | undefined)[];
  private readonly waiting: (Consumer[] | undefined)[];

  constructor(
    private readonly hierarchy: Hierarchy,
    private readonly objects: Objects,
    private readonly arrive: (consumer: Consumer, object: number) => void,
  ) {
    this.ofType = new Array(hierarchy.typeRoom);
    this.waiting = new Array(hierarchy.typeRoom);
  }

  /** Takes note that an object is made; of objects of one class the first counts. */
  add(object: number): void {
    const cls = this.objects.classOf(object);
    const made = cls >= 0 ? cls : object;
    if (this.known.has(made)) return;
    this.known.add(made);
    for (const type of this.hierarchy.supertypes(this.objects.typeOf(made))) {
      const others = this.ofType[type];
      if (others === undefined) this.ofType[type] = [made];
      else others.push(made);
      // Lists grow while they are gone through; what is added meanwhile has looked for itself.
      const waiting = this.waiting[type] ?? [];
      for (let i = 0, count = waiting.length; i < count; i++) this.arrive(waiting[i] as Consumer, made);
    }
  }

  /** Has `arrive` called for whatever is made of a type. */
  await(consumer: Consumer, type: number): void {
    const waiting = this.waiting[type];
    if (waiting === undefined) this.waiting[type] = [consumer];
    else waiting.push(consumer);
    const made = this.ofType[type] ?? [];
    for (let i = 0, count = made.length; i < count; i++) this.arrive(consumer, made[i] as number);
  }
}
