import { CodeEvent, type CodeEvents } from '../../model/program.ts';
import { WRITES } from '../program/writing-events.ts';

/** Rounds over the code: a value may go around a loop before a branch asks for it. */
const ROUNDS = 2;

/** Registers by what may be in them: nothing that is known, something, or what an event gives that was not asked yet. */
const OTHER = -1;
const KNOWN = -2;
/** In place of what the present block wrote: nothing. */
const UNWRITTEN = -3;

/** What of a method may be known before it runs. */
export class KnownRegisters {
  private readonly here: Int32Array;
  /** By register: 1 where any block may leave something known in it; and the events that may give it. */
  private readonly before: Uint8Array;
  private readonly pending = new Map<number, number[]>();
  private readonly asked = new Map<number, boolean>();
  /** By position of a call: how many of its arguments may be known. */
  private readonly handed = new Map<number, number>();

  /**
   * @param ownCount whether constants and objects count that the method makes itself
   * @param isKnown whether what is read or given at a position of the events is known (SGET, LOAD, IGET, INVOKE); and how
   * many of the arguments of a call may be
   */
  constructor(
    private readonly events: CodeEvents,
    readonly ownCount: boolean,
    private readonly isKnown: (at: number, handed: number) => boolean,
  ) {
    this.here = new Int32Array(events.registers).fill(UNWRITTEN);
    this.before = new Uint8Array(events.registers);
  }

  /** Whether something known may be in a register where the events have come to. */
  holds(register: number): boolean {
    const written = this.here[register] ?? OTHER;
    if (written >= 0) return this.ask(written);
    if (written !== UNWRITTEN) return written === KNOWN;
    if (this.before[register] === 1) return true;
    const pending = this.pending.get(register);
    if (pending === undefined) return false;
    this.pending.delete(register);
    if (!pending.some((at) => this.ask(at))) return false;
    this.before[register] = 1;
    return true;
  }

  /** As far as it can be told without asking. */
  private mayHold(register: number): boolean {
    const written = this.here[register] ?? OTHER;
    if (written !== UNWRITTEN) return written !== OTHER;
    return this.before[register] === 1 || this.pending.has(register);
  }

  /** How many of the registers that a call is given may hold something known. */
  handedAt(at: number): number {
    const { data } = this.events;
    const end = at + (data[at + 1] as number);
    let known = 0;
    for (let i = at + 5; i < end; i++) if (this.mayHold(data[i] as number)) known++;
    return known;
  }

  /** @param second -1 for none. Where the method's own constants do not count, one of two registers is enough */
  holdsBoth(first: number, second: number): boolean {
    if (this.ownCount || second < 0) return this.holds(first) && (second < 0 || this.holds(second));
    return this.holds(first) || this.holds(second);
  }

  private ask(at: number): boolean {
    let known = this.asked.get(at);
    if (known === undefined) {
      known = this.isKnown(at, this.handed.get(at) ?? 0);
      this.asked.set(at, known);
    }
    return known;
  }

  /** Goes over the code until `visit` says true. @param visit asked at every branch, switch and call */
  some(visit: (at: number) => boolean): boolean {
    const { data, length, targets } = this.events;
    for (let round = 0; round < ROUNDS; round++) {
      let result = OTHER;
      for (let at = 0; at < length; at += data[at + 1] as number) {
        const kind = data[at] as number;
        if (targets[data[at + 2] as number] === 1) this.here.fill(UNWRITTEN);
        if (kind === CodeEvent.INVOKE || kind === CodeEvent.CUSTOM) {
          result = kind === CodeEvent.INVOKE ? at : OTHER;
          if (visit(at)) return true;
        } else if (kind === CodeEvent.IF || kind === CodeEvent.SWITCH) {
          if (visit(at)) return true;
        } else if (WRITES[kind] === 1) this.write(at, result);
      }
    }
    return false;
  }

  /** @param result position of the call before */
  private write(at: number, result: number): void {
    const { data } = this.events;
    const register = data[at + 3] as number;
    if (register < 0 || register >= this.here.length) return;
    const written = this.written(at, result);
    this.here[register] = written;
    if (written === KNOWN) this.before[register] = 1;
    else if (written >= 0 && this.asked.get(written) === undefined) {
      const others = this.pending.get(register);
      if (others === undefined) this.pending.set(register, [written]);
      else if (!others.includes(written)) others.push(written);
    } else if (written >= 0 && this.asked.get(written) === true) this.before[register] = 1;
  }

  private written(at: number, result: number): number {
    const { data } = this.events;
    const b = data[at + 4] as number;
    const c = data[at + 5] as number;
    switch (data[at]) {
      case CodeEvent.CONST:
      case CodeEvent.TEXT:
      case CodeEvent.NEW:
        return this.ownCount ? KNOWN : OTHER;
      case CodeEvent.SGET:
      case CodeEvent.LOAD:
      case CodeEvent.IGET:
        return at;
      case CodeEvent.RESULT:
        if (result >= 0 && !this.handed.has(result)) this.handed.set(result, this.handedAt(result));
        return result;
      case CodeEvent.COPY:
      case CodeEvent.MOVE:
      case CodeEvent.XOR:
      case CodeEvent.TEST:
        return this.holds(b) ? KNOWN : OTHER;
      case CodeEvent.CALCULATE:
      case CodeEvent.DERIVE:
        return this.holdsBoth(b, c) ? KNOWN : OTHER;
    }
    return OTHER;
  }
}

/**
 * Whether a branch of a method may be decided by what is known before it runs: by constants, or what is worked out of
 * them. Cheaper than to run through the method, and never false where that would find a branch which is decided.
 */
export function mayBeDecided({ data }: CodeEvents, registers: KnownRegisters): boolean {
  return registers.some((at) => {
    if (data[at] === CodeEvent.SWITCH) return registers.holds(data[at + 3] as number);
    if (data[at] !== CodeEvent.IF) return false;
    const second = data[at + 5] as number;
    return registers.holdsBoth(data[at + 4] as number, second);
  });
}
