import type { Cursor } from './cursor.ts';
import { DexError } from './dex-error.ts';

/** `value_type` codes of "encoded_value encoding" that something asks for. */
export const ValueType = {
  BYTE: 0x00,
  SHORT: 0x02,
  CHAR: 0x03,
  INT: 0x04,
  LONG: 0x06,
  METHOD_TYPE: 0x15,
  METHOD_HANDLE: 0x16,
  STRING: 0x17,
  ARRAY: 0x1c,
  ANNOTATION: 0x1d,
  NULL: 0x1e,
  BOOLEAN: 0x1f,
} as const;

/** Bytes that a value of each type may take; -1 for types that are no part of the format. */
const MAX_SIZES = new Int8Array(32).fill(-1);
for (const [type, size] of [
  [0x00, 1],
  [0x02, 2],
  [0x03, 2],
  [0x04, 4],
  [0x06, 8],
  [0x10, 4],
  [0x11, 8],
  [0x15, 4],
  [0x16, 4],
  [0x17, 4],
  [0x18, 4],
  [0x19, 4],
  [0x1a, 4],
  [0x1b, 4],
  [0x1c, 0],
  [0x1d, 0],
  [0x1e, 0],
  [0x1f, 0],
] as const) {
  MAX_SIZES[type] = size;
}

/** Arrays and annotations inside each other; real ones are a few deep. */
const MAX_DEPTH = 32;

/**
 * Reads the values of one `encoded_array` one after the other into the same two fields. Arrays and annotations inside
 * are passed over as one value without content.
 */
export class EncodedArrayReader {
  /** ValueType of the present value. */
  type = 0;
  /** Low 32 bits of a number (sign-extended), an index, or 0 and 1 of a boolean; 0 for what is passed over. */
  value = 0;
  private remaining: number;

  /** @param cursor at the array's size; moves along. @throws DexError past the end */
  constructor(private readonly cursor: Cursor) {
    this.remaining = cursor.uleb128();
  }

  /** Moves to the next value. @throws DexError past the end of the file or on a value of no known type */
  next(): boolean {
    if (this.remaining === 0) return false;
    this.remaining--;
    this.begin(this.cursor);
    const { cursor } = this;
    const start = cursor.offset;
    const head = cursor.u1();
    const type = head & 0x1f;
    const argument = head >> 5;
    const size = MAX_SIZES[type] as number;
    if (size < 0 || (size > 0 && argument >= size)) throw new DexError('invalid encoded value', start);
    this.type = type;
    if (size > 0) this.value = readNumber(cursor, argument + 1, type);
    else {
      this.value = type === ValueType.BOOLEAN ? argument & 1 : 0;
      if (type === ValueType.ARRAY || type === ValueType.ANNOTATION) {
        cursor.offset = start;
        skipValue(cursor);
      }
    }
    return true;
  }

  /** Reads what stands before each value. */
  protected begin(_cursor: Cursor): void {}
}

/** The same of the elements of one `encoded_annotation`, behind its type: each has a name before its value. */
export class EncodedAnnotationReader extends EncodedArrayReader {
  /** String id of the present element's name. */
  name = 0;

  protected override begin(cursor: Cursor): void {
    this.name = cursor.uleb128();
  }
}

function readNumber(cursor: Cursor, size: number, type: number): number {
  let result = 0;
  for (let i = 0; i < size; i++) {
    const byte = cursor.u1();
    if (i < 4) result |= byte << (8 * i);
  }
  const signed = type === ValueType.BYTE || type === ValueType.SHORT || type === ValueType.INT;
  const unused = 32 - 8 * size;
  if ((signed || type === ValueType.LONG) && unused > 0) return (result << unused) >> unused;
  return signed || type === ValueType.LONG ? result : result >>> 0;
}

/** Moves behind one value of any depth, with a stack of its own. */
function skipValue(cursor: Cursor): void {
  // Each entry counts values still to come; a negative entry counts name and value pairs of an annotation.
  const open: number[] = [1];
  while (open.length > 0) {
    const top = open.length - 1;
    const left = open[top] as number;
    if (left === 0) {
      open.pop();
      continue;
    }
    if (left < 0) cursor.uleb128();
    open[top] = left < 0 ? left + 1 : left - 1;
    const start = cursor.offset;
    const head = cursor.u1();
    const type = head & 0x1f;
    const size = MAX_SIZES[type] as number;
    if (size < 0) throw new DexError('invalid encoded value', start);
    if (size > 0) {
      for (let i = head >> 5; i >= 0; i--) cursor.u1();
    } else if (type === ValueType.ARRAY) {
      open.push(cursor.uleb128());
    } else if (type === ValueType.ANNOTATION) {
      cursor.uleb128();
      open.push(-cursor.uleb128());
    }
    if (open.length > MAX_DEPTH) throw new DexError('encoded values nested too deep', start);
  }
}
