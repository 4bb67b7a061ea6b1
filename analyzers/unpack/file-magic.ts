/** What the first bytes say about a file that is no archive. */
export type FileMagic = 'dex' | 'hermes' | 'ram-bundle' | 'elf' | null;

/** Android's DEX format; `cdex` begins a compact DEX. */
const DEX = /^(?:dex\n|cdex)\d{3}\0/;
/** Hermes BytecodeFileHeader: 64-bit magic 0x1F1903C103BC1FC6, little endian. */
const HERMES = 'c61fbc03c103191f';
/** Metro's indexed RAM bundle: 32-bit magic 0xFB0BD1E5, little endian. */
const RAM_BUNDLE = 'e5d10bfb';
const ELF = '7f454c46';

export function fileMagic(bytes: Uint8Array): FileMagic {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8));
  const hex = head.toString('hex');
  if (DEX.test(head.toString('latin1'))) return 'dex';
  if (hex === HERMES) return 'hermes';
  if (hex.startsWith(RAM_BUNDLE)) return 'ram-bundle';
  return hex.startsWith(ELF) ? 'elf' : null;
}
