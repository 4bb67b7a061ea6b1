import { ClassDataReader } from '../../formats/dex/class-data.ts';
import { CodeItem } from '../../formats/dex/code-item.ts';
import { DexError } from '../../formats/dex/dex-error.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import type { WorkBudget } from './work-budget.ts';

/** Code units of the longest method that gives back nothing, a constant or a new object and does no more. */
const LONGEST_STUB = 12;
/** Classes that every library has made for it, whatever else it holds. */
const GENERATED = /\/(?:BuildConfig|R|R\$\w+|BR);$/;

/**
 * Whether a class does anything. No-op artifacts and interfaces that stand in for an SDK at build time have its names,
 * and methods that only return. A class that cannot be read counts as one that does.
 */
export function doesSomething(dex: DexFile, classDef: number, budget: WorkBudget): boolean {
  if (GENERATED.test(dex.typeDescriptor(dex.classType(classDef)))) return false;
  const offset = dex.classDataOffset(classDef);
  if (offset === 0) return false;
  const data = new ClassDataReader(dex.bytes);
  const code = new CodeItem(dex.bytes);
  try {
    data.open(offset);
    while (budget.spend(1) && data.nextField());
    while (budget.spend(1) && data.nextMethod()) {
      if (data.codeOffset === 0) continue;
      code.open(data.codeOffset);
      if (code.insnsSize > LONGEST_STUB) return true;
    }
  } catch (error) {
    if (!(error instanceof DexError)) throw error;
    return true;
  }
  return budget.spent;
}
