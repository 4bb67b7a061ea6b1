import { expect, test } from 'vitest';
import type { Report } from '../../../analyzers/model/report.ts';
import { htmlPage } from '../../../cli/reports/html/html.ts';
import type { Style } from '../../../cli/reports/style.ts';
import { explanationText } from '../../../cli/reports/text/explanation.ts';
import { scanText } from '../../../cli/reports/text/scan.ts';
import { madeUpReport } from '../made-up-report.ts';

const style: Style = { language: 'zh', colour: false, detail: 'usual', columns: 120 };

/** The made-up report, whose SDK that exceeds its entry does so without a claim about the data. */
function withoutClaims(data = { exact: ['imsi'], broad: ['device-info'] }): Report {
  const report = madeUpReport();
  const discrepancies = report.discrepancies.map((item) =>
    item.kind === 'sdk-exceeds' ? { ...item, claims: [] } : item,
  );
  return { ...report, discrepancies, declaredSdks: report.declaredSdks.map((sdk) => ({ ...sdk, data })) };
}

test.each([
  [{ exact: ['imsi'], broad: ['device-info'] }, '一栏列出：IMSI；笼统：'],
  [{ exact: [], broad: [] }, '一栏未列出任何信息'],
])('an SDK beyond its entry is shown with the entry: %j', (data, shown) => {
  const report = withoutClaims(data);
  const item = report.discrepancies.find(({ kind }) => kind === 'sdk-exceeds');
  if (item === undefined) throw new Error('no such discrepancy');
  const texts = [scanText(report, style), explanationText(item, report, style), htmlPage(report, style)];
  for (const text of texts) expect(text).toContain(shown);
  expect(explanationText(item, report, { ...style, language: 'en' })).toMatch(/the entry of “.*” lists /);
});
