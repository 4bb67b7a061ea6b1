import { readS4, readU2, readU4 } from '../../../formats/dex/little-endian.ts';
import { destinationOf, OPCODE_WRITES } from '../../../formats/dex/opcodes.ts';
import { binary, compareLongs, unary, withLiteral } from './arithmetic.ts';
import { allocate } from './models/framework.ts';
import type { Frame } from './state.ts';
import { ArrayObject, ClassValue, TextObject, UNKNOWN, Unknown, type Value } from './value.ts';

/** Elements beyond which an array is not followed. */
const MAX_ARRAY = 8192;
const FILL_ARRAY_DATA = 0x0300;
const OBJECT = 'Ljava/lang/Object;';

/**
 * Carries out an instruction that neither calls, branches, returns nor touches a field; what it is not made for writes
 * Unknown. @returns steps that it costs beside its own. @throws DexError for an operand outside the file
 */
export function execute(frame: Frame, offset: number): number {
  const { bytes } = frame.method.dex;
  const opcode = bytes[offset] as number;
  const { registers } = frame;
  const second = bytes[offset + 1] as number;
  const destination = destinationOf(bytes, offset);

  if (opcode >= 0x01 && opcode <= 0x09)
    return put(registers, destination, valueIn(registers, moveSource(bytes, offset)));
  if (opcode >= 0x0a && opcode <= 0x0c) return put(registers, destination, frame.result);
  if (opcode >= 0x12 && opcode <= 0x1b) return put(registers, destination, constant(frame, offset));
  if (opcode >= 0x7b && opcode <= 0x8f)
    return put(registers, destination, unary(opcode, valueIn(registers, second >> 4)));
  if (opcode >= 0x90 && opcode <= 0xa5) {
    const right = valueIn(registers, bytes[offset + 3] as number);
    return put(
      registers,
      destination,
      binary((opcode - 0x90) % 11, valueIn(registers, bytes[offset + 2] as number), right),
    );
  }
  if (opcode >= 0xb0 && opcode <= 0xc5) {
    return put(
      registers,
      destination,
      binary((opcode - 0xb0) % 11, valueIn(registers, second & 0x0f), valueIn(registers, second >> 4)),
    );
  }
  if (opcode >= 0xd0 && opcode <= 0xd7) {
    return put(
      registers,
      destination,
      withLiteral(opcode - 0xd0, valueIn(registers, second >> 4), (readU2(bytes, offset + 2) << 16) >> 16),
    );
  }
  if (opcode >= 0xd8 && opcode <= 0xe2) {
    const literal = ((bytes[offset + 3] as number) << 24) >> 24;
    return put(
      registers,
      destination,
      withLiteral(opcode - 0xd8, valueIn(registers, bytes[offset + 2] as number), literal),
    );
  }
  if (opcode >= 0x44 && opcode <= 0x4a) {
    return put(
      registers,
      destination,
      elementAt(valueIn(registers, bytes[offset + 2] as number), valueIn(registers, bytes[offset + 3] as number)),
    );
  }
  if (opcode >= 0x4b && opcode <= 0x51) {
    setElement(
      valueIn(registers, bytes[offset + 2] as number),
      valueIn(registers, bytes[offset + 3] as number),
      valueIn(registers, second),
    );
    return 0;
  }
  const { texts } = frame.method;
  switch (opcode) {
    case 0x1c: // const-class
      return put(registers, destination, new ClassValue(texts.type(readU2(bytes, offset + 2))));
    case 0x1f: // check-cast
      registers[second] = cast(valueIn(registers, second), texts.type(readU2(bytes, offset + 2)));
      return 0;
    case 0x21: {
      const array = valueIn(registers, second >> 4);
      return put(
        registers,
        destination,
        array instanceof ArrayObject && array.elements !== null ? array.elements.length : UNKNOWN,
      );
    }
    case 0x22: // new-instance
      return put(registers, destination, allocate(texts.type(readU2(bytes, offset + 2))));
    case 0x23: {
      const type = texts.type(readU2(bytes, offset + 2));
      const length = valueIn(registers, second >> 4);
      if (typeof length !== 'number' || length < 0 || length > MAX_ARRAY) {
        put(registers, destination, new ArrayObject(type, null));
        return 0;
      }
      put(registers, destination, new ArrayObject(type, new Array<Value>(length).fill(type === '[J' ? 0n : 0)));
      return length >> 3;
    }
    case 0x24:
    case 0x25: // filled-new-array
      frame.result = new ArrayObject(
        texts.type(readU2(bytes, offset + 2)),
        argumentRegisters(bytes, offset).map((register) => valueIn(registers, register)),
      );
      return 0;
    case 0x26:
      return fillArray(bytes, offset, valueIn(registers, second));
    case 0x31: // cmp-long
      return put(
        registers,
        destination,
        compareLongs(valueIn(registers, bytes[offset + 2] as number), valueIn(registers, bytes[offset + 3] as number)),
      );
    case 0x20: // instance-of
      return put(registers, destination, valueIn(registers, second >> 4) === 0 ? 0 : UNKNOWN);
    default:
      return OPCODE_WRITES[opcode] === 0 ? 0 : put(registers, destination, UNKNOWN);
  }
}

