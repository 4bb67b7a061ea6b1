import type { CodeItem } from './code-item.ts';
import { DexError } from './dex-error.ts';
import { readS4, readU2 } from './little-endian.ts';
import { endsBlock, OPCODE_UNITS, Op } from './opcodes.ts';
import { payloadUnits, switchTargets } from './payload.ts';

/** What the flags of a ControlFlow say of a code unit. */
export const Flow = {
  /** An instruction starts here and can be reached. */
  REACHED: 1,
  /** A branch, a switch or an exception leads here. */
  TARGET: 2,
} as const;

const SMALLEST_CAPACITY = 1024;

/**
 * Follows every branch, switch and exception handler of a method from its first instruction, so that dead bytes are
 * never decoded. Iterative; each code unit is entered once. One object serves one method after the other.
 */
export class ControlFlow {
  /** Flow bits, one byte for each code unit of the present method; longer than the method. */
  flags = new Uint8Array(SMALLEST_CAPACITY);
  /** Reached places that hold no complete, valid instruction; zero in code that Android would run. */
  invalid = 0;

  private size = 0;
  /** Targets still to be followed: each code unit at most once, and the first instruction. */
  private pending = new Int32Array(SMALLEST_CAPACITY + 1);
  private pendingCount = 0;

  constructor(private readonly bytes: Uint8Array) {}

  follow(code: CodeItem): void {
    this.begin(code.insnsSize);
    try {
      for (const address of code.handlerAddresses()) this.target(address);
    } catch (error) {
      this.count(error);
    }
    let branches = 0;
    while (this.pendingCount > 0) {
      let address = this.pending[--this.pendingCount] as number;
      while (address < this.size && ((this.flags[address] as number) & Flow.REACHED) === 0) {
        const offset = code.insnsOffset + 2 * address;
        const opcode = this.bytes[offset] as number;
        const units = OPCODE_UNITS[opcode] as number;
        const payload = opcode === Op.NOP && this.bytes[offset + 1] !== 0;
        if (units === 0 || address + units > this.size || payload) {
          this.invalid++;
          break;
        }
        this.flags[address] = (this.flags[address] as number) | Flow.REACHED;
        if (opcode === Op.PACKED_SWITCH || opcode === Op.SPARSE_SWITCH) {
          // Every case has its place in a payload of the method; only switches that share one can have more.
          branches += this.followSwitch(code, offset, address, this.size - branches);
        } else if (opcode >= Op.GOTO && opcode <= Op.IF_LEZ) {
          this.followBranch(opcode, offset, address);
        }
        if (endsBlock(opcode)) break;
        address += units;
      }
      if (address >= this.size) this.invalid++;
    }
  }

  private begin(size: number): void {
    if (size > this.flags.length) {
      this.flags = new Uint8Array(2 * size);
      this.pending = new Int32Array(2 * size + 1);
    } else {
      this.flags.fill(0, 0, size);
    }
    this.size = size;
    this.invalid = 0;
    this.pendingCount = size > 0 ? 1 : 0;
    this.pending[0] = 0;
  }

  private target(address: number): void {
    if (address < 0 || address >= this.size) {
      this.invalid++;
      return;
    }
    const flags = this.flags[address] as number;
    if ((flags & Flow.TARGET) !== 0) return;
    this.flags[address] = flags | Flow.TARGET;
    this.pending[this.pendingCount++] = address;
  }

  private followBranch(opcode: number, offset: number, address: number): void {
    if (opcode === Op.GOTO) this.target(address + (((this.bytes[offset + 1] as number) << 24) >> 24));
    else if (opcode === Op.GOTO_32) this.target(address + readS4(this.bytes, offset + 2));
    else if (opcode === Op.GOTO_16 || opcode >= Op.IF_EQ) {
      this.target(address + ((readU2(this.bytes, offset + 2) << 16) >> 16));
    }
  }

  /** @returns number of cases */
  private followSwitch(code: CodeItem, offset: number, address: number, limit: number): number {
    const { bytes } = this;
    const payload = offset + 2 * readS4(bytes, offset + 2);
    const end = code.insnsOffset + 2 * code.insnsSize;
    try {
      const outside = payload < code.insnsOffset || payload >= end;
      if (outside || payload + 2 * payloadUnits(bytes, payload) > end) {
        throw new DexError('switch payload outside the method', offset);
      }
      const targets = switchTargets(bytes, payload);
      if (targets.length > limit) throw new DexError('more cases than code', offset);
      for (let i = 0; i < targets.length; i++) this.target(address + (targets[i] as number));
      return targets.length;
    } catch (error) {
      this.count(error);
      return 0;
    }
  }

  private count(error: unknown): void {
    if (!(error instanceof DexError)) throw error;
    this.invalid++;
  }
}
