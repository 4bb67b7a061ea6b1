import type { FlowCode, FlowInstruction } from '../model/flow-code.ts';

const NONE = -1;

/** The basic blocks of a method and how control gets from one to another. */
export interface BlockGraph {
  /** By block: first instruction, and the one behind the last. */
  starts: readonly number[];
  ends: readonly number[];
  blockOf: Int32Array;
  /** By block: where control goes, handlers aside. */
  following: readonly (readonly number[])[];
  /** By block: where exceptions go. */
  handlersOf: readonly (readonly number[])[];
  /** By block: the one block that leads here, -1 for several, none, or where exceptions lead. */
  singleOf: Int32Array;
  /** By block: whether several ways lead here. */
  joined: readonly boolean[];
  /** Blocks that can be reached, each behind the one that alone leads to it. */
  order: readonly number[];
}

export function blockGraph({ instructions, handlers }: FlowCode): BlockGraph {
  const count = instructions.length;
  const leads = new Uint8Array(count + 1);
  leads[0] = 1;
  instructions.forEach(({ targets, ends }, index) => {
    for (const target of targets) leads[target] = 1;
    if (ends || targets.length > 0) leads[index + 1] = 1;
  });
  for (const [start, end, handler] of handlers) {
    leads[start] = 1;
    leads[Math.min(end, count)] = 1;
    leads[handler] = 1;
  }
  const starts: number[] = [];
  const blockOf = new Int32Array(count);
  for (let index = 0; index < count; index++) {
    if (leads[index] === 1) starts.push(index);
    blockOf[index] = starts.length - 1;
  }
  const ends = starts.map((_, block) => starts[block + 1] ?? count);
  const following = ends.map((end, block) => {
    if (end === starts[block]) return [];
    const { targets, ends: stops } = instructions[end - 1] as FlowInstruction;
    const next = targets.map((target) => blockOf[target] as number);
    if (!stops && end < count) next.push(block + 1);
    return [...new Set(next)];
  });
  const guards: Set<number>[] = starts.map(() => new Set());
  for (const [start, end, handler] of handlers) {
    const last = blockOf[Math.min(end, count) - 1] ?? NONE;
    for (let block = blockOf[start] as number; block <= last; block++) guards[block]?.add(blockOf[handler] as number);
  }
  const handlersOf = guards.map((each) => [...each]);
  const ways = new Int32Array(starts.length);
  const singleOf = new Int32Array(starts.length).fill(NONE);
  const order = reachable(following, handlersOf);
  for (const block of order) {
    for (const next of following[block] as number[]) {
      ways[next] = (ways[next] as number) + 1;
      singleOf[next] = block;
    }
    for (const next of handlersOf[block] as number[]) ways[next] = (ways[next] as number) + 2;
  }
  if (ways.length > 0) ways[0] = (ways[0] as number) + ((ways[0] as number) > 0 ? 1 : 0);
  const joined = starts.map((_, block) => (ways[block] as number) > 1);
  joined.forEach((isJoined, block) => {
    if (isJoined) singleOf[block] = NONE;
  });
  return { starts, ends, blockOf, following, handlersOf, singleOf, joined, order };
}

/** Breadth-first: a block that only one other leads to stands behind that. */
function reachable(following: readonly (readonly number[])[], handlersOf: readonly (readonly number[])[]): number[] {
  if (following.length === 0) return [];
  const seen = new Uint8Array(following.length);
  const order = [0];
  seen[0] = 1;
  for (let i = 0; i < order.length; i++) {
    const block = order[i] as number;
    for (const next of [...(following[block] as number[]), ...(handlersOf[block] as number[])]) {
      if (seen[next] === 1) continue;
      seen[next] = 1;
      order.push(next);
    }
  }
  return order;
}
