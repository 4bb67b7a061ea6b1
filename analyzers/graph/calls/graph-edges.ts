import type { ImplicitEdge } from '../../model/signatures.ts';
import { IntList } from '../program/int-list.ts';

/** How control gets over an edge: by the instruction itself, or as the framework does it. */
export const EdgeMode = { CALL: 0, SYNC: 1, ASYNC: 2, CALLBACK: 3, USER: 4 } as const;

export const MODE_OF: Record<ImplicitEdge['mode'], number> = {
  sync: EdgeMode.SYNC,
  async: EdgeMode.ASYNC,
  callback: EdgeMode.CALLBACK,
  user: EdgeMode.USER,
};

const NONE = -1;
/** Edges of one method that are looked through for one that is there already; twice the same does no harm. */
const MOST_LOOKED_AT = 256;

/**
 * The edges of a call graph in lists of numbers. Calls of one method that lead to one other stand together, in the order
 * of its instructions. What turns up later, where calls are dispatched or the framework calls, hangs on lists of its own.
 */
export class GraphEdges {
  /** By method: first of its calls, and the one behind the last. */
  readonly firstCall: Int32Array;
  readonly endOfCalls: Int32Array;
  readonly callOffset = new IntList();
  readonly callTarget = new IntList();

  /** By method: first of its later edges. */
  readonly firstLater: Int32Array;
  readonly laterOffset = new IntList();
  readonly laterTarget = new IntList();
  readonly laterMode = new IntList();
  readonly nextLater = new IntList();
  private readonly lastLater: Int32Array;

  /** By method: 1 where its instructions are read several times, so that the same edge can turn up anew. */
  private readonly repeated: Uint8Array;

  constructor(methods: number) {
    this.firstCall = new Int32Array(methods);
    this.endOfCalls = new Int32Array(methods);
    this.firstLater = new Int32Array(methods).fill(NONE);
    this.lastLater = new Int32Array(methods).fill(NONE);
    this.repeated = new Uint8Array(methods);
  }

  call(offset: number, target: number): void {
    this.callOffset.push(offset);
    this.callTarget.push(target);
  }

  markRepeated(method: number): void {
    this.repeated[method] = 1;
  }

  later(from: number, offset: number, to: number, mode: number): void {
    const last = this.lastLater[from] as number;
    if (last !== NONE && this.laterTarget.at(last) === to && this.laterOffset.at(last) === offset) return;
    if (this.repeated[from] === 1 && this.has(from, offset, to, mode)) return;
    const edge = this.laterOffset.push(offset);
    this.laterTarget.push(to);
    this.laterMode.push(mode);
    this.nextLater.push(NONE);
    if (last === NONE) this.firstLater[from] = edge;
    else this.nextLater.data[last] = edge;
    this.lastLater[from] = edge;
  }

  private has(from: number, offset: number, to: number, mode: number): boolean {
    let edge = this.firstLater[from] as number;
    for (let looked = 0; edge !== NONE && looked < MOST_LOOKED_AT; edge = this.nextLater.at(edge), looked++) {
      const same = this.laterTarget.at(edge) === to && this.laterOffset.at(edge) === offset;
      if (same && this.laterMode.at(edge) === mode) return true;
    }
    return false;
  }

  /** What turned up later: offset, target and mode. */
  *laterOf(method: number): Generator<readonly [offset: number, target: number, mode: number]> {
    for (let edge = this.firstLater[method] as number; edge !== NONE; edge = this.nextLater.at(edge)) {
      yield [this.laterOffset.at(edge), this.laterTarget.at(edge), this.laterMode.at(edge)];
    }
  }

  /** The methods that a method calls by itself, in the order in which they were found. */
  *callsOf(method: number): Generator<readonly [offset: number, target: number]> {
    for (let call = this.firstCall[method] as number; call < (this.endOfCalls[method] as number); call++) {
      yield [this.callOffset.at(call), this.callTarget.at(call)];
    }
    for (const [offset, target, mode] of this.laterOf(method)) if (mode === EdgeMode.CALL) yield [offset, target];
  }
  /** Whether a method calls another one by itself that is marked. @param marks by method: 1 for those asked for */
  callsMarked(method: number, marks: Uint8Array): boolean {
    for (let call = this.firstCall[method] as number; call < (this.endOfCalls[method] as number); call++) {
      if (marks[this.callTarget.at(call)] === 1) return true;
    }
    for (let edge = this.firstLater[method] as number; edge !== NONE; edge = this.nextLater.at(edge)) {
      if (this.laterMode.at(edge) === EdgeMode.CALL && marks[this.laterTarget.at(edge)] === 1) return true;
    }
    return false;
  }

  /** Whether anything turned up later for a method that the framework runs, at once or on a thread. */
  startsAny(method: number): boolean {
    for (let edge = this.firstLater[method] as number; edge !== NONE; edge = this.nextLater.at(edge)) {
      const mode = this.laterMode.at(edge);
      if (mode === EdgeMode.SYNC || mode === EdgeMode.ASYNC) return true;
    }
    return false;
  }
}
