import { ClassDataReader } from '../../formats/dex/class-data.ts';
import { CodeItem } from '../../formats/dex/code-item.ts';
import type { DexFile } from '../../formats/dex/dex-file.ts';
import type { WorkBudget } from '../../model/work-budget.ts';

/**
 * Goes over the methods of a class that have code, within a budget. One serves any number of classes:
 * ```
 * walk.open(dex.classDataOffset(classDef));
 * while (walk.next()) … walk.data.index, walk.code …
 * ```
 * Both throw a DexError where the class data or a code item lie outside the file; a budget that is spent ends the walk.
 */
export class MethodWalk {
  /** Of the method that the walk is at. */
  readonly data: ClassDataReader;
  readonly code: CodeItem;

  constructor(
    dex: DexFile,
    private readonly budget: WorkBudget,
  ) {
    this.data = new ClassDataReader(dex.bytes);
    this.code = new CodeItem(dex.bytes);
  }

  /** @param offset of the class data; 0, where a class has none, is not to be opened */
  open(offset: number): void {
    this.data.open(offset);
    this.budget.spend(this.data.skippingCost);
    this.data.skipFields();
  }

  /** Moves to the next method with code, opened. */
  next(): boolean {
    while (this.budget.spend(1) && this.data.nextMethod()) {
      if (this.data.codeOffset === 0) continue;
      this.code.open(this.data.codeOffset);
      return true;
    }
    return false;
  }
}
