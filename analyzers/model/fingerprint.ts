import { hash } from 'node:crypto';

/**
 * The id of a thing that has no name of its own: the first 16 hex digits of the SHA-256 of its parts. Only what stays
 * the same across machines, runs and unrelated changes may be a part.
 */
export function fingerprint(...parts: string[]): string {
  return hash('sha256', parts.join('\u0000'), 'hex').slice(0, 16);
}
