import type { GapCode } from '../../../model/gap.ts';

/** Bytes up to which a script is read; larger ones become gaps. */
export const MAX_SCRIPT_BYTES = 64 * 1024 * 1024;

/** First four bytes of an indexed RAM bundle, little-endian (Metro). */
const RAM_BUNDLE_MAGIC = 0xfb0bd1e5;
/** Bytes at the start in which a NUL tells binary data from text. */
const PROBE = 1024;

export type Decoded = { text: string } | { unread: { code: GapCode; detail: string; material: boolean } };

/** The text of a script: UTF-8, or UTF-16 with a byte order mark; bytes that are no text become U+FFFD. */
export function decodeScript(path: string, bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_SCRIPT_BYTES) {
    const detail = `${bytes.length} bytes of script are more than the ${MAX_SCRIPT_BYTES} that are read`;
    return { unread: { code: 'too-large', detail, material: true } };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 12 && view.getUint32(0, true) === RAM_BUNDLE_MAGIC) return ramBundle(view, bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decodeUtf16be(bytes) };
  if (bytes.subarray(0, PROBE).includes(0)) {
    if (/\.(?:jsc|hbc)$/i.test(path)) return unsupported('compiled script of an unknown format is not decoded');
    return { unread: { code: 'unsupported', detail: 'binary data, no script', material: false } };
  }
  return { text: new TextDecoder('utf-8').decode(bytes) };
}

/**
 * The modules of an indexed RAM bundle, one after the other: after the magic the number of modules and the length of
 * the code that runs first, then for each module its offset behind the table and its length, both with the NUL that ends it.
 */
function ramBundle(view: DataView, bytes: Uint8Array): Decoded {
  const count = view.getUint32(4, true);
  const base = 12 + count * 8;
  if (base > bytes.length) return unsupported('the table of an indexed RAM bundle is cut off');
  const parts: string[] = [];
  const add = (offset: number, length: number): void => {
    if (length > 1 && base + offset + length <= bytes.length) {
      parts.push(new TextDecoder('utf-8').decode(bytes.subarray(base + offset, base + offset + length - 1)));
    }
  };
  add(0, view.getUint32(8, true));
  for (let at = 12; at < base; at += 8) add(view.getUint32(at, true), view.getUint32(at + 4, true));
  return { text: parts.join('\n') };
}

function unsupported(detail: string): Decoded {
  return { unread: { code: 'unsupported', detail, material: true } };
}

/** Node without full ICU data has no decoder for it. */
function decodeUtf16be(bytes: Uint8Array): string {
  const swapped = new Uint8Array(bytes.length & ~1);
  for (let at = 0; at < swapped.length; at += 2) {
    swapped[at] = bytes[at + 1] as number;
    swapped[at + 1] = bytes[at] as number;
  }
  return new TextDecoder('utf-16le').decode(swapped);
}
