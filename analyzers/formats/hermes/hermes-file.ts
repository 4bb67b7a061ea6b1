import { MalformedError } from '../malformed-error.ts';
import { type HermesLayout, readHermesLayout } from './hermes-layout.ts';

export interface HermesFunction {
  /** Bytes from the start of the file. */
  offset: number;
  /** Bytes of instructions. */
  size: number;
  /** With `this`. */
  parameterCount: number;
  name: number;
  /** Registers of a frame. */
  frameSize: number;
}

/** A constant in a buffer of literals. */
export type HermesLiteral = string | number | boolean | null | undefined;

/** Literals read at most for one object or array. */
const MAX_LITERALS = 100_000;
const OVERFLOWED = 0x20;

/** Random access to the tables of a bytecode file; nothing is read before it is asked for. */
export class HermesFile {
  readonly layout: HermesLayout;
  private readonly view: DataView;
  private readonly strings = new Map<number, string>();

  /** @throws MalformedError as readHermesLayout does */
  constructor(readonly bytes: Uint8Array) {
    this.layout = readHermesLayout(bytes);
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** @throws MalformedError for a number that is not in the table or points outside of the storage */
  string(id: number): string {
    const known = this.strings.get(id);
    if (known !== undefined) return known;
    const { stringCount, smallStrings, overflowStrings, overflowStringCount, stringStorage, stringStorageSize } =
      this.layout;
    if (id >= stringCount) throw new MalformedError(`no string ${id}`, smallStrings);
    const entry = this.view.getUint32(smallStrings + id * 4, true);
    const isUtf16 = (entry & 1) !== 0;
    let offset = (entry >>> 1) & 0x7fffff;
    let length = entry >>> 24;
    if (length === 255) {
      if (offset >= overflowStringCount) throw new MalformedError(`no overflow string ${offset}`, overflowStrings);
      const at = overflowStrings + offset * 8;
      offset = this.view.getUint32(at, true);
      length = this.view.getUint32(at + 4, true);
    }
    const size = isUtf16 ? length * 2 : length;
    if (offset + size > stringStorageSize) throw new MalformedError('a string lies outside of the storage', offset);
    const start = stringStorage + offset;
    const encoding = isUtf16 ? 'utf-16le' : 'latin1';
    const text = new TextDecoder(encoding).decode(this.bytes.subarray(start, start + size));
    this.strings.set(id, text);
    return text;
  }

  /** @throws MalformedError for a header or code outside of the file */
  function(id: number): HermesFunction {
    const { version, functionHeaders, functionCount } = this.layout;
    if (id >= functionCount) throw new MalformedError(`no function ${id}`, functionHeaders);
    const result =
      version < 98 ? this.smallHeader(functionHeaders + id * 16) : this.compactHeader(functionHeaders + id * 12);
    if (result.offset + result.size > this.bytes.length) {
      throw new MalformedError(`function ${id} lies beyond the end of the file`, result.offset);
    }
    return result;
  }

  private smallHeader(at: number): HermesFunction {
    const first = this.word(at);
    const second = this.word(at + 4);
    const third = this.word(at + 8);
    if ((this.bytes[at + 15] as number) & OVERFLOWED) {
      const large = (third & 0x1ffffff) * 0x10000 + (first & 0x1ffffff);
      return {
        offset: this.word(large),
        parameterCount: this.word(large + 4),
        size: this.word(large + 8),
        name: this.word(large + 12),
        frameSize: this.word(large + 20),
      };
    }
    return {
      offset: first & 0x1ffffff,
      parameterCount: first >>> 25,
      size: second & 0x7fff,
      name: second >>> 15,
      frameSize: third >>> 25,
    };
  }

  /** From version 98 on. */
  private compactHeader(at: number): HermesFunction {
    const first = this.word(at);
    const second = this.word(at + 4);
    const third = this.word(at + 8);
    if ((this.bytes[at + 11] as number) & OVERFLOWED) {
      const large = ((second >>> 14) & 0xff) * 0x1000000 + (first & 0x1ffffff);
      // Offset, parameters, loop depth, size, name, numbers, other registers, frame.
      return {
        offset: this.word(large),
        parameterCount: this.word(large + 4),
        size: this.word(large + 12),
        name: this.word(large + 16),
        frameSize: this.word(large + 28),
      };
    }
    return {
      offset: first & 0x1ffffff,
      parameterCount: (first >>> 25) & 0x1f,
      size: second & 0x3fff,
      name: (second >>> 14) & 0xff,
      frameSize: third & 0xff,
    };
  }

  private word(at: number): number {
    if (at < 0 || at + 4 > this.bytes.length)
      throw new MalformedError('a function header lies outside of the file', at);
    return this.view.getUint32(at, true);
  }

  /** Offset into the object keys and number of properties of a shape (from version 97 on). */
  shape(id: number): { keys: number; count: number } {
    const { objectShapes, objectShapeCount } = this.layout;
    if (id >= objectShapeCount) throw new MalformedError(`no object shape ${id}`, objectShapes);
    return { keys: this.word(objectShapes + id * 8), count: this.word(objectShapes + id * 8 + 4) };
  }

  arrayLiterals(offset: number, count: number): HermesLiteral[] {
    return this.literals(this.layout.arrayLiterals + offset, count);
  }

  objectKeys(offset: number, count: number): HermesLiteral[] {
    return this.literals(this.layout.objectKeys + offset, count);
  }

  objectValues(offset: number, count: number): HermesLiteral[] {
    return this.literals(this.layout.objectValues + offset, count);
  }

  /** Runs of literals of one kind: a tag with the kind and the length, then the values (SerializedLiteralGenerator). */
  private literals(start: number, count: number): HermesLiteral[] {
    const { literalsEnd, version } = this.layout;
    const result: HermesLiteral[] = [];
    let at = start;
    const take = (size: number): number => {
      const here = at;
      at += size;
      if (here < start || at > literalsEnd) throw new MalformedError('literals lie outside of their buffer', here);
      return here;
    };
    while (result.length < Math.min(count, MAX_LITERALS)) {
      const tag = this.bytes[take(1)] as number;
      let length = tag & 0x0f;
      if ((tag & 0x80) !== 0) length = length * 256 + (this.bytes[take(1)] as number);
      if (length === 0) throw new MalformedError('an empty run of literals', at);
      for (; length > 0 && result.length < count; length--) result.push(this.literal((tag >> 4) & 7, take, version));
    }
    return result;
  }

  private literal(kind: number, take: (size: number) => number, version: number): HermesLiteral {
    switch (kind) {
      case 0:
        return null;
      case 1:
        return true;
      case 2:
        return false;
      case 3:
        return this.view.getFloat64(take(8), true);
      case 4:
        return this.string(this.view.getUint32(take(4), true));
      case 5:
        return this.string(this.view.getUint16(take(2), true));
      case 6:
        return version < 97 ? this.string(this.bytes[take(1)] as number) : undefined;
      default:
        return this.view.getInt32(take(4), true);
    }
  }
}
