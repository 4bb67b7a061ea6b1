import { join } from './axml-writer.ts';

/** Writes protocol buffer messages for tests. */

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return [...bytes, Number(rest)];
}

/** A varint field; negative numbers take ten bytes, as int32 fields do. */
export function number(field: number, value: number): Uint8Array {
  return Uint8Array.from([...varint(field << 3), ...varint(value)]);
}

/** A length-delimited field: text, bytes or the fields of a message. */
export function bytes(field: number, content: string | Uint8Array): Uint8Array {
  const body = typeof content === 'string' ? Buffer.from(content) : content;
  return join(Uint8Array.from([...varint((field << 3) | 2), ...varint(body.length)]), body);
}

export function message(field: number, ...fields: Uint8Array[]): Uint8Array {
  return bytes(field, join(...fields));
}

/** A 32-bit float field. */
export function float(field: number, value: number): Uint8Array {
  const body = new Uint8Array(4);
  new DataView(body.buffer).setFloat32(0, value, true);
  return join(Uint8Array.of((field << 3) | 5), body);
}
