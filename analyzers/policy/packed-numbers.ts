type Numbers = Int32Array | Uint16Array;

/** The machine's own order of bytes; what is packed is little-endian. */
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Numbers as Base64 of their bytes, which JSON gives back in one piece. */
export function packNumbers(numbers: Numbers): string {
  const bytes = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  return ordered(Buffer.from(bytes), numbers.BYTES_PER_ELEMENT).toString('base64');
}

/** What `packNumbers` made of numbers of 32 bits. */
export function unpackInt32(packed: string): Int32Array {
  const bytes = bytesOf(packed, Int32Array.BYTES_PER_ELEMENT);
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / Int32Array.BYTES_PER_ELEMENT);
}

/** What `packNumbers` made of numbers of 16 bits. */
export function unpackUint16(packed: string): Uint16Array {
  const bytes = bytesOf(packed, Uint16Array.BYTES_PER_ELEMENT);
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / Uint16Array.BYTES_PER_ELEMENT);
}

/** Apart from the buffers that Node shares, whose parts may begin anywhere. */
function bytesOf(packed: string, size: number): Buffer {
  const bytes = Buffer.alloc(Buffer.byteLength(packed, 'base64'));
  bytes.write(packed, 'base64');
  return ordered(bytes, size);
}

function ordered(bytes: Buffer, size: number): Buffer {
  if (LITTLE_ENDIAN) return bytes;
  return size === Int32Array.BYTES_PER_ELEMENT ? bytes.swap32() : bytes.swap16();
}
