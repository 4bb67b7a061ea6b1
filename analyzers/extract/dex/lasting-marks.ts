import { ClassDataReader } from '../../formats/dex/class-data.ts';
import { DexError } from '../../formats/dex/dex-error.ts';
import { type DexFile, NO_INDEX } from '../../formats/dex/dex-file.ts';
import type { WorkBudget } from '../../model/work-budget.ts';
import { mix, TypeShapes } from './type-shapes.ts';

/**
 * Marks of code that outlast a shrinker, which gives new names to classes and members: string constants, and the shape
 * of a class, which is its superclass, interfaces, and the types of its fields and methods, everything that is not the
 * platform's taken as one. A mark is a 32-bit number. Signatures hold the marks of their SDKs in this form.
 */

/** Shorter strings are everybody's, longer ones are data. */
const SHORTEST = 8;
const LONGEST = 160;
/** Classes of fewer members look alike. */
const FEWEST_MEMBERS = 4;
/** At most this many parameters and interfaces are looked at. */
const MOST_TYPES = 32;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Mark of the string at `start`, 0 for one that marks nothing (too short or too long). */
export function stringMark(bytes: Uint8Array, start: number): number {
  return stringMarks(bytes, Int32Array.of(start))[0] ?? 0;
}

/** Marks of many strings, 0 also for a negative start. */
export function stringMarks(bytes: Uint8Array, starts: Int32Array): Uint32Array {
  const marks = new Uint32Array(starts.length);
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i] as number;
    if (start < 0) continue;
    let hash = FNV_OFFSET;
    const limit = Math.min(bytes.length, start + LONGEST + 1);
    for (let at = start; at < limit; at++) {
      const byte = bytes[at] as number;
      if (byte === 0) {
        if (at - start >= SHORTEST) marks[i] = hash || 1;
        break;
      }
      hash = Math.imul(hash ^ byte, FNV_PRIME);
    }
  }
  return marks;
}

/** What tells members apart that agree in their types. */
const OF_INSTANCE_FIELD = 7;
const OF_STATIC_FIELD = 11;
const OF_METHOD = 13;

/** Computes the shapes of the classes of one DEX file. */
export class ClassShapes {
  private readonly data: ClassDataReader;
  /** By proto id: what a method with that descriptor adds to the shape of its class, 0 for not yet computed. */
  private readonly ofMethods: Int32Array;

  constructor(
    private readonly dex: DexFile,
    private readonly budget: WorkBudget,
    private readonly shapes = new TypeShapes(dex, budget),
  ) {
    this.data = new ClassDataReader(dex.bytes);
    this.ofMethods = new Int32Array(dex.protoCount);
  }

  /** Mark of a class, 0 for one that looks like many others or cannot be read. */
  mark(classDef: number): number {
    const { dex, data, budget, shapes } = this;
    const { tellings } = shapes;
    const offset = dex.classDataOffset(classDef);
    if (offset === 0 || budget.spent) return 0;
    try {
      const superclass = dex.superclass(classDef);
      let hash = superclass === NO_INDEX ? 0 : mix(shapes.type(superclass), 3);
      let telling = superclass === NO_INDEX ? 0 : shapes.isTelling(superclass);
      const interfaces = dex.interfacesOffset(classDef);
      if (interfaces !== 0) {
        for (const type of dex.typeList(interfaces, MOST_TYPES)) {
          hash = (hash + mix(shapes.type(type), 5)) | 0;
          telling += shapes.isTelling(type);
        }
      }
      let members = 0;
      data.open(offset);
      // Members count in no order, as a shrinker sorts them by their new names.
      while (budget.spend(1) && data.nextField()) {
        const type = dex.fieldType(data.index);
        hash = (hash + mix(shapes.type(type), data.staticPosition < 0 ? OF_INSTANCE_FIELD : OF_STATIC_FIELD)) | 0;
        telling += shapes.isTelling(type);
        members++;
      }
      while (budget.spend(1) && data.nextMethod()) {
        const proto = dex.methodProto(data.index);
        hash = (hash + (this.ofMethods[proto] || this.ofMethod(proto))) | 0;
        telling += tellings[proto] ?? 0;
        members++;
      }
      return members < FEWEST_MEMBERS || telling < FEWEST_MEMBERS ? 0 : mix(hash, members) >>> 0 || 1;
    } catch (error) {
      if (!(error instanceof DexError)) throw error;
      budget.fail();
      return 0;
    }
  }

  private ofMethod(proto: number): number {
    const hash = mix(this.shapes.proto(proto), OF_METHOD);
    this.ofMethods[proto] = hash;
    return hash;
  }
}