function valueIn(registers: readonly Value[], register: number): Value {
  return registers[register] ?? UNKNOWN;
}

/** @returns the steps that it costs: none beside its own */
function put(registers: Value[], register: number, value: Value): number {
  if (register < registers.length) registers[register] = value;
  return 0;
}

/** Registers of an invoke or filled-new-array in order, by formats 35c, 45cc, 3rc and 4rcc. */
export function argumentRegisters(bytes: Uint8Array, offset: number): number[] {
  const opcode = bytes[offset] as number;
  const second = bytes[offset + 1] as number;
  const low = bytes[offset + 4] as number;
  const high = bytes[offset + 5] as number;
  const range = (opcode >= 0x74 && opcode <= 0x78) || opcode === 0x25 || opcode === 0xfb;
  if (range) return Array.from({ length: second }, (_, i) => (low | (high << 8)) + i);
  return [low & 0x0f, low >> 4, high & 0x0f, high >> 4, second & 0x0f].slice(0, second >> 4);
}

function moveSource(bytes: Uint8Array, offset: number): number {
  switch ((bytes[offset] as number) % 3) {
    case 1:
      return (bytes[offset + 1] as number) >> 4;
    case 2:
      return readU2(bytes, offset + 2);
    default:
      return readU2(bytes, offset + 4);
  }
}

function constant(frame: Frame, offset: number): Value {
  const { dex, texts } = frame.method;
  const { bytes } = dex;
  const opcode = bytes[offset] as number;
  if (opcode === 0x12) return ((bytes[offset + 1] as number) << 24) >> 28;
  const first = readU2(bytes, offset + 2);
  switch (opcode) {
    case 0x13:
      return (first << 16) >> 16;
    case 0x14:
      return readS4(bytes, offset + 2);
    case 0x15:
      return first << 16;
    case 0x16:
      return BigInt((first << 16) >> 16);
    case 0x17:
      return BigInt(readS4(bytes, offset + 2));
    case 0x18:
      return BigInt.asIntN(64, (BigInt(readU4(bytes, offset + 6)) << 32n) | BigInt(readU4(bytes, offset + 2)));
    case 0x19:
      return BigInt.asIntN(64, BigInt(first) << 48n);
    case 0x1a:
      return texts.string(first);
    default:
      return texts.string(readU4(bytes, offset + 2));
  }
}

/** A value of which only a broad type was known has the type that it is cast to. */
function cast(value: Value, type: string): Value {
  if (!(value instanceof Unknown) || type.startsWith('[')) return value;
  return value.type === '' || value.type === OBJECT ? new Unknown(type, value.from, value.prefix) : value;
}

function elementAt(array: Value, index: Value): Value {
  const type = array instanceof ArrayObject ? array.type.slice(1) : '';
  if (!(array instanceof ArrayObject) || array.elements === null || typeof index !== 'number') return new Unknown(type);
  return array.elements[index] ?? new Unknown(type);
}

function setElement(array: Value, index: Value, value: Value): void {
  if (!(array instanceof ArrayObject) || array.elements === null) return;
  if (typeof index !== 'number') array.elements = null;
  else if (index >= 0 && index < array.elements.length) array.elements[index] = narrowed(array.type, value);
}

function narrowed(type: string, value: Value): Value {
  if (typeof value !== 'number') return value instanceof TextObject || type !== '[B' ? value : UNKNOWN;
  if (type === '[B') return (value << 24) >> 24;
  return type === '[C' ? value & 0xffff : value;
}

/** `fill-array-data`. */
function fillArray(bytes: Uint8Array, offset: number, array: Value): number {
  const payload = offset + 2 * readS4(bytes, offset + 2);
  if (!(array instanceof ArrayObject) || array.elements === null || payload < 0) return 0;
  const width = readU2(bytes, payload + 2);
  const size = Math.min(readU4(bytes, payload + 4), array.elements.length);
  if (readU2(bytes, payload) !== FILL_ARRAY_DATA) return 0;
  for (let i = 0; i < size; i++) {
    const at = payload + 8 + i * width;
    if (width === 1) array.elements[i] = ((bytes[at] ?? 0) << 24) >> 24;
    else if (width === 2) array.elements[i] = array.type === '[C' ? readU2(bytes, at) : (readU2(bytes, at) << 16) >> 16;
    else if (width === 4) array.elements[i] = array.type === '[F' ? UNKNOWN : readS4(bytes, at);
    else if (array.type === '[J') {
      array.elements[i] = BigInt.asIntN(64, (BigInt(readU4(bytes, at + 4)) << 32n) | BigInt(readU4(bytes, at)));
    } else array.elements[i] = UNKNOWN;
  }
  return size >> 2;
}
