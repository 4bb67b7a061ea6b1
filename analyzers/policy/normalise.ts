/** Text in the form in which phrases are compared, with the range of the source that each unit came from. */
export interface NormalisedText {
  text: string;
  starts: Int32Array;
  ends: Int32Array;
}

/**
 * Compares alike what policies write in many ways: NFKC (full and half width, compatibility forms), case, any white
 * space, hyphens, underscores and emphasis marks inside words (`Android ID`, `android_id`, `Wi-Fi`), WLAN for WiFi, and
 * a digit one read for the letter in WiFi. Punctuation stays, so that no phrase reaches over it.
 */
export function normalise(source: string): NormalisedText {
  const units: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < source.length; i++) {
    const unit = source.charCodeAt(i);
    if (isDropped(unit)) continue;
    if (unit < 0x80) {
      units.push(unit >= 65 && unit <= 90 ? unit + 32 : unit);
    } else if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xd800 && unit <= 0xdfff) || unit === 0x3001) {
      units.push(unit);
    } else if (unit >= 0x2018 && unit <= 0x201f) {
      // Curly quotation marks and apostrophes are written for straight ones.
      units.push(unit < 0x201c ? 0x27 : 0x22);
    } else {
      const folded = source.charAt(i).normalize('NFKC').toLowerCase();
      for (let k = 0; k < folded.length; k++) {
        const part = folded.charCodeAt(k);
        if (isDropped(part)) continue;
        units.push(part);
        starts.push(i);
        ends.push(i + 1);
      }
      continue;
    }
    starts.push(i);
    ends.push(i + 1);
  }
  return { text: unify(decodeUnits(units)), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
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

function decodeUnits(units: number[]): string {
  let text = '';
  for (let i = 0; i < units.length; i += 8192) text += String.fromCharCode(...units.slice(i, i + 8192));
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
