import { destinationOf, OPCODE_WRITES, Op } from '../../formats/dex/opcodes.ts';

/** What is known of a register. */
export const Constant = { UNKNOWN: 0, INT: 1, LONG: 2, STRING: 3 } as const;

const MANY = 2;
const SMALLEST_CAPACITY = 64;

/**
 * Follows constants through the registers of one method: two passes over its instructions, `define` for each and then
 * `step` for each. A value holds until its register is written or another path may join, unless the register is
 * written only once in the whole method, in which case it holds everywhere.
 */
export class RegisterConstants {
  /** The result of the last `read` and the operand of the last evaluation: kind, and the low and high 32 bits. */
  kind: number = Constant.UNKNOWN;
  low = 0;
  high = 0;

  private registers = 0;
  private epoch = 0;
  private capacity = 0;
  /** How often each register is written, at most MANY. */
  private definitions = new Uint8Array(0);
  /** Kind of the constant that each register holds where it is written only once. */
  private onlyKinds = new Uint8Array(0);
  /** What each register holds at present, if its epoch is the present one. */
  private kinds = new Uint8Array(0);
  private lows = new Int32Array(0);
  private highs = new Int32Array(0);
  private epochs = new Uint32Array(0);

  /** @param staticConstants by field_id: string index of the constant that the field holds, -1 for none */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly staticConstants: Int32Array,
  ) {}

  /** Begins a method with `registers` registers, the last `ins` of which hold its arguments. */
  begin(registers: number, ins: number): void {
    this.registers = registers;
    if (registers > this.capacity) this.grow(registers);
    this.definitions.fill(0, 0, registers);
    this.definitions.fill(1, Math.max(0, registers - ins), registers);
    this.onlyKinds.fill(Constant.UNKNOWN, 0, registers);
    this.join();
  }

  private grow(registers: number): void {
    this.capacity = Math.max(registers, 2 * this.capacity, SMALLEST_CAPACITY);
    this.definitions = new Uint8Array(this.capacity);
    this.onlyKinds = new Uint8Array(this.capacity);
    this.kinds = new Uint8Array(this.capacity);
    this.lows = new Int32Array(this.capacity);
    this.highs = new Int32Array(this.capacity);
    this.epochs = new Uint32Array(this.capacity);
  }

  /** First pass: takes note of what the complete instruction at byte `offset` writes. */
  define(offset: number): void {
    const register = destinationOf(this.bytes, offset);
    if (register < 0) return;
    const last = register + (OPCODE_WRITES[this.bytes[offset] as number] as number) - 1;
    for (let i = register; i <= last && i < this.registers; i++) {
      this.definitions[i] = Math.min(MANY, (this.definitions[i] as number) + 1);
    }
    if (register >= this.registers) return;
    this.evaluate(offset);
    this.onlyKinds[register] = this.kind;
    if (this.kind === Constant.UNKNOWN || this.definitions[register] === MANY) return;
    this.lows[register] = this.low;
    this.highs[register] = this.high;
  }

  /** Second pass: forgets everything, as another path may join here. */
  join(): void {
    this.epoch++;
  }

  /** Second pass: carries out the complete instruction at byte `offset`. */
  step(offset: number): void {
    const { bytes } = this;
    const register = destinationOf(bytes, offset);
    if (register < 0 || register >= this.registers) return;
    const opcode = bytes[offset] as number;
    if (opcode >= Op.MOVE && opcode <= Op.MOVE_OBJECT_16) this.read(moveSource(bytes, offset));
    else this.evaluate(offset);
    this.write(register);
    if (OPCODE_WRITES[opcode] === 2) {
      this.kind = Constant.UNKNOWN;
      this.write(register + 1);
    }
  }

  /** Puts what is known of a register into `kind`, `low` and `high`. */
  read(register: number): void {
    const current = this.epochs[register] === this.epoch;
    if (register >= this.registers) this.kind = Constant.UNKNOWN;
    else if (current) this.kind = this.kinds[register] as number;
    else this.kind = this.definitions[register] === 1 ? (this.onlyKinds[register] as number) : Constant.UNKNOWN;
    this.low = this.lows[register] as number;
    this.high = this.highs[register] as number;
  }

  private write(register: number): void {
    if (register >= this.registers) return;
    this.kinds[register] = this.kind;
    this.epochs[register] = this.epoch;
    if (this.kind === Constant.UNKNOWN) return;
    this.lows[register] = this.low;
    this.highs[register] = this.high;
  }

  /** Puts the constant that the instruction loads into `kind`, `low` and `high`. */
  private evaluate(offset: number): void {
    const { bytes } = this;
    this.kind = Constant.UNKNOWN;
    const opcode = bytes[offset] as number;
    if (opcode === Op.SGET_OBJECT) this.string(this.staticConstants[unitAt(bytes, offset + 2)] ?? -1);
    if (opcode < Op.CONST_4 || opcode > Op.CONST_STRING_JUMBO) return;
    if (opcode === Op.CONST_4) {
      this.int(((bytes[offset + 1] as number) << 24) >> 28);
      return;
    }
    const first = unitAt(bytes, offset + 2);
    switch (opcode) {
      case Op.CONST_16:
        this.int((first << 16) >> 16);
        break;
      case Op.CONST:
        this.int(first | (unitAt(bytes, offset + 4) << 16));
        break;
      case Op.CONST_HIGH16:
        this.int(first << 16);
        break;
      case Op.CONST_WIDE_16:
        this.long((first << 16) >> 16);
        break;
      case Op.CONST_WIDE_32:
        this.long(first | (unitAt(bytes, offset + 4) << 16));
        break;
      case Op.CONST_WIDE:
        this.long(
          first | (unitAt(bytes, offset + 4) << 16),
          unitAt(bytes, offset + 6) | (unitAt(bytes, offset + 8) << 16),
        );
        break;
      case Op.CONST_WIDE_HIGH16:
        this.long(0, first << 16);
        break;
      case Op.CONST_STRING:
        this.string(first);
        break;
      case Op.CONST_STRING_JUMBO:
        this.string((first | (unitAt(bytes, offset + 4) << 16)) >>> 0);
        break;
    }
  }

  private int(value: number): void {
    this.kind = Constant.INT;
    this.low = value;
  }

  private long(low: number, high = low >> 31): void {
    this.kind = Constant.LONG;
    this.low = low;
    this.high = high;
  }

  private string(index: number): void {
    if (index < 0) return;
    this.kind = Constant.STRING;
    this.low = index;
  }
}

function unitAt(bytes: Uint8Array, offset: number): number {
  return (bytes[offset] as number) | ((bytes[offset + 1] as number) << 8);
}

/** Register that a move reads, by its three formats. */
function moveSource(bytes: Uint8Array, offset: number): number {
  switch ((bytes[offset] as number) % 3) {
    case 1:
      return (bytes[offset + 1] as number) >> 4;
    case 2:
      return unitAt(bytes, offset + 2);
    default:
      return unitAt(bytes, offset + 4);
  }
}
