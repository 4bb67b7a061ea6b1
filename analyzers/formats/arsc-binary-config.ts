import type { ResourceConfig } from './arsc-config.ts';

/**
 * Reads a ResTable_config (AOSP, ResourceTypes.h), which grew over the years: what lies beyond its stated size is zero.
 * @param start of the configuration  @param end of the chunk that holds it
 */
export function readBinaryConfig(view: DataView, start: number, end: number): ResourceConfig {
  const limit = Math.min(end, start + view.getUint32(start, true));
  const byte = (at: number): number => (start + at < limit ? view.getUint8(start + at) : 0);
  const short = (at: number): number => byte(at) | (byte(at + 1) << 8);
  const ascii = (at: number, length: number): string => {
    let text = '';
    for (let i = at; i < at + length && byte(i) !== 0; i++) text += String.fromCharCode(byte(i));
    return text;
  };
  const screenLayout = byte(28);
  const special =
    short(4) !== 0 || // mobile country code
    short(6) !== 0 || // mobile network code
    byte(13) !== 0 || // touch screen
    byte(16) !== 0 || // keyboard
    byte(17) !== 0 || // navigation
    byte(18) !== 0 || // keys hidden, navigation hidden
    byte(19) !== 0 || // grammatical gender
    short(20) !== 0 || // screen size in pixels
    short(22) !== 0 ||
    (screenLayout & 0xf0) !== 0 || // long screen, layout direction
    byte(29) !== 0 || // kind of device, night
    byte(48) !== 0 || // round screen
    byte(49) !== 0; // colour range
  const parts = [language(byte(8), byte(9), 0x61), ascii(36, 4), language(byte(10), byte(11), 0x30), ascii(40, 8)];
  return {
    locale: parts.filter((part) => part !== '').join('-'),
    orientation: byte(12),
    density: short(14),
    sdkVersion: short(24),
    screenSize: screenLayout & 0x0f,
    smallestWidthDp: short(30),
    widthDp: short(32),
    heightDp: short(34),
    special,
  };
}

/** Two letters as they are, or three of five bits each when the top bit is set. @param base code of the first letter */
function language(first: number, second: number, base: number): string {
  if (first === 0) return '';
  if ((first & 0x80) === 0) return String.fromCharCode(first, second);
  return String.fromCharCode(
    base + (second & 0x1f),
    base + (((second & 0xe0) >> 5) | ((first & 0x03) << 3)),
    base + ((first & 0x7c) >> 2),
  );
}
