import type { MethodBody } from './method-body.ts';

/**
 * A moment in a method: even numbers are just before an instruction (twice its index), odd ones just behind it.
 */
export const before = (index: number): number => 2 * index;
export const behind = (index: number): number => 2 * index + 1;
export const indexOf = (moment: number): number => moment >> 1;

const NO_STOPS: ReadonlyMap<number, number> = new Map();
const NO_OTHERS: readonly number[] = [];
const NO_BLOCKS: readonly number[] = [];

/**
 * Tells of each instruction whether it can run after a moment without one of certain others in between. The blocks that
 * can be entered are found once for all.
 * @param between indices of the instructions that must not come in between  @param closed blocks that are not entered
 */
export function later(
  body: MethodBody,
  moment: number,
  between: readonly number[] = NO_OTHERS,
  closed: readonly number[] = NO_BLOCKS,
): (index: number) => boolean {
  if (between.length > 0 || closed.length > 0) return findLater(body, moment, between, closed);
  let known = body.later.get(moment);
  if (known === undefined) {
    known = findLater(body, moment, NO_OTHERS, NO_BLOCKS);
    body.later.set(moment, known);
  }
  return known;
}

function findLater(
  body: MethodBody,
  moment: number,
  between: readonly number[],
  closed: readonly number[],
): (index: number) => boolean {
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
  for (const each of closed) seen[each] = 1;
  const queue: number[] = [];
  let stopped = stop !== Number.POSITIVE_INFINITY;
  for (let left = block, i = 0; ; i++) {
    enterAll(handlersOf[left] as readonly number[], seen, queue);
    if (!stopped) enterAll(following[left] as readonly number[], seen, queue);
    if (i === queue.length) break;
    left = queue[i] as number;
    stopped = stops.has(left);
  }
  for (const each of closed) seen[each] = 0;
  return (index) => {
    const at = blockOf[index] as number;
    if (at === block && before(index) >= moment && index <= stop) return true;
    return seen[at] === 1 && index <= (stops.get(at) ?? Number.POSITIVE_INFINITY);
  };
}

function enterAll(blocks: readonly number[], seen: Uint8Array, queue: number[]): void {
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as number;
    if (seen[block] === 1) continue;
    seen[block] = 1;
    queue.push(block);
  }
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
