import type { MethodBody } from './method-body.ts';

/**
 * A moment in a method: even numbers are just before an instruction (twice its index), odd ones just behind it.
 */
export const before = (index: number): number => 2 * index;
export const behind = (index: number): number => 2 * index + 1;
export const indexOf = (moment: number): number => moment >> 1;

const NO_STOPS: ReadonlyMap<number, number> = new Map();
const NO_OTHERS: readonly number[] = [];

/**
 * Tells of each instruction whether it can run after a moment without one of certain others in between. The blocks that
 * can be entered are found once for all.
 * @param between indices of the instructions that must not come in between
 */
export function later(
  body: MethodBody,
  moment: number,
  between: readonly number[] = NO_OTHERS,
): (index: number) => boolean {
  if (between.length > 0) return findLater(body, moment, between);
  let known = body.later.get(moment);
  if (known === undefined) {
    known = findLater(body, moment, between);
    body.later.set(moment, known);
  }
  return known;
}

function findLater(body: MethodBody, moment: number, between: readonly number[]): (index: number) => boolean {
  const { starts, blockOf, following, handlersOf } = body.graph;
  const from = Math.min(indexOf(moment), blockOf.length - 1);
  const block = blockOf[from] as number;
  const start = moment % 2 === 0 ? from - 1 : from;
  // Where each block is left off: at the first of the others; in the block of the moment at the first behind that.
  let stops = NO_STOPS;
  let stop = Number.POSITIVE_INFINITY;
  if (between.length > 0) {
    const firsts = new Map<number, number>();
    for (const each of between) {
      const at = blockOf[each] as number;
      firsts.set(at, Math.min(each, firsts.get(at) ?? each));
      if (at === block && each > start) stop = Math.min(stop, each);
    }
    stops = firsts;
  }
  const seen = new Uint8Array(starts.length);
  const queue: number[] = [];
  const enter = (next: number): void => {
    if (seen[next] === 1) return;
    seen[next] = 1;
    queue.push(next);
  };
  const leave = (left: number, stopped: boolean): void => {
    for (const next of handlersOf[left] as readonly number[]) enter(next);
    if (!stopped) for (const next of following[left] as readonly number[]) enter(next);
  };
  leave(block, stop !== Number.POSITIVE_INFINITY);
  for (let i = 0; i < queue.length; i++) leave(queue[i] as number, stops.has(queue[i] as number));
  return (index) => {
    const at = blockOf[index] as number;
    if (at === block && before(index) >= moment && index <= stop) return true;
    return seen[at] === 1 && index <= (stops.get(at) ?? Number.POSITIVE_INFINITY);
  };
}

/** Whether an instruction can run after a moment. */
export function follows(body: MethodBody, moment: number, index: number): boolean {
  return later(body, moment)(index);
}

/** Index of the instruction at an offset, -1 for none. */
export function indexAt({ code }: MethodBody, offset: number): number {
  const { instructions } = code;
  let low = 0;
  let high = instructions.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = instructions[middle]?.offset ?? 0;
    if (at === offset) return middle;
    if (at < offset) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
