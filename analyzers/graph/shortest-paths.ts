import type { CallGraph } from './calls/call-graph.ts';
import { EdgeMode } from './calls/graph-edges.ts';
import type { Constructed } from './constructed.ts';
import type { EntryPoint } from './entry-points.ts';

const NONE = -1;

/** True when control can get over an edge. */
export type Passable = (method: number, offset: number, mode: number, target: number) => boolean;

/** A path: its entry point, and each method on the way with the offset of the call that leads on. */
export interface Path {
  entry: EntryPoint;
  steps: [method: number, offset: number][];
}

/**
 * Breadth-first search over a call graph from several entry points at once; the first found of the shortest paths counts.
 * Where it is asked which objects there are, calls wait until there is one of the class that has the method.
 */
export class ShortestPaths {
  private readonly parent: Int32Array;
  private readonly parentOffset: Int32Array;
  private readonly entryOf: Int32Array;

  constructor(
    graph: CallGraph,
    private readonly entries: readonly EntryPoint[],
    passable: Passable,
    constructed: Constructed | null = null,
  ) {
    const { edges } = graph;
    const size = graph.reached.length;
    this.parent = new Int32Array(size).fill(NONE);
    this.parentOffset = new Int32Array(size);
    this.entryOf = new Int32Array(size).fill(NONE);
    const queue: number[] = [];
    const visit = (to: number, from: number, offset: number, entry: number): void => {
      if (this.entryOf[to] !== NONE || graph.isHeld(to)) return;
      this.entryOf[to] = entry;
      this.parent[to] = from;
      this.parentOffset[to] = offset;
      queue.push(to);
    };
    /** Calls that wait for an object, by class: caller, offset and target. */
    const waiting = new Map<number, [from: number, offset: number, to: number][]>();
    const release = (cls: number): void => {
      const released = waiting.get(cls) ?? [];
      waiting.delete(cls);
      for (const [from, offset, to] of released) call(to, from, offset, this.entryOf[from] as number);
    };
    const call = (to: number, from: number, offset: number, entry: number): void => {
      const awaited = constructed?.awaitedBy(to) ?? NONE;
      if (awaited === NONE) visit(to, from, offset, entry);
      else {
        const others = waiting.get(awaited);
        if (others === undefined) waiting.set(awaited, [[from, offset, to]]);
        else others.push([from, offset, to]);
      }
    };
    entries.forEach(({ cls, method }, index) => {
      visit(method, NONE, 0, index);
      constructed?.noteOwn(cls);
    });
    for (let i = 0; i < queue.length; i++) {
      const method = queue[i] as number;
      const entry = this.entryOf[method] as number;
      const made = constructed?.note(method) ?? NONE;
      if (made !== NONE) release(made);
      const end = edges.endOfCalls[method] as number;
      for (let at = edges.firstCall[method] as number; at < end; at++) {
        const target = edges.callTarget.at(at);
        const offset = edges.callOffset.at(at);
        if (this.entryOf[target] === NONE && passable(method, offset, EdgeMode.CALL, target))
          call(target, method, offset, entry);
      }
      for (let edge = edges.firstLater[method] as number; edge !== NONE; edge = edges.nextLater.at(edge)) {
        const target = edges.laterTarget.at(edge);
        const offset = edges.laterOffset.at(edge);
        const mode = edges.laterMode.at(edge);
        if (this.entryOf[target] !== NONE || !passable(method, offset, mode, target)) continue;
        if (mode !== EdgeMode.CALL && constructed?.awaitedBy(target) === NONE)
          for (const cls of constructed.noteOwn(graph.hierarchy.classOfMethod[target] as number)) release(cls);
        call(target, method, offset, entry);
      }
    }
  }

  reaches(method: number): boolean {
    return this.entryOf[method] !== NONE;
  }

  /** The steps of the paths to methods that are reached, once each, and where they lead. */
  stepsTo(methods: readonly number[]): [method: number, offset: number, target: number][] {
    const seen = new Set<number>();
    const steps: [number, number, number][] = [];
    for (const method of methods) {
      for (let at = method; (this.parent[at] as number) !== NONE && !seen.has(at); at = this.parent[at] as number) {
        seen.add(at);
        steps.push([this.parent[at] as number, this.parentOffset[at] as number, at]);
      }
    }
    return steps;
  }

  /** The path to a method that is reached, without its own end; of a path that is too long the last steps. */
  pathTo(method: number, most: number): Path {
    const steps: [number, number][] = [];
    let at = method;
    for (; (this.parent[at] as number) !== NONE && steps.length < most; at = this.parent[at] as number) {
      steps.push([this.parent[at] as number, this.parentOffset[at] as number]);
    }
    return { entry: this.entries[this.entryOf[method] as number] as EntryPoint, steps: steps.reverse() };
  }
}
