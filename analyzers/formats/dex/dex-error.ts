/** Bytes that are not what the Dalvik Executable format says; the offset counts from the start of the physical file. */
export class DexError extends Error {
  override readonly name = 'DexError';

  /**
   * @param reason one clause
   * @param offset byte offset of the item that could not be read
   * @param unsupported true where the bytes may well be right, but of a kind that is not read here
   */
  constructor(
    readonly reason: string,
    readonly offset: number,
    readonly unsupported = false,
  ) {
    super(`${reason} at offset 0x${offset.toString(16)}`);
  }
}
