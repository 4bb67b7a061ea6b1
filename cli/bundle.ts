import type { Report } from '../analyzers/index.ts';
import { SCAN_FORMATS, type ScanFormat } from './reports/formats.ts';
import { pack } from './reports/office/pack.ts';
import { USUAL_COLUMNS } from './reports/style.ts';
import { printable } from './reports/text/printable.ts';

/** What each format is called inside the archive. */
const NAMES: Record<ScanFormat, string> = {
  text: 'report.txt',
  json: 'report.json',
  html: 'report.html',
  sarif: 'report.sarif',
  junit: 'report.junit.xml',
  markdown: 'report.md',
  csv: 'report.csv',
  gitlab: 'report.gitlab.json',
  docx: 'self-check.docx',
  xlsx: 'self-check.xlsx',
  'privacy-manifest': 'PrivacyInfo.draft.xcprivacy',
  'data-safety': 'data_safety.draft.csv',
};

/** A ZIP archive with the report in every format, and the hashes of the inputs as `sha256sum` writes them. */
export async function bundle(report: Report, language: 'zh' | 'en'): Promise<Uint8Array> {
  const style = { language, colour: false, detail: 'usual' as const, columns: USUAL_COLUMNS };
  const files: [string, string | Uint8Array][] = [];
  for (const [format, render] of Object.entries(SCAN_FORMATS)) {
    files.push([NAMES[format as ScanFormat], await render(report, style)]);
  }
  const inputs = [report.input, ...report.policies].map(({ name, sha256 }) => `${sha256}  ${printable(name)}\n`);
  return pack([...files, ['inputs.sha256', inputs.join('')]]);
}
