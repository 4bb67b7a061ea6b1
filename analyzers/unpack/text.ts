const SAMPLE_SIZE = 64 * 1024;
const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;
const ESCAPE = 0x1b;
const SPACE = 0x20;

/** Share of control characters above which bytes are not text, whatever their encoding. */
const MAX_CONTROL_SHARE = 0.01;

/** True when the beginning and the end hold no NUL and hardly any control characters; UTF-8 and GB18030 both pass. */
export function looksLikeText(bytes: Uint8Array): boolean {
  return isTextSample(bytes.subarray(0, SAMPLE_SIZE)) && isTextSample(bytes.subarray(-SAMPLE_SIZE));
}

function isTextSample(sample: Uint8Array): boolean {
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) return false;
    if (byte < SPACE && (byte < TAB || byte > CARRIAGE_RETURN) && byte !== ESCAPE) control++;
  }
  return control <= sample.length * MAX_CONTROL_SHARE;
}
