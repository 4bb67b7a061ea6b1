import { floatOfBits } from './axml-value.ts';
import { MalformedError } from './malformed-error.ts';

const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/**
 * Steps over the fields of one protocol buffer message ("Encoding" in the protocol buffers documentation) without
 * allocating: `next()` moves on, the properties describe the field. Groups are not read; numbers keep their low 32 bits,
 * which is all that aapt2's messages use.
 */
export class ProtobufReader {
  /** Field number. */
  field = 0;
  /** Low 32 bits of a varint or of a fixed-width number, unsigned; 0 for bytes. */
  uint32 = 0;
  /** Bounds of a length-delimited field; empty for numbers. */
  start = 0;
  end = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private position = 0,
    private readonly limit = bytes.length,
  ) {}

  /**
   * Moves to the next field; false at the end of the message.
   * @throws MalformedError when a field is cut off or of an unknown wire type
   */
  next(): boolean {
    if (this.position >= this.limit) return false;
    const at = this.position;
    const tag = this.varint();
    this.field = tag >>> 3;
    this.uint32 = 0;
    this.start = this.end = 0;
    switch (tag & 7) {
      case VARINT:
        this.uint32 = this.varint();
        return true;
      case BYTES: {
        const length = this.varint();
        this.start = this.position;
        this.end = this.skip(length, at);
        return true;
      }
      case FIXED32:
      case FIXED64: {
        const start = this.position;
        this.skip((tag & 7) === FIXED32 ? 4 : 8, at);
        for (let i = 3; i >= 0; i--) this.uint32 = (this.uint32 << 8) | (this.bytes[start + i] ?? 0);
        this.uint32 >>>= 0;
        return true;
      }
    }
    throw new MalformedError(`unknown wire type ${tag & 7}`, at);
  }

  /** The field as a message of its own. */
  message(): ProtobufReader {
    return new ProtobufReader(this.bytes, this.start, this.end);
  }

  /** The field as UTF-8 text. */
  string(): string {
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + this.start, this.end - this.start).toString('utf8');
  }

  /** The field as a 32-bit float. */
  float(): number {
    return floatOfBits(this.uint32);
  }

  private skip(length: number, at: number): number {
    if (length > this.limit - this.position) throw new MalformedError('field runs past the end of its message', at);
    this.position += length;
    return this.position;
  }

  /** At most ten bytes; the low 32 bits of the number. */
  private varint(): number {
    const at = this.position;
    let low = 0;
    for (let i = 0; i < 10; i++) {
      if (this.position >= this.limit) break;
      const byte = this.bytes[this.position++] ?? 0;
      if (i < 5) low |= (byte & 0x7f) << (7 * i);
      if (byte < 0x80) return low >>> 0;
    }
    throw new MalformedError('number that does not end', at);
  }
}
