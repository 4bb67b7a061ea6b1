import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Catalogue } from '../model/catalogue.ts';

let loaded: Catalogue | undefined;

/**
 * The catalogue that was compiled when the package was built, read once per process. It is written in ASCII alone.
 * @throws Error when the package was not built.
 */
export function loadCatalogue(): Catalogue {
  loaded ??= JSON.parse(readFileSync(createRequire(import.meta.url).resolve('#catalogue'), 'latin1')) as Catalogue;
  return loaded;
}
