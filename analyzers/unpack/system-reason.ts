const REASONS: Record<string, string> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'cannot be read: permission denied',
  EPERM: 'cannot be read: permission denied',
  ELOOP: 'cannot be read: too many symbolic links',
  ENAMETOOLONG: 'cannot be read: the path is too long',
  EMFILE: 'cannot be read: too many open files',
  EIO: 'cannot be read: input or output error',
};

/**
 * One clause for an error of the file system.
 * @throws the error itself when the system did not raise it
 */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  return REASONS[error.code] ?? `cannot be read: ${error.code}`;
}
