import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extractManifest } from '../../../analyzers/extract/manifest/extract-manifest.ts';
import type { BuildKind } from '../../../analyzers/model/build.ts';
import { buildOf, fixture, fixtureFiles } from './builds.ts';

const script = `android { namespace "a.b"
  defaultConfig { applicationId 'c.d'; minSdkVersion rootProject.ext.minSdk; manifestPlaceholders = [A: "b", "C": 'd'] } }`;

const source = {
  ...fixtureFiles('source', 'app/src/main/'),
  'app/build.gradle': new Uint8Array(Buffer.from(script)),
};
const bundle = {
  'base/manifest/AndroidManifest.xml': fixture('aapt2-proto/AndroidManifest.xml'),
  'base/resources.pb': fixture('aapt2-proto/resources.pb'),
};

/** Builds, and the file of each that is damaged. */
const CASES: [BuildKind, string, Record<string, Uint8Array>][] = [
  ['apk', 'AndroidManifest.xml', fixtureFiles('aapt-utf8')],
  ['apk', 'resources.arsc', fixtureFiles('aapt-utf8')],
  ['aab', 'base/manifest/AndroidManifest.xml', bundle],
  ['aab', 'base/resources.pb', bundle],
  ['folder', 'app/src/main/AndroidManifest.xml', source],
  ['folder', 'app/src/main/res/values/strings.xml', source],
  ['folder', 'app/build.gradle', source],
];

test.each(CASES)('%s: damage to %s gives a manifest or a gap, and never throws', (kind, path, files) => {
  const original = files[path] ?? new Uint8Array();
  const edit = fc.record({ at: fc.nat(original.length - 1), value: fc.nat(255), cut: fc.nat(40) });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), fc.boolean(), (edits, cuts) => {
      let bytes = Buffer.from(original);
      for (const { at, value, cut } of edits) {
        if (cuts) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + cut)]);
        else bytes[at] = value;
      }
      const { manifest, gaps } = extractManifest(buildOf(kind, { ...files, [path]: new Uint8Array(bytes) }));
      expect(manifest !== null || gaps.some(({ material }) => material)).toBe(true);
    }),
    { numRuns: 150, seed: 20252 },
  );
});
