import { readAxml } from '../../formats/axml.ts';
import type { ChunkOddity } from '../../formats/chunk-oddity.ts';
import { MalformedError } from '../../formats/malformed-error.ts';
import { readProtobufXml } from '../../formats/protobuf-xml.ts';
import { readTextXml } from '../../formats/text-xml.ts';
import type { XmlElement } from '../../formats/xml.ts';
import { DEFAULT_LIMITS } from '../../model/limits.ts';

export interface DecodedManifest {
  root: XmlElement;
  encoding: 'binary' | 'protobuf' | 'text';
  /** Why the end of the document is missing, null when it is whole. */
  cut: string | null;
  oddities: ChunkOddity[];
}

/**
 * Reads an AndroidManifest.xml in whichever encoding its bytes have.
 * @param bundle whether it lies where an app bundle keeps its manifests, in protocol buffers
 * @param poolSize characters of the strings of binary XML that are read
 * @throws MalformedError when it is none of them
 */
export function decodeManifest(
  bytes: Uint8Array,
  bundle: boolean,
  poolSize = DEFAULT_LIMITS.poolSize,
): DecodedManifest {
  if (bytes.length === 0) throw new MalformedError('empty file');
  if (looksLikeText(bytes)) return { root: readTextXml(bytes), encoding: 'text', cut: null, oddities: [] };
  // The file type of binary XML is 3, but Android does not insist on it; as a protocol buffer tag it would be invalid.
  const isBinary = !bundle || (bytes[0] === 3 && bytes[1] === 0);
  if (!isBinary) return { root: readProtobufXml(bytes), encoding: 'protobuf', cut: null, oddities: [] };
  return { ...readAxml(bytes, poolSize), encoding: 'binary' };
}

/** A byte order mark or white space may stand before the first `<`. */
function looksLikeText(bytes: Uint8Array): boolean {
  let at = 0;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  while (at < bytes.length && (bytes[at] === 0x20 || (bytes[at] ?? 0) - 9 <= 4) && (bytes[at] ?? 0) >= 9) at++;
  return bytes[at] === 0x3c;
}
