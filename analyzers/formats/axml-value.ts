import type { XmlValue } from './xml.ts';

/** Data types of Res_value in AOSP's ResourceTypes.h. */
const TYPE = {
  null: 0x00,
  reference: 0x01,
  attribute: 0x02,
  string: 0x03,
  float: 0x04,
  dimension: 0x05,
  fraction: 0x06,
  dynamicReference: 0x07,
  dynamicAttribute: 0x08,
  integerHex: 0x11,
  boolean: 0x12,
  firstColour: 0x1c,
  lastColour: 0x1f,
} as const;

const DIMENSION_UNITS = ['px', 'dp', 'sp', 'pt', 'in', 'mm'];
const FRACTION_UNITS = ['%', '%p'];
/** What the upper 24 bits of a complex value are multiplied with, by its radix. */
const RADIX = [1 / (1 << 8), 1 / (1 << 15), 1 / 2 ** 23, 1 / 2 ** 31];

/**
 * Decodes a Res_value.
 * @param data its 32 bits, as an unsigned or signed number
 * @param string looks an index up in the string pool; null where there is none
 */
export function decodeValue(dataType: number, data: number, string: (index: number) => string | null): XmlValue {
  switch (dataType) {
    case TYPE.null:
      return { kind: 'string', value: '' };
    case TYPE.reference:
    case TYPE.dynamicReference:
      return { kind: 'reference', id: data >>> 0, name: null };
    case TYPE.string:
      return { kind: 'string', value: string(data >>> 0) ?? '' };
    case TYPE.float:
      return { kind: 'float', value: floatOfBits(data) };
    case TYPE.boolean:
      return { kind: 'boolean', value: data !== 0 };
    case TYPE.dimension:
      return { kind: 'other', text: complexText(data, DIMENSION_UNITS, 1) };
    case TYPE.fraction:
      return { kind: 'other', text: complexText(data, FRACTION_UNITS, 100) };
    case TYPE.attribute:
    case TYPE.dynamicAttribute:
      return { kind: 'other', text: `?0x${(data >>> 0).toString(16)}` };
  }
  if (dataType >= TYPE.firstColour && dataType <= TYPE.lastColour) {
    return { kind: 'other', text: `#${(data >>> 0).toString(16).padStart(8, '0')}` };
  }
  return { kind: 'integer', value: data | 0, hex: dataType === TYPE.integerHex };
}

/** The shortest decimal that the 32 bits of a float stand for, as a number: 1.1 and not 1.100000023841858. */
export function floatOfBits(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setInt32(0, bits | 0);
  return Number(view.getFloat32(0).toPrecision(7));
}

/** Dimensions and fractions: a 24-bit mantissa, a radix and a unit (`COMPLEX_*` of ResourceTypes.h). */
function complexText(data: number, units: readonly string[], scale: number): string {
  const value = (data & ~0xff) * (RADIX[(data >> 4) & 3] ?? 0) * scale;
  return `${Number(value.toPrecision(7))}${units[data & 0xf] ?? ''}`;
}
