import type { ImplicitEdge } from '../model/signatures.ts';
import { IntList } from './int-list.ts';

/** How control gets over an edge: by the instruction itself, or as the framework does it. */
export const EdgeMode = { CALL: 0, SYNC: 1, ASYNC: 2, CALLBACK: 3, USER: 4 } as const;

export const MODE_OF: Record<ImplicitEdge['mode'], number> = {
  sync: EdgeMode.SYNC,
  async: EdgeMode.ASYNC,
  callback: EdgeMode.CALLBACK,
  user: EdgeMode.USER,
};

const NONE = -1;

/**
 * The edges of a call graph in lists of numbers. Calls of one method stand together, in the order of its instructions;
 * a call that is dispatched names a group, the methods it may lead to. What turns up later hangs on lists of its own.
 */
export class GraphEdges {
  /** By method: first of its calls, and the one behind the last. */
  readonly firstCall: Int32Array;
  readonly endOfCalls: Int32Array;
  readonly callOffset = new IntList();
  /** Method, or `~group`. */
  readonly callTarget = new IntList();

  /** By method: first of its later edges. */
  readonly firstLater: Int32Array;
  readonly laterOffset = new IntList();
  readonly laterTarget = new IntList();
  readonly laterMode = new IntList();
  readonly nextLater = new IntList();
  private readonly lastLater: Int32Array;

  /** By group: the methods, in the order in which they turned up. */
  readonly groups: number[][] = [];

  constructor(methods: number) {
    this.firstCall = new Int32Array(methods);
    this.endOfCalls = new Int32Array(methods);
    this.firstLater = new Int32Array(methods).fill(NONE);
    this.lastLater = new Int32Array(methods).fill(NONE);
  }

  call(offset: number, target: number): void {
    this.callOffset.push(offset);
    this.callTarget.push(target);
  }

  later(from: number, offset: number, to: number, mode: number): void {
    const last = this.lastLater[from] as number;
    if (last !== NONE && this.laterTarget.at(last) === to && this.laterOffset.at(last) === offset) return;
    const edge = this.laterOffset.push(offset);
    this.laterTarget.push(to);
    this.laterMode.push(mode);
    this.nextLater.push(NONE);
    if (last === NONE) this.firstLater[from] = edge;
    else this.nextLater.data[last] = edge;
    this.lastLater[from] = edge;
  }
}
