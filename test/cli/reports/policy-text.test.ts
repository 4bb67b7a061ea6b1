import { expect, test } from 'vitest';
import type { Claim, DeclaredSdk } from '../../../analyzers/model/claim.ts';
import type { PolicyReport } from '../../../analyzers/model/report.ts';
import { displayWidth, fitted, grid } from '../../../cli/reports/text/grid.ts';
import { policyText } from '../../../cli/reports/text/policy.ts';

const claim = (data: string, more: Partial<Claim> = {}): Claim => ({
  id: data,
  data,
  breadth: 'exact',
  stance: 'affirmed',
  scope: null,
  actor: 'app',
  purpose: null,
  background: false,
  quote: `We collect ${data}.`,
  at: { file: 'policy.txt', line: 3, column: 1 },
  ...more,
});

const sdk: DeclaredSdk = {
  id: 'jpush',
  name: '极光推送SDK',
  company: null,
  purpose: '推送',
  url: null,
  data: { exact: ['imei'], broad: ['device-info'] },
  at: { file: 'policy.txt', line: 9, column: 1 },
};

const REPORT: PolicyReport = {
  schema: 1,
  tool: { name: 'candor', version: '0', signatures: '' },
  policies: [{ name: 'policy.txt', sha256: '', language: 'zh', passages: [] }],
  claims: [
    claim('sms', { stance: 'denied', quote: '不读取短信\u001b[31m' }),
    claim('device-info', { breadth: 'broad' }),
    claim('imei', { actor: 'sdk:jpush' }),
    claim('imei', { background: true }),
  ],
  declaredSdks: [sdk],
  declaredPermissions: [
    { name: 'android.permission.CAMERA', quote: '', at: { file: 'policy.txt', line: 5, column: 2 } },
  ],
  discrepancies: [],
  gaps: [],
  names: { sms: { zh: '短信', en: 'SMS' } },
};

test('data types in one table: named first, then broad, then denied; columns stand below each other', () => {
  const lines = policyText(REPORT, { language: 'zh', colour: false, detail: 'usual', columns: 100 }).split('\n');
  expect(lines.slice(0, 8)).toEqual([
    'policy.txt (zh)',
    '3 类信息，1 个 SDK，1 项权限，0 处文本缺陷',
    '',
    '政策声明的信息 (3)',
    '  信息类型     应用       SDK 及第三方  否定    行  原文',
    '  imei         明确 后台  jpush                 3   We collect imei.',
    '  device-info  笼统                             3   We collect device-info.',
    '  短信 sms                              不收集  3   不读取短信\\u{1b}[31m',
  ]);
  expect(lines).toContain('  极光推送SDK  jpush        imei, device-info*  推送  公司, 链接');
});

test('English wording', () => {
  const text = policyText(REPORT, { language: 'en', colour: false, detail: 'usual', columns: 100 });
  expect(text).toContain('3 data types, 1 SDKs, 1 permissions, 0 defects');
  expect(text).toContain('not collected');
});

test('widths of East Asian text', () => {
  expect(displayWidth('a中文ｂ')).toBe(7);
  expect(fitted('隐私政策', 5)).toBe('隐私…');
  expect(
    grid(
      [
        ['中', 'x'],
        ['abc', 'y'],
      ],
      [10, 10],
    ),
  ).toEqual(['中   x', 'abc  y']);
});
