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
  loaded ??= bySection(textOf('#catalogue'));
  return loaded;
}

/**
 * The object of which each section stands on a line of its own. Sections are parsed when they are first asked for: a scan
 * of an app without scripts needs nothing of what is known of scripts, which is a fourth of the catalogue.
 */
function bySection(json: string): Catalogue {
  const sections = json
    .slice('{'.length, -'}'.length)
    .split(',\n')
    .map((line): [string, PropertyDescriptor] => {
      const colon = line.indexOf(':');
      const name = JSON.parse(line.slice(0, colon)) as string;
      return [name, { configurable: true, enumerable: true, get: () => known(name, line.slice(colon + 1)) }];
    });
  const catalogue = Object.defineProperties({}, Object.fromEntries(sections)) as Catalogue;
  const known = (name: string, section: string): unknown => {
    const value: unknown = JSON.parse(section);
    Object.defineProperty(catalogue, name, { value });
    return value;
  };
  return catalogue;
}

/**
 * What the phrases of a catalogue mean, as the build has worked it out; null for a catalogue that was not built.
 * @throws Error when the package was not built.
 */
export function loadLexicon(catalogue: Catalogue): PackedLexicon | null {
  return catalogue === loaded ? (JSON.parse(textOf('#lexicon')) as PackedLexicon) : null;
}

/** What the build has written is in ASCII alone, which need not be decoded. */
function textOf(name: '#catalogue' | '#lexicon'): string {
  return readFileSync(createRequire(import.meta.url).resolve(name), 'latin1');
}
