import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Hierarchy } from '../../../analyzers/graph/program/hierarchy.ts';

/** Types from which on a list of supertypes counts as cut. */
const MOST = 256;

/** Breadth first, as the nearest ones are to come first. */
function searched(platform: Record<string, string[]>, name: string): string[] {
  const found = [name];
  for (let i = 0; i < found.length; i++) {
    for (const next of platform[found[i] as string] ?? []) {
      if (found.length <= MOST && !found.includes(next)) found.push(next);
    }
  }
  return found;
}

function supertypes(hierarchy: Hierarchy, name: string): string[] {
  return hierarchy.supertypes(hierarchy.typeOf(`La/${name};`)).map((type) => hierarchy.nameOfType(type).slice(2));
}

function asTable(platform: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(platform).map(([name, above]) => [`a.${name}`, above.map((each) => `a.${each}`)]),
  );
}

test('finds the nearest supertypes first, in whichever order they are asked for', () => {
  const names = Array.from({ length: 12 }, (_, i) => `T${i}`);
  const above = fc.oneof(
    { weight: 3, arbitrary: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 1 }) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 }) },
  );
  const platforms = fc
    .tuple(...names.map(() => above))
    .map((all) => Object.fromEntries(names.map((n, i) => [n, all[i] ?? []])));
  fc.assert(
    fc.property(platforms, fc.shuffledSubarray(names, { minLength: 1 }), (platform, asked) => {
      const hierarchy = new Hierarchy([], asTable(platform));
      for (const name of asked) expect(supertypes(hierarchy, name)).toEqual(searched(platform, name));
    }),
    { numRuns: 500 },
  );
});

test.each([40, 256, 300])('follows a chain of %i types up to a bound', (length) => {
  const platform = Object.fromEntries(Array.from({ length }, (_, i) => [`T${i}`, [`T${i + 1}`]]));
  const hierarchy = new Hierarchy([], asTable(platform));
  for (const name of ['T7', 'T0', `T${length - 1}`]) {
    expect(supertypes(hierarchy, name)).toEqual(searched(platform, name));
  }
  expect(hierarchy.isCut).toBe(length >= MOST);
});
