import { expect, test } from 'vitest';
import { diff } from '../../analyzers/diff/diff.ts';
import type { DiffInput } from '../../analyzers/diff/diff-input.ts';
import type { Evidence } from '../../analyzers/model/evidence.ts';
import { catalogueWith } from '../empty-catalogue.ts';
import { dataType, sdk } from '../signature-entries.ts';
import { claimOf, evidenceOf, readingOf } from './made-up.ts';

const catalogue = catalogueWith({
  dataTypes: {
    'device-info': dataType({ zh: '设备信息', en: 'device information', kind: 'broad' }),
    imei: dataType({ zh: 'IMEI', en: 'IMEI', parent: 'device-info', sensitivity: 'high' }),
    clipboard: dataType({ zh: '剪切板', en: 'clipboard', sensitivity: 'high' }),
    'device-model': dataType({ zh: '设备型号', en: 'device model', parent: 'device-info', sensitivity: 'low' }),
    microphone: dataType({ zh: '麦克风', en: 'microphone', sensitivity: 'high' }),
    nickname: dataType({ zh: '昵称', en: 'nickname', parent: 'basic-profile' }),
    'basic-profile': dataType({ zh: '基本资料', en: 'profile', kind: 'broad' }),
    autostart: dataType({ zh: '自启动', en: 'auto start', kind: 'behaviour' }),
  },
  androidApis: {
    'android.media.MediaRecorder': { start: { kind: 'method', data: ['microphone'], permissions: ['RECORD_AUDIO'] } },
    'a.B': { c: { kind: 'method', data: ['nickname'] } },
  },
  permissions: {
    'android.permission.RECORD_AUDIO': { level: 'dangerous', data: ['microphone'], zh: '录音' },
    'android.permission.INTERNET': { level: 'normal', data: [], zh: '网络' },
  },
  sdks: { jpush: sdk({ names: { zh: ['极光推送'], en: ['JPush'] } }) },
  regulations: {
    'cac-2019-191': {
      title: { zh: '', en: '' },
      clauses: { '2-1': { zh: '', en: '', quote: 'clause', kinds: ['undisclosed'] } },
    },
  },
});

function stated(input: Partial<DiffInput>) {
  const whole: DiffInput = {
    kind: 'apk',
    evidence: [],
    sdks: [],
    permissions: [],
    readings: [readingOf({})],
    gaps: [],
    catalogue,
    language: 'zh',
    ...input,
  };
  return diff(whole);
}

const kinds = (input: Partial<DiffInput>) =>
  stated(input).map(({ kind, severity, data, actor }) => [kind, severity, data, actor]);
const foundSdk = {
  id: 'jpush',
  name: '极光推送',
  company: null,
  claimed: false,
  found: [{ how: 'class' as const, value: 'cn.jpush', at: { file: 'classes.dex' } }],
};

test('undisclosed, vague, contradicted, or covered', () => {
  const evidence = [evidenceOf({ data: 'imei' })];
  expect(kinds({ evidence })).toEqual([['undisclosed', 'high', 'imei', 'app']]);
  const readings = (claim: Parameters<typeof claimOf>[0]) => [readingOf({ claims: [claimOf(claim)] })];
  expect(kinds({ evidence, readings: readings({ data: 'device-info', breadth: 'broad' }) })).toEqual([
    ['vague', 'medium', 'imei', 'app'],
  ]);
  expect(kinds({ evidence, readings: readings({ data: 'imei', stance: 'denied' }) })).toEqual([
    ['contradicted', 'high', 'imei', 'app'],
  ]);
  expect(kinds({ evidence, readings: readings({ data: 'imei' }) })).toEqual([]);
});

test('code that nothing leads to weighs less, where it is known what leads where', () => {
  const bundled = evidenceOf({ data: 'imei', grade: 'bundled' });
  const inScript = evidenceOf({ data: 'imei', grade: 'bundled', at: { file: 'index.js', line: 1, column: 1 } });
  const severity = (evidence: Evidence[], input: Partial<DiffInput> = {}) =>
    stated({ evidence, kind: 'apk', ...input }).map((each) => each.severity);
  expect(severity([evidenceOf({ data: 'imei' })])).toEqual(['high']);
  expect(severity([bundled])).toEqual(['medium']);
  expect(severity([bundled, evidenceOf({ data: 'imei', id: 'second' })])).toEqual(['high']);
  expect(severity([inScript])).toEqual(['high']);
  expect(severity([bundled], { kind: 'dex' })).toEqual(['high']);
});

test('one cause is one discrepancy, with all its evidence, clauses and a stable id', () => {
  const evidence = [evidenceOf({ id: 'one' }), evidenceOf({ id: 'two' })];
  const [found, ...more] = stated({ evidence });
  expect(more).toEqual([]);
  expect(found?.evidence).toEqual(['one', 'two']);
  expect(found?.clauses).toEqual(['cac-2019-191/2-1']);
  expect(found?.id).toBe(stated({ evidence: [evidenceOf({ id: 'other', api: 'x.Y.z' })] })[0]?.id);
});

test('an unknown library weighs less, and what everybody calls weighs least', () => {
  expect(kinds({ evidence: [evidenceOf({ data: 'imei', actor: 'library:x.y' })] })).toEqual([
    ['undisclosed', 'medium', 'imei', 'library:x.y'],
  ]);
  expect(kinds({ evidence: [evidenceOf({ data: 'imei', lowSignal: true })] })).toEqual([
    ['undisclosed', 'low', 'imei', 'app'],
  ]);
  expect(kinds({ evidence: [evidenceOf({ data: 'imei', actor: 'library:x.y', lowSignal: true })] })).toEqual([]);
});

