import { CodeEvent, type CodeEvents } from '../../model/program.ts';
import type { WorkBudget } from '../../model/work-budget.ts';
import type { TypeFlow } from './type-flow.ts';

const NONE = -1;
const MANY = 2;
/** Values of registers from here on are not followed; compilers use some hundreds at most. */
const MOST_REGISTERS = 1024;
const FEWEST_REGISTERS = 16;
const NO_HANDLERS: ReadonlySet<number> = new Set();

/** What the registers hold where paths join. */
interface Join {
  nodes: Int32Array;
  /** By register: the node that stands for whatever comes here, -1 where all paths bring the same. */
  merged: Int32Array;
  entered: boolean;
}

/** Serves methods with up to so many registers, one after the other. */
interface Room {
  current: Int32Array;
  /** As long as `current`: no nodes. */
  none: Int32Array;
  /** Joins of former methods, of which the first ones serve the present one. */
  pool: Join[];
}

function roomFor(registers: number): Room {
  return { current: new Int32Array(registers), none: new Int32Array(registers).fill(NONE), pool: [] };
}

/**
 * Which node each register of one method holds at each instruction: the one last written on the way there. Where paths
 * bring different ones, a node of its own stands for all of them, as a phi function does. Goes over the instructions
 * once; where a loop begins, such nodes are made beforehand for what is written inside.
 */
export class RegisterNodes {
  private flow: TypeFlow | null = null;
  private events: CodeEvents | null = null;
  private budget: WorkBudget | null = null;
  private position = 0;
  private live = true;
  private registers = 0;
  private current: Int32Array = new Int32Array(0);
  private room: Room = roomFor(0);
  /** By size. */
  private readonly rooms: (Room | undefined)[] = [];
  /** How often each register is written, at most MANY, and the address at which it was so last. */
  private writes = new Uint8Array(16);
  private lastWrites = new Int32Array(16);
  private readonly joins = new Map<number, Join>();
  private used = 0;
  private readonly loops = new Set<number>();
  private hasLoops = false;
  private handlers: ReadonlySet<number> = NO_HANDLERS;
  private isGuarded = false;
  /** Address from which other handlers count. */
  private sameHandlersUntil = 0;
  private readonly exact = new Map<number, number>();
  private hasExact = false;

  begin(flow: TypeFlow, events: CodeEvents, budget: WorkBudget): void {
    this.flow = flow;
    this.events = events;
    this.budget = budget;
    this.position = 0;
    this.live = true;
    this.registers = Math.min(events.registers, MOST_REGISTERS);
    let size = 0;
    while (FEWEST_REGISTERS << size < this.registers) size++;
    this.room = this.rooms[size] ??= roomFor(FEWEST_REGISTERS << size);
    this.current = this.room.current;
    if (this.registers > this.writes.length) {
      this.writes = new Uint8Array(2 * this.registers);
      this.lastWrites = new Int32Array(2 * this.registers);
    }
    this.current.set(this.room.none);
    // Asking maps and sets for their sizes takes longer.
    if (this.used > 0) this.joins.clear();
    this.used = 0;
    if (this.hasLoops) this.loops.clear();
    this.hasLoops = events.loops;
    if (this.hasExact) this.exact.clear();
    this.hasExact = false;
    this.handlers = NO_HANDLERS;
    this.isGuarded = false;
    this.sameHandlersUntil = 0;
    if (!events.loops) return;
    this.findLoops(events);
    this.countWrites(events);
  }

  private findLoops({ data, length }: CodeEvents): void {
    for (let at = 0; at < length; at += data[at + 1] as number) {
      const address = data[at + 2] as number;
      switch (data[at]) {
        case CodeEvent.IF:
          if ((data[at + 6] as number) <= address) this.loops.add(data[at + 6] as number);
          break;
        case CodeEvent.GOTO:
          if ((data[at + 3] as number) <= address) this.loops.add(data[at + 3] as number);
          break;
        case CodeEvent.SWITCH:
          for (let i = at + 4; i < at + (data[at + 1] as number); i++) {
            if ((data[i] as number) <= address) this.loops.add(data[i] as number);
          }
          break;
      }
    }
  }

  private countWrites({ data, length, registers, ins }: CodeEvents): void {
    this.writes.fill(0, 0, registers);
    for (let i = Math.max(0, registers - ins); i < registers; i++) this.writes[i] = 1;
    for (let at = 0; at < length; at += data[at + 1] as number) {
      const kind = data[at] as number;
      const defines =
        (kind >= CodeEvent.NEW && kind <= CodeEvent.MOVE) ||
        (kind === CodeEvent.RESULT && data[at + 4] !== 0) ||
        kind === CodeEvent.IGET ||
        kind === CodeEvent.SGET ||
        kind === CodeEvent.AGET ||
        kind === CodeEvent.ARRAY ||
        kind === CodeEvent.CAST ||
        kind === CodeEvent.WRITE;
      const register = data[at + 3] as number;
      if (!defines || register < 0 || register >= registers) continue;
      this.writes[register] = Math.min(MANY, (this.writes[register] as number) + 1);
      this.lastWrites[register] = data[at + 2] as number;
    }
  }

