import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runWithin } from '../analyzers/run-within.ts';

/** Runs tasks that end in the order of `ends`, and tells what ran beside what. */
async function observed(weights: readonly number[], tasks: number, weight: number, ends: readonly number[]) {
  const running = new Set<number>();
  const moments: number[][] = [];
  const results = await runWithin(
    weights.map((own, index) => ({ own, index })),
    { tasks, weight, weightOf: ({ own }) => own },
    async ({ index }) => {
      running.add(index);
      moments.push([...running]);
      for (let turn = ends[index % ends.length] ?? 0; turn > 0; turn--) await Promise.resolve();
      running.delete(index);
      return index;
    },
  );
  return { results, moments };
}

test('every task runs once, results stand in the order of the items, and the bounds hold at every moment', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(20), { maxLength: 30 }),
      fc.integer({ min: 1, max: 6 }),
      fc.nat(25),
      fc.array(fc.nat(12), { minLength: 1, maxLength: 9 }),
      async (weights, tasks, weight, ends) => {
        const { results, moments } = await observed(weights, tasks, weight, ends);
        expect(results).toEqual(weights.map((_, index) => index));
        expect(moments.length).toBe(weights.length);
        for (const moment of moments) {
          expect(moment.length).toBeLessThanOrEqual(tasks);
          const heavy = moment.filter((index) => (weights[index] ?? 0) > 0);
          const sum = heavy.reduce((total, index) => total + (weights[index] ?? 0), 0);
          expect(sum <= weight || heavy.length === 1).toBe(true);
        }
      },
    ),
  );
});

test('what is light goes before what is too heavy beside the heavy task that runs', async () => {
  const { moments } = await observed([9, 9, 1, 0], 2, 10, [8, 8, 1, 1]);
  expect(moments[1]).toEqual([0, 2]);
});

test('what a task throws is thrown', async () => {
  const run = runWithin([1], { tasks: 1, weight: 1, weightOf: () => 1 }, async () => {
    throw new Error('no memory');
  });
  await expect(run).rejects.toThrow('no memory');
});
