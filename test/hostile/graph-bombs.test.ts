import { expect, test } from 'vitest';
import { apk } from './apk-parts.ts';
import {
  APPLICATION,
  everyCallLeadsEverywhere,
  everyClassIsEveryOther,
  manyLoops,
  manyMethodsOfOneCode,
  oneLongPath,
} from './graph-bombs.ts';
import { applicationManifest } from './large-manifest.ts';
import { scanned } from './scanned.ts';

const STOPPED = 'following its calls takes more work than its size explains; what the rest leads to is not known';

function app(code: Uint8Array): Buffer {
  return apk([
    { name: 'AndroidManifest.xml', contents: Buffer.from(applicationManifest(APPLICATION)) },
    { name: 'classes.dex', contents: Buffer.from(code), method: 0 },
  ]);
}

test('5,000 methods that each of 100,000 calls can lead to: a gap that counts', () => {
  const { report, material } = scanned('everywhere.apk', app(everyCallLeadsEverywhere(5_000, 100_000)));
  expect(material).toEqual(['over-budget classes.dex']);
  expect(report.gaps.map(({ detail }) => detail)).toEqual([STOPPED]);
  expect(report.evidence).toHaveLength(5_000);
});

test('1,000 methods that share 30,000 code units', () => {
  const { material } = scanned('shared.apk', app(manyMethodsOfOneCode(1_000, 30_000)));
  expect(new Set(material)).toEqual(new Set(['over-budget classes.dex']));
});

test('10,000 classes above one another, of each of which an object is made', () => {
  const { report } = scanned('above.apk', app(everyClassIsEveryOther(10_000, 20_000)));
  expect(report.gaps.map(({ code }) => code)).toContain('over-budget');
});

test('20,000 methods on one path', () => {
  const { report, material } = scanned('path.apk', app(oneLongPath(20_000)));
  expect(material).toEqual([]);
  expect(report.evidence).toHaveLength(20_000);
  expect(new Set(report.evidence.map(({ grade }) => grade))).toEqual(new Set(['reachable']));
  expect(Math.max(...report.evidence.map(({ path }) => path.length))).toBe(65);
});

test('50,000 branches back to the beginning', () => {
  const { material } = scanned('loops.apk', app(manyLoops(50_000)));
  expect(material).toEqual([]);
});
