/** What may run at once. */
export interface Bounds<T> {
  /** Tasks at once, at least 1. */
  tasks: number;
  /** Weight of a task; one of none is held back by the number of tasks alone. */
  weightOf: (item: T) => number;
  /** Weight at once; what is heavier runs beside nothing that has a weight. */
  weight: number;
}

/**
 * Runs a task for every item, in order, except that one which is too heavy beside those that run lets later ones go
 * first.
 * @returns results in the order of the items
 * @throws what a task throws
 */
export async function runWithin<T, R>(
  items: readonly T[],
  { tasks, weightOf, weight }: Bounds<T>,
  run: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(items.length);
  const waiting = items.map((item, index) => ({ item, index, own: weightOf(item) }));
  const running = new Set<Promise<void>>();
  let now = 0;
  const start = async ({ item, index, own }: (typeof waiting)[number]): Promise<void> => {
    now += own;
    results[index] = await run(item);
    now -= own;
  };
  for (;;) {
    const next =
      running.size < tasks ? waiting.findIndex(({ own }) => own === 0 || now === 0 || now + own <= weight) : -1;
    if (next >= 0) {
      for (const one of waiting.splice(next, 1)) {
        const task = start(one).then(() => void running.delete(task));
        running.add(task);
      }
    } else if (running.size > 0) await Promise.race(running);
    else return results;
  }
}
