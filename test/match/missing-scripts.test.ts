import { expect, test } from 'vitest';
import { missingScripts } from '../../analyzers/match/missing-scripts.ts';
import type { Build } from '../../analyzers/model/build.ts';
import type { Fact } from '../../analyzers/model/fact.ts';
import { catalogueWith } from '../empty-catalogue.ts';

const framework = { files: [], ownFiles: [], libraries: [], modules: [] };
const catalogue = catalogueWith({
  frameworks: {
    'react-native': { ...framework, name: 'React Native', scripted: true, packages: ['com.facebook.react'] },
    flutter: { ...framework, name: 'Flutter', packages: ['io.flutter'] },
  },
});
const build: Build = { name: 'app.apk', kind: 'apk', sha256: '', size: 0, files: [], gaps: [] };
const made = (value: string): Fact => ({ kind: 'class', value, at: { file: 'classes.dex' } });

test('an app whose code is scripts, without any script, is not analysed', () => {
  const [gap, ...more] = missingScripts(build, [made('com.facebook.react')], 0, catalogue);
  expect(more).toEqual([]);
  expect([gap?.file, gap?.code, gap?.material]).toEqual(['app.apk', 'missing', true]);
  expect(gap?.detail).toContain('React Native');
});

test('silent with scripts, in a source folder, and for frameworks without them', () => {
  expect(missingScripts(build, [made('com.facebook.react')], 1, catalogue)).toEqual([]);
  expect(missingScripts({ ...build, kind: 'folder' }, [made('com.facebook.react')], 0, catalogue)).toEqual([]);
  expect(missingScripts(build, [made('io.flutter')], 0, catalogue)).toEqual([]);
});
