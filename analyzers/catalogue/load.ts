import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Catalogue } from '../model/catalogue.ts';
import type { PackedLexicon } from '../model/packed-lexicon.ts';

let loaded: Catalogue | undefined;

/**
 * The catalogue that was compiled when the package was built, read once per process.
 * @throws Error when the package was not built.
 */
export function loadCatalogue(): Catalogue {
  loaded ??= readBuilt('#catalogue') as Catalogue;
  return loaded;
}

/**
 * What the phrases of a catalogue mean, as the build has worked it out; null for a catalogue that was not built.
 * @throws Error when the package was not built.
 */
export function loadLexicon(catalogue: Catalogue): PackedLexicon | null {
  return catalogue === loaded ? (readBuilt('#lexicon') as PackedLexicon) : null;
}

/** What the build has written is in ASCII alone, which need not be decoded. */
function readBuilt(name: '#catalogue' | '#lexicon'): unknown {
  return JSON.parse(readFileSync(createRequire(import.meta.url).resolve(name), 'latin1'));
}
