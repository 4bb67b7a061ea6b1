import type { Gap } from '../model/gap.ts';
import { InputError } from '../model/input-error.ts';

/** Bytes of a policy that are read; real ones stay below 1 MB. What lies beyond becomes a Gap. */
export const MAX_POLICY_BYTES = 8 * 1024 * 1024;

/**
 * Decodes a policy file: byte order marks first, then strict UTF-8, then GB18030, which contains GBK and GB2312 (WHATWG
 * Encoding Standard). The byte order mark is not part of the text.
 *
 * @throws InputError when there is no text in it
 */
export function decodePolicy(name: string, bytes: Uint8Array): { text: string; gaps: Gap[] } {
  if (bytes.length === 0) throw new InputError(name, 'the policy is empty');
  const magic = String.fromCharCode(...bytes.subarray(0, 5));
  if (magic === '%PDF-')
    throw new InputError(name, 'the policy is a PDF file, which is not supported; save it as text');
  if (magic.startsWith('PK\u0003\u0004')) {
    throw new InputError(name, 'the policy is an office document or archive, which is not supported; save it as text');
  }
  const cut = bytes.length > MAX_POLICY_BYTES;
  const text = decodeBytes(name, cut ? bytes.subarray(0, MAX_POLICY_BYTES) : bytes);
  if (text.trim() === '') throw new InputError(name, 'the policy is empty');
  const gaps: Gap[] = cut
    ? [
        {
          stage: 'policy',
          file: name,
          code: 'too-large',
          detail: `only the first ${MAX_POLICY_BYTES} of ${bytes.length} bytes of the policy were read`,
          material: false,
        },
      ]
    : [];
  return { text, gaps };
}

function decodeBytes(name: string, bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (looksBinary(bytes)) throw new InputError(name, 'the policy is not text');
  try {
    // `stream` tolerates a character that the size limit cut in two.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: bytes.length === MAX_POLICY_BYTES });
  } catch {
    const text = new TextDecoder('gb18030').decode(bytes);
    let broken = 0;
    for (let i = text.indexOf('\ufffd'); i !== -1; i = text.indexOf('\ufffd', i + 1)) broken++;
    if (broken * 50 > text.length) throw new InputError(name, 'the policy is not text in UTF-8, UTF-16 or GB18030');
    return text;
  }
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
