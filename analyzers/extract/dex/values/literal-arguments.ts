import { readU2, readU4 } from '../../../formats/dex/little-endian.ts';
import { destinationOf, OPCODE_WRITES, Op } from '../../../formats/dex/opcodes.ts';
import { argumentRegisters } from './instructions.ts';
import type { MethodCode, MethodReference } from './program.ts';
import { STRING } from './value.ts';

const NOTHING = -1;

/** Other types of arguments that may be what is asked for. */
const MAY_TELL: ReadonlySet<string> = new Set([
  'Ljava/lang/CharSequence;',
  'Ljava/lang/Class;',
  'Ljava/lang/Object;',
  'Ljava/io/File;',
  'Ljava/util/List;',
  'Landroid/net/Uri;',
]);

/** Follows string constants through the straight pieces of one method, instruction by instruction in their order. */
export class LiteralArguments {
  /** By register: string index, or NOTHING. */
  private readonly strings: Int32Array;

  constructor(private readonly method: MethodCode) {
    this.strings = new Int32Array(method.registers).fill(NOTHING);
  }

  /** @param joins another way leads to the instruction at byte `offset` */
  pass(offset: number, joins: boolean): void {
    const { bytes } = this.method.dex;
    const { strings } = this;
    if (joins) strings.fill(NOTHING);
    const register = destinationOf(bytes, offset);
    if (register < 0) return;
    const opcode = bytes[offset] as number;
    for (let i = OPCODE_WRITES[opcode] as number; i > 0; i--) {
      if (register + i <= strings.length) strings[register + i - 1] = NOTHING;
    }
    if (register >= strings.length) return;
    if (opcode === Op.CONST_STRING) strings[register] = readU2(bytes, offset + 2);
    else if (opcode === Op.CONST_STRING_JUMBO) strings[register] = readU4(bytes, offset + 2);
  }

  /** The strings that a call is given, null where it is given none or one that is not a literal there. */
  of(offset: number, { parameters }: MethodReference, isStatic: boolean): string[] | null {
    const registers = argumentRegisters(this.method.dex.bytes, offset);
    const texts: string[] = [];
    let position = isStatic ? 0 : 1;
    for (const type of parameters) {
      if (type === STRING) {
        const string = this.strings[registers[position] ?? -1] ?? NOTHING;
        if (string === NOTHING) return null;
        texts.push(this.method.texts.string(string));
      } else if (type.startsWith('[') || MAY_TELL.has(type)) {
        return null;
      }
      position += type === 'J' || type === 'D' ? 2 : 1;
    }
    return texts.length === 0 ? null : texts;
  }
}
