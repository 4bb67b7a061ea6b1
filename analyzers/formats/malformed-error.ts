/** Bytes or text that do not hold to the format they are read as. The only error that the XML and resource readers throw. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';

  /**
   * @param reason one clause
   * @param offset bytes (UTF-16 units for text) from the start of the data, null where no place can be named
   */
  constructor(
    readonly reason: string,
    readonly offset: number | null = null,
  ) {
    super(offset === null ? reason : `${reason} at offset ${offset}`);
  }
}
