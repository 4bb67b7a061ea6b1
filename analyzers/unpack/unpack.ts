import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Build } from '../model/build.ts';
import { InputError } from '../model/input-error.ts';
import { unpackFolder } from './folder.ts';
import { DEFAULT_UNPACK_LIMITS, type UnpackLimits } from './limits.ts';
import { systemReason } from './system-reason.ts';
import { unpackFile } from './unpack-file.ts';
import type { ArchiveAnomaly } from './unpacked.ts';

export { DEFAULT_UNPACK_LIMITS, type UnpackLimits, unpackLimits } from './limits.ts';
export type { ArchiveAnomaly } from './unpacked.ts';

/** A build, and what is odd about the archives that it consists of. */
export interface UnpackedBuild extends Build {
  anomalies: ArchiveAnomaly[];
}

/**
 * Reads an input file or folder and tells from its content what kind of build it is. Nothing is written, and no link out
 * of a folder is followed.
 * @throws InputError when it cannot be read or nothing in it can be analysed
 */
export function unpack(path: string, limits: UnpackLimits = DEFAULT_UNPACK_LIMITS): UnpackedBuild {
  const name = basename(resolve(path));
  const stats = ofSystem(path, () => statSync(path));
  if (stats.isDirectory()) return { name, ...unpackFolder(path, limits), anomalies: [] };
  if (!stats.isFile()) throw new InputError(path, 'is neither a file nor a folder');
  if (stats.size > limits.maxInputSize) {
    throw new InputError(path, `is larger than the limit of ${limits.maxInputSize} bytes`);
  }
  const bytes = ofSystem(path, () => readFileSync(path));
  return unpackNamed(path, name, bytes, limits);
}

function ofSystem<T>(path: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new InputError(path, systemReason(error));
  }
}

/**
 * {@link unpack} for a file that is in memory. The bytes are kept and must not change afterwards.
 * @param name its file name; the extension decides where text is concerned
 */
export function unpackBytes(
  name: string,
  bytes: Uint8Array,
  limits: UnpackLimits = DEFAULT_UNPACK_LIMITS,
): UnpackedBuild {
  return unpackNamed(name, basename(name), bytes, limits);
}

function unpackNamed(input: string, name: string, bytes: Uint8Array, limits: UnpackLimits): UnpackedBuild {
  const content = unpackFile(input, name, bytes, limits);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, sha256, size: bytes.length, ...content };
}
