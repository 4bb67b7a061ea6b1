import { expect, test } from 'vitest';
import { compileDexWatch, extractDex } from '../../../analyzers/extract/dex/extract-dex.ts';
import { catalogueWith } from '../../empty-catalogue.ts';
import { buildDex, type Ids } from '../../formats/dex/dex-builder.ts';
import { sdk } from '../../signature-entries.ts';

/** `const-string v0, text; return-object v0`, and what else stands behind it. */
const returning =
  (text: string, ...more: number[]) =>
  (ids: Ids): number[] => [0x001a, ids.string(text), 0x0011, ...more];

function versions(methods: Record<string, [name: string, text: string][]>, versionFields: string[] = []): unknown[] {
  const texts = Object.values(methods).flatMap((list) => list.map(([, text]) => text));
  const dex = buildDex(
    Object.entries(methods).map(([name, list]) => ({
      name,
      methods: list.map(([method, text]) => ({ name: method, code: returning(text) })),
    })),
    { strings: texts },
  );
  const catalogue = catalogueWith({ sdks: { acme: sdk({ packages: ['com.acme'], versionFields }) } });
  return extractDex('classes.dex', dex, compileDexWatch(catalogue))
    .facts.filter(({ kind }) => kind === 'version')
    .map(({ value, args }) => [value, args]);
}

test('a method of an SDK with a usual name that gives back a version tells it', () => {
  expect(versions({ 'Lcom/acme/a/B;': [['getSdkVersion', '3.2.1-beta']] })).toEqual([
    ['com.acme.a.B.getSdkVersion()', ['3.2.1-beta']],
  ]);
  expect(versions({ 'Lcom/other/B;': [['getSdkVersion', '3.2.1']] })).toEqual([]);
  expect(versions({ 'Lcom/acme/B;': [['getName', '3.2.1']] })).toEqual([]);
});

test.each(['1.0', 'release', '7', '1.2.dev', 'v'])(
  '%s is no version that a usual name would be believed for',
  (text) => {
    expect(versions({ 'Lcom/acme/B;': [['getVersion', text]] })).toEqual([]);
  },
);

test('a listed method is believed for less, and may have any name', () => {
  const methods: Record<string, [string, string][]> = {
    'Lcom/acme/B;': [
      ['name', '7'],
      ['other', '8'],
    ],
  };
  expect(versions(methods, ['com.acme.B.name()'])).toEqual([['com.acme.B.name()', ['7']]]);
  expect(versions(methods, ['com.acme.B.name'])).toEqual([]);
});
