import type { CodeItem } from '../../formats/dex/code-item.ts';
import { Op } from '../../formats/dex/opcodes.ts';

const CONSTRUCTOR = 0x10000;
const STATIC = 0x8;
/** Code units within which a method without content ends: a constant and its return. */
const SHORT = 8;
/** Methods whose code was surely taken out, from which on that is no slip of some tool. */
const FEWEST_TAKEN_OUT = 8;
/** Methods without content, and their share of all, from which on no compiler made the file. */
const FEWEST_WITHOUT_CONTENT = 40;
const SHARE_WITHOUT_CONTENT = 0.6;

/**
 * Counts methods whose instructions were taken out, as packers do that put them back when the app runs: what is left
 * is filled up with zeros, calls nothing where the header has room for a call's arguments, or is a constructor that
 * calls no other, which is not valid.
 */
export class EmptiedMethods {
  private methods = 0;
  private takenOut = 0;
  private withoutContent = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** Takes one method into account. @param access its flags */
  count(code: CodeItem, access: number): void {
    this.methods++;
    const end = this.endOfContent(code);
    if (end < 0) return;
    this.withoutContent++;
    const isInitialiser = (access & CONSTRUCTOR) !== 0 && (access & STATIC) === 0;
    if (code.outs > 0 || isInitialiser || end < code.insnsSize) this.takenOut++;
  }

  /** What speaks for methods without their code, null where nothing does. */
  get finding(): string | null {
    const { methods, takenOut, withoutContent } = this;
    const many = withoutContent >= FEWEST_WITHOUT_CONTENT && withoutContent >= SHARE_WITHOUT_CONTENT * methods;
    if (takenOut < FEWEST_TAKEN_OUT && !many) return null;
    const count = many ? withoutContent : takenOut;
    return `${count} of ${methods} methods have had their code taken out, which packers put back when the app runs`;
  }

  /** Code units up to the end of a method that does nothing: returns a constant, throws null, or nothing at all; else -1. */
  private endOfContent({ insnsOffset, insnsSize }: CodeItem): number {
    const { bytes } = this;
    let unit = 0;
    for (; unit < Math.min(insnsSize, SHORT); ) {
      const opcode = bytes[insnsOffset + 2 * unit] as number;
      if (opcode === Op.NOP && bytes[insnsOffset + 2 * unit + 1] === 0) unit += 1;
      else if (opcode >= Op.CONST_4 && opcode <= Op.CONST_WIDE_HIGH16)
        unit += CONSTANT_UNITS[opcode - Op.CONST_4] as number;
      else if (opcode >= Op.RETURN_VOID && opcode <= Op.RETURN_OBJECT)
        return this.zerosFrom(insnsOffset, unit + 1, insnsSize);
      else if (opcode === Op.THROW && unit > 0) return this.zerosFrom(insnsOffset, unit + 1, insnsSize);
      else return -1;
    }
    return unit >= insnsSize ? 0 : this.zerosFrom(insnsOffset, 0, insnsSize);
  }

  /** The given end where only zeros follow, else -1. */
  private zerosFrom(start: number, end: number, size: number): number {
    for (let at = start + 2 * end; at < start + 2 * size; at++) if (this.bytes[at] !== 0) return -1;
    return end;
  }
}

/** Of the instructions from const/4 to const-wide/high16. */
const CONSTANT_UNITS = [1, 2, 3, 2, 2, 3, 5, 2];
