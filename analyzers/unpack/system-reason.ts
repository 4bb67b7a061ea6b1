/** Node's own limit on reading a file at once. */
const TOO_LARGE = 'ERR_FS_FILE_TOO_LARGE';

const REASONS: Record<string, string> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'cannot be read: permission denied',
  EPERM: 'cannot be read: permission denied',
  ELOOP: 'cannot be read: too many symbolic links',
  ENAMETOOLONG: 'cannot be read: the path is too long',
  EMFILE: 'cannot be read: too many open files',
  [TOO_LARGE]: 'is too large to read at once',
  EIO: 'cannot be read: input or output error',
};

/**
 * One clause for an error of the file system.
 * @throws the error itself when the system did not raise it
 */
export function systemReason(error: unknown): string {
  const raised = error instanceof Error && ('syscall' in error || ('code' in error && error.code === TOO_LARGE));
  if (!raised || !('code' in error) || typeof error.code !== 'string') throw error;
  return REASONS[error.code] ?? `cannot be read: ${error.code}`;
}
