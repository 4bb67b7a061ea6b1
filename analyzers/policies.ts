import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readDocx } from './formats/docx.ts';
import { ZipError } from './formats/zip.ts';
import type { Catalogue } from './model/catalogue.ts';
import type { PolicyReading } from './model/claim.ts';
import { InputError } from './model/input-error.ts';
import { compilePolicyReader, readPolicy } from './policy/read-policy.ts';

/**
 * Reads policy files from disk.
 * @throws InputError for a file that is missing, unreadable, empty or no text.
 */
export function readPolicies(paths: string[], catalogue: Catalogue): PolicyReading[] {
  if (paths.length === 0) return [];
  const reader = compilePolicyReader(catalogue);
  return paths.map((path) => {
    const bytes = readBytes(path);
    return readPolicy(basename(path), bytes, reader, textOf(basename(path), bytes));
  });
}

/** The text of an office document; undefined for every other file. */
function textOf(name: string, bytes: Uint8Array): string | undefined {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
  try {
    const text = readDocx(bytes);
    if (text?.trim() === '') throw new InputError(name, 'the policy is empty');
    return text ?? undefined;
  } catch (error) {
    if (error instanceof ZipError) throw new InputError(name, `the office document cannot be read: ${error.message}`);
    throw error;
  }
}

/** Names of the data types that readings speak of, by id, sorted. */
export function dataNames(
  readings: readonly PolicyReading[],
  { dataTypes }: Catalogue,
): Record<string, { zh: string; en: string }> {
  const ids = readings.flatMap(({ claims, sdks }) => [
    ...claims.map(({ data }) => data),
    ...sdks.flatMap(({ data }) => [...data.exact, ...data.broad]),
  ]);
  const names: Record<string, { zh: string; en: string }> = {};
  for (const id of [...new Set(ids)].sort()) {
    const type = Object.hasOwn(dataTypes, id) ? dataTypes[id] : undefined;
    if (type !== undefined) names[id] = { zh: type.zh, en: type.en };
  }
  return names;
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InputError(path, reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'is a folder, not a policy file';
  if (code === 'EACCES') return 'cannot be read: permission denied';
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
