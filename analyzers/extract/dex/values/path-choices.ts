/** How often each way out of a branch is taken from one and the same call before the others are preferred. */
const MAX_FORKS = 2;
/** How often a branch that nothing decides is passed at all. */
const MAX_PASSES = 64;
const MAX_CONTEXTS = 1 << 10;
const ADDRESSES = 1 << 21;

/**
 * Which ways the exploration of one method has taken at branches that nothing decides. Each way out of a branch is
 * taken at least once, and a loop is left in the end; calls of the same method from different places count apart.
 */
export class PathChoices {
  private readonly contexts = new Map<string, number>();
  private readonly taken = new Map<number, number>();

  /** Number that stands for a call at an address of a method that was itself called in a context. */
  contextOf(parent: number, method: number, address: number): number {
    const key = `${parent} ${method} ${address}`;
    let context = this.contexts.get(key);
    if (context === undefined) {
      context = Math.min(this.contexts.size + 1, MAX_CONTEXTS - 1);
      this.contexts.set(key, context);
    }
    return context;
  }

  private edge(context: number, from: number, to: number): number {
    return (context * ADDRESSES + from) * ADDRESSES + to;
  }

  /** Takes a way if it has been taken less than often enough. */
  take(context: number, from: number, to: number, limit = MAX_FORKS): boolean {
    const edge = this.edge(context, from, to);
    const count = this.taken.get(edge) ?? 0;
    if (count >= limit) return false;
    this.taken.set(edge, count + 1);
    return true;
  }

  /** The way that leads furthest ahead, out of any loop; -1 once it, too, was taken too often. */
  wayOut(context: number, from: number, targets: readonly number[]): number {
    const furthest = targets.reduce((highest, target) => Math.max(highest, target), -1);
    return this.take(context, from, furthest, MAX_PASSES) ? furthest : -1;
  }
}
