import type { Report } from '../../analyzers/model/report.ts';
import { pack } from './office/pack.ts';
import { contentTypes, relationships, XML_HEAD, xml } from './office/xml.ts';
import { type Sheet, selfCheck } from './self-check/sheets.ts';
import type { Style } from './style.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Characters that a cell can hold. */
const MAX_CELL = 32_000;
/** Characters that the name of a sheet can hold, and those that it must not. */
const MAX_NAME = 31;
const NOT_IN_NAME = /[\\/?*[\]:]/g;

/** Widths in characters: short cells stay narrow, long ones wrap. */
const NARROWEST = 8;
const WIDEST = 40;

/** Heights in points: of a line, and of the tallest row there can be. Not every program finds the height by itself. */
const LINE = 14;
const TALLEST = 400;

/** How much of a line is filled before it wraps, on average. */
const FILLED = 0.85;

/**
 * The self-check as an Excel workbook (ECMA-376, SpreadsheetML). Every cell is a string, so that none is ever computed.
 */
export async function xlsx(report: Report, { language }: Style): Promise<Uint8Array> {
  const check = selfCheck(report, language);
  const { particulars } = check;
  const cover: Sheet = {
    title: particulars.title,
    columns: [check.title, ''],
    rows: [...particulars.rows, ...check.conclusion.map((line): [string, string] => ['', line])],
  };
  const sheets = [cover, ...check.sheets];
  const paths = sheets.map((_, index) => `xl/worksheets/sheet${index + 1}.xml`);
  const workbook = `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets
    .map(({ title }, index) => {
      const name = title.replace(NOT_IN_NAME, ' ').slice(0, MAX_NAME);
      return `<sheet name="${xml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`;
    })
    .join('')}</sheets></workbook>`;
  return pack([
    [
      '[Content_Types].xml',
      contentTypes([
        ['xl/workbook.xml', `${TYPE}.sheet.main+xml`],
        ['xl/styles.xml', `${TYPE}.styles+xml`],
        ...paths.map((path): [string, string] => [path, `${TYPE}.worksheet+xml`]),
      ]),
    ],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...paths.map((path): [string, string] => ['worksheet', path.slice('xl/'.length)]),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ...sheets.map((sheet, index): [string, string] => [paths[index] ?? '', worksheet(sheet)]),
  ]);
}

/** Cell formats: 0 ordinary, 1 heading, 2 body; both wrap and stand at the top. */
const STYLES = `${XML_HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="10"/><name val="Microsoft YaHei"/></font><font><b/><sz val="10"/><name val="Microsoft YaHei"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF5"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

function worksheet({ columns, rows }: Sheet): string {
  const all = [columns, ...rows];
  const widths = columns.map((_, column) => {
    const width = (row: readonly string[]) => widthOf((row[column] ?? '').slice(0, WIDEST));
    const longest = all.reduce((most, row) => Math.max(most, width(row)), 0);
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
  });
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const data = all.map((row, index) => {
    const cells = row.map((text, column) => cell(text, `${columnName(column)}${index + 1}`, index === 0 ? 1 : 2));
    const lines = Math.max(
      1,
      ...row.map((text, column) => Math.ceil((widthOf(text) + 1) / (FILLED * (widths[column] ?? WIDEST)))),
    );
    const height = Math.min(TALLEST, lines * LINE + 4);
    return `<row r="${index + 1}" ht="${height}" customHeight="1">${cells.join('')}</row>`;
  });
  return `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>${data.join('')}</sheetData><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

function cell(text: string, reference: string, format: number): string {
  const shown = xml([...text].slice(0, MAX_CELL).join(''));
  return `<c r="${reference}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${shown}</t></is></c>`;
}

/** A, B ... Z, AA ... of a column counted from 0. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** Chinese characters are twice as wide as Latin ones. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2e7f' ? 2 : 1;
  return width;
}
