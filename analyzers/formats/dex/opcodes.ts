/**
 * The instruction set as tables over the 256 opcodes ("Dalvik bytecode" and "Dalvik executable instruction formats" of
 * the Android Open Source Project), versions 035 to 041. Opcodes that only optimised code has (quickened, odex) count
 * as unused: they do not occur in what an app ships.
 */

/** Opcodes that something asks for by name. */
export const Op = {
  NOP: 0x00,
  MOVE: 0x01,
  MOVE_OBJECT_16: 0x09,
  RETURN_VOID: 0x0e,
  RETURN_OBJECT: 0x11,
  CONST_4: 0x12,
  CONST_16: 0x13,
  CONST: 0x14,
  CONST_HIGH16: 0x15,
  CONST_WIDE_16: 0x16,
  CONST_WIDE_32: 0x17,
  CONST_WIDE: 0x18,
  CONST_WIDE_HIGH16: 0x19,
  CONST_STRING: 0x1a,
  CONST_STRING_JUMBO: 0x1b,
  THROW: 0x27,
  GOTO: 0x28,
  GOTO_16: 0x29,
  GOTO_32: 0x2a,
  PACKED_SWITCH: 0x2b,
  SPARSE_SWITCH: 0x2c,
  IF_EQ: 0x32,
  IF_LEZ: 0x3d,
  IGET: 0x52,
  IGET_SHORT: 0x58,
  SGET: 0x60,
  SGET_OBJECT: 0x62,
  SGET_SHORT: 0x66,
  INVOKE_STATIC: 0x71,
  INVOKE_VIRTUAL_RANGE: 0x74,
  INVOKE_STATIC_RANGE: 0x77,
  INVOKE_INTERFACE_RANGE: 0x78,
  INVOKE_POLYMORPHIC: 0xfa,
  INVOKE_POLYMORPHIC_RANGE: 0xfb,
} as const;

/** What the index operand of an instruction counts in. */
export const Ref = {
  NONE: 0,
  STRING: 1,
  TYPE: 2,
  FIELD: 3,
  METHOD: 4,
  CALL_SITE: 5,
  METHOD_HANDLE: 6,
  PROTO: 7,
} as const;

/** Where the destination register stands, see `destinationOf`. */
const Destination = { NONE: 0, NIBBLE: 1, BYTE: 2, UNIT: 3 } as const;

/** Code units of each instruction; 0 for unused opcodes. Payloads follow opcode 00, see payload.ts. */
export const OPCODE_UNITS = new Uint8Array(256);
/** Ref of each instruction. */
export const OPCODE_REF = new Uint8Array(256);
/** Registers that each instruction writes: 0, 1, or 2 for a wide pair. */
export const OPCODE_WRITES = new Uint8Array(256);
const OPCODE_DESTINATION = new Uint8Array(256);

function define(
  first: number,
  last: number,
  units: number,
  writes: 0 | 1 | 2 = 0,
  destination: number = Destination.NONE,
  ref: number = Ref.NONE,
): void {
  OPCODE_UNITS.fill(units, first, last + 1);
  OPCODE_WRITES.fill(writes, first, last + 1);
  OPCODE_DESTINATION.fill(destination, first, last + 1);
  OPCODE_REF.fill(ref, first, last + 1);
}

const { NIBBLE, BYTE, UNIT } = Destination;

