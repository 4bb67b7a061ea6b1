/** Steps for each byte of a file. Real files, which share few code items, stay below one. */
const STEPS_PER_BYTE = 16;
const MINIMUM = 1 << 20;
const MAXIMUM = 1 << 28;
/** What an error that is thrown and caught costs beside reading a byte. */
const STEPS_PER_ERROR = 2000;

/**
 * Bounds what one file can cost: items that point at the same bytes over and over would otherwise make the work, or the
 * facts, grow with the square of its size. Counted in bytes read and characters made, so that the result does not
 * depend on the machine.
 */
export class WorkBudget {
  private left: number;

  constructor(fileSize: number) {
    this.left = Math.min(MAXIMUM, Math.max(MINIMUM, fileSize * STEPS_PER_BYTE));
  }

  get spent(): boolean {
    return this.left < 0;
  }

  /** True while `steps` more are left. */
  allows(steps: number): boolean {
    return steps <= this.left;
  }

  /** Takes away what a caught error costs; false once the budget is spent. */
  fail(): boolean {
    return this.spend(STEPS_PER_ERROR);
  }

  /** Takes `steps` away; false once the budget is spent. */
  spend(steps: number): boolean {
    this.left -= steps;
    return this.left >= 0;
  }
}
