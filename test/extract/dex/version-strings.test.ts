import { expect, test } from 'vitest';
import { compileDexWatch } from '../../../analyzers/extract/dex/dex-watch.ts';
import { findVersionStrings } from '../../../analyzers/extract/dex/version-strings.ts';
import { match } from '../../../analyzers/match/match.ts';
import { WorkBudget } from '../../../analyzers/model/work-budget.ts';
import { catalogueWith } from '../../empty-catalogue.ts';
import { sdk } from '../../signature-entries.ts';
import { stringsOnly } from './strings-only.ts';

const catalogue = catalogueWith({
  sdks: {
    acme: sdk({ packages: ['com.acme'], versionStrings: ['Acme/', 'Acme/core'], strings: ['acme_*'] }),
    other: sdk({ packages: ['com.other.sdk'] }),
  },
});
const watch = compileDexWatch(catalogue);
const factsOf = (...strings: string[]) =>
  findVersionStrings('classes.dex', stringsOnly(strings), watch.versionStrings, new WorkBudget(1000));
const versionsOf = (...strings: string[]) => factsOf(...strings).map(({ value, args }) => [value, args]);

test('a version behind a listed beginning is met, the longest beginning first', () => {
  expect(versionsOf('Acme/4.12.3 (430)', 'Acme/core v1.2', 'Acme/x', 'About Acme/9.9.9', 'Acme/5.0.0')).toEqual([
    ['Acme/', ['4.12.3']],
    ['Acme/core', ['1.2']],
  ]);
});

test('what is no version, and a number alone, is none', () => {
  expect(versionsOf('Acme/', 'Acme/7', 'Acme/one.two', 'Acme/1.')).toEqual([]);
});

test('a library that states itself is an SDK by its group, and has the version that it states', () => {
  const facts = factsOf('!SDK-VERSION-STRING!:com.other.sdk:other-android:4.24.0', '!SDK-VERSION-STRING!:nobody');
  expect(facts.map(({ value, args }) => [value, args])).toEqual([
    ['!SDK-VERSION-STRING!:com.other.sdk:other-android', ['4.24.0']],
  ]);
  const [found, ...more] = match(facts, null, true, catalogue).sdks;
  expect(more).toEqual([]);
  expect([found?.id, found?.version, found?.found[0]?.sure]).toEqual(['other', '4.24.0', 'likely']);
});

test('a listed string gives the version of an SDK that is found by other signs, and finds none itself', () => {
  const facts = factsOf('Acme/4.12.3');
  expect(match(facts, null, true, catalogue).sdks).toEqual([]);
  const seen = { kind: 'class' as const, value: 'com.acme', at: { file: 'classes.dex' } };
  expect(match([seen, ...facts], null, true, catalogue).sdks[0]?.version).toBe('4.12.3');
});
