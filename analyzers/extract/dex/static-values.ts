import { ACC_FINAL, ACC_STATIC, ClassDataReader } from '../../formats/dex/class-data.ts';
import { DexError } from '../../formats/dex/dex-error.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import { EncodedArrayReader, ValueType } from '../../formats/dex/encoded-value.ts';
import type { WorkBudget } from '../../model/work-budget.ts';

const ACC_CONSTANT = ACC_STATIC | ACC_FINAL;

/** String constants that stand as initial values of static fields. */
export interface StaticStrings {
  /** By field_id: string index of a static final field's value, -1 for none. */
  constants: Int32Array;
  /** Watched strings, as pairs of class_def and string index, in the order of the file. */
  watched: { classDef: number; string: number }[];
  /** Classes whose values could not be read to their end. */
  corrupt: number;
}

/**
 * Reads all `static_values` of a DEX file.
 * @param strings by string_id: 1 for watched
 */
export function readStaticStrings(dex: DexFile, strings: Uint8Array, budget: WorkBudget): StaticStrings {
  const result: StaticStrings = { constants: new Int32Array(dex.fieldCount).fill(-1), watched: [], corrupt: 0 };
  const data = new ClassDataReader(dex.bytes);
  for (let classDef = 0; classDef < dex.classCount; classDef++) {
    const offset = dex.staticValuesOffset(classDef);
    if (offset === 0) continue;
    const cursor = dex.cursor(offset);
    try {
      const values = new EncodedArrayReader(cursor);
      const dataOffset = dex.classDataOffset(classDef);
      let fields = dataOffset !== 0;
      if (fields) data.open(dataOffset);
      while (values.next() && budget.allows(cursor.offset - offset)) {
        fields = fields && data.nextField();
        if (values.type !== ValueType.STRING) continue;
        if (strings[values.value] === 1) result.watched.push({ classDef, string: values.value });
        const constant = fields && data.staticPosition >= 0 && (data.accessFlags & ACC_CONSTANT) === ACC_CONSTANT;
        if (constant && data.index < dex.fieldCount) result.constants[data.index] = values.value;
      }
    } catch (error) {
      if (!(error instanceof DexError)) throw error;
      result.corrupt++;
      budget.fail();
    }
    if (!budget.spend(cursor.offset - offset)) break;
  }
  return result;
}
