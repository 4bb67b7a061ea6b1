import { MAX_POOL_SIZE, StringPool } from './axml-string-pool.ts';
import { decodeValue } from './axml-value.ts';
import type { ChunkOddity } from './chunk-oddity.ts';
import { MalformedError } from './malformed-error.ts';
import { checkNodeCount, type XmlAttribute, type XmlElement } from './xml.ts';

/** Chunk types of AOSP's ResourceTypes.h. */
const XML = 0x0003;
const STRING_POOL = 0x0001;
const RESOURCE_MAP = 0x0180;
const START_ELEMENT = 0x0102;
const END_ELEMENT = 0x0103;
const CHARACTER_DATA = 0x0104;
const FIRST_NODE = 0x0100;
const LAST_NODE = 0x017f;
const START_NAMESPACE = 0x0100;
const END_NAMESPACE = 0x0101;
const KNOWN_CHUNKS = new Set([
  STRING_POOL,
  RESOURCE_MAP,
  START_NAMESPACE,
  END_NAMESPACE,
  START_ELEMENT,
  END_ELEMENT,
  CHARACTER_DATA,
]);

const CHUNK_HEADER = 8;
const NODE_HEADER = 16;
const ELEMENT_EXTENSION = 20;
const ATTRIBUTE = 20;

export interface BinaryXml {
  root: XmlElement;
  /** Why reading stopped before the root element was closed; null when the document is whole. */
  cut: string | null;
  oddities: ChunkOddity[];
}

/**
 * Reads Android's binary XML (ResXMLTree of AOSP's ResourceTypes) as tolerantly as Android does: the type in the file
 * header is not looked at, header sizes are believed, unknown chunks are skipped, attributes are stepped by the size
 * that the element states, everything behind the end of the root element is ignored. A string pool and a resource map
 * count only before the first node, the last of several wins.
 * @param maxPool characters of the strings that are read  @throws MalformedError when there is no root element
 */
export function readAxml(bytes: Uint8Array, maxPool = MAX_POOL_SIZE): BinaryXml {
  if (bytes.length < CHUNK_HEADER) throw new MalformedError('binary XML is shorter than its header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerSize = view.getUint16(2, true);
  const stated = view.getUint32(4, true);
  const end = stated >= headerSize && stated >= CHUNK_HEADER && stated <= bytes.length ? stated : bytes.length;

  const oddities = new Map<ChunkOddity['code'], string>();
  const note = (code: ChunkOddity['code'], detail: string): void => {
    if (!oddities.has(code)) oddities.set(code, detail);
  };
  const type = view.getUint16(0, true);
  if (type !== XML) note('file-header', `the file type is 0x${type.toString(16)} and not 3`);
  if (headerSize !== CHUNK_HEADER) note('file-header', `the file header states ${headerSize} bytes of its own`);
  if (stated < bytes.length) note('file-header', `the file header states ${stated} of ${bytes.length} bytes`);
  let pool: StringPool | null = null;
  const finish = (root: XmlElement, cut: string | null): BinaryXml => {
    if (pool?.oddity) note('string-pool', pool.oddity);
    return { root, cut, oddities: [...oddities].map(([code, detail]) => ({ code, detail })) };
  };
  let map = { start: 0, count: 0 };
  let root: XmlElement | null = null;
  const open: XmlElement[] = [];
  let nodes = 0;

  let offset = Math.max(headerSize, CHUNK_HEADER);
  while (offset + CHUNK_HEADER <= end) {
    const type = view.getUint16(offset, true);
    const header = view.getUint16(offset + 2, true);
    const size = view.getUint32(offset + 4, true);
    const isNode = type >= FIRST_NODE && type <= LAST_NODE;
    if (size < CHUNK_HEADER || header > size || size > end - offset || (isNode && header < NODE_HEADER)) {
      if (root === null) throw new MalformedError('chunk with an impossible size', offset);
      return finish(root, `chunk with an impossible size at offset ${offset}`);
    }
    if (!KNOWN_CHUNKS.has(type))
      note('unknown-chunk', `a chunk of the unknown type 0x${type.toString(16)} stands at offset ${offset}`);
    const extension = offset + header;
    const extensionSize = size - header;
    if (type === STRING_POOL && root === null) {
      pool = new StringPool(bytes, offset, size, maxPool);
    } else if (type === RESOURCE_MAP && root === null) {
      map = { start: extension, count: extensionSize >> 2 };
    } else if (type === START_ELEMENT) {
      if (extensionSize < ELEMENT_EXTENSION) {
        if (root === null) throw new MalformedError('element too short', offset);
        return finish(root, `element too short at offset ${offset}`);
      }
      const attributeSize = view.getUint16(extension + 10, true);
      if (attributeSize !== ATTRIBUTE && view.getUint16(extension + 12, true) > 0) {
        note('attribute-size', `attributes take ${attributeSize} bytes each`);
      }
      const element = readElement(view, offset, extension, end, pool, map);
      nodes += 1 + element.attributes.length;
      checkNodeCount(nodes);
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push(element);
    } else if (type === END_ELEMENT && root !== null) {
      // Android counts depth and compares no names.
      open.pop();
      if (open.length === 0) return finish(root, null);
    } else if (type === CHARACTER_DATA && extensionSize >= 4) {
      const text = pool?.get(view.getUint32(extension, true));
      if (text) open.at(-1)?.children.push(text);
      checkNodeCount(++nodes);
    }
    offset += size;
  }
  if (root === null) throw new MalformedError('binary XML without a root element');
  // Android ends a document where its chunks end: elements that are still open count as closed.
  note('unclosed-elements', `${open.length} elements have no end`);
  return finish(root, stated > bytes.length ? `${stated - bytes.length} bytes are missing at the end` : null);
}

function readElement(
  view: DataView,
  node: number,
  extension: number,
  end: number,
  pool: StringPool | null,
  map: { start: number; count: number },
): XmlElement {
  const string = (index: number): string | null => pool?.get(index) ?? null;
  const start = extension + view.getUint16(extension + 8, true);
  const step = view.getUint16(extension + 10, true);
  const stated = view.getUint16(extension + 12, true);
  // With a step of zero all attributes are the first one.
  const count = step === 0 ? Math.min(stated, 1) : stated;
  const attributes: XmlAttribute[] = [];
  for (let i = 0; i < count; i++) {
    const at = start + i * step;
    if (at + ATTRIBUTE > end) break;
    const name = view.getUint32(at + 4, true);
    const raw = view.getUint32(at + 8, true);
    const dataType = view.getUint8(at + 15);
    const data = view.getUint32(at + 16, true);
    const value = decodeValue(dataType, data, (index) => string(index) ?? string(raw));
    attributes.push({
      namespace: string(view.getUint32(at, true)) ?? '',
      name: string(name) ?? '',
      resourceId: name < map.count ? view.getUint32(map.start + 4 * name, true) : 0,
      value: dataType === 0 ? { kind: 'string', value: string(raw) ?? '' } : value,
    });
  }
  return {
    namespace: string(view.getUint32(extension, true)) ?? '',
    name: string(view.getUint32(extension + 4, true)) ?? '',
    attributes,
    children: [],
    line: view.getUint32(node + 8, true),
  };
}
