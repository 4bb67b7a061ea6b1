import { type FlowCode, type FlowInstruction, FlowKind } from '../model/flow-code.ts';
import { type BlockGraph, blockGraph } from './block-graph.ts';

const NONE = -1;
const NOTHING: readonly number[] = [];
/** Registers times blocks of the largest method whose values are told apart. */
const MOST_PLACES = 2_000_000;
const MOST_ROUNDS = 64;

/** Where a value comes from: a parameter, an instruction, or the paths that meet at the beginning of a block. */
export type Definition =
  | { kind: 'parameter'; register: number }
  | { kind: 'instruction'; index: number }
  | { kind: 'join'; block: number; from: { value: number; index: number }[] };

export interface Use {
  /** Instruction. */
  index: number;
  /** Position in its `from`. */
  position: number;
}

/** A join that a value gets to. */
interface Reaching {
  value: number;
  index: number;
}

/** A method in static single assignment form: every value has one definition and a list of its uses. */
export interface MethodBody {
  code: FlowCode;
  graph: BlockGraph;
  definitions: readonly Definition[];
  /** By instruction: the values that it reads, -1 for none. */
  reads: readonly (readonly number[])[];
  /** By instruction: the value that it makes, -1 for none. */
  makes: Int32Array;
  uses: readonly (readonly Use[] | undefined)[];
  /** By value: the joins that it gets to, each with the last instruction at which it is still that value. */
  joins: readonly (readonly Reaching[] | undefined)[];
  /** Instructions that return. */
  returns: readonly number[];
  /** Value of each incoming register. */
  incoming: readonly number[];
  /** What can run after a moment, by moments that were asked for: see code-order.ts. */
  later: Map<number, (index: number) => boolean>;
}

/** Finds the values of a method; null where it is too large. */
export function methodBody(code: FlowCode): MethodBody | null {
  const { instructions, registers, ins } = code;
  const graph = blockGraph(code);
  const blocks = graph.starts.length;
  if (blocks * registers > MOST_PLACES || ins > registers) return null;
  const definitions: Definition[] = [];
  const incoming: number[] = [];
  const first = new Int32Array(registers).fill(NONE);
  for (let register = registers - ins; register < registers; register++) {
    first[register] = definitions.push({ kind: 'parameter', register: register - (registers - ins) }) - 1;
    incoming.push(first[register] as number);
  }
  const ends: (Int32Array | undefined)[] = new Array(blocks);
  const joinsOf = new Map<number, Int32Array>();
  const reads: (readonly number[])[] = new Array(instructions.length).fill(NOTHING);
  const makes = new Int32Array(instructions.length).fill(NONE);

  const joinAt = (block: number): Int32Array => {
    let values = joinsOf.get(block);
    if (values === undefined) {
      values = new Int32Array(registers);
      for (let register = 0; register < registers; register++) {
        // Apart, as engines are slow at making an object with another in it.
        const from: { value: number; index: number }[] = [];
        values[register] = definitions.push({ kind: 'join', block, from }) - 1;
      }
      joinsOf.set(block, values);
    }
    return values;
  };
  const give = (block: number, register: number, value: number, index: number): void => {
    const join = definitions[joinAt(block)[register] as number];
    if (value >= 0 && join?.kind === 'join') join.from.push({ value, index });
  };

  const giveAll = (block: number, state: Int32Array, index: number): void => {
    for (let register = 0; register < registers; register++) give(block, register, state[register] as number, index);
  };

  for (const block of graph.order) {
    const single = graph.singleOf[block] as number;
    const state = Int32Array.from(
      block === 0 && !graph.joined[0] ? first : single >= 0 ? (ends[single] ?? first) : joinAt(block),
    );
    const start = graph.starts[block] as number;
    if (block === 0 && graph.joined[0]) giveAll(0, first, start);
    const guards = graph.handlersOf[block] as readonly number[];
    for (const guard of guards) giveAll(guard, state, start);
    const end = graph.ends[block] as number;
    for (let index = start; index < end; index++) {
      const each = instructions[index] as FlowInstruction;
      reads[index] = each.from.map((register) => state[register] ?? NONE);
      if (each.to < 0 || each.to >= registers) continue;
      const value = each.kind === FlowKind.COPY ? (reads[index]?.[0] ?? NONE) : made(definitions, index);
      makes[index] = value;
      state[each.to] = value;
      if (each.wide && each.to + 1 < registers) state[each.to + 1] = NONE;
      for (const guard of guards) give(guard, each.to, value, index);
    }
    ends[block] = state;
  }
  for (const block of graph.order) {
    const state = ends[block] as Int32Array;
    const last = Math.max(graph.starts[block] as number, (graph.ends[block] as number) - 1);
    for (const next of graph.following[block] as readonly number[]) {
      if (graph.joined[next]) giveAll(next, state, last);
    }
  }
  return linked(code, graph, definitions, reads, makes, incoming);
}

function made(definitions: Definition[], index: number): number {
  return definitions.push({ kind: 'instruction', index }) - 1;
}

/** Leaves out joins at which only one value arrives, and notes who uses what. */
function linked(
  code: FlowCode,
  graph: BlockGraph,
  definitions: readonly Definition[],
  reads: readonly (readonly number[])[],
  makes: Int32Array,
  incoming: number[],
): MethodBody {
  const stands = Int32Array.from(definitions, (_, value) => value);
  const find = (value: number): number => {
    let at = value;
    while (at >= 0 && stands[at] !== at) {
      stands[at] = stands[stands[at] as number] as number;
      at = stands[at] as number;
    }
    return at;
  };
  for (let round = 0, changed = true; changed && round < MOST_ROUNDS; round++) {
    changed = false;
    for (let value = 0; value < definitions.length; value++) {
      const definition = definitions[value] as Definition;
      if (definition.kind !== 'join' || stands[value] !== value) continue;
      let only = NONE;
      let several = false;
      for (const { value: from } of definition.from) {
        const root = find(from);
        if (root === value || root === only) continue;
        if (only >= 0) {
          several = true;
          break;
        }
        only = root;
      }
      if (several || only < 0) continue;
      stands[value] = only;
      changed = true;
    }
  }
  // Most values have one use and no join.
  const uses: (Use[] | undefined)[] = new Array(definitions.length);
  const joins: (Reaching[] | undefined)[] = new Array(definitions.length);
  const rooted = reads.map((values, index) => {
    if (values.length === 0) return values;
    const isCopy = (code.instructions[index] as FlowInstruction).kind === FlowKind.COPY;
    return values.map((value, position) => {
      const root = value < 0 ? value : find(value);
      if (root >= 0 && !isCopy) append(uses, root, { index, position });
      return root;
    });
  });
  definitions.forEach((definition, value) => {
    if (definition.kind !== 'join' || stands[value] !== value) return;
    for (const from of definition.from) {
      from.value = find(from.value);
      if (from.value !== value) append(joins, from.value, { value, index: from.index });
    }
  });
  for (let index = 0; index < makes.length; index++) {
    if ((makes[index] as number) >= 0) makes[index] = find(makes[index] as number);
  }
  const returns = code.instructions.flatMap(({ kind }, index) => (kind === FlowKind.RETURN ? [index] : []));
  return {
    code,
    graph,
    returns,
    definitions,
    reads: rooted,
    makes,
    uses,
    joins,
    incoming: incoming.map(find),
    later: new Map(),
  };
}

function append<T>(lists: (T[] | undefined)[], at: number, item: T): void {
  const list = lists[at];
  if (list === undefined) lists[at] = [item];
  else list.push(item);
}
