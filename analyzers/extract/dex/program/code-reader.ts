import type { CodeItem } from '../../../formats/dex/code-item.ts';
import { ControlFlow, Flow } from '../../../formats/dex/control-flow.ts';
import { DexError } from '../../../formats/dex/dex-error.ts';
import { destinationOf, OPCODE_UNITS, OPCODE_WRITES } from '../../../formats/dex/opcodes.ts';
import { payloadUnits, switchKeys, switchTargets } from '../../../formats/dex/payload.ts';
import { CodeEvent, type CodeEvents, InvokeKind } from '../../../model/program.ts';

/** Which operands an opcode has for us; 0 for opcodes that do not matter. */
const Form = {
  SKIP: 0,
  NOP: 1,
  INVALID: 2,
  MOVE: 3,
  RESULT: 4,
  BYTE_TYPE: 5,
  NEW_ARRAY: 6,
  FILLED: 7,
  FILLED_RANGE: 8,
  INSTANCE_FIELD: 9,
  STATIC_FIELD: 10,
  ELEMENT: 11,
  INVOKE: 12,
  INVOKE_RANGE: 13,
  RETURN: 14,
  IF: 15,
  IFZ: 16,
  GOTO: 17,
  SWITCH: 18,
  THROW: 19,
  CONST_4: 20,
  CONST_16: 21,
  CONST: 22,
  COPY: 23,
  XOR: 24,
  DERIVE: 25,
  FIELD_VALUE: 26,
  TEXT: 27,
  IN_PLACE: 28,
  WITH_SHORT: 29,
  WITH_BYTE: 30,
  TEST: 31,
} as const;

const FORM = new Uint8Array(256);
/** Forms from here on matter only where values are followed. */
const FIRST_VALUE_FORM = Form.CONST_4;

/** CodeEvent of each opcode. */
const EVENT = new Uint8Array(256);
/** 1 for opcodes that move a reference, 2 for the one that takes an exception. */
const REFERENCE = new Uint8Array(256);

/** neg-int, not-int, int-to-byte to int-to-short, and what is worked out of two ints into the first of them. */
const IN_PLACE: readonly (readonly [first: number, last: number])[] = [
  [0x7b, 0x7c],
  [0x8d, 0x8f],
  [0xb0, 0xba],
];

function define(first: number, last: number, form: number, event: number): void {
  FORM.fill(form, first, last + 1);
  EVENT.fill(event, first, last + 1);
}

