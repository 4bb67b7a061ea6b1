import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ZipError } from '../../analyzers/formats/zip.ts';
import { InputError } from '../../analyzers/model/input-error.ts';
import { DEFAULT_UNPACK_LIMITS, unpackBytes } from '../../analyzers/unpack/unpack.ts';
import { makeArchive } from '../formats/zip/handmade-archive.ts';

const APK = readFileSync(new URL('fixtures/minimal.apk', import.meta.url));
const SPLITS = makeArchive([
  { name: 'splits/base-master.apk', contents: APK, method: 0 },
  { name: 'splits/base-x86.apk', contents: makeArchive([{ name: 'AndroidManifest.xml', contents: APK }]) },
  { name: 'toc.pb', contents: Buffer.from('x') },
]);

test('mutated bytes give a sorted build or an InputError, and files that read or throw a ZipError', () => {
  let builds = 0;
  const original = fc.constantFrom(APK, SPLITS);
  const change = fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255));
  fc.assert(
    fc.property(original, fc.array(change, { maxLength: 20 }), fc.option(fc.nat(100)), (source, changes, share) => {
      const bytes = Buffer.from(source.subarray(0, share === null ? source.length : (source.length * share) / 100));
      for (const [at, value] of changes) bytes[Math.floor(at * bytes.length)] = value;
      try {
        const build = unpackBytes('a.apk', bytes);
        builds++;
        const paths = build.files.map(({ path }) => path);
        expect(paths).toEqual([...paths].sort());
        for (const file of build.files) {
          try {
            file.read();
          } catch (error) {
            expect(error).toBeInstanceOf(ZipError);
          }
        }
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        expect(error.message).toMatch(/^a\.apk: [a-z]/);
      }
    }),
    { numRuns: 1000, seed: 8 },
  );
  expect(builds).toBeGreaterThan(500);
});

test('thousands of entries that share one nested archive stay within the budget', () => {
  const inner = makeArchive(Array.from({ length: 100 }, (_, i) => ({ name: `${i}.js`, contents: Buffer.of(i) })));
  const sharing = Array.from({ length: 3000 }, (_, i) => ({
    name: `${i}.jar`,
    contents: i === 0 ? inner : Buffer.alloc(0),
    method: 0,
    central: { offset: 0, size: inner.length, compressedSize: inner.length },
  }));
  const bytes = makeArchive([...sharing, { name: 'classes.dex', contents: inner }]);
  const build = unpackBytes('a.apk', bytes, { ...DEFAULT_UNPACK_LIMITS, maxFiles: 5000 });
  expect(build.files.length).toBe(5000);
  expect(build.gaps.some(({ code, material }) => code === 'over-budget' && material)).toBe(true);
  expect(build.anomalies.some(({ code, count }) => code === 'overlapping-data' && count >= 2999)).toBe(true);
});
