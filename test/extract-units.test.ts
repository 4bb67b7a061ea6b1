import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../analyzers/catalogue/load.ts';
import { extractUnits, type PendingUnit } from '../analyzers/extract-units.ts';
import { unpack } from '../analyzers/unpack/unpack.ts';

const sample = (path: string) => unpack(fileURLToPath(new URL(`../${path}`, import.meta.url)));

/** DEX files of a real app and the bundle of a sample, and one file that cannot be read. */
function units(): PendingUnit[] {
  const dex = sample('node_modules/io.appium.settings/apks/settings_apk-debug.apk').files.filter(({ path }) =>
    path.endsWith('.dex'),
  );
  const bundle = sample('samples/react-native/app.apk').files.filter(({ path }) => path.endsWith('.bundle'));
  const unreadable = {
    path: 'classes99.dex',
    size: 10,
    read: () => {
      throw new Error('cannot be inflated');
    },
  };
  return [
    ...[...dex, unreadable].map((file) => ({ kind: 'dex' as const, files: [file] })),
    ...bundle.map((file) => ({ kind: 'script' as const, files: [file] })),
  ];
}

test('threads give what one thread gives, in the same order', async () => {
  const alone = await extractUnits(units(), loadCatalogue(), 1);
  const shared = await extractUnits(units(), loadCatalogue(), 2, 0);
  const comparable = (all: typeof alone) => all.map(({ facts, gaps, code }) => ({ facts, gaps, file: code?.file }));
  expect(alone.flatMap(({ facts }) => facts).length).toBeGreaterThan(100);
  expect(comparable(shared)).toEqual(comparable(alone));
  expect(alone.flatMap(({ gaps }) => gaps).map(({ file, material }) => [file, material])).toEqual([
    ['classes99.dex', true],
  ]);
});
