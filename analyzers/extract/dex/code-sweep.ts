import type { CodeItem } from '../../formats/dex/code-item.ts';
import { OPCODE_REF, OPCODE_UNITS, Op, Ref } from '../../formats/dex/opcodes.ts';
import { payloadUnits } from '../../formats/dex/payload.ts';
import type { IdMarks } from './id-marks.ts';

/** Bits of what `sweepCode` saw. */
export const Sweep = {
  /** An instruction refers to a watched field, string or method handle. */
  HIT: 1,
  /** An instruction calls a watched method. */
  CALL: 4,
  /** The bytes are not one valid instruction after the other, so that only following the control flow can tell. */
  IRREGULAR: 2,
} as const;

const Look = {
  PASS: 0,
  METHOD: 1,
  FIELD: 2,
  STRING: 3,
  JUMBO: 4,
  CALL_SITE: 5,
  HANDLE: 6,
  NOP: 7,
  INVALID: 8,
} as const;

/** Bytes of a payload in which its size stands. */
const PAYLOAD_HEADER = 8;

/** What to do at each opcode; fields count only when they are read. */
const LOOK = Uint8Array.from({ length: 256 }, (_, opcode) => {
  if (opcode === Op.NOP) return Look.NOP;
  if (OPCODE_UNITS[opcode] === 0) return Look.INVALID;
  if (opcode === Op.CONST_STRING_JUMBO) return Look.JUMBO;
  switch (OPCODE_REF[opcode]) {
    case Ref.STRING:
      return Look.STRING;
    case Ref.METHOD:
      return Look.METHOD;
    case Ref.CALL_SITE:
      return Look.CALL_SITE;
    case Ref.METHOD_HANDLE:
      return Look.HANDLE;
    case Ref.FIELD:
      return isFieldRead(opcode) ? Look.FIELD : Look.PASS;
    default:
      return Look.PASS;
  }
});

/** True for iget and sget of every type. */
export function isFieldRead(opcode: number): boolean {
  return (opcode >= Op.IGET && opcode <= Op.IGET_SHORT) || (opcode >= Op.SGET && opcode <= Op.SGET_SHORT);
}

/**
 * Goes once over a method's instructions, one behind the other, and says whether a closer look is worth it. The
 * hottest loop of the program: no calls, no objects.
 */
export function sweepCode(bytes: Uint8Array, code: CodeItem, marks: IdMarks): number {
  const { methods, fields, strings, callSites, methodHandles } = marks;
  const end = code.insnsOffset + 2 * code.insnsSize;
  let offset = code.insnsOffset;
  let seen = 0;
  while (offset < end) {
    const opcode = bytes[offset] as number;
    const look = LOOK[opcode] as number;
    let units = OPCODE_UNITS[opcode] as number;
    if (look !== Look.PASS) {
      if (look === Look.NOP) {
        if (bytes[offset + 1] !== 0) {
          if (offset + PAYLOAD_HEADER > bytes.length) return seen | Sweep.IRREGULAR;
          units = payloadUnits(bytes, offset) || 1;
        }
      } else if (look === Look.INVALID) {
        return seen | Sweep.IRREGULAR;
      } else {
        const index = (bytes[offset + 2] as number) | ((bytes[offset + 3] as number) << 8);
        let mark: number | undefined;
        if (look === Look.METHOD) mark = methods[index];
        else if (look === Look.FIELD) mark = fields[index];
        else if (look === Look.STRING) mark = strings[index];
        else if (look === Look.JUMBO) {
          const high = (bytes[offset + 4] as number) | ((bytes[offset + 5] as number) << 8);
          mark = strings[index + high * 0x10000];
        } else if (look === Look.CALL_SITE) mark = callSites[index];
        else mark = methodHandles[index];
        if (mark === undefined) return seen | Sweep.IRREGULAR;
        if (mark !== 0) seen |= look === Look.METHOD ? Sweep.CALL : Sweep.HIT;
      }
    }
    offset += 2 * units;
  }
  return offset === end ? seen : seen | Sweep.IRREGULAR;
}