for (let opcode = 0; opcode < 256; opcode++) if (OPCODE_UNITS[opcode] === 0) FORM[opcode] = Form.INVALID;
define(0x00, 0x00, Form.NOP, 0);
define(0x01, 0x03, Form.COPY, CodeEvent.COPY);
define(0xdf, 0xdf, Form.XOR, CodeEvent.XOR);
define(0x07, 0x09, Form.MOVE, CodeEvent.MOVE);
define(0x0a, 0x0d, Form.RESULT, CodeEvent.RESULT);
define(0x0e, 0x11, Form.RETURN, CodeEvent.RETURN);
define(0x12, 0x12, Form.CONST_4, CodeEvent.CONST);
define(0x13, 0x13, Form.CONST_16, CodeEvent.CONST);
define(0x14, 0x14, Form.CONST, CodeEvent.CONST);
define(0x16, 0x16, Form.CONST_16, CodeEvent.CONST);
define(0x1a, 0x1b, Form.TEXT, CodeEvent.TEXT);
define(0x17, 0x17, Form.CONST, CodeEvent.CONST);
define(0x1c, 0x1c, Form.BYTE_TYPE, CodeEvent.CLASS);
define(0x1f, 0x1f, Form.BYTE_TYPE, CodeEvent.CAST);
define(0x22, 0x22, Form.BYTE_TYPE, CodeEvent.NEW);
define(0x23, 0x23, Form.NEW_ARRAY, CodeEvent.ARRAY);
define(0x24, 0x24, Form.FILLED, CodeEvent.FILLED);
define(0x25, 0x25, Form.FILLED_RANGE, CodeEvent.FILLED);
define(0x27, 0x27, Form.THROW, CodeEvent.THROW);
define(0x28, 0x2a, Form.GOTO, CodeEvent.GOTO);
define(0x2b, 0x2c, Form.SWITCH, CodeEvent.SWITCH);
define(0x32, 0x37, Form.IF, CodeEvent.IF);
define(0x38, 0x3d, Form.IFZ, CodeEvent.IF);
define(0x46, 0x46, Form.ELEMENT, CodeEvent.AGET);
define(0x4d, 0x4d, Form.ELEMENT, CodeEvent.APUT);
define(0x54, 0x54, Form.INSTANCE_FIELD, CodeEvent.IGET);
define(0x52, 0x53, Form.FIELD_VALUE, CodeEvent.LOAD);
define(0x55, 0x58, Form.FIELD_VALUE, CodeEvent.LOAD);
define(0x59, 0x5a, Form.FIELD_VALUE, CodeEvent.STORE);
define(0x5c, 0x5f, Form.FIELD_VALUE, CodeEvent.STORE);
define(0x5b, 0x5b, Form.INSTANCE_FIELD, CodeEvent.IPUT);
define(0x60, 0x66, Form.STATIC_FIELD, CodeEvent.SGET);
define(0x67, 0x6d, Form.STATIC_FIELD, CodeEvent.SPUT);
define(0x6e, 0x72, Form.INVOKE, CodeEvent.INVOKE);
define(0x74, 0x78, Form.INVOKE_RANGE, CodeEvent.INVOKE);
define(0x2d, 0x31, Form.DERIVE, CodeEvent.DERIVE);
define(0x90, 0xaf, Form.DERIVE, CodeEvent.DERIVE);
for (const [first, last] of IN_PLACE) define(first, last, Form.IN_PLACE, CodeEvent.CALCULATE);
define(0xd0, 0xd7, Form.WITH_SHORT, CodeEvent.CALCULATE);
define(0xd8, 0xde, Form.WITH_BYTE, CodeEvent.CALCULATE);
define(0xe0, 0xe2, Form.WITH_BYTE, CodeEvent.CALCULATE);
define(0x20, 0x20, Form.TEST, CodeEvent.TEST);
define(0xfa, 0xfa, Form.INVOKE, CodeEvent.INVOKE);
define(0xfb, 0xfb, Form.INVOKE_RANGE, CodeEvent.INVOKE);
define(0xfc, 0xfc, Form.INVOKE, CodeEvent.CUSTOM);
define(0xfd, 0xfd, Form.INVOKE_RANGE, CodeEvent.CUSTOM);
for (const opcode of [0x0c, 0x11, 0x62, 0x69]) REFERENCE[opcode] = 1;
REFERENCE[0x0d] = 2;

/** 1 for opcodes that write a text or null where a reference can have been, so that none is there any more. */
const CLEARS = new Uint8Array(256);
for (const opcode of [0x12, 0x13, 0x1a, 0x1b]) CLEARS[opcode] = 1;

/** Numbers that one instruction can take in the events at most, switches aside. */
const MOST_NUMBERS = 5 + 255;

/** By CodeEvent: 1 where a reference is written to the register that is named first. */
const WRITES_REFERENCE = new Uint8Array(32);
for (const event of [
  CodeEvent.NEW,
  CodeEvent.CLASS,
  CodeEvent.MOVE,
  CodeEvent.RESULT,
  CodeEvent.IGET,
  CodeEvent.SGET,
  CodeEvent.AGET,
  CodeEvent.ARRAY,
]) {
  WRITES_REFERENCE[event] = 1;
}

/** Turns the instructions of methods into CodeEvents. */
export class CodeReader {
  private readonly flow: ControlFlow;
  /** By register of the method that is read: 1 where a reference was written that is followed. */
  private followed = new Uint8Array(256);

  constructor(private readonly bytes: Uint8Array) {
    this.flow = new ControlFlow(bytes);
  }

