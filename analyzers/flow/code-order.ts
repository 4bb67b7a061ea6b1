import type { MethodBody } from './method-body.ts';

/**
 * A moment in a method: even numbers are just before an instruction (twice its index), odd ones just behind it.
 */
export const before = (index: number): number => 2 * index;
export const behind = (index: number): number => 2 * index + 1;
export const indexOf = (moment: number): number => moment >> 1;

/**
 * Whether an instruction can run after a moment without one of certain others in between.
 * @param between indices of the instructions that must not come in between
 */
export function follows(body: MethodBody, moment: number, index: number, between: readonly number[] = []): boolean {
  const { starts, ends, blockOf, following, handlersOf } = body.graph;
  const stops = (from: number, to: number): boolean => between.some((each) => each > from && each < to);
  const from = Math.min(indexOf(moment), blockOf.length - 1);
  const block = blockOf[from] as number;
  const start = moment % 2 === 0 ? from - 1 : from;
  const target = blockOf[index] as number;
  if (block === target && before(index) >= moment && !stops(start, index)) return true;
  const seen = new Uint8Array(starts.length);
  const queue: number[] = [];
  const leave = (left: number, stopped: boolean): void => {
    for (const next of handlersOf[left] as readonly number[]) enter(next);
    if (!stopped) for (const next of following[left] as readonly number[]) enter(next);
  };
  const enter = (next: number): void => {
    if (seen[next] === 1) return;
    seen[next] = 1;
    queue.push(next);
  };
  leave(block, stops(start, ends[block] as number));
  for (let i = 0; i < queue.length; i++) {
    const at = queue[i] as number;
    const first = (starts[at] as number) - 1;
    if (at === target && !stops(first, index)) return true;
    leave(at, stops(first, ends[at] as number));
  }
  return false;
}
