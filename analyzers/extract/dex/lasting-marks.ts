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
  let hash = FNV_OFFSET;
  const limit = Math.min(bytes.length, start + LONGEST + 1);
  for (let at = start; at < limit; at++) {
    const byte = bytes[at] as number;
    if (byte === 0) return at - start < SHORTEST ? 0 : hash >>> 0 || 1;
    hash = Math.imul(hash ^ byte, FNV_PRIME);
  }
  return 0;
}

/** Computes the shapes of the classes of one DEX file. */
export class ClassShapes {
  private readonly data: ClassDataReader;

  constructor(
    private readonly dex: DexFile,
    private readonly budget: WorkBudget,
    private readonly shapes = new TypeShapes(dex, budget),
  ) {
    this.data = new ClassDataReader(dex.bytes);
  }

  /** Mark of a class, 0 for one that looks like many others or cannot be read. */
  mark(classDef: number): number {
    const { dex, data, budget, shapes } = this;
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
        hash = (hash + mix(shapes.type(type), data.staticPosition < 0 ? 7 : 11)) | 0;
        telling += shapes.isTelling(type);
        members++;
      }
      while (budget.spend(1) && data.nextMethod()) {
        const proto = dex.methodProto(data.index);
        hash = (hash + mix(shapes.proto(proto), 13)) | 0;
        telling += shapes.tellingTypes(proto);
        members++;
      }
      return members < FEWEST_MEMBERS || telling < FEWEST_MEMBERS ? 0 : mix(hash, members) >>> 0 || 1;
    } catch (error) {
      if (!(error instanceof DexError)) throw error;
      budget.fail();
      return 0;
    }
  }
}
