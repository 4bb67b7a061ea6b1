/** Text in the form in which phrases are compared, with the unit of the source that each of its units came from. */
export interface NormalisedText {
  text: string;
  starts: Int32Array;
}

/**
 * Compares alike what policies write in many ways: NFKC (full and half width, compatibility forms), case, any white
 * space, hyphens, underscores and emphasis marks inside words (`Android ID`, `android_id`, `Wi-Fi`), WLAN for WiFi, and
 * a digit one read for the letter in WiFi. Punctuation stays, so that no phrase reaches over it.
 */
export function normalise(source: string): NormalisedText {
  let units = new Uint16Array(source.length);
  let starts = new Int32Array(source.length);
  let length = 0;
  for (let i = 0; i < source.length; i++) {
    const unit = source.charCodeAt(i);
    // What most of a policy is written in comes first.
    if (unit >= 0x4e00 && unit <= 0x9fff) {
      starts[length] = i;
      units[length++] = unit;
      continue;
    }
    let folded = FOLDED[unit] as number;
    if (folded === UNKNOWN) folded = foldedUnit(unit);
    if (folded === NOTHING) continue;
    if (folded !== SEVERAL) {
      starts[length] = i;
      units[length++] = folded;
      continue;
    }
    const parts = source.charAt(i).normalize('NFKC').toLowerCase();
    if (length + parts.length + source.length > units.length) {
      units = grown(units, new Uint16Array(2 * units.length + parts.length));
      starts = grown(starts, new Int32Array(units.length));
    }
    for (let k = 0; k < parts.length; k++) {
      const part = parts.charCodeAt(k);
      if (isDropped(part)) continue;
      starts[length] = i;
      units[length++] = part;
    }
  }
  return { text: unify(decodeUnits(units.subarray(0, length))), starts: starts.subarray(0, length) };
}

/** A unit is dropped. */
const NOTHING = 0;
/** It stands for several, or was not asked for yet. */
const SEVERAL = 0xffff;
const UNKNOWN = 0xfffe;
/** By unit: the one that stands for it. */
const FOLDED = new Uint16Array(0x10000).fill(UNKNOWN);

/** Works out what stands for a unit, NOTHING or SEVERAL, and keeps it. */
function foldedUnit(unit: number): number {
  const folded = foldUnit(unit);
  FOLDED[unit] = folded;
  return folded;
}

function foldUnit(unit: number): number {
  if (isDropped(unit)) return NOTHING;
  if (unit < 0x80) return unit >= 65 && unit <= 90 ? unit + 32 : unit;
  if ((unit >= 0xd800 && unit <= 0xdfff) || unit === 0x3001) return unit;
  // Curly quotation marks and apostrophes are written for straight ones.
  if (unit >= 0x2018 && unit <= 0x201f) return unit < 0x201c ? 0x27 : 0x22;
  const parts = String.fromCharCode(unit).normalize('NFKC').toLowerCase();
  const [first = NOTHING, ...others] = parts
    .split('')
    .map((part) => part.charCodeAt(0))
    .filter((part) => !isDropped(part));
  return others.length > 0 || first >= UNKNOWN ? SEVERAL : first;
}

function grown<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
/** The normalised form alone, for phrases. */
export function normalisePhrase(phrase: string): string {
  // Thousands of phrases are compiled at every start; most are plain Chinese, which stays as it is.
  let changes = false;
  for (let i = 0; i < phrase.length; i++) {
    const unit = phrase.charCodeAt(i);
    if (unit >= 0x4e00 && unit <= 0x9fff) changes ||= unit === VARIANT;
    else if (unit >= 0x80) return normalise(phrase).text;
    else changes ||= unit < 0x61 || unit === 0x77 || unit === 0x7f;
  }
  return changes ? unify(phrase.replace(DROPPED_ASCII, '').toLowerCase()) : phrase;
}

/** What `isDropped` drops below U+0080. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are white space here
const DROPPED_ASCII = /[\x00-\x20*\-_`\x7f]+/g;
/** 帐, which stands for 账. */
const VARIANT = 0x5e10;

function decodeUnits(units: Uint16Array): string {
  let text = '';
  for (let i = 0; i < units.length; i += 8192)
    text += Reflect.apply(String.fromCharCode, null, units.subarray(i, i + 8192));
  return text;
}

/** Replacements of equal length only: positions must not move. */
function unify(text: string): string {
  return text.replaceAll('wlan', 'wifi').replaceAll('w1fi', 'wifi').replaceAll('帐', '账');
}

function isDropped(unit: number): boolean {
  if (unit <= 0x20) return true;
  switch (unit) {
    case 0x2a: // *
    case 0x2d: // -
    case 0x5f: // _
    case 0x60: // `
    case 0x7f:
    case 0xa0:
    case 0xad:
    case 0x2010:
    case 0x2011:
    case 0x2028:
    case 0x2029:
    case 0x202f:
    case 0x205f:
    case 0x2060:
    case 0x3000:
    case 0xfeff:
      return true;
    default:
      return unit >= 0x2000 && unit <= 0x200f;
  }
}

/** True for letters and digits of Latin script, whose words have borders. */
export function isLatin(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 48 && unit <= 57) ||
    (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) ||
    (unit >= 0xff10 && unit <= 0xff5a && unit !== 0xff1a && unit !== 0xff1b)
  );
}
