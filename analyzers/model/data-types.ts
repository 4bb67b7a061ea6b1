import type { Catalogue } from './catalogue.ts';

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
