/**
 * MUTF-8 ("MUTF-8 (Modified UTF-8) Encoding" in the DEX format): UTF-16 code units in one to three bytes each, NUL in
 * two. Bytes that fit no pattern become U+FFFD one by one, as nothing hinges on them and names must stay readable.
 */

const REPLACEMENT = 0xfffd;
const CHUNK = 8192;

/** @param start offset of the first byte  @param end offset after the last one, without the terminator */
export function decodeMutf8(bytes: Uint8Array, start: number, end: number): string {
  const units: number[] = [];
  let text = '';
  let offset = start;
  while (offset < end) {
    const first = bytes[offset] as number;
    const second = offset + 1 < end ? (bytes[offset + 1] as number) : 0;
    const third = offset + 2 < end ? (bytes[offset + 2] as number) : 0;
    if (first < 0x80) {
      units.push(first);
      offset += 1;
    } else if (first >> 5 === 0b110 && second >> 6 === 0b10) {
      units.push(((first & 0x1f) << 6) | (second & 0x3f));
      offset += 2;
    } else if (first >> 4 === 0b1110 && second >> 6 === 0b10 && third >> 6 === 0b10) {
      units.push(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f));
      offset += 3;
    } else {
      units.push(REPLACEMENT);
      offset += 1;
    }
    if (units.length >= CHUNK) {
      text += String.fromCharCode(...units);
      units.length = 0;
    }
  }
  return text + String.fromCharCode(...units);
}

/** The bytes without terminator; what `decodeMutf8` turns back. */
export function encodeMutf8(text: string): Uint8Array<ArrayBuffer> {
  const ascii = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0 || unit >= 0x80) return encodeAny(text);
    ascii[i] = unit;
  }
  return ascii;
}

function encodeAny(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 0 && unit < 0x80) bytes.push(unit);
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
  }
  return Uint8Array.from(bytes);
}
