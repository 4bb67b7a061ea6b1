import type * as t from '@babel/types';
import { keyName } from '../syntax/pattern.ts';

type Property = t.ObjectExpression['properties'][number];

/** Objects with more properties than these are asked for so many of them that their names are kept. */
const LONG = 32;
const SPREAD = null;
const kept = new WeakMap<t.ObjectExpression, ReadonlyMap<string | null, readonly number[]>>();

/** The properties that an object literal names so, and what is spread into it, in their order. */
export function propertiesNamed(node: t.ObjectExpression, name: string): readonly Property[] {
  const { properties } = node;
  if (properties.length <= LONG)
    return properties.filter((property) => isSpread(property) || keyName(property) === name);
  const places = placesOf(node);
  return [...(places.get(name) ?? []), ...(places.get(SPREAD) ?? [])]
    .sort((a, b) => a - b)
    .map((place) => properties[place] as Property);
}

function placesOf(node: t.ObjectExpression): ReadonlyMap<string | null, readonly number[]> {
  const known = kept.get(node);
  if (known !== undefined) return known;
  const places = new Map<string | null, number[]>();
  for (const [place, property] of node.properties.entries()) {
    const name = isSpread(property) ? SPREAD : keyName(property);
    // Whose name is worked out is none of those asked for.
    if (name === null && !isSpread(property)) continue;
    const list = places.get(name);
    if (list === undefined) places.set(name, [place]);
    else list.push(place);
  }
  kept.set(node, places);
  return places;
}

function isSpread(property: Property): property is t.SpreadElement {
  return property.type === 'SpreadElement';
}
