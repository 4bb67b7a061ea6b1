import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import type { Catalogue } from '../model/catalogue.ts';
import { InputError } from '../model/input-error.ts';
import { compileCatalogue } from './compile.ts';

const MAX_FILES = 10_000;
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * The signature files that the package was built from, as `JSON.stringify` writes them with two spaces.
 * @throws Error when the package was not built.
 */
export function shippedSignatures(): Map<string, string> {
  const path = createRequire(import.meta.url).resolve('#signatures');
  const documents = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  return new Map(Object.entries(documents).map(([file, document]) => [file, writeSignature(document)]));
}

/** A signature as its file holds it. */
export function writeSignature(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/**
 * The signature files of a folder that is laid out as signatures/ is, by path below it.
 * @throws InputError when it cannot be read, is too large, or holds no signature
 */
export function readOwnSignatures(folder: string): Map<string, string> {
  try {
    if (!statSync(folder).isDirectory()) throw new InputError(folder, 'is no folder of signatures');
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    if (paths.length === 0) throw new InputError(folder, 'holds no signatures (.json files, as in sdks/some-sdk.json)');
    if (paths.length > MAX_FILES) throw new InputError(folder, `holds more than ${MAX_FILES} signatures`);
    return new Map(paths.map((path) => [relative(folder, path).split(sep).join('/'), readBounded(path)]));
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error && 'code' in error)) throw error;
    throw new InputError(folder, `cannot be read: ${error.code}`);
  }
}

function readBounded(path: string): string {
  if (statSync(path).size > MAX_BYTES) throw new InputError(path, 'is too large for a signature');
  return readFileSync(path, 'utf8');
}

/**
 * The catalogue with a user's own signatures: those with the path of one that the package brings take its place.
 * @throws InputError when the folder cannot be read or a file is no signature
 */
export function catalogueWith(folder: string): Catalogue {
  const own = readOwnSignatures(folder);
  try {
    return compileCatalogue(new Map([...shippedSignatures(), ...own]));
  } catch (error) {
    throw new InputError(folder, error instanceof Error ? error.message : String(error));
  }
}