  /** Reads an opened code item, one instruction behind the other, or where that fails what the control flow reaches. */
  read(code: CodeItem, into: CodeEvents): void {
    into.registers = code.registers;
    into.ins = code.ins;
    into.size = code.insnsSize;
    if (into.values) into.cases.clear();
    if (into.targets.length < code.insnsSize) into.targets = new Uint8Array(2 * code.insnsSize);
    if (this.sweep(code, into, null)) return;
    this.flow.follow(code);
    this.sweep(code, into, this.flow.flags);
  }

  /** @param reached null for all instructions. @returns false when these are not one valid instruction after the other */
  private sweep(code: CodeItem, into: CodeEvents, reached: Uint8Array | null): boolean {
    const { bytes } = this;
    const { insnsOffset: start, insnsSize: size } = code;
    const { targets } = into;
    targets.fill(0, 0, size);
    into.loops = false;
    into.branches = code.tryCount > 0;
    if (this.followed.length < code.registers) this.followed = new Uint8Array(code.registers);
    const { followed } = this;
    followed.fill(0, 0, code.registers);
    followed.fill(1, Math.max(0, code.registers - code.ins), code.registers);
    let { data } = into;
    let length = 0;
    let address = 0;
    const limit = Math.min(size, (bytes.length - start) >> 1);
    while (address < limit) {
      if (reached !== null && ((reached[address] as number) & Flow.REACHED) === 0) {
        address++;
        continue;
      }
      const offset = start + 2 * address;
      const opcode = bytes[offset] as number;
      const form = FORM[opcode] as number;
      let units = OPCODE_UNITS[opcode] as number;
      if (address + units > limit && form !== Form.INVALID) return false;
      if (form === Form.SKIP || (form >= FIRST_VALUE_FORM && !into.values)) {
        if (into.values && OPCODE_WRITES[opcode] !== 0)
          length = writtenEvent(into, length, address, destinationOf(bytes, offset));
        else if (CLEARS[opcode] === 1 && followed[destinationOf(bytes, offset)] === 1) {
          const register = destinationOf(bytes, offset);
          followed[register] = 0;
          length = writtenEvent(into, length, address, register);
        }
        data = into.data;
        address += units;
        continue;
      }
      if (length + MOST_NUMBERS > data.length) data = into.data = grown(data, length + MOST_NUMBERS);
      const at = length;
      const second = bytes[offset + 1] as number;
      data[at] = EVENT[opcode] as number;
      data[at + 2] = address;
      const unit = units > 1 ? (bytes[offset + 2] as number) | ((bytes[offset + 3] as number) << 8) : 0;
      let end = at;
      switch (form) {
        case Form.NOP:
          if (second !== 0) {
            const payload = payloadAt(bytes, offset);
            if (payload < 0) return false;
            units = payload || 1;
          }
          break;
        case Form.INVALID:
          return false;
        case Form.MOVE:
          data[at + 3] = opcode === 0x07 ? second & 0x0f : opcode === 0x08 ? second : unit;
          data[at + 4] =
            opcode === 0x07
              ? second >> 4
              : opcode === 0x08
                ? unit
                : (bytes[offset + 4] as number) | ((bytes[offset + 5] as number) << 8);
          end = at + 5;
          break;
        case Form.COPY:
          data[at + 3] = opcode === 0x01 ? second & 0x0f : opcode === 0x02 ? second : unit;
          data[at + 4] =
            opcode === 0x01
              ? second >> 4
              : opcode === 0x02
                ? unit
                : (bytes[offset + 4] as number) | ((bytes[offset + 5] as number) << 8);
          end = at + 5;
          break;
        case Form.XOR:
          data[at + 3] = second;
          data[at + 4] = unit & 0xff;
          data[at + 5] = (unit << 16) >> 24;
          end = at + 6;
          break;
        case Form.RESULT:
          data[at + 3] = second;
          data[at + 4] = REFERENCE[opcode] as number;
          end = at + 5;
          break;
        case Form.BYTE_TYPE:
          data[at + 3] = second;
          data[at + 4] = unit;
          end = at + 5;
          break;
        case Form.NEW_ARRAY:
          data[at + 3] = second & 0x0f;
          data[at + 4] = unit;
          end = at + 5;
          break;
        case Form.INSTANCE_FIELD:
          data[at + 3] = second & 0x0f;
          data[at + 4] = second >> 4;
          data[at + 5] = unit;
          end = at + 6;
          break;
        case Form.STATIC_FIELD:
          data[at + 3] = REFERENCE[opcode] === 1 || into.values ? second : -1;
          data[at + 4] = unit;
          end = at + 5;
          break;
        case Form.ELEMENT:
          data[at + 3] = second;
          data[at + 4] = unit & 0xff;
          end = at + 5;
          break;
        case Form.INVOKE:
        case Form.INVOKE_RANGE:
        case Form.FILLED:
        case Form.FILLED_RANGE: {
          end = at + 3;
          if (opcode >= 0x6e && opcode <= 0x78) data[end++] = (opcode - 0x6e) % 6;
          else if (opcode === 0xfa || opcode === 0xfb) data[end++] = InvokeKind.POLYMORPHIC;
          data[end++] = unit;
          const low = bytes[offset + 4] as number;
          const high = bytes[offset + 5] as number;
          if (form === Form.INVOKE || form === Form.FILLED) {
            const count = second >> 4;
            if (count > 0) data[end++] = low & 0x0f;
            if (count > 1) data[end++] = low >> 4;
            if (count > 2) data[end++] = high & 0x0f;
            if (count > 3) data[end++] = high >> 4;
            if (count > 4) data[end++] = second & 0x0f;
          } else {
            const first = low | (high << 8);
            for (let i = 0; i < second; i++) data[end++] = first + i;
          }
          break;
        }
        case Form.RETURN:
          data[at + 3] = REFERENCE[opcode] === 1 || (into.values && opcode !== 0x0e) ? second : -1;
          end = at + 4;
          break;
        case Form.IF:
        case Form.IFZ: {
          const target = address + ((unit << 16) >> 16);
          data[at + 3] = opcode - 0x32;
          data[at + 4] = form === Form.IF ? second & 0x0f : second;
          data[at + 5] = form === Form.IF ? second >> 4 : -1;
          data[at + 6] = target;
          if (target >= 0 && target < size) targets[target] = 1;
          if (target <= address) into.loops = true;
          into.branches = true;
          end = at + 7;
          break;
        }
        case Form.GOTO: {
          const distance =
            opcode === 0x28
              ? (second << 24) >> 24
              : opcode === 0x29
                ? (unit << 16) >> 16
                : unit | ((bytes[offset + 4] as number) << 16) | ((bytes[offset + 5] as number) << 24);
          data[at + 3] = address + distance;
          if (address + distance >= 0 && address + distance < size) targets[address + distance] = 1;
          if (distance <= 0) into.loops = true;
          into.branches = true;
          end = at + 4;
          break;
        }
        case Form.SWITCH: {
          const payload =
            offset + 2 * (unit | ((bytes[offset + 4] as number) << 16) | ((bytes[offset + 5] as number) << 24));
          const cases = casesAt(bytes, payload, size);
          if (cases === null) return false;
          into.branches = true;
          if (into.values) into.cases.set(address, switchKeys(bytes, payload));
          data[at + 3] = second;
          end = at + 4;
          if (end + cases.length + MOST_NUMBERS > data.length)
            data = into.data = grown(data, end + cases.length + MOST_NUMBERS);
          for (let i = 0; i < cases.length; i++) {
            const target = address + (cases[i] as number);
            data[end++] = target;
            if (target >= 0 && target < size) targets[target] = 1;
            if (target <= address) into.loops = true;
          }
          break;
        }
        case Form.THROW:
          data[at + 3] = second;
          end = at + 4;
          break;
        case Form.DERIVE:
          data[at + 3] = second;
          data[at + 4] = unit & 0xff;
          data[at + 5] = unit >> 8;
          data[at + 6] = opcode <= 0x31 ? 1 : 0;
          data[at + 7] = opcode;
          end = at + 8;
          break;
        case Form.IN_PLACE:
          data[at + 3] = second & 0x0f;
          data[at + 4] = opcode >= 0xb0 ? second & 0x0f : second >> 4;
          data[at + 5] = opcode >= 0xb0 ? second >> 4 : -1;
          data[at + 6] = 0;
          data[at + 7] = opcode;
          end = at + 8;
          break;
        case Form.WITH_SHORT:
          data[at + 3] = second & 0x0f;
          data[at + 4] = second >> 4;
          data[at + 5] = -1;
          data[at + 6] = (unit << 16) >> 16;
          data[at + 7] = opcode;
          end = at + 8;
          break;
        case Form.WITH_BYTE:
          data[at + 3] = second;
          data[at + 4] = unit & 0xff;
          data[at + 5] = -1;
          data[at + 6] = (unit << 16) >> 24;
          data[at + 7] = opcode;
          end = at + 8;
          break;
        case Form.TEST:
          data[at + 3] = second & 0x0f;
          data[at + 4] = second >> 4;
          data[at + 5] = unit;
          end = at + 6;
          break;
        case Form.FIELD_VALUE:
          data[at + 3] = second & 0x0f;
          data[at + 4] = unit;
          data[at + 5] = second >> 4;
          end = at + 6;
          break;
        case Form.CONST_4:
          data[at + 3] = second & 0x0f;
          data[at + 4] = (second << 24) >> 28;
          end = at + 5;
          break;
        case Form.CONST_16:
          data[at + 3] = second;
          data[at + 4] = (unit << 16) >> 16;
          end = at + 5;
          break;
        case Form.TEXT:
          data[at + 3] = second;
          data[at + 4] =
            opcode === 0x1a
              ? unit
              : unit | ((bytes[offset + 4] as number) << 16) | ((bytes[offset + 5] as number) << 24);
          end = at + 5;
          break;
        case Form.CONST:
          data[at + 3] = second;
          data[at + 4] = unit | ((bytes[offset + 4] as number) << 16) | ((bytes[offset + 5] as number) << 24);
          end = at + 5;
          break;
      }
      if (end > at) {
        data[at + 1] = end - at;
        length = end;
        if (WRITES_REFERENCE[data[at] as number] === 1) followed[data[at + 3] as number] = 1;
      }
      address += units;
    }
    into.length = length;
    into.handlers = handlersOf(code);
    for (let i = 2; i < into.handlers.length; i += 3) {
      const handler = into.handlers[i] as number;
      if (handler < size) targets[handler] = 1;
    }
    return address === size || reached !== null;
  }
}

