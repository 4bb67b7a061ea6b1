/**
 * `not-an-archive`: no directory and no local header where an archive begins. `corrupt`: bytes missing, out of range or
 * not inflatable. `encrypted`: really encrypted, not only flagged so. `too-large`: over a limit of {@link ZipLimits}.
 */
export type ZipErrorCode = 'not-an-archive' | 'corrupt' | 'encrypted' | 'too-large';

/** The only error that reading an archive throws. */
export class ZipError extends Error {
  override readonly name = 'ZipError';

  /** @param offset byte position in the archive that the error is about */
  constructor(
    readonly code: ZipErrorCode,
    readonly reason: string,
    readonly offset: number,
  ) {
    super(`${reason} (at byte ${offset})`);
  }
}
