import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { bundle } from '../../../cli/bundle.ts';
import { docx } from '../../../cli/reports/docx.ts';
import { SCAN_FORMATS } from '../../../cli/reports/formats.ts';
import { NAMED_CATEGORIES } from '../../../cli/reports/sdk-categories.ts';
import { selfCheck } from '../../../cli/reports/self-check/sheets.ts';
import { xlsx } from '../../../cli/reports/xlsx.ts';
import { hostileReport } from '../hostile-report.ts';
import { madeUpReport } from '../made-up-report.ts';

const style = (language: 'zh' | 'en') => ({ language, colour: false, detail: 'usual' as const, columns: 100 });
const LANGUAGES = ['zh', 'en'] as const;

async function parts(document: Uint8Array): Promise<Record<string, string>> {
  const zip = await JSZip.loadAsync(document);
  const entries = Object.values(zip.files).map(async (file) => [file.name, await file.async('string')] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** All values of an attribute or element below a parsed XML document. */
function collect(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => collect(item, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === name ? [item].flat() : collect(item, name)));
}

describe.each(LANGUAGES)('%s', (language) => {
  test('the tables are the golden ones, whole', async () => {
    const golden = fileURLToPath(new URL(`golden/self-check.${language}.json`, import.meta.url));
    await expect(`${JSON.stringify(selfCheck(madeUpReport(), language), null, 2)}\n`).toMatchFileSnapshot(golden);
  });

  test('every row has as many cells as there are columns', () => {
    for (const report of [madeUpReport(), hostileReport()]) {
      for (const { columns, rows } of selfCheck(report, language).sheets) {
        for (const row of rows) expect(row).toHaveLength(columns.length);
      }
    }
  });

  test.each([
    ['xlsx', xlsx],
    ['docx', docx],
  ] as const)('%s: every part is well-formed and is where it is said to be, hostile text or not', async (_, render) => {
    for (const report of [madeUpReport(), hostileReport()]) {
      const files = await parts(await render(report, style(language)));
      const read = new XMLParser({ ignoreAttributes: false });
      for (const [name, text] of Object.entries(files)) {
        expect(XMLValidator.validate(text), name).toBe(true);
        expect(text, name).not.toMatch(/[\p{Surrogate}\ufffe\uffff]|(?!\n)\p{Cc}/u);
      }
      const named = collect(read.parse(files['[Content_Types].xml'] ?? ''), '@_PartName');
      for (const part of named) expect(Object.keys(files)).toContain(String(part).slice(1));
    }
  });

  test('xlsx: all cells are strings, and no sheet holds a formula or a link', async () => {
    const files = await parts(await xlsx(hostileReport(), style(language)));
    const sheets = Object.keys(files).filter((name) => name.startsWith('xl/worksheets/'));
    expect(sheets).toHaveLength(8);
    for (const name of sheets) {
      const sheet = new XMLParser({ ignoreAttributes: false }).parse(files[name] ?? '');
      const cells = collect(sheet, 'c');
      expect(cells.length).toBeGreaterThan(0);
      for (const cell of cells) expect(cell).toMatchObject({ '@_t': 'inlineStr' });
      expect(collect(sheet, 'f')).toEqual([]);
      expect(collect(sheet, 'hyperlink')).toEqual([]);
    }
  });

  test('docx: hostile text makes no element', async () => {
    const shape = async (report: ReturnType<typeof madeUpReport>) => {
      const files = await parts(await docx(report, style(language)));
      return [...(files['word/document.xml'] ?? '').matchAll(/<([\w:]+)/g)].map(([, name]) => name);
    };
    expect(await shape(hostileReport())).toEqual(await shape(madeUpReport()));
  });
});

test('what no scan can know is left to a person; what was seen speaks against its item', () => {
  const { sheets } = selfCheck(madeUpReport(), 'zh');
  const items = sheets[0]?.rows ?? [];
  const result = (point: string) => items.find(([, , text]) => text?.includes(point))?.[6];
  expect(result('撤回同意')).toBe('人工自查');
  expect(result('征得同意后才收集')).toBe('否（疑似，待动态确认）');
  expect(result('信息和权限与业务功能有关')).toBe('人工自查（静态检测未见问题）');
});

test('the same report gives the same bytes, and the bundle holds every format and the hashes', async () => {
  const first = await bundle(madeUpReport(), 'zh');
  expect(Buffer.from(await bundle(madeUpReport(), 'zh')).equals(Buffer.from(first))).toBe(true);
  const zip = await JSZip.loadAsync(first);
  expect(Object.keys(zip.files)).toHaveLength(Object.keys(SCAN_FORMATS).length + 1);
  expect(await zip.file('inputs.sha256')?.async('string')).toBe(
    `${'a'.repeat(64)}  app.apk\n${'b'.repeat(64)}  policy.txt\n`,
  );
});

test('every category of an SDK has a name in both languages', () => {
  const files: Record<string, { category?: string }> = JSON.parse(
    readFileSync(new URL('../../../dist/signatures.json', import.meta.url), 'utf8'),
  );
  const used = Object.entries(files).flatMap(([path, { category }]) =>
    path.startsWith('sdks/') && category !== undefined ? [category] : [],
  );
  expect([...new Set(used)].filter((category) => !NAMED_CATEGORIES.includes(category))).toEqual([]);
});
