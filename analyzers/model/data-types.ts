import type { Catalogue } from './catalogue.ts';

/** Broad types so wide that they declare nothing; see the design's table of discrepancies. */
export const TOO_WIDE: ReadonlySet<string> = new Set(['personal-info', 'sensitive-info', 'other-info', 'anon-info']);

/** The broader data types of a type, nearest first; the type itself is left out. Ends at a circle or an unknown id. */
export function broaderTypes(dataTypes: Catalogue['dataTypes'], id: string): string[] {
  const chain: string[] = [];
  let parent = dataTypes[id]?.parent ?? null;
  while (parent !== null && parent !== id && !chain.includes(parent)) {
    chain.push(parent);
    parent = dataTypes[parent]?.parent ?? null;
  }
  return chain;
}
