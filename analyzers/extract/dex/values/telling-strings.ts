import type { Catalogue } from '../../../model/catalogue.ts';

/** Strings longer than this are never looked up by their beginning. */
const MAX_PREFIX = 256;

/** The strings that mean something as an argument: those of the catalogue, its classes, and the names of its members. */
export class TellingStrings {
  private readonly whole = new Set<string>();
  private readonly beginnings = new Set<string>();
  /** Names of members. */
  private readonly names: ReadonlySet<string>;

  constructor({ androidApis, androidStrings }: Catalogue) {
    this.names = new Set(Object.values(androidApis).flatMap((members) => Object.keys(members)));
    for (const className of Object.keys(androidApis)) this.whole.add(className);
    for (const group of Object.values(androidStrings)) {
      const strings = group?.match === 'prefix' ? this.beginnings : this.whole;
      for (const text of Object.keys(group?.strings ?? {})) strings.add(text);
    }
  }

  has(text: string): boolean {
    if (this.whole.has(text) || this.names.has(text)) return true;
    for (let end = Math.min(text.length, MAX_PREFIX); end > 0; end--) {
      if (this.beginnings.has(text.slice(0, end))) return true;
    }
    return false;
  }
}
