import { DEFAULT_LIMITS } from './limits.ts';

/** Steps for each byte of code. Real files, which share few code items, stay below one. */
const STEPS_PER_BYTE = 16;
const MINIMUM = 1 << 20;
/** What an error that is thrown and caught costs beside reading a byte. */
const STEPS_PER_ERROR = 2000;

/**
 * Bounds what code can cost: items that point at the same bytes over and over would otherwise make the work, or the
 * facts, grow with the square of its size, as would methods that all lead to one another. Counted in bytes read,
 * characters made and the like, so that the result does not depend on the machine.
 */
export class WorkBudget {
  private left: number;

  /** @param size bytes of the code @param most steps, whatever the size */
  constructor(size: number, most = DEFAULT_LIMITS.dexSteps) {
    this.left = Math.min(most, Math.max(MINIMUM, size * STEPS_PER_BYTE));
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
