import { expect, test } from 'vitest';
import { compileDexWatch, extractDex } from '../../../analyzers/extract/dex/extract-dex.ts';
import { catalogueWith } from '../../empty-catalogue.ts';
import { buildDex } from '../../formats/dex/dex-builder.ts';
import { sdk } from '../../signature-entries.ts';

const RETURN = 0x0e;
const watch = compileDexWatch(catalogueWith({ sdks: { acme: sdk({ packages: ['com.acme'] }) } }));

/** Arguments of the class fact of a file whose classes have one method each, of so many code units. */
function classFact(units: Record<string, number>): string[] | undefined {
  const classes = Object.entries(units).map(([name, length]) => ({
    name: `Lcom/acme/${name};`,
    methods: length === 0 ? [] : [{ name: 'm', code: () => [...new Array(length - 1).fill(0), RETURN] }],
  }));
  return extractDex('classes.dex', buildDex(classes), watch).facts.find(({ kind }) => kind === 'class')?.args;
}

test('an SDK of which no class does anything is a stub, beside classes that every library has', () => {
  expect(classFact({ A: 1, B: 4, C: 12 })).toEqual(['com.acme.A', '3', 'stub']);
  expect(classFact({ A: 0, BuildConfig: 40, R$id: 40 })).toEqual(['com.acme.A', '3', 'stub']);
});

test('one method that does something is enough, and few classes are never a stub', () => {
  expect(classFact({ A: 1, B: 13, C: 1 })).toEqual(['com.acme.A', '3']);
  expect(classFact({ A: 1, B: 1 })).toEqual(['com.acme.A', '2']);
});