define(0x00, 0x00, 1); // nop
for (const [first, writes] of [
  [0x01, 1],
  [0x04, 2],
  [0x07, 1],
] as const) {
  define(first, first, 1, writes, NIBBLE); // move, move-wide, move-object
  define(first + 1, first + 1, 2, writes, BYTE); // …/from16
  define(first + 2, first + 2, 3, writes, UNIT); // …/16
}
define(0x0a, 0x0d, 1, 1, BYTE); // move-result, move-result-object, move-exception
define(0x0b, 0x0b, 1, 2, BYTE); // move-result-wide
define(0x0e, 0x11, 1); // return
define(0x12, 0x12, 1, 1, NIBBLE); // const/4
define(0x13, 0x13, 2, 1, BYTE); // const/16
define(0x14, 0x14, 3, 1, BYTE); // const
define(0x15, 0x15, 2, 1, BYTE); // const/high16
define(0x16, 0x16, 2, 2, BYTE); // const-wide/16
define(0x17, 0x17, 3, 2, BYTE); // const-wide/32
define(0x18, 0x18, 5, 2, BYTE); // const-wide
define(0x19, 0x19, 2, 2, BYTE); // const-wide/high16
define(0x1a, 0x1a, 2, 1, BYTE, Ref.STRING); // const-string
define(0x1b, 0x1b, 3, 1, BYTE, Ref.STRING); // const-string/jumbo
define(0x1c, 0x1c, 2, 1, BYTE, Ref.TYPE); // const-class
define(0x1d, 0x1e, 1); // monitor-enter, monitor-exit
define(0x1f, 0x1f, 2, 0, BYTE, Ref.TYPE); // check-cast leaves the value as it is
define(0x20, 0x20, 2, 1, NIBBLE, Ref.TYPE); // instance-of
define(0x21, 0x21, 1, 1, NIBBLE); // array-length
define(0x22, 0x22, 2, 1, BYTE, Ref.TYPE); // new-instance
define(0x23, 0x23, 2, 1, NIBBLE, Ref.TYPE); // new-array
define(0x24, 0x25, 3, 0, Destination.NONE, Ref.TYPE); // filled-new-array
define(0x26, 0x26, 3); // fill-array-data
define(0x27, 0x28, 1); // throw, goto
define(0x29, 0x29, 2); // goto/16
define(0x2a, 0x2c, 3); // goto/32, packed-switch, sparse-switch
define(0x2d, 0x31, 2, 1, BYTE); // cmp
define(0x32, 0x3d, 2); // if-test, if-testz
define(0x44, 0x4a, 2, 1, BYTE); // aget
define(0x45, 0x45, 2, 2, BYTE); // aget-wide
define(0x4b, 0x51, 2); // aput
define(0x52, 0x58, 2, 1, NIBBLE, Ref.FIELD); // iget
define(0x53, 0x53, 2, 2, NIBBLE, Ref.FIELD); // iget-wide
define(0x59, 0x5f, 2, 0, Destination.NONE, Ref.FIELD); // iput
define(0x60, 0x66, 2, 1, BYTE, Ref.FIELD); // sget
define(0x61, 0x61, 2, 2, BYTE, Ref.FIELD); // sget-wide
define(0x67, 0x6d, 2, 0, Destination.NONE, Ref.FIELD); // sput
define(0x6e, 0x72, 3, 0, Destination.NONE, Ref.METHOD); // invoke-kind
define(0x74, 0x78, 3, 0, Destination.NONE, Ref.METHOD); // invoke-kind/range
define(0x7b, 0x8f, 1, 1, NIBBLE); // unop
for (const wide of [0x7d, 0x7e, 0x80, 0x81, 0x83, 0x86, 0x88, 0x89, 0x8b]) define(wide, wide, 1, 2, NIBBLE);
define(0x90, 0x9a, 2, 1, BYTE); // binop: int
define(0x9b, 0xa5, 2, 2, BYTE); // long
define(0xa6, 0xaa, 2, 1, BYTE); // float
define(0xab, 0xaf, 2, 2, BYTE); // double
define(0xb0, 0xba, 1, 1, NIBBLE); // binop/2addr: int
define(0xbb, 0xc5, 1, 2, NIBBLE); // long
define(0xc6, 0xca, 1, 1, NIBBLE); // float
define(0xcb, 0xcf, 1, 2, NIBBLE); // double
define(0xd0, 0xd7, 2, 1, NIBBLE); // binop/lit16
define(0xd8, 0xe2, 2, 1, BYTE); // binop/lit8
define(0xfa, 0xfb, 4, 0, Destination.NONE, Ref.METHOD); // invoke-polymorphic
define(0xfc, 0xfd, 3, 0, Destination.NONE, Ref.CALL_SITE); // invoke-custom
define(0xfe, 0xfe, 2, 1, BYTE, Ref.METHOD_HANDLE); // const-method-handle
define(0xff, 0xff, 2, 1, BYTE, Ref.PROTO); // const-method-type

/** True for opcodes behind which the next instruction is not reached by falling through. */
export function endsBlock(opcode: number): boolean {
  return (opcode >= Op.RETURN_VOID && opcode <= Op.RETURN_OBJECT) || (opcode >= Op.THROW && opcode <= Op.GOTO_32);
}

/** First register that the instruction at byte `offset` writes, -1 when it writes none. The instruction is complete. */
export function destinationOf(bytes: Uint8Array, offset: number): number {
  const opcode = bytes[offset] as number;
  if (OPCODE_WRITES[opcode] === 0) return -1;
  switch (OPCODE_DESTINATION[opcode]) {
    case Destination.NIBBLE:
      return (bytes[offset + 1] as number) & 0x0f;
    case Destination.BYTE:
      return bytes[offset + 1] as number;
    default:
      return (bytes[offset + 2] as number) | ((bytes[offset + 3] as number) << 8);
  }
}
