import { expect, test } from 'vitest';
import type { Discrepancy } from '../../../analyzers/model/discrepancy.ts';
import { causesOf } from '../../../cli/reports/causes.ts';
import { storiesOf } from '../../../cli/reports/story.ts';
import { displayWidth, grid } from '../../../cli/reports/text/grid.ts';
import { scanText } from '../../../cli/reports/text/scan.ts';
import { madeUpReport } from '../made-up-report.ts';

const STYLE = { language: 'zh', colour: false, detail: 'usual', columns: 100 } as const;

/** The made-up report with discrepancies that are like some of its own, but about other data. */
function multiplied() {
  const report = madeUpReport();
  const like = (kind: Discrepancy['kind'], data: string, more: Partial<Discrepancy> = {}) =>
    report.discrepancies
      .filter((item) => item.kind === kind)
      .map((item) => ({ ...item, id: `${kind}-${data}`, data, ...more }));
  report.discrepancies.push(
    ...like('before-consent', 'location'),
    ...like('sdk-exceeds', 'imsi'),
    ...like('sdk-exceeds', 'camera', { severity: 'low' }),
    ...like('vague', 'imei'),
    ...like('undisclosed', 'contacts'),
    ...like('undisclosed-sdk', 'imei', { actor: 'sdk:jpush' }),
  );
  report.gate?.failing.push('before-consent-location', 'sdk-exceeds-imsi');
  return report;
}

test('one start, one SDK, one broad term are one cause; what the app itself leaves out is one each', () => {
  const report = multiplied();
  const causes = causesOf(storiesOf(report), report).map((cause) =>
    cause.map(({ item }) => item.id.replace(/^d0+/, '')),
  );
  expect(causes.filter((ids) => ids.length > 1)).toEqual([
    ['2', 'before-consent-location'],
    ['5', 'sdk-exceeds-imsi'],
    ['6', 'vague-imei'],
  ]);
  expect(causes.flat()).toHaveLength(report.discrepancies.length);
});

test('what fails and what does not, or has more places than a baseline knew, is never told as one', () => {
  const report = multiplied();
  report.gate?.failing.pop();
  if (report.gate) report.gate.baseline = { name: 'b', known: 1, gone: [], grown: { d000000000000006: ['e1'] } };
  const sizes = causesOf(storiesOf(report), report).map((cause) => cause.length);
  expect(sizes.filter((size) => size > 1)).toEqual([2]);
});

test('a cause is told once, with a line for each of its discrepancies', () => {
  const text = scanText(multiplied(), STYLE);
  expect(text).toContain('高 (9 项，7 个原因)');
  expect(text).toMatch(
    /● SDK 超范围收集 {2}友盟统计SDK的代码疑似获取以下 2 种信息，超出隐私政策对该 SDK 及应用自身的声明范围。\n {4}d000000000000005 {2}IMEI {2}TelephonyManager\.getDeviceId {2}B\.a \+0xc\n {4}sdk-exceeds-imsi {2}IMSI /,
  );
  const narrow = scanText(multiplied(), { ...STYLE, columns: 60 }).split('\n');
  expect(narrow).toContain('    sdk-exceeds-imsi  IMSI  TelephonyManager.getDeviceId');
});

test('in full every discrepancy is told with its code, and no cause', () => {
  const text = scanText(multiplied(), { ...STYLE, detail: 'full' });
  expect(text).not.toContain('以下 2 种信息');
  expect(text).toContain('       > 0x8  invoke-virtual {v0}, android.content.ClipboardManager.getPrimaryClip()');
  expect(text.match(/处理建议/g)).toHaveLength(17);
});

test('what a baseline or a person accepted is shown as such in the table, and not as covered', () => {
  const report = madeUpReport();
  const [contradicted] = report.discrepancies;
  if (contradicted === undefined) throw new Error('no discrepancy');
  contradicted.suppressed = { reason: 'baseline' };
  const text = scanText(report, STYLE);
  expect(text).toMatch(/剪切板 +否认 +=\^/);
  expect(text).toContain('= 已接受（基线或忽略）');
});

test('columns as a terminal counts them', () => {
  expect(displayWidth('剪切板')).toBe(6);
  expect(displayWidth('✔✘●◐')).toBe(4);
  expect(displayWidth('😀𠮷')).toBe(4);
  expect(displayWidth('e\u0301')).toBe(1);
  const painted = grid(
    [
      ['剪', 'x'],
      ['ab c', 'y'],
    ],
    [4, 4],
    (cell) => `<${cell}>`,
  );
  expect(painted).toEqual(['<剪>    <x>', '<ab c>  <y>']);
});
