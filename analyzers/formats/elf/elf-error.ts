/** Bytes that are not what the Executable and Linkable Format says. */
export class ElfError extends Error {
  override readonly name = 'ElfError';

  /** @param reason one clause  @param offset byte offset of the item that could not be read */
  constructor(
    readonly reason: string,
    readonly offset: number,
  ) {
    super(`${reason} at offset 0x${offset.toString(16)}`);
  }
}