function writtenEvent(into: CodeEvents, length: number, address: number, register: number): number {
  if (length + MOST_NUMBERS > into.data.length) into.data = grown(into.data, length + MOST_NUMBERS);
  const { data } = into;
  data[length] = CodeEvent.WRITE;
  data[length + 1] = 4;
  data[length + 2] = address;
  data[length + 3] = register;
  return length + 4;
}

function handlersOf(code: CodeItem): number[] {
  if (code.tryCount === 0) return [];
  try {
    return code.handlerRanges();
  } catch (error) {
    if (!(error instanceof DexError)) throw error;
    return [];
  }
}

/** Code units of a payload, -1 where it cannot be read. */
function payloadAt(bytes: Uint8Array, offset: number): number {
  try {
    return payloadUnits(bytes, offset);
  } catch (error) {
    if (!(error instanceof DexError)) throw error;
    return -1;
  }
}

/** Branch offsets of a switch, null where they cannot be read or are more than the method has code units. */
function casesAt(bytes: Uint8Array, payload: number, size: number): Int32Array | null {
  try {
    const cases = switchTargets(bytes, payload);
    return cases.length > size ? null : cases;
  } catch (error) {
    if (!(error instanceof DexError)) throw error;
    return null;
  }
}

function grown(data: Int32Array, needed: number): Int32Array {
  const larger = new Int32Array(2 * needed);
  larger.set(data);
  return larger;
}
