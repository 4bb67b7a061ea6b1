/** An input that cannot be analysed at all: unreadable, unknown, empty. The command line turns it into exit code 2. */
export class InputError extends Error {
  override readonly name = 'InputError';

  /** @param file the input as the caller named it  @param reason one clause without the file's name */
  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
  }
}
