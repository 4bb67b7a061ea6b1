import { passesTest } from '../../../model/branch-test.ts';
import { UNKNOWN, type Value } from './value.ts';

/** Operators in the order of their opcodes, shared by registers and literals. */
const INT_OPERATORS = ['add', 'sub', 'mul', 'div', 'rem', 'and', 'or', 'xor', 'shl', 'shr', 'ushr'] as const;
const LITERAL_OPERATORS = ['add', 'rsub', 'mul', 'div', 'rem', 'and', 'or', 'xor', 'shl', 'shr', 'ushr'] as const;
type Operator = (typeof INT_OPERATORS)[number] | 'rsub';

/** `binop vA, vB, vC` and `binop/2addr` on ints and longs, by the position of the opcode in its row. */
export function binary(position: number, left: Value, right: Value): Value {
  const operator = INT_OPERATORS[position];
  return operator === undefined ? UNKNOWN : operate(operator, left, right);
}

/** `binop/lit16` and `binop/lit8`. */
export function withLiteral(position: number, left: Value, literal: number): Value {
  const operator = LITERAL_OPERATORS[position];
  return operator === undefined ? UNKNOWN : operate(operator, left, literal);
}

function operate(operator: Operator, left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return ofInts(operator, left, right);
  if (typeof left === 'bigint' && (typeof right === 'bigint' || typeof right === 'number')) {
    return ofLongs(operator, left, BigInt(right));
  }
  return UNKNOWN;
}

function ofInts(operator: Operator, left: number, right: number): Value {
  switch (operator) {
    case 'add':
      return (left + right) | 0;
    case 'sub':
      return (left - right) | 0;
    case 'rsub':
      return (right - left) | 0;
    case 'mul':
      return Math.imul(left, right);
    case 'div':
      return right === 0 ? UNKNOWN : (left / right) | 0;
    case 'rem':
      return right === 0 ? UNKNOWN : (left % right) | 0;
    case 'and':
      return left & right;
    case 'or':
      return left | right;
    case 'xor':
      return left ^ right;
    case 'shl':
      return left << right;
    case 'shr':
      return left >> right;
    case 'ushr':
      return (left >>> right) | 0;
  }
}

function ofLongs(operator: Operator, left: bigint, right: bigint): Value {
  const shift = right & 63n;
  switch (operator) {
    case 'add':
      return BigInt.asIntN(64, left + right);
    case 'sub':
      return BigInt.asIntN(64, left - right);
    case 'rsub':
      return BigInt.asIntN(64, right - left);
    case 'mul':
      return BigInt.asIntN(64, left * right);
    case 'div':
      return right === 0n ? UNKNOWN : BigInt.asIntN(64, left / right);
    case 'rem':
      return right === 0n ? UNKNOWN : left % right;
    case 'and':
      return left & right;
    case 'or':
      return left | right;
    case 'xor':
      return left ^ right;
    case 'shl':
      return BigInt.asIntN(64, left << shift);
    case 'shr':
      return left >> shift;
    case 'ushr':
      return BigInt.asIntN(64, BigInt.asUintN(64, left) >> shift);
  }
}

const NEG_INT = 0x7b;
const NOT_INT = 0x7c;
const NEG_LONG = 0x7d;
const NOT_LONG = 0x7e;
const INT_TO_LONG = 0x81;
const LONG_TO_INT = 0x84;
const INT_TO_BYTE = 0x8d;
const INT_TO_CHAR = 0x8e;
const INT_TO_SHORT = 0x8f;

/** `unop vA, vB`; what involves floating-point numbers is unknown. */
export function unary(opcode: number, value: Value): Value {
  if (typeof value === 'bigint') {
    if (opcode === NEG_LONG) return BigInt.asIntN(64, -value);
    if (opcode === NOT_LONG) return ~value;
    return opcode === LONG_TO_INT ? Number(BigInt.asIntN(32, value)) : UNKNOWN;
  }
  if (typeof value !== 'number') return UNKNOWN;
  switch (opcode) {
    case NEG_INT:
      return -value | 0;
    case NOT_INT:
      return ~value;
    case INT_TO_LONG:
      return BigInt(value);
    case INT_TO_BYTE:
      return (value << 24) >> 24;
    case INT_TO_CHAR:
      return value & 0xffff;
    case INT_TO_SHORT:
      return (value << 16) >> 16;
    default:
      return UNKNOWN;
  }
}

/** `cmp-long`. */
export function compareLongs(left: Value, right: Value): Value {
  if (typeof left !== 'bigint' || typeof right !== 'bigint') return UNKNOWN;
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Whether a test holds, null where that is not known.
 * @param test 0 to 5 for eq, ne, lt, ge, gt, le
 */
export function holds(test: number, left: Value, right: Value): boolean | null {
  if (typeof left === 'number' && typeof right === 'number') return passesTest(test, left, right);
  // An object that is followed is not null; whether two are the same is not followed.
  if (test > 1 || left === UNKNOWN || right !== 0 || !isObject(left)) return null;
  return test === 1;
}

function isObject(value: Value): boolean {
  return typeof value === 'string' || (typeof value === 'object' && !('prefix' in value));
}
