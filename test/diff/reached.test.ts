import { expect, test } from 'vitest';
import { diff } from '../../analyzers/diff/diff.ts';
import type { Evidence } from '../../analyzers/model/evidence.ts';
import { catalogueWith } from '../empty-catalogue.ts';
import { dataType } from '../signature-entries.ts';
import { claimOf, evidenceOf, readingOf } from './made-up.ts';

const catalogue = catalogueWith({
  dataTypes: {
    imei: dataType({ zh: 'IMEI', en: 'IMEI', sensitivity: 'high' }),
    location: dataType({ zh: '位置信息', en: 'location', sensitivity: 'high' }),
    'location-precise': dataType({ zh: '精确位置', en: 'precise location', parent: 'location', sensitivity: 'high' }),
    'location-background': dataType({ zh: '后台位置', en: 'background location', parent: 'location' }),
    'background-collection': dataType({ zh: '后台收集', en: 'collection in the background', kind: 'behaviour' }),
  },
});

function kindsOf(evidence: Evidence[], claims: ReturnType<typeof claimOf>[] | null, language: 'zh' | 'en' = 'en') {
  const readings = claims === null ? [] : [readingOf({ claims })];
  return diff({ kind: 'apk', evidence, sdks: [], permissions: [], readings, gaps: [], catalogue, language }).filter(
    ({ kind }) => kind === 'before-consent' || kind === 'background',
  );
}

const early = evidenceOf({ beforeConsent: true, consentBasis: 'process-start', grade: 'reachable' });
const behind = evidenceOf({ data: 'location-precise', background: true, grade: 'reachable' });

test('what runs before consent is a suspicion of its own, whatever the policy declares', () => {
  const [found, ...others] = kindsOf([early], [claimOf({ data: 'imei' })]);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ kind: 'before-consent', severity: 'high', data: 'imei', evidence: [early.id] });
  expect(found?.message).toMatch(
    /appears to read it before the user could agree .*start of the process.*dynamic check/,
  );
  expect(kindsOf([early], null, 'zh')[0]?.message).toMatch(/疑似在用户同意隐私政策之前获取IMEI.*动态检测/);
});

test('an API that everybody calls says nothing about consent, and neither does a late one', () => {
  expect(kindsOf([{ ...early, lowSignal: true }, evidenceOf({ grade: 'reachable' })], null)).toEqual([]);
});

test('collection in the background is held against what the policy says of the background', () => {
  const [found, ...others] = kindsOf([behind], [claimOf({ data: 'location-precise' })]);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ kind: 'background', severity: 'medium', data: 'location-precise' });
  expect(found?.message).toContain('dynamic check');
  for (const claim of [
    claimOf({ data: 'location-precise', background: true }),
    claimOf({ data: 'location', background: true }),
    claimOf({ data: 'location-background' }),
    claimOf({ data: 'background-collection' }),
  ]) {
    expect(kindsOf([behind], [claim])).toEqual([]);
  }
  expect(kindsOf([behind], [claimOf({ data: 'imei', background: true })])).toHaveLength(1);
  expect(kindsOf([behind], [claimOf({ data: 'location-background', stance: 'denied' })])).toHaveLength(1);
  expect(kindsOf([behind], null)).toEqual([]);
});
