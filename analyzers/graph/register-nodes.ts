import { CodeEvent, type CodeEvents } from '../model/program.ts';
import type { TypeFlow } from './type-flow.ts';

const NONE = -1;
const MANY = 2;

/**
 * Which node each register of one method holds. Inside a block that is the last one written there; where paths join, a
 * register that is written only once still holds that, and any other holds whatever was ever written to it.
 */
export class RegisterNodes {
  private flow: TypeFlow | null = null;
  private events: CodeEvents | null = null;
  private position = 0;
  private epoch = 0;
  private capacity = 0;
  private writes = new Uint8Array(0);
  private epochs = new Int32Array(0);
  private current = new Int32Array(0);
  /** Node of what was ever written to a register, -1 before it was asked for. */
  private unions = new Int32Array(0);
  /** Registers written since the last branch that are written more than once. */
  private written: number[] = [];
  private readonly exact = new Map<number, number>();

  begin(flow: TypeFlow, events: CodeEvents): void {
    this.flow = flow;
    this.events = events;
    this.position = 0;
    this.epoch++;
    const { registers } = events;
    if (registers > this.capacity) this.grow(registers);
    this.writes.fill(0, 0, registers);
    this.unions.fill(NONE, 0, registers);
    this.current.fill(NONE, 0, registers);
    this.written.length = 0;
    this.exact.clear();
    for (let i = Math.max(0, registers - events.ins); i < registers; i++) this.writes[i] = 1;
    const { data, length } = events;
    for (let at = 0; at < length; at += data[at + 1] as number) {
      const kind = data[at] as number;
      const defines =
        (kind >= CodeEvent.NEW && kind <= CodeEvent.MOVE) ||
        (kind === CodeEvent.RESULT && data[at + 4] === 1) ||
        kind === CodeEvent.IGET ||
        kind === CodeEvent.SGET ||
        kind === CodeEvent.AGET ||
        kind === CodeEvent.ARRAY ||
        kind === CodeEvent.CAST;
      const register = data[at + 3] as number;
      if (defines && register >= 0 && register < registers) {
        this.writes[register] = Math.min(MANY, (this.writes[register] as number) + 1);
      }
    }
  }

  private grow(registers: number): void {
    this.capacity = Math.max(2 * this.capacity, registers, 256);
    this.writes = new Uint8Array(this.capacity);
    this.epochs = new Int32Array(this.capacity);
    this.current = new Int32Array(this.capacity);
    this.unions = new Int32Array(this.capacity);
    this.epoch = 1;
  }

  /** Goes on to the instruction at an address; begins a new block where paths join on the way. */
  moveTo(address: number): void {
    const { targets } = this.events as CodeEvents;
    for (let at = this.position; at <= address; at++) {
      if (targets[at] === 1) {
        this.endBlock();
        break;
      }
    }
    this.position = address + 1;
  }

  /** A path leaves here, and another goes on. */
  branch(): void {
    for (const register of this.written) this.spill(register);
    this.written.length = 0;
  }

  /** What follows is reached another way. */
  endBlock(): void {
    this.branch();
    this.epoch++;
  }

  private spill(register: number): void {
    const node = this.current[register] as number;
    if (node >= 0) (this.flow as TypeFlow).edge(node, this.union(register));
  }

  private union(register: number): number {
    let node = this.unions[register] as number;
    if (node === NONE) {
      node = (this.flow as TypeFlow).node(NONE);
      this.unions[register] = node;
    }
    return node;
  }

  define(register: number, node: number): void {
    if (register < 0 || register >= this.capacity) return;
    this.current[register] = node;
    this.epochs[register] = this.epoch;
    if (this.writes[register] === MANY) this.written.push(register);
    else if (node >= 0 && (this.unions[register] as number) >= 0) {
      (this.flow as TypeFlow).edge(node, this.unions[register] as number);
    }
  }

  /** Node of a register's value, -1 where none matters. */
  use(register: number): number {
    if (register < 0 || register >= this.capacity) return NONE;
    if (this.epochs[register] === this.epoch) return this.current[register] as number;
    const node = this.current[register] as number;
    if (this.writes[register] !== MANY && node >= 0) return node;
    return this.writes[register] === 0 ? NONE : this.union(register);
  }

  /** Takes note that a node holds an object of exactly this class. */
  setExact(node: number, cls: number): void {
    this.exact.set(node, cls);
  }

  exactOf(node: number): number {
    return this.exact.get(node) ?? NONE;
  }
}
