import { readFileSync, statSync } from 'node:fs';
import { InputError } from '../analyzers/index.ts';
import { systemReason } from '../analyzers/unpack/system-reason.ts';

/** Half a gigabyte; a string of Node holds no more. */
const MAX_SIZE = 1 << 29;

/**
 * The value that a JSON file holds.
 * @throws InputError when it cannot be read or is not JSON.
 */
export function readJson(path: string): unknown {
  try {
    const stats = statSync(path);
    // A pipe without a writer would be waited for, and a device has no end.
    if (!stats.isFile()) throw new InputError(path, 'is not a file');
    if (stats.size > MAX_SIZE) throw new InputError(path, `is larger than ${MAX_SIZE} bytes`);
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (error instanceof SyntaxError) throw new InputError(path, 'is not a JSON report: it is not valid JSON');
    throw new InputError(path, systemReason(error));
  }
}
