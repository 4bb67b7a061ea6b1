import { DexError } from './dex-error.ts';

/** `ushort` at `offset`. @throws DexError past the end */
export function readU2(bytes: Uint8Array, offset: number): number {
  if (offset < 0 || offset + 2 > bytes.length) throw new DexError('read past the end of the file', offset);
  return (bytes[offset] as number) | ((bytes[offset + 1] as number) << 8);
}

/** `uint` at `offset`, as an unsigned number. @throws DexError past the end */
export function readU4(bytes: Uint8Array, offset: number): number {
  if (offset < 0 || offset + 4 > bytes.length) throw new DexError('read past the end of the file', offset);
  const low = (bytes[offset] as number) | ((bytes[offset + 1] as number) << 8) | ((bytes[offset + 2] as number) << 16);
  return low + (bytes[offset + 3] as number) * 0x1000000;
}

/** `int` at `offset`. @throws DexError past the end */
export function readS4(bytes: Uint8Array, offset: number): number {
  if (offset < 0 || offset + 4 > bytes.length) throw new DexError('read past the end of the file', offset);
  return (
    (bytes[offset] as number) |
    ((bytes[offset + 1] as number) << 8) |
    ((bytes[offset + 2] as number) << 16) |
    ((bytes[offset + 3] as number) << 24)
  );
}
