import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { SCAN_FORMATS, type ScanFormat } from '../../../cli/reports/formats.ts';
import { validatorFor } from '../../report-schema.ts';
import { madeUpReport } from '../made-up-report.ts';

/** Office documents are archives; their tables have goldens of their own. */
const FILES = {
  text: 'txt',
  json: 'json',
  html: 'html',
  sarif: 'sarif',
  junit: 'xml',
  markdown: 'md',
  csv: 'csv',
  gitlab: 'gitlab.json',
  'privacy-manifest': 'xcprivacy',
  'data-safety': 'data-safety.csv',
} satisfies Record<Exclude<ScanFormat, 'docx' | 'xlsx'>, string>;

test('the made-up report is a report, and has every kind', () => {
  const report = madeUpReport();
  const validate = validatorFor('report');
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  expect(new Set(report.discrepancies.map(({ kind }) => kind)).size).toBe(12);
});

describe.each(Object.entries(FILES) as [keyof typeof FILES, string][])('%s', (format, extension) => {
  test.each(['zh', 'en'] as const)('in %s is the golden file, whole', async (language) => {
    const golden = fileURLToPath(new URL(`golden/report.${language}.${extension}`, import.meta.url));
    const style = { language, colour: false, detail: 'usual' as const, columns: 100 };
    await expect(SCAN_FORMATS[format](madeUpReport(), style)).toMatchFileSnapshot(golden);
  });
});
