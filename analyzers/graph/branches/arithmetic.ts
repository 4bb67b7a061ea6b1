/**
 * What an instruction works out of known ints, as Java does it: those of two ints from add-int on, in place or with a
 * constant, negations, narrowings, and comparisons of longs (Dalvik bytecode, 31, 7b..8f, 90..e2). NaN for all others and
 * where an operand is not known.
 * @param right the second operand, or the constant; of no account for negations and narrowings
 */
export function calculated(opcode: number, left: number, right: number): number {
  if (!Number.isFinite(left)) return Number.NaN;
  switch (opcode) {
    case 0x7b:
      return -left | 0;
    case 0x7c:
      return ~left;
    case 0x8d:
      return (left << 24) >> 24;
    case 0x8e:
      return left & 0xffff;
    case 0x8f:
      return (left << 16) >> 16;
  }
  if (!Number.isFinite(right)) return Number.NaN;
  if (opcode === 0x31) return Math.sign(left - right);
  const kind = kindOf(opcode);
  return kind < 0 ? Number.NaN : ofInts(kind, left, right);
}

/** Add, subtract, multiply, divide, rest, and, or, xor, shifts left, right and unsigned; 11 for a reversed subtraction. */
function kindOf(opcode: number): number {
  if (opcode >= 0x90 && opcode <= 0x9a) return opcode - 0x90;
  if (opcode >= 0xb0 && opcode <= 0xba) return opcode - 0xb0;
  if (opcode === 0xd1 || opcode === 0xd9) return 11;
  if (opcode >= 0xd0 && opcode <= 0xd7) return opcode - 0xd0;
  if (opcode >= 0xd8 && opcode <= 0xe2) return opcode - 0xd8;
  return -1;
}

function ofInts(kind: number, left: number, right: number): number {
  switch (kind) {
    case 0:
      return (left + right) | 0;
    case 1:
      return (left - right) | 0;
    case 2:
      return Math.imul(left, right);
    case 3:
      return right === 0 ? Number.NaN : (left / right) | 0;
    case 4:
      return right === 0 ? Number.NaN : (left % right) | 0;
    case 5:
      return left & right;
    case 6:
      return left | right;
    case 7:
      return left ^ right;
    case 8:
      return left << right;
    case 9:
      return left >> right;
    case 10:
      return (left >>> right) | 0;
    default:
      return (right - left) | 0;
  }
}
