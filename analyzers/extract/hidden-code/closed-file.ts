import { entropyOf } from './entropy.ts';

/** Formats whose contents are as dense as cipher text, by the bytes at an offset. */
const DENSE_FORMATS: { name: string; at: number; hex: string }[] = [
  { name: 'PNG', at: 0, hex: '89504e47' },
  { name: 'JPEG', at: 0, hex: 'ffd8ff' },
  { name: 'GIF', at: 0, hex: '474946' },
  { name: 'RIFF (WebP, WAV, AVI)', at: 0, hex: '52494646' },
  { name: 'ISO media (MP4, M4A, HEIC, AVIF)', at: 4, hex: '66747970' },
  { name: 'Matroska', at: 0, hex: '1a45dfa3' },
  { name: 'Ogg', at: 0, hex: '4f676753' },
  { name: 'MP3 with ID3', at: 0, hex: '494433' },
  { name: 'FLAC', at: 0, hex: '664c6143' },
  { name: 'AMR', at: 0, hex: '2321414d52' },
  { name: 'WOFF', at: 0, hex: '774f46' },
  { name: 'OpenType', at: 0, hex: '4f54544f' },
  { name: 'TrueType', at: 0, hex: '00010000' },
  { name: 'ZIP', at: 0, hex: '504b' },
  { name: 'gzip', at: 0, hex: '1f8b' },
  { name: 'bzip2', at: 0, hex: '425a68' },
  { name: 'XZ', at: 0, hex: 'fd377a585a' },
  { name: '7-Zip', at: 0, hex: '377abcaf' },
  { name: 'Zstandard', at: 0, hex: '28b52ffd' },
  { name: 'LZ4', at: 0, hex: '04224d18' },
  { name: 'RAR', at: 0, hex: '52617221' },
  { name: 'PDF', at: 0, hex: '25504446' },
  { name: 'KTX', at: 0, hex: 'ab4b5458' },
  { name: 'ASTC', at: 0, hex: '13aba15c' },
  { name: 'PKM', at: 0, hex: '504b4d20' },
  { name: 'DDS', at: 0, hex: '44445320' },
  { name: 'UnityFS', at: 0, hex: '556e6974' },
  { name: 'TensorFlow Lite', at: 4, hex: '54464c33' },
  { name: 'ELF', at: 0, hex: '7f454c46' },
  { name: 'DEX', at: 0, hex: '6465780a' },
];

/** MPEG audio frames have no other beginning: eleven bits set, then a version and a layer that exist. */
function isMpegAudio(bytes: Uint8Array): boolean {
  const second = bytes[1] ?? 0;
  return bytes[0] === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (second & 0x06) !== 0;
}

const SAMPLE = 64 * 1024;
/** Bits for each byte. What compilers and people write lies below 7; 64 KiB of cipher text lie at 7.99. */
const CIPHER_ENTROPY = 7.9;
/** DEX files lie between 5.5 and 6.5, whatever single byte they are combined with; text in one language below 5. */
const CODE_ENTROPY = 5;
/** Below this, even cipher text does not reach the entropy. */
export const MIN_CLOSED_SIZE = 4096;

/** Whether bytes are of no format that is known here and as dense as cipher text. */
export function isClosed(bytes: Uint8Array): boolean {
  return isUnknown(bytes) && entropyOf(bytes.subarray(0, SAMPLE)) >= CIPHER_ENTROPY;
}

/** Whether bytes that are no DEX file may be one in disguise: of no known format, and at least as dense as code. */
export function mayBeCode(bytes: Uint8Array): boolean {
  return isUnknown(bytes) && entropyOf(bytes.subarray(0, SAMPLE)) >= CODE_ENTROPY;
}

function isUnknown(bytes: Uint8Array): boolean {
  if (bytes.length < MIN_CLOSED_SIZE || isMpegAudio(bytes)) return false;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('hex');
  return !DENSE_FORMATS.some(({ at, hex }) => head.startsWith(hex, at * 2));
}
