import { DexError } from '../../formats/dex/dex-error.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import type { WorkBudget } from '../../model/work-budget.ts';
import { MethodWalk } from './method-walk.ts';

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
  const walk = new MethodWalk(dex, budget);
  try {
    walk.open(offset);
    while (walk.next()) if (walk.code.insnsSize > LONGEST_STUB) return true;
  } catch (error) {
    if (!(error instanceof DexError)) throw error;
    return true;
  }
  return budget.spent;
}
