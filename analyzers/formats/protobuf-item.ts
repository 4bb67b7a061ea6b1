import { decodeValue } from './axml-value.ts';
import type { ProtobufReader } from './protobuf.ts';
import type { XmlValue } from './xml.ts';

/** Data types of Res_value for the fields of aapt2's Primitive that hold its 32 bits as they are. */
const PRIMITIVE_TYPES: Readonly<Record<number, number>> = {
  6: 0x10, // int_decimal_value
  7: 0x11, // int_hexadecimal_value
  8: 0x12, // boolean_value
  9: 0x1c, // color_argb8_value
  10: 0x1d, // color_rgb8_value
  11: 0x1e, // color_argb4_value
  12: 0x1f, // color_rgb4_value
  13: 0x05, // dimension_value
  14: 0x06, // fraction_value
};

/**
 * Reads an Item of aapt2's Resources.proto: the value of an attribute or of a resource.
 * @throws MalformedError when the message is broken; null when it holds no value that is known
 */
export function readItem(item: ProtobufReader): XmlValue | null {
  let value: XmlValue | null = null;
  while (item.next()) {
    switch (item.field) {
      case 1:
        value = readReference(item.message());
        break;
      case 2: // String
      case 3: // RawString
      case 4: // StyledString
      case 5: // FileReference: its path
        value = { kind: 'string', value: firstString(item.message()) };
        break;
      case 7:
        value = readPrimitive(item.message());
        break;
    }
  }
  return value;
}

function firstString(message: ProtobufReader): string {
  let text = '';
  while (message.next()) if (message.field === 1) text = message.string();
  return text;
}

function readReference(reference: ProtobufReader): XmlValue {
  let id = 0;
  let name: string | null = null;
  let isAttribute = false;
  while (reference.next()) {
    if (reference.field === 1) isAttribute = reference.uint32 === 1;
    else if (reference.field === 2) id = reference.uint32;
    else if (reference.field === 3) name = reference.string();
  }
  if (isAttribute) return { kind: 'other', text: `?${name ?? `0x${id.toString(16)}`}` };
  return { kind: 'reference', id, name };
}

function readPrimitive(primitive: ProtobufReader): XmlValue {
  let value: XmlValue = { kind: 'string', value: '' };
  while (primitive.next()) {
    const dataType = PRIMITIVE_TYPES[primitive.field];
    if (primitive.field === 3) value = { kind: 'float', value: primitive.float() };
    else if (dataType !== undefined) value = decodeValue(dataType, primitive.uint32, () => null);
  }
  return value;
}
