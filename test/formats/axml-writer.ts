/** Writes Android binary XML for tests, wrong in whichever way a test asks for. */

export interface WrittenAttribute {
  /** Index into the strings, -1 for none. */
  name: number;
  namespace?: number;
  raw?: number;
  type: number;
  data: number;
}

export function chunk(type: number, header: Uint8Array, body: Uint8Array, size?: number): Uint8Array {
  const whole = new Uint8Array(8 + header.length + body.length);
  const view = new DataView(whole.buffer);
  view.setUint16(0, type, true);
  view.setUint16(2, 8 + header.length, true);
  view.setUint32(4, size ?? whole.length, true);
  whole.set(header, 8);
  whole.set(body, 8 + header.length);
  return whole;
}

export function words(...values: number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setUint32(4 * index, value >>> 0, true);
  return bytes;
}

export function shorts(...values: number[]): Uint8Array {
  const bytes = new Uint8Array(2 * values.length);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setUint16(2 * index, value & 0xffff, true);
  return bytes;
}

export function join(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** A string pool; `count` overrides the number of strings that the header states. */
export function stringPool(strings: string[], encoding: 'utf8' | 'utf16', count = strings.length): Uint8Array {
  const encoded = strings.map((string) => {
    if (encoding === 'utf16') return join(shorts(string.length), Buffer.from(string, 'utf16le'), shorts(0));
    const bytes = Buffer.from(string, 'utf8');
    return join(length8(string.length), length8(bytes.length), bytes, new Uint8Array(1));
  });
  const offsets: number[] = [];
  let at = 0;
  for (const bytes of encoded) {
    offsets.push(at);
    at += bytes.length;
  }
  const padding = new Uint8Array((4 - (at % 4)) % 4);
  const flags = encoding === 'utf8' ? 1 << 8 : 0;
  return chunk(
    0x0001,
    words(count, 0, flags, 28 + 4 * strings.length, 0),
    Buffer.concat([Buffer.from(Uint32Array.from(offsets).buffer), ...encoded, padding]),
  );
}

function length8(length: number): Uint8Array {
  return length < 0x80 ? Uint8Array.of(length) : Uint8Array.of(0x80 | (length >> 8), length & 0xff);
}

export function startElement(name: number, attributes: WrittenAttribute[] = [], attributeSize = 20): Uint8Array {
  const cells = attributes.map((attribute) => {
    const cell = new Uint8Array(attributeSize);
    const { namespace = -1, raw = -1, type, data } = attribute;
    cell.set(join(words(namespace, attribute.name, raw), shorts(8), Uint8Array.of(0, type), words(data)));
    return cell;
  });
  const extension = join(words(-1, name), shorts(20, attributeSize, attributes.length, 0, 0, 0));
  return chunk(0x0102, words(1, -1), join(extension, ...cells));
}

export function endElement(name: number): Uint8Array {
  return chunk(0x0103, words(1, -1), words(-1, name));
}

export function text(string: number): Uint8Array {
  return chunk(0x0104, words(1, -1), join(words(string), shorts(8), Uint8Array.of(0, 3), words(string)));
}

export function resourceMap(...ids: number[]): Uint8Array {
  return chunk(0x0180, new Uint8Array(), words(...ids));
}

export function document(...chunks: Uint8Array[]): Uint8Array {
  return chunk(0x0003, new Uint8Array(), Buffer.concat(chunks));
}
