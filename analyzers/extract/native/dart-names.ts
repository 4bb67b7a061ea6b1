import type { ByteRange, ElfFile } from '../../formats/elf/elf-file.ts';
import type { Fact } from '../../model/fact.ts';

/** Symbols that a Dart AOT snapshot exports. */
const SNAPSHOT = '_kDartIsolateSnapshotInstructions';
const MAX_EXPORTS = 64;
const MAX_NAME = 128;
/** Libraries of the SDK itself. */
const OWN_PACKAGES = new Set(['flutter', 'flutter_test', 'sky_engine', 'vm_service']);

export function isDartSnapshot(elf: ElfFile): boolean {
  for (let index = 1; index < Math.min(elf.symbols.count, MAX_EXPORTS); index++) {
    if (elf.symbols.name(index) === SNAPSHOT) return true;
  }
  return false;
}

/**
 * The packages (`package:geolocator`) and the method channels that Dart code names, as module facts by name. Dart's
 * strings carry a length and no terminator, so that a name ends where its characters do.
 */
export function dartModules(
  file: string,
  bytes: Uint8Array,
  ranges: readonly ByteRange[],
  channels: readonly string[],
): Fact[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = new Map<string, number>();
  const collect = (prefix: string, moduleOf: (name: string) => string | null): void => {
    for (const { start, end } of ranges) {
      for (let at = buffer.indexOf(prefix, start); at >= 0 && at < end; at = buffer.indexOf(prefix, at + 1)) {
        const value = moduleOf(nameAt(buffer, at));
        if (value !== null && !found.has(value)) found.set(value, at);
      }
    }
  };
  collect('package:', (name) => {
    const slash = name.indexOf('/');
    const value = name.slice(0, slash);
    return slash < 0 || OWN_PACKAGES.has(value.slice('package:'.length)) || value === 'package:' ? null : value;
  });
  for (const prefix of channels) collect(prefix, (name) => (name === prefix ? null : name));
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, offset]) => ({ kind: 'module', value, at: { file, offset } }));
}

function nameAt(buffer: Buffer, start: number): string {
  const limit = Math.min(buffer.length, start + MAX_NAME);
  let end = start;
  while (end < limit && isNameByte(buffer[end] as number)) end++;
  return buffer.toString('latin1', start, end);
}

/** Letters, digits and `- . / : _`. */
function isNameByte(byte: number): boolean {
  return (
    (byte >= 0x2d && byte <= 0x3a) || (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f || (byte >= 0x61 && byte <= 0x7a)
  );
}