test('third-party code that lacks the permission for all that it does weighs less, the app itself does not', () => {
  const lacks = ['android.permission.READ_PHONE_STATE'];
  const closed = (actor: 'app' | 'sdk:x' | 'library:x.y') => evidenceOf({ id: 'closed', data: 'imei', actor, lacks });
  expect(kinds({ evidence: [closed('sdk:x')] })).toEqual([['undisclosed', 'medium', 'imei', 'sdk:x']]);
  expect(kinds({ evidence: [closed('library:x.y')] })).toEqual([['undisclosed', 'low', 'imei', 'library:x.y']]);
  expect(kinds({ evidence: [closed('app')] })).toEqual([['undisclosed', 'high', 'imei', 'app']]);
  expect(kinds({ evidence: [closed('sdk:x'), evidenceOf({ data: 'imei', actor: 'sdk:x' })] })).toEqual([
    ['undisclosed', 'high', 'imei', 'sdk:x'],
  ]);
});

test('an SDK that the policy names exceeds its row; one that it does not name is undisclosed', () => {
  const input = { evidence: [evidenceOf({ data: 'imei', actor: 'sdk:jpush' })], sdks: [foundSdk] };
  expect(kinds(input)).toEqual([
    ['undisclosed', 'high', 'imei', 'sdk:jpush'],
    ['undisclosed-sdk', 'high', null, 'sdk:jpush'],
  ]);
  const mentions = [{ sdk: 'jpush', how: 'name' as const, at: { file: 'policy.txt', line: 1, column: 1 } }];
  expect(kinds({ ...input, readings: [readingOf({ mentions })] })).toEqual([
    ['sdk-exceeds', 'high', 'imei', 'sdk:jpush'],
  ]);
});

test('behaviours are background discrepancies', () => {
  const evidence = [evidenceOf({ data: 'autostart', grade: 'requested' })];
  expect(kinds({ evidence })).toEqual([['background', 'low', 'autostart', 'app']]);
  expect(kinds({ evidence, readings: [readingOf({ claims: [claimOf({ data: 'autostart' })] })] })).toEqual([]);
});

test('permissions: neither declared nor used', () => {
  const at = { file: 'AndroidManifest.xml' };
  const record = {
    name: 'android.permission.RECORD_AUDIO',
    data: ['microphone'],
    used: false,
    maxSdkVersion: null,
    at,
  };
  const internet = { name: 'android.permission.INTERNET', data: [], used: false, maxSdkVersion: null, at };
  expect(kinds({ permissions: [record, internet] }).map(([kind]) => kind)).toEqual([
    'undeclared-permission',
    'unused-permission',
  ]);
  const declared = [readingOf({ permissions: [{ name: record.name, quote: '', at }] })];
  expect(kinds({ permissions: [{ ...record, used: true }], readings: declared })).toEqual([]);
  const claimed = [readingOf({ claims: [claimOf({ data: 'microphone' })] })];
  expect(kinds({ permissions: [{ ...record, used: null }], readings: claimed })).toEqual([]);
});

test('over-claims: only what the device would show, and only in a fully read build', () => {
  const readings = [readingOf({ claims: [claimOf({ data: 'microphone' }), claimOf({ data: 'nickname' })] })];
  expect(kinds({ readings })).toEqual([['unevidenced', 'low', 'microphone', null]]);
  expect(kinds({ readings, kind: 'folder' })).toEqual([]);
  expect(kinds({ readings, evidence: [evidenceOf({ data: 'microphone', lowSignal: true })] })).toEqual([]);
  const gap = { stage: 'dex' as const, file: 'classes.dex', code: 'packed' as const, detail: '', material: true };
  expect(kinds({ readings, gaps: [gap] }).map(([kind]) => kind)).toEqual(['incomplete-analysis']);
});

test('gaps count once for each stage and reason, and only where they matter', () => {
  const gap = { stage: 'dex' as const, file: 'classes.dex', code: 'corrupt' as const, detail: '', material: true };
  const found = stated({
    gaps: [gap, { ...gap, file: 'classes2.dex' }, { ...gap, material: false, code: 'unsupported' }],
  });
  expect(found.map(({ kind, subject }) => [kind, subject])).toEqual([['incomplete-analysis', 'dex corrupt']]);
  expect(found[0]?.message).toContain('另有 1 处');
});

test('without a policy nothing can disagree with it', () => {
  expect(kinds({ readings: [], evidence: [evidenceOf({})], sdks: [foundSdk] })).toEqual([]);
});

test('defects of the policy, each once, worst first', () => {
  const at = { file: 'policy.txt', line: 3, column: 1 };
  const defects = [
    { code: 'no-contact' as const, subject: null, quote: null, at },
    { code: 'sdk-without-data' as const, subject: '极光', quote: null, at },
    { code: 'sdk-without-data' as const, subject: '极光', quote: null, at },
  ];
  expect(
    stated({ readings: [readingOf({ defects })] }).map(({ kind, severity, subject }) => [kind, severity, subject]),
  ).toEqual([
    ['policy-defect', 'medium', 'sdk-without-data 极光 policy.txt'],
    ['policy-defect', 'low', 'no-contact policy.txt'],
  ]);
});

test('messages speak the language asked for and never convict', () => {
  const evidence = [evidenceOf({ data: 'imei' })];
  expect(stated({ evidence })[0]?.message).toContain('疑似');
  expect(stated({ evidence, language: 'en' })[0]?.message).toContain('appears to');
});
