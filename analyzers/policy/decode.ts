import type { Gap } from '../model/gap.ts';
import { InputError } from '../model/input-error.ts';
import { DEFAULT_LIMITS } from '../model/limits.ts';

/**
 * Decodes a policy file: UTF-16 by its mark or its NULs, then strict UTF-8, then GB18030, which contains GBK and GB2312,
 * or Big5 (WHATWG Encoding Standard). The byte order mark is not part of the text.
 *
 * @param most bytes that are read; what lies beyond becomes a Gap
 * @throws InputError when there is no text in it
 */
export function decodePolicy(
  name: string,
  bytes: Uint8Array,
  most = DEFAULT_LIMITS.policySize,
): { text: string; gaps: Gap[] } {
  if (bytes.length === 0) throw new InputError(name, 'the policy is empty');
  const magic = String.fromCharCode(...bytes.subarray(0, 5));
  if (magic.startsWith('\u00d0\u00cf\u0011\u00e0'))
    throw new InputError(name, 'the policy is a Word 97 document, which is not supported; save it as DOCX or text');
  if (magic.startsWith('PK\u0003\u0004')) {
    throw new InputError(name, 'the policy is an archive without a text document; save it as text');
  }
  const cut = bytes.length > most;
  const text = decodeBytes(name, cut ? bytes.subarray(0, most) : bytes, cut);
  if (text.trim() === '') throw new InputError(name, 'the policy is empty');
  return {
    text,
    gaps: cut ? [cutGap(name, `only the first ${most} of ${bytes.length} bytes of the policy were read`)] : [],
  };
}

/** The beginning of a text that was in another file, and a gap where it is not all. @param most characters */
export function cutText(name: string, text: string, most: number): { text: string; gaps: Gap[] } {
  if (text.length <= most) return { text, gaps: [] };
  return {
    text: text.slice(0, most),
    gaps: [cutGap(name, `only the first ${most} of ${text.length} characters of the policy were read`)],
  };
}

function cutGap(name: string, detail: string): Gap {
  return { stage: 'policy', file: name, code: 'too-large', detail, material: false };
}

/** @param cut whether the bytes may end within a character */
function decodeBytes(name: string, bytes: Uint8Array, cut: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const wide = wideOrder(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  if (looksBinary(bytes)) throw new InputError(name, 'the policy is not text');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    const text = likelier(new TextDecoder('gb18030').decode(bytes), new TextDecoder('big5').decode(bytes));
    if (count(text, '\ufffd') * 50 > text.length || worthOf(text) <= 0)
      throw new InputError(name, 'the policy is not text in UTF-8, UTF-16, GB18030 or Big5');
    return text;
  }
}

/** The reading with fewer broken characters and more of the commonest words and marks of Chinese. */
function likelier(gb: string, big5: string): string {
  return worthOf(big5) > worthOf(gb) ? big5 : gb;
}

function worthOf(text: string): number {
  return (text.match(/[的我您和会會个個是，。、]/g)?.length ?? 0) - 5 * count(text, '\ufffd') - count(text, '\ue5e5');
}

function count(text: string, character: string): number {
  let found = 0;
  for (let i = text.indexOf(character); i !== -1; i = text.indexOf(character, i + 1)) found++;
  return found;
}

/** UTF-16 without a byte order mark: the white space and Latin letters of any policy leave NUL on one side only. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4_096) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const enough = Math.max(4, length / 200);
  const order = odd >= enough && even === 0 ? 'utf-16le' : even >= enough && odd === 0 ? 'utf-16be' : null;
  if (order === null) return null;
  const text = new TextDecoder(order).decode(bytes.subarray(0, length));
  const readable = text.match(/[\s\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  return readable * 10 >= text.length * 9 ? order : null;
}

/** No text encoding read here uses NUL or more than a stray control character. */
function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 65_536);
  let control = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) control++;
  }
  return control * 100 > length;
}