  /** Goes on to the instruction at an address, through the places on the way where paths join. */
  moveTo(address: number): void {
    const { targets, handlers } = this.events as CodeEvents;
    for (let at = this.position; at <= address; at++) {
      if (targets[at] === 1) this.enter(at);
    }
    this.position = address + 1;
    if (handlers.length > 0 && address >= this.sameHandlersUntil) this.watchHandlers(address);
  }

  /** An exception takes what the registers hold here to the handlers of the range. */
  private watchHandlers(address: number): void {
    const { handlers } = this.events as CodeEvents;
    const found = new Set<number>();
    this.spend(handlers.length);
    let until = Number.MAX_SAFE_INTEGER;
    for (let i = 0; i < handlers.length; i += 3) {
      const start = handlers[i] as number;
      const end = handlers[i + 1] as number;
      if (start <= address && address < end) found.add(handlers[i + 2] as number);
      if (start > address) until = Math.min(until, start);
      if (end > address) until = Math.min(until, end);
    }
    this.sameHandlersUntil = until;
    for (const handler of found) if (!this.handlers.has(handler)) this.jump(handler);
    this.handlers = found;
    this.isGuarded = found.size > 0;
  }

  private enter(address: number): void {
    if (this.live) this.jump(address);
    const join = this.joins.get(address);
    this.live = true;
    if (join === undefined) {
      // Only what comes later leads here: nothing is known yet, and nothing that is the method's own.
      const fresh = this.newJoin(address);
      fresh.nodes.fill(NONE);
      this.openLoop(fresh, address);
      this.resume(fresh);
      return;
    }
    if (this.loops.has(address)) this.openLoop(join, address);
    join.entered = true;
    this.resume(join);
  }

  private resume({ nodes }: Join): void {
    this.spend(this.registers);
    this.current.set(nodes);
  }

  private openLoop(join: Join, address: number): void {
    join.entered = true;
    if (!this.loops.has(address)) return;
    for (let register = 0; register < this.registers; register++) {
      const writes = this.writes[register] as number;
      const changes = writes === MANY || (writes > 0 && join.nodes[register] === NONE);
      if (!changes || (this.lastWrites[register] as number) < address || join.merged[register] !== NONE) continue;
      this.merge(join, register, NONE);
    }
  }

  private newJoin(address: number): Join {
    const { current, none, pool } = this.room;
    let join = pool[this.used];
    if (join === undefined) {
      join = { nodes: new Int32Array(current.length), merged: new Int32Array(current.length), entered: false };
      pool.push(join);
    }
    this.used++;
    join.entered = false;
    // All of it at once: most methods have a few registers, for which a loop takes longer.
    join.nodes.set(current);
    join.merged.set(none);
    this.joins.set(address, join);
    return join;
  }

  /** A path leads from here to an address. */
  jump(address: number): void {
    const { current, registers } = this;
    if (!this.spend(registers)) return;
    const join = this.joins.get(address);
    if (join === undefined) {
      this.newJoin(address);
      return;
    }
    const { nodes, merged } = join;
    for (let register = 0; register < registers; register++) {
      const node = current[register] as number;
      const known = nodes[register] as number;
      if (node === known || node === NONE) continue;
      if (merged[register] !== NONE) (this.flow as TypeFlow).edge(node, merged[register] as number);
      else if (join.entered) continue;
      else if (known === NONE) nodes[register] = node;
      else this.merge(join, register, node);
    }
  }

  private merge(join: Join, register: number, other: number): void {
    const flow = this.flow as TypeFlow;
    const known = join.nodes[register] as number;
    const filter =
      known >= 0 && other >= 0 && flow.filterOf(known) === flow.filterOf(other) ? flow.filterOf(known) : NONE;
    const merged = flow.node(filter);
    flow.edge(known, merged);
    flow.edge(other, merged);
    join.merged[register] = merged;
    join.nodes[register] = merged;
  }

  /** What follows is reached another way, if at all. */
  endBlock(): void {
    this.live = false;
  }

  define(register: number, node: number): void {
    if (register < 0 || register >= this.registers) return;
    this.current[register] = node;
    if (!this.isGuarded || node === NONE || !this.spend(this.handlers.size)) return;
    for (const handler of this.handlers) {
      const join = this.joins.get(handler);
      if (join === undefined || join.nodes[register] === node) continue;
      if (join.merged[register] !== NONE) (this.flow as TypeFlow).edge(node, join.merged[register] as number);
      else if (join.entered) continue;
      else if (join.nodes[register] === NONE) join.nodes[register] = node;
      else this.merge(join, register, node);
    }
  }

  /** Takes away what looking at so many registers or handlers costs; false once nothing more is to be looked at. */
  private spend(steps: number): boolean {
    return (this.budget as WorkBudget).spend(steps);
  }

  /** Node of a register's value, -1 where none matters. */
  use(register: number): number {
    return register < 0 || register >= this.registers ? NONE : (this.current[register] as number);
  }

  /** Takes note that a node holds an object of exactly this class. */
  setExact(node: number, cls: number): void {
    this.exact.set(node, cls);
    this.hasExact = true;
  }

  exactOf(node: number): number {
    return this.hasExact ? (this.exact.get(node) ?? NONE) : NONE;
  }
}
