import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../analyzers/catalogue/load.ts';
import { extractUnits, type PendingUnit } from '../analyzers/extract-units.ts';
import { DEFAULT_LIMITS } from '../analyzers/model/limits.ts';
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
  const alone = await extractUnits(units(), loadCatalogue(), { jobs: 1 });
  const shared = await extractUnits(units(), loadCatalogue(), { jobs: 2, workersPayFrom: 0 });
  const comparable = (all: typeof alone) => all.map(({ facts, gaps, code }) => ({ facts, gaps, file: code?.file }));
  expect(alone.flatMap(({ facts }) => facts).length).toBeGreaterThan(100);
  expect(comparable(shared)).toEqual(comparable(alone));
  expect(alone.flatMap(({ gaps }) => gaps).map(({ file, material }) => [file, material])).toEqual([
    ['classes99.dex', true],
  ]);
});

const script = (path: string, text: string): PendingUnit => {
  const bytes = Buffer.from(text);
  return { kind: 'script', files: [{ path, size: bytes.length, read: () => bytes }] };
};

test('a script that is too deep for the stack of the main thread is read in another, whatever the number of threads', async () => {
  const deep = script('deep.js', `${'a(function(){'.repeat(5_000)}uni.getLocation({});${'})'.repeat(5_000)}`);
  const deeper = script('deeper.js', `${'['.repeat(60_000)}${']'.repeat(60_000)};uni.getLocation({});`);
  const read = (jobs: number, workersPayFrom: number) =>
    extractUnits([deep, deeper], loadCatalogue(), { jobs, workersPayFrom });
  const alone = await read(1, 1 << 30);
  expect(alone.map(({ facts }) => facts.map(({ value }) => value))).toEqual([['uni.getLocation'], []]);
  expect(alone.map(({ gaps }) => gaps)).toEqual([
    [],
    [
      {
        stage: 'script',
        file: 'deeper.js',
        code: 'too-large',
        detail: 'syntax is nested 60001 levels deep, more than the limit of 50000',
        material: true,
      },
    ],
  ]);
  expect(await read(2, 0)).toEqual(alone);
});

test('a script that takes more memory than a thread has becomes a gap, and the others are read', async () => {
  const call = 'uni.getLocation({});';
  const greedy = script('greedy.js', `${'var a=1;'.repeat(900_000)}${call}`);
  const small = script('small.js', call);
  const extracted = await extractUnits([small, greedy], loadCatalogue(), {
    jobs: 1,
    limits: { ...DEFAULT_LIMITS, scriptMemory: 64 << 20 },
  });
  expect(extracted.map(({ facts }) => facts.map(({ value }) => value))).toEqual([['uni.getLocation'], []]);
  expect(extracted.flatMap(({ gaps }) => gaps)).toEqual([
    {
      stage: 'script',
      file: 'greedy.js',
      code: 'over-budget',
      detail: 'takes more memory to read than a worker thread has',
      material: true,
    },
  ]);
});

test('files over their limits become gaps before anything of them is read', async () => {
  const unread = (kind: PendingUnit['kind'], path: string, size: number): PendingUnit => ({
    kind,
    files: [
      {
        path,
        size,
        read: () => {
          throw new Error('was read');
        },
      },
    ],
  });
  const limits = { ...DEFAULT_LIMITS, dexSize: 100, dexTotal: 150, nativeSize: 50, scriptSize: 10 };
  const extracted = await extractUnits(
    [
      unread('dex', 'a.dex', 101),
      unread('dex', 'b.dex', 100),
      unread('dex', 'c.dex', 60),
      unread('native', 'a.so', 51),
      unread('script', 'a.js', 11),
    ],
    loadCatalogue(),
    { jobs: 1, limits },
  );
  expect(extracted.flatMap(({ gaps }) => gaps.map(({ file, code, material }) => [file, code, material]))).toEqual([
    ['a.dex', 'too-large', true],
    ['b.dex', 'corrupt', true],
    ['c.dex', 'over-budget', true],
    ['a.so', 'too-large', false],
    ['a.js', 'too-large', true],
  ]);
});
