import { ClassDataReader } from '../../formats/dex/class-data.ts';
import { DexError } from '../../formats/dex/dex-error.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import { EncodedArrayReader, ValueType } from '../../formats/dex/encoded-value.ts';
import type { Fact } from '../../model/fact.ts';
import type { ByteTrie } from './byte-trie.ts';
import type { WorkBudget } from './work-budget.ts';

/** Fields that hold the version of an SDK. */
export interface VersionFields {
  /** Descriptors of their classes; positions in `fields`. */
  classes: ByteTrie;
  /** Class by class: field name -> `class.field`. */
  fields: readonly ReadonlyMap<string, string>[];
}

const VERSION = /^[vV]?\d[\w.+-]{0,40}$/;

/** One fact for each known field whose initial value looks like a version; what cannot be read is left out. */
export function findVersions(file: string, dex: DexFile, versions: VersionFields, budget: WorkBudget): Fact[] {
  const facts: Fact[] = [];
  const data = new ClassDataReader(dex.bytes);
  for (let classDef = 0; classDef < dex.classCount && !budget.spent; classDef++) {
    const start = dex.typeStart(dex.classType(classDef));
    const fields = start < 0 ? undefined : versions.fields[versions.classes.whole(dex.bytes, start)];
    if (fields === undefined || dex.classDataOffset(classDef) === 0 || dex.staticValuesOffset(classDef) === 0) continue;
    try {
      data.open(dex.classDataOffset(classDef));
      const values = new EncodedArrayReader(dex.cursor(dex.staticValuesOffset(classDef)));
      while (budget.spend(1) && values.next() && data.nextField() && data.staticPosition >= 0) {
        if (values.type !== ValueType.STRING) continue;
        const field = fields.get(dex.string(dex.fieldName(data.index)));
        const version = field === undefined ? '' : dex.string(values.value);
        if (field === undefined || !VERSION.test(version)) continue;
        facts.push({ kind: 'version', value: field, args: [version], at: { file, class: classOf(field) } });
      }
    } catch (error) {
      if (!(error instanceof DexError)) throw error;
      budget.fail();
    }
  }
  return facts;
}

/** `class.field` -> class. */
export function classOf(field: string): string {
  return field.slice(0, field.lastIndexOf('.'));
}
